package chart

import (
	"panelpack/report"
	"panelpack/report/style"
)

// drawLimits shades the expected range of each group of observations, with its
// average as a white line: a long run on one side of that is a signal.
func (t *trend) drawLimits() {
	for _, l := range t.limits {
		from, _ := t.stretch(l.From)
		_, to := t.stretch(l.To)
		left, right, top, bottom := t.x(from), t.x(to), t.y(l.Upper), t.y(l.Lower)
		t.add(Path{Points: []Point{{left, top}, {right, top}, {right, bottom}, {left, bottom}},
			Closed: true, Fill: style.Band})
		mean := t.y(l.Mean)
		t.add(Path{Points: []Point{{left, mean}, {right, mean}}, Pen: Pen{Weight: style.RuleWeight, Colour: style.Paper}})
	}
}

func (t *trend) drawBenchmarks() {
	for _, b := range t.benchmarks {
		y := t.y(b.Value.Float())
		t.line(Pen{style.RuleWeight, style.Axis, style.Short}, Point{t.plot.left, y}, Point{t.plot.right, y})
	}
}

// drawTargets draws the incremental target in steps, both edges of it where it
// is a range, and for a final target a bar at the right edge, clear of the
// latest figures.
func (t *trend) drawTargets() {
	pen := Pen{style.TargetWeight, style.Quiet, style.Dashed}
	t.drawSteps(lowerEdge, pen)
	t.drawSteps(upperEdge, pen)
	for _, v := range []report.Value{t.final.Value, t.final.Upper} {
		if v.Known() {
			y := t.y(v.Float())
			t.line(Pen{Weight: 2 * style.TargetWeight, Colour: style.Quiet},
				Point{t.plot.right + finalBarAt, y}, Point{t.plot.right + finalBarAt + finalBar, y})
		}
	}
}

func lowerEdge(target report.Target) report.Value { return target.Value }
func upperEdge(target report.Target) report.Value { return target.Upper }

// drawSteps draws one edge of the targets: a level for each point,
// joined where neighbours both have one.
func (t *trend) drawSteps(edge func(report.Target) report.Value, pen Pen) {
	var steps []Point
	flush := func() {
		if len(steps) > 0 {
			t.line(pen, steps...)
		}
		steps = nil
	}
	for i, o := range t.points {
		v := edge(o.Target)
		if !v.Known() {
			flush()
			continue
		}
		from, to := t.stretch(i)
		left, right := Point{t.x(from), t.y(v.Float())}, Point{t.x(to), t.y(v.Float())}
		if n := len(steps); n > 0 && steps[n-1].Y == left.Y {
			steps[n-1] = right
			continue
		}
		steps = append(steps, left, right)
	}
	flush()
}

// drawForecasts draws them dotted on from the last actual, with open markers.
func (t *trend) drawForecasts() {
	if len(t.forecasts) == 0 {
		return
	}
	var run []Point
	if i := t.lastActual(); i >= 0 {
		run = append(run, t.actual(i))
	}
	for _, f := range t.forecasts {
		run = append(run, Point{t.x(f.at), t.y(f.value.Float())})
	}
	if len(run) > 1 {
		t.line(Pen{style.DataWeight, style.Data, style.Dotted}, run...)
	}
	for _, f := range t.forecasts {
		t.marker(Circle{Centre: Point{t.x(f.at), t.y(f.value.Float())}, Radius: markerRadius + 0.4,
			Fill: style.Paper, Pen: Pen{Weight: style.TargetWeight, Colour: style.Data}})
	}
}

// actual is the place of the actual of point i, which must be known.
func (t *trend) actual(i int) Point {
	return Point{t.x(t.points[i].at), t.y(t.points[i].Actual.Float())}
}

// places are those of the actuals of a run.
func (t *trend) places(run []int) []Point {
	var points []Point
	for _, i := range run {
		points = append(points, t.actual(i))
	}
	return points
}

// runs are the unbroken runs of points with an actual, by index.
func (f *figures) runs() [][]int {
	var runs [][]int
	gap := true
	for i, p := range f.points {
		switch {
		case !p.Actual.Known():
			gap = gap || p.due
		case gap:
			runs, gap = append(runs, []int{i}), false
		default:
			runs[len(runs)-1] = append(runs[len(runs)-1], i)
		}
	}
	return runs
}

// drawActuals draws the line with its markers. Where markers would touch,
// only those that say something stand: red months, lone figures and the last.
// A line that goes up and down within its own width is thinner.
func (t *trend) drawActuals() {
	crowded := t.end > 0 && t.plot.width()/t.end < 2.2*markerRadius
	pen := Pen{Weight: style.DataWeight, Colour: style.Data}
	if t.end > 0 && t.plot.width()/t.end < style.DataWeight {
		pen.Weight = style.RuleWeight
	}
	last := t.lastActual()
	for _, run := range t.runs() {
		points := t.places(run)
		if len(points) > 1 {
			t.line(pen, points...)
		}
		for n, i := range run {
			switch {
			case t.points[i].rating == report.Red:
				t.busyAt(points[n])
				t.add(markOf(report.Red, points[n], markSize))
			case !crowded || len(run) == 1 || i == last:
				t.marker(Circle{Centre: points[n], Radius: markerRadius, Fill: style.Data,
					Pen: Pen{Weight: haloWeight, Colour: style.Paper}})
			}
		}
	}
}

// drawSnapshots marks each as an open square, since it is no month's figure.
func (t *trend) drawSnapshots() {
	for _, s := range t.snapshots {
		p, r := Point{t.x(s.at), t.y(s.value.Float())}, markerRadius
		t.busyAt(p)
		t.add(Path{Points: []Point{{p.X - r, p.Y - r}, {p.X + r, p.Y - r}, {p.X + r, p.Y + r}, {p.X - r, p.Y + r}},
			Closed: true, Fill: style.Paper, Pen: Pen{Weight: style.TargetWeight, Colour: style.Data}})
	}
}

func (t *trend) marker(c Circle) {
	t.busyAt(c.Centre)
	t.add(c)
}

// busyAt keeps labels clear of a marker at p.
func (t *trend) busyAt(p Point) { t.busy = append(t.busy, segment{p, p}) }

// markOf is the mark of a rating at p, with size as the side of its square.
func markOf(r report.Rating, p Point, size float64) Path {
	shape := style.Mark(r)
	path := Path{Closed: true, Fill: shape.Fill, Pen: Pen{Weight: haloWeight, Colour: style.Paper}}
	for _, corner := range shape.Points {
		path.Points = append(path.Points, Point{p.X + (corner.X-0.5)*size, p.Y + (corner.Y-0.5)*size})
	}
	return path
}

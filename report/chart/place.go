package chart

import (
	"cmp"
	"math"
	"slices"

	"panelpack/report"
	"panelpack/report/style"
)

const (
	endWidest   = 0.36 // of the drawing's width: longer labels are cut
	stackGap    = 1.5  // between one label in the margin and the next
	besidePoint = 4.0  // from a point to words diagonally beside it
	nearest     = 5.0  // least distance from a point to its words
	ringStep    = 7.0  // from one try to the next further out
	leaderGap   = 1.5  // before the line that ties a label to its height
	leaderClear = 3.0  // behind it, so that it is not read as a minus
	leaderLeast = 3.0  // a label this near to its height needs none
)

// endLabel is the words of a line, before they have a place.
type endLabel struct {
	Label
	at    float64 // where on the timeline its line ends; +Inf for a level, which has its words in the margin
	ends  float64 // where the line of a level ends; +Inf at the right edge
	value float64
	final bool // of a final target
}

// endLabels are the words for every line of the chart, the most important
// first.
func (t *trend) endLabels() []endLabel {
	var words []endLabel
	add := func(text string, colour style.Colour, at, value float64) {
		l := Label{Size: style.ChartLabel, Colour: colour}
		l.Text = cut(text, l.Face, l.Size, endWidest*t.drawing.Width)
		words = append(words, endLabel{Label: l, at: at, ends: math.Inf(1), value: value})
	}
	level, unit := math.Inf(1), t.metric.Unit
	endsHere := func() {
		_, words[len(words)-1].ends = t.stretch(len(t.points) - 1)
	}
	if i := t.lastActual(); i >= 0 {
		add(t.actualWords(i), style.Data, t.points[i].at, t.points[i].Actual.Float())
		words[0].Face, words[0].Size = style.Bold, style.ChartValue
	}
	if target := t.lastTarget(); target.Known() {
		add(targetWords(target, unit, "target"), style.Quiet, level, middleOf(target))
		endsHere()
	}
	if n := len(t.forecasts); n > 0 {
		last := t.forecasts[n-1]
		add(unit.Format(last.value)+" forecast", style.Data, last.at, last.value.Float())
	}
	for _, s := range slices.Backward(t.snapshots) {
		add(unit.Format(s.value)+" on "+s.date.Time().Format("2 Jan"), style.Data, s.at, s.value.Float())
	}
	if t.final.Known() {
		add(targetWords(t.final, unit, "final target"), style.Quiet, level, middleOf(t.final))
		words[len(words)-1].final = !t.final.Upper.Known()
	}
	if n := len(t.limits); n > 0 {
		l := t.limits[n-1]
		add(unit.Format(l.Least)+" to "+unit.Format(l.Most)+" expected", style.Quiet, level, (l.Lower+l.Upper)/2)
		endsHere()
	}
	for _, b := range t.benchmarks {
		add(unit.Format(b.Value)+" "+b.Name+", "+b.Period.ShortWords(), style.Quiet, level, b.Value.Float())
	}
	return words
}

// actualWords is the latest actual with its period, where that is not the
// reporting period.
func (t *trend) actualWords(i int) string {
	p := t.points[i]
	number := t.metric.Unit.Format(p.Actual)
	if i == len(t.points)-1 {
		return number + " actual"
	}
	return number + ", " + p.Period.ShortWords()
}

// targetWords is target with its kind: "230 target", "target more than 50%".
func targetWords(target report.Target, unit report.Unit, kind string) string {
	switch target.Sense {
	case report.Exactly:
		return target.Words(unit) + " " + kind
	case report.Within:
		return unit.Format(target.Value) + " to " + unit.Format(target.Upper) + " " + kind
	}
	return kind + " " + target.Words(unit)
}

// middleOf is the height of a target's words: halfway up where it is a range.
func middleOf(target report.Target) float64 {
	if target.Upper.Known() {
		return (target.Value.Float() + target.Upper.Float()) / 2
	}
	return target.Value.Float()
}

func labelWidth(words []endLabel) float64 {
	widest := 0.0
	for _, w := range words {
		widest = max(widest, w.box().width())
	}
	return widest
}

// placeEndLabels puts each label beside the end of its line: within the plot,
// or in the margin where the line reaches the right edge or the plot has no
// room.
func (t *trend) placeEndLabels(words []endLabel) {
	var edge []endLabel
	for _, w := range words {
		if t.x(w.at) >= t.plot.right-nearEdge || !t.placeNear(w) {
			edge = append(edge, w)
		}
	}
	for _, l := range t.stacked(edge) {
		t.label(l)
	}
}

// leader ties a label in the margin to the height of its line, where others
// keep it from standing there, or to the end of a line that ends far from it:
// forecasts go on beyond a target. The bar of a final target has it at its end.
func (t *trend) leader(w endLabel, l Label) {
	from := Point{t.plot.right + leaderGap, t.y(w.value)}
	to := Point{l.At.X - leaderClear, l.At.Y - style.CapHeight*l.Size/2}
	end := Point{t.x(w.ends) + leaderGap, from.Y}
	far := end.X < t.plot.right-nearEdge && !t.wordsBetween(end, to)
	switch {
	case w.final:
		from.X = t.plot.right + finalBarAt + finalBar
	case far:
		from = end
	}
	if far || math.Abs(to.Y-from.Y) > leaderLeast {
		t.add(Path{Points: []Point{from, to}, Pen: Pen{Weight: style.HairlineWeight, Colour: style.Axis}})
	}
}

// wordsBetween reports whether words stand on the way from one point to another.
func (t *trend) wordsBetween(from, to Point) bool {
	return slices.ContainsFunc(t.placed, func(b box) bool { return b.crosses(segment{from, to}) })
}

// stacked places labels in the margin, each as near to its height as those
// above and below allow. Where there is no room for all, the least important
// go.
func (t *trend) stacked(words []endLabel) []Label {
	top, bottom := t.plot.top-margin+1, t.plot.bottom+margin-1
	height := func(w endLabel) float64 { return w.box().height() + stackGap }
	total := 0.0
	for i, w := range words {
		if total += height(w); total > bottom-top {
			words = words[:i]
			break
		}
	}
	words = slices.Clone(words)
	slices.SortStableFunc(words, func(a, b endLabel) int { return cmp.Compare(b.value, a.value) })
	var tops, heights []float64
	for _, w := range words {
		tops = append(tops, t.y(w.value)-height(w)/2)
		heights = append(heights, height(w))
	}
	var labels []Label
	for i, y := range spread(tops, heights, top, bottom) {
		l := words[i].Label
		l.At = Point{t.plot.right + labelGap, y + stackGap/2 + style.Ascent*l.Size}
		t.leader(words[i], l)
		labels = append(labels, l)
	}
	return labels
}

// spread moves intervals apart that would overlap, each as little as can be
// in least squares, and keeps all between top and bottom. They are given in
// order by where they would like to start and by their heights, which
// together must fit.
func spread(starts, heights []float64, top, bottom float64) []float64 {
	type run struct {
		n                    int
		start, height, wants float64 // wants is the sum of the starts that its intervals would give it
	}
	var runs []run
	for i, h := range heights {
		r := run{n: 1, height: h, wants: starts[i]}
		r.start = min(max(r.wants, top), bottom-r.height)
		for len(runs) > 0 && runs[len(runs)-1].start+runs[len(runs)-1].height > r.start {
			above := runs[len(runs)-1]
			runs = runs[:len(runs)-1]
			r.wants += above.wants - float64(r.n)*above.height
			r.n, r.height = r.n+above.n, r.height+above.height
			r.start = min(max(r.wants/float64(r.n), top), bottom-r.height)
		}
		runs = append(runs, r)
	}
	var placed []float64
	for _, r := range runs {
		at := r.start
		for range r.n {
			placed = append(placed, at)
			at += heights[len(placed)-1]
		}
	}
	return placed
}

// placeNear puts w beside the point that it names, in the nearest place around
// it that covers no line and no point. It reports whether any is free.
func (t *trend) placeNear(w endLabel) bool {
	p := Point{t.x(w.at), t.y(w.value)}
	area := box{t.plot.left, t.plot.top - margin, t.plot.right, t.plot.bottom - 1}
	for distance := nearest; distance < t.plot.height(); distance += ringStep {
		for _, side := range [...]Point{{1, 1}, {1, -1}, {0, 1}, {0, -1}, {-1, 1}, {-1, -1}, {1, 0}, {-1, 0}} {
			room := w.box().beside(p, side, distance).pushedInto(area)
			if room.within(area) && !room.overlapsAny(t.placed) && !t.covers(room) {
				w.At = Point{room.left, room.top + style.Ascent*w.Size}
				t.label(w.Label)
				return true
			}
		}
	}
	return false
}

// covers reports whether words in b would cover a line or a point.
func (t *trend) covers(b box) bool {
	return slices.ContainsFunc(t.busy, func(s segment) bool { return b.grown(markerRadius, 0.5).crosses(s) })
}

// beside is a box of b's size that lies to the side of p given by the signs
// of side, distance points away.
func (b box) beside(p, side Point, distance float64) box {
	w, h := b.width(), b.height()
	across := distance
	if side.Y != 0 {
		across = besidePoint
	}
	left := p.X + side.X*across + (side.X-1)/2*w
	top := p.Y + side.Y*distance + (side.Y-1)/2*h
	return box{left, top, left + w, top + h}
}

// pushedInto is b moved by as little as brings it into area, as far as it
// fits.
func (b box) pushedInto(area box) box {
	dx := max(area.left-b.left, 0) + min(area.right-b.right, 0)
	dy := max(area.top-b.top, 0) + min(area.bottom-b.bottom, 0)
	return box{b.left + dx, b.top + dy, b.right + dx, b.bottom + dy}
}

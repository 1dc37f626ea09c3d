package chart

import (
	"math"
	"slices"

	"panelpack/report"
)

// figures are what a chart shows of a metric, each placed on one timeline.
type figures struct {
	metric     report.Metric
	time       timeline
	points     []point
	limits     []report.Limits // by index of points
	forecasts  []dated         // later than the last actual
	snapshots  []dated
	benchmarks []report.Benchmark // the latest of each name
	final      report.Target      // where it differs from the last target drawn
	events     []report.Event
}

// point is one observation on the timeline.
type point struct {
	*report.Observation
	index  int // among the observations of the assessment
	at     float64
	rating report.Rating
	zone   report.Zone // that meets the target
	due    bool        // a figure belongs here: where it is missing the line breaks
}

// dated is a figure that is no observation: a forecast or a snapshot.
type dated struct {
	at    float64
	value report.Value
	date  report.Date
}

// figuresOf gathers what there is to draw. Figures later than the reporting
// period are left out: the chart of a past period shows what was known of it.
func figuresOf(a *report.Assessment) figures {
	f := figures{metric: a.Metric, points: pointsOf(a), benchmarks: latestOfEach(a.Benchmarks), events: a.Events}
	f.time = timelineFrom(firstPeriod(a, f.points))
	for i := range f.points {
		p := &f.points[i]
		p.at = f.time.middle(p.Period)
		if p.index < len(a.History) {
			p.rating = a.History[p.index]
		}
		if p.index < len(a.Zones) {
			p.zone = a.Zones[p.index]
		}
	}
	for _, l := range a.Signal.Limits {
		l.From, l.To = f.from(l.From), f.from(l.To+1)-1
		if l.From <= l.To {
			f.limits = append(f.limits, l)
		}
	}
	f.addLater(a)
	if a.FinalTarget.Known() && a.FinalTarget != f.lastTarget() {
		f.final = a.FinalTarget
	}
	return f
}

// pointsOf are the observations to draw: none later than the reporting
// period, no blank before the first figure or after the last, and none where
// no figure was due. The reporting period itself always stands.
func pointsOf(a *report.Assessment) []point {
	now, phase := a.Now.Period, 0
	points := make([]point, 0, len(a.Observations))
	for i := range a.Observations {
		o := &a.Observations[i]
		if !now.IsZero() && o.Period.Compare(now) > 0 && o.Period.End() != now.End() {
			break
		}
		if o.Actual.Known() {
			phase = i
		}
		points = append(points, point{Observation: o, index: i})
	}
	stands := func(p point) bool { return p.Actual.Known() || p.Target.Known() || p.Period == now }
	for len(points) > 0 && !stands(points[len(points)-1]) {
		points = points[:len(points)-1]
	}
	points = points[max(slices.IndexFunc(points, stands), 0):]
	for i := range points {
		points[i].due = (points[i].index-phase)%max(a.Step, 1) == 0
	}
	return slices.DeleteFunc(points, func(p point) bool { return !p.due && !stands(p) })
}

// firstPeriod is where the timeline begins: at the first observation, or
// where there is none at the first figure of another kind.
func firstPeriod(a *report.Assessment, points []point) report.Period {
	switch {
	case len(points) > 0:
		return points[0].Period
	case len(a.Snapshots) > 0:
		d := slices.MinFunc(a.Snapshots, func(a, b report.Snapshot) int { return a.AsAt.Compare(b.AsAt) }).AsAt
		return report.MonthOf(d.Year, d.Month)
	case len(a.Forecasts) > 0:
		return slices.MinFunc(a.Forecasts, func(a, b report.Forecast) int { return a.Period.Compare(b.Period) }).Period
	}
	return report.Period{}
}

// from is the first of the points at or after an index among the observations
// of the assessment.
func (f *figures) from(index int) int {
	i, _ := slices.BinarySearchFunc(f.points, index, func(p point, index int) int { return p.index - index })
	return i
}

// addLater places forecasts and snapshots. A forecast of a period that has
// its actual by now is no longer news, and what is earlier than the timeline
// is no later figure: both are left out.
func (f *figures) addLater(a *report.Assessment) {
	last := -0.5
	if i := f.lastActual(); i >= 0 {
		last = f.points[i].at
	}
	for _, c := range a.Forecasts {
		if at := f.time.middle(c.Period); c.Value.Known() && at > last {
			f.forecasts = append(f.forecasts, dated{at, c.Value, c.Period.End()})
		}
	}
	for _, s := range a.Snapshots {
		if at := f.time.middle(report.DayOf(s.AsAt)); s.Value.Known() && at >= -0.5 {
			f.snapshots = append(f.snapshots, dated{at, s.Value, s.AsAt})
		}
	}
	byPlace := func(a, b dated) int { return a.date.Compare(b.date) }
	slices.SortStableFunc(f.forecasts, byPlace)
	slices.SortStableFunc(f.snapshots, byPlace)
}

func latestOfEach(all []report.Benchmark) []report.Benchmark {
	var latest []report.Benchmark
	for _, b := range all {
		i := slices.IndexFunc(latest, func(l report.Benchmark) bool { return l.Name == b.Name })
		switch {
		case !b.Value.Known():
		case i < 0:
			latest = append(latest, b)
		case b.Period.Compare(latest[i].Period) > 0:
			latest[i] = b
		}
	}
	return latest
}

// none reports whether there is no figure to draw; a target alone is none.
func (f *figures) none() bool {
	return f.lastActual() < 0 && len(f.forecasts) == 0 && len(f.snapshots) == 0
}

// Empty reports whether a metric has nothing to draw, so that its chart would
// only say so.
func Empty(a *report.Assessment) bool {
	f := figuresOf(a)
	return f.none()
}

// lastActual is the index of the latest observation with a figure, or -1.
func (f *figures) lastActual() int {
	for i := len(f.points) - 1; i >= 0; i-- {
		if f.points[i].Actual.Known() {
			return i
		}
	}
	return -1
}

// lastTarget is the latest target of the observations; the zero Target where
// none has one.
func (f *figures) lastTarget() report.Target {
	for i := len(f.points) - 1; i >= 0; i-- {
		if t := f.points[i].Target; t.Known() {
			return t
		}
	}
	return report.Target{}
}

// end is the right edge of the timeline: the whole period that holds the
// latest figure.
func (f *figures) end() float64 {
	end := 0.0
	if n := len(f.points); n > 0 {
		end = f.points[n-1].at
	}
	for _, d := range slices.Concat(f.forecasts, f.snapshots) {
		end = max(end, math.Ceil(d.at-0.5))
		end = max(end, d.at)
	}
	return end
}

// stretch is the part of the timeline that point i stands for: halfway to its
// neighbours.
func (f *figures) stretch(i int) (from, to float64) {
	at := f.points[i].at
	from, to = at-0.5, at+0.5
	if i > 0 {
		from = (f.points[i-1].at + at) / 2
	}
	if i+1 < len(f.points) {
		to = (at + f.points[i+1].at) / 2
	}
	return from, to
}

// span is the lowest and the highest of the figures, targets and benchmarks,
// expected ranges apart.
func (f *figures) span() (lo, hi float64) {
	lo, hi = math.Inf(1), math.Inf(-1)
	add := func(values ...report.Value) {
		for _, v := range values {
			if v.Known() {
				lo, hi = min(lo, v.Float()), max(hi, v.Float())
			}
		}
	}
	for _, o := range f.points {
		add(o.Actual, o.Target.Value, o.Target.Upper, o.zone.Low, o.zone.High)
	}
	for _, d := range slices.Concat(f.forecasts, f.snapshots) {
		add(d.value)
	}
	for _, b := range f.benchmarks {
		add(b.Value)
	}
	add(f.final.Value, f.final.Upper)
	return lo, hi
}

// scale is the chart's axis of values, in at most most steps.
func (f *figures) scale(most int) scale {
	lo, hi := f.span()
	ceiling := math.Inf(1)
	if f.metric.Unit.Kind == report.Percent && hi <= 100 {
		ceiling = 100
	}
	for _, l := range f.limits {
		lo, hi = min(lo, l.Lower), max(hi, l.Upper)
	}
	for _, p := range f.points {
		if z := p.zone; z.Low.Known() && !z.High.Known() && z.Low.Float() >= hi {
			hi = z.Low.Float() + math.Pow10(-f.metric.Places) // for what meets a limit to be seen
		}
	}
	s := scaleFor(lo, hi, f.metric.Places, most, ceiling)
	if s.from != 0 && f.hasTargetAt(s.from) { // its line would lie on the axis
		s = rounded(s.from-s.step/2, s.to, f.metric.Places, most)
	}
	return s
}

func (f *figures) hasTargetAt(v float64) bool {
	return slices.ContainsFunc(f.points, func(p point) bool {
		low, high := p.Target.Value, p.Target.Upper
		return low.Known() && low.Float() == v || high.Known() && high.Float() == v
	})
}

package chart

import (
	"math"
	"slices"

	"panelpack/report"
)

// figures are what a chart shows of a metric, each placed on one timeline.
type figures struct {
	metric       report.Metric
	time         timeline
	observations []report.Observation // up to the reporting period, without blank ends
	at           []float64            // where each observation is
	ratings      []report.Rating      // of each, where known
	limits       []report.Limits      // by index of these observations
	forecasts    []dated              // later than the last actual
	snapshots    []dated
	benchmarks   []report.Benchmark // the latest of each name
	final        report.Target      // where it differs from the last target drawn
	events       []report.Event
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
	f := figures{metric: a.Metric, benchmarks: latestOfEach(a.Benchmarks), events: a.Events}
	from, to := drawn(a)
	f.observations = a.Observations[from:to]
	f.time = timelineFrom(firstPeriod(a, f.observations))
	for i, o := range f.observations {
		f.at = append(f.at, f.time.middle(o.Period))
		rating := report.NotRated
		if from+i < len(a.History) {
			rating = a.History[from+i]
		}
		f.ratings = append(f.ratings, rating)
	}
	for _, l := range a.Signal.Limits {
		l.From, l.To = max(l.From-from, 0), min(l.To-from, to-from-1)
		if l.From <= l.To {
			f.limits = append(f.limits, l)
		}
	}
	f.addLater(a)
	if last := f.lastTarget(); a.FinalTarget.Known() && a.FinalTarget != last {
		f.final = a.FinalTarget
	}
	return f
}

// drawn is the range of a's observations to draw: none later than the
// reporting period, and none at either end that has neither actual nor
// target, unless the reporting period itself has none.
func drawn(a *report.Assessment) (from, to int) {
	blank := func(o report.Observation) bool { return !o.Actual.Known() && !o.Target.Known() }
	now := a.Now.Period
	to = len(a.Observations)
	for to > 0 && !now.IsZero() && a.Observations[to-1].Period.Compare(now) > 0 {
		to--
	}
	for to > 0 && blank(a.Observations[to-1]) && a.Observations[to-1].Period != now {
		to--
	}
	for from < to && blank(a.Observations[from]) {
		from++
	}
	return from, to
}

// firstPeriod is where the timeline begins: at the first observation, or
// where there is none at the first figure of another kind.
func firstPeriod(a *report.Assessment, observations []report.Observation) report.Period {
	switch {
	case len(observations) > 0:
		return observations[0].Period
	case len(a.Snapshots) > 0:
		d := slices.MinFunc(a.Snapshots, func(a, b report.Snapshot) int { return a.AsAt.Compare(b.AsAt) }).AsAt
		return report.MonthOf(d.Year, d.Month)
	case len(a.Forecasts) > 0:
		return slices.MinFunc(a.Forecasts, func(a, b report.Forecast) int { return a.Period.Compare(b.Period) }).Period
	}
	return report.Period{}
}

// addLater places forecasts and snapshots. A forecast of a period that has
// its actual by now is no longer news, and what is earlier than the timeline
// is no later figure: both are left out.
func (f *figures) addLater(a *report.Assessment) {
	last := -0.5
	if i := f.lastActual(); i >= 0 {
		last = f.at[i]
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

// lastActual is the index of the latest observation with a figure, or -1.
func (f *figures) lastActual() int {
	for i := len(f.observations) - 1; i >= 0; i-- {
		if f.observations[i].Actual.Known() {
			return i
		}
	}
	return -1
}

// lastTarget is the latest target of the observations; the zero Target where
// none has one.
func (f *figures) lastTarget() report.Target {
	for i := len(f.observations) - 1; i >= 0; i-- {
		if t := f.observations[i].Target; t.Known() {
			return t
		}
	}
	return report.Target{}
}

// end is the right edge of the timeline: the whole period that holds the
// latest figure.
func (f *figures) end() float64 {
	end := 0.0
	if n := len(f.at); n > 0 {
		end = f.at[n-1]
	}
	for _, d := range slices.Concat(f.forecasts, f.snapshots) {
		end = max(end, math.Ceil(d.at-0.5))
		end = max(end, d.at)
	}
	return end
}

// stretch is the part of the timeline that observation i stands for: halfway
// to its neighbours.
func (f *figures) stretch(i int) (from, to float64) {
	from, to = f.at[i]-0.5, f.at[i]+0.5
	if i > 0 {
		from = (f.at[i-1] + f.at[i]) / 2
	}
	if i+1 < len(f.at) {
		to = (f.at[i] + f.at[i+1]) / 2
	}
	return from, to
}

// expected is the range of limits l as it is drawn: what no figure of the
// metric can be is left off, such as less than nought of a count.
func (f *figures) expected(l report.Limits) (lower, upper float64) {
	lower, upper = l.Lower, l.Upper
	lo, hi := f.span()
	if lo >= 0 {
		lower = max(lower, 0)
	}
	if f.metric.Unit.Kind == report.Percent && hi <= 100 {
		upper = min(upper, 100)
	}
	return lower, upper
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
	for _, o := range f.observations {
		add(o.Actual, o.Target.Value, o.Target.Upper)
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
		lower, upper := f.expected(l)
		lo, hi = min(lo, lower), max(hi, upper)
	}
	return scaleFor(lo, hi, f.metric.Places, most, ceiling)
}

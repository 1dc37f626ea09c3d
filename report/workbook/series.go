package workbook

import (
	"cmp"
	"slices"

	"panelpack/report"
)

// read is a fact whose cell has been read.
type read struct {
	fact
	goal
}

// series makes the series of one metric from its facts.
func (ds *drafts) series(d *draft) report.Series {
	facts := ds.readFacts(d)
	d.facts = nil // so that a large workbook is let go of as it becomes series
	var bases []read
	for _, f := range facts {
		if f.Figure == "denominator" { // a number of cases, whatever the metric's own unit
			bases = append(bases, f)
		}
	}
	facts = slices.DeleteFunc(facts, func(f read) bool { return f.Figure == "denominator" })
	if d.known != nil {
		d.unitWord = cmp.Or(d.known.Unit, d.unitWord)
		d.Polarity = cmp.Or(d.known.Polarity, d.Polarity)
	}
	ds.unit(d, facts)
	ds.scale(d, facts)
	ds.tellFar(d, facts)
	ds.tellDivided(d, facts)
	d.Places = places(d.Unit, facts)
	s := report.Series{Metric: d.Metric}
	b := seriesBuilder{ds: ds, s: &s, facts: facts, by: map[report.Period]int{}, all: ds.observed[:0]}
	for _, f := range bases {
		b.at(f.Period).Base = value(f.figure, 0)
	}
	b.build(d)
	ds.observed = b.all
	return s
}

// readFacts reads the cells of a metric's facts, and tells what is wrong. The
// next metric's overwrite them.
func (ds *drafts) readFacts(d *draft) []read {
	facts := slices.Grow(ds.reads[:0], len(d.facts))
	for _, f := range d.facts {
		r := read{fact: f}
		var t *trouble
		if f.cell.kind == uncached && f.Figure != "rating" {
			t = ds.calculated(&r.fact, d.Ref)
		}
		switch {
		case f.Figure == "rating":
		case t != nil:
			r.figure = figure{State: report.Unreadable}
		case isTarget(f.Figure):
			r.goal, t = ds.w.readGoal(*r.cell)
		default:
			r.figure, t = ds.w.readFigure(*r.cell)
		}
		if t != nil {
			ds.Add(report.Error, f.at, d.Ref, t.Hint, "%s %s", nameOf(f.Figure), t.Message)
		}
		facts = append(facts, r)
	}
	ds.reads = facts
	return facts
}

func isTarget(figure string) bool {
	return figure == "target" || figure == "yeartarget" || figure == "finaltarget"
}

// nameOf is the word for a kind of figure in messages.
func nameOf(figure string) string {
	switch figure {
	case "yeartarget":
		return "year-end target"
	case "finaltarget":
		return "final target"
	}
	return figure
}

// places is the number of decimal places at which a metric's figures are held:
// the most that any of its cells shows, where cells without a format show no
// more than is usual for the unit.
func places(u report.Unit, facts []read) int {
	most := 0
	for _, f := range facts {
		if f.State != report.Reported {
			continue
		}
		own := f.Places
		if !f.Meant {
			own = min(own, u.CapPlaces())
		}
		most = max(most, own)
	}
	return most
}

// value is a figure at the metric's precision.
func value(f figure, places int) report.Value {
	if f.State != report.Reported {
		return report.Missing(f.State)
	}
	return report.Round(f.Number, places)
}

// stored is a figure as its cell holds it, where v was rounded from it.
func stored(f figure, v report.Value) report.Value {
	if f.State != report.Reported || decimals(f.Number) <= v.Places() {
		return report.Value{}
	}
	return value(f, report.MaxPlaces)
}

func target(g goal, places int) report.Target {
	t := report.Target{Sense: g.Sense, Value: value(g.figure, places)}
	if g.Sense == report.Within {
		t.Upper = value(g.Upper, places)
	}
	return t
}

// seriesBuilder puts facts in order of their periods.
type seriesBuilder struct {
	ds    *drafts
	s     *report.Series
	facts []read
	by    map[report.Period]int // where in all

	yearEnd bool // the final target is that of the year's end
	all     []report.Observation

	clash   read // the first figure that differs from one already there
	clashes int
}

func (b *seriesBuilder) build(d *draft) {
	for _, f := range b.facts {
		switch f.Figure {
		case "actual":
			b.actual(f)
		case "target":
			if !f.Period.IsZero() {
				b.target(f)
			}
		case "rating":
			if !f.Period.IsZero() {
				b.at(f.Period) // which may have no figure
			}
		case "finaltarget", "yeartarget": // a year's end is final where nothing leads on from it
			if b.s.FinalTargetCell.IsZero() || f.Figure == "finaltarget" && b.yearEnd {
				b.s.FinalTarget, b.s.FinalTargetCell = target(f.goal, b.s.Metric.Places), f.at
				b.yearEnd = f.Figure == "yeartarget"
			}
		case "forecast":
			b.s.Forecasts = append(b.s.Forecasts, report.Forecast{Period: f.Period, Value: b.value(f), Cell: f.at})
		case "benchmark":
			b.s.Benchmarks = append(b.s.Benchmarks, report.Benchmark{Name: f.Whose, Period: f.Period, Value: b.value(f), Cell: f.at})
		}
	}
	b.tellClashes()
	b.inOrder(d.periods)
	b.serve()
	b.serveMapped(d)
	b.declare()
}

func (b *seriesBuilder) value(f read) report.Value { return value(f.figure, b.s.Metric.Places) }

// at is the observation of a period, a new one if need be. It holds until the
// next is made.
func (b *seriesBuilder) at(p report.Period) *report.Observation {
	i, known := b.by[p]
	if !known {
		i = len(b.all)
		b.by[p], b.all = i, append(b.all, report.Observation{Period: p})
	}
	return &b.all[i]
}

// actual takes an actual. Of two for the same period the first stays.
func (b *seriesBuilder) actual(f read) {
	o, v := b.at(f.Period), b.value(f)
	switch {
	case o.ActualCell.IsZero():
		o.Actual, o.ActualCell, o.Stored = v, f.at, stored(f.figure, v)
	case v != o.Actual:
		b.clashing(f)
	}
}

func (b *seriesBuilder) target(f read) {
	o, t := b.at(f.Period), target(f.goal, b.s.Metric.Places)
	switch {
	case o.TargetCell.IsZero():
		o.Target, o.TargetCell = t, f.at
	case t != o.Target:
		b.clashing(f)
	}
}

func (b *seriesBuilder) clashing(f read) {
	if b.clashes++; b.clashes == 1 {
		b.clash = f
	}
}

// tellClashes tells once of all figures that differ from those that are used.
func (b *seriesBuilder) tellClashes() {
	if b.clashes == 0 {
		return
	}
	first := b.clash
	used := b.at(first.Period).ActualCell
	if isTarget(first.Figure) {
		used = b.at(first.Period).TargetCell
	}
	b.ds.Add(report.Error, first.at, b.s.Metric.Ref, "clear the figure that is wrong, or give each metric a ref of its own",
		"the %s for %s differs from the one at %s, which is used%s", nameOf(first.Figure), first.Period.Words(), used, others(b.clashes-1))
}

// inOrder makes the observations: those of the commonest length in order, and
// those of other lengths apart from them. A blank in the grid is an
// observation without a figure.
func (b *seriesBuilder) inOrder(grid []report.Period) {
	var withActual, periods []report.Period
	for _, o := range b.all {
		periods = append(periods, o.Period)
		if !o.ActualCell.IsZero() {
			withActual = append(withActual, o.Period)
		}
	}
	run := commonest(withActual)
	if len(run) == 0 {
		run = commonest(slices.Concat(periods, grid))
	}
	for _, p := range grid {
		if len(run) > 0 && p.Kind() == run[0].Kind() {
			b.at(p)
		}
	}
	clear(b.by) // all is not in its order any more
	slices.SortFunc(b.all, func(o, p report.Observation) int { return o.Period.Compare(p.Period) })
	b.s.Observations = make([]report.Observation, 0, len(b.all))
	for _, o := range b.all {
		if o.Period.Kind() == run[0].Kind() {
			b.s.Observations = append(b.s.Observations, o)
		} else if !o.ActualCell.IsZero() {
			b.s.Outturns = append(b.s.Outturns, o)
		}
	}
}

// declare puts the council's own ratings with their periods; one without a
// period is of the last with a figure.
func (b *seriesBuilder) declare() {
	for _, f := range b.facts {
		if f.Figure != "rating" {
			continue
		}
		for i, o := range slices.Backward(b.s.Observations) {
			if o.Period == f.Period || f.Period.IsZero() && o.Actual.Known() {
				word := f.cell.label()
				b.s.Observations[i].Declared, b.s.Observations[i].DeclaredCell = cmp.Or(b.ds.w.meaning("rating", word), word), f.at
				break
			}
		}
	}
}

func (b *seriesBuilder) kind() report.PeriodKind {
	if len(b.s.Observations) == 0 {
		return report.NoPeriod
	}
	return b.s.Observations[0].Period.Kind()
}

package narrative

import (
	"math"
	"slices"

	"panelpack/report"
)

// datum is one figure of the data, and how it is told.
type datum struct {
	value  report.Value
	period report.Period
	when   string // "September 2022", "the target", "the forecast for January 2023"
}

// data is what is known of a metric.
type data struct {
	*report.Assessment
}

// at is the figures of period p: the actual, a snapshot or a forecast. A month
// stands also for the quarter that ends with it, and for a day in it.
func (d data) at(p report.Period) []datum {
	var all []datum
	for _, found := range d.levels() {
		sameEnd := found.period.End() == p.End() && !found.period.Kind().IsYear() && !p.Kind().IsYear()
		within := p.Kind() == report.Month && found.period.Kind() == report.Day && monthOf(found.period.Start()) == p
		if found.period == p || sameEnd || within {
			all = append(all, found)
		}
	}
	return all
}

// levels is every figure of the metric in a period of its own, the reporting
// period first and then from the latest back.
func (d data) levels() []datum {
	var all []datum
	add := func(v report.Value, p report.Period, when string) {
		if v.Known() && !p.IsZero() {
			all = append(all, datum{v, p, when})
		}
	}
	add(d.Now.Actual, d.Now.Period, d.Now.Period.Words())
	for _, s := range d.Snapshots {
		add(s.Value, report.DayOf(s.AsAt), s.AsAt.Words())
		if !s.BaseAsAt.IsZero() {
			add(s.Base, report.DayOf(s.BaseAsAt), s.BaseAsAt.Words())
		}
	}
	for _, f := range d.Forecasts {
		add(f.Value, f.Period, "the forecast for "+f.Period.Words())
	}
	for _, o := range slices.Backward(d.Observations) {
		add(o.Actual, o.Period, o.Period.Words())
	}
	for _, o := range slices.Backward(d.Outturns) {
		add(o.Actual, o.Period, o.Period.Words())
	}
	return all
}

// targets is the metric's targets: the one of now, the final one and then
// those of earlier periods.
func (d data) targets() []datum {
	var all []datum
	add := func(t report.Target, p report.Period, when string) {
		if t.Known() {
			all = append(all, datum{t.Value, p, when})
		}
		if t.Upper.Known() {
			all = append(all, datum{t.Upper, p, when})
		}
	}
	add(d.Now.Target, d.Now.Period, "the target")
	add(d.FinalTarget, report.Period{}, "the final target")
	for _, o := range slices.Backward(d.Observations) {
		add(o.Target, o.Period, "the target for "+o.Period.Words())
	}
	return all
}

// others is what else a figure may be: how many cases a percentage is of and
// how many of them, its remainder now and a period before, another area's
// figure.
func (d data) others() []datum {
	var all []datum
	for _, o := range slices.Backward(d.Observations) {
		if !o.Actual.Known() || d.Metric.Unit.Kind != report.Percent {
			continue
		}
		if o.Period.Compare(d.Now.Period) <= 0 && o.Period.Compare(d.Now.Period.Add(-1)) >= 0 {
			all = append(all, datum{report.Number(100, 0).Sub(o.Actual), o.Period, "the rest of 100% in " + o.Period.Words()})
		}
		if o.Base.Known() {
			of := report.Round(o.Actual.Float()*o.Base.Float()/100, 0)
			all = append(all, datum{o.Base, o.Period, "the cases of " + o.Period.Words()},
				datum{of, o.Period, d.Metric.Unit.Format(o.Actual) + " of the cases of " + o.Period.Words()})
		}
	}
	for _, b := range d.Benchmarks {
		if b.Value.Known() {
			all = append(all, datum{b.Value, b.Period, b.Name + " in " + b.Period.Words()})
		}
	}
	return all
}

// kind is what figures of the metric are written in.
func (d data) kind() kind {
	switch d.Metric.Unit.Kind {
	case report.Percent:
		return percentage
	case report.Pounds:
		return money
	}
	return plainCount
}

// sameKind reports whether a figure of kind k can be one of the metric's.
func (d data) sameKind(k kind) bool {
	return k == d.kind() || k == length && d.Metric.Unit.Kind == report.Days
}

// fits reports whether the figure of c says v. A figure may be rounded: at
// fewer decimal places, or from 100 on to its noughts.
func (c claim) fits(v report.Value) bool {
	if !v.Known() || !c.value.Known() {
		return false
	}
	says, is := c.value.Abs(), v.Abs()
	if is.Round(says.Places()).Cmp(says) == 0 || says.Round(is.Places()).Cmp(is) == 0 {
		return true
	}
	switch s, i := says.Float(), is.Float(); c.hedge {
	case "over":
		return i > s
	case "under":
		return i < s
	case "about":
		return math.Abs(i-s) <= 0.05*i
	default:
		return c.kind == plainCount && roundedTo(says, i)
	}
}

// roundedTo reports whether is rounds to the noughts of says and is no more
// than 2.5% away from it: 2,400 says 2,371, and 300 does not say 312.
func roundedTo(says report.Value, is float64) bool {
	n := says.Units()
	if says.Places() > 0 || n < 100 || n%10 != 0 {
		return false
	}
	step := 10.0
	for n%int64(step*10) == 0 {
		step *= 10
	}
	return math.Round(is/step)*step == float64(n) && math.Abs(is-float64(n)) <= 0.025*is
}

// change is a movement from one figure to another.
type change struct {
	from, to datum
}

// fits reports whether the movement told by c is this one: by how much, and
// which way if it says so. Percentages are often said to rise by "3%" where
// points are meant.
func (m change) fits(c claim, d data) (size, way bool) {
	by := m.to.value.Sub(m.from.value)
	switch {
	case c.kind == percentage && c.share(m):
		size = true
	case c.kind == percentage || c.kind == points:
		size = d.kind() == percentage && c.fits(by)
	default:
		size = d.kind() != percentage && c.fits(by)
	}
	return size, m.goes(c, d.Metric.Polarity)
}

// share reports whether a movement is so many per cent of what it began with.
func (c claim) share(m change) bool {
	if m.from.value.Sign() == 0 {
		return false
	}
	from, to := m.from.value.Float(), m.to.value.Float()
	exact := report.Round(100*math.Abs(to-from)/math.Abs(from), 3)
	// Rounded as the sentence rounds it, or cut short.
	return exact.Known() && c.fits(exact)
}

func (m change) goes(c claim, polarity report.Polarity) bool {
	sign := m.to.value.Sub(m.from.value).Sign()
	switch {
	case c.way != 0:
		return sign == c.way
	case c.judged == report.NoJudgement || polarity == report.Context || polarity == report.NearPlan:
		return true
	}
	improved := sign > 0 == (polarity == report.HigherIsBetter)
	return improved == (c.judged == report.Better)
}

// previous is the last figure before now, if there is one.
func (d data) previous() []datum {
	for _, o := range slices.Backward(d.Observations) {
		if o.Period.Compare(d.Now.Period) < 0 && o.Actual.Known() {
			return []datum{{o.Actual, o.Period, o.Period.Words()}}
		}
	}
	return nil
}

// bases is the figures that later ones are compared with.
func (d data) bases() []datum {
	var all []datum
	for _, s := range d.Snapshots {
		if !s.BaseAsAt.IsZero() {
			all = append(all, datum{s.Base, report.DayOf(s.BaseAsAt), s.BaseAsAt.Words()})
		}
	}
	return all
}

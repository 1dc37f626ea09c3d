package rules

import "panelpack/report"

// run is the observations of one metric up to the reporting period, with the
// steps in which its figures come.
type run struct {
	all  []report.Observation
	now  int // index of the reporting period; -1 where the series has none
	step int // how many observations lie from one figure to the next: 3 for a quarterly metric in a monthly grid
}

// runOf finds the reporting period p in the observations of a series. A
// quarter or year that ends with p serves for it.
func runOf(all []report.Observation, p report.Period) run {
	r := run{all: all[:upTo(all, p)], now: -1}
	if end := r.end(); end >= 0 && (r.all[end].Period == p || r.all[end].Period.End() == p.End()) {
		r.now = end
	}
	r.step = cadence(r.all)
	return r
}

// upTo is how many of all observations, which are in order, end with p or
// before it.
func upTo(all []report.Observation, p report.Period) int {
	n, end := len(all), p.End()
	for n > 0 && all[n-1].Period != p && all[n-1].Period.End().Compare(end) > 0 {
		n--
	}
	return n
}

// cadence is the number of observations from one figure to the next. It is
// more than 1 only where figures stand at an even distance with blanks, and
// nothing but blanks, between them.
func cadence(all []report.Observation) int {
	first, last, step := -1, -1, 0
	for i := range all {
		if all[i].Actual.State() == report.NotReported {
			continue
		}
		switch {
		case last < 0:
			first = i
		case step == 0 || i-last < step:
			step = i - last
		}
		last = i
	}
	if step < 2 || last-first < 2*step {
		return 1
	}
	for i := first; i <= last; i++ {
		if all[i].Actual.State() != report.NotReported && (i-first)%step != 0 {
			return 1
		}
	}
	return step
}

// before is the index of the figure before i in the metric's own steps; -1
// where the series does not reach back so far.
func (r run) before(i int) int { return max(i-r.step, -1) }

// yearBefore is the index of the same period one year before i; -1 where the
// series does not reach back so far.
func (r run) yearBefore(i int) int {
	want := r.all[i].Period.YearBefore()
	for j := i - 1; j >= 0; j-- {
		if r.all[j].Period == want {
			return j
		}
	}
	return -1
}

// span is the length of one step in words, for one or many: "month",
// "quarters".
func (r run) span(many bool) string {
	word := "period"
	if len(r.all) > 0 {
		word = spanWord(r.all[0].Period.Kind(), r.step)
	}
	if many {
		return word + "s"
	}
	return word
}

func spanWord(k report.PeriodKind, step int) string {
	switch {
	case k == report.Month && step == 1:
		return "month"
	case k == report.Month && step == 3, k == report.Quarter && step == 1:
		return "quarter"
	case k == report.Month && step == 12, k.IsYear() && step == 1:
		return "year"
	case k == report.Day && step == 1:
		return "day"
	}
	return "period"
}

// months is how many months one step is long; 1 for steps shorter than that.
func (r run) months() int {
	if len(r.all) == 0 {
		return 1
	}
	switch k := r.all[0].Period.Kind(); {
	case k == report.Quarter:
		return 3 * r.step
	case k.IsYear():
		return 12 * r.step
	}
	return r.step
}

// count is n steps in words: "1 month", "3 quarters".
func (r run) count(n int) string { return plural(n, r.span(false)) }

// lastKnown is the index of the latest figure up to the reporting period; -1
// where there is none.
func (r run) lastKnown() int {
	for i := r.end(); i >= 0; i-- {
		if r.all[i].Actual.Known() {
			return i
		}
	}
	return -1
}

// end is the index of the last observation up to the reporting period.
func (r run) end() int { return len(r.all) - 1 }

// gridSpan is the length of one observation in words.
func (r run) gridSpan() string {
	if len(r.all) == 0 {
		return "period"
	}
	return spanWord(r.all[0].Period.Kind(), 1)
}

package rules

import "panelpack/report"

// record is a highest or lowest figure in words: in the two parts that a
// sentence may part, "highest month of 2022 so far" and "since March 2021", and
// as far back as it reaches, "highest month since March 2021".
type record struct {
	highest  bool
	lead     string
	since    string // empty where the lead says it all
	furthest string
}

// recordOf finds whether the figure of the reporting period is higher or
// lower than all others of its year so far, and how far back beyond that. A
// figure that equals an earlier one is no record.
func (b *Rulebook) recordOf(t *terms, r run) (record, bool) {
	if r.now < 0 || !r.all[r.now].Actual.Known() {
		return record{}, false
	}
	for _, highest := range []bool{true, false} {
		if found, ok := b.recordOn(t, r, highest); ok {
			return found, true
		}
	}
	return record{}, false
}

func recordWord(t *terms, highest bool) report.Judgement {
	switch {
	case t.side != above && t.side != below:
		return report.NoJudgement
	case highest == (t.side == above):
		return report.Better
	}
	return report.Worse
}

// reach is how far back a figure is a record.
type reach struct {
	thisYear, beyond int           // earlier figures that it passes, in its year and in all
	wholeYear, whole bool          // it passes every one of them
	beaten           report.Period // the latest period whose figure it does not pass
	first            report.Period // of the figures it passes
}

// reachOf follows the figures back from now until one is not passed.
func (b *Rulebook) reachOf(r run, highest bool) reach {
	now := &r.all[r.now]
	f := reach{wholeYear: true, whole: true}
	for i := r.now - 1; i >= 0; i-- {
		o := &r.all[i]
		if !o.Actual.Known() {
			continue
		}
		inYear := b.yearOf(o.Period) == b.yearOf(now.Period)
		if c := now.Actual.Cmp(o.Actual); c == 0 || (c > 0) != highest {
			f.beaten, f.whole = o.Period, false
			f.wholeYear = !inYear
			return f
		}
		f.first = o.Period
		f.beyond++
		if inYear {
			f.thisYear++
		}
	}
	return f
}

// yearOf is the year of p, calendar or financial as the rulebook has it.
func (b *Rulebook) yearOf(p report.Period) report.Period {
	if b.records.Year == "financial" {
		return report.FinancialYearOf(p.FinancialYear())
	}
	return report.CalendarYearOf(p.Start().Year)
}

// recordOn says of what the figure is the highest or lowest, where that is
// worth saying.
func (b *Rulebook) recordOn(t *terms, r run, highest bool) (record, bool) {
	f := b.reachOf(r, highest)
	yearly := f.wholeYear && f.thisYear*r.months() >= b.records.LeastThisYear
	far := f.beyond*r.months() >= b.records.LeastBeyond
	which := "lowest " + figureWord(t.metric, r)
	if highest {
		which = "highest " + figureWord(t.metric, r)
	}
	year := which + " of " + b.yearOf(r.all[r.now].Period).Words() + " so far"
	since := "since " + f.beaten.Words()
	if f.whole {
		since = "of all since " + f.first.Words()
	}
	switch {
	case yearly && far:
		return record{highest, year, since, which + " " + since}, true
	case yearly:
		return record{highest: highest, lead: year, furthest: year}, true
	case far:
		return record{highest: highest, lead: which + " " + since, furthest: which + " " + since}, true
	}
	return record{}, false
}

// figureWord is what a figure of m is of: "month", "month end", "12 months".
func figureWord(m report.Metric, r run) string {
	switch m.Basis {
	case report.AtPeriodEnd:
		return r.span(false) + " end"
	case report.Rolling12:
		return "12 months"
	}
	return r.span(false)
}

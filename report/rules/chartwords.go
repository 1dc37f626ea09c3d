package rules

import (
	"slices"
	"strings"

	"panelpack/report"
)

// figureLines are the lines beneath the big figure: when, the target, and
// which side is better.
func (j *judged) figureLines() []string {
	lines := []string{j.when()}
	if j.verdict.target.Known() {
		word := "target "
		if j.terms.yardstick == final {
			word = "final target "
		}
		lines = append(lines, word+j.verdict.target.Words(j.Metric.Unit))
	}
	if j.terms.polarity != report.PolarityUnknown {
		lines = append(lines, j.terms.polarity.String())
	}
	return lines
}

// when is the stretch of time that the figure covers: "in September 2022",
// "at 30 September 2022", "12 months to September 2022", "for the quarter to
// September 2022" where it comes every third month.
func (j *judged) when() string {
	p := j.Now.Period
	switch {
	case j.Metric.Basis == report.AtPeriodEnd:
		return "at " + p.End().Words()
	case j.Metric.Basis == report.Rolling12:
		return "12 months to " + p.Words()
	case j.run.step > 1:
		return "for the " + j.run.span(false) + " to " + p.Words()
	}
	return p.When()
}

// chartWords puts the chart into words.
func (j *judged) chartWords() report.ChartWords {
	return report.ChartWords{Title: j.chartTitle(), Subtitle: j.chartSubtitle(), Alt: j.chartAlt()}
}

// chartTitle says in about ten words what the chart shows. Its verbs are in
// the past tense, which is the same for one and for many.
func (j *judged) chartTitle() string {
	name, u := j.Metric.Short(), j.Metric.Unit
	if !j.Now.Actual.Known() {
		return name + ": no figure for " + j.Now.Period.Words()
	}
	title := name + " " + j.movementVerb() + " " + u.Format(j.Now.Actual)
	if lead, _, _ := strings.Cut(j.record.lead, ","); lead != "" {
		return title + ", the " + lead
	}
	switch {
	case !j.verdict.measured:
		return title
	case j.verdict.distance.size == 0 || j.verdict.distance.target == 0:
		return title + ", " + j.Deviation.Short
	}
	return title + ", " + j.Deviation.Short + " target"
}

func (j *judged) movementVerb() string {
	change := j.previous().Change
	switch {
	case !change.Known():
		return "stood at"
	case change.Sign() > 0:
		return "rose to"
	case change.Sign() < 0:
		return "fell to"
	}
	return "stayed at"
}

// chartSubtitle says what is drawn, of which time, and beside what.
func (j *judged) chartSubtitle() string {
	what := capital(j.Metric.Unit.String()) + " " + j.basisWords()
	if j.Metric.Unit.Kind == report.Count && j.Metric.Unit.Word == "" {
		what = "Number " + j.basisWords()
	}
	if drawn := j.drawn(); len(drawn) > 0 {
		what += ", " + stretchWords(drawn[0].Period, drawn[len(drawn)-1].Period)
	}
	for i := range j.Observations {
		if j.Observations[i].Target.Known() {
			return what + ", with incremental target"
		}
	}
	return what
}

// drawn are the observations from the first with a figure or a target on, where
// there is any such.
func (j *judged) drawn() []report.Observation {
	all := j.run.all
	first := slices.IndexFunc(all, func(o report.Observation) bool { return o.Actual.Known() || o.Target.Known() })
	return all[max(first, 0):]
}

// lastDrawn is the last day that the chart shows: that of the reporting period,
// or of a later figure or forecast.
func (j *judged) lastDrawn() report.Date {
	last := j.Now.Period.End()
	later := func(d report.Date, v report.Value) {
		if v.Known() && d.Compare(last) > 0 {
			last = d
		}
	}
	for _, f := range j.Forecasts {
		later(f.Period.End(), f.Value)
	}
	for _, s := range j.Snapshots {
		later(s.AsAt, s.Value)
	}
	return last
}

// stretchWords is the time from one period to another: "September 2020 to
// September 2022"; of quarters by their first and last months, "April 2024 to
// March 2026".
func stretchWords(first, last report.Period) string {
	switch {
	case first == last:
		return first.Words()
	case first.Kind() == report.Quarter:
		from, to := first.Start(), last.End()
		return report.MonthOf(from.Year, from.Month).Words() + " to " + report.MonthOf(to.Year, to.Month).Words()
	}
	return first.Words() + " to " + last.Words()
}

func (j *judged) basisWords() string {
	span := j.run.span(false)
	switch j.Metric.Basis {
	case report.AtPeriodEnd:
		return "at " + span + " end"
	case report.Rolling12:
		return "over rolling 12 months"
	}
	if span == "month" {
		return "in month"
	}
	return "each " + span
}

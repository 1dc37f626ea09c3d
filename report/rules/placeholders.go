package rules

import (
	"strings"

	"panelpack/report"
)

// placeholderNames are what sentences and questions of a rulebook may put in
// braces; templates/rulebook.toml lists them for its readers.
var placeholderNames = setOf([]string{
	"metric", "other", "finding", "owner", "month", "actual", "target", "final_target", "yardstick",
	"away", "away_from_target", "rating", "before", "standing", "time",
	"change", "against", "year_change", "year_against", "record", "record_since",
	"why", "last", "last_month", "later", "later_date", "later_change",
	"forecast", "forecast_month", "basis", "step", "largest",
	"range", "pattern", "verdict", "within", "assurance", "benchmark",
})

// placeholders is what each placeholder stands for in the sentences about j.
func (j *judged) placeholders() words {
	w := words{}
	put := func(name, text string) { w[name] = report.Plain(text) }
	u, m := j.Metric.Unit, j.Metric
	w["metric"] = report.Text{report.MetricLink(m.Ref, m.Short())}
	put("owner", m.Owner)
	put("month", j.Now.Period.Words())
	put("rating", strings.ToLower(j.Rating.String()))
	put("yardstick", j.terms.yardstick.words())
	putKnown(put, "actual", u, j.Now.Actual)
	if j.verdict.target.Known() {
		put("target", j.verdict.target.Words(u))
	}
	if j.FinalTarget.Known() {
		put("final_target", j.FinalTarget.Words(u))
	}
	put("away", j.Deviation.Short)
	put("away_from_target", j.awayFromTarget())
	put("why", j.whyNoFigure())
	put("benchmark", j.benchmark())
	if j.LastKnown.Actual.Known() {
		put("last", u.Format(j.LastKnown.Actual))
		put("last_month", j.LastKnown.Period.Words())
	}
	j.putStanding(put)
	j.putMovement(put)
	j.putSignal(put)
	j.putLater(put)
	return w
}

func putKnown(put func(name, text string), name string, u report.Unit, v report.Value) {
	if v.Known() {
		put(name, u.Format(v))
	}
}

func (j *judged) putStanding(put func(name, text string)) {
	rating := strings.ToLower(j.Rating.String())
	if j.RatedFor == "" {
		return
	}
	put("time", j.RatedFor)
	put("standing", rating+" for "+j.RatedFor)
	if j.NewlyRated {
		before := strings.ToLower(j.Before.String())
		put("before", before)
		earlier := j.run.all[j.run.before(j.run.now)].Period
		put("standing", "newly "+rating+", "+before+" in "+nearWords(earlier, j.Now.Period))
	}
}

func (j *judged) putMovement(put func(name, text string)) {
	now := j.Now.Period
	for _, d := range j.Directions {
		change, against := "change", "against"
		if d.Against == now.YearBefore() && j.run.months() < 12 {
			change, against = "year_change", "year_against"
		}
		if d.Change.Known() {
			put(change, d.Text)
			put(against, nearWords(d.Against, now))
		}
	}
	put("record", j.record.lead)
	put("record_since", j.record.since)
}

func (j *judged) putSignal(put func(name, text string)) {
	put("range", j.signal.expected)
	put("pattern", j.signal.pattern)
	put("assurance", j.signal.Assurance)
	switch {
	case j.signal.Variation == "":
	case j.signal.now.cause == noCause:
		put("within", "within normal variation ("+j.signal.expected+")")
	default:
		put("verdict", realChange(j.signal.judged))
	}
}

func (j *judged) putLater(put func(name, text string)) {
	u := j.Metric.Unit
	if s := j.later; s != nil {
		put("later", u.Format(s.Value))
		put("later_date", s.AsAt.Words())
		put("later_change", j.book.snapshotChange(u, s))
	}
	if l := j.outlook; l.known {
		span := spanWord(l.forecast.Period.Kind(), 1)
		put("forecast", u.Format(l.forecast.Value))
		put("forecast_month", l.forecast.Period.Words())
		put("basis", strings.TrimRight(strings.TrimSpace(l.forecast.Basis), "."))
		put("step", l.stepWords(u, span))
		put("largest", l.largestWords(u, span))
	}
}

// awayFromTarget is the deviation as the head of a question: "63.9% above the
// target of 230".
func (j *judged) awayFromTarget() string {
	switch d := j.verdict.distance; {
	case !j.verdict.measured:
		return ""
	case d.size == 0 || d.target == 0:
		return j.Deviation.Short
	}
	return j.Deviation.Short + " the target of " + j.verdict.target.Words(j.Metric.Unit)
}

// whyNoFigure is why the reporting period has no figure; empty where it has.
func (j *judged) whyNoFigure() string {
	if j.Now.Actual.Known() {
		return ""
	}
	return j.Now.Actual.State().String()
}

// benchmark is the latest figures of other areas: "England: 22.5% in 2021/22".
func (j *judged) benchmark() string {
	var all []string
	for _, b := range j.Benchmarks {
		if b.Value.Known() {
			all = append(all, b.Name+": "+j.Metric.Unit.Format(b.Value)+" in "+b.Period.Words())
		}
	}
	return strings.Join(all, "; ")
}

// snapshotChange is the change of a later figure from its base: "up 49% from
// six months earlier (229 on 3 May 2022)", "down 3 from 12 on 30 September
// 2022".
func (b *Rulebook) snapshotChange(u report.Unit, s *report.Snapshot) string {
	change := s.Value.Sub(s.Base)
	if !change.Known() || s.BaseAsAt.IsZero() {
		return ""
	}
	base := u.Format(s.Base) + " on " + s.BaseAsAt.Words()
	months := wholeMonths(s.BaseAsAt, s.AsAt)
	inPercent := b.changeShare(u, s.Base, change)
	size := upOrDown(change) + " " + u.FormatSize(change)
	switch {
	case change.Sign() == 0:
		return "the same as on " + s.BaseAsAt.Words()
	case months > 1 && inPercent != "":
		return upOrDown(change) + " " + inPercent + " from " + speltPlural(months, "month") + " earlier (" + base + ")"
	case months > 1:
		return size + " from " + speltPlural(months, "month") + " earlier (" + base + ")"
	case inPercent != "":
		return size + " (" + inPercent + ") from " + base
	}
	return size + " from " + base
}

// wholeMonths is how many months lie between two days of the same number, or
// two last days of their months; 0 where the days are not so.
func wholeMonths(from, to report.Date) int {
	sameDay := from.Day == to.Day
	lastDays := from.AddDays(1).Day == 1 && to.AddDays(1).Day == 1
	if !sameDay && !lastDays {
		return 0
	}
	return max((to.Year-from.Year)*12+int(to.Month)-int(from.Month), 0)
}

package rules

import (
	"fmt"
	"slices"
	"strings"

	"panelpack/report"
)

// chartAlt says what a sighted reader takes from the chart.
func (j *judged) chartAlt() string {
	_, _, _, _, known := j.extremes()
	if known == 0 {
		return "A chart of " + j.Metric.Name + " without any figure."
	}
	alt := []string{"Line chart of " + j.Metric.Name + ": " + j.altOfFigures()}
	alt = append(alt, j.altOfTarget()...)
	alt = append(alt, j.altOfRange()...)
	alt = append(alt, j.altOfLater()...)
	if text := j.benchmark(); text != "" {
		alt = append(alt, "For comparison, "+text+".")
	}
	alt = append(alt, j.altOfEvents()...)
	if gaps := len(j.drawn()) - known; j.run.step == 1 && gaps > 0 {
		alt = append(alt, "There is no figure for "+report.Whole(gaps)+" of "+report.Whole(len(j.drawn()))+" "+j.run.span(true)+".")
	}
	return strings.Join(alt, " ")
}

// altOfFigures says where the line begins and ends, and how high and low it
// comes: among the figures that are published, where others are suppressed.
func (j *judged) altOfFigures() string {
	first, last, high, low, known := j.extremes()
	at := func(o *report.Observation) string { return j.Metric.Unit.Format(o.Actual) + " " + o.Period.When() }
	extreme := func(o *report.Observation) string {
		if j.times(o.Actual) > 1 {
			return j.Metric.Unit.Format(o.Actual) + ", first " + o.Period.When()
		}
		return at(o)
	}
	text := at(first) + ", " + at(last) + "."
	switch {
	case known <= 2:
	case high.Actual.Cmp(low.Actual) == 0:
		text += " It is the same throughout."
	case j.hasSuppressed():
		text += " Of the figures that are published the highest is " + extreme(high) + ", and the lowest " + extreme(low) + "."
	default:
		text += " The highest is " + extreme(high) + ", and the lowest " + extreme(low) + "."
	}
	return text
}

// times is how many figures up to the reporting period are v.
func (j *judged) times(v report.Value) int {
	n := 0
	for i := range j.run.all {
		if a := j.run.all[i].Actual; a.Known() && a.Cmp(v) == 0 {
			n++
		}
	}
	return n
}

func (j *judged) hasSuppressed() bool {
	return slices.ContainsFunc(j.run.all, func(o report.Observation) bool { return o.Actual.State() == report.Suppressed })
}

// altOfTarget says the target, the zone around a plan, and the final target.
func (j *judged) altOfTarget() []string {
	u, target := j.Metric.Unit, j.verdict.target
	if !target.Known() {
		return nil
	}
	text := []string{fmt.Sprintf("The %s is %s; the rating is %s.", j.terms.yardstick.words(), target.Words(u), j.Rating)}
	if z := j.book.zone(&j.terms, target); target.Sense == report.Exactly && z.Known() {
		text = append(text, fmt.Sprintf("It is green from %s to %s.", u.Format(z.Low), u.Format(z.High)))
	}
	if j.FinalTarget.Known() && j.FinalTarget != target {
		text = append(text, "The final target is "+j.FinalTarget.Words(u)+".")
	}
	return text
}

// altOfRange says the expected range of the latest figures.
func (j *judged) altOfRange() []string {
	if len(j.Signal.Limits) == 0 {
		return nil
	}
	u, l := j.Metric.Unit, j.Signal.Limits[len(j.Signal.Limits)-1]
	mean := u.Format(report.Round(l.Mean, j.Metric.Places))
	return []string{"The expected range is " + u.Format(l.Least) + " to " + u.Format(l.Most) + ", around an average of " + mean + "."}
}

// altOfLater says the figures that are no period's own: by their days, and
// what the service expects.
func (j *judged) altOfLater() []string {
	var text []string
	if s := j.later; s != nil {
		text = append(text, "It was "+j.Metric.Unit.Format(s.Value)+" on "+s.AsAt.Words()+".")
	}
	var expected []string
	for _, f := range j.Forecasts {
		if f.Value.Known() && f.Period.Compare(j.Now.Period) > 0 {
			expected = append(expected, j.Metric.Unit.Format(f.Value)+" by "+f.Period.Words())
		}
	}
	if len(expected) > 0 {
		text = append(text, "The service expects "+strings.Join(expected, ", ")+".")
	}
	return text
}

// altOfEvents says what happened in the time that is drawn.
func (j *judged) altOfEvents() []string {
	var text []string
	for _, e := range j.Events {
		text = append(text, e.Period.Words()+": "+strings.TrimSuffix(e.Label, ".")+".")
	}
	return text
}

// extremes are the first, last, highest and lowest figures up to the
// reporting period, and how many there are.
func (j *judged) extremes() (first, last, high, low *report.Observation, known int) {
	for i := range j.run.all {
		o := &j.run.all[i]
		if !o.Actual.Known() {
			continue
		}
		known++
		last = o
		if first == nil {
			first, high, low = o, o, o
		}
		if o.Actual.Cmp(high.Actual) > 0 {
			high = o
		}
		if o.Actual.Cmp(low.Actual) < 0 {
			low = o
		}
	}
	return first, last, high, low, known
}

package rules

import (
	"math"

	"panelpack/report"
)

// speak puts the signal of the reporting period into words for members.
func (b *Rulebook) speak(t *terms, r run, s *signal) {
	drawn := s.Limits[len(s.Limits)-1]
	s.expected = rangeWords(t.metric, drawn)
	if r.now < 0 || !r.all[r.now].Actual.Known() {
		return
	}
	s.judged = s.Special[r.now]
	s.pattern = patternWords(r, s.now, s.expected)
	s.Variation = "within normal variation (" + s.expected + ")"
	if s.now.cause != noCause {
		s.Variation = realChange(s.judged) + ": " + s.pattern
	}
	if s.Provisional {
		s.Variation += "; provisional, from " + plural(s.Points, "figure")
	}
	s.Assurance = assurance(t, r.all[r.now].Target, s.latest)
}

// rangeWords is an expected range at published precision. Its ends are drawn
// inwards, so that a figure outside the range is never one of them.
func rangeWords(m report.Metric, l report.Limits) string {
	scale := math.Pow10(m.Places)
	lower := report.Round(math.Ceil(l.Lower*scale)/scale, m.Places)
	upper := report.Round(math.Floor(l.Upper*scale)/scale, m.Places)
	if upper.Cmp(lower) < 0 {
		return m.Unit.Format(report.Round(l.Mean, m.Places))
	}
	return m.Unit.Format(lower) + "–" + m.Unit.Format(upper)
}

// realChange is a special cause in words for members.
func realChange(j report.Judgement) string {
	switch j {
	case report.Better:
		return "a real change for the better"
	case report.Worse:
		return "a real change for the worse"
	}
	return "a real change"
}

// patternWords says which pattern a point is part of.
func patternWords(r run, p point, expected string) string {
	many := spelt(runLength) + " " + r.span(true) + " or more in a row"
	switch p.cause {
	case beyondLimit:
		return "outside the expected range (" + expected + ")"
	case sevenMoving:
		return many + " " + pick(p.side, "rising", "falling")
	case twoOfThree:
		return "two of three " + r.span(true) + " close to the " + pick(p.side, "upper", "lower") + " end of the expected range (" + expected + ")"
	case sevenOneSide:
		return many + " " + pick(p.side, "above", "below") + " the average"
	}
	return ""
}

func pick(side int, high, low string) string {
	if side > 0 {
		return high
	}
	return low
}

// assurance says whether the process, as it has been, can be expected to meet
// its target. It is empty where there is no target with a better side.
func assurance(t *terms, target report.Target, l limits) string {
	if !target.Known() || t.side != above && t.side != below {
		return ""
	}
	at := target.Value.Float()
	switch {
	case at > l.upper && t.side == above, at < l.lower && t.side == below:
		return "as things have been, the target lies out of reach of normal variation"
	case at < l.lower && t.side == above, at > l.upper && t.side == below:
		return "as things have been, the target can be expected to be met every time"
	}
	return "the target lies within normal variation, so it is met in some periods and missed in others by chance"
}

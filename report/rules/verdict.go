package rules

import "panelpack/report"

// describe puts the signal of the reporting period into words for members.
func (s *signal) describe(t *terms, r run) {
	drawn := s.Limits[len(s.Limits)-1]
	s.expected = rangeWords(t.metric, drawn)
	if s.Provisional {
		s.expected += ", provisional"
	}
	if r.now < 0 || !r.all[r.now].Actual.Known() {
		return
	}
	s.judged = s.Special[r.now]
	within := s.expected
	if s.fitsFew(r) {
		within += ", which fits few of its figures"
	}
	s.pattern = patternWords(r, s.now, within)
	s.Variation = "within normal variation (" + s.expected + ")"
	if s.now.cause != noCause {
		s.Variation = realChange(s.judged) + ": " + s.pattern
	}
	if t.metric.Basis == report.AtPeriodEnd {
		s.Variation += "; to be read with care, since a stock moves slowly"
	}
	s.Assurance, s.assured = assurance(t, r.all[r.now].Target, s.latest)
	if s.now.cause != noCause && s.Assurance != "" {
		s.Assurance = "as things were, " + s.Assurance
	}
}

// rangeWords is an expected range at published precision, or its middle where
// nothing lies between its ends. A minus beside a dash would be misread.
func rangeWords(m report.Metric, l report.Limits) string {
	least, most := m.Unit.Format(l.Least), m.Unit.Format(l.Most)
	switch {
	case l.Most.Cmp(l.Least) < 0:
		return m.Unit.Format(report.Round(l.Mean, m.Places))
	case l.Least.Sign() < 0:
		return least + " to " + most
	}
	return least + "–" + most
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
		return pick(p.side, "above", "below") + " the expected range (" + expected + ")"
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
// its target, and whether that is sure either way. It is empty where there is
// no target with a better side.
func assurance(t *terms, target report.Target, l limits) (verdict string, sure bool) {
	if !target.Known() || t.side != above && t.side != below {
		return "", false
	}
	words := "the target of " + target.Words(t.metric.Unit) + " lies "
	switch at := target.Value.Float(); {
	case at > l.upper && t.side == above, at < l.lower && t.side == below:
		return words + "beyond the expected range, so it can be expected to be missed unless things change", true
	case at < l.lower && t.side == above, at > l.upper && t.side == below:
		return words + "on the worse side of the expected range, so it can be expected to be met unless things change", true
	}
	return words + "within the expected range, so meeting or missing it in any one period may be chance", false
}

package narrative

import (
	"fmt"
	"math"
	"slices"

	"panelpack/report"
)

// contradict judges a figure that is not what the sentence says it is.
// Verdicts are those on all figures of the sentence: one that is right shows
// that the sentence speaks of the metric.
func (k *checker) contradict(s sentence, c claim, verdicts []verdict) verdict {
	if c.denied || c.vague || !k.comparable(c) || len(k.named(s)) > 0 {
		return verdict{}
	}
	switch c.role {
	case moved:
		return k.contradictMovement(s, c, verdicts)
	case atTarget:
		return k.contradicted(c, k.meant(c), k.own.targets())
	case level, expected:
		if c.role == expected && !c.named {
			return verdict{}
		}
		truth := k.meant(c)
		if len(truth) == 0 || !k.likely(c, truth[0].value) || !s.inCompany(c, verdicts) && !s.speaksOfMetric(c) {
			return verdict{}
		}
		return k.contradicted(c, truth, k.own.levels())
	}
	return verdict{}
}

// comparable reports whether a claim is written in what the metric is counted
// in. A movement may be in per cent of anything.
func (k *checker) comparable(c claim) bool {
	if c.role == moved {
		return c.kind == percentage || k.own.sameKind(c.kind) || c.kind == points && k.own.kind() == percentage
	}
	return k.own.sameKind(c.kind)
}

// contradicted tells what the data has instead, and where else the figure
// claimed is found.
func (k *checker) contradicted(c claim, truth, elsewhere []datum) verdict {
	if len(truth) == 0 || c.hedge == "about" && math.Abs(c.value.Float()-truth[0].value.Float()) < 0.1*truth[0].value.Float() {
		return verdict{}
	}
	against := fmt.Sprintf("%s is %s", truth[0].when, k.own.Metric.Unit.Format(truth[0].value))
	for _, d := range elsewhere {
		if c.hedge == "" && c.fits(d.value) && !slices.Contains(truth, d) {
			against += fmt.Sprintf("; %s was %s", c.text, d.when)
			break
		}
	}
	return verdict{FigureCheck: report.FigureCheck{Verdict: report.Contradicted, Against: against}}
}

// contradictMovement judges a change that is told against a named time or the
// target, or that is as large as the real one and the other way round.
func (k *checker) contradictMovement(s sentence, c claim, verdicts []verdict) verdict {
	at := slices.IndexFunc(s.figures, func(f figure) bool { return f.at == c.at })
	real := k.movements(c, verdicts[:at])
	if len(real) == 0 || !s.inCompany(c, verdicts) && !s.speaksOfMetric(c) && !s.isBareMovement(c) {
		return verdict{}
	}
	for _, m := range real {
		if size, way := m.fits(c, k.own); size && !way {
			return k.contradictedBy(m)
		}
	}
	if !c.named && !c.ofTarget {
		return verdict{}
	}
	return k.contradictedBy(real[0])
}

func (k *checker) contradictedBy(m change) verdict {
	u, by := k.own.Metric.Unit, m.to.value.Sub(m.from.value)
	word := "up"
	if by.Sign() < 0 {
		word = "down"
	}
	if by.Sign() == 0 {
		word = "a change of"
	}
	against := fmt.Sprintf("%s to %s is %s %s (%s to %s)",
		m.from.when, m.to.when, word, u.FormatSize(by), u.Format(m.from.value), u.Format(m.to.value))
	return verdict{FigureCheck: report.FigureCheck{Verdict: report.Contradicted, Against: against}}
}

// likely reports whether a wrong figure is near enough to the truth to be a
// slip, and not a figure of something else: within 30 points or a factor of
// two and a half, the metric's own in another period, or the same digits in
// another order or with a nought or a point astray.
func (k *checker) likely(c claim, truth report.Value) bool {
	says, is := c.value.Float(), truth.Float()
	near := says <= 2.5*is && is <= 2.5*says
	if k.own.kind() == percentage {
		near = math.Abs(says-is) <= 30
	}
	if near || sortedDigits(c.value) == sortedDigits(truth) {
		return true
	}
	return c.hedge == "" && says >= 10 && slices.ContainsFunc(k.own.levels(), func(d datum) bool { return c.fits(d.value) })
}

// sortedDigits is the digits of v in order, noughts apart.
func sortedDigits(v report.Value) string {
	var digits []rune
	for _, r := range v.Decimal() {
		if r > '0' && r <= '9' {
			digits = append(digits, r)
		}
	}
	slices.Sort(digits)
	return string(digits)
}

// inCompany reports whether a claim stands beside a figure of the metric that
// is right, and has no words of its own that say it is of something else:
// "88% in September, against 92% in August".
func (s sentence) inCompany(c claim, verdicts []verdict) bool {
	right := slices.ContainsFunc(verdicts, func(v verdict) bool { return v.Verdict == report.Confirmed && v.is.value.Known() })
	if !right || s.speaksOfPart(c, vocabulary(s.own.Metric)) {
		return false
	}
	if c.role == moved {
		return true
	}
	before := s.low(c.at - 1)
	compared := slices.Contains([]string{"from", "to", "against", "with", "than", "and", "was", "at", "(", "versus", "vs"}, before)
	return compared && s.standsAlone(c.after)
}

// isBareMovement reports whether a claim is "an improvement of 8 points on
// August", with no word of what improved.
func (s sentence) isBareMovement(c claim) bool {
	return c.kind == points && s.low(c.at-1) == "of" && c.at-3 <= c.from && s.standsAlone(c.after)
}

// standsAlone reports whether nothing that is counted follows from words[at]
// on: a time, a mark, a word that goes on to something else, or nothing.
func (s sentence) standsAlone(at int) bool {
	if at >= len(s.words) || s.low(at) == "." || english.is("boundary", s.words, at) {
		return true
	}
	return english["preposition"][s.low(at)] && s.low(at) != "of" ||
		slices.ContainsFunc(s.mentions, func(m mention) bool { return m.from == at || m.from == at+1 })
}

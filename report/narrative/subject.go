package narrative

import (
	"slices"
	"strings"

	"panelpack/report"
)

// speaksOfMetric reports whether the clause of c says its figure of the metric
// itself, and not of some part of it or of something else. Where it is in
// doubt the answer is no: a figure that is wrongly called wrong costs an
// officer more than one that is only listed.
func (s sentence) speaksOfMetric(c claim) bool {
	vocabulary := vocabulary(s.own.Metric)
	if s.speaksOfPart(c, vocabulary) || s.isOfElse(c, vocabulary) {
		return false
	}
	from := c.from
	if s.low(from-1) == "from" && from == c.at { // "Feedback came from 51 children"
		from = 0
	}
	overlap := s.overlaps(vocabulary, c.after, min(c.after+7, c.to)) || s.overlaps(vocabulary, from, c.at)
	subject, foreign := s.subject(c, vocabulary)
	return !foreign && (overlap || subject) && !s.saysMore(c, vocabulary)
}

func (s sentence) overlaps(vocabulary map[string]bool, from, to int) bool {
	return slices.ContainsFunc(s.words[from:max(from, to)], func(w word) bool { return vocabulary[stem(w.low)] })
}

// speaksOfPart reports whether the clause has a word for a part of what the
// metric counts, or for another area, that is not in the metric's own name.
func (s sentence) speaksOfPart(c claim, vocabulary map[string]bool) bool {
	for at := c.from; at < c.to; at++ {
		if english.is("part", s.words, at) && !vocabulary[stem(s.words[at].low)] && (at < c.at || at >= c.after) {
			return true
		}
	}
	// "40 of the open cases", "of the open cases 40".
	if c.kind == plainCount && s.low(c.after) == "of" {
		return true
	}
	return c.kind == plainCount && s.low(c.from) == "of"
}

// subject looks before the figure for a word that says what it is of, such as
// "the rate" or "the number of referrals". Foreign is one that is of something
// else: "the sickness rate", "the number of complaints".
func (s sentence) subject(c claim, vocabulary map[string]bool) (own, foreign bool) {
	for at := c.from; at < c.at; at++ {
		if !english["subject"][s.words[at].low] {
			continue
		}
		if at > 0 && s.isForeign(at-1, vocabulary) {
			return false, true
		}
		if s.low(at+1) == "of" {
			return s.ofWhat(at+2, c.at, vocabulary)
		}
		own = true
	}
	return own, false
}

// isForeign reports whether the word at, before a subject, makes it that of
// something else.
func (s sentence) isForeign(at int, vocabulary map[string]bool) bool {
	low := s.words[at].low
	return !s.inMention(at) && !vocabulary[stem(low)] && !english["common"][low] && !english["subject"][low] &&
		!english["neutral"][low] && !english["preposition"][low] && !english["before subject"][low]
}

// ofWhat reads what a subject is of, up to the verb.
func (s sentence) ofWhat(from, to int, vocabulary map[string]bool) (own, foreign bool) {
	own = true
	for at := from; at < min(from+6, to); at++ {
		low := s.words[at].low
		switch {
		case english["being"][low] || english["rise"][low] || english["fall"][low] || english["preposition"][low] && low != "of" && low != "with":
			return own, !own
		case vocabulary[stem(low)]:
			return true, false
		case !english["common"][low]:
			own = false
		}
	}
	return own, !own
}

// saysMore reports whether the words after the figure say more of what was
// counted than the metric's name does: "40 visits were cancelled", "referrals
// from schools".
func (s sentence) saysMore(c claim, vocabulary map[string]bool) bool {
	telling := func(low string) bool {
		return !vocabulary[stem(low)] && !english["neutral"][low] && !english["common"][low]
	}
	if c.role == level && (s.low(c.to) == "from" || s.low(c.to) == "which") {
		return true
	}
	for at := c.from; at < c.at && c.role == level; at++ {
		if low := s.words[at].low; english["clause"][low] && !inName(s.own.Metric, low) {
			return true
		}
	}
	for at := c.after; at < c.to; at++ {
		low := s.words[at].low
		if s.inMention(at) {
			return false
		}
		if english["qualifier"][low] && at > c.after && !inName(s.own.Metric, low) {
			return true
		}
		if !english["being"][low] {
			continue
		}
		for at++; at < c.to && english["being"][s.words[at].low]; at++ {
		}
		return at < c.to && telling(s.words[at].low) && !s.words[at].number
	}
	return false
}

// isOfElse reports whether what follows the figure is something that the
// metric's name has no word of: "60% of the delays", "30 schools".
func (s sentence) isOfElse(c claim, vocabulary map[string]bool) bool {
	if c.kind == percentage && s.low(c.after) == "of" {
		_, foreign := s.ofWhat(c.after+1, c.to, vocabulary)
		return foreign
	}
	if c.kind != plainCount {
		return false
	}
	foreign := false
	for at := c.after; at < min(c.after+4, c.to); at++ {
		low := s.words[at].low
		switch {
		case vocabulary[stem(low)]:
			return false
		case english["being"][low] || english["preposition"][low] || low == "." || english.is("boundary", s.words, at) || english["neutral"][low] || english["qualifier"][low] || s.inMention(at):
			return foreign
		case !english["common"][low]:
			foreign = true
		}
	}
	return foreign
}

// inName reports whether a metric's name has a word, however common.
func inName(m report.Metric, low string) bool {
	return slices.ContainsFunc(wordsOf(prose{{Span: report.Span{Text: m.Name}}}), func(w word) bool { return w.low == low })
}

// stem is a word without the endings by which it differs from its kin, so that
// visit, visits and visited are one.
func stem(low string) string {
	low = strings.TrimSuffix(low, "'s")
	if len(low) < 4 {
		return low
	}
	low = strings.TrimSuffix(low, "s")
	for _, ending := range []string{"ing", "ed", "ment"} {
		if rest, ok := strings.CutSuffix(low, ending); ok && len(rest) > 2 {
			low = rest
			break
		}
	}
	return strings.TrimSuffix(low, "e")
}

// vocabulary is the telling words of a metric's name, as stems.
func vocabulary(m report.Metric) map[string]bool {
	all := map[string]bool{}
	for _, w := range wordsOf(prose{{Span: report.Span{Text: m.Name + " " + m.ShortName}}}) {
		if !english["common"][w.low] && len(w.low) > 2 {
			all[stem(w.low)] = true
		}
	}
	return all
}

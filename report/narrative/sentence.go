package narrative

import (
	"slices"

	"panelpack/report"
)

// sentence is one sentence of a commentary, read for its figures.
type sentence struct {
	words    []word
	figures  []figure
	mentions []mention
	calendar calendar
	own      *report.Assessment
}

func readSentence(words []word, a *report.Assessment) sentence {
	c := calendarOf(a)
	return sentence{words: words, figures: figuresIn(words, a.Metric), mentions: c.mentions(words), calendar: c, own: a}
}

func (s sentence) low(i int) string {
	if i < 0 || i >= len(s.words) {
		return ""
	}
	return s.words[i].low
}

// any reports whether a word or phrase of group begins in words[from:to].
func (s sentence) any(group string, from, to int) bool {
	for i := max(from, 0); i < min(to, len(s.words)); i++ {
		if english.is(group, s.words, i) {
			return true
		}
	}
	return false
}

// clauseFrom is where the clause of figure i begins. The comma after a time
// that leads the sentence does not part it.
func (s sentence) clauseFrom(i int) int {
	least := 0
	if i > 0 {
		least = s.figures[i-1].after
	}
	for at := s.figures[i].at - 1; at >= least; at-- {
		if english.is("boundary", s.words, at) && !(s.words[at].low == "," && s.endsMention(at)) {
			return at + 1
		}
	}
	return least
}

// endsMention reports whether a time ends before the word at.
func (s sentence) endsMention(at int) bool {
	return slices.ContainsFunc(s.mentions, func(m mention) bool { return m.to == at })
}

// clauseTo is where the clause of figure i ends. A time in brackets after the
// figure belongs to it.
func (s sentence) clauseTo(i int) int {
	from := s.figures[i].after
	if s.low(from) == "(" && slices.ContainsFunc(s.mentions, func(m mention) bool { return m.from == from+1 }) {
		from++
	}
	return s.nextBoundary(from, i)
}

// nextBoundary is the end of the clause that goes on from a word after figure
// i: at the latest where the next figure stands.
func (s sentence) nextBoundary(from, i int) int {
	most := len(s.words)
	if i+1 < len(s.figures) {
		most = s.figures[i+1].at
	}
	for at := from; at < most; at++ {
		if english.is("boundary", s.words, at) {
			return at
		}
	}
	return most
}

// when finds the time of a claim: the one after the figure in its clause, or
// the nearest before it, or the one that leads the sentence.
func (s sentence) when(c *claim, i int) {
	var found *mention
	for n := range s.mentions {
		m := &s.mentions[n]
		switch {
		case m.from >= c.after && m.to <= c.to:
			if found == nil || found.from < c.after {
				found = m
			}
		case m.to <= c.at && !s.isBase(*m) && !s.isOf(i-1, n) && (m.from >= c.from || i == 0):
			found = m
		}
	}
	if found != nil {
		s.take(c, *found)
	}
}

// isOf reports whether mention n is the first after figure i in its clause,
// which has it then.
func (s sentence) isOf(i, n int) bool {
	if i < 0 {
		return false
	}
	m := s.mentions[n]
	first := n == 0 || s.mentions[n-1].from < s.figures[i].after
	return first && m.from >= s.figures[i].after && m.to <= s.clauseTo(i)
}

// take gives a claim the time m.
func (s sentence) take(c *claim, m mention) {
	c.periods, c.named, c.vague, c.bare = m.periods, true, len(m.periods) == 0, m.word != ""
	last := s.words[m.to-1].low
	c.relative = isAgo(last)
}

// isRange reports whether figure i is an end of "between 84% and 90%".
func (s sentence) isRange(i int) bool {
	low := s.low(s.figures[i].at - 1)
	if low == "and" && i > 0 && s.figures[i-1].after == s.figures[i].at-1 {
		low = s.low(s.figures[i-1].at - 1)
	}
	return low == "between"
}

// isBase reports whether a time is one that something is compared with.
func (s sentence) isBase(m mention) bool {
	for at := m.from - 1; at >= 0 && at >= m.from-4; at-- {
		switch s.words[at].low {
		case "since", "from", "until", "before", "after", "than", "with", "against", "compared":
			return true
		case "in", "at", "of", "the", "end", "on", "to":
		default:
			return false
		}
	}
	return false
}

// inMention reports whether the word at is one of a time.
func (s sentence) inMention(at int) bool {
	return slices.ContainsFunc(s.mentions, func(m mention) bool { return m.from <= at && at < m.to })
}

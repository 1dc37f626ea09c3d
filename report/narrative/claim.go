package narrative

import (
	"slices"
	"strings"

	"panelpack/report"
)

// role is what a figure claims to be.
type role uint8

const (
	level    role = iota // the metric's figure in a period
	earlier              // its figure in some period before
	atTarget             // its target
	expected             // a forecast
	wished               // an aim, or a target that is not the pack's
	moved                // how much it changed
	shared               // one of the numbers of "33 of 50"
)

// claim is one figure of a sentence and what it claims to be.
type claim struct {
	figure
	role     role
	hedge    string           // "about", "over" or "under"; empty where it means to be exact
	way      int              // of a movement: 1 up, -1 down, 0 not said
	judged   report.Judgement // of a movement that is called better or worse
	periods  []report.Period  // which period, the likeliest first
	named    bool             // the sentence names a time for it
	vague    bool             // a time without a month, or a range
	bare     bool             // a month without its year
	relative bool             // a time told from another, such as six months earlier
	ofTarget bool             // a movement away from the target
	denied   bool             // the sentence says that it is not so
	from, to int              // the words of its clause
}

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

// claims is what every figure of the sentence claims to be.
func (s sentence) claims() []claim {
	all := make([]claim, len(s.figures))
	for i := range all {
		all[i] = s.claim(i)
		if i > 0 && all[i-1].role == moved && s.low(all[i].at-1) == "(" && all[i].at-all[i-1].after < 2 {
			before := all[i-1]
			all[i].role, all[i].way, all[i].judged, all[i].ofTarget = moved, before.way, before.judged, before.ofTarget
			all[i].periods, all[i].named = before.periods, before.named
		}
	}
	return all
}

func (s sentence) low(i int) string {
	if i < 0 || i >= len(s.words) {
		return ""
	}
	return s.words[i].low
}

func (s sentence) claim(i int) claim {
	c := claim{figure: s.figures[i], from: s.clauseFrom(i), to: s.clauseTo(i)}
	before := c.at - 1
	for n := 4; n > 0 && c.hedge == ""; n-- {
		for _, hedge := range []string{"over", "under", "about"} {
			if c.at >= n && english.at(hedge, s.words, c.at-n) == n {
				c.hedge, before = hedge, c.at-n-1
			}
		}
	}
	for _, filler := range []string{"the", "a", "another", "further", "just", "only"} {
		if s.low(before) == filler {
			before--
		}
	}
	c.denied = s.any("not", c.from, c.at)
	s.when(&c, i)
	c.vague = c.vague || s.isRange(i)
	c.role = s.role(&c, i, before)
	if (c.role == expected || c.role == wished) && c.bare && c.periods[0].Compare(s.calendar.now) < 0 {
		c.periods = []report.Period{c.periods[0].Add(12)}
	}
	return c
}

// role tells what the figure of c claims to be. The word before it, hedges
// apart, stands at before.
func (s sentence) role(c *claim, i, before int) role {
	switch {
	case s.isShared(i):
		return shared
	case s.endsInTarget(c):
		return s.targetRole(c)
	case s.movement(c, before):
		s.since(c, i)
		return moved
	case s.followsTarget(c):
		return s.targetRole(c)
	case s.isAhead(c) && s.any("forecast", 0, c.at):
		return expected
	case s.isAhead(c) && s.any("aim", c.from, c.at):
		return wished
	case !c.named && slices.Contains([]string{"from", "against", "with", "than", "versus", "vs", "previously"}, s.low(before)):
		return earlier
	}
	return level
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

func (s sentence) endsMention(at int) bool {
	return slices.ContainsFunc(s.mentions, func(m mention) bool { return m.to == at })
}

// clauseTo is where the clause of figure i ends. A time in brackets after the
// figure belongs to it.
func (s sentence) clauseTo(i int) int {
	most := len(s.words)
	if i+1 < len(s.figures) {
		most = s.figures[i+1].at
	}
	from := s.figures[i].after
	for at := from; at < most; at++ {
		bracket := at == from && s.words[at].low == "(" && slices.ContainsFunc(s.mentions, func(m mention) bool { return m.from == at+1 })
		if english.is("boundary", s.words, at) && !bracket {
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

// isShared reports whether figure i is one of the numbers of "33 of 50".
func (s sentence) isShared(i int) bool {
	joined := func(a, b figure) bool {
		if a.kind != plainCount || b.kind != plainCount || b.at-a.after > 3 || b.at == a.after {
			return false
		}
		return s.low(a.after) == "of" || s.low(a.after) == "out"
	}
	return i+1 < len(s.figures) && joined(s.figures[i], s.figures[i+1]) || i > 0 && joined(s.figures[i-1], s.figures[i])
}

// movement reports whether the figure is how much something changed, and which
// way: "up 12", "rose by 12", "a fall of 12", "12 more than", "12% higher".
func (s sentence) movement(c *claim, before int) bool {
	switch low := s.low(before); {
	case low == "by":
		for at := before - 1; at >= max(0, before-4); at-- {
			if s.way(c, at) {
				return true
			}
		}
	case low == "of" && s.way(c, before-1):
		return true
	case c.hedge == "" && s.way(c, before):
		return true
	case c.hedge != "" && (low == "up" || low == "down" || low == "rose" || low == "fell") && s.way(c, before):
		return true
	}
	return s.comparison(c)
}

var afterFigure = []string{
	"more", "fewer", "less", "higher", "lower", "above", "below", "better", "worse", "up", "down",
	"increase", "rise", "reduction", "fall", "drop", "decrease", "growth", "improvement", "away",
}

// comparison is a movement told after the figure.
func (s sentence) comparison(c *claim) bool {
	at := c.after
	if !slices.Contains(afterFigure, s.low(at)) && s.low(at+1) != "" && s.low(at+2) == "than" {
		at++ // "13 cases fewer than"
	}
	if !slices.Contains(afterFigure, s.low(at)) {
		return false
	}
	for n := at + 1; n < min(at+5, len(s.words)); n++ {
		c.ofTarget = c.ofTarget || english.is("target", s.words, n)
	}
	if low := s.low(at); (low == "above" || low == "below" || low == "away") && !c.ofTarget {
		return false
	}
	s.way(c, at)
	return true
}

// way takes the direction of a movement from the word at.
func (s sentence) way(c *claim, at int) bool {
	if at < 0 || at >= len(s.words) {
		return false
	}
	low := s.words[at].low
	switch {
	case english["rise"][low]:
		c.way = 1
	case english["fall"][low]:
		c.way = -1
	case english["better"][low]:
		c.judged = report.Better
	case english["worse"][low]:
		c.judged = report.Worse
	case !english["change"][low]:
		return false
	}
	return true
}

// since finds what a movement is told against: the first time after it, up to
// the next figure, that is not the reporting period itself.
func (s sentence) since(c *claim, i int) {
	c.periods, c.named, c.vague = nil, false, false
	end := len(s.words)
	if i+1 < len(s.figures) && s.low(s.figures[i+1].at-1) != "(" {
		end = s.figures[i+1].at
	}
	for _, m := range s.mentions {
		if m.from < c.after || m.to > end || slices.Contains(m.periods, s.calendar.now) {
			continue
		}
		s.take(c, m)
		return
	}
}

// endsInTarget reports whether the figure is that of "the 95% target".
func (s sentence) endsInTarget(c *claim) bool {
	at := c.after
	for slices.Contains([]string{"incremental", "final", "agreed", "step", "monthly", "end"}, s.low(at)) {
		at++
	}
	return english["target"][s.low(at)]
}

// followsTarget reports whether the figure is that of "a target of 95%".
func (s sentence) followsTarget(c *claim) bool {
	from := c.from
	if s.low(c.at-1) == "(" {
		from = c.at - 2
	}
	for at := c.at - 1; at >= max(from, 0); at-- {
		if english["target"][s.words[at].low] {
			return true
		}
		if !s.links(at) {
			return false
		}
	}
	return false
}

// targetRole is the pack's target, or one of somebody else's.
func (s sentence) targetRole(c *claim) role {
	if s.any("foreign target", c.from, min(c.to+2, len(s.words))) {
		return wished
	}
	return atTarget
}

// links reports whether the word at can stand between "target" and its figure.
func (s sentence) links(at int) bool {
	low := s.words[at].low
	within := slices.ContainsFunc(s.mentions, func(m mention) bool { return m.from <= at && at < m.to })
	return within || english["being"][low] || prepositions[low] ||
		slices.Contains([]string{"(", ":", "at", "set", "the", "a", "more", "less", "than", "least", "most", "still", "now"}, low)
}

// isAhead reports whether the claim may be about a time to come: it names
// none, or a later one, or a month without its year.
func (s sentence) isAhead(c *claim) bool {
	return !c.named || c.vague || c.bare && c.periods[0] != s.calendar.now || c.periods[0].Compare(s.calendar.now) > 0
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

// isRatio reports whether figure i and the one that it shares with give actual
// in per cent: "33 of 50" is 66%.
func (s sentence) isRatio(i int, actual report.Value) bool {
	for _, pair := range [][2]int{{i, i + 1}, {i - 1, i}} {
		if pair[0] < 0 || pair[1] >= len(s.figures) {
			continue
		}
		part, whole := s.figures[pair[0]].value, s.figures[pair[1]].value
		if whole.Sign() > 0 && report.Round(100*part.Float()/whole.Float(), actual.Places()).Cmp(actual) == 0 && actual.Known() {
			return true
		}
	}
	return false
}

package narrative

import (
	"slices"

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
	for before >= 0 && english["before figure"][s.low(before)] {
		before--
	}
	if s.low(c.at-1) == "at" && s.low(c.to) == "," { // "At 608, the number is ..."
		c.to = s.nextBoundary(c.to+1, i)
	}
	c.denied = s.any("not", c.from, c.at)
	s.when(&c, i)
	c.vague = c.vague || s.isRange(i) || !c.named && s.any("past", c.from, c.at)
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
	return s.inMention(at) || english["being"][low] || english["preposition"][low] ||
		slices.Contains([]string{"(", ":", "at", "set", "the", "a", "more", "less", "than", "least", "most", "still", "now"}, low)
}

// isAhead reports whether the claim may be about a time to come: it names
// none, or a later one, or a month without its year.
func (s sentence) isAhead(c *claim) bool {
	return !c.named || c.vague || c.bare && c.periods[0] != s.calendar.now || c.periods[0].Compare(s.calendar.now) > 0
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

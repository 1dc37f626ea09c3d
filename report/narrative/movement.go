package narrative

import (
	"slices"

	"panelpack/report"
)

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

// comparison is a movement told after the figure.
func (s sentence) comparison(c *claim) bool {
	at := c.after
	if !english["after figure"][s.low(at)] && s.low(at+1) != "" && s.low(at+2) == "than" {
		at++ // "13 cases fewer than"
	}
	if !english["after figure"][s.low(at)] {
		return false
	}
	for n := at + 1; n < min(at+5, len(s.words)); n++ {
		c.ofTarget = c.ofTarget || english.is("target", s.words, n)
	}
	if low := s.low(at); (low == "above" || low == "below" || low == "away" || low == "off") && !c.ofTarget {
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

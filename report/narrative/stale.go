package narrative

import (
	"fmt"
	"strings"

	"panelpack/report"
)

// nearlySame is the share of three-word runs from which on two texts count as
// one with small changes. Texts written anew on one subject stay below a
// third.
const nearlySame = 0.8

// sameText reports whether two texts differ in their spaces only.
func sameText(a, b string) bool {
	return strings.Join(strings.Fields(a), " ") == strings.Join(strings.Fields(b), " ")
}

// likeness is the share of runs of three words that two texts have in common,
// from 0 to 1. Figures and months count as alike, so that last month's words
// with this month's figures are known for what they are.
func likeness(a, b string) float64 {
	runsA, runsB := runs(a), runs(b)
	common := 0
	for run := range runsA {
		if runsB[run] {
			common++
		}
	}
	all := len(runsA) + len(runsB) - common
	if all == 0 {
		return 0
	}
	return float64(common) / float64(all)
}

func runs(text string) map[string]bool {
	var low []string
	for _, w := range wordsOf(prose{{Span: report.Span{Text: text}}}) {
		switch {
		case w.number:
			low = append(low, "0")
		case isMonth(w.low):
			low = append(low, "month")
		default:
			low = append(low, w.low)
		}
	}
	all := map[string]bool{}
	for i := range len(low) {
		all[strings.Join(low[i:min(i+3, len(low))], " ")] = true
	}
	return all
}

// stale tells of commentary that says what that of an earlier period said.
func stale(e report.CommentaryEntry, now report.Period, previous *report.Earlier) []report.Finding {
	if previous == nil || previous.Commentary[e.Metric] == "" || previous.Period.Compare(now) >= 0 {
		return nil
	}
	before, when := previous.Commentary[e.Metric], previous.Period.Words()
	var said string
	switch like := likeness(before, e.Text); {
	case sameText(before, e.Text):
		said = "commentary is that of " + when + " word for word"
	case like == 1:
		said = "commentary is that of " + when + " with other figures"
	case like >= nearlySame:
		said = fmt.Sprintf("commentary is nearly that of %s: %.0f%% of it is the same", when, 100*like)
	default:
		return nil
	}
	return []report.Finding{about(e, 0, report.Finding{
		Severity: report.Warning, Metric: e.Metric, Message: said, Hint: "ask its owner whether nothing has changed",
	})}
}

// anotherMonth tells of commentary that speaks of a month of the past year and
// never of the reporting period. A month that is only compared with does not
// count.
func anotherMonth(e report.CommentaryEntry, passages []passage, a *report.Assessment) []report.Finding {
	var other report.Period
	line := 0
	if a.Now.Period.IsZero() {
		return nil // there is no month that it should speak of
	}
	for _, p := range passages {
		for _, item := range p.items {
			for _, words := range sentences(wordsOf(item)) {
				s := readSentence(words, a)
				for _, m := range s.mentions {
					if len(m.periods) == 0 {
						continue
					}
					named := monthOf(m.periods[0].End())
					switch {
					case m.periods[0].End() == a.Now.Period.End() || named == monthOf(a.Now.Period.End()):
						return nil
					case other.IsZero() && s.isPast(m, named):
						other, line = named, words[m.from].line
					}
				}
			}
		}
	}
	if other.IsZero() {
		return nil
	}
	return []report.Finding{about(e, line, report.Finding{
		Severity: report.Warning, Metric: e.Metric,
		Message: fmt.Sprintf("commentary speaks of %s and never of %s", other.Words(), a.Now.Period.Words()),
		Hint:    "see whether it is an earlier month's",
	})}
}

// isPast reports whether a mention is of a month by its name, of the year up
// to the reporting period, and not one that something is compared with.
func (s sentence) isPast(m mention, month report.Period) bool {
	byName := false
	for _, w := range s.words[m.from:m.to] {
		byName = byName || isMonth(w.low)
	}
	now := s.calendar.now
	ahead := m.word != "" && s.low(m.from-1) == "by"
	return byName && !ahead && !s.isBase(m) && month.Compare(now) < 0 && month.Compare(monthOf(now.End()).Add(-12)) > 0
}

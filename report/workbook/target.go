package workbook

import (
	"fmt"
	"regexp"
	"strings"

	"panelpack/report"
)

// goal is a target as a cell gives it: how the actual has to stand to a
// figure, or to two.
type goal struct {
	Sense report.Sense
	figure
	Upper figure // of report.Within
}

var senses = []struct {
	pattern *regexp.Regexp
	sense   report.Sense
}{
	{regexp.MustCompile(`^(?:>=|=>|≥|at least|minimum|min|no less than|not less than|no fewer than) ?(.+)$`), report.AtLeast},
	{regexp.MustCompile(`^(?:<=|=<|≤|at most|maximum|max|up to|no more than|not more than) ?(.+)$`), report.AtMost},
	{regexp.MustCompile(`^(?:>|more than|over|above|greater than) ?(.+)$`), report.MoreThan},
	{regexp.MustCompile(`^(?:<|less than|under|below|fewer than) ?(.+)$`), report.LessThan},
	{regexp.MustCompile(`^(.+?)(?: or more| or above| or higher| and above|\+)$`), report.AtLeast},
	{regexp.MustCompile(`^(.+?)(?: or less| or below| or lower| or fewer| and below)$`), report.AtMost},
}

var rangeText = regexp.MustCompile(`^(?:between )?(-?[\d.,]+ ?%?) ?(?:-|–|—|to|and) ?([\d.,]+ ?%?)$`)

// readGoal reads a cell that should hold a target.
func (w *words) readGoal(c cell) (goal, *trouble) {
	if c.kind != text || len(c.text) > longestFigure {
		f, t := w.readFigure(c)
		return goal{figure: f}, t
	}
	s := plain(c.text)
	for _, form := range senses {
		if m := form.pattern.FindStringSubmatch(s); m != nil {
			if f, ok := parseText(m[1]); ok {
				f, t := exact(f)
				return goal{Sense: form.sense, figure: f}, t
			}
		}
	}
	if m := rangeText.FindStringSubmatch(s); m != nil {
		lower, ok := parseText(strings.ReplaceAll(m[1], " ", ""))
		upper, also := parseText(strings.ReplaceAll(m[2], " ", ""))
		if ok && also && -maxFigure < lower.Number && lower.Number < upper.Number && upper.Number < maxFigure {
			lower.Signed = lower.Signed || upper.Signed
			return goal{Sense: report.Within, figure: lower, Upper: upper}, nil
		}
	}
	f, t := w.textFigure(c.text)
	if t != nil {
		t.Hint = fmt.Sprintf("%s, or a bound such as >50%% or 90-95%%", t.Hint)
	}
	return goal{figure: f}, t
}

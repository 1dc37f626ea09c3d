package workbook

import (
	"fmt"

	"panelpack/report"
)

// tellUnread tells once of the headings among those of periods that say nothing
// we know, although numbers stand beneath them: a month that is spelt wrongly
// must not be lost in silence. What a mapping leaves out it tells itself.
func (ds *drafts) tellUnread(t *table) {
	if t.mapped {
		return
	}
	first := len(t.columns)
	for i, c := range t.columns {
		if !c.Period.IsZero() {
			first = min(first, i)
		}
	}
	var unread []column
	for _, c := range t.columns[first:] {
		unknown := c.Words != "" && c.Field == "" && c.Figure == "" && c.Period.IsZero()
		if unknown && t.numbersIn(c) && !eitherQuarter.MatchString(c.Words) { // of which tellQuarters tells
			unread = append(unread, c)
		}
	}
	if len(unread) == 0 {
		return
	}
	others := ""
	switch n := len(unread) - 1; {
	case n == 1:
		others = ", nor is 1 other"
	case n > 1:
		others = fmt.Sprintf(", nor are %d others", n)
	}
	ds.Add(report.Warning, t.where(t.head[len(t.head)-1], unread[0].at), "",
		"write a month as in Sep 2022, or another heading that is understood; or clear the figures if they are not wanted",
		"the heading %q over figures is not understood%s: the figures are not read", clip(unread[0].Words), others)
}

// numbersIn reports whether most of what stands in a column is numbers.
func (t *table) numbersIn(c column) bool {
	numbers, all := 0, 0
	for n := t.from; n <= t.to; n++ {
		switch said := t.cell(n, c.at); {
		case said.blank():
		case said.kind == number:
			numbers++
			all++
		default:
			all++
		}
	}
	return 2*numbers > all
}

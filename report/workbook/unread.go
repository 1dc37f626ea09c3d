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

// tellUnreadSheet tells of a sheet that is not read although it looks like one
// of figures: a sheet of metrics must not be lost in silence. What the mapping
// has it tells itself.
func (ds *drafts) tellUnreadSheet(g *grid) {
	lines, first := 0, report.Cell{}
	for _, row := range g.rows {
		if at := figureAfterWords(row); at > 0 {
			if lines++; lines == 1 {
				first = g.cellAt(at, row.row)
			}
		}
	}
	if lines < 2 || ds.m.Sheet(g.Name) != nil {
		return
	}
	ds.Add(report.Warning, first, "",
		"write its months as in Sep 2022; or say in the mapping what the sheet is about, or that nothing of it is read",
		"%d lines of the sheet have figures, the first here, and are not read, since no months or quarters are found for them", lines)
}

// figureAfterWords is the column of the first number of a row that has words
// before it; 0 where there is none. Days are no figures.
func figureAfterWords(row gridRow) int {
	named := false
	for _, c := range row.cells {
		switch {
		case c.label() != "":
			named = true
		case named && c.kind == number && !c.format.Date:
			return c.col
		}
	}
	return 0
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

package workbook

import (
	"fmt"
	"sort"

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
	looked := 0
	for i, c := range t.columns {
		if !t.isUnknown(c) {
			continue
		}
		looked++
		if i < first || !t.numbersIn(c) || eitherQuarter.MatchString(c.Words) { // of which tellQuarters tells
			continue
		}
		if looked > mostMisspelt || ds.w.misspelt(t, c) == "" { // of which tellMisspelt tells
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

// tellUnreadLines tells of lines in blocks without a table that look like
// metrics: words, and at least so many figures after them. A metric must not
// be lost in silence. What the mapping has it tells itself. It answers whether
// there are any.
func (ds *drafts) tellUnreadLines(g *grid, blocks []area, least int) bool {
	if ds.m.Sheet(g.Name) != nil {
		return false
	}
	lines, first := 0, report.Cell{}
	for _, row := range g.rows {
		blocks = blocks[sort.Search(len(blocks), func(i int) bool { return blocks[i].to.row >= row.row }):]
		beside := blocks[:sort.Search(len(blocks), func(i int) bool { return blocks[i].from.row > row.row })]
		for _, col := range linesOf(row, beside, least) {
			if lines++; lines == 1 {
				first = g.cellAt(col, row.row)
			}
		}
	}
	if lines < 2 {
		return false
	}
	ds.Add(report.Warning, first, "",
		"write their months as in Sep 2022; or say in the mapping what they are, or that nothing of them is read",
		"%d lines have figures, the first here, and are not read, since no months or quarters are found for them", lines)
	return true
}

// linesOf is the column of the first figure in each of the blocks beside each
// other in which row has words and then at least so many figures. Days are no
// figures.
func linesOf(row gridRow, blocks []area, least int) []int {
	var found []int
	block, named, first, figures := -1, false, 0, 0
	for _, c := range row.cells {
		in := sort.Search(len(blocks), func(i int) bool { return blocks[i].to.col >= c.col })
		if in == len(blocks) || c.col < blocks[in].from.col {
			continue
		}
		if in != block {
			block, named, figures = in, false, 0
		}
		switch {
		case c.kind == text && !c.blank():
			named = true
		case named && c.kind == number && !c.format.Date:
			if figures++; figures == 1 {
				first = c.col
			}
			if figures == least {
				found = append(found, first)
			}
		}
	}
	return found
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

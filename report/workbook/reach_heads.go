package workbook

import (
	"slices"

	"panelpack/report/mapping"
)

// tablesOf is the tables of each block of a sheet. Blank rows may stand beneath
// headings, and between months that run down.
func (w *words) tablesOf(g *grid, blocks []area) [][]table {
	found := make([][]table, len(blocks))
	for i, a := range blocks {
		found[i] = w.tables(view{grid: g, area: a})
	}
	for i, a := range blocks {
		next := blockBeneath(blocks, i)
		switch {
		case next < 0:
		case len(found[i]) == 0:
			w.headsAlone(view{grid: g, area: a}, blocks, found, i, next)
		case len(found[i]) == 1 && found[i][0].turned:
			w.reachDown(blocks, found, i, next)
		}
	}
	return found
}

// blockBeneath is the first block in the next rows of blocks beneath one that
// stands in its columns; -1 where there is none.
func blockBeneath(blocks []area, i int) int {
	next := 0
	for k := i + 1; k < len(blocks); k++ {
		switch {
		case blocks[k].from.row <= blocks[i].to.row:
		case next > 0 && blocks[k].from.row > next:
			return -1
		case blocks[k].sharesColumns(blocks[i]):
			return k
		default:
			next = blocks[k].from.row
		}
	}
	return -1
}

// reachDown lets the table of block i, whose periods run down, go on over the
// blocks beneath it from next on that have periods too: over as many at once as
// it can, since each time all is read again.
func (w *words) reachDown(blocks []area, found [][]table, i, next int) {
	var chain []int
	for ; next >= 0 && w.goesOnDown(found[i][0], blocks[next], found[next]); next = blockBeneath(blocks, next) {
		chain = append(chain, next)
	}
	for n := len(chain); n > 0; {
		t := found[i][0]
		longer := t.view
		longer.area.to.row = blocks[chain[n-1]].to.row
		again := w.across(longer, t.Layout)
		if len(again) != 1 || !slices.Equal(again[0].head, t.head) || again[0].dated() <= t.dated() {
			n /= 2
			continue
		}
		found[i] = again
		for _, k := range chain[:n] {
			found[k] = nil
		}
		chain = chain[n:]
		n = len(chain)
	}
}

// goesOnDown reports whether a block begins with a period in the place where
// those of a table stand, and has no tables that name metrics themselves.
func (w *words) goesOnDown(t table, beneath area, found []table) bool {
	longer, ok := w.longerView(t.view, beneath, found)
	return ok && w.heading(t.grid, longer.cell(t.head[len(t.head)-1], beneath.from.row-longer.area.from.row)).says()
}

// longerView is a view that reaches over a block beneath it too; false where
// tables stand in that which name metrics themselves.
func (w *words) longerView(v view, beneath area, found []table) (view, bool) {
	v.area.to.row = beneath.to.row
	return v, !v.area.vast() && !slices.ContainsFunc(found, table.isNamed)
}

// mappedReaching is the table at a place, which goes on over blank rows between
// periods that run down.
func (ds *drafts) mappedReaching(s stand, rule *mapping.Table) table {
	t := ds.mappedTable(s, rule)
	if !s.turned || len(rule.Columns) > 0 {
		return t
	}
	for _, beneath := range s.blocks() {
		if beneath.from.row <= t.area.to.row || !beneath.sharesColumns(t.area) {
			continue
		}
		if !ds.w.goesOnDown(t, beneath, ds.w.tables(view{grid: s.grid, area: beneath})) {
			break
		}
		longer := t.view
		longer.area.to.row = beneath.to.row
		again := ds.mappedTable(stand{longer, s.head}, rule)
		if again.dated() <= t.dated() {
			break
		}
		t = again
	}
	return t
}

// isNamed reports whether the headings of a table say where its metrics are
// named.
func (t table) isNamed() bool { return t.fieldAt("name") >= 0 || t.fieldAt("ref") >= 0 }

// dated is how many columns of a table have a period.
func (t *table) dated() int {
	n := 0
	for _, c := range t.columns {
		if !c.Period.IsZero() {
			n++
		}
	}
	return n
}

// headsAlone finds the table whose headings are all of block i, or the end of it,
// and whose lines are the block beneath.
func (w *words) headsAlone(v view, blocks []area, found [][]table, i, next int) {
	longer, ok := w.longerView(v, blocks[next], found[next])
	if !ok {
		return
	}
	tables := w.tables(longer)
	if len(tables) != 1 || !tables[0].isNamed() {
		return
	}
	if t := tables[0]; t.turned || t.from == v.lines() {
		found[i], found[next] = tables, nil
	}
}

// without is the areas that lie in the rows and the columns of none of others.
func without(areas, others []area) []area {
	return slices.DeleteFunc(areas, func(a area) bool {
		return slices.ContainsFunc(others, func(s area) bool {
			return a.from.row >= s.from.row && a.to.row <= s.to.row && a.sharesColumns(s)
		})
	})
}

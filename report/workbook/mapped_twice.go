package workbook

import (
	"fmt"

	"panelpack/report"
)

// Where two tables of a mapping reach over the same cells, a figure is read by
// the first of them alone.

// taken is a cell, and what it was read as.
type taken struct {
	report.Cell
	figure string
}

// overlaps reports whether another table of the mapping has cells of t.
func (t *table) overlaps(other table) bool {
	if other.rule.Place == t.rule.Place {
		return false
	}
	first, last := t.where(t.from, 0), t.where(t.to, t.places()-1)
	from, to := other.where(other.from, 0), other.where(other.to, other.places()-1)
	return first.Col <= to.Col && from.Col <= last.Col && first.Row <= to.Row && from.Row <= last.Row
}

// isTaken reports whether another table has read the cell of f as the same
// figure. The number of cases may be that of several metrics.
func (ds *drafts) isTaken(t *table, f fact) bool {
	key := taken{f.at, f.Figure}
	by, known := ds.taken[key]
	if !known {
		ds.taken[key] = t.rule.Place
	}
	return known && by != t.rule.Place && f.Figure != "denominator"
}

// tellAgain tells of figures that another table of the mapping has given.
func (r *tableReader) tellAgain() {
	if len(r.again) == 0 {
		return
	}
	first := r.again[0]
	r.into.tellAt(r.t.rule.Place, report.Error, first.Cell,
		fmt.Sprintf("figures of this table are read by the table on line %d already, and not again: %d, the first here", r.into.taken[first].Line, len(r.again)),
		"say with columns, last or ignore how far each of the two goes, or take one of them out")
}

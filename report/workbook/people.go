package workbook

import "cmp"

// peopleLines is how many filled cells beneath a heading such as "date of
// birth" make a sheet a list of people.
const peopleLines = 3

// listsPeople reports whether a sheet has a column of what only records of
// people have.
func (w *words) listsPeople(g *grid) bool {
	for i, row := range g.rows[:min(len(g.rows), maxHeadLine)] {
		for _, c := range row.cells {
			if w.opening("record", c.label()) == "" {
				continue
			}
			filled := 0
			for _, below := range g.rows[i+1:] {
				if !g.at(c.col, below.row).blank() {
					filled++
				}
			}
			if filled >= peopleLines {
				return true
			}
		}
	}
	return false
}

// recordLines is how many lines a list of records has at least, and
// recordPeriods how many different days or months stand in one.
const recordLines, recordPeriods = 10, 6

// listsRecords reports whether a table with a line for each figure is a list
// of single cases: nearly every line has a name of its own, at a time of its
// own.
func (w *words) listsRecords(t *table) bool {
	periods := w.linePeriods(t)
	if len(periods) < recordLines || different(periods) < recordPeriods {
		return false
	}
	named := map[string]bool{}
	for n := t.from; n <= t.to; n++ {
		l := line{table: t, number: n}
		named[cmp.Or(l.label("ref"), l.label("name"))] = true
	}
	return len(named)*10 > len(periods)*6
}

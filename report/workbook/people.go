package workbook

import (
	"cmp"
	"regexp"
	"strings"

	"panelpack/report"
)

// peopleLines is how many filled cells beneath a heading such as "surname" make
// a sheet a list of people.
const peopleLines = 3

// listsPeople reports whether a sheet has a column, or a row, of what only
// records of people have. A heading such as "date of birth" is enough with one
// cell that holds a day or a number of a person; other headings need some lines.
// A row with figures is no row of headings: "Date of birth known: 98%" may stand
// among the metrics.
func (w *words) listsPeople(g *grid) bool {
	for i, row := range g.rows[:min(len(g.rows), maxHeadLine)] {
		for k, c := range row.cells {
			whole, within := w.ofPeople(c.label())
			if !whole && !within {
				continue
			}
			filled, telling := identities(g.beneath(i, c.col))
			_, beside := identities(row.cells[k+1:])
			if telling || beside || whole && filled >= peopleLines && !hasFigures(row) {
				return true
			}
		}
	}
	return false
}

// ofPeople reports whether a heading is one of records of people, as a whole or
// by a phrase within it.
func (w *words) ofPeople(label string) (whole, within bool) {
	if label == "" || len(label) > maxHeading {
		return false, false
	}
	return w.opening("record", label) != "", w.mentions("record", "identity", label)
}

// beneath is the cells of a column that hold anything, below the row of that
// index.
func (g *grid) beneath(index, col int) []cell {
	var cells []cell
	for _, row := range g.rows[index+1:] {
		if c := g.at(col, row.row); !c.blank() {
			cells = append(cells, c)
		}
	}
	return cells
}

var identityText = regexp.MustCompile(`^(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|[A-Za-z]{0,3}\d{6,}[A-Za-z]?|\d{3} \d{3} \d{4})$`)

// identities is how many of cells are filled, and whether they are all days of
// birth or numbers of people.
func identities(cells []cell) (filled int, all bool) {
	all = true
	for _, c := range cells {
		if c.blank() {
			continue
		}
		filled++
		number := c.kind == number && !c.format.Percent && c.number >= 100_000 && c.number == float64(int64(c.number))
		all = all && (c.isDay() || number || identityText.MatchString(c.label()))
	}
	return filled, all && filled > 0
}

func hasFigures(row gridRow) bool {
	for _, c := range row.cells {
		if _, typed := parseText(c.label()); typed || c.kind == number && !c.isDay() {
			return true
		}
	}
	return false
}

// recordLines is how many lines a list of records has at least, and
// recordPeriods how many different days or months stand in one. Of days in the
// middle of a month, as no figures have them, fewer are enough.
const recordLines, recordPeriods, recordDays = 10, 6, 3

// listsRecords reports whether a table with a line for each figure is a list
// of single cases: nearly every line has a name of its own, at a time of its
// own.
func (w *words) listsRecords(t *table) bool {
	periods := w.linePeriods(t)
	days := t.oddDays()
	if (len(periods) < recordLines || different(periods) < recordPeriods) && days < recordDays {
		return false
	}
	named := map[string]bool{}
	for n := t.from; n <= t.to; n++ {
		l := line{table: t, number: n}
		named[strings.ToLower(cmp.Or(l.label("ref"), l.label("name")))] = true
	}
	return len(named)*10 > len(periods)*6
}

// listsCases reports whether a table whose periods are days that run down is a
// list of single cases: beside the days stand words, nearly all different.
func (t *table) listsCases() bool {
	days := 0
	for _, c := range t.columns {
		if c.Period.Kind() == report.Day {
			days++
		}
	}
	if !t.turned || days < recordDays || 2*days < len(t.columns) {
		return false
	}
	for n := range t.lines() {
		different := map[string]bool{}
		for _, c := range t.columns {
			if said := t.cell(n, c.at); said.kind == text && c.Period.Kind() == report.Day {
				different[said.label()] = true
			}
		}
		if len(different) >= recordDays && len(different)*10 > days*6 {
			return true
		}
	}
	return false
}

// oddDays is how many different days the lines have that neither begin nor end
// a month.
func (t *table) oddDays() int {
	at := t.fieldAt("period")
	if at < 0 {
		return 0
	}
	odd := map[report.Date]bool{}
	for n := t.from; n <= t.to; n++ {
		c := t.content(n, at)
		if !c.isDay() {
			continue
		}
		if day := t.day(c.number); day.Day != 1 && day.AddDays(1).Day != 1 {
			odd[day] = true
		}
	}
	return len(odd)
}

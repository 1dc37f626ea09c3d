package workbook

import (
	"cmp"
	"slices"
	"strings"
	"time"
	"unicode"

	"panelpack/report"
)

// kind is what a cell holds.
type kind uint8

const (
	blank      kind = iota
	number          // a number, or a day where the format says so
	text            // words
	truth           // TRUE or FALSE
	errorValue      // #N/A and its like
	uncached        // a formula whose result the file does not hold
)

// cell is one cell as it is stored.
type cell struct {
	col    int
	kind   kind
	number float64 // of a number; 1 and 0 for TRUE and FALSE
	text   string  // of words and error values
	format *format // never nil where the cell holds anything
}

// blank reports whether nothing can be seen in the cell.
func (c cell) blank() bool {
	return c.kind == blank || c.kind == text && !strings.ContainsFunc(c.text, isSeen)
}

// isSeen reports whether tidy keeps the character.
func isSeen(r rune) bool {
	return r > ' ' && r < 0x80 || !unicode.IsSpace(r) && !strings.ContainsRune(raised+unseen, r)
}

// label is the words of a text cell on one line, without the marks of
// footnotes; empty for every other cell.
func (c cell) label() string {
	if c.kind != text {
		return ""
	}
	return tidy(c.text)
}

// words is what stands in a cell that should hold words: a label, or a number
// as it is stored.
func (c cell) words() string {
	if c.kind == number {
		return report.Round(c.number, decimals(c.number)).Decimal()
	}
	return c.label()
}

// tidy is s on one line with single spaces, and without raised digits at its
// end, which point to footnotes.
func tidy(s string) string {
	if isTidy(s) {
		return s
	}
	s = strings.Join(strings.Fields(trimSpaces(s)), " ")
	return strings.TrimSpace(strings.TrimRight(s, raised))
}

// raised are digits that point to footnotes.
const raised = "¹²³⁰⁴⁵⁶⁷⁸⁹"

// unseen are characters without width.
const unseen = "\u200b\ufeff\u00ad"

// isTidy reports whether tidy has nothing to do, which is nearly always so.
func isTidy(s string) bool {
	last := byte(' ')
	for i := range len(s) {
		c := s[i]
		if c >= 0x80 || c < ' ' || c == ' ' && last == ' ' {
			return false
		}
		last = c
	}
	return last != ' ' || s == ""
}

// trimSpaces turns the spaces that only print differently into plain ones and
// drops those without width.
func trimSpaces(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\u00a0' || r == '\u202f' || r == '\u2007' || r >= '\u2000' && r <= '\u200a':
			return ' '
		case strings.ContainsRune(unseen, r):
			return -1
		}
		return r
	}, s)
}

// gridRow is the cells of one row that hold anything, in order of column.
type gridRow struct {
	row   int // counted from 1
	cells []cell
}

// grid is one sheet as it is stored. Sheets may be far larger than what they
// hold, so only the cells that hold anything are there.
type grid struct {
	Name          string
	Hidden        bool
	rows          []gridRow // in order
	hiddenRows    map[int]bool
	hiddenColumns [][2]int          // from the first to the last, that one included
	system1904    bool              // days count from 1904
	formulas      map[place]formula // those without a result
}

// place is a column and a row, counted from 1.
type place struct{ col, row int }

// at is the cell at a place; a blank one where nothing is stored.
func (g *grid) at(col, row int) cell {
	if c := g.stored(col, row); c != nil {
		return *c
	}
	return cell{col: col}
}

// stored is the cell at a place, in its sheet; nil where nothing is stored.
func (g *grid) stored(col, row int) *cell {
	i := g.rowIndex(row)
	if i < 0 {
		return nil
	}
	cells := g.rows[i].cells
	if k := col - cells[0].col; k >= 0 && k < len(cells) && cells[k].col == col {
		return &cells[k] // rows without gaps, which are most
	}
	k, ok := slices.BinarySearchFunc(cells, col, func(c cell, col int) int { return cmp.Compare(c.col, col) })
	if !ok {
		return nil
	}
	return &cells[k]
}

func (g *grid) rowIndex(row int) int {
	if len(g.rows) == 0 {
		return -1
	}
	if i := row - g.rows[0].row; i >= 0 && i < len(g.rows) && g.rows[i].row == row {
		return i
	}
	i, ok := slices.BinarySearchFunc(g.rows, row, func(r gridRow, row int) int { return cmp.Compare(r.row, row) })
	if !ok {
		return -1
	}
	return i
}

// cellAt names a place of the sheet for people.
func (g *grid) cellAt(col, row int) report.Cell {
	return report.Cell{Sheet: g.Name, Col: col, Row: row}
}

// day is the day that a number stands for, in the workbook's own count.
func (g *grid) day(serial float64) report.Date {
	first := report.Date{Year: 1899, Month: time.December, Day: 30}
	if g.system1904 {
		first = report.Date{Year: 1904, Month: time.January, Day: 1}
	} else if serial < 61 {
		serial++ // Excel counts a 29 February 1900 that never was
	}
	return first.AddDays(int(serial))
}

// isDay reports whether c holds a day of the years that figures belong to.
func (c cell) isDay() bool {
	return c.kind == number && c.format.Date && c.number >= 1 && c.number < 110_000 &&
		strings.ContainsAny(strings.ToLower(c.format.Code), "ymd")
}

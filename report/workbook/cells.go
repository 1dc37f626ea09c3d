package workbook

import (
	"bytes"
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"panelpack/report"
)

// cellReader reads the cells of sheets, strictly: what is malformed is an
// error that names the row, and never a row less. Which cells are merged is not
// read: a merged cell is followed by blank ones, and so is one that only looks
// merged.
type cellReader struct {
	shared     []string
	formats    []*format
	system1904 bool
	left       int               // cells that may still be read
	leftWords  int               // bytes of texts
	kept       map[string]string // texts read before, by how they were written
	formulas   formulaReader

	// Of the row and the cell being read, and overwritten by the next.
	row           []cell
	kindOf, value []byte
}

func newCellReader() *cellReader {
	return &cellReader{left: maxCells, leftWords: maxWords, kept: map[string]string{}, formulas: formulaReader{left: maxFormulas}}
}

// read reads one sheet's part.
func (r *cellReader) read(p *part, g *grid) error {
	g.system1904 = r.system1904
	g.hiddenRows = map[int]bool{}
	r.formulas.begin(g)
	root := ""
	err := p.each(func(e element) error {
		if root = string(e.name); root != "worksheet" {
			return fmt.Errorf("the part holds %q and no sheet", root)
		}
		return p.each(func(e element) error {
			switch string(e.name) {
			case "cols":
				return readHidden(p, g)
			case "sheetData":
				return r.readRows(p, g)
			}
			return nil
		})
	})
	if err == nil && root == "" {
		err = errors.New("the part is empty")
	}
	return err
}

func (r *cellReader) readRows(p *part, g *grid) error {
	last, where := 0, "after row"
	err := p.each(func(e element) error {
		if string(e.name) != "row" {
			return nil
		}
		row, err := rowNumber(e, last)
		if err != nil {
			return err
		}
		last, where = row, "row"
		if e.flag("hidden") {
			g.hiddenRows[row] = true
		}
		cells, err := r.readRow(p, row)
		if err != nil {
			return err
		}
		if len(cells) > 0 {
			g.rows = append(g.rows, gridRow{row: row, cells: cells})
		}
		where = "after row"
		return nil
	})
	if err != nil {
		return fmt.Errorf("%s %d: %w", where, last, err)
	}
	return nil
}

// rowNumber is the row that e gives, or the one after last where it gives none.
func rowNumber(e element, last int) (int, error) {
	row, err := last+1, error(nil)
	if given := e.attr("r"); len(given) > 0 {
		row, err = strconv.Atoi(string(given))
	}
	switch {
	case err != nil || row < 1 || row > maxRows:
		return 0, fmt.Errorf("%.20q is not the number of a row", e.attr("r"))
	case row <= last:
		return 0, fmt.Errorf("row %d stands after row %d", row, last)
	}
	return row, nil
}

func (r *cellReader) readRow(p *part, row int) ([]cell, error) {
	r.row = r.row[:0]
	last := 0
	err := p.each(func(e element) error {
		if string(e.name) != "c" {
			return nil
		}
		col, err := columnNumber(e.attr("r"), row, last)
		if err != nil {
			return err
		}
		last = col
		c, err := r.readCell(p, e, place{col, row})
		if err != nil {
			return fmt.Errorf("%s%d: %w", report.ColumnName(col), row, err)
		}
		if c.kind == blank {
			return nil
		}
		if len(r.row) == r.left {
			return errTooMany(maxCells, "cells")
		}
		c.col = col
		r.row = append(r.row, c)
		return nil
	})
	r.left -= len(r.row)
	return slices.Clone(r.row), err
}

// columnNumber is the column of a cell that says where it is, or the one after
// last where it does not say.
func columnNumber(ref []byte, row, last int) (int, error) {
	at := place{last + 1, row}
	if len(ref) > 0 {
		var err error
		if at, err = parseRef(ref); err != nil {
			return 0, err
		}
	}
	switch {
	case at.row != row:
		return 0, fmt.Errorf("the cell %s does not belong to the row", ref)
	case at.col <= last:
		return 0, fmt.Errorf("the cell %s stands after column %s", ref, report.ColumnName(last))
	case at.col > maxColumns:
		return 0, fmt.Errorf("the row has more than %d columns", maxColumns)
	}
	return at.col, nil
}

// parseRef reads a place such as F17.
func parseRef(ref []byte) (place, error) {
	var at place
	letters := 0
	for letters < len(ref) && ref[letters] >= 'A' && ref[letters] <= 'Z' && letters < 4 {
		at.col = at.col*26 + int(ref[letters]-'A') + 1
		letters++
	}
	var err error
	at.row, err = strconv.Atoi(string(ref[letters:]))
	if err != nil || letters == 0 || at.col > maxColumns || at.row < 1 || at.row > maxRows {
		return place{}, fmt.Errorf("%q is not a cell", ref)
	}
	return at, nil
}

// readCell reads the element of the cell at a place.
func (r *cellReader) readCell(p *part, e element, at place) (cell, error) {
	var c cell
	var err error
	if c.format, err = r.format(e.attr("s")); err != nil {
		return c, err
	}
	r.kindOf, r.value = append(r.kindOf[:0], e.attr("t")...), r.value[:0]
	formula, valued := false, false
	err = p.each(func(e element) error {
		var err error
		switch string(e.name) {
		case "v":
			valued = true
			r.value, err = p.text(r.value)
		case "is":
			valued = true
			r.value, err = richText(p, r.value)
		case "f":
			formula = true
			err = r.formulas.read(p, e, at)
		}
		return err
	})
	switch {
	case err != nil:
		return c, err
	case formula && len(r.value) == 0 && string(r.kindOf) != "str":
		c.kind = uncached
		r.formulas.keep(at)
		return c, nil
	case !valued:
		return c, nil
	}
	return c, r.fill(&c)
}

// format is that of a cell's style. A workbook without styles has one, General.
func (r *cellReader) format(style []byte) (*format, error) {
	if len(style) == 0 || string(style) == "0" && len(r.formats) == 0 {
		return general, nil
	}
	i, err := strconv.Atoi(string(style))
	if err != nil || i < 0 || i >= len(r.formats) {
		return nil, fmt.Errorf("the style %q is not in the workbook", style)
	}
	return r.formats[i], nil
}

// fill sets what c holds from the type and the value that stand in r.
func (r *cellReader) fill(c *cell) error {
	var err error
	switch string(r.kindOf) {
	case "s":
		c.kind = text
		c.text, err = sharedString(r.shared, r.value)
	case "str", "inlineStr":
		c.kind, c.text = text, r.words()
	case "e":
		c.kind, c.text = errorValue, r.words()
	case "b":
		c.kind = truth
		c.number, err = parseNumber(r.value)
	case "d":
		c.kind = number
		c.number, err = r.serial(string(r.value))
		if !c.format.Date {
			c.format = isoDay
		}
	case "", "n":
		if len(bytes.TrimSpace(r.value)) == 0 {
			return nil
		}
		c.kind = number
		c.number, err = parseNumber(r.value)
	default:
		err = fmt.Errorf("a cell of the type %.20q", r.kindOf)
	}
	if r.leftWords < 0 {
		err = errTooMany(maxWords, "characters of text")
	}
	return err
}

// maxKept is how many texts that stand in the cells themselves are kept to be
// shared with later cells: some programs write every word in every cell.
const maxKept = 10_000

// words is the text that a cell holds itself.
func (r *cellReader) words() string {
	if s, known := r.kept[string(r.value)]; known {
		return s
	}
	s := unescape(string(r.value))
	r.leftWords -= len(s)
	if len(r.kept) < maxKept {
		r.kept[string(r.value)] = s
	}
	return s
}

func parseNumber(s []byte) (float64, error) {
	f, err := strconv.ParseFloat(string(bytes.TrimSpace(s)), 64)
	if err != nil || math.IsInf(f, 0) || math.IsNaN(f) {
		return 0, fmt.Errorf("%.40q is not a number", s)
	}
	return f, nil
}

// serial is the workbook's count of days for a day written out.
func (r *cellReader) serial(value string) (float64, error) {
	day, _, _ := strings.Cut(value, "T")
	t, err := time.Parse(time.DateOnly, strings.TrimSuffix(day, "Z"))
	if err != nil {
		return 0, fmt.Errorf("%q is not a day", value)
	}
	first := time.Date(1899, time.December, 30, 0, 0, 0, 0, time.UTC)
	if r.system1904 {
		first = time.Date(1904, time.January, 1, 0, 0, 0, 0, time.UTC)
	}
	return t.Sub(first).Hours() / 24, nil
}

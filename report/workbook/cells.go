package workbook

import (
	"encoding/xml"
	"errors"
	"fmt"
	"math"
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
	left       int // cells that may still be read
}

// read reads one sheet's part.
func (r *cellReader) read(p *part, g *grid) error {
	g.system1904 = r.system1904
	g.hiddenRows = map[int]bool{}
	root := ""
	err := p.each(func(e xml.StartElement) error {
		if root = e.Name.Local; root != "worksheet" {
			return fmt.Errorf("the part holds %q and no sheet", root)
		}
		return p.each(func(e xml.StartElement) error {
			if e.Name.Local == "sheetData" {
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
	last := 0
	return p.each(func(e xml.StartElement) error {
		if e.Name.Local != "row" {
			return nil
		}
		row, err := rowNumber(e, last)
		if err != nil {
			return err
		}
		last = row
		if flag(e, "hidden") {
			g.hiddenRows[row] = true
		}
		cells, err := r.readRow(p, row)
		if err != nil {
			return fmt.Errorf("row %d: %w", row, err)
		}
		if len(cells) > 0 {
			g.rows = append(g.rows, gridRow{row: row, cells: cells})
		}
		return nil
	})
}

// rowNumber is the row that e gives, or the one after last where it gives none.
func rowNumber(e xml.StartElement, last int) (int, error) {
	given := attribute(e, "r")
	if given == "" {
		return last + 1, nil
	}
	row, err := strconv.Atoi(given)
	if err != nil || row < 1 || row > maxRows {
		return 0, fmt.Errorf("after row %d: %q is not the number of a row", last, given)
	}
	if row <= last {
		return 0, fmt.Errorf("row %d stands after row %d", row, last)
	}
	return row, nil
}

func (r *cellReader) readRow(p *part, row int) ([]cell, error) {
	var cells []cell
	last := 0
	err := p.each(func(e xml.StartElement) error {
		if e.Name.Local != "c" {
			return nil
		}
		col, err := columnNumber(attribute(e, "r"), row, last)
		if err != nil {
			return err
		}
		last = col
		c, err := r.readCell(p, e)
		if err != nil {
			return fmt.Errorf("%s%d: %w", report.ColumnName(col), row, err)
		}
		if c.kind == blank {
			return nil
		}
		if r.left--; r.left < 0 {
			return errTooLarge
		}
		c.col = col
		cells = append(cells, c)
		return nil
	})
	return cells, err
}

// columnNumber is the column of a cell that says where it is, or the one after
// last where it does not say.
func columnNumber(ref string, row, last int) (int, error) {
	at := place{last + 1, row}
	if ref != "" {
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
func parseRef(ref string) (place, error) {
	var at place
	letters := 0
	for letters < len(ref) && ref[letters] >= 'A' && ref[letters] <= 'Z' && letters < 4 {
		at.col = at.col*26 + int(ref[letters]-'A') + 1
		letters++
	}
	var err error
	at.row, err = strconv.Atoi(ref[letters:])
	if err != nil || letters == 0 || at.col > maxColumns || at.row < 1 || at.row > maxRows {
		return place{}, fmt.Errorf("%q is not a cell", ref)
	}
	return at, nil
}

// readCell reads the element of one cell.
func (r *cellReader) readCell(p *part, e xml.StartElement) (cell, error) {
	var c cell
	var err error
	if c.format, err = r.format(attribute(e, "s")); err != nil {
		return c, err
	}
	kindOf, value, formula, valued := attribute(e, "t"), "", false, false
	err = p.each(func(e xml.StartElement) error {
		var err error
		switch e.Name.Local {
		case "v":
			valued = true
			value, err = p.text()
		case "is":
			valued = true
			value, err = richText(p)
		case "f":
			formula = true
		}
		return err
	})
	switch {
	case err != nil:
		return c, err
	case formula && value == "" && kindOf != "str":
		c.kind = uncached
		return c, nil
	case !valued:
		return c, nil
	}
	return c, r.fill(&c, kindOf, value)
}

// format is that of a cell's style. A workbook without styles has one, General.
func (r *cellReader) format(style string) (*format, error) {
	if style == "" || style == "0" && len(r.formats) == 0 {
		return general, nil
	}
	i, err := strconv.Atoi(style)
	if err != nil || i < 0 || i >= len(r.formats) {
		return nil, fmt.Errorf("the style %q is not in the workbook", style)
	}
	return r.formats[i], nil
}

// fill sets what c holds from its type and its stored value.
func (r *cellReader) fill(c *cell, kindOf, value string) error {
	var err error
	switch kindOf {
	case "s":
		c.kind = text
		c.text, err = sharedString(r.shared, value)
	case "str":
		c.kind, c.text = text, unescape(value)
	case "inlineStr":
		c.kind, c.text = text, value
	case "e":
		c.kind, c.text = errorValue, value
	case "b":
		c.kind = truth
		c.number, err = parseNumber(value)
	case "d":
		c.kind = number
		c.number, err = r.serial(value)
		if !c.format.Date {
			c.format = isoDay
		}
	case "", "n":
		if strings.TrimSpace(value) == "" {
			return nil
		}
		c.kind = number
		c.number, err = parseNumber(value)
	default:
		err = fmt.Errorf("a cell of the type %q", kindOf)
	}
	return err
}

func parseNumber(s string) (float64, error) {
	f, err := strconv.ParseFloat(strings.TrimSpace(s), 64)
	if err != nil || math.IsInf(f, 0) || math.IsNaN(f) {
		return 0, fmt.Errorf("%q is not a number", s)
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

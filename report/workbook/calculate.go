package workbook

import (
	"fmt"
	"slices"
	"sort"

	"panelpack/report"
)

// How much work is done for the formulas of a workbook: cells that are looked
// at, and formulas that lead one to the other.
const (
	maxSteps = 10_000_000
	maxDepth = 1_000
)

// result is what a formula or a cell comes to. One of the kind uncached is not
// known, and neither is what is worked out from it.
type result struct {
	kind   kind
	number float64
	text   string      // of words and error values
	from   report.Cell // that holds the error value; zero where it came about by the formula
	circle report.Cell // that refers to itself, which is why it is not known; zero for none
	deep   bool        // it was not worked out from here, since too many formulas lead to it
}

func numberResult(n float64) result { return result{kind: number, number: n} }

func errorResult(code string) result { return result{kind: errorValue, text: code} }

// calculator works out formulas whose results a workbook does not hold, as
// Excel does. A formula that has a result is taken by it.
type calculator struct {
	grids []*grid
	left  int // steps
	known map[report.Cell]result
	under []report.Cell               // whose formulas are being worked out, each for the one before
	round map[report.Cell]report.Cell // of cells that refer to themselves: by way of which
}

func newCalculator() calculator {
	return calculator{left: maxSteps, known: map[report.Cell]result{}, round: map[report.Cell]report.Cell{}}
}

// at is what the cell at a place comes to.
func (c *calculator) at(g *grid, col, row int) result {
	if c.left--; c.left < 0 {
		return result{kind: uncached}
	}
	switch stored := g.at(col, row); stored.kind {
	case uncached:
		return c.work(g, col, row)
	case errorValue:
		return result{kind: errorValue, text: stored.text, from: g.cellAt(col, row)}
	default:
		return result{kind: stored.kind, number: stored.number, text: stored.text}
	}
}

// work is what the formula at a place comes to. Until it is worked out, whatever
// leads to it is a circle.
func (c *calculator) work(g *grid, col, row int) result {
	at := g.cellAt(col, row)
	if r, known := c.known[at]; known {
		if r.circle == at {
			c.close(at)
		}
		return r
	}
	if len(c.under) == maxDepth {
		return result{kind: uncached, deep: true}
	}
	c.known[at] = result{kind: uncached, circle: at}
	c.under = append(c.under, at)
	r := result{kind: uncached}
	if whole, ok := c.parse(g.formulas[place{col, row}], g); ok {
		r = whole.value()
	}
	if r.kind == blank {
		r = numberResult(0)
	}
	c.under = c.under[:len(c.under)-1]
	if c.known[at] = r; r.deep && len(c.under) > 0 {
		delete(c.known, at) // asked by itself, it may be within reach
	}
	return r
}

// close notes the circle that leads back to a cell, the first time that it does.
func (c *calculator) close(at report.Cell) {
	if _, known := c.round[at]; known {
		return
	}
	circle := c.under[slices.Index(c.under, at):]
	for i, cell := range circle {
		c.round[cell] = circle[(i+1)%len(circle)]
	}
}

// only is what a single cell comes to. Several in the place of one are not
// worked out.
func (c *calculator) only(r *cellRange) result {
	if r.area.from != r.area.to {
		return result{kind: uncached}
	}
	return c.at(r.grid, r.area.from.col, r.area.from.row)
}

// each gives what the cells of a range come to, but for blank ones.
func (c *calculator) each(r *cellRange, give func(result)) {
	rows := r.grid.rows
	first := sort.Search(len(rows), func(i int) bool { return rows[i].row >= r.area.from.row })
	for _, row := range rows[first:] {
		if c.left--; c.left < 0 {
			give(result{kind: uncached})
		}
		if c.left < 0 || row.row > r.area.to.row {
			return
		}
		from := sort.Search(len(row.cells), func(i int) bool { return row.cells[i].col >= r.area.from.col })
		for _, stored := range row.cells[from:] {
			if stored.col > r.area.to.col {
				break
			}
			give(c.at(r.grid, stored.col, row.row))
			if c.left < 0 {
				return
			}
		}
	}
}

// calculated gives a fact the result of its formula, and says so; or says why
// it has none.
func (ds *drafts) calculated(f *fact, ref string) *trouble {
	g := ds.calc.sheet(f.at.Sheet)
	if g == nil {
		return nil
	}
	r := ds.calc.at(g, f.at.Col, f.at.Row)
	switch {
	case !r.circle.IsZero():
		return &trouble{"is a formula without a result, and " + ds.calc.circleWords(f.at, r), "correct the formula in Excel, and save the workbook there"}
	case r.kind == errorValue && !r.from.IsZero():
		return &trouble{fmt.Sprintf("is a formula without a result, and uses %s, which is the error %s", r.from, r.text),
			"mend that cell, then open the workbook in Excel and save it"}
	case r.kind == errorValue:
		return &trouble{fmt.Sprintf("is a formula without a result, and comes to the error %s", r.text), "mend the formula in Excel, or type n/a"}
	case r.kind == uncached:
		return nil
	}
	f.cell = &cell{kind: r.kind, number: r.number, text: r.text, format: f.cell.format}
	ds.Add(report.Warning, f.at, ref, "open the workbook in Excel and save it, so that it holds its results",
		"%s is a formula without a result; panelpack calculated it", nameOf(f.Figure))
	return nil
}

// sheet is the sheet of that name; nil for none.
func (c *calculator) sheet(name string) *grid {
	i := slices.IndexFunc(c.grids, func(g *grid) bool { return g.Name == name })
	if i < 0 {
		return nil
	}
	return c.grids[i]
}

// circleWords says how the formula of a cell leads into a circle.
func (c *calculator) circleWords(at report.Cell, r result) string {
	switch by, is := c.round[at]; {
	case !is:
		return fmt.Sprintf("leads to %s, whose formula refers to itself", r.circle)
	case by == at:
		return "refers to itself"
	default:
		return fmt.Sprintf("refers to itself by way of %s", by)
	}
}

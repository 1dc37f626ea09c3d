package pdf

import (
	"slices"

	"panelpack/report"
)

// leastShares are what weighted columns may get at least, in sizes of their
// type for each unit of their weight: the more, the more other columns wrap.
var leastShares = [...]float64{8, 13}

// worthwhile is how much lower a table has to be for more of its cells to wrap.
const worthwhile = 0.9

// columnWidths are those with which the table is lowest: with cells on single
// lines, or with more of them wrapped where that is worthwhile.
func (g *grid) columnWidths() []float64 {
	n := len(g.table.Columns)
	single, natural, least := make([]float64, n), make([]float64, n), make([]float64, n)
	for i := range g.table.Columns {
		single[i], natural[i], least[i] = g.measure(i)
	}
	var tried [][]float64
	var best []float64
	lowest := 0.0
	for _, wanted := range [][]float64{single, natural} {
		for _, share := range leastShares {
			widths := g.shared(slices.Clone(wanted), least, share)
			if slices.ContainsFunc(tried, func(t []float64) bool { return slices.Equal(t, widths) }) {
				continue
			}
			tried = append(tried, widths)
			h := g.heightWith(widths)
			if best == nil || h < lowest*worthwhile {
				best, lowest = widths, h
			}
			if h <= g.singleHeight()+aHair {
				return widths
			}
		}
	}
	return best
}

// singleHeight is how high the rows tried are when nothing in them wraps.
func (g *grid) singleHeight() float64 {
	total := g.padded(g.head.leadingPt())
	for _, row := range g.table.Rows[:min(len(g.table.Rows), rowsTried)] {
		if row.Group == "" {
			total += g.padded(g.font.leadingPt())
		}
	}
	return total
}

// rowsTried is how many rows tell which widths make a table lowest.
const rowsTried = 60

func (g *grid) heightWith(widths []float64) float64 {
	g.widths = widths
	total := g.headHeight()
	for _, row := range g.table.Rows[:min(len(g.table.Rows), rowsTried)] {
		if row.Group == "" {
			total += g.rowHeight(g.cellLines(row))
		}
	}
	return total
}

// shared gives every column without a weight its natural width, and shares
// what is left by weight. Where too little is left, the columns with most to
// spare wrap first.
func (g *grid) shared(natural, least []float64, share float64) []float64 {
	left, weights := g.width-cellGap*float64(len(natural)-1), 0.0
	for i, column := range g.table.Columns {
		if weights += column.Weight; column.Weight == 0 {
			left -= natural[i]
		}
	}
	wanted := share * g.font.sizePt * weights
	for left < wanted {
		widest := g.mostToSpare(natural, least)
		if widest < 0 {
			break
		}
		give := min(natural[widest]-least[widest], wanted-left)
		natural[widest] -= give
		left += give
	}
	for i, column := range g.table.Columns {
		if column.Weight > 0 {
			natural[i] = left * column.Weight / weights
		}
	}
	return natural
}

// mostToSpare is the unweighted column whose words could wrap furthest, or -1.
func (g *grid) mostToSpare(natural, least []float64) int {
	best, spare := -1, 0.01
	for i, column := range g.table.Columns {
		if column.Weight == 0 && natural[i]-least[i] > spare {
			best, spare = i, natural[i]-least[i]
		}
	}
	return best
}

// outliers is the share of a column's cells that may take a second line where
// on one they would widen the column by more than farWider for all the others.
const (
	outliers = 0.12
	farWider = 1.3
)

// measure is the width in which the head and the cells of column i stand on
// single lines, that in which cells do but for outliers, and the least it can
// do with.
func (g *grid) measure(i int) (single, natural, least float64) {
	head := g.extent(report.Plain(g.table.Columns[i].Head), g.head)
	single, natural, least = head.single, head.word, head.word
	var singles []float64
	for _, row := range g.table.Rows {
		if row.Group == "" {
			e := g.measureCell(row.Cells[i], g.cellFont(row, i))
			singles = append(singles, e.single)
			natural, least = max(natural, e.double), max(least, e.word)
		}
	}
	slices.Sort(singles)
	if n := len(singles); n > 0 {
		usual, most := singles[n-1-int(outliers*float64(n))], singles[n-1]
		if most <= usual*farWider {
			usual = most
		}
		single, natural = max(single, most), max(natural, usual)
	}
	return single, natural, least
}

// measureCell is the extent of what a cell shows.
func (g *grid) measureCell(cell report.TableCell, f font) extent {
	var w float64
	switch {
	case cell.Rating != nil:
		w = ratingWidth(*cell.Rating)
	case cell.Spark != nil:
		w = sparkWidth
	case cell.Page != "":
		w = f.width(widestPage)
	default:
		return g.extent(cell.Text, f)
	}
	return extent{w, w, w}
}

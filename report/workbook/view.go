package workbook

import (
	"slices"

	"panelpack/report"
)

// area is a rectangle of a sheet, its first and last places included.
type area struct{ from, to place }

// view is a block of a sheet as a table that runs across: its lines are the
// rows of the sheet, or its columns where the periods run down. What reads a
// view need not know which.
type view struct {
	*grid
	area   area
	turned bool
}

// lines and places are how far the view reaches: from 0 to one less.
func (v view) lines() int {
	if v.turned {
		return v.area.to.col - v.area.from.col + 1
	}
	return v.area.to.row - v.area.from.row + 1
}

func (v view) places() int { return v.turn().lines() }

// turn is the same block with lines and places exchanged.
func (v view) turn() view {
	v.turned = !v.turned
	return v
}

// cell is the cell at a place of a line.
func (v view) cell(line, at int) cell {
	p := v.place(line, at)
	return v.grid.at(p.col, p.row)
}

// stored is the cell at a place of a line that holds something.
func (v view) stored(line, at int) *cell {
	p := v.place(line, at)
	return v.grid.stored(p.col, p.row)
}

// where is the sheet's own name of a place of the view.
func (v view) where(line, at int) report.Cell {
	p := v.place(line, at)
	return v.cellAt(p.col, p.row)
}

func (v view) place(line, at int) place {
	if v.turned {
		line, at = at, line
	}
	return place{v.area.from.col + at, v.area.from.row + line}
}

// hidesLine reports whether a line is hidden, and hidesPlace whether a place of
// all lines is.
func (v view) hidesLine(line int) bool {
	p := v.place(line, 0)
	if !v.turned {
		return v.hiddenRows[p.row]
	}
	return slices.ContainsFunc(v.hiddenColumns, func(c [2]int) bool { return c[0] <= p.col && p.col <= c[1] })
}

func (v view) hidesPlace(at int) bool { return v.turn().hidesLine(at) }

// blocks are the connected areas of a sheet, from its top, but for vast ones.
func (g *grid) blocks() []area {
	return slices.DeleteFunc(g.areas(), area.vast)
}

// vast reports whether an area is mostly blank and larger than any table: it
// would take minutes to look through.
func (a area) vast() bool {
	return (a.to.col-a.from.col+1)*(a.to.row-a.from.row+1) > maxPlaces
}

// areas are the connected areas of a sheet, from its top. One blank row or
// column does not part what belongs together; two do.
func (g *grid) areas() []area {
	var all []area
	for _, band := range g.bands() {
		all = append(all, besides(band)...)
	}
	return all
}

// bands are the rows of a sheet, parted where two or more are blank.
func (g *grid) bands() [][]gridRow {
	var all [][]gridRow
	for start := 0; start < len(g.rows); {
		end := start + 1
		for end < len(g.rows) && g.rows[end].row-g.rows[end-1].row <= 2 {
			end++
		}
		all = append(all, g.rows[start:end])
		start = end
	}
	return all
}

// besides parts rows into the areas that stand side by side in them.
func besides(rows []gridRow) []area {
	used := map[int]bool{}
	for _, r := range rows {
		for _, c := range r.cells {
			if !c.blank() {
				used[c.col] = true
			}
		}
	}
	columns := make([]int, 0, len(used))
	for col := range used {
		columns = append(columns, col)
	}
	slices.Sort(columns)
	first, last := rows[0].row, rows[len(rows)-1].row
	var areas []area
	for i, col := range columns {
		if i == 0 || col-columns[i-1] > 2 {
			areas = append(areas, area{from: place{col, first}})
		}
		areas[len(areas)-1].to = place{col, last}
	}
	return areas
}

package pdf

import (
	"math"

	"panelpack/report"
	"panelpack/report/pdf/tagged"
	"panelpack/report/style"
)

const (
	cellGap    = 6.0  // between one column and the next
	rowPadding = 2.6  // above and below the words of a row
	sparkWidth = 42.0 // a small chart in a table
	leastRows  = 3    // of a table stand together at least, beneath its head and where it goes on
)

// grid is a table being set.
type grid struct {
	*setter
	table  report.Table
	font   font
	head   font
	pad    float64
	widths []float64 // of the columns, also while they are tried
	laid   *laid
}

// table sets t over as many pages as it needs. A row is never split, and the
// head stands again on every page.
func (s *setter) table(t report.Table) {
	g := &grid{setter: s, table: t, font: tableFont, head: headFont, pad: rowPadding}
	if t.Fine {
		g.font = fineFont.in(style.Ink)
		g.head, g.pad = fineFont.bold(), (figureRow-fineFont.leadingPt())/2
	}
	if s.tables == len(s.memory.laid) {
		s.memory.laid = append(s.memory.laid, &laid{g.columnWidths(), make([][][]line, len(t.Rows))})
	}
	g.laid = s.memory.laid[s.tables]
	g.widths = g.laid.widths
	s.tables++
	caption := s.breakLines(report.Text{{Text: t.Caption, Link: t.Link}}, g.captionFont(), s.width)
	s.need(height(caption) + g.headHeight() + max(leastRows*(g.font.leadingPt()+2*g.pad), g.firstRow()))
	s.anchor(t.ID)
	s.doc.In(tagged.Table, func() {
		s.doc.In(tagged.Caption, func() { s.flow(caption, s.left) })
		s.doc.In(tagged.THead, func() { g.setHead() })
		s.doc.In(tagged.TBody, g.setRows)
	})
}

// firstRow is the height of the first row, with the heading of its group.
func (g *grid) firstRow() float64 {
	total := 0.0
	for i, row := range g.table.Rows {
		if row.Group == "" {
			return total + g.rowHeight(g.rowLines(i))
		}
		total += g.groupHeadHeight()
	}
	return total
}

func (g *grid) captionFont() font {
	if g.table.Fine {
		return font{style.Bold, style.Table, style.Ink}
	}
	return fineFont
}

func (g *grid) cellFont(row report.Row, i int) font {
	if row.Total || g.table.Columns[i].Strong {
		return g.font.bold()
	}
	return g.font
}

// columnX is where column i starts.
func (g *grid) columnX(i int) float64 {
	x := g.left
	for _, w := range g.widths[:i] {
		x += w + cellGap
	}
	return x
}

func (g *grid) headLines() [][]line {
	all := make([][]line, len(g.widths))
	for i, column := range g.table.Columns {
		all[i] = g.breakLines(report.Plain(column.Head), g.head, g.widths[i])
	}
	return all
}

func (g *grid) headHeight() float64 { return g.padded(highest(g.headLines())) }

// padded is the height of a row whose highest cell is as high as this. In a fine
// table that is a whole number of rows, so that neighbouring columns agree.
func (g *grid) padded(heightPt float64) float64 {
	heightPt += 2 * g.pad
	if g.table.Fine {
		return math.Ceil((heightPt-aHair)/figureRow) * figureRow
	}
	return heightPt
}

func highest(cells [][]line) float64 {
	most := 0.0
	for _, lines := range cells {
		most = max(most, height(lines))
	}
	return most
}

// setHead sets the head of the table once, as header cells.
func (g *grid) setHead() {
	top := g.y
	g.doc.In(tagged.TR, func() {
		for i, lines := range g.headLines() {
			g.doc.In(tagged.TH, func() { g.place(lines, i, top+g.pad) }, tagged.Scope(tagged.Column))
		}
	})
	g.closeHead()
}

func (g *grid) closeHead() {
	g.y += g.headHeight()
	g.hairline(g.left, g.left+g.width, g.y, style.RuleWeight, style.Ink)
}

// place sets the lines of a cell in column i from y down.
func (g *grid) place(lines []line, i int, y float64) {
	for _, l := range lines {
		g.line(l, g.alignedX(l, i), y)
		y += l.runs[0].font.leadingPt()
	}
}

func (g *grid) alignedX(l line, i int) float64 {
	x := g.columnX(i)
	if g.table.Columns[i].Align == report.Right {
		x += g.widths[i] - l.widthPt
	}
	return x
}

// setRows sets every row, and the head again wherever a page or column
// starts. The rows of a group stay together where they fit on one page.
func (g *grid) setRows() {
	for i, row := range g.table.Rows {
		if row.Group != "" {
			whole, first := g.groupHeights(i)
			if whole > bodyHeight-g.headHeight() || i == 0 && whole > g.room() {
				whole = first // for it cannot be whole, or would leave the head of the table alone
			}
			g.keep(whole)
			g.groupRow(row)
			continue
		}
		cells := g.rowLines(i)
		heightPt := g.rowHeight(cells)
		g.keep(heightPt + g.lastRows(i))
		g.row(row, cells, heightPt)
	}
}

// groupHeights are the height of the group that starts with row i, and that of
// its heading and first row.
func (g *grid) groupHeights(i int) (whole, first float64) {
	whole = g.groupHeadHeight()
	for j := i + 1; j < len(g.table.Rows) && g.table.Rows[j].Group == ""; j++ {
		if whole += g.rowHeight(g.rowLines(j)); first == 0 {
			first = whole
		}
	}
	return whole, first
}

func (g *grid) groupHeadHeight() float64 { return g.font.leadingPt() + 4*g.pad }

func (g *grid) groupRow(row report.Row) {
	f := g.font.bold()
	y := g.y + 3*g.pad
	g.doc.In(tagged.TR, func() {
		g.doc.Text(tagged.TH, func(c *tagged.Canvas) {
			c.Text(g.left, y+f.ascentPt(), onLine(row.Group), f.style())
		}, tagged.Scope(tagged.Row), tagged.ColSpan(len(g.widths)))
	})
	g.y += g.groupHeadHeight()
	g.hairline(g.left, g.left+g.width, g.y, style.HairlineWeight, style.Quiet)
}

// rowLines is the cells of row i in lines, which are found once but for numbers
// of pages.
func (g *grid) rowLines(i int) [][]line {
	row := g.table.Rows[i]
	if g.laid.rows[i] == nil {
		g.laid.rows[i] = g.cellLines(row)
	}
	for j, cell := range row.Cells {
		if cell.Page != "" {
			g.laid.rows[i][j] = g.pageLines(row, j)
		}
	}
	return g.laid.rows[i]
}

func (g *grid) cellLines(row report.Row) [][]line {
	all := make([][]line, len(row.Cells))
	for i, cell := range row.Cells {
		if cell.Page != "" {
			all[i] = g.pageLines(row, i)
		} else {
			all[i] = g.breakLines(cell.Text, g.cellFont(row, i), g.widths[i])
		}
	}
	return all
}

// pageLines is the number of the page that cell i of a row leads to.
func (g *grid) pageLines(row report.Row, i int) []line {
	id := row.Cells[i].Page
	return g.breakLines(report.Text{{Text: g.pageOf(id), Link: "#" + id}}, g.cellFont(row, i), g.widths[i])
}

func (g *grid) rowHeight(cells [][]line) float64 {
	return g.padded(max(highest(cells), g.font.leadingPt()))
}

func (g *grid) row(row report.Row, cells [][]line, heightPt float64) {
	g.anchor(row.ID)
	if row.Total {
		g.hairline(g.left, g.left+g.width, g.y, style.RuleWeight, style.Ink)
	}
	top := g.y + g.pad
	g.doc.In(tagged.TR, func() {
		for i, cell := range row.Cells {
			role, attrs := tagged.TD, []tagged.Attr(nil)
			if i == 0 {
				role, attrs = tagged.TH, []tagged.Attr{tagged.Scope(tagged.Row)}
			}
			g.doc.In(role, func() { g.cell(cell, cells[i], i, top) }, attrs...)
		}
	})
	g.y += heightPt
	g.hairline(g.left, g.left+g.width, g.y, style.HairlineWeight, style.Grid)
}

func (g *grid) cell(cell report.TableCell, lines []line, i int, top float64) {
	switch {
	case cell.Rating != nil:
		g.rating(*cell.Rating, g.columnX(i), top)
	case cell.Spark != nil:
		g.spark(cell.Spark, g.columnX(i), top)
	default:
		g.place(lines, i, top)
	}
}

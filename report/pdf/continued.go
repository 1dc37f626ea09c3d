package pdf

import (
	"panelpack/report"
	"panelpack/report/pdf/tagged"
)

// How a table goes on in another column, or on another page.

// repeatHead paints the head again on a further page or column, as decoration;
// above it what the figures of a fine table are of, since several of those
// stand on a page.
func (g *grid) repeatHead() {
	var caption []line
	if g.table.Fine {
		caption = g.continued()
	}
	top := g.y
	g.y += height(caption)
	g.doc.Artifact(tagged.Pagination, func(c *tagged.Canvas) {
		paintLines(c, caption, top, func(line) float64 { return g.left })
		for i, lines := range g.headLines() {
			paintLines(c, lines, g.y+g.pad, func(l line) float64 { return g.alignedX(l, i) })
		}
	})
	g.closeHead()
}

// continued is the caption of the part of a table that stands elsewhere, on one
// line where it can. What would take more than two is cut: it stands in full
// above the first part.
func (g *grid) continued() []line {
	f := g.captionFont()
	var lines []line
	for _, suffix := range []string{", continued", ", cont."} {
		if lines = g.breakLines(report.Plain(g.table.Caption+suffix), f, g.width); len(lines) == 1 {
			return lines
		}
	}
	if len(lines) > 2 {
		const suffix = ", cont."
		return g.breakLines(report.Plain(cut(g.table.Caption, f, g.width-f.width(suffix))+suffix), f, g.width)
	}
	return lines
}

// lastRows is the height of the rows after row i where that is the first of the
// last few, which do not stand elsewhere by themselves.
func (g *grid) lastRows(i int) float64 {
	rows := g.table.Rows
	if len(rows) < 2*leastRows || i != len(rows)-leastRows {
		return 0
	}
	total := 0.0
	for j := i + 1; j < len(rows); j++ {
		if rows[j].Group != "" {
			return 0
		}
		total += g.rowHeight(g.rowLines(j))
	}
	return total
}

// keep makes room for heightPt, with a repeated head where it is not on this
// page.
func (g *grid) keep(heightPt float64) {
	page, column := g.doc.Page(), g.column
	g.need(heightPt)
	if g.doc.Page() != page || g.column != column {
		g.repeatHead()
	}
}

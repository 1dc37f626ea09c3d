package pdf

import (
	"fmt"

	"panelpack/report"
	"panelpack/report/pdf/tagged"
	"panelpack/report/style"
)

// blocks sets the blocks of a section one below the other. A heading stays
// with the start of what follows it.
func (s *setter) blocks(blocks []report.Block) {
	for i, b := range blocks {
		if _, spaced := b.(report.MetricPanel); i > 0 && !spaced {
			s.y += blockGap
		}
		switch b := b.(type) {
		case report.Heading:
			s.subheading(b, blocks[i+1:])
		case report.Paragraph:
			s.paragraph(b)
		case report.List:
			s.list(b)
		case report.Table:
			s.table(b)
		case report.Figures:
			s.inColumns(figureColumns, func() { s.figures(b) })
		case report.Legend:
			s.legend(b)
		case report.RatingBar:
			s.ratingBar(b)
		case report.DetailList:
			s.details(b)
		case report.MetricPanel:
			s.nextPanel(b, i == 0)
		}
	}
}

func (s *setter) subheading(h report.Heading, following []report.Block) {
	if s.y > bodyTop+titleFont.leadingPt()+headingGap {
		s.y += headingGap - blockGap/2
	}
	lines := s.breakLines(report.Plain(h.Text), headingFont, s.width)
	s.need(height(lines) + blockGap + leastHeight(following))
	s.heading(h.Rank, h.ID, h.Text, headingFont, s.width)
	s.y -= blockGap / 2
}

// leastHeight is how much of the first of blocks has to stand on the page of
// the heading above it.
func leastHeight(blocks []report.Block) float64 {
	if len(blocks) == 0 {
		return 0
	}
	switch blocks[0].(type) {
	case report.Table:
		return 6 * tableFont.leadingPt()
	case report.Paragraph:
		if len(blocks) > 1 {
			return bodyFont.leadingPt() + blockGap + leastHeight(blocks[1:2])
		}
	}
	return leastLines * bodyFont.leadingPt()
}

func (s *setter) paragraph(p report.Paragraph) {
	f := bodyFont
	if p.Small {
		f = smallFont
	}
	lines := s.breakLines(p.Text, f, s.width)
	s.doc.In(tagged.P, func() { s.flow(lines, s.left) })
}

// listIndent is how far the points of a list stand in from their marks, but for
// numbers of two digits and more.
const listIndent = 17.0

func indentOf(l report.List) float64 {
	return max(listIndent, bodyFont.width(pointLabel(l, len(l.Items)-1))+1)
}

func (s *setter) list(l report.List) {
	indent := indentOf(l)
	var items [][]line
	for _, item := range l.Items {
		items = append(items, s.breakLines(item, bodyFont, s.width-indent))
	}
	s.listOf(items, l, s.left, indent)
}

// listOf sets the lines of the points of l from x and from where the page
// stands.
func (s *setter) listOf(items [][]line, l report.List, x, indent float64) {
	s.doc.In(tagged.L, func() {
		for i, lines := range items {
			if i > 0 {
				s.y += itemGap
			}
			s.need(float64(min(leastLines, len(lines))) * bodyFont.leadingPt())
			s.doc.In(tagged.LI, func() {
				s.label(pointLabel(l, i), x, indent)
				s.doc.In(tagged.LBody, func() { s.flow(lines, x+indent) })
			})
		}
	}, tagged.ListNumbering(numberingOf(l)))
}

// numberingOf is how PDF calls the numbering of a list.
func numberingOf(l report.List) string {
	if l.Numbered {
		return "Decimal"
	}
	return "Disc"
}

// pointLabel stands before point i, counted from 0, of a list.
func pointLabel(l report.List, i int) string {
	if l.Numbered {
		return fmt.Sprintf("%d. ", max(l.First, 1)+i)
	}
	return "• "
}

// label sets the label of a point of a list that stands in from x.
func (s *setter) label(label string, x, indent float64) {
	y := s.y + bodyFont.ascentPt()
	s.doc.Text(tagged.Lbl, func(c *tagged.Canvas) {
		c.Text(x+indent-bodyFont.width(label)-1, y, label, bodyFont.style())
	})
}

// itemGap is the room between two points of a list.
const itemGap = 2.0

// markSize is the side of a rating's mark beside running text.
const markSize = 11.5

// mark draws the mark of rating r with its top left corner at x, y. The mark
// is decoration: the word beside it says the same.
func (s *setter) mark(r report.Rating, x, y, size float64) {
	s.doc.Artifact(tagged.Layout, func(c *tagged.Canvas) { paintMark(c, style.Mark(r), x, y, size) })
}

func paintMark(c *tagged.Canvas, m style.Shape, x, y, size float64) {
	fill := tagged.Colour(m.Fill)
	pen := tagged.Pen{Width: style.RuleWeight, Colour: tagged.Colour(m.Edge)}
	if m.Dashed {
		pen.Dash = style.Short[:]
	}
	if m.Circle {
		c.Circle(tagged.Point{X: x + size/2, Y: y + size/2}, size/2, &fill, &pen)
	} else {
		points := make([]tagged.Point, len(m.Points))
		for i, p := range m.Points {
			points[i] = tagged.Point{X: x + p.X*size, Y: y + p.Y*size}
		}
		c.Path(points, true, &fill, &pen)
	}
	letter := font{style.Bold, m.Size * size, m.Ink}
	c.Text(x+(size-letter.width(m.Letter))/2, y+m.Baseline*size, m.Letter, letter.style())
}

// ratingFont is the face of the word beside a mark.
var ratingFont = tableFont.bold()

// ratingWidth is how wide the mark and word of r are.
func ratingWidth(r report.Rating) float64 {
	return markSize + 4 + ratingFont.width(r.String())
}

// rating sets the mark and word of r in a line box that starts at y.
func (s *setter) rating(r report.Rating, x, y float64) {
	s.mark(r, x, y+(ratingFont.leadingPt()-markSize)/2, markSize)
	s.doc.Mark(func(c *tagged.Canvas) {
		c.Text(x+markSize+4, y+ratingFont.ascentPt(), r.String(), ratingFont.style())
	})
}

// legend sets each rating's mark, its word and what it means.
func (s *setter) legend(l report.Legend) {
	const wordsAt = 110.0
	s.doc.In(tagged.L, func() {
		for i, band := range l.Bands {
			if i > 0 {
				s.y += 3 * itemGap
			}
			lines := s.breakLines(report.Plain(band.Words), bodyFont, s.width-wordsAt)
			s.need(height(lines))
			y := s.y
			s.doc.In(tagged.LI, func() {
				s.doc.In(tagged.Lbl, func() { s.rating(band.Rating, s.left, y+1) })
				s.doc.In(tagged.LBody, func() { s.lines(lines, s.left+wordsAt, y) })
			})
			s.y += height(lines)
		}
	}, tagged.ListNumbering("None"))
}

package pdf

import (
	"panelpack/report"
	"panelpack/report/pdf/tagged"
	"panelpack/report/style"
)

const (
	contentsID = "contents"
	entryGap   = 4.0 // between two entries of the contents
	leaderGap  = 6.0 // between the words of an entry and its leader
)

// contents sets a page that leads to every section and every metric.
func (s *setter) contents(sections []report.Section) {
	s.section = "Contents"
	s.newPage()
	s.doc.In(tagged.Sect, func() {
		s.sectionTitle(report.Section{ID: contentsID, Title: "Contents"})
		s.doc.In(tagged.TOC, func() {
			for _, section := range sections {
				s.entry(section.Title, section.ID)
			}
		})
	})
}

// entry is one line of the contents: words, leader and page, all one link.
func (s *setter) entry(title, id string) {
	page := s.pageOf(id)
	lines := breakLines(report.Plain(title), bodyFont, s.width-listIndent-bodyFont.width("888"))
	s.need(height(lines))
	area := tagged.Rect{X: s.left, Y: s.y, W: s.width, H: height(lines)}
	y := s.y
	s.doc.In(tagged.TOCI, func() {
		s.doc.In(tagged.Reference, func() {
			s.doc.Link("#"+id, area, title+", page "+page, func(c *tagged.Canvas) {
				for _, l := range lines {
					c.Text(s.left, y+bodyFont.ascentPt(), l.runs[0].text+" ", bodyFont.style())
					y += bodyFont.leadingPt()
				}
				c.Text(textRight-bodyFont.width(page), y-bodyFont.leadingPt()+bodyFont.ascentPt(), page, bodyFont.style())
			})
		})
	})
	last := lines[len(lines)-1].widthPt
	s.leader(s.left+last+leaderGap, textRight-bodyFont.width(page)-leaderGap, y-bodyFont.leadingPt()+bodyFont.ascentPt())
	s.y += height(lines) + entryGap
}

func (s *setter) leader(x0, x1, y float64) {
	if x1 <= x0 {
		return
	}
	s.doc.Artifact(tagged.Layout, func(c *tagged.Canvas) {
		pen := tagged.Pen{Width: style.HairlineWeight, Colour: tagged.Colour(style.Hairline), Dash: style.Dotted[:]}
		c.Line(tagged.Point{X: x0, Y: y}, tagged.Point{X: x1, Y: y}, pen)
	})
}

package pdf

import (
	"panelpack/report"
	"panelpack/report/pdf/tagged"
	"panelpack/report/style"
)

const (
	contentsColumns = 2
	metricIndent    = 12.0 // of the entries of its metrics
	leaderGap       = 5.0  // between the words of an entry and its leader
)

// contents sets the way to every section and every metric.
func (s *setter) contents(sections []report.Section) {
	s.title = "Contents"
	s.newPage()
	s.doc.In(tagged.Sect, func() {
		s.sectionTitle(report.Section{ID: "contents", Title: s.title})
		s.doc.In(tagged.TOC, func() {
			s.inColumns(contentsColumns, func() {
				apart := false
				for _, section := range sections {
					metrics := panelsOf(section)
					s.sectionEntries(section, metrics, apart || len(metrics) > 0)
					apart = len(metrics) > 0
				}
			})
		})
	})
}

// sectionEntries is the entry of a section and, under it, those of its metrics.
// Few of them stay together. A line is left above a section that has any, and
// above the one after it. All lines are as high, so that those of both columns
// agree.
func (s *setter) sectionEntries(section report.Section, metrics []report.MetricPanel, apart bool) {
	line := tableFont.leadingPt()
	together := float64(len(metrics)+2) * line
	if together > bodyHeight/3 {
		together = 3 * line
	}
	s.need(together)
	if apart && s.y > s.top {
		s.y += line
	}
	s.entry(section.Title, section.ID, tableFont.bold(), 0)
	if len(metrics) == 0 {
		return
	}
	s.doc.In(tagged.TOC, func() {
		for _, p := range metrics {
			m := p.Assessment.Metric
			s.entry(m.Ref+" "+m.Short(), report.MetricAnchor(m.Ref), tableFont, metricIndent)
		}
	})
}

// entry is one line of the contents: words, leader and page, all one link.
func (s *setter) entry(title, id string, f font, indent float64) {
	page := s.pageOf(id)
	lines := s.breakLines(report.Plain(title), f, s.width-indent-2*leaderGap-f.width(widestPage))
	s.need(height(lines))
	pageX := s.left + s.width - f.width(page)
	area := tagged.Rect{X: s.left, Y: s.y, W: s.width, H: height(lines)}
	y := s.y
	s.doc.In(tagged.TOCI, func() {
		s.doc.In(tagged.Reference, func() {
			s.doc.Link("#"+id, area, s.linkWords("#"+id, onLine(title)), func(c *tagged.Canvas) {
				for i, l := range lines {
					text := l.runs[0].text
					if i == len(lines)-1 {
						text += " " // which the lines above have at their ends
					}
					c.Text(s.left+indent, y+f.ascentPt(), text, f.style())
					y += f.leadingPt()
				}
				y -= f.leadingPt()
				c.Text(pageX, y+f.ascentPt(), page, f.style())
			})
		})
	})
	s.leader(s.left+indent+lines[len(lines)-1].widthPt+leaderGap, pageX-leaderGap, y+f.ascentPt())
	s.y += height(lines)
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

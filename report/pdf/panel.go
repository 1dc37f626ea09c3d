package pdf

import (
	"fmt"
	"strings"

	"panelpack/report"
	"panelpack/report/chart"
	"panelpack/report/pdf/tagged"
	"panelpack/report/style"
)

// A metric's panel takes half a page; its chart gives way to longer words and
// takes what they leave.
const (
	panelsOnPage  = 2
	panelGap      = 14.0
	figureWidth   = 110.0
	factsAt       = 117.0
	chartLeast    = 100.0
	chartMost     = 172.0
	boxPadding    = 6.0
	panelInnerGap = 6.0
	figureHeight  = 33.0 // of the big figure, closer than running text is set
)

// panel is a metric's panel measured and ready to be set.
type panel struct {
	report.MetricPanel
	name   []line
	figure []line
	under  []line // the lines under the big figure
	facts  [][]line
	title  []line
	sub    []line
	links  []line
	words  []line // the commentary, or its place
}

// panelsFrom is the run of metric panels that blocks start with.
func panelsFrom(blocks []report.Block) []report.MetricPanel {
	var panels []report.MetricPanel
	for _, b := range blocks {
		p, ok := b.(report.MetricPanel)
		if !ok {
			break
		}
		panels = append(panels, p)
	}
	return panels
}

// panels sets metric panels, two to a page where they fit.
func (s *setter) panels(all []report.MetricPanel) {
	for first := true; len(all) > 0; first = false {
		if !first {
			s.newPage()
		}
		page, spare := s.fill(all)
		all = all[len(page):]
		for i, p := range page {
			if i > 0 {
				s.y += panelGap
			}
			s.panel(p, min(max(spare/panelsOnPage, chartLeast), chartMost))
		}
	}
}

// fill measures as many of the panels as the page holds with the least charts,
// and says how much room is left for all their charts.
func (s *setter) fill(all []report.MetricPanel) (page []*panel, spare float64) {
	spare = s.room()
	for _, m := range all[:min(panelsOnPage, len(all))] {
		p := s.measure(m)
		left := spare - p.fixedHeight()
		if len(page) > 0 {
			left -= panelGap
		}
		if len(page) > 0 && left < chartLeast*float64(len(page)+1) {
			break
		}
		page, spare = append(page, p), left
	}
	return page, spare
}

func (s *setter) measure(m report.MetricPanel) *panel {
	a := m.Assessment
	p := &panel{MetricPanel: m}
	p.name = breakLines(report.Plain(a.Metric.Ref+" · "+a.Metric.Name), headingFont, s.width-ratingWidth(a.Rating)-cellGap)
	figure := figureFont
	text := a.Metric.Unit.Format(a.Now.Actual)
	figure.sizePt = min(figure.sizePt, figure.sizePt*figureWidth/figure.width(text))
	p.figure = breakLines(report.Plain(text), figure, figureWidth+aHair)
	for _, words := range a.FigureLines {
		p.under = append(p.under, breakLines(report.Plain(words), smallFont, figureWidth)...)
	}
	for _, fact := range a.Facts {
		p.facts = append(p.facts, breakLines(fact, bodyFont, s.width-factsAt-listIndent))
	}
	p.links = breakLines(m.Links, fineFont, s.width)
	p.title = breakLines(report.Plain(a.Chart.Title), tableFont.bold(), s.width)
	p.sub = breakLines(report.Plain(a.Chart.Subtitle), fineFont, s.width-p.links[0].widthPt-cellGap)
	p.words = s.words(m.Commentary)
	return p
}

// words sets commentary with its heading run in to the first paragraph, or
// the heading of a placeholder with its prompts below.
func (s *setter) words(c report.Commentary) []line {
	width := s.width - 2*boxPadding
	heading := report.Span{Text: c.Heading, Bold: true}
	if !c.Supplied {
		prompts := report.Text{{Text: strings.Join(c.Prompts, "  "), Italic: true}}
		return append(breakLines(report.Text{heading}, bodyFont, width), breakLines(prompts, bodyFont.in(style.Quiet), width)...)
	}
	heading.Text += "  "
	var lines []line
	for i, paragraph := range paragraphs(c.Body) {
		if i == 0 {
			paragraph = append(report.Text{heading}, paragraph...)
		}
		lines = append(lines, breakLines(paragraph, bodyFont, width)...)
	}
	return lines
}

// paragraphs is the body of a commentary with each point of its lists as a
// paragraph behind its mark. The first is empty where the body begins with a
// list, so that the heading stands above it.
func paragraphs(body []report.Block) []report.Text {
	var all []report.Text
	for i, b := range body {
		switch b := b.(type) {
		case report.Paragraph:
			all = append(all, b.Text)
		case report.List:
			if i == 0 {
				all = append(all, nil)
			}
			for i, item := range b.Items {
				label := "• "
				if b.Numbered {
					label = fmt.Sprintf("%d. ", i+1)
				}
				all = append(all, append(report.Plain(label), item...))
			}
		}
	}
	return all
}

func (p *panel) topHeight() float64 {
	return max(figureHeight+height(p.under), p.factsHeight())
}

func (p *panel) factsHeight() float64 {
	total := 0.0
	for _, fact := range p.facts {
		total += height(fact) + itemGap
	}
	return total
}

func (p *panel) boxHeight() float64 { return height(p.words) + 2*boxPadding }

// fixedHeight is the height of everything but the chart.
func (p *panel) fixedHeight() float64 {
	return panelInnerGap + height(p.name) + panelInnerGap/2 + p.topHeight() + panelInnerGap +
		height(p.title) + max(height(p.sub), height(p.links)) + p.boxHeight() + panelInnerGap
}

// panel sets one metric with a chart of the given height.
func (s *setter) panel(p *panel, chartHeight float64) {
	s.need(min(p.fixedHeight()+chartHeight, bodyHeight))
	s.hairline(s.left, s.left+s.width, s.y, style.RuleWeight, style.Ink)
	s.y += panelInnerGap
	a := p.Assessment
	top := s.y
	s.heading(2, report.MetricAnchor(a.Metric.Ref), a.Metric.Ref+" · "+a.Metric.Name, headingFont, s.width-ratingWidth(a.Rating)-cellGap)
	s.doc.In(tagged.P, func() { s.rating(a.Rating, s.left+s.width-ratingWidth(a.Rating), top+1) })
	s.y += panelInnerGap / 2
	s.figureAndFacts(p)
	s.y += panelInnerGap
	s.trend(p, chartHeight)
	s.y += panelInnerGap
	s.commentary(p)
}

// figureAndFacts sets the big figure with the lines under it, and the facts
// beside them.
func (s *setter) figureAndFacts(p *panel) {
	top := s.y
	s.doc.In(tagged.P, func() {
		s.lines(p.figure, s.left, top-(figureFont.leadingPt()-figureHeight)/2)
		s.lines(p.under, s.left, top+figureHeight)
	})
	s.y = top
	if len(p.facts) > 0 {
		s.listOf(p.Assessment.Facts, "Disc", s.left+factsAt, s.width-factsAt)
	}
	s.y = top + p.topHeight()
}

// trend sets the chart under its title, with the way to its figures.
func (s *setter) trend(p *panel, chartHeight float64) {
	s.doc.In(tagged.P, func() { s.flow(p.title, s.left) })
	top := s.y
	s.doc.In(tagged.P, func() { s.lines(p.sub, s.left, top) })
	s.doc.In(tagged.P, func() { s.lines(p.links, s.left+s.width-p.links[0].widthPt, top) })
	s.y += max(height(p.sub), height(p.links))
	a := p.Assessment
	area := tagged.Rect{X: s.left, Y: s.y, W: s.width, H: chartHeight}
	s.doc.Text(tagged.Figure, func(c *tagged.Canvas) {
		paintDrawing(c, chart.Trend(a, area.W, area.H), area.X, area.Y)
	}, tagged.Alt(printable(a.Chart.Alt)), tagged.BBox(area))
	s.y += chartHeight
}

// spark sets the small chart of a table's row. It is decoration: the figures
// stand in the row and in the table that the metric's page leads to.
func (s *setter) spark(a *report.Assessment, x, y float64) {
	s.doc.Artifact(tagged.Layout, func(c *tagged.Canvas) {
		paintDrawing(c, chart.Spark(a, sparkWidth, tableFont.leadingPt()), x, y)
	})
}

// commentary sets the service's words in a box, or a dashed box where they
// are to come. Words that do not fit go on in a box on the next page.
func (s *setter) commentary(p *panel) {
	lines := p.words
	s.doc.In(tagged.Sect, func() {
		for len(lines) > 0 {
			n := s.fitting(lines)
			s.box(height(lines[:n])+2*boxPadding, p.Commentary.Supplied)
			s.y += boxPadding
			s.doc.In(tagged.P, func() { s.flow(lines[:n], s.left+boxPadding) })
			s.y += boxPadding
			if lines = lines[n:]; len(lines) > 0 {
				s.newPage()
			}
		}
	})
}

// fitting is how many of lines have room in a box on this page, after going
// on to the next page when that is none.
func (s *setter) fitting(lines []line) int {
	s.need(min(height(lines), leastLines*bodyFont.leadingPt()) + 2*boxPadding)
	room, n := s.room()-2*boxPadding, 0
	for n < len(lines) && room >= lines[n].runs[0].font.leadingPt()-aHair {
		room -= lines[n].runs[0].font.leadingPt()
		n++
	}
	return max(n, 1)
}

func (s *setter) box(heightPt float64, supplied bool) {
	r := tagged.Rect{X: s.left, Y: s.y, W: s.width, H: heightPt}
	s.doc.Artifact(tagged.Layout, func(c *tagged.Canvas) {
		pen := tagged.Pen{Width: style.HairlineWeight, Colour: tagged.Colour(style.Axis)}
		if supplied {
			c.Rect(r, nil, &pen)
			return
		}
		fill := tagged.Colour(style.Faint)
		pen = tagged.Pen{Width: style.RuleWeight, Colour: tagged.Colour(style.Axis), Dash: style.Short[:]}
		c.Rect(r, &fill, &pen)
	})
}

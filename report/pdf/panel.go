package pdf

import (
	"slices"

	"panelpack/report"
	"panelpack/report/chart"
	"panelpack/report/pdf/tagged"
	"panelpack/report/style"
)

// A metric's panel takes about half a page; its chart gives way to longer words
// and takes what they leave. A chart without figures only says so.
const (
	figureWidth   = 110.0
	factsAt       = 111.0
	chartLeast    = 100.0
	chartMost     = 172.0
	chartAlone    = 240.0 // of the only metric that begins on its page
	chartEmpty    = 24.0
	panelInnerGap = 6.0
	figureHeight  = 33.0 // of the big figure, closer than running text is set
)

// panel is a metric's panel measured and ready to be set.
type panel struct {
	report.MetricPanel
	name   []line
	figure []line
	under  [][]line // what stands under the big figure
	facts  [][]line
	title  []line
	sub    []line
	links  []line
	words  []passage // the commentary, or its place
	empty  bool      // the chart has no figures
}

func (s *setter) measure(m report.MetricPanel) *panel {
	a := m.Assessment
	p := &panel{MetricPanel: m}
	p.name = s.breakLines(report.Plain(a.Metric.Ref+" · "+a.Metric.Name), headingFont, s.width-ratingWidth(a.Rating)-cellGap)
	figure := figureFont
	text := a.Metric.Unit.Format(a.Now.Actual)
	figure.sizePt = min(figure.sizePt, figure.sizePt*figureWidth/figure.width(text))
	p.figure = s.breakLines(report.Plain(text), figure, figureWidth+aHair)
	for _, words := range a.FigureLines {
		p.under = append(p.under, s.breakLines(report.Plain(words), smallFont, figureWidth))
	}
	for _, fact := range a.Facts {
		p.facts = append(p.facts, s.breakLines(fact, bodyFont, s.width-factsAt-listIndent))
	}
	p.links = s.breakLines(m.Links, fineFont, s.width)
	p.empty = chart.Empty(a)
	if !p.empty { // the facts say that there is no figure
		p.title = s.breakLines(report.Plain(a.Chart.Title), tableFont.bold(), s.width)
	}
	p.sub = s.breakLines(report.Plain(a.Chart.Subtitle), fineFont, s.width-p.links[0].widthPt-cellGap)
	p.words = s.passages(m.Commentary)
	return p
}

func (p *panel) topHeight() float64 {
	return max(figureHeight+height(slices.Concat(p.under...)), p.factsHeight())
}

func (p *panel) factsHeight() float64 {
	total := 0.0
	for _, fact := range p.facts {
		total += height(fact) + itemGap
	}
	return total
}

func (p *panel) boxHeight() float64 { return height(linesOf(p.words)) + 2*boxPadding }

// fixedHeight is the height of everything but the chart.
func (p *panel) fixedHeight() float64 {
	return panelInnerGap + height(p.name) + panelInnerGap/2 + p.topHeight() + panelInnerGap +
		height(p.title) + max(height(p.sub), height(p.links)) + p.boxHeight() + panelInnerGap
}

// leastHeight is the height with the smallest chart.
func (p *panel) leastHeight() float64 {
	if p.empty {
		return p.fixedHeight() + chartEmpty
	}
	return p.fixedHeight() + chartLeast
}

// panel sets one metric with a chart of the given height.
func (s *setter) panel(p *panel, chartHeight float64) {
	// Long commentary goes on over the page, so that no page bears the title of
	// its section alone.
	s.need(p.fixedHeight() - p.boxHeight() + chartHeight)
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
	s.doc.In(tagged.P, func() { s.lines(p.figure, s.left, top-(figureFont.leadingPt()-figureHeight)/2) })
	s.y = top + figureHeight
	for _, lines := range p.under {
		s.doc.In(tagged.P, func() { s.flow(lines, s.left) })
	}
	s.y = top
	if len(p.facts) > 0 {
		s.listOf(p.facts, report.List{}, s.left+factsAt, listIndent)
	}
	s.y = top + p.topHeight()
}

// trend sets the chart under its title, with the way to its figures.
func (s *setter) trend(p *panel, chartHeight float64) {
	if len(p.title) > 0 {
		s.doc.In(tagged.P, func() { s.flow(p.title, s.left) })
	}
	top := s.y
	s.doc.In(tagged.P, func() { s.lines(p.sub, s.left, top) })
	s.doc.In(tagged.P, func() { s.lines(p.links, s.left+s.width-p.links[0].widthPt, top) })
	s.y += max(height(p.sub), height(p.links))
	a := p.Assessment
	area := tagged.Rect{X: s.left, Y: s.y, W: s.width, H: chartHeight}
	s.doc.Text(tagged.Figure, func(c *tagged.Canvas) {
		s.drawing(c, chart.Trend(a, area.W, area.H), area.X, area.Y)
	}, tagged.Alt(onLine(a.Chart.Alt)), tagged.BBox(area))
	s.y += chartHeight
}

// spark sets the small chart of a table's row. It is decoration: the figures
// stand in the row and in the table that the metric's page leads to.
func (s *setter) spark(a *report.Assessment, x, y float64) {
	s.doc.Artifact(tagged.Layout, func(c *tagged.Canvas) {
		s.drawing(c, chart.Spark(a, sparkWidth, tableFont.leadingPt()), x, y)
	})
}

package pdf

import (
	"math"

	"panelpack/report"
)

// panelGap is the room between two panels of one page.
const panelGap = 14.0

// placing is a panel with its place: whether a page begins with it, and how
// high its chart is.
type placing struct {
	*panel
	startsPage  bool
	chartHeight float64
}

// placePanels shares the metrics' panels out to pages, as many to a page as
// have room with the smallest charts; their charts then share the room that is
// left. A category may begin below the end of the one before.
func (s *setter) placePanels(sections []report.Section) map[string]*placing {
	placed := map[string]*placing{}
	var page []*placing
	room := 0.0
	for _, section := range sections {
		for i, m := range panelsOf(section) {
			p := &placing{panel: s.measure(m)}
			gap, need := panelGap, p.leastHeight()
			if i == 0 {
				gap, need = sectionGap, need+s.titleHeight(section)
			}
			start := need
			if need > bodyHeight { // it runs over wherever it starts
				start -= p.boxHeight() - leastBox
			}
			if gap+start > room || i == 0 && !section.Continues {
				shareOut(page, room)
				p.startsPage, page, room, gap = true, nil, bodyHeight, 0
			}
			page, room = append(page, p), room-gap-need
			placed[m.Assessment.Metric.Ref] = p
			if room < 0 {
				shareOut(page, 0)
				page, room = nil, roomAfter(-room)
			}
		}
	}
	shareOut(page, room)
	return placed
}

// roomAfter is how much is left of the last page of a commentary that runs over
// by so much, with a line and a box to spare for each page that it takes.
func roomAfter(overPt float64) float64 {
	pages := math.Ceil(overPt / bodyHeight)
	return pages*(bodyHeight-bodyFont.leadingPt()-2*boxPadding) - overPt
}

// leastBox is the least height of the part of a commentary that stands on the
// page of its chart.
var leastBox = leastLines*bodyFont.leadingPt() + 2*boxPadding

// shareOut gives the charts of a page the room that is left on it.
func shareOut(page []*placing, spare float64) {
	charts := 0.0
	for _, p := range page {
		if !p.empty {
			charts++
		}
	}
	most := chartMost
	if len(page) == 1 {
		most = chartAlone
	}
	for _, p := range page {
		p.chartHeight = chartEmpty
		if !p.empty {
			p.chartHeight = min(chartLeast+max(spare, 0)/charts, most)
		}
	}
}

// panelsOf is the metric panels of a section, which holds either those alone
// or none.
func panelsOf(section report.Section) []report.MetricPanel {
	var panels []report.MetricPanel
	for _, b := range section.Blocks {
		if m, ok := b.(report.MetricPanel); ok {
			panels = append(panels, m)
		}
	}
	return panels
}

// nextPanel sets a metric below another, or on a page of its own.
func (s *setter) nextPanel(m report.MetricPanel, first bool) {
	p := s.placed[m.Assessment.Metric.Ref]
	switch {
	case first: // the title of its section stands above it
	case p.startsPage:
		s.newPage()
	default:
		s.y += panelGap
	}
	s.panel(p.panel, p.chartHeight)
}

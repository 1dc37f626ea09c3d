package chart

import (
	"panelpack/report"
	"panelpack/report/style"
)

// Distances, in points.
const (
	haloWeight   = 0.8  // white around a marker, so that it stands off its line
	markerRadius = 2.4  // of an actual
	markSize     = 9.0  // side of the square about a rating's mark
	labelGap     = 14.0 // between the plot and the labels to its right
	tickGap      = 6.0  // between the plot and the numbers to its left
	tickSpace    = 20.0 // least height for one step of the scale
	rowHeight    = 11.5 // from one row of words to the next
	margin       = 7.0  // above the plot, for half a label and half a marker
	finalBar     = 5.0  // of a final target, between the plot and the labels
	finalBarAt   = 5.5  // from the plot, clear of its last marker, be it the diamond of a red month
	nearEdge     = 40.0 // a figure this close to the right edge has its label in the margin
)

// noFigures stands where there is nothing to draw: a chart of no figures has
// no axes either.
const noFigures = "No figures to draw"

// trend is a trend chart being laid out.
type trend struct {
	figures
	drawing Drawing
	scale   scale
	plot    box
	end     float64   // right edge of the timeline
	busy    []segment // lines and points that labels keep clear of
	placed  []box     // labels that have their place
}

// Trend lays out the chart of one metric over time: the actual with a marker
// for each period (a diamond where it was red), the incremental target as
// dashed steps, the final target as a bar at the right edge, forecasts dotted
// with open markers, later snapshots as open squares at their own dates, the
// expected range as a light band, benchmarks as thin lines, and dated events
// as dotted uprights with their words above. Lines have their words at their
// right end; there is no legend. Missing figures leave a gap.
//
// Width and height are in points; at least 240 by 90 leaves room for
// everything. Words that find no free place are left out, those of events
// first, oldest before newest; the latest actual is never without its label.
func Trend(a *report.Assessment, width, height float64) Drawing {
	t := &trend{
		figures: figuresOf(a),
		drawing: Drawing{Width: width, Height: height, Title: a.Chart.Title, Desc: a.Chart.Alt},
	}
	if t.none() {
		t.text(Label{At: Point{width / 2, height / 2}, Text: noFigures, Colour: style.Quiet, Anchor: Middle})
		return t.drawing
	}
	words := t.endLabels()
	t.frame(words)
	head := t.head(t.placeEvents())
	t.drawLimits()
	t.drawZones()
	t.drawAxes()
	t.drawHead(head)
	t.drawBenchmarks()
	t.drawTargets()
	t.drawForecasts()
	t.drawActuals()
	t.drawSnapshots()
	t.placeEndLabels(words)
	return t.drawing
}

// frame sets the scale and the plot's place within its margins.
func (t *trend) frame(words []endLabel) {
	t.end = t.figures.end()
	bottom := t.drawing.Height - t.axisHeight()
	t.scale = t.figures.scale(max(int((bottom-margin-rowHeight)/tickSpace), 2))
	t.plot = box{left: t.tickWidth() + tickGap, top: margin, right: t.drawing.Width - labelWidth(words) - labelGap, bottom: bottom}
	first, last := t.halfTickWidths()
	t.plot.left = max(t.plot.left, first)
	t.plot.right = min(t.plot.right, t.drawing.Width-last)
}

// edges are the first and the last point of the timeline; a single period is
// shown in the middle of its own length.
func (t *trend) edges() (from, to float64) {
	if t.end == 0 {
		return -0.5, 0.5
	}
	return 0, t.end
}

// x is the place of a point of the timeline; what lies outside is brought to
// the nearer edge.
func (t *trend) x(at float64) float64 {
	from, to := t.edges()
	at = min(max(at, from), to)
	return t.plot.left + (at-from)/(to-from)*t.plot.width()
}

// y is the height of a value.
func (t *trend) y(value float64) float64 {
	return t.plot.bottom - (value-t.scale.from)/(t.scale.to-t.scale.from)*t.plot.height()
}

func (t *trend) add(m Mark) { t.drawing.Marks = append(t.drawing.Marks, m) }

// label adds l and keeps its room from other labels.
func (t *trend) label(l Label) {
	t.add(l)
	t.placed = append(t.placed, l.box())
}

// text is label in the type that most words of a chart are set in.
func (t *trend) text(l Label) {
	l.Size = style.ChartLabel
	t.label(l)
}

// line adds an open path, which labels keep clear of.
func (t *trend) line(pen Pen, points ...Point) {
	t.add(Path{Points: points, Pen: pen})
	for i := 1; i < len(points); i++ {
		t.busy = append(t.busy, segment{points[i-1], points[i]})
	}
}

package chart

import (
	"math"

	"panelpack/report/style"
)

// hatchGap is the distance from one line of a hatching to the next, along an
// axis, in points.
const hatchGap = 7.0

// drawZones hatches the figures that meet a target, where those are more than
// one: an expected range is a tint, so that the two are told apart in grey. A
// zone with an open end reaches to the edge of the plot.
func (t *trend) drawZones() {
	for i := 0; i < len(t.points); {
		zone, from := t.points[i].zone, i
		for i < len(t.points) && t.points[i].zone == zone {
			i++
		}
		if !zone.Known() {
			continue
		}
		start, _ := t.stretch(from)
		_, end := t.stretch(i - 1)
		area := box{t.x(start), t.plot.top, t.x(end), t.plot.bottom}
		if zone.High.Known() {
			area.top = max(t.y(zone.High.Float()), area.top)
		}
		if zone.Low.Known() {
			area.bottom = min(t.y(zone.Low.Float()), area.bottom)
		}
		t.hatch(area)
	}
}

// hatch fills b with lines that rise to the right. They are a part of one
// pattern for the whole drawing, so that neighbouring areas join.
func (t *trend) hatch(b box) {
	if b.width() <= 0 || b.height() <= 0 {
		return
	}
	pen := Pen{Weight: style.HairlineWeight, Colour: style.Axis}
	// Along each line the sum of both coordinates is the same.
	for sum := math.Ceil((b.left+b.top)/hatchGap) * hatchGap; sum < b.right+b.bottom; sum += hatchGap {
		low, high := max(b.left, sum-b.bottom), min(b.right, sum-b.top)
		if high > low {
			t.add(Path{Points: []Point{{low, sum - low}, {high, sum - high}}, Pen: pen})
		}
	}
}

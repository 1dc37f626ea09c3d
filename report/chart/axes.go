package chart

import (
	"slices"

	"panelpack/report"
	"panelpack/report/style"
)

const (
	tickLength  = 3.0
	tickMonth   = 13.0 // from the axis to the baseline of the periods beneath it
	tickYear    = 24.0 // and to that of the years beneath those
	wordGap     = 4.0  // least gap between two words of one row
	roomyWords  = 14.0 // gap between words at which every period can have its own
	crowdedTick = 5.0  // ticks closer than this are left to the labelled periods
)

// strides are how many periods it may be from one labelled tick to the next:
// every one, a quarter's worth, half a year's, a year's and more.
var strides = map[report.PeriodKind][]int{
	report.Month:         {1, 3, 6, 12, 24, 60, 120},
	report.Quarter:       {1, 2, 4, 8, 20, 40},
	report.FinancialYear: {1, 2, 5, 10, 20},
	report.CalendarYear:  {1, 2, 5, 10, 20},
	report.SchoolYear:    {1, 2, 5, 10, 20},
	report.Day:           {1},
}

// tick is one period marked on the axis.
type tick struct {
	x      float64
	period report.Period
}

// axisHeight is the room that the words beneath the plot need.
func (t *trend) axisHeight() float64 {
	baseline := tickYear
	if groupWords(t.time.first) == "" {
		baseline = tickMonth
	}
	return baseline + style.Descent*style.ChartLabel
}

// tickWidth is the width of the widest number on the scale.
func (t *trend) tickWidth() float64 {
	widest := 0.0
	for _, v := range t.scale.ticks() {
		widest = max(widest, style.Width(style.Regular, style.ChartLabel, t.metric.Unit.Format(v)))
	}
	return widest
}

// halfTickWidths is how far the words of the first and of the last period
// reach beyond the plot.
func (t *trend) halfTickWidths() (first, last float64) {
	half := func(p report.Period) float64 {
		return max(style.Width(style.Regular, style.ChartLabel, tickWords(p)),
			style.Width(style.Bold, style.ChartLabel, groupWords(p))) / 2
	}
	return half(t.time.first), half(t.time.first.Add(int(t.end)))
}

// periods are the ticks of the axis, in order. A series of days has ticks at
// its own days only, and any other at every period.
func (t *trend) periods() []tick {
	var ticks []tick
	if t.time.months == 0 {
		for _, p := range t.points {
			ticks = append(ticks, tick{t.x(p.at), p.Period})
		}
		return ticks
	}
	for i := 0; i <= int(t.end); i++ {
		ticks = append(ticks, tick{t.x(float64(i)), t.time.first.Add(i)})
	}
	return ticks
}

func (t *trend) drawAxes() {
	for _, v := range t.scale.ticks() {
		y, grid := t.y(v.Float()), Pen{Weight: style.HairlineWeight, Colour: style.Grid}
		if v.Sign() == 0 {
			grid.Colour = style.Axis
		}
		t.add(Path{Points: []Point{{t.plot.left, y}, {t.plot.right, y}}, Pen: grid})
		t.text(Label{At: Point{t.plot.left - tickGap, y + style.CapHeight*style.ChartLabel/2},
			Text: t.metric.Unit.Format(v), Colour: style.Quiet, Anchor: End})
	}
	axis := Pen{Weight: style.RuleWeight, Colour: style.Axis}
	t.add(Path{Points: []Point{{t.plot.left, t.plot.bottom}, {t.plot.right, t.plot.bottom}}, Pen: axis})
	ticks := t.periods()
	labelled := t.drawPeriods(ticks)
	if len(ticks) > 1 && ticks[1].x-ticks[0].x >= crowdedTick {
		labelled = ticks
	}
	for _, k := range labelled {
		t.add(Path{Points: []Point{{k.x, t.plot.bottom}, {k.x, t.plot.bottom + tickLength}}, Pen: axis})
	}
	t.drawGroups(ticks)
}

// drawPeriods writes the period of the latest figure, the first, the last, and
// between them one in every stride, and answers those.
func (t *trend) drawPeriods(ticks []tick) []tick {
	if len(ticks) == 0 {
		return nil
	}
	word := func(k tick) Label {
		return Label{At: Point{k.x, t.plot.bottom + tickMonth}, Text: tickWords(k.period),
			Size: style.ChartLabel, Colour: style.Quiet, Anchor: Middle}
	}
	var row []box
	var labelled []tick
	write := func(k tick) {
		l := word(k)
		if room := l.box().grown(wordGap/2, 0); !room.overlapsAny(row) {
			row, labelled = append(row, room), append(labelled, k)
			t.label(l)
		}
	}
	if i := t.lastActual(); i >= 0 {
		if n := slices.IndexFunc(ticks, func(k tick) bool { return k.period == t.points[i].Period }); n >= 0 {
			write(ticks[n])
		}
	}
	last := len(ticks) - 1
	write(ticks[last])
	for i := 0; i < last; i += t.stride(ticks) {
		write(ticks[i])
	}
	return labelled
}

// stride is the shortest of the strides at which words have room.
func (t *trend) stride(ticks []tick) int {
	if len(ticks) < 2 {
		return 1
	}
	widest := 0.0
	for _, k := range ticks[:min(len(ticks), 12)] {
		widest = max(widest, style.Width(style.Regular, style.ChartLabel, tickWords(k.period)))
	}
	all := strides[t.time.first.Kind()]
	for _, stride := range all {
		if float64(stride)*(ticks[1].x-ticks[0].x) >= widest+roomyWords {
			return stride
		}
	}
	return all[len(all)-1]
}

// drawGroups writes each year beneath the first of its periods at which it
// has room.
func (t *trend) drawGroups(ticks []tick) {
	written, until := "", 0.0
	for _, k := range ticks {
		l := Label{At: Point{k.x, t.plot.bottom + tickYear}, Text: groupWords(k.period),
			Face: style.Bold, Colour: style.Quiet, Anchor: Middle, Size: style.ChartLabel}
		if room := l.box(); l.Text != written && room.left >= until {
			written, until = l.Text, room.right+wordGap
			t.label(l)
		}
	}
}

package chart

import (
	"strings"

	"panelpack/report"
	"panelpack/report/style"
)

// The frame of a card, in points.
const (
	cardMargin = 14.0
	cardGap    = 6.0 // between its words and the chart
	titleLines = 2   // how many lines a title may take; what is longer is cut
)

// Card is a trend chart that stands alone, such as on a slide or in a letter:
// with its title and subtitle above, and beneath it a note that says where it
// comes from. It has a ground of its own, so that it reads on any other.
//
// Width and height are in points; at least 320 by 180 leaves room for
// everything.
func Card(a *report.Assessment, note string, width, height float64) Drawing {
	d := Drawing{Width: width, Height: height, Title: a.Chart.Title, Desc: a.Chart.Alt}
	d.Marks = append(d.Marks, Path{Points: []Point{{0, 0}, {width, 0}, {width, height}, {0, height}}, Closed: true, Fill: style.Paper})
	inner := width - 2*cardMargin
	top := cardMargin
	write := func(text string, face style.Face, size float64, colour style.Colour, most int) {
		for _, line := range wrapped(text, face, size, inner, most) {
			top += size * style.Leading
			d.Marks = append(d.Marks, Label{At: Point{cardMargin, top - size*(style.Leading-style.CapHeight)/2},
				Text: line, Face: face, Size: size, Colour: colour})
		}
	}
	write(a.Chart.Title, style.Bold, style.Heading, style.Ink, titleLines)
	write(a.Chart.Subtitle, style.Regular, style.ChartLabel, style.Quiet, titleLines)
	plotTop := top + cardGap
	foot := height - cardMargin
	if note != "" {
		top = foot - style.ChartLabel*style.Leading
		write(note, style.Regular, style.ChartLabel, style.Quiet, 1)
		foot -= style.ChartLabel*style.Leading + cardGap
	}
	d.Marks = append(d.Marks, moved(Trend(a, inner, foot-plotTop).Marks, cardMargin, plotTop)...)
	return d
}

// wrapped is text in lines of at most width, broken at spaces. There are at
// most so many, and the last is cut where it would need more.
func wrapped(text string, face style.Face, size, width float64, most int) []string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(text) {
		longer := strings.TrimSpace(line + " " + word)
		if line != "" && len(lines) < most-1 && style.Width(face, size, longer) > width {
			lines, longer = append(lines, line), word
		}
		line = longer
	}
	if line != "" {
		lines = append(lines, cut(line, face, size, width))
	}
	return lines
}

// moved is marks at another place.
func moved(marks []Mark, dx, dy float64) []Mark {
	by := func(p Point) Point { return Point{p.X + dx, p.Y + dy} }
	all := make([]Mark, len(marks))
	for i, m := range marks {
		switch m := m.(type) {
		case Path:
			points := make([]Point, len(m.Points))
			for j, p := range m.Points {
				points[j] = by(p)
			}
			m.Points = points
			all[i] = m
		case Circle:
			m.Centre = by(m.Centre)
			all[i] = m
		case Label:
			m.At = by(m.At)
			all[i] = m
		}
	}
	return all
}

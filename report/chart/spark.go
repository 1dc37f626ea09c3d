package chart

import (
	"slices"

	"panelpack/report"
	"panelpack/report/style"
)

// SparkPeriods is how many periods a spark shows: a year and the same month
// of the year before.
const SparkPeriods = 13

const sparkDot = 1.9 // radius, in points, of the mark on the latest figure

// Spark lays out the last SparkPeriods periods of a metric for a table: the
// actual as a line with a dot on the latest, the incremental target dashed.
// It has no words and no scale, and no Title: beside the figures that it
// shows it is decoration. Where there are fewer periods the left stays empty;
// without figures the Drawing has no marks.
func Spark(a *report.Assessment, width, height float64) Drawing {
	points := pointsOf(a)
	if len(points) == 0 {
		return Drawing{Width: width, Height: height}
	}
	earliest := points[len(points)-1].index - (SparkPeriods - 1)
	points = slices.DeleteFunc(points, func(p point) bool { return p.index < earliest })
	for i := range points {
		points[i].at = float64(points[i].index - earliest)
	}
	s := trend{figures: figures{points: points}, drawing: Drawing{Width: width, Height: height}}
	last := s.lastActual()
	if last < 0 {
		return s.drawing
	}
	s.plot, s.end = box{sparkDot, sparkDot, width - sparkDot, height - sparkDot}, SparkPeriods-1
	s.scale.from, s.scale.to = s.span()
	if s.scale.from == s.scale.to {
		s.scale.from, s.scale.to = s.scale.from-1, s.scale.to+1
	}
	s.drawSteps(lowerEdge, Pen{style.RuleWeight, style.Quiet, style.Short})
	s.drawSteps(upperEdge, Pen{style.RuleWeight, style.Quiet, style.Short})
	for _, run := range s.runs() {
		if len(run) == 1 {
			s.add(Circle{Centre: s.actual(run[0]), Radius: style.SparkWeight, Fill: style.Data})
			continue
		}
		s.line(Pen{Weight: style.SparkWeight, Colour: style.Data}, s.places(run)...)
	}
	s.add(Circle{Centre: s.actual(last), Radius: sparkDot, Fill: style.Data})
	return s.drawing
}

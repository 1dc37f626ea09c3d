package chart

import (
	"math"

	"panelpack/report"
)

// ScalePolicy is the one rule by which every trend chart's scale is chosen,
// in words for the pages that explain the pack.
const ScalePolicy = "Each chart’s scale starts at nought, unless the lowest figure drawn is more than half the highest. " +
	"Then the scale starts nearer the figures, spans at least a tenth of the highest, and the chart says that it does not start at nought."

const (
	croppedAbove = 0.5 // of the highest figure: the lowest must exceed it for a scale without nought
	leastSpan    = 0.1 // of the highest figure: what a scale without nought spans at least
)

// scale is an axis of values with its ticks at whole multiples of step.
type scale struct {
	from, to float64
	step     float64
	places   int // decimal places that a tick's number needs
}

// scaleFor is the scale for figures from lo to hi, in at most most steps (no
// fewer than 2: nought may lie between), by ScalePolicy. Ticks have no more decimal places than the figures, so that a
// count has none between whole numbers. Figures that end at or below ceiling
// get no room above it.
func scaleFor(lo, hi float64, places, most int, ceiling float64) scale {
	if hi <= 0 && lo < 0 {
		mirrored := scaleFor(-hi, -lo, places, most, math.Inf(1))
		mirrored.from, mirrored.to = 0-mirrored.to, 0-mirrored.from
		return mirrored
	}
	switch {
	case lo >= 0 && (lo == hi || lo <= croppedAbove*hi):
		lo = 0
	case lo > 0:
		lo, hi = widened(lo, hi, leastSpan*hi, ceiling)
	}
	if lo == hi {
		hi = lo + 1
	}
	return rounded(lo, hi, places, most)
}

// widened makes lo to hi at least span apart, on both sides alike as far as
// ceiling allows.
func widened(lo, hi, span, ceiling float64) (float64, float64) {
	if extra := (span - (hi - lo)) / 2; extra > 0 {
		lo, hi = lo-extra, hi+extra
	}
	if over := hi - ceiling; over > 0 {
		lo, hi = lo-over, ceiling
	}
	return lo, hi
}

// rounded takes lo and hi outwards to whole steps of 1, 2, 2.5 or 5 times a
// power of ten: the smallest step of which most are enough.
func rounded(lo, hi float64, places, most int) scale {
	exponent := max(int(math.Floor(math.Log10((hi-lo)/float64(most)))), -places)
	for ; ; exponent++ {
		for _, mantissa := range [...]float64{1, 2, 2.5, 5} {
			stepPlaces := max(-exponent, 0)
			if mantissa == 2.5 {
				stepPlaces = max(1-exponent, 0)
			}
			step := mantissa * math.Pow10(exponent)
			// The small shift forgives what division adds to a whole number.
			first, last := math.Floor(lo/step+1e-9), math.Ceil(hi/step-1e-9)
			if stepPlaces <= places && last-first <= float64(most) {
				return scale{first * step, last * step, step, stepPlaces}
			}
		}
	}
}

// fromNought reports whether the axis meets nought.
func (s scale) fromNought() bool { return s.from <= 0 && s.to >= 0 }

// ticks are the values of the ticks, lowest first.
func (s scale) ticks() []report.Value {
	var ticks []report.Value
	for k := math.Round(s.from / s.step); k <= math.Round(s.to/s.step); k++ {
		ticks = append(ticks, report.Round(k*s.step, s.places))
	}
	return ticks
}

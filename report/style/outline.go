package style

import (
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// curveSteps is how many straight lines stand for one curve of a letter. At the
// sizes of a chart the difference is a hundredth of a point.
const curveSteps = 6

// Outline is the shape of s set in f at sizePt, as closed polygons in points
// from the start of its baseline, Y downwards. What they wind about is ink, and
// an outline that turns the other way is a hole.
func Outline(f Face, sizePt float64, s string) [][]Point {
	m := metrics[f]()
	perUnit := sizePt / float64(m.font.UnitsPerEm())
	var all [][]Point
	var b sfnt.Buffer
	x := 0.0
	for _, r := range s {
		glyph, err := m.font.GlyphIndex(&b, r)
		if err != nil {
			glyph = 0
		}
		segments, err := m.font.LoadGlyph(&b, glyph, fixed.I(int(m.font.UnitsPerEm())), nil)
		if err == nil {
			all = append(all, contours(segments, x, perUnit)...)
		}
		x += float64(m.advance(r)) * sizePt / perEm
	}
	return all
}

// contours are the outlines of one letter that starts at x, in points.
func contours(segments sfnt.Segments, x, perUnit float64) [][]Point {
	at := func(p fixed.Point26_6) Point {
		return Point{x + float64(p.X)/64*perUnit, float64(p.Y) / 64 * perUnit}
	}
	var all [][]Point
	var pen Point
	add := func(p Point) {
		all[len(all)-1] = append(all[len(all)-1], p)
		pen = p
	}
	for _, s := range segments {
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			all = append(all, nil)
			add(at(s.Args[0]))
		case sfnt.SegmentOpLineTo:
			add(at(s.Args[0]))
		case sfnt.SegmentOpQuadTo: // the only curves of a TrueType face
			from, control, to := pen, at(s.Args[0]), at(s.Args[1])
			for i := 1; i <= curveSteps; i++ {
				add(onCurve(from, control, to, float64(i)/curveSteps))
			}
		}
	}
	return all
}

// onCurve is the point at share t of a quadratic curve.
func onCurve(from, control, to Point, t float64) Point {
	a, b, c := (1-t)*(1-t), 2*t*(1-t), t*t
	return Point{a*from.X + b*control.X + c*to.X, a*from.Y + b*control.Y + c*to.Y}
}

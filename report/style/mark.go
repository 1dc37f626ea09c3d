package style

import "panelpack/report"

// Point is a place within a unit square: X from its left, Y from its top.
type Point struct{ X, Y float64 }

// Shape is the mark of a rating, within a unit square that a renderer scales
// to the size it wants. It is drawn as a path and never as a glyph, so that
// no font can lose it, and is told by its outline and letter without colour.
type Shape struct {
	Points   []Point // the corners of the outline; none for a circle
	Circle   bool    // the outline is the circle that touches the square's sides
	Dashed   bool    // the outline is drawn in Short dashes
	Letter   string  // R, A, G, B or an en dash; set in Bold, centred on X 0.5
	Baseline float64 // where the letter stands, from the top
	Size     float64 // the letter's size of type, as a share of the mark's
	Fill     Colour
	Edge     Colour
	Ink      Colour // of the letter
}

// Mark is the mark of rating r: a red diamond, an amber triangle, a green
// circle, a flat grey hexagon between bands, and a dashed square where there is no
// rating.
func Mark(r report.Rating) Shape {
	s := Shape{Size: 0.58, Baseline: 0.71, Fill: RatingColour(r), Edge: RatingEdge(r), Ink: RatingInk(r)}
	switch r {
	case report.Red:
		s.Letter, s.Points = "R", []Point{{0.5, 0}, {1, 0.5}, {0.5, 1}, {0, 0.5}}
	case report.Amber:
		s.Letter, s.Points = "A", []Point{{0.5, 0.02}, {1, 0.98}, {0, 0.98}}
		s.Baseline, s.Size = 0.88, 0.54
	case report.Green:
		s.Letter, s.Circle = "G", true
	case report.BetweenBands:
		s.Letter, s.Points = "B", []Point{{0.2, 0.17}, {0.8, 0.17}, {1, 0.5}, {0.8, 0.83}, {0.2, 0.83}, {0, 0.5}}
	default:
		s.Letter, s.Dashed = "–", true
		s.Points = []Point{{0.05, 0.05}, {0.95, 0.05}, {0.95, 0.95}, {0.05, 0.95}}
	}
	return s
}

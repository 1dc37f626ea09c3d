package readback

// Point is a place on a page, in points from its top left corner.
type Point struct{ X, Y float64 }

// Stroke is straight lines from each of its points to the next, that do not
// come back to the first.
type Stroke struct {
	Points   []Point
	Weight   float64 // of the pen, in points
	Artifact bool    // decoration, such as the rules of a table
}

// path is lines on their way to being painted.
type path struct {
	points []Point
	closed bool
}

// box is the path as an upright rectangle, and whether it is one.
func (p path) box() (Box, bool) {
	if !p.closed || len(p.points) != 4 {
		return Box{}, false
	}
	for i, a := range p.points {
		if b := p.points[(i+1)%4]; a.X != b.X && a.Y != b.Y {
			return Box{}, false
		}
	}
	a, c := p.points[0], p.points[2]
	return Box{min(a.X, c.X), min(a.Y, c.Y), max(a.X, c.X), max(a.Y, c.Y)}, true
}

// open reports whether the path is straight lines that do not come back to
// where they began.
func (p path) open() bool { return !p.closed && len(p.points) > 1 }

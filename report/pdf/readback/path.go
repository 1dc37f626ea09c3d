package readback

import "panelpack/report/pdf/object"

// path is lines on their way to being painted.
type path struct {
	points [][2]float64
	closed bool
	curved bool
}

func (p *path) add(f *object.File, op object.Operation) {
	switch op.Operator {
	case "h":
		p.closed = true
	case "c":
		p.curved = true
	default:
		x, _ := f.Number(op.Operands[0])
		y, _ := f.Number(op.Operands[1])
		p.points = append(p.points, [2]float64{x, y})
	}
}

// box is the path as an upright rectangle of a page of this height, and whether
// it is one.
func (p *path) box(height float64) (Box, bool) {
	if !p.closed || p.curved || len(p.points) != 4 {
		return Box{}, false
	}
	for i, a := range p.points {
		if b := p.points[(i+1)%4]; a[0] != b[0] && a[1] != b[1] {
			return Box{}, false
		}
	}
	a, c := p.points[0], p.points[2]
	return Box{min(a[0], c[0]), height - max(a[1], c[1]), max(a[0], c[0]), height - min(a[1], c[1])}, true
}

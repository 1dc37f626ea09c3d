package tagged

import (
	"fmt"
	"math"
)

// Point is a position on a page: points from its top left corner, Y downwards.
type Point struct{ X, Y float64 }

// Rect is an area of a page: its top left corner, width and height in points.
type Rect struct{ X, Y, W, H float64 }

// Colour is an sRGB colour. The zero value is black.
type Colour struct{ R, G, B uint8 }

// Style is how a run of text looks. Face is an index into [Options.Fonts] and
// Size is in points.
type Style struct {
	Face   int
	Size   float64
	Colour Colour
}

// Pen is how a line looks. Width is in points and Dash holds the lengths of
// strokes and gaps in turn, in points; no Dash is a solid line. Round pens have
// round ends and corners, others have square-cut ends and mitred corners.
type Pen struct {
	Width  float64
	Colour Colour
	Dash   []float64
	Round  bool
}

// Canvas paints on the current page for one owner: an element or decoration.
//
// It holds no state: every call carries its whole style. A canvas is good for
// the length of the closure it was handed to; painting with it later is an
// error.
type Canvas struct {
	doc    *Doc
	owner  owner
	closed bool
}

// Text paints one run of text with its baseline at the given height.
//
// Spaces and line breaks are the caller's business: runs are painted as they
// are, and a line that goes on below ends in a space if words are to stay
// apart. A rune outside the Basic Multilingual Plane, a control character or
// one that the face lacks is an error of the document.
func (c *Canvas) Text(x, baseline float64, s string, st Style) {
	if s == "" || !c.ready(x, baseline, st.Size) {
		return
	}
	if st.Size < leastSize {
		c.doc.fail(c.owner, fmt.Errorf("text of %g points", st.Size))
		return
	}
	if err := c.doc.use(st.Face, s); err != nil {
		c.doc.fail(c.owner, err)
		return
	}
	c.doc.begin(c.owner, baseline)
	var ops operators
	ops.font(&c.doc.look, st)
	if ops.fill(&c.doc.look, st.Colour); ops.Len() > 0 {
		c.doc.raw(ops.line())
	}
	c.doc.current().canvas.Text(x, baseline, codes(s)) // in the font and the colour that were set
}

// Line paints a straight line.
func (c *Canvas) Line(a, b Point, p Pen) { c.Path([]Point{a, b}, false, nil, &p) }

// Rect paints a rectangle: filled, outlined or both.
func (c *Canvas) Rect(r Rect, fill *Colour, pen *Pen) {
	c.Path([]Point{{r.X, r.Y}, {r.X + r.W, r.Y}, {r.X + r.W, r.Y + r.H}, {r.X, r.Y + r.H}}, true, fill, pen)
}

// Path paints straight lines through the points, joined to the first point
// again when closed. A fill fills the area, a pen draws the lines; with neither,
// or with fewer than two points, nothing is painted.
func (c *Canvas) Path(points []Point, closed bool, fill *Colour, pen *Pen) {
	if len(points) < 2 {
		return
	}
	for _, p := range points {
		if !c.ready(p.X, p.Y) {
			return
		}
	}
	c.paint(points[0].Y, fill, pen, func(ops *operators) {
		for i, p := range points {
			ops.point(c.doc, p)
			if i == 0 {
				ops.op("m")
			} else {
				ops.op("l")
			}
		}
		if closed {
			ops.op("h")
		}
	})
}

// leastSize is the smallest text there is, in points: what is smaller is a
// mistake, and would come out as nought.
const leastSize = 0.1

// arc is the distance of a Bézier curve's control points that makes a quarter
// of a circle of radius 1, to within 0.03%.
const arc = 0.5522847498

// Circle paints a circle: filled, outlined or both.
func (c *Canvas) Circle(centre Point, r float64, fill *Colour, pen *Pen) {
	if !c.ready(centre.X, centre.Y, r) {
		return
	}
	c.paint(centre.Y, fill, pen, func(ops *operators) {
		at := func(x, y float64) { ops.point(c.doc, Point{centre.X + x*r, centre.Y + y*r}) }
		at(1, 0)
		ops.op("m")
		for _, q := range [4][2]float64{{1, 0}, {0, 1}, {-1, 0}, {0, -1}} {
			x, y := q[0], q[1]
			at(x-arc*y, y+arc*x)
			at(arc*x-y, arc*y+x)
			at(-y, x)
			ops.op("c")
		}
		ops.op("h")
	})
}

// paint fills and strokes a path at a height of y.
func (c *Canvas) paint(y float64, fill *Colour, pen *Pen, path func(*operators)) {
	paint := ""
	switch {
	case fill != nil && pen != nil:
		paint = "B"
	case fill != nil:
		paint = "f"
	case pen != nil:
		paint = "S"
	default:
		return
	}
	if pen != nil && !(c.ready(pen.Width) && c.ready(pen.Dash...)) {
		return
	}
	var ops operators
	if fill != nil {
		ops.fill(&c.doc.look, *fill)
	}
	if pen != nil {
		ops.pen(&c.doc.look, *pen)
	}
	path(&ops)
	ops.op(paint)
	c.doc.begin(c.owner, y)
	c.doc.raw(ops.line())
}

// ready reports whether the canvas may paint with these numbers.
func (c *Canvas) ready(numbers ...float64) bool {
	if c.doc.err != nil {
		return false
	}
	if c.closed {
		c.doc.fail(c.owner, fmt.Errorf("painted after its canvas was closed"))
		return false
	}
	if c.doc.Page() == 0 {
		c.doc.fail(c.owner, fmt.Errorf("painted before the first page"))
		return false
	}
	if e := c.owner.elem; e != nil && !model[e.role].paint {
		c.doc.fail(c.owner, fmt.Errorf("%s may not hold content itself", e.role))
		return false
	}
	for _, n := range numbers {
		if math.IsNaN(n) || math.Abs(n) > 14400 { // the largest page of PDF 1.7
			c.doc.fail(c.owner, fmt.Errorf("painted at %v points", n))
			return false
		}
	}
	return true
}

package tagged

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
)

// look is how a page paints areas, words and lines at the moment. What is as it
// was is not said again: that makes the content of a page a third shorter.
type look struct {
	fill Colour // of words too
	pen  Pen
	face int
	size float64 // of words; 0 before there are any
}

// freshLook is that of a page that has nothing painted on it. The canvas begins
// it as PDF does, but for the width of lines.
var freshLook = look{pen: Pen{Width: -1}}

// operators is a piece of a content stream.
type operators struct{ strings.Builder }

func (o *operators) op(name string) {
	o.WriteString(name)
	o.WriteByte(' ')
}

// number writes v with at most so many decimal places.
func (o *operators) number(v float64, places int) {
	var digits [24]byte
	s := strconv.AppendFloat(digits[:0], v, 'f', places, 64)
	if bytes.IndexByte(s, '.') >= 0 {
		s = bytes.TrimRight(bytes.TrimRight(s, "0"), ".")
	}
	if string(s) == "-0" {
		s = s[1:]
	}
	o.Write(s)
	o.WriteByte(' ')
}

func (o *operators) point(d *Doc, p Point) {
	o.number(p.X, 2)
	o.number(d.opts.Height-p.Y, 2)
}

func (o *operators) colour(c Colour, operator string) {
	for _, v := range [3]uint8{c.R, c.G, c.B} {
		o.number(float64(v)/255, 3)
	}
	o.op(operator)
}

// font sets what words are painted in.
func (o *operators) font(now *look, s Style) {
	if now.face != s.Face || now.size != s.Size {
		o.WriteString("/" + string(resource(s.Face)) + " ")
		o.number(s.Size, 2)
		o.op("Tf")
		now.face, now.size = s.Face, s.Size
	}
}

// fill sets the colour of areas and words.
func (o *operators) fill(now *look, c Colour) {
	if now.fill != c {
		o.colour(c, "rg")
		now.fill = c
	}
}

// pen sets how lines look.
func (o *operators) pen(now *look, p Pen) {
	if now.pen.Width != p.Width {
		o.number(p.Width, 2)
		o.op("w")
	}
	switch {
	case now.pen.Round == p.Round:
	case p.Round:
		o.op("1 J 1 j")
	default:
		o.op("0 J 0 j")
	}
	if !slices.Equal(now.pen.Dash, p.Dash) {
		o.WriteByte('[')
		for _, d := range p.Dash {
			o.number(d, 2)
		}
		o.op("] 0 d")
	}
	if now.pen.Colour != p.Colour {
		o.colour(p.Colour, "RG")
	}
	now.pen = p
	now.pen.Dash = slices.Clone(p.Dash) // which is the caller's
}

// line is what was written, as a line of the page.
func (o *operators) line() string { return strings.TrimSuffix(o.String(), " ") }

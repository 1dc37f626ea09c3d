// Package chart lays out the series of a metric as a Drawing: lines, circles
// and labels at fixed points, which a renderer copies to a page or a web page
// without deciding anything.
//
// It judges nothing. All that it shows comes from the assessment, and the
// marks of ratings from style. It knows no file format.
package chart

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"panelpack/report/style"
)

// Drawing is a picture in points with its origin at the top left. Every mark
// lies within Width and Height, and no two labels overlap.
type Drawing struct {
	Width, Height float64
	Marks         []Mark // in the order in which they are drawn
	Title         string // what the chart says, for whoever cannot see it; empty for decoration
	Desc          string // what a sighted reader takes from it
}

// Mark is one piece of a Drawing: a Path, a Circle or a Label. The set is
// closed.
type Mark interface {
	mark()
	dump() string
}

// Point is a place in a Drawing, in points from its left and its top.
type Point struct{ X, Y float64 }

// Pen is how a line is drawn. A Weight of 0, in points, draws none.
type Pen struct {
	Weight float64
	Colour style.Colour
	Dash   style.Dash
}

// Path is a run of straight lines. A closed one is filled with Fill and then
// outlined; an open one is never filled.
type Path struct {
	Points []Point
	Closed bool
	Fill   style.Colour
	Pen    Pen
}

// Circle is a disc filled with Fill and then outlined.
type Circle struct {
	Centre Point
	Radius float64
	Fill   style.Colour
	Pen    Pen
}

// Anchor says which point of a label stands at its place.
type Anchor uint8

// The anchors.
const (
	Start Anchor = iota
	Middle
	End
)

// Label is one line of text. At is on its baseline.
type Label struct {
	At     Point
	Text   string
	Face   style.Face
	Size   float64 // in points
	Colour style.Colour
	Anchor Anchor
}

func (Path) mark()   {}
func (Circle) mark() {}
func (Label) mark()  {}

// Coordinate writes v, in points, as every rendition of a Drawing in text
// does: rounded to a hundredth of a point.
func Coordinate(v float64) string {
	// Adding nought turns a rounded -0 into 0.
	return strconv.FormatFloat(math.Round(v*100)/100+0, 'f', -1, 64)
}

// Dump writes d as text for people who compare drawings: one line for each
// mark, coordinates rounded to 0.01 pt.
func (d Drawing) Dump() string {
	var b strings.Builder
	fmt.Fprintf(&b, "drawing %s × %s\n", Coordinate(d.Width), Coordinate(d.Height))
	for _, m := range d.Marks {
		b.WriteString(m.dump())
		b.WriteByte('\n')
	}
	return b.String()
}

func (p Path) dump() string {
	var b strings.Builder
	if p.Closed {
		fmt.Fprintf(&b, "area %v", p.Fill)
	} else {
		b.WriteString("line")
	}
	b.WriteString(p.Pen.dump() + ":")
	for _, at := range p.Points {
		b.WriteString(" " + at.dump())
	}
	return b.String()
}

func (c Circle) dump() string {
	return fmt.Sprintf("circle %v%s: %s radius %s", c.Fill, c.Pen.dump(), c.Centre.dump(), Coordinate(c.Radius))
}

func (l Label) dump() string {
	return fmt.Sprintf("label %v %s %s: %s %q", l.Colour, Coordinate(l.Size),
		[...]string{Start: "start", Middle: "middle", End: "end"}[l.Anchor], l.At.dump(), l.Text)
}

func (p Point) dump() string { return Coordinate(p.X) + "," + Coordinate(p.Y) }

func (p Pen) dump() string {
	if p.Weight == 0 {
		return ""
	}
	s := fmt.Sprintf(" pen %v %s", p.Colour, Coordinate(p.Weight))
	if p.Dash != style.Solid {
		s += fmt.Sprintf(" dash %s/%s", Coordinate(p.Dash[0]), Coordinate(p.Dash[1]))
	}
	return s
}

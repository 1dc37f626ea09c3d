// Package raster writes a chart.Drawing as a PNG picture, for slides and
// letters. It copies marks and lays out nothing.
package raster

import (
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"io"
	"math"

	"golang.org/x/image/vector"

	"panelpack/report/chart"
	"panelpack/report/style"
)

// PerPoint is how many pixels there are to a point, so that a picture is sharp
// on a dense screen.
const PerPoint = 2

// Write writes d to w as a PNG picture on white. The same drawing gives the
// same bytes.
func Write(w io.Writer, d chart.Drawing) error {
	size := image.Rect(0, 0, int(math.Ceil(d.Width*PerPoint)), int(math.Ceil(d.Height*PerPoint)))
	p := painter{image.NewRGBA(size)}
	draw.Draw(p.img, size, image.White, image.Point{}, draw.Src)
	for _, m := range d.Marks {
		p.mark(m)
	}
	return png.Encode(w, p.img)
}

// painter fills polygons, given in points, on a picture.
type painter struct{ img *image.RGBA }

func (p painter) mark(m chart.Mark) {
	switch m := m.(type) {
	case chart.Path:
		if m.Closed {
			p.fill([]polygon{m.Points}, m.Fill)
		}
		p.fill(stroke(m.Points, m.Closed, m.Pen), m.Pen.Colour)
	case chart.Circle:
		p.fill([]polygon{circle(m.Centre, m.Radius)}, m.Fill)
		p.fill(ring(m.Centre, m.Radius, m.Pen.Weight), m.Pen.Colour)
	case chart.Label:
		p.label(m)
	}
}

func (p painter) label(l chart.Label) {
	at := l.At
	switch l.Anchor {
	case chart.Middle:
		at.X -= style.Width(l.Face, l.Size, l.Text) / 2
	case chart.End:
		at.X -= style.Width(l.Face, l.Size, l.Text)
	}
	var shapes []polygon
	for _, outline := range style.Outline(l.Face, l.Size, l.Text) {
		shape := make(polygon, len(outline))
		for i, point := range outline {
			shape[i] = chart.Point{X: at.X + point.X, Y: at.Y + point.Y}
		}
		shapes = append(shapes, shape)
	}
	p.fill(shapes, l.Colour)
}

// fill fills the area of all shapes together. Where two of them that turn the
// same way lie over each other it is filled once.
func (p painter) fill(shapes []polygon, c style.Colour) {
	area := bounds(shapes).Intersect(p.img.Rect)
	if area.Empty() {
		return
	}
	z := vector.NewRasterizer(area.Dx(), area.Dy())
	for _, shape := range shapes {
		for i, at := range shape {
			x, y := float32(at.X*PerPoint)-float32(area.Min.X), float32(at.Y*PerPoint)-float32(area.Min.Y)
			if i == 0 {
				z.MoveTo(x, y)
			} else {
				z.LineTo(x, y)
			}
		}
		z.ClosePath()
	}
	z.Draw(p.img, area, image.NewUniform(color.RGBA{c.R, c.G, c.B, 0xff}), image.Point{})
}

// bounds is the pixels that shapes touch.
func bounds(shapes []polygon) image.Rectangle {
	var all image.Rectangle
	for _, shape := range shapes {
		for _, at := range shape {
			x, y := at.X*PerPoint, at.Y*PerPoint
			all = all.Union(image.Rect(int(math.Floor(x)), int(math.Floor(y)), int(math.Floor(x))+1, int(math.Floor(y))+1))
		}
	}
	return all
}

package pdf

import (
	"panelpack/report/chart"
	"panelpack/report/pdf/tagged"
	"panelpack/report/style"
)

// drawing copies d to the page in the pack's own colours, with its top left
// corner at x, y.
func (s *setter) drawing(c *tagged.Canvas, d chart.Drawing, x, y float64) {
	paintDrawing(c, d.Recoloured(style.Data, style.DataOf(s.pack.House)), x, y)
}

// paintDrawing copies d to the page with its top left corner at x, y.
func paintDrawing(c *tagged.Canvas, d chart.Drawing, x, y float64) {
	at := func(p chart.Point) tagged.Point { return tagged.Point{X: x + p.X, Y: y + p.Y} }
	for _, m := range d.Marks {
		switch m := m.(type) {
		case chart.Path:
			points := make([]tagged.Point, len(m.Points))
			for i, p := range m.Points {
				points[i] = at(p)
			}
			c.Path(points, m.Closed, fillOf(m.Fill, m.Closed), penOf(m.Pen))
		case chart.Circle:
			c.Circle(at(m.Centre), m.Radius, fillOf(m.Fill, true), penOf(m.Pen))
		case chart.Label:
			f := font{m.Face, m.Size, m.Colour}
			text := onLine(m.Text)
			left := at(m.At)
			switch m.Anchor {
			case chart.Middle:
				left.X -= f.width(text) / 2
			case chart.End:
				left.X -= f.width(text)
			}
			c.Text(left.X, left.Y, text, f.style())
		}
	}
}

func fillOf(colour style.Colour, filled bool) *tagged.Colour {
	if !filled {
		return nil
	}
	fill := tagged.Colour(colour)
	return &fill
}

func penOf(p chart.Pen) *tagged.Pen {
	if p.Weight == 0 {
		return nil
	}
	pen := &tagged.Pen{Width: p.Weight, Colour: tagged.Colour(p.Colour), Round: true}
	if p.Dash != style.Solid {
		pen.Dash, pen.Round = p.Dash[:], false
	}
	return pen
}

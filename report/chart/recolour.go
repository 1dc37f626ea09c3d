package chart

import "panelpack/report/style"

// Recoloured is d with one colour in place of another, wherever it is drawn in
// it. The drawing d stays as it is.
func (d Drawing) Recoloured(from, to style.Colour) Drawing {
	if from == to {
		return d
	}
	swap := func(c *style.Colour) {
		if *c == from {
			*c = to
		}
	}
	marks := make([]Mark, len(d.Marks))
	for i, m := range d.Marks {
		switch m := m.(type) {
		case Path:
			swap(&m.Fill)
			swap(&m.Pen.Colour)
			marks[i] = m
		case Circle:
			swap(&m.Fill)
			swap(&m.Pen.Colour)
			marks[i] = m
		case Label:
			swap(&m.Colour)
			marks[i] = m
		}
	}
	d.Marks = marks
	return d
}

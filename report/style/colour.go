package style

import (
	"fmt"

	"panelpack/report"
)

// Colour is a colour of the sRGB space.
type Colour struct{ R, G, B uint8 }

// String is the colour as web pages write it, "#0b3c5d".
func (c Colour) String() string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }

// The palette. Text in Ink and Quiet has a contrast of at least 4.5:1, and
// Data and Axis of at least 3:1, on Paper, Band and Faint (WCAG 2.2, 1.4.3
// and 1.4.11). Hairline and Grid carry no meaning of their own.
var (
	Ink      = Colour{0x1b, 0x1f, 0x24} // text
	Quiet    = Colour{0x4a, 0x55, 0x60} // secondary text and target lines
	Data     = Colour{0x0b, 0x3c, 0x5d} // figures on a chart, and nothing else
	Axis     = Colour{0x73, 0x7f, 0x8c} // axes, ticks and the lines of events
	Hairline = Colour{0xb6, 0xbe, 0xc6} // rules between parts
	Grid     = Colour{0xdd, 0xe2, 0xe7} // rules between rows and behind charts
	Band     = Colour{0xe9, 0xee, 0xf2} // an expected range, or a row set apart
	Faint    = Colour{0xfa, 0xfb, 0xfc} // within the box of what is missing
	Paper    = Colour{0xff, 0xff, 0xff}
)

// RatingColour is the fill of rating r: of its mark, and of its share of a
// bar.
func RatingColour(r report.Rating) Colour {
	switch r {
	case report.Red:
		return Colour{0xa3, 0x15, 0x2a}
	case report.Amber:
		return Colour{0xf3, 0xb3, 0x3d}
	case report.Green:
		return Colour{0x1c, 0x6b, 0x43}
	case report.BetweenBands:
		return Colour{0xc9, 0xd0, 0xd6}
	}
	return Paper
}

// RatingInk is the colour of text upon RatingColour(r).
func RatingInk(r report.Rating) Colour {
	if r == report.Red || r == report.Green {
		return Paper
	}
	return Ink
}

// RatingEdge is the outline of rating r: dark enough to be seen on paper where
// RatingColour(r) alone is not.
func RatingEdge(r report.Rating) Colour {
	switch r {
	case report.Red, report.Green:
		return RatingColour(r)
	case report.Amber:
		return Colour{0x6e, 0x4a, 0x00}
	}
	return Ink
}

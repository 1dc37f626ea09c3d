package style

import (
	"encoding/hex"
	"fmt"
	"math"
	"strings"

	"panelpack/report"
)

// Colour is a colour of the sRGB space.
type Colour struct{ R, G, B uint8 }

// String is the colour as web pages write it, "#0b3c5d".
func (c Colour) String() string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }

// ParseColour reads a colour as web pages write it, such as "#0b3c5d".
func ParseColour(s string) (Colour, bool) {
	digits, marked := strings.CutPrefix(strings.TrimSpace(s), "#")
	v, err := hex.DecodeString(digits)
	if !marked || err != nil || len(v) != 3 {
		return Colour{}, false
	}
	return Colour{v[0], v[1], v[2]}, true
}

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

// LikeRating reports whether c could be taken for the colour of a rating, and
// of which: its hue is near, and it is no grey.
func (c Colour) LikeRating() (report.Rating, bool) {
	const near, leastChroma = 20.0, 40.0 // degrees; of 255
	hue, chroma := c.hue()
	for _, r := range []report.Rating{report.Red, report.Amber, report.Green} {
		other, _ := RatingColour(r).hue()
		apart := math.Abs(hue - other)
		if chroma >= leastChroma && min(apart, 360-apart) <= near {
			return r, true
		}
	}
	return report.NotRated, false
}

// hue is where c lies on the circle of colours, in degrees from red, and its
// chroma, from 0 for a grey to 255.
func (c Colour) hue() (degrees, chroma float64) {
	r, g, b := float64(c.R), float64(c.G), float64(c.B)
	most := max(r, g, b)
	chroma = most - min(r, g, b)
	switch {
	case chroma == 0:
		return 0, 0
	case most == r:
		degrees = 60 * (g - b) / chroma
	case most == g:
		degrees = 120 + 60*(b-r)/chroma
	default:
		degrees = 240 + 60*(r-g)/chroma
	}
	return math.Mod(degrees+360, 360), chroma
}

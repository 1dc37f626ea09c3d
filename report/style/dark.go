package style

import "panelpack/report"

// Dark is the colour that stands for c where a screen shows light text on a
// dark ground. The pairs keep what the palette promises: text 4.5:1, lines and
// the outlines of marks 3:1. A colour that is not of the palette is its own
// pair.
//
// A rating keeps its hue. Red and green turn light and their letters dark;
// amber turns dark and its letter light, since its letter is in Ink.
func (c Colour) Dark() Colour {
	switch c {
	case Ink:
		return Colour{0xe8, 0xec, 0xf0}
	case Quiet:
		return Colour{0xb4, 0xbe, 0xc8}
	case Data:
		return Colour{0x9c, 0xcb, 0xf0}
	case Axis:
		return Colour{0x8a, 0x96, 0xa3}
	case Hairline:
		return Colour{0x4c, 0x57, 0x62}
	case Grid:
		return Colour{0x30, 0x39, 0x42}
	case Band:
		return Colour{0x24, 0x2c, 0x34}
	case Faint:
		return Colour{0x1b, 0x21, 0x27}
	case Paper:
		return Colour{0x15, 0x1a, 0x1f}
	}
	return darkRating(c)
}

func darkRating(c Colour) Colour {
	switch c {
	case RatingColour(report.Red):
		return Colour{0xff, 0x8b, 0x93}
	case RatingColour(report.Amber):
		return Colour{0x6b, 0x48, 0x00}
	case RatingEdge(report.Amber):
		return Colour{0xf3, 0xb3, 0x3d}
	case RatingColour(report.Green):
		return Colour{0x68, 0xc4, 0x95}
	case RatingColour(report.BetweenBands):
		return Colour{0x3f, 0x4a, 0x55}
	}
	return c
}

// Palette is every colour that pages, charts and marks are drawn in, each
// once.
func Palette() []Colour {
	all := []Colour{Ink, Quiet, Data, Axis, Hairline, Grid, Band, Faint, Paper}
	return append(all, RatingColour(report.Red), RatingColour(report.Amber), RatingEdge(report.Amber),
		RatingColour(report.Green), RatingColour(report.BetweenBands))
}

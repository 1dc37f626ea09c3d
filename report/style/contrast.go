package style

import "math"

// The least contrasts that can be read or seen (WCAG 2.2, 1.4.3 and 1.4.11).
const (
	TextContrast = 4.5
	LineContrast = 3.0
)

// Contrast is the contrast ratio of two colours, as WCAG 2.2 reckons it: from 1
// to 21, the same either way round.
func Contrast(a, b Colour) float64 {
	la, lb := luminance(a), luminance(b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

func luminance(c Colour) float64 {
	linear := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}

// Readable is c, or the lightest darker shade of it that reads as text on
// everything that pages are made of: Paper, Band and Faint.
func (c Colour) Readable() Colour {
	for share := 1.0; share > 0; share -= 1.0 / 64 {
		shade := Colour{scaled(c.R, share), scaled(c.G, share), scaled(c.B, share)}
		if shade.LeastContrast() >= TextContrast {
			return shade
		}
	}
	return Colour{}
}

// LeastContrast is the contrast of c with what it is hardest to read on, of all
// that pages are made of.
func (c Colour) LeastContrast() float64 {
	return min(Contrast(c, Paper), Contrast(c, Band), Contrast(c, Faint))
}

func scaled(v uint8, share float64) uint8 { return uint8(math.Round(float64(v) * share)) }

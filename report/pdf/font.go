package pdf

import (
	"panelpack/report/pdf/tagged"
	"panelpack/report/style"
)

// font is a face at a size, in one colour.
type font struct {
	face   style.Face
	sizePt float64
	colour style.Colour
}

func (f font) bold() font {
	switch f.face {
	case style.Regular:
		f.face = style.Bold
	case style.Italic:
		f.face = style.BoldItalic
	}
	return f
}

func (f font) italic() font {
	switch f.face {
	case style.Regular:
		f.face = style.Italic
	case style.Bold:
		f.face = style.BoldItalic
	}
	return f
}

func (f font) in(c style.Colour) font {
	f.colour = c
	return f
}

// leadingPt is the distance from one baseline to the next.
func (f font) leadingPt() float64 { return f.sizePt * style.Leading }

func (f font) width(s string) float64 { return style.Width(f.face, f.sizePt, s) }

// ascentPt is how far the first baseline lies below the top of a line's box,
// so that capitals stand in the middle of it.
func (f font) ascentPt() float64 { return (f.leadingPt() + style.CapHeight*f.sizePt) / 2 }

func (f font) style() tagged.Style {
	return tagged.Style{Face: int(f.face), Size: f.sizePt, Colour: tagged.Colour(f.colour)}
}

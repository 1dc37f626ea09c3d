package style

import (
	"fmt"
	"sync"

	"github.com/go-fonts/liberation/liberationsansbold"
	"github.com/go-fonts/liberation/liberationsansbolditalic"
	"github.com/go-fonts/liberation/liberationsansitalic"
	"github.com/go-fonts/liberation/liberationsansregular"
	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// Family is the name of the typeface, and Fallback is what to ask for where
// it is not installed: Liberation Sans has the widths of Arial.
const (
	Family   = "Liberation Sans"
	Fallback = "Arial, Helvetica, sans-serif"
)

// Face is one of the four faces of Liberation Sans.
type Face int

// The faces.
const (
	Regular Face = iota
	Bold
	Italic
	BoldItalic
	facesNumber // how many faces there are
)

// TTF is the font file of f. The bytes are shared and must not be changed.
func TTF(f Face) []byte {
	switch f {
	case Bold:
		return liberationsansbold.TTF
	case Italic:
		return liberationsansitalic.TTF
	case BoldItalic:
		return liberationsansbolditalic.TTF
	}
	return liberationsansregular.TTF
}

// Width is the advance of s set in f at sizePt, in points, without kerning.
//
// Advances are whole thousandths of the size, as a PDF declares them, so that
// a line measured here is as wide on the page. A character that f lacks is as
// wide as the box that stands for it.
func Width(f Face, sizePt float64, s string) float64 {
	m := metrics[f]()
	total := 0
	for _, r := range s {
		total += m.advance(r)
	}
	return float64(total) * sizePt / perEm
}

// Covers reports whether f has a glyph for r.
func Covers(f Face, r rune) bool {
	m := metrics[f]()
	if r >= 0 && r < kept {
		return m.covers[r]
	}
	var b sfnt.Buffer
	_, covers := m.read(&b, r)
	return covers
}

const (
	perEm = 1000
	kept  = 0x2600 // below it advances are kept: Latin, Greek, punctuation, mathematics, arrows, shapes
)

// faceMetrics is a face read once: advances in thousandths of an em.
type faceMetrics struct {
	font     *sfnt.Font
	advances [kept]uint16
	covers   [kept]bool
}

// metrics reads each face when it is first measured, which takes about a
// millisecond, and holds nothing but what the embedded font says.
var metrics = [facesNumber]func() *faceMetrics{
	Regular:    sync.OnceValue(func() *faceMetrics { return measure(Regular) }),
	Bold:       sync.OnceValue(func() *faceMetrics { return measure(Bold) }),
	Italic:     sync.OnceValue(func() *faceMetrics { return measure(Italic) }),
	BoldItalic: sync.OnceValue(func() *faceMetrics { return measure(BoldItalic) }),
}

func measure(f Face) *faceMetrics {
	parsed, err := sfnt.Parse(TTF(f))
	if err != nil {
		// The font is part of the program: no input can bring this about.
		panic(fmt.Sprintf("style: face %d: %v", f, err))
	}
	m := &faceMetrics{font: parsed}
	var b sfnt.Buffer
	for r := range m.advances {
		advance, covers := m.read(&b, rune(r))
		m.advances[r], m.covers[r] = uint16(advance), covers
	}
	return m
}

func (m *faceMetrics) advance(r rune) int {
	if r >= 0 && r < kept {
		return int(m.advances[r])
	}
	var b sfnt.Buffer
	advance, _ := m.read(&b, r)
	return advance
}

// read is the advance of r, and whether the face has it. Glyph 0, the box,
// answers for what it lacks.
func (m *faceMetrics) read(b *sfnt.Buffer, r rune) (advance int, covers bool) {
	glyph, err := m.font.GlyphIndex(b, r)
	if err != nil {
		glyph = 0
	}
	// At a size of 1000 raw units the answer comes in thousandths of an em,
	// rounded to the nearest as the PDF's own widths are.
	units, err := m.font.GlyphAdvance(b, glyph, fixed.Int26_6(perEm), font.HintingNone)
	if err != nil {
		units = 0
	}
	return int(units), glyph != 0
}

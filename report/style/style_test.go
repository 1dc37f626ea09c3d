package style

import (
	"bytes"
	"math"
	"testing"

	"panelpack/report"
)

// contrast is the contrast ratio of WCAG 2.2: from 1 to 21.
func contrast(a, b Colour) float64 {
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

func TestTextAndLinesStandOutFromWhatTheyAreOn(t *testing.T) {
	for _, back := range []Colour{Paper, Band, Faint} {
		for name, text := range map[string]Colour{"Ink": Ink, "Quiet": Quiet, "Data": Data} {
			if c := contrast(text, back); c < 4.5 {
				t.Errorf("%s on %v: contrast %.2f, want at least 4.5", name, back, c)
			}
		}
		if c := contrast(Axis, back); c < 3 {
			t.Errorf("Axis on %v: contrast %.2f, want at least 3", back, c)
		}
	}
}

func TestRatingsStandOut(t *testing.T) {
	for _, r := range report.Ratings() {
		mark := Mark(r)
		if c := contrast(mark.Ink, mark.Fill); c < 4.5 {
			t.Errorf("%v: letter on fill: contrast %.2f, want at least 4.5", r, c)
		}
		if c := contrast(mark.Edge, Paper); c < 3 {
			t.Errorf("%v: outline on paper: contrast %.2f, want at least 3", r, c)
		}
	}
	if c := contrast(RatingColour(report.Red), RatingColour(report.Amber)); c < 3 {
		t.Errorf("red beside amber: contrast %.2f, want at least 3", c)
	}
	if c := contrast(RatingColour(report.Amber), RatingColour(report.Green)); c < 3 {
		t.Errorf("amber beside green: contrast %.2f, want at least 3", c)
	}
}

// A reader of a grey print has the outline and the letter alone.
func TestRatingsDifferInOutlineAndLetter(t *testing.T) {
	outlines, letters := map[[2]any]report.Rating{}, map[string]report.Rating{}
	for _, r := range report.Ratings() {
		m := Mark(r)
		outline := [2]any{len(m.Points), m.Dashed}
		if len(m.Points) == 4 && m.Points[0].X == 0.5 {
			outline[1] = "on its corner"
		}
		if other, taken := outlines[outline]; taken {
			t.Errorf("%v has the outline of %v", r, other)
		}
		if other, taken := letters[m.Letter]; taken {
			t.Errorf("%v has the letter of %v", r, other)
		}
		outlines[outline], letters[m.Letter] = r, r
	}
}

func TestMarksFillTheirSquareAndHoldTheirLetter(t *testing.T) {
	for _, r := range report.Ratings() {
		m := Mark(r)
		if m.Circle == (len(m.Points) > 0) {
			t.Errorf("%v: want either a circle or corners", r)
		}
		for _, p := range m.Points {
			if p.X < 0 || p.X > 1 || p.Y < 0 || p.Y > 1 {
				t.Errorf("%v: corner %v is outside the square", r, p)
			}
		}
		half := Width(Bold, m.Size, m.Letter) / 2
		if top := m.Baseline - CapHeight*m.Size; top < 0.1 || m.Baseline > 0.95 || half > 0.3 {
			t.Errorf("%v: letter from %.2f to %.2f and %.2f to either side", r, top, m.Baseline, half)
		}
	}
}

func TestWidth(t *testing.T) {
	tests := []struct {
		face Face
		text string
		want float64 // thousandths of an em, from the published widths of Arial
	}{
		{Regular, "", 0},
		{Regular, "i", 222},
		{Regular, "377", 3 * 556},
		{Bold, "377", 3 * 556},
		{Regular, "W", 944},
		{Italic, "W", 944},
		{Bold, "a", 556},
		{BoldItalic, "!", 333},
		{Regular, "–", 556},
		{Regular, "−", 584},
		{Regular, "ŵ", 722},
	}
	for _, tt := range tests {
		if got := Width(tt.face, 1000, tt.text); got != tt.want {
			t.Errorf("Width(%d, 1000, %q) = %v, want %v", tt.face, tt.text, got, tt.want)
		}
	}
}

func TestWidthAddsUpAndScales(t *testing.T) {
	const a, b = "Children’s services ", "performance pack 👋"
	for face := range facesNumber {
		whole, parts := Width(face, 12, a+b), Width(face, 12, a)+Width(face, 12, b)
		if math.Abs(whole-parts) > 1e-9 || math.Abs(whole-2*Width(face, 6, a+b)) > 1e-9 {
			t.Errorf("face %d: %q is %v wide, its parts %v, at half the size %v",
				face, a+b, whole, parts, Width(face, 6, a+b))
		}
	}
}

func TestFacesCoverWhatCouncilsWrite(t *testing.T) {
	for face := range facesNumber {
		for _, r := range "AZaz09£€%–—−’‘“”…·×÷≥≤•\u00a0ŵŷâêîôûŴŶéüßłśżæø" {
			if !Covers(face, r) {
				t.Errorf("face %d lacks %q", face, r)
			}
		}
		for _, r := range "👋漢\ue000" {
			if Covers(face, r) {
				t.Errorf("face %d claims to have %q", face, r)
			}
		}
	}
}

func TestEachFaceIsItsOwn(t *testing.T) {
	for f := range facesNumber {
		for g := range f {
			if bytes.Equal(TTF(f), TTF(g)) {
				t.Errorf("faces %d and %d are the same file", f, g)
			}
		}
	}
}

func BenchmarkWidth(b *testing.B) {
	for b.Loop() {
		Width(Regular, ChartLabel, "Ofsted: inadequate, Oct 2021")
	}
}

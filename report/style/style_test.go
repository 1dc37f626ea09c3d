package style

import (
	"bytes"
	"math"
	"testing"

	"panelpack/report"
)

func TestTextAndLinesStandOutFromWhatTheyAreOn(t *testing.T) {
	for _, back := range []Colour{Paper, Band, Faint} {
		for name, text := range map[string]Colour{"Ink": Ink, "Quiet": Quiet, "Data": Data} {
			if c := Contrast(text, back); c < 4.5 {
				t.Errorf("%s on %v: contrast %.2f, want at least 4.5", name, back, c)
			}
		}
		if c := Contrast(Axis, back); c < 3 {
			t.Errorf("Axis on %v: contrast %.2f, want at least 3", back, c)
		}
	}
}

func TestRatingsStandOut(t *testing.T) {
	for _, r := range report.Ratings() {
		mark := Mark(r)
		if c := Contrast(mark.Ink, mark.Fill); c < 4.5 {
			t.Errorf("%v: letter on fill: contrast %.2f, want at least 4.5", r, c)
		}
		if c := Contrast(mark.Edge, Paper); c < 3 {
			t.Errorf("%v: outline on paper: contrast %.2f, want at least 3", r, c)
		}
	}
	if c := Contrast(RatingColour(report.Red), RatingColour(report.Amber)); c < 3 {
		t.Errorf("red beside amber: contrast %.2f, want at least 3", c)
	}
	if c := Contrast(RatingColour(report.Amber), RatingColour(report.Green)); c < 3 {
		t.Errorf("amber beside green: contrast %.2f, want at least 3", c)
	}
}

func TestContrastAsWCAGGivesIt(t *testing.T) {
	for _, one := range []struct {
		a, b Colour
		want float64
	}{
		{Colour{}, Paper, 21}, {Paper, Paper, 1}, {Colour{0x77, 0x77, 0x77}, Paper, 4.48}, {Paper, Colour{0xff, 0, 0}, 4},
	} {
		if got := Contrast(one.a, one.b); math.Abs(got-one.want) > 0.005 {
			t.Errorf("%v on %v: %.3f, want %.2f", one.a, one.b, got, one.want)
		}
	}
}

func TestReadableShadeIsTheColourOrDarker(t *testing.T) {
	if Data.Readable() != Data {
		t.Errorf("%v can be read, and became %v", Data, Data.Readable())
	}
	for _, c := range []Colour{Paper, {0xff, 0xdd, 0}, {0xe4, 0x00, 0x7c}, {0, 0xa0, 0x90}} {
		shade := c.Readable()
		if shade.LeastContrast() < TextContrast {
			t.Errorf("%v for %v has a contrast of %.2f", shade, c, shade.LeastContrast())
		}
		if shade.R > c.R || shade.G > c.G || shade.B > c.B || shade == (Colour{}) {
			t.Errorf("%v is no darker shade of %v", shade, c)
		}
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

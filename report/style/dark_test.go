package style

import (
	"testing"

	"panelpack/report"
)

func TestDarkPairsStandOut(t *testing.T) {
	for _, back := range []Colour{Paper, Band, Faint} {
		for name, text := range map[string]Colour{"Ink": Ink, "Quiet": Quiet, "Data": Data} {
			if c := Contrast(text.Dark(), back.Dark()); c < 4.5 {
				t.Errorf("the pair of %s on that of %v: contrast %.2f, want at least 4.5", name, back, c)
			}
		}
		if c := Contrast(Axis.Dark(), back.Dark()); c < 3 {
			t.Errorf("the pair of Axis on that of %v: contrast %.2f, want at least 3", back, c)
		}
	}
	for _, r := range report.Ratings() {
		mark := Mark(r)
		if c := Contrast(mark.Ink.Dark(), mark.Fill.Dark()); c < 4.5 {
			t.Errorf("%v in the dark: letter on fill: contrast %.2f, want at least 4.5", r, c)
		}
		if c := Contrast(mark.Edge.Dark(), Paper.Dark()); c < 3 {
			t.Errorf("%v in the dark: outline on paper: contrast %.2f, want at least 3", r, c)
		}
	}
	red, amber, green := RatingColour(report.Red).Dark(), RatingColour(report.Amber).Dark(), RatingColour(report.Green).Dark()
	if Contrast(red, amber) < 3 || Contrast(amber, green) < 3 {
		t.Errorf("in the dark, red beside amber %.2f and amber beside green %.2f, want at least 3", Contrast(red, amber), Contrast(amber, green))
	}
}

// Two colours of the palette with one pair could not be told apart in the
// dark, and a colour without a pair would stay as it is on paper.
func TestEveryColourHasAPairOfItsOwn(t *testing.T) {
	pairs := map[Colour]Colour{}
	for _, c := range Palette() {
		dark := c.Dark()
		if dark == c {
			t.Errorf("%v has no pair", c)
		}
		if other, taken := pairs[dark]; taken {
			t.Errorf("%v and %v have one pair, %v", c, other, dark)
		}
		pairs[dark] = c
	}
	for _, r := range report.Ratings() {
		for _, c := range []Colour{Mark(r).Fill, Mark(r).Edge, Mark(r).Ink} {
			if c.Dark() == c {
				t.Errorf("%v: %v has no pair", r, c)
			}
		}
	}
	if odd := (Colour{1, 2, 3}); odd.Dark() != odd {
		t.Error("a colour from elsewhere is changed")
	}
}

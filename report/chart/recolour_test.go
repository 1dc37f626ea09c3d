package chart

import (
	"strings"
	"testing"

	"panelpack/report/style"
)

// Every mark in one colour is in the other, and nothing else is different.
func TestRecoloured(t *testing.T) {
	violet := style.Colour{R: 0x4b, G: 0x2a, B: 0x6b}
	d := Trend(assessment(t, "from 2022-01\nactual 60 62 99"), 480, 130)
	before := d.Dump()
	if !strings.Contains(before, style.Data.String()) {
		t.Fatal("nothing is drawn in the colour of data")
	}
	if got, want := d.Recoloured(style.Data, violet).Dump(), strings.ReplaceAll(before, style.Data.String(), violet.String()); got != want {
		t.Errorf("recoloured\n%s\nwant\n%s", got, want)
	}
	if d.Dump() != before {
		t.Error("the drawing itself was changed")
	}
}

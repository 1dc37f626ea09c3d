package report_test

import (
	"testing"

	"panelpack/report"
)

func TestAbbreviationStandsAsAWord(t *testing.T) {
	cin := report.Abbreviation{Short: "CIN", Long: "child in need"}
	for s, want := range map[string]int{
		"CIN census":          0,
		"the CIN, and":        4,
		"(CIN)":               1,
		"CINEMA, CIN":         8,
		"MEDICIN":             -1,
		"cin":                 -1,
		"CIN2 and éCIN":       -1,
		"":                    -1,
		"MEDICINCIN then CIN": 16,
	} {
		if got := cin.In(s); got != want {
			t.Errorf("in %q at %d, want %d", s, got, want)
		}
	}
	if got := (report.Abbreviation{}).In("anything"); got != -1 {
		t.Errorf("an empty one stands at %d", got)
	}
}

package report

import "testing"

func TestParseCell(t *testing.T) {
	tests := map[string]Cell{
		"Scorecard!F17":            {"Scorecard", 6, 17},
		"Scorecard!$AF$8":          {"Scorecard", 32, 8},
		"'Q2 plan'!b2":             {"Q2 plan", 2, 2},
		"'Children''s'!A1":         {"Children's", 1, 1},
		"What! A sheet!XFD1048576": {"What! A sheet", 16384, 1048576},
	}
	for text, want := range tests {
		if got, err := ParseCell(text); got != want || err != nil {
			t.Errorf("%s is %+v, %v, want %+v", text, got, err, want)
		}
	}
	for _, text := range []string{"", "F17", "Scorecard", "Scorecard!", "!F17", "Scorecard!17", "Scorecard!F0", "Scorecard!F1:F2", "Scorecard!ABCD1"} {
		if got, err := ParseCell(text); err == nil {
			t.Errorf("%q is taken for %+v", text, got)
		}
	}
	for col := 1; col <= 16384; col += 97 {
		c := Cell{Sheet: "Q2 plan", Col: col, Row: 3}
		if got, err := ParseCell(c.String()); got != c || err != nil {
			t.Errorf("%s is read as %+v, %v", c, got, err)
		}
	}
}

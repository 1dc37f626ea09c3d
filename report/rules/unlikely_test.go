package rules

import (
	"strings"
	"testing"

	"panelpack/report"
)

// TestUnlikelyFigures: a sign or a percentage that no other figure of the metric
// shares is told, and stays rated.
func TestUnlikelyFigures(t *testing.T) {
	tests := []struct{ about, want string }{
		{"actual: 2022-07 301 312 -377\n  target: 230", `actual "−377" is below nought`},
		{"actual: 2022-07 301 312 377\n  target: -230", `target "−230" is below nought`},
		{"actual: 2022-09 -377\n  target: 230", `actual "−377" is below nought`},
		{"actual: 2022-09 -377", ""},
		{"actual: 2022-07 -2 312 -377\n  target: 230", ""},
		{"actual: 2022-07 301 312 -377\n  target: -400", ""},
		{"actual: 2022-07 301 312 377\n  target: 2022-07 -240 235 -230", ""},
		{"actual: 2022-07 301 -312 377\n  target: 230", ""},
		{"actual: 2022-07 301 312 n/a\n  target: 230", ""},
		{"actual: 2022-07 0 0 0\n  target: 0", ""},
		{"unit: percent, one place\n  actual: 2022-07 94 100 100.1\n  target: 95", `actual "100.1%" is above 100%`},
		{"unit: percent, one place\n  actual: 2022-07 94 97 100\n  target: >950", `target "more than 950.0%" is above 100%`},
		{"unit: percent, one place\n  actual: 2022-07 94 101 103\n  target: 95", ""},
		{"unit: percent, one place\n  actual: 2022-07 94 97 100\n  target: 100", ""},
		{"unit: average\n  actual: 2022-07 94 97 105\n  target: 100", ""},
	}
	for _, tt := range tests {
		sub := read(t, "DM02 Referrals\n  "+tt.about+"\n")
		for i := range sub.Series[0].Observations {
			if strings.Contains(tt.about, "target: 2022") {
				sub.Series[0].Observations[i].TargetCell = report.Cell{Sheet: "Scorecard", Col: i + 1, Row: 9}
			}
		}
		a := Assess(sub, defaultBook(t), Options{})
		said := ""
		for _, f := range a.Findings {
			if found, ok := strings.CutSuffix(f.Message, ", and the other figures of DM02 are not; taken as given"); ok {
				said += found
			}
		}
		if said != tt.want {
			t.Errorf("%s\nis told as %q, want %q", tt.about, said, tt.want)
		}
		if tt.want != "" && a.Metrics[0].Rating == report.NotRated {
			t.Errorf("%s\nis not rated", tt.about)
		}
	}
}

// TestUnlikelyMoney: it may turn negative.
func TestUnlikelyMoney(t *testing.T) {
	others := []report.Value{report.Number(12, 0)}
	if says := unlikely(report.Unit{Kind: report.Pounds}, report.Number(-3, 0), others); says != "" {
		t.Errorf("it is %s", says)
	}
}

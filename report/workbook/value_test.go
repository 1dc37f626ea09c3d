package workbook

import (
	"strings"
	"testing"

	"panelpack/report"
)

func embedded(t testing.TB) *words {
	t.Helper()
	w := newWords()
	if err := w.readWords(embeddedWords); err != nil {
		t.Fatal(err)
	}
	return w
}

func TestFiguresTypedAsText(t *testing.T) {
	w := embedded(t)
	tests := []struct {
		typed string
		want  float64
		sign  bool // a percent sign
	}{
		{"377", 377, false}, {"1,148", 1148, false}, {" 94.9% ", 94.9, true}, {"-3", -3, false}, {"−3", -3, false},
		{"(3)", -3, false}, {"£12.50", 12.5, false}, {"9.8 (p)", 9.8, false}, {"9.8p", 9.8, false}, {".5", 0.5, false},
		{"12\u00a0", 12, false}, {"+4", 4, false},
	}
	for _, tt := range tests {
		f, trouble := w.textFigure(tt.typed)
		if trouble != nil || f.State != report.Reported || f.Number != tt.want || f.Signed != tt.sign {
			t.Errorf("%q is %+v (%v), want %v", tt.typed, f, trouble, tt.want)
		}
	}
}

func TestMarksThatStandForNoFigure(t *testing.T) {
	w := embedded(t)
	marks := map[report.State]string{
		report.NotReported:   "  ",
		report.Suppressed:    "c * ~ <5 [c] Supp",
		report.NotAvailable:  "n/a N/A x - – .. : none",
		report.NotApplicable: "z .",
		report.NotYet:        "tbc TBC awaited",
	}
	for state, list := range marks {
		for _, mark := range append(strings.Fields(list), "") {
			if mark == "" && state != report.NotReported {
				continue
			}
			if f, trouble := w.textFigure(mark); f.State != state || trouble != nil {
				t.Errorf("%q is %s (%v), want %s", mark, f.State, trouble, state)
			}
		}
	}
}

func TestWhatIsNoFigure(t *testing.T) {
	w := embedded(t)
	tests := []struct{ typed, message, hint string }{
		{"9l.4", `"9l.4" is not a number`, "character 2 is the letter l; type 91.4"},
		{"1O3", `"1O3" is not a number`, "character 2 is the letter O; type 103"},
		{"90-99", `"90-99" is not a number`, "type a number, or n/a where there is none"},
		{"52+", `"52+" is not a number`, "type a number, or n/a where there is none"},
		{"1717 (5%)", `"1717 (5%)" is not a number`, "type a number, or n/a where there is none"},
		{"Child A moved to a new placement", `is a text of 32 characters and not a number`, "type a number, or n/a where there is none"},
		{"nil", `"nil" may be nought or no figure`, "type 0, or n/a where there is none"},
		{"NIL", `"NIL" may be nought or no figure`, "type 0, or n/a where there is none"},
		{"NULL", `"NULL" is not a number`, "type a number, or n/a where there is none"},
		{"NaN", `"NaN" is not a number`, "type a number, or n/a where there is none"},
		{"#REF!", `"#REF!" is not a number`, "type a number, or n/a where there is none"},
		{"12,34", `"12,34" is not a number`, "type a number, or n/a where there is none"},
	}
	for _, tt := range tests {
		f, trouble := w.textFigure(tt.typed)
		if f.State != report.Unreadable || trouble == nil || trouble.Message != tt.message || trouble.Hint != tt.hint {
			t.Errorf("%q: %s, %+v", tt.typed, f.State, trouble)
		}
	}
}

// TestErrorValues: by #N/A Excel says that there is no figure, and by others
// that a formula went wrong.
func TestErrorValues(t *testing.T) {
	w := embedded(t)
	for code, want := range map[string]report.State{"#N/A": report.NotAvailable, "#REF!": report.Unreadable, "#DIV/0!": report.Unreadable} {
		c := cell{kind: errorValue, text: code, format: general}
		f, trouble := w.readFigure(c)
		g, also := w.readGoal(c)
		if f.State != want || g.State != want || trouble == nil || also == nil {
			t.Errorf("%s is %s as a figure and %s as a target, want %s and a finding of both", code, f.State, g.State, want)
		}
	}
}

func TestTargetsTypedAsText(t *testing.T) {
	w := embedded(t)
	tests := []struct {
		typed string
		sense report.Sense
		words string
	}{
		{"230", report.Exactly, "230"}, {">50%", report.MoreThan, "more than 50"}, {"> 50 %", report.MoreThan, "more than 50"},
		{"at least 90%", report.AtLeast, "at least 90"}, {"90% or more", report.AtLeast, "at least 90"}, {"90%+", report.AtLeast, "at least 90"},
		{"≥ 90", report.AtLeast, "at least 90"}, {"<=20", report.AtMost, "at most 20"}, {"<5%", report.LessThan, "less than 5"},
		{"no more than 12", report.AtMost, "at most 12"}, {"more than 50%", report.MoreThan, "more than 50"},
		{"90-95%", report.Within, "between 90 and 95"}, {"between 90% and 95%", report.Within, "between 90 and 95"},
	}
	for _, tt := range tests {
		g, trouble := w.readGoal(cell{kind: text, text: tt.typed, format: general})
		if got := target(g, 0); trouble != nil || got.Sense != tt.sense || got.Words(report.Unit{}) != tt.words {
			t.Errorf("%q is %q (%v), want %q", tt.typed, got.Words(report.Unit{}), trouble, tt.words)
		}
	}
	for _, typed := range []string{"improve", "95-90%", "> many"} {
		if g, trouble := w.readGoal(cell{kind: text, text: typed, format: general}); g.State != report.Unreadable || trouble == nil {
			t.Errorf("%q is a target of %v", typed, g)
		}
	}
	if g, trouble := w.readGoal(cell{kind: text, text: "tbc", format: general}); g.State != report.NotYet || trouble != nil {
		t.Errorf(`"tbc" is a target of %v`, g)
	}
}

// TestPercentages holds the five ways in which percentages are stored, one
// metric each: none may come out wrong by 100.
func TestPercentages(t *testing.T) {
	sub := readText(t, `
		sheet Scorecard
		1: Ref | Metric | Unit | Target | 2022-04-01 {mmm-yy} | 2022-05-01 {mmm-yy} | 2022-06-01 {mmm-yy}
		2: P1 | A share under a percentage format | % | 0.95 {0%} | 0.28 {0%} | 1 {0%} | 0 {0%}
		3: P2 | A percentage without a sign | % | 95 | 28 | 100 | 0.4
		4: P3 | A percentage under a sign that is only shown | % | 95 {0\%} | 28 {0\%} | 100 {0"%"} | 0 {0\%}
		5: P4 | A percentage as text | % | 95% | 28% | 100% | 0.4%
		6: P5 | A bare share | % | 95 | 0.28 | 1 | 0
		7: P6 | A bare share for a target | % | 0.95 | 28% | 100% | 0%
		8: P7 | Multiplied twice | % | 0.95 {0%} | 28 {0%} | 1 {0%} | 0 {0%}
		9: P8 | Shares and text | % | 0.95 {0%} | 28% | 1 {0%} | 0 {0%}
		10: P9 | A bare share as text | % | 90-95% | "0.28" | "1" | "0"
		11: P10 | All or nothing | % | _ | 1 | 0 | 1
		12: P11 | A small range | % | 0.5-1% | 0.8% | 0.9% | 1%
	`)
	expect(t, sub, map[string]string{
		"P1": "2022-04 28% of 95%\n2022-05 100% of 95%\n2022-06 0% of 95%",
		"P2": "2022-04 28.0% of 95.0%\n2022-05 100.0% of 95.0%\n2022-06 0.4% of 95.0%",
		"P3": "2022-04 28% of 95%\n2022-05 100% of 95%\n2022-06 0% of 95%",
		"P4": "2022-04 28.0% of 95.0%\n2022-05 100.0% of 95.0%\n2022-06 0.4% of 95.0%",
		"P5": "2022-04 could not be read of 95%\n2022-05 could not be read of 95%\n2022-06 0% of 95%",
		"P6": "2022-04 28%\n2022-05 100%\n2022-06 0%",
		"P7": "2022-04 could not be read of 95%\n2022-05 100% of 95%\n2022-06 0% of 95%",
		"P8": "2022-04 28% of 95%\n2022-05 100% of 95%\n2022-06 0% of 95%",
		"P9": `
			2022-04 could not be read of between 90% and 95%
			2022-05 could not be read of between 90% and 95%
			2022-06 0% of between 90% and 95%`,
		"P11": `
			2022-04 0.8% of between 0.5% and 1.0%
			2022-05 0.9% of between 0.5% and 1.0%
			2022-06 1.0% of between 0.5% and 1.0%`,
		"P10": "2022-04 1%\n2022-05 0%\n2022-06 1%",
	})
	for _, want := range []string{
		"Scorecard!E6: error: P5: actual may be a share or a percentage: nothing says which",
		"Scorecard!D7: error: P6: target may be a share or a percentage: nothing says which",
		"Scorecard!E8: error: P7: actual is shown as more than 1000%",
	} {
		if !strings.Contains(told(sub), want) {
			t.Errorf("not told: %s\nbut:\n%s", want, told(sub))
		}
	}
}

// TestPrecision: one for each metric, the finest that any of its cells shows,
// and for cells without a format no finer than is usual for the unit.
func TestPrecision(t *testing.T) {
	sub := readText(t, `
		sheet Scorecard
		1: Ref | Metric | Unit | 2022-04-01 {mmm-yy} | 2022-05-01 {mmm-yy}
		2: A | Count without a format | Number | 12 | 13.7
		3: B | Stored with noise | % | 0.94199999999999995 {0.0%} | 0.28499999999999998 {0.0%}
		4: C | Mixed formats | % | 0.94 {0%} | 91.4%
		5: D | Average caseload | Cases | 16.25 | 17
		6: E | Full-time equivalents | FTE | 12.55 {0.00} | 13
		7: F | No unit | _ | 71.46 | 72
	`)
	expect(t, sub, map[string]string{
		"A": "2022-04 12\n2022-05 14",
		"B": "2022-04 94.2%\n2022-05 28.5%",
		"C": "2022-04 94.0%\n2022-05 91.4%",
		"D": "2022-04 16.3\n2022-05 17.0",
		"E": "2022-04 12.55\n2022-05 13.00",
		"F": "2022-04 71.5\n2022-05 72.0",
	})
	for ref, want := range map[string]string{"A": "/13.700000", "B": "/", "D": "16.250000/"} {
		o := find(t, sub, ref).Observations
		if got := o[0].Stored.Decimal() + "/" + o[1].Stored.Decimal(); got != want {
			t.Errorf("%s was rounded from %q, want %q", ref, got, want)
		}
	}
}

package workbook

import "testing"

// TestScalesThatDoNotMatch: a target on another scale than its actual is told,
// and where it is a percentage that cannot be known, neither is used.
func TestScalesThatDoNotMatch(t *testing.T) {
	sub := expectTold(t, `
		sheet Scorecard
		1: Ref | Metric | Unit | Final target | Target | `+months+`
		2: A | All of them | % | _ | 1 | 94% | 91%
		3: B | All or none | % | _ | 95% | 1 | 0
		4: C | Few of them | % | _ | 5 | 1 | 0
		5: D | Spend | £ | _ | 12 | 12100 | 11900
		6: E | Referrals | Number | 3 | 2400 | 31 | 42
		7: F | Waits | Number | 3 | 40 | 31 | 42
		8: G | None wanted | Number | _ | 0 | 31 | 42
		9: H | Missing | Number | _ | 10% | 31 | 42
		10: I | Share in time | Number | _ | 90% | 81% | 0.82 {0%}
		11: J | Average attendance | _ | _ | 90% | 81% | 82%
	`, `
		Scorecard!E2: error: A: target may be a share or a percentage: nothing says which
		Scorecard!F3: error: B: actual may be a share or a percentage: nothing says which
		Scorecard!E5: warning: D: every actual is far above the target: they may be on different scales
		Scorecard!E6: warning: E: every actual is far below the target: they may be on different scales
		Scorecard!E9: error: H: target is a percentage, and other figures of the metric are not
		Scorecard!B10: warning: I: the unit is "Number", and every figure is a percentage; read as percentages
	`)
	expect(t, sub, map[string]string{
		"A": "2022-08 94%\n2022-09 91%",
		"B": "2022-08 could not be read of 95%\n2022-09 0% of 95%",
		"D": "2022-08 £12,100 of £12\n2022-09 £11,900 of £12",
		"H": "2022-08 31\n2022-09 42",
		"I": "2022-08 81% of 90%\n2022-09 82% of 90%",
		"J": "2022-08 81% of 90%\n2022-09 82% of 90%",
	})
}

// What a number format shows in thousands or millions is printed as it is
// stored, and told.
func TestFiguresShownInMillions(t *testing.T) {
	sub := expectTold(t, `
		sheet Scorecard
		1: Ref | Metric | Unit | Target | `+months+`
		2: A | Waiting (mil) | _ | 7 | 6926635 {#,##0.00,,} | 7010000 {#,##0.00,,}
		3: B | Waiting | _ | 7 | 6 {#,##0} | 7 {#,##0}
	`, `
		Scorecard!D2: warning: A: every actual is far above the target: they may be on different scales
		Scorecard!E2: warning: A: actual is shown divided by 1,000,000 by its number format, and the pack prints it whole
	`)
	expect(t, sub, map[string]string{"A": "2022-08 6,926,635 of 7\n2022-09 7,010,000 of 7"})
}

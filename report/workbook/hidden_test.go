package workbook

import "testing"

// TestHiddenSheets are not read, and are compared with what is shown.
func TestHiddenSheets(t *testing.T) {
	sub := expectTold(t, `
		sheet Scorecard
		1: Ref | Metric | Unit | `+months+`
		2: CS02 | Referrals | Number | 251 | 377
		3: CS03 | Re-referrals | % | 19% | 21%
		sheet Copy hidden
		1: Ref | Metric | Unit | `+months+`
		2: CS02 | Referrals | Number | 251 | 377
		3: CS03 | Re-referrals | % | 0.19 {0%} | 0.22 {0%}
		sheet Old copy hidden
		1: Ref | Metric | Unit | `+months+`
		2: CS02 | Referrals | Number | 251 | 371
		3: CS03 | Re-referrals | % | 18% | _
		sheet Other hidden
		1: Ref | Metric | Unit | `+months+`
		2: CS09 | Moves | Number | 31 | 32
		sheet Lists hidden
		1: High
		2: Low
		sheet Events hidden
		1: Date | Event
		2: 2022-09-30 {dd/mm/yyyy} | Staff leave
	`, `
		Copy!E3: warning: the sheet is hidden and is not read; its figures differ from those shown: 1, the first here, of CS03 for September 2022, shown at Scorecard!E3
		Old copy!E2: warning: the sheet is hidden and is not read; its figures differ from those shown: 2, the first here, of CS02 for September 2022, shown at Scorecard!E2
		Other: warning: the sheet is hidden and is not read
		Lists: note: the sheet is hidden and is not read
		Events: warning: the sheet is hidden and is not read
	`)
	expect(t, sub, map[string]string{"CS02": "2022-08 251\n2022-09 377", "CS09": ""})
}

// TestHiddenCopy: one that is the same is only noted.
func TestHiddenCopy(t *testing.T) {
	expectTold(t, `
		sheet Scorecard
		1: Metric | `+months+`
		2: Referrals | 251 | 377
		sheet Copy hidden
		1: Metric | `+months+`
		2: Referrals | 251 | 377
	`, `
		Scorecard!A2: warning: M01: the metric has no ref and is called M01
		Copy: note: the sheet is hidden and is not read; its figures are those of the sheets shown
	`)
}

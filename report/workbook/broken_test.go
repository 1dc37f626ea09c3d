package workbook

import "testing"

// TestErrorsWhereWordsStand: a cell that should hold words or a day and shows an
// error is told, wherever it stands.
func TestErrorsWhereWordsStand(t *testing.T) {
	expectTold(t, `
		sheet Pack
		1: Council | #REF!
		2: Reporting period | Sep 2022
		sheet Scorecard
		1: Ref | Metric | Lead | Target | `+months+` | Comment | RAG
		2: CS02 | Referrals | #N/A | 230 | 251 | 377 | #NAME? | #N/A
		3: CS03 | Visits | Bob | 20 | 21 | 22 | =B1&B2 | Red
		sheet Definitions
		1: Ref | Definition
		2: CS02 | #VALUE!
		sheet Snapshots
		1: Ref | As at | Value | Compared with | Value then
		2: CS02 | 2022-11-03 {dd/mm/yyyy} | 342 | #REF! | 229
		3: CS03 | 2022-11-03 {dd/mm/yyyy} | 23 | long ago | 22
		sheet Findings
		1: ID | Inspected | Finding | Metrics
		2: F1 | 2021-10-01 {mmmm yyyy} | Too many changes | #REF!
		sheet Commentary
		1: Ref | Owner | Commentary
		2: CS02 | #REF! | #NAME?
		3: CS03 | Bob | 12`, `
		Pack!B1: error: the error #REF! stands where words or a day are expected
		Scorecard!C2: error: CS02: the error #N/A stands where words or a day are expected
		Scorecard!G2: error: CS02: the error #NAME? stands where words or a day are expected
		Scorecard!G3: error: CS03: a formula without a result stands where words or a day are expected
		Definitions!B2: error: CS02: the error #VALUE! stands where words or a day are expected
		Snapshots!D2: error: CS02: the error #REF! stands where words or a day are expected
		Snapshots!D3: warning: CS03: "long ago" is no day or month, and is not used
		Findings!D2: error: the error #REF! stands where words or a day are expected
		Commentary!B2: error: CS02: the error #REF! stands where words or a day are expected
		Commentary!C2: error: CS02: the error #NAME? stands where words or a day are expected
		Commentary!C3: warning: CS03: a number stands where commentary is expected; it is not used
	`)
}

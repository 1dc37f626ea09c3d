package workbook

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"panelpack/report"
)

// expectTold compares every finding with what an officer should be told.
func expectTold(t *testing.T, text, want string) *report.Submission {
	t.Helper()
	sub := readText(t, text)
	if diff := cmp.Diff(lines(want), told(sub)); diff != "" {
		t.Errorf("findings (-want +got):\n%s", diff)
	}
	return sub
}

const months = "2022-08-01 {mmm-yy} | 2022-09-01 {mmm-yy}"

// TestCellsToMend is a scorecard with every kind of bad cell. Each is told with
// its place, the value in question, and what was expected; the others stay.
func TestCellsToMend(t *testing.T) {
	sub := expectTold(t, `
		sheet Scorecard
		1: Ref | Metric | Unit | Good is | Target | `+months+`
		2: ES01 | Decisions in time | % | High | 95% | 88% | 9l.4
		3: ES02 | Assessments in time | % | Upwards | improve | 79% | #N/A
		4: ES03 | Referrals | Number | Low | 230 | TRUE | 2022-09-30 {dd/mm/yyyy}
		5: ES04 | Visits | Number | Low | _ | 12 | =FILTER(A1:A9,B1:B9)
		6: ES06 | Nobody counts these | Number | Low | 20
		7: _ | _ | _ | _ | _ | 31
	`, `
		Scorecard!G2: error: ES01: actual "9l.4" is not a number
		Scorecard!D3: warning: ES02: "Upwards" does not say which way is better
		Scorecard!E3: error: ES02: target "improve" is not a number
		Scorecard!G3: error: ES02: actual is the error #N/A
		Scorecard!F4: error: ES03: actual is TRUE or FALSE and not a number
		Scorecard!G4: error: ES03: actual is a date and not a number
		Scorecard!G5: error: ES04: actual is a formula without a result
		Scorecard!B6: warning: ES06: the metric has no figures
		Scorecard!F7: warning: figures stand on lines that name no metric and are not read: 1, the first here
	`)
	expect(t, sub, map[string]string{
		"ES01": "2022-08 88% of 95%\n2022-09 could not be read of 95%",
		"ES02": "2022-08 79%\n2022-09 not available",
		"ES06": "2022-08 not reported of 20\n2022-09 not reported of 20",
	})
}

// TestNumbersTooLargeToKeep: wherever they stand, they are told and not read.
func TestNumbersTooLargeToKeep(t *testing.T) {
	sub := expectTold(t, `
		sheet Scorecard
		1: Ref | Metric | Unit | Target | Final target | `+months+`
		2: A | Contacts | Number | 230 | 1e300 | 1e20 | 999999999999
		3: B | Visits | Number | 1e13 | <1000000000000 | -1e12 | "1,000,000,000,000"
		4: C | Reviews | % | "1-2000000000000" | 95% | 2e10 {0%} | 94.9%
		sheet Snapshots
		1: Ref | As at | Value
		2: A | 2022-11-03 {dd/mm/yyyy} | 1e30
		sheet Forecasts
		1: Ref | Month | Value
		2: A | Oct-22 | 1e31
	`, `
		Scorecard!D2: warning: A: every actual is far above the target: they may be on different scales
		Scorecard!E2: error: A: final target is 1E+300 and too large to be kept exactly
		Scorecard!F2: error: A: actual is 1E+20 and too large to be kept exactly
		Scorecard!D3: error: B: target is 10000000000000 and too large to be kept exactly
		Scorecard!E3: error: B: final target is 1000000000000 and too large to be kept exactly
		Scorecard!F3: error: B: actual is -1000000000000 and too large to be kept exactly
		Scorecard!G3: error: B: actual is 1000000000000 and too large to be kept exactly
		Scorecard!D4: error: C: target "1-2000000000000" is not a number
		Scorecard!F4: error: C: actual is 2000000000000 and too large to be kept exactly
		Snapshots!C2: error: A: value is 1E+30 and too large to be kept exactly
		Forecasts!C2: error: A: value is 1E+31 and too large to be kept exactly
	`)
	expect(t, sub, map[string]string{
		"A": "2022-08 could not be read of 230\n2022-09 999,999,999,999 of 230",
		"B": "2022-08 could not be read\n2022-09 could not be read",
		"C": "2022-08 could not be read\n2022-09 94.9%",
	})
}

// TestWhichWayIsBetter: a remark after the word does no harm, and two words that
// lead different ways say nothing.
func TestWhichWayIsBetter(t *testing.T) {
	w := embedded(t)
	for word, want := range map[string]report.Polarity{
		"High": report.HigherIsBetter, "High (stretch)": report.HigherIsBetter, "Low / reduce": report.LowerIsBetter, "Low - L": report.PolarityUnknown,
		"n/a": report.Context, "High (for information)": report.HigherIsBetter, "High or low": report.PolarityUnknown,
		"High/Low": report.PolarityUnknown, "Low/High": report.PolarityUnknown, "H/L": report.PolarityUnknown, "increase/decrease": report.PolarityUnknown,
		"Higher / Lower is better": report.PolarityUnknown, "High (Low)": report.PolarityUnknown, "High – near plan": report.PolarityUnknown,
	} {
		if got := w.polarity(word); got != want {
			t.Errorf("%q is %s, want %s", word, got, want)
		}
	}
	expectTold(t, `
		sheet Scorecard
		1: Ref | Metric | Unit | Good is | Target | `+months+`
		2: ES01 | Decisions in time | % | High/Low | 95% | 88% | 91%
		3: ES02 | Assessments in time | % | _ | 95% | 88% | 91%
		sheet Definitions
		1: Ref | Definition | Polarity
		2: ES02 | Assessed in 45 days | H/L
	`, `
		Scorecard!D2: warning: ES01: "High/Low" does not say which way is better
		Definitions!C2: warning: ES02: "H/L" does not say which way is better
	`)
}

// TestTheSameFigureTwice: the first is used, and the difference is told once
// for each metric.
func TestTheSameFigureTwice(t *testing.T) {
	sub := expectTold(t, `
		sheet Front door
		1: Ref | Metric | `+months+`
		2: CS02 | Referrals | 251 | 377
		3: CS01 | Contacts | 1012 | 1187
		sheet Summary
		1: Ref | Metric | `+months+`
		2: CS02 | Referrals | 251 | 378
		3: CS01 | Contacts | 1013 | 1188
		4: CS01 | Complaints | 71 | 72
	`, `
		Summary!D2: error: CS02: the actual for September 2022 differs from the one at Front door!D2, which is used
		Summary!C3: error: CS01: the actual for August 2022 differs from the one at Front door!C3, which is used; others that differ: 1
		Summary!B4: error: CS01: the ref "CS01" is given to two metrics, the first at Front door!B3
	`)
	expect(t, sub, map[string]string{
		"CS02":   "2022-08 251\n2022-09 377",
		"CS01":   "2022-08 1,012\n2022-09 1,187",
		"CS01-2": "2022-08 71\n2022-09 72",
	})
}

// TestATargetThatServesNoMonth: one for all months, where each has its own and the
// last differs, is told with both cells. It may be the final one.
func TestATargetThatServesNoMonth(t *testing.T) {
	sub := expectTold(t, `
		sheet Scorecard
		1: Ref | Metric | Target | Row | `+months+`
		2: CS02 | Referrals | 200 | Actual | 251 | 377
		3: _ | _ | _ | Target | 240 | 230
		4: CS03 | Visits | 20 | Actual | 21 | 22
		5: _ | _ | _ | Target | 19 | 20
		6: CS04 | Moves | 30 | Actual | 31 | 32
		7: _ | _ | _ | Target | 29 | _
	`, `
		Scorecard!C2: warning: CS02: the target differs from the one for September 2022 at Scorecard!F3, which is used
	`)
	expect(t, sub, map[string]string{
		"CS02": "2022-08 251 of 240\n2022-09 377 of 230",
		"CS03": "2022-08 21 of 19\n2022-09 22 of 20",
		"CS04": "2022-08 31 of 29\n2022-09 32 of 30",
	})
}

// TestWhatIsNotRead: hidden sheets, lists of children, totals and notes give no
// metric, and none of their words is repeated.
func TestWhatIsNotRead(t *testing.T) {
	sub := expectTold(t, `
		sheet Old copy hidden
		1: Ref | Metric | `+months+`
		2: CS02 | Referrals | 999 | 998
		sheet Children
		1: Child ID | Name | DOB | Start | Review
		2: 900001 | Jane Example | 2010-03-02 {dd/mm/yyyy} | 2022-01-04 {dd/mm/yyyy} | 2022-05-04 {dd/mm/yyyy}
		3: 900002 | John Example | 2012-11-20 {dd/mm/yyyy} | 2022-02-11 {dd/mm/yyyy} | 2022-06-04 {dd/mm/yyyy}
		4: 900003 | Jo Example | 2009-07-30 {dd/mm/yyyy} | 2022-02-17 {dd/mm/yyyy} | 2022-06-09 {dd/mm/yyyy}
		sheet Definitions hidden
		1: Ref | Definition
		2: CS02 | Not what it was
		sheet Guidance
		1: Ref | Metric | `+months+`
		2: CS99 | An example row | 1 | 2
		sheet Scorecard
		1: Ref | Metric | `+months+` | Total
		2: Front door
		(3): CS02 | Referrals | 251 | 377 | 628
		4: _ | Total | 251 | 377 | 628
		5: Note: referrals exclude contacts
	`, `
		Old copy!C2: warning: the sheet is hidden and is not read; its figures differ from those shown: 2, the first here, of CS02 for August 2022, shown at Scorecard!C3
		Children: warning: the sheet is not read: it looks like a list of records about people
		Definitions: warning: the sheet is hidden and is not read
		Scorecard!B3: warning: metrics on hidden rows are read like the others: 1, the first here
		Scorecard!B4: note: a total is not read as a metric
	`)
	if len(sub.Series) != 1 {
		t.Errorf("%d metrics, want the referrals alone", len(sub.Series))
	}
}

// TestLinesThatLookLikeMetrics: metrics whose months nobody finds are told, on a
// sheet of their own or beside a table; a key, and words and days, are not.
func TestLinesThatLookLikeMetrics(t *testing.T) {
	sub := expectTold(t, `
		sheet Scorecard
		1: Ref | Metric | `+months+` | _ | _ | Red | 1 | _ | _ | Metric | P5 | P6
		2: CS02 | Referrals | 251 | 377 | _ | _ | Green | 0 | _ | _ | Contacts | 9 | 8
		3: CS03 | Contacts | 251 | 377 | _ | _ | Amber | 0 | _ | _ | Visits | 7 | 6
		sheet Feedback
		1: Ref | Metric | P5 | P6
		2: FC01 | Taking part in reviews | 90 | 92
		3: FC02 | Seen alone | 71 | 74
		sheet Letter
		1: Dear panel | 2022
		2: The next meeting is on | 2022-11-17 {dd/mm/yyyy}
		3: and the one after that on | 2022-12-15 {dd/mm/yyyy}
	`, `
		Scorecard!L2: warning: 2 lines have figures, the first here, and are not read, since no months or quarters are found for them
		Feedback!C2: warning: 2 lines have figures, the first here, and are not read, since no months or quarters are found for them
	`)
	if len(sub.Series) != 2 {
		t.Errorf("%d metrics, want the referrals and the contacts", len(sub.Series))
	}
}

// TestBrokenDown: a metric is read where a line is about the whole of it.
func TestBrokenDown(t *testing.T) {
	sub := expectTold(t, `
		sheet Scorecard
		1: Ref | Metric | Team | Figure | `+months+`
		2: CS02 | Referrals | All | Actual | 251 | 377
		3: _ | _ | _ | Target | 240 | 230
		4: _ | _ | North | Actual | 120 | 130
		5: CS03 | Contacts | North | Actual | 120 | 130
		6: CS03 | Contacts | South | Actual | 120 | 130
	`, `
		Scorecard: note: lines about a part of the whole are not read: 3
		Scorecard!C5: warning: the metric has no line about the whole and is not read
	`)
	expect(t, sub, map[string]string{"CS02": "2022-08 251 of 240\n2022-09 377 of 230", "CS03": ""})
}

// TestSmallCounts: counts of 1 to 5 in the reporting period alone, but for those
// that are of others than children.
func TestSmallCounts(t *testing.T) {
	expectTold(t, `
		sheet Scorecard
		1: Ref | Metric | Unit | `+months+`
		2: A | Unregistered placements | Number | 7 | 5
		3: B | Complaints | Number | 2 | 6
		4: C | Escapes | Number | 3 | 0
		5: D | Share in time | % | 3% | 4%
		6: E | One child | Number | 9 | 1
		7: F | Social worker vacancies | Number | 9 | 2
		8: G | Children without a social worker | Number | 9 | 2
		9: H | Escalations | Number | 9 | 2
	`, `
		Scorecard!E2: warning: A: a count of 1 to 5 may identify a child; suppression is the council's decision
		Scorecard!E6: warning: E: a count of 1 to 5 may identify a child; suppression is the council's decision
		Scorecard!E8: warning: G: a count of 1 to 5 may identify a child; suppression is the council's decision
		Scorecard!E9: warning: H: a count of 1 to 5 may identify a child; suppression is the council's decision
	`)
}

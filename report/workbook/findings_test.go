package workbook

import (
	"strings"
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

// TestFormulasWithoutResults: sums and shares of cells are calculated, and that
// is told. One formula of another kind, wherever it stands, and none is: it may
// lead to anything.
func TestFormulasWithoutResults(t *testing.T) {
	const text = `
		sheet Scorecard
		1: Ref | Metric | Unit | ` + months + `
		2: A | Contacts | Number | 12 | =ROUND(SUM(D2:D3)*1.5,0)
		3: B | Visits | Number | 31 | =IFERROR($D3/2,"")`
	sub := expectTold(t, text, `
		Scorecard!E2: warning: A: actual is a formula without a result; panelpack calculated it
		Scorecard!E3: warning: B: actual is a formula without a result; panelpack calculated it
	`)
	expect(t, sub, map[string]string{"A": "2022-08 12\n2022-09 65", "B": "2022-08 31\n2022-09 16"})
	for _, wild := range []string{`REPT("a",9)`, "D2^D2", `D2&D2`, "Total*2", "SUM(" + strings.Repeat("1,", 200) + "1)"} {
		expectTold(t, text+"\nsheet Notes\n1: ="+wild+" -> 1", `
			Scorecard!E2: error: A: actual is a formula without a result
			Scorecard!E3: error: B: actual is a formula without a result
		`)
	}
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

// TestASheetForEachMonth: sheets that differ in nothing but their month make
// one series.
func TestASheetForEachMonth(t *testing.T) {
	sub := readText(t, `
		sheet Aug 22
		1: Performance report, August 2022
		3: Ref | Measure | Unit | Actual | Target | RAG | Comment
		4: CS02 | Referrals | Number | 251 | 240 | A | _
		sheet Sep 22
		1: Performance report, September 2022
		3: Ref | Measure | Unit | Actual | Target | RAG | Comment
		4: CS02 | Referrals | Number | 377 | 230 | R | School return peak
	`)
	expect(t, sub, map[string]string{"CS02": "2022-08 251 of 240\n2022-09 377 of 230"})
	if s := find(t, sub, "CS02"); s.Observations[1].Declared != "R" {
		t.Errorf("the rating of September is %q, want R", s.Observations[1].Declared)
	}
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

func TestWithoutAScorecard(t *testing.T) {
	tests := map[string]string{
		"sheet Empty": " | ",
		"sheet Words\n1: Dear all\n2: please find attached":                                     " | ",
		"sheet Form\n1: Ref | Metric | " + months + "\n2: CS01 | Contacts\n3: CS02 | Referrals": " | ",
		"sheet Copy hidden\n1: Ref | Metric | " + months + "\n2: CS01 | Contacts | 1 | 2":       "it is hidden",
		"sheet Cards\n1: Ref | Metric | Apr | May | Jun\n2: CS01 | Contacts | 1 | 2 | 3":        "its months or quarters have no year",
		"sheet Notes\n1: UPN\nsheet Children\n1: UPN | Apr-22\n2: A1 | 1\n3: A2 | 1\n4: A3 | 2": "it looks like a list of records about people",
		"sheet Visits\n1: Visit | First | Second | Third\n2: Jo | 2022-01-01 {d mmm} | 2022-02-01 {d mmm} | 2022-03-01 {d mmm} | 1\n" +
			"3: Al | 2022-01-01 {d mmm} | 2022-02-01 {d mmm} | 2022-03-01 {d mmm} | 1": " | ",
	}
	for text, want := range tests {
		got := refusal(t, "q3.xlsx", workbookOf(t, text))
		if !strings.Contains(got, "q3.xlsx has no scorecard: no sheet has metrics with figures for named periods") || !strings.Contains(got, want) {
			t.Errorf("%s\ngives: %s\nwant: %s", text, got, want)
		}
	}
}

// TestASheetForEachTask reads the sheets beside the scorecard.
func TestASheetForEachTask(t *testing.T) {
	sub := expectTold(t, `
		sheet Pack
		1: Council | Anyshire Council
		2: Panel | Children's Scrutiny Panel
		3: Meeting date | 2022-11-17 {dd/mm/yyyy}
		4: Reporting period | 2022-08-31 {dd/mm/yyyy}
		5: Report of | Director
		6: Status note | Test figures
		7: Room | 4
		sheet Scorecard
		1: Ref | Metric | Unit | `+months+`
		2: CS02 | Referrals | Number | 251 | 377
		3: CS03 | Re-referrals | % | 19% | 21%
		sheet Definitions
		1: Ref | Short name | Definition | Period basis | Statutory timescale | Source return
		2: CS03 | Repeat | Came back within a year | Rolling 12 months | none | CIN census
		3: CS04 | Gone | Dropped last year
		sheet Snapshots
		1: Ref | As at | Value | Compared with | Value then | Note
		2: CS02 | 2022-11-03 {dd/mm/yyyy} | 342 | 2022-05-03 {dd/mm/yyyy} | 229 | a rise
		3: CS02 | _ | 342
		sheet Forecasts
		1: Ref | Month | Value | Basis
		2: CS03 | 2023-01-01 {mmm-yy} | 0.18 {0%} | recruitment
		3: CS03 | soon | 0.17 {0%} | hope
		sheet Events
		1: Date | Event | Metrics
		2: 2021-10-01 {mmmm yyyy} | Inspection | All
		3: 2022-09-30 {dd/mm/yyyy} | Staff leave | CS02, CS03
		4: 2022-09-30 {dd/mm/yyyy} | Typing error | CS2
		sheet Findings
		1: ID | Inspected | Area | Judgement | Finding | Metrics
		2: F1 | 2021-10-01 {mmmm yyyy} | Leaders | Inadequate | Too many changes | CS02
		sheet Commentary
		1: Ref | Owner | Commentary
		2: CS02 | Head of Front Door | Schools came back.
		3: CS03 | Head of Front Door | _
	`, `
		Pack!B7: note: "Room" is not a detail of the pack; it is not used
		Definitions!A3: warning: "CS04" names no metric of the scorecard; the line is not used
		Snapshots!A3: warning: CS02: a later figure without a date; it is not used
		Forecasts!A3: warning: CS03: a forecast without a month; it is not used
		Events!C4: warning: "CS2" is no ref of the scorecard
	`)
	want := report.Details{
		Council: "Anyshire Council", Panel: "Children's Scrutiny Panel", Meeting: report.Date{Year: 2022, Month: 11, Day: 17},
		Period: report.MonthOf(2022, 8), ReportOf: "Director", StatusNote: "Test figures",
	}
	if sub.Details != want {
		t.Errorf("details are %+v", sub.Details)
	}
	repeat := find(t, sub, "CS03")
	if m := repeat.Metric; m.ShortName != "Repeat" || m.Definition != "Came back within a year" || m.Basis != report.Rolling12 || m.Return != "CIN census" {
		t.Errorf("CS03 is defined as %+v", m)
	}
	if f := repeat.Forecasts; len(f) != 1 || f[0].Value.Decimal() != "18" || f[0].Period.String() != "2023-01" || f[0].Cell.String() != "Forecasts!C2" {
		t.Errorf("forecasts: %+v", f)
	}
	if s := find(t, sub, "CS02").Snapshots; len(s) != 1 || s[0].Value.Decimal() != "342" || s[0].BaseAsAt.String() != "2022-05-03" || s[0].Base.Decimal() != "229" {
		t.Errorf("snapshots: %+v", s)
	}
	if e := sub.Events; len(e) != 3 || e[0].Metrics != nil || e[0].Period.String() != "2021-10" || len(e[1].Metrics) != 2 || e[1].Period.String() != "2022-09-30" {
		t.Errorf("events: %+v", e)
	}
	if f := sub.Inspections; len(f) != 1 || f[0].ID != "F1" || f[0].Finding != "Too many changes" || f[0].Inspected.String() != "2021-10" {
		t.Errorf("inspection findings: %+v", f)
	}
	if c := sub.Commentary; len(c) != 1 || c[0].Metric != "CS02" || c[0].Cell.String() != "Commentary!C2" {
		t.Errorf("commentary: %+v", c)
	}
	if sub.Latest.String() != "2022-11-03" {
		t.Errorf("the latest figure is of %s, want the snapshot's 2022-11-03", sub.Latest)
	}
}

package workbook

import (
	"strings"
	"testing"

	"panelpack/report"
)

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

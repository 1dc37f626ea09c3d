package workbook

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestArrangements is one set of figures as different councils set it out.
// However it stands, the same is read.
func TestArrangements(t *testing.T) {
	arrangements := map[string]string{
		"two rows, the name on the first": `
			sheet Scorecard
			1: Ref | Metric | Figure | 2022-08-01 {mmm-yy} | 2022-09-01 {mmm-yy}
			2: CS02 | Referrals | Actual | 251 | 377
			3: _ | _ | Target | 240 | 230
			4: CS03 | Contacts | Actual | 1012 | n/a
			5: _ | _ | Target | 1000 | 1000`,
		"two rows, the name on both": `
			sheet Scorecard
			1: Ref | Metric | _ | Aug-22 | Sep-22
			2: CS02 | Referrals | Actual | 251 | 377
			3: CS02 | Referrals | Plan | 240 | 230
			4: CS03 | Contacts | Actual | 1012 | n/a
			5: CS03 | Contacts | Plan | 1000 | 1000`,
		"actual and target beneath each month": `
			sheet Scorecard
			3: _ | _ | 2022-08-31 {dd/mm/yyyy} | _ | 2022-09-30 {dd/mm/yyyy}
			4: Ref | Metric | Actual | Target | Actual | Target
			5: CS02 | Referrals | 251 | 240 | 377 | 230
			6: CS03 | Contacts | 1012 | 1000 | n/a | 1000
			merge C3:D3 E3:F3`,
		"the same, with months not merged": `
			sheet Scorecard
			1: KPI No | KPI | August 2022 | _ | September 2022 | _
			2: _ | _ | Actual | Target | Actual | Target
			3: CS02 | Referrals | 251 | 240 | 377 | 230
			4: CS03 | Contacts | 1012 | 1000 | n/a | 1000`,
		"months in one string with the figure": `
			sheet Scorecard
			1: Ref | Metric | Aug 22 Actual | Aug 22 Target | Sep 22 Actual | Sep 22 Target
			2: CS02 | Referrals | 251 | 240 | 377 | 230
			3: CS03 | Contacts | 1012 | 1000 | n/a | 1000`,
		"months in words over their dates": `
			sheet Scorecard
			1: _ | _ | _ | August 2022 | September 2022
			2: Ref | Metric | Figure | 2022-08-31 {dd/mm/yyyy} | 2022-09-30 {dd/mm/yyyy}
			3: CS02 | Referrals | Actual | 251 | 377
			4: _ | _ | Target | 240 | 230
			5: CS03 | Contacts | Actual | 1012 | n/a
			6: _ | _ | Target | 1000 | 1000`,
		"months beneath their year": `
			sheet Scorecard
			1: _ | _ | _ | 2022/23
			2: Ref | Metric | Row | Aug | Sep
			3: CS02 | Referrals | Actual | 251 | 377
			4: _ | _ | Target | 240 | 230
			5: CS03 | Contacts | Actual | 1012 | n/a
			6: _ | _ | Target | 1000 | 1000
			merge D1:E1`,
		"months down, metrics across": `
			sheet Scorecard
			1: _ | Referrals | _ | Contacts
			2: Month | Actual | Target | Actual | Target
			3: 2022-08-01 {mmm-yy} | 251 | 240 | 1012 | 1000
			4: 2022-09-01 {mmm-yy} | 377 | 230 | n/a | 1000
			merge B1:C1 D1:E1`,
		"a line for each figure": `
			sheet Export
			1: Ref | Metric | Month | Actual | Target
			2: CS02 | Referrals | 2022-08-01 {mmm-yy} | 251 | 240
			3: CS03 | Contacts | 2022-08-01 {mmm-yy} | 1012 | 1000
			4: CS02 | Referrals | 2022-09-01 {mmm-yy} | 377 | 230
			5: CS03 | Contacts | 2022-09-01 {mmm-yy} | n/a | 1000`,
		"a table for each category": `
			sheet Scorecard
			1: Front door
			2: Ref | Metric | Figure | Aug-22 | Sep-22
			3: CS02 | Referrals | Actual | 251 | 377
			4: _ | _ | Target | 240 | 230
			5: _
			6: Contacts
			7: Ref | Metric | Figure | Aug-22 | Sep-22
			8: CS03 | Contacts | Actual | 1012 | n/a
			9: _ | _ | Target | 1000 | 1000`,
		"a sheet for each category": `
			sheet Front door
			1: Ref | Metric | Figure | Aug-22 | Sep-22
			2: CS02 | Referrals | Actual | 251 | 377
			3: _ | _ | Target | 240 | 230
			sheet Contacts
			1: Ref | Metric | Figure | Aug-22 | Sep-22
			2: CS03 | Contacts | Actual | 1012 | n/a
			3: _ | _ | Target | 1000 | 1000`,
		"quarters and totals among the months": `
			sheet Scorecard
			1: Ref | Metric | Figure | Aug-22 | Sep-22 | Q2 total | YTD | Average
			2: CS02 | Referrals | Actual | 251 | 377 | 628 | 628 | 314
			3: _ | _ | Target | 240 | 230 | _ | _ | 235
			4: CS03 | Contacts | Actual | 1012 | n/a | 1012 | 1012 | 1012
			5: _ | _ | Target | 1000 | 1000 | _ | _ | 1000`,
		"two columns of the same meaning, a footnote and other names for headings": `
			sheet Export
			1: Ref: | Measure* | Reporting period | Value | Milestone | Result
			2: CS02 | Referrals | Aug-22 | 251 | 240 | 7
			3: CS03 | Contacts | Aug-22 | 1012 | 1000 | 7
			4: CS02 | Referrals | Sep-22 | 377 | 230 | 7
			5: CS03 | Contacts | Sep-22 | n/a | 1000 | 7
			6: Note | Contacts are counted once`,
		"spacer rows and columns": `
			sheet Scorecard
			2: _ | Ref | Metric | _ | Figure | Aug-22 | Sep-22
			4: _ | CS02 | Referrals | _ | Actual | 251 | 377
			5: _ | _ | _ | _ | Target | 240 | 230
			7: _ | CS03 | Contacts | _ | Actual | 1012 | n/a
			8: _ | _ | _ | _ | Target | 1000 | 1000`,
	}
	for name, text := range arrangements {
		t.Run(name, func(t *testing.T) {
			sub := readText(t, text)
			got := factsOf(sub, "Referrals") + factsOf(sub, "Contacts")
			want := lines(`
				2022-08 251 of 240
				2022-09 377 of 230
				2022-08 1,012 of 1,000
				2022-09 not available of 1,000
			`)
			if diff := cmp.Diff(want, got); diff != "" || len(sub.Series) != 2 || strings.Contains(told(sub), "error") {
				t.Errorf("%d metrics (-want +got):\n%s%s", len(sub.Series), diff, told(sub))
			}
		})
	}
}

// TestWhatAMetricStandsIn: headings, groups and categories that stand on their
// first line only go on until the next.
func TestWhatAMetricStandsIn(t *testing.T) {
	sub := readText(t, `
		sheet Scorecard
		1: Theme | _ | Metric | `+months+`
		2: Safe | Front door | Referrals | 251 | 377
		3: _ | _ | Contacts | 1012 | 1187
		4: _ | Court | Section 47 | 12 | 13
		5: Stable | _ | Moves | 31 | 32
		sheet Trend
		1: _ | Hospital | _ | Home
		2: Month | Confirmed | Total | Total
		3: 2022-08-01 {mmm-yy} | 11 | 12 | 13
		4: 2022-09-01 {mmm-yy} | 21 | 22 | 23
		5: 2022-10-01 {mmm-yy} | 31 | 32 | 33
		sheet Homes
		1: _ | _ | Aug-22 | Sep-22 | Oct-22
		2: Care | Beds | 11 | 12 | 13
		3: Care | Rooms | 21 | 22 | 23
	`)
	want := lines(`
		Referrals in Safe/Front door
		Contacts in Safe/Front door
		Section 47 in Safe/Court
		Moves in Stable/Court
		Confirmed in /Hospital
		Total in /Hospital
		Total in /Home
		Beds in /
		Rooms in /
	`)
	got := ""
	for _, s := range sub.Series {
		got += s.Metric.Name + " in " + s.Metric.Category + "/" + s.Metric.Section + "\n"
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestTheCouncilsOwnRating is of the month that the sheet is as at, or else of
// the last with a figure.
func TestTheCouncilsOwnRating(t *testing.T) {
	sub := readText(t, `
		sheet Front door
		1: Data as at 31 August 2022, with September's first figures
		2: Ref | Metric | `+months+` | RAG
		3: CS02 | Referrals | 251 | 377 | Amber
		sheet Care
		2: Ref | Metric | `+months+` | RAG
		3: CS09 | Moves | 31 | _ | Green
		4: CS10 | Visits | 31 | 32 | Red
	`)
	for ref, want := range map[string]string{"CS02": "2022-08 Amber", "CS09": "2022-08 Green", "CS10": "2022-09 Red"} {
		got := ""
		for _, o := range find(t, sub, ref).Observations {
			if o.Declared != "" {
				got += o.Period.String() + " " + o.Declared
			}
		}
		if got != want {
			t.Errorf("%s is rated %q, want %q", ref, got, want)
		}
	}
}

// TestYearsOfTargets: a target serves the periods of its own year alone, and a
// year-end target serves only where there are no others.
func TestYearsOfTargets(t *testing.T) {
	sub := readText(t, `
		sheet Scorecard
		1: Ref | Metric | Target 21/22 | Target 22/23 | Feb-22 | Mar-22 | Apr-22
		2: CS02 | Referrals | 260 | 230 | 251 | 262 | 241
		sheet Plan
		1: Ref | Metric | 2021/22 | _ | 2022/23 | _ | _ | Year end target
		2: _ | _ | Q3 | Q4 | Q1 | Q2 | _
		3: CS03 | Contacts | 3001 | 3002 | 3003 | 3004 | _ | 2900
		sheet Steps
		1: Ref | Metric | Row | Q3 2021/22 | Q4 2021/22 | Year end target
		2: CS04 | Visits | Actual | 81 | 82 | 90
		3: _ | _ | Target | 80
	`)
	expect(t, sub, map[string]string{
		"CS02": "2022-02 251 of 260\n2022-03 262 of 260\n2022-04 241 of 230",
		"CS03": "2021/22-Q3 3,001 of 2,900\n2021/22-Q4 3,002 of 2,900\n2022/23-Q1 3,003 of 2,900\n2022/23-Q2 3,004 of 2,900",
		"CS04": "2021/22-Q3 81 of 80\n2021/22-Q4 82",
	})
	for ref, want := range map[string]string{
		"CS02": "the target for 2021/22 serves every month of it", "CS03": "the year-end target serves every quarter",
	} {
		if got := find(t, sub, ref).Observations[0].TargetNote; got != want {
			t.Errorf("%s: %q, want %q", ref, got, want)
		}
	}
}

package workbook

import (
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
			if diff := cmp.Diff(want, got); diff != "" || len(sub.Series) != 2 {
				t.Errorf("%d metrics (-want +got):\n%s%s", len(sub.Series), diff, told(sub))
			}
		})
	}
}

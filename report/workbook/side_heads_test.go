package workbook

import "testing"

// TestHeadingsOfOtherSheets: what is lost with a heading that is spelt wrongly,
// or is missing, is told in one finding at that heading.
func TestHeadingsOfOtherSheets(t *testing.T) {
	const scorecard = `
		sheet Scorecard
		1: Ref | Metric | ` + months + `
		2: CS02 | Referrals | 251 | 377
		`
	for sheet, want := range map[string]string{
		`sheet Commentary
		3: Ref | Owner | Comentary
		4: CS02 | Ann | Schools came back.`: `Commentary!C3: error: no heading is "Commentary"; "Comentary" is not understood: nothing of the sheet is read`,

		`sheet Commentary
		1: Reff | Owner | Commentary
		2: CS02 | Ann | Schools came back.`: `Commentary!A1: error: no heading is "Ref"; "Reff" is not understood: nothing of the sheet is read`,

		`sheet Commentary
		1: Ref | Owner
		2: CS02 | Ann`: `Commentary!A1: error: no heading is "Commentary": nothing of the sheet is read`,

		`sheet Commentary
		1: Ref | Onwer | Commentary
		2: CS02 | Ann | Schools came back.`: `Commentary!B1: warning: the heading "Onwer" is not understood: what stands beneath it is not read`,

		`sheet Comments
		1: Date | Who | What
		2: 2022-08-01 {d mmmm yyyy} | Ann | Rang the school`: `Comments!B1: warning: no heading is "Commentary"; "Who" is not understood: nothing of the sheet is read`,

		`sheet Commentary
		1: Dear all
		2: The schools came back.`: `Commentary!A1: warning: the sheet has no line of headings that are understood; nothing of it is read`,

		`sheet Narrative 1
		1: Ref | Owner | Commentary
		2: CS02 | Ann | Schools came back.`: `Narrative 1: warning: the sheet has columns of refs and of commentary, and is not read: it is not called Commentary`,

		`sheet Snapshots
		1: Ref | As at | Val | Compared with | Value then
		2: CS02 | 2022-11-03 {dd/mm/yyyy} | 342 | 2022-05-03 {dd/mm/yyyy} | 229`: `Snapshots!C1: error: no heading is "Value"; "Val" is not understood: nothing of the sheet is read`,

		`sheet Snapshots
		1: Ref | As at | Value | Compared wiht | Value then
		2: CS02 | 2022-11-03 {dd/mm/yyyy} | 342 | 2022-05-03 {dd/mm/yyyy} | 229`: `Snapshots!D1: warning: the heading "Compared wiht" is not understood: what stands beneath it is not read`,

		`sheet Events
		1: Date | Hapened | Metrics
		2: 2022-08-01 {d mmmm yyyy} | Staff leave | All`: `Events!B1: error: no heading is "Event"; "Hapened" is not understood: nothing of the sheet is read`,

		`sheet Commentary
		1: Ref | Owner | Commentary | Seen by | Remraks
		2: CS02 | Ann | Schools came back. | Bob`: ``,
	} {
		expectTold(t, scorecard+sheet, want)
	}
}

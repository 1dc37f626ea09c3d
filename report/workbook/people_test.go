package workbook

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
)

// TestListsOfCases: a line for each case looks like a long extract, but every
// line has a ref of its own and a day of its own.
func TestListsOfCases(t *testing.T) {
	cases := "sheet Cases\n1: Ref | Date | Result"
	for i := range 12 {
		cases += fmt.Sprintf("\n%d: P%03d | 2022-%02d-%02d {dd/mm/yyyy} | %d", i+2, i*7, i%9+1, i*2+1, i%3)
	}
	expectTold(t, cases+`
		sheet Scorecard
		1: Ref | Metric | `+months+`
		2: CS02 | Referrals | 251 | 377
	`, `
		Cases: warning: the sheet is not read: it looks like a list of records about people
	`)
}

// aScorecard stands beside the lists in these tests.
const aScorecard = `
	sheet Scorecard
	1: Ref | Metric | ` + months + `
	2: CS02 | Referrals | 251 | 377
`

// TestListsOfPeople are refused, shown or hidden and whatever their sheet is
// called, and no word of them is in a message or in what was read.
func TestListsOfPeople(t *testing.T) {
	tests := map[string]string{
		"one child": `
			sheet Cases
			1: Child's DOB | Name | Aug-22
			2: 2010-03-02 {dd/mm/yyyy} | Jane Example | 1`,
		"day of birth as text": `
			sheet Cases
			1: Case | D.O.B.
			2: Jane Example | 02/03/2010`,
		"pupil numbers": `
			sheet Cases
			3: Pupil (name) | Pupil UPN | ` + months + `
			4: Jane Example | H801200001001 | 1 | 2
			5: John Example | H801200001002 | 1 | 2`,
		"numbers of a case system": `
			sheet Cases
			1: LCS ID number | Metric | ` + months + `
			2: 900001 | Jane Example | 1 | 2
			3: 900002 | John Example | 1 | 2`,
		"names under months": `
			sheet Missing episodes
			1: Young person | ` + months + `
			2: Jane Example | 1 | 2
			3: John Example | 1 | 2
			4: Jo Example | 3 | 1`,
		"a column for each child": `
			sheet Cases
			1: Name | Jane Example | John Example
			2: Date of birth | 2010-03-02 {dd/mm/yyyy} | 2012-11-20 {dd/mm/yyyy}`,
		"few visits, each on a day of its own": `
			sheet Visits
			1: Ref | Name | Date | Result
			2: P001 | Jane Example | 2022-08-09 {dd/mm/yyyy} | 3
			3: P002 | John Example | 2022-08-17 {dd/mm/yyyy} | 2
			4: P003 | Jo Example | 2022-09-22 {dd/mm/yyyy} | 1`,
		"beneath commentary": `
			sheet Commentary
			1: Ref | Commentary | NHS number
			2: CS02 | Jane Example came to us twice | 943 476 5919`,
		"on a hidden sheet": `
			sheet Old hidden
			1: Surname | Allocated worker
			2: Example | 1
			3: Example | 2
			4: Example | 3`,
	}
	for name, list := range tests {
		t.Run(name, func(t *testing.T) {
			sub := readText(t, list+aScorecard)
			if got := told(sub); !strings.Contains(got, ": warning: the sheet is not read: "+listOfRecords) || strings.Count(got, "\n") != 1 {
				t.Errorf("told:\n%s", got)
			}
			all, err := json.Marshal(sub)
			if err != nil || strings.Contains(string(all), "Example") || strings.Contains(string(all), "9000") || strings.Contains(string(all), "H8012") || len(sub.Series) != 1 {
				t.Errorf("%d metrics of %s", len(sub.Series), all)
			}
		})
	}
}

// TestCommentaryBesidePeople: owners' workbooks are refused in the same way.
func TestCommentaryBesidePeople(t *testing.T) {
	_, _, err := ReadCommentary("sent.xlsx", workbookOf(t, `
		sheet Commentary
		1: Ref | Commentary | Date of birth
		2: CS02 | Jane Example came to us twice | 2010-03-02 {dd/mm/yyyy}`))
	if err == nil || strings.Contains(err.Error(), "Example") {
		t.Errorf("read with error %v", err)
	}
}

// TestWhatOnlyLooksLikeAList: scorecards speak of dates of birth and of
// children too.
func TestWhatOnlyLooksLikeAList(t *testing.T) {
	sub := expectTold(t, `
		sheet Data quality
		1: Ref | Field | Unit | `+months+`
		2: DQ1 | Date of birth | % | 98% | 99%
		3: DQ2 | UPN | % | 91% | 92%
		4: DQ3 | Postcode | % | 91% | 92%
		5: DQ4 | Children with a UPN (looked after) | Number | 1012 | 1187
		sheet Weekly
		1: Ref | Metric | Date | Result
		2: CS02 | Referrals | 2022-08-31 {dd/mm/yyyy} | 31
		3: CS03 | Contacts | 2022-09-30 {dd/mm/yyyy} | 32
		4: CS04 | Visits | 2022-07-31 {dd/mm/yyyy} | 33
		sheet Glossary
		1: UPN | Unique pupil number
		2: DOB | Date of birth
		3: CLA | Child looked after
		4: LAC | Child looked after
	`, ``)
	if len(sub.Series) != 7 {
		t.Errorf("%d metrics, want 7", len(sub.Series))
	}
}

// TestWordsForAFigureAreNotRepeated: they may be about a child.
func TestWordsForAFigureAreNotRepeated(t *testing.T) {
	expectTold(t, `
		sheet Scorecard
		1: Ref | Metric | Target | `+months+`
		2: CS02 | Referrals | see Jane Example's plan of March | 251 | Jane Example came to us twice
	`, `
		Scorecard!C2: error: CS02: target is a text of 32 characters and not a number
		Scorecard!E2: error: CS02: actual is a text of 29 characters and not a number
	`)
}

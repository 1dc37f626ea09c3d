package workbook

import "testing"

// TestHeadingsWithoutAMonth: a column of figures whose month is missing is not
// lost in silence, be it between the others or the last of them.
func TestHeadingsWithoutAMonth(t *testing.T) {
	tests := map[string]string{
		"_":                         "is blank",
		"#REF!":                     "is the error #REF!",
		"44805":                     "is the number 44805 and no month",
		"=EDATE(C1,1)":              "is a formula without a result",
		"TRUE":                      "is TRUE or FALSE",
		"2022-08-01 {mmm-yy} | RAG": "",
	}
	for heading, says := range tests {
		told := ""
		if says != "" {
			told = "Scorecard!D1: error: the heading " + says + ", and figures stand beneath it that are not read: 2"
		}
		sub := expectTold(t, `
			sheet Scorecard
			1: Ref | Metric | 2022-07-01 {mmm-yy} | `+heading+` | 2022-09-01 {mmm-yy}
			2: CS01 | Contacts | 10 | 11 | 12
			3: CS02 | Visits | 20 | 21 | 22`, told)
		if says != "" {
			expect(t, sub, map[string]string{"CS01": "2022-07 10\n2022-09 12", "CS02": "2022-07 20\n2022-09 22"})
		}
	}
	expectTold(t, `
		sheet Scorecard
		1: Ref | Metric | Jul-22 | 2022 | Sep-22 | Oct-22
		2: CS01 | Contacts | 10 | 11 | 12 | 13`, `
		Scorecard!D1: error: the heading is the number 2022, and August 2022 is missing: the figures are read as those of the year
	`)
	expectTold(t, `
		sheet Scorecard
		1: Ref | Metric | _ | `+months+` | _ | _ | _
		2: CS01 | Contacts | 10 | 11 | 12 | 13 | _ | 4
		3: CS02 | Visits | n/a | 21 | 22 | n/a | late | 5`, `
		Scorecard!C1: error: the heading is blank, and figures stand beneath it that are not read: 1
		Scorecard!F1: warning: the heading is blank, and figures stand beneath it that are not read: 1
		Scorecard!H1: warning: the heading is blank, and figures stand beneath it that are not read: 2
	`)
}

// TestHeadingsThatAreAllFormulas: one month that is typed, and formulas without
// results from there on.
func TestHeadingsThatAreAllFormulas(t *testing.T) {
	expectTold(t, `
		sheet Scorecard
		1: Ref | Metric | 2022-07-01 {mmm-yy} | =EDATE(C1,1) | =EDATE(D1,1)
		2: CS01 | Contacts | 10 | 11 | 12`, `
		Scorecard!D1: error: the heading is a formula without a result, and figures stand beneath it that are not read: 1
		Scorecard!E1: error: the heading is a formula without a result, and figures stand beneath it that are not read: 1
	`)
}

// TestLinesWithoutAMonth: so it is where the months run down, and by a mapping.
func TestLinesWithoutAMonth(t *testing.T) {
	const down = `
		sheet Trend
		1: Measure | Contacts | Visits
		2: Ref | CS01 | CS02
		3: Jul-22 | 10 | 20
		4: _ | 11 | 21
		5: Sep-22 | 12 | 22
		6: Oct-22 | 13 | 23`
	expectTold(t, down, `
		Trend!A4: error: the heading is blank, and figures stand beside it that are not read: 2
	`)
	const across = `
		sheet Scorecard
		1: Ref | Metric | Jul-22 | _ | Sep-22
		2: CS01 | Contacts | 10 | 11 | 12`
	const table = `
		[[workbook.sheet]]
		name = "Scorecard"
		[[workbook.sheet.table]]
		headings = "1"
		`
	for rule, want := range map[string]string{
		"":             "Scorecard!D1: error: the heading is blank, and figures stand beneath it that are not read: 1\n",
		`ignore = "D"`: "",
	} {
		if got := told(understood(t, across, table+rule).Submission); got != want {
			t.Errorf("by the mapping %q: %s", rule, got)
		}
	}
}

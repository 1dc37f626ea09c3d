package workbook

import (
	"strings"
	"testing"
)

// TestYearsAmongFigures: beneath headings a line of numbers such as 2021 and
// 2022 is figures, and no headings of years.
func TestYearsAmongFigures(t *testing.T) {
	sub, err := Read("q.xlsx", workbookOf(t, `
		sheet Scorecard
		1: Ref | Metric | Aug-22 | Sep-22
		2: CS01 | Contacts | 2021 | 2022
		3: CS02 | Visits | 1999 | 2005`), Options{})
	if err != nil {
		t.Fatal(err)
	}
	expect(t, sub, map[string]string{"CS01": "2022-08 2,021\n2022-09 2,022", "CS02": "2022-08 1,999\n2022-09 2,005"})
}

// TestThousandsAsText: separators of thousands may be commas or spaces.
func TestThousandsAsText(t *testing.T) {
	sub := expectTold(t, `
		sheet Scorecard
		1: Ref | Metric | Jul-22 | Aug-22 | Sep-22
		2: CS01 | Contacts | "1 012" | "12,345" | "1 2"
	`, `
		Scorecard!E2: error: CS01: actual "1 2" is not a number
	`)
	expect(t, sub, map[string]string{"CS01": "2022-07 1,012\n2022-08 12,345\n2022-09 could not be read"})
}

// TestDatesWithTheMonthFirst are refused by their name: read with the day first
// half of them would be other days.
func TestDatesWithTheMonthFirst(t *testing.T) {
	got := refusal(t, "q3.xlsx", workbookOf(t, `
		sheet Scorecard
		1: Ref | Metric | "08/31/2022" | "09/30/2022"
		2: CS01 | Contacts | 10 | 11`))
	if !strings.Contains(got, "its dates have the month first") {
		t.Errorf("refused: %s", got)
	}
}

// TestNamesThatMayBeTargets: a line called "Contacts target" may hold the
// targets of Contacts. It is asked about, and the mapping says so.
func TestNamesThatMayBeTargets(t *testing.T) {
	const book = `
		sheet Scorecard
		1: Metric | Aug-22 | Sep-22
		2: Contacts | 10 | 11
		3: Contacts target | 9 | 8`
	expectTold(t, book, `
		Scorecard!A2: warning: the metrics have no refs and are called M01 to M02 in their order
		Scorecard!A3: warning: M02: the metric is called like M01 with "target" after it, and may be its target; it is read as a metric
	`)
	u := understood(t, book, `
		[[workbook.sheet]]
		name = "Scorecard"
		[[workbook.sheet.table]]
		headings = "1"
		suffix = { " target" = "target" }`)
	expect(t, u.Submission, map[string]string{"M01": "2022-08 10 of 9\n2022-09 11 of 8"})
}

// TestNamesThatAreNumbers: a column of figures that was taken for the names is
// told, at every metric.
func TestNamesThatAreNumbers(t *testing.T) {
	expectTold(t, `
		sheet Scorecard
		1: Ref | Metric | Aug-22 | Sep-22
		2: CS01 | Contacts | 10 | 11
		3: CS02 | 6898813 | 20 | 21
		4: CS03 | 16-17 | 20 | 21`, `
		Scorecard!B3: warning: CS02: a number, 6898813, stands where the name of a metric is expected
	`)
}

// TestTheFinalTargetIsTheLast: where a year's end has a target and one beyond it
// too, the steps lead to that.
func TestTheFinalTargetIsTheLast(t *testing.T) {
	for _, heads := range []string{"Year end target | Ambition", "Ambition | Year end target"} {
		figures := "220 | 200"
		if strings.HasPrefix(heads, "Ambition") {
			figures = "200 | 220"
		}
		sub, err := Read("q.xlsx", workbookOf(t, `
			sheet Scorecard
			1: Ref | Metric | Target | `+heads+` | Aug-22 | Sep-22
			2: CS01 | Contacts | 230 | `+figures+` | 251 | 240`), Options{})
		if err != nil {
			t.Fatal(err)
		}
		if got := sub.Series[0].FinalTarget.Value.Decimal(); got != "200" {
			t.Errorf("%s: the final target is %s", heads, got)
		}
	}
}

// TestHeadingsThatAreNotUnderstood: the figures of a month that is spelt wrongly
// are not lost in silence. Words beneath a heading are no figures.
func TestHeadingsThatAreNotUnderstood(t *testing.T) {
	sub := expectTold(t, `
		sheet Scorecard
		1: Ref | Metric | Jul-22 | Agu-22 | Sep-22 | Spet-22 | Remarks
		2: CS01 | Contacts | 10 | 11 | 12 | 13 | late
		3: CS02 | Visits | 20 | 21 | 22 | 23 | _
	`, `
		Scorecard!D1: warning: the heading "Agu-22" over figures is not understood, nor is 1 other: the figures are not read
	`)
	expect(t, sub, map[string]string{"CS01": "2022-07 10\n2022-09 12", "CS02": "2022-07 20\n2022-09 22"})
}

// TestASecondLineOfHeadings: what stands beneath headings without months is not
// read under the months further up.
func TestASecondLineOfHeadings(t *testing.T) {
	sub := expectTold(t, `
		sheet Scorecard
		1: Ref | Metric | Jul-22 | Aug-22
		2: CS01 | Contacts | 10 | 11
		3: Ref | Metric | P5 | P6
		4: CS02 | Visits | 20 | 21
	`, `
		Scorecard!B3: error: a second line of headings has no months or quarters; what stands beneath it is not read
	`)
	expect(t, sub, map[string]string{"CS01": "2022-07 10\n2022-08 11"})
}

// TestNamesOnTheFirstLineOfParts: of lines by team the first alone may name the
// metric.
func TestNamesOnTheFirstLineOfParts(t *testing.T) {
	sub := expectTold(t, `
		sheet Scorecard
		1: Ref | Metric | Team | Aug-22 | Sep-22
		2: CS01 | Contacts | North | 10 | 11
		3: _ | _ | South | 5 | 6
		4: _ | _ | All | 15 | 17
		5: CS02 | Visits | North | 21 | 22
	`, `
		Scorecard: note: lines about a part of the whole are not read: 3
		Scorecard!C5: warning: the metric has no line about the whole and is not read
	`)
	expect(t, sub, map[string]string{"CS01": "2022-08 15\n2022-09 17"})
}

// TestFinancialYearsWithTheirLetters: FY may stand before the years, joined to
// them or not.
func TestFinancialYearsWithTheirLetters(t *testing.T) {
	sub := expectTold(t, `
		sheet Plan
		1: Ref | Metric | FY2019-20 | FY 20/21 | 2021-2022
		2: CP01 | Visits | 61 | 63 | 66
	`, `
		Plan!C2: note: years such as 2019/20 are read as financial years, from April to March
	`)
	expect(t, sub, map[string]string{"CP01": "2019/20 61\n2020/21 63\n2021/22 66"})
}

// TestSheetsNamedForMonths take their year from a title.
func TestSheetsNamedForMonths(t *testing.T) {
	data := workbookOf(t, `
		sheet Aug
		1: Performance 2022/23
		2: Ref | Metric | Actual
		3: CS01 | Contacts | 10
		sheet Jan
		1: Performance 2022/23
		2: Ref | Metric | Actual
		3: CS01 | Contacts | 11`)
	sub, err := Read("q.xlsx", data, Options{})
	if err != nil {
		t.Fatal(err)
	}
	expect(t, sub, map[string]string{"CS01": "2022-08 10\n2023-01 11"})
	sameByMapping(t, "q.xlsx", data, sub)
}

// TestDaysInPlaceOfFigures: a metric whose figures are days is told, and is no
// line of headings.
func TestDaysInPlaceOfFigures(t *testing.T) {
	expectTold(t, `
		sheet Scorecard
		1: Ref | Metric | 2022-08-01 {mmm-yy} | 2022-09-01 {mmm-yy}
		2: CS01 | Next review | 2022-08-03 {dd/mm/yyyy} | 2022-09-04 {dd/mm/yyyy}
		3: CS02 | Contacts | 10 | 11
	`, `
		Scorecard!C2: error: CS01: actual is a date and not a number
		Scorecard!D2: error: CS01: actual is a date and not a number
	`)
}

// TestNoughtsBeforeTheirTime: cells of months to come that hold noughts are
// asked about; one metric that is nought is not.
func TestNoughtsBeforeTheirTime(t *testing.T) {
	expectTold(t, `
		sheet Scorecard
		1: Ref | Metric | Aug-22 | Sep-22 | Oct-22 | Nov-22
		2: CS01 | Contacts | 10 | 11 | 0 | 0
		3: CS02 | Visits | 20 | 0 | 0 | 0
	`, `
		Scorecard!E2: warning: every figure from October 2022 on is nought
	`)
}

// TestCasesByTheirDays: days that run down beside words that are all different are
// no series but a list of cases. Nothing of it is read or told. Days with the
// same words, or none, are a series.
func TestCasesByTheirDays(t *testing.T) {
	sub := expectTold(t, `
		sheet Sept visits
		1: Case | Worker | Last visit | Days
		2: Smith family | JS | 2022-09-01 {dd/mm/yyyy} | 12
		3: Jones family | KJ | 2022-09-05 {dd/mm/yyyy} | 8
		4: Brown family | LB | 2022-09-09 {dd/mm/yyyy} | 30
		5: Green family | LB | 2022-09-11 {dd/mm/yyyy} | 4
		sheet Scorecard
		1: Ref | Metric | Aug-22 | Sep-22
		2: CS01 | Contacts | 10 | 11
	`, `
		Sept visits: warning: the sheet is not read: it looks like a list of records about people
	`)
	expect(t, sub, map[string]string{"CS01": "2022-08 10\n2022-09 11"})
	sub, err := Read("q.xlsx", workbookOf(t, `
		sheet Daily
		1: Note | Day | Discharged
		2: _ | 2022-09-01 {dd/mm/yyyy} | 12
		3: revised | 2022-09-02 {dd/mm/yyyy} | 8
		4: _ | 2022-09-03 {dd/mm/yyyy} | 30
		5: _ | 2022-09-04 {dd/mm/yyyy} | 4`), Options{})
	if err != nil {
		t.Fatal(err)
	}
	expect(t, sub, map[string]string{"M01": "2022-09-01 12\n2022-09-02 8\n2022-09-03 30\n2022-09-04 4"})
}

// TestHiddenColumnsAreTold: figures in hidden columns are read, and are told in
// case they are not meant to be published. Where periods run down, the metrics
// stand in columns.
func TestHiddenColumnsAreTold(t *testing.T) {
	sub := expectTold(t, `
		sheet Scorecard
		hide D:D
		hide F:XFD
		1: Ref | Metric | Aug-22 | Sep-22 | Target | Oct-22 | Nov-22
		2: Front door
		3: CS01 | Contacts | 10 | 11 | 9`, `
		Scorecard!D3: warning: figures in hidden columns are read like the others: 1, the first here
	`)
	expect(t, sub, map[string]string{"CS01": "2022-08 10 of 9\n2022-09 11 of 9\n2022-10 not yet available of 9\n2022-11 not yet available of 9"})
	expectTold(t, `
		sheet Scorecard
		hide C:C
		1: Month | CS01 Contacts | CS02 Referrals
		2: Aug-22 | 10 | 20
		(3): Sep-22 | 11 | 21`, `
		Scorecard!B1: warning: the metrics have no refs and are called M01 to M02 in their order
		Scorecard!C1: warning: metrics on hidden columns are read like the others: 1, the first here
		Scorecard!B3: warning: figures in hidden rows are read like the others: 2, the first here
	`)
}

// TestDetailsThatAreTooLong: what a cover or the head of a page has no room for
// is cut, and told at its cell.
func TestDetailsThatAreTooLong(t *testing.T) {
	note := strings.Repeat("provisional ", 10)
	sub := expectTold(t, `
		sheet Pack
		1: Council | Anyshire
		2: Status note | `+note+`
		sheet Scorecard
		1: Ref | Metric | Aug-22 | Sep-22
		2: CS01 | Contacts | 10 | 11`, `
		Pack!B2: error: "Status note" has 119 letters, and a pack has room for 80; what is beyond them is cut
	`)
	if got := sub.Details.StatusNote; len([]rune(got)) != 80 || !strings.HasSuffix(got, "…") {
		t.Errorf("the status note is %q", got)
	}
}

package workbook

import (
	"strings"
	"testing"

	"panelpack/report"
	"panelpack/report/mapping"
)

const quarters = `
	sheet Scorecard
	1: Ref | Metric | Q1 2022 | Q2 2022 | Q3 22 | 2022 Q4
	2: CS02 | Referrals | 251 | 377 | 333 | 301`

// TestQuartersOfEitherYear: "Q1 2022" is not guessed at. The mapping may say
// what years are.
func TestQuartersOfEitherYear(t *testing.T) {
	got := refusal(t, "q3.xlsx", workbookOf(t, quarters))
	if !strings.Contains(got, "its quarters may be of the financial or of the calendar year") {
		t.Errorf("refused: %s", got)
	}
	expectTold(t, quarters+`
		sheet Months
		1: Ref | Metric | `+months+` | Q2 2022
		2: CS03 | Contacts | 1012 | 1187 | 3300
	`, `
		Scorecard!C1: error: "Q1 2022" may be a quarter of the financial or of the calendar year; its figures are not read
		Months!E1: error: "Q2 2022" may be a quarter of the financial or of the calendar year; its figures are not read
	`)
	for years, want := range map[report.PeriodKind]string{
		report.FinancialYear: "2022/23-Q1 251\n2022/23-Q2 377\n2022/23-Q3 333\n2022/23-Q4 301",
		report.CalendarYear:  "2021/22-Q4 251\n2022/23-Q1 377\n2022/23-Q2 333\n2022/23-Q3 301",
	} {
		sub, err := Read("q3.xlsx", workbookOf(t, quarters), Options{Mapping: &mapping.Mapping{Years: years}})
		if err != nil {
			t.Fatal(err)
		}
		expect(t, sub, map[string]string{"CS02": want})
	}
}

// TestLinesWithoutAPeriod: in a table with a line for each figure, what has no
// period is told, and its target is not taken for that of every period.
func TestLinesWithoutAPeriod(t *testing.T) {
	sub := expectTold(t, `
		sheet Export
		1: Ref | Metric | Period | Value | Target
		2: CS02 | Referrals | Aug-22 | 251 | _
		3: CS02 | Referrals | Sep-22 | 377 | _
		4: CS02 | Referrals | soon | 371 | 230
	`, `
		Export!D4: error: figures stand on lines whose period cannot be read, and are not used: 2, the first here
	`)
	expect(t, sub, map[string]string{"CS02": "2022-08 251\n2022-09 377"})
}

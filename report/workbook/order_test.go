package workbook

import (
	"strings"
	"testing"
)

// TestAMonthOutOfOrder: one heading that is typed wrongly does not cost the table.
// It is named with what was expected, and its figures are left out.
func TestAMonthOutOfOrder(t *testing.T) {
	for months, want := range map[string]string{
		"Apr-22 | May-22 | Jun-22 | Jul-21": "Scorecard!F1: error: July 2021 stands here where July 2022 is expected: the figures beneath it are not read",
		"Apr-22 | May-22 | Jul-22 | Jul-22": "",
		"Apr-22 | Jul-22 | Jun-22 | Jul-22": "Scorecard!D1: error: July 2022 stands here where May 2022 is expected, and at F1 too: the figures beneath it are not read",
		"Apr-23 | May-22 | Jun-22 | Jul-22": "Scorecard!C1: error: April 2023 stands here where April 2022 is expected: the figures beneath it are not read",
		"Jul-22 | Jun-22 | May-23 | Apr-22": "Scorecard!E1: error: May 2023 stands here where May 2022 is expected: the figures beneath it are not read",
		"Apr-22 | Jun-22 | May-22 | Jul-22": `
			Scorecard!D1: error: June 2022 stands here where May 2022 is expected: the figures beneath it are not read
			Scorecard!E1: error: May 2022 stands here where June 2022 is expected: the figures beneath it are not read`,
		"Q1 2022/23 | Q2 2022/23 | Q3 2022/23 | Q4 2021/22":                                     "Scorecard!F1: error: January to March 2022 stands here where January to March 2023 is expected: the figures beneath it are not read",
		"Apr-22 | May-22 | Jun-22 | Jul-32":                                                     "Scorecard!F1: warning: July 2032 stands here, next to June 2022",
		"2022-04-01 {mmm-yy} | 2022-05-01 {mmm-yy} | 2022-06-01 {mmm-yy} | 2021-07-01 {mmm-yy}": "Scorecard!F1: error: July 2021 stands here where July 2022 is expected: the figures beneath it are not read",
	} {
		sub, err := Read("q3.xlsx", workbookOf(t, "sheet Scorecard\n1: Ref | Metric | "+months+"\n2: CS01 | Contacts | 10 | 11 | 12 | 13"), Options{})
		if err != nil {
			t.Errorf("%s: %v", months, err)
			continue
		}
		if got := told(sub); want != "" && got != lines(want) {
			t.Errorf("%s:\n%swant\n%s", months, got, lines(want))
		}
		if n := len(sub.Series[0].Observations); want != "" && n != 4-strings.Count(want, "error") {
			t.Errorf("%s: %d figures are read", months, n)
		}
	}
}

// TestMonthsOutOfOrder: where more than one is wrong the sheet is refused by the
// first of them.
func TestMonthsOutOfOrder(t *testing.T) {
	book := workbookOf(t, `
		sheet Scorecard
		1: Ref | Metric | Apr-22 | May-22 | Jul-22 | Jun-22 | Aug-22 | Feb-22 | Sep-22
		2: CS01 | Contacts | 10 | 11 | 12 | 13 | 14 | 15 | 16`)
	if got := refusal(t, "q3.xlsx", book); !strings.Contains(got, `sheet "Scorecard" is not read: at F1 June 2022 stands after July 2022`) {
		t.Errorf("refused: %s", got)
	}
	u, err := Understand("q3.xlsx", book, Options{})
	if err != nil {
		t.Fatal(err)
	}
	want := "Scorecard!F1: error: June 2022 stands here after July 2022, and more is out of order: the table is not read\n"
	if got := told(u.Submission); got != want {
		t.Errorf("told %swant %s", got, want)
	}
}

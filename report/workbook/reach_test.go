package workbook

import (
	"strconv"
	"strings"
	"testing"

	"panelpack/report"
)

// TestBlankRows: a table goes on over blank rows, wherever they stand in it.
func TestBlankRows(t *testing.T) {
	const whole = `
		sheet Scorecard
		4: Ref | Metric | Figure | Jul-22 | Aug-22 | Sep-22 | Oct-22 | Nov-22 | Dec-22 | Commentary
		5: Front door
		6: CS01 | Contacts | Actual | 10 | 11 | 12
		7: _ | _ | Target | 9 | 9 | 9
		8: CS02 | Referrals | Actual | c | c | c
		9: _ | _ | Target | 5 | 5 | 5
		10: Assessment
		11: CS03 | Visits | Actual | 30 | 31 | 32 | _ | _ | _ | Late
		12: _ | _ | Target | 29 | 29 | 29
		13: CS04 | Plans | Actual | 40 | 41 | 42
		14: _ | _ | Target | >39 | >39 | >39
		15: Source: case system`
	want := readText(t, whole)
	for _, at := range []int{5, 6, 8, 10, 11, 13, 15} {
		for _, blanks := range []int{2, 3, 40} {
			sub := readText(t, withBlanks(whole, at, blanks))
			if got, all := everyFigure(sub), everyFigure(want); got != all {
				t.Errorf("%d blank rows before row %d: read\n%s\nwant\n%s", blanks, at, got, all)
			}
			if len(sub.Findings) > 0 || len(sub.Commentary) != 1 || sub.Series[3].Metric.Section != "Assessment" {
				t.Errorf("%d blank rows before row %d: %v", blanks, at, sub.Findings)
			}
		}
	}
	twice := withBlanks(withBlanks(whole, 10, 2), 6, 2)
	if sub := readText(t, twice); everyFigure(sub) != everyFigure(want) {
		t.Errorf("blank rows in two places: read\n%s", everyFigure(sub))
	}
}

// withBlanks is a workbook with so many blank rows before a row.
func withBlanks(book string, before, blanks int) string {
	var b strings.Builder
	for line := range strings.Lines(book) {
		number, rest, isRow := strings.Cut(strings.TrimSpace(line), ": ")
		if n := atoi(number); n >= before {
			number = strconv.Itoa(n + blanks)
		}
		b.WriteString(number)
		if isRow {
			b.WriteString(": " + rest)
		}
		b.WriteString("\n")
	}
	return b.String()
}

// TestBlankRowsBetweenMonths that run down.
func TestBlankRowsBetweenMonths(t *testing.T) {
	const whole = `
		sheet Trend
		1: Measure | Referrals | % assessments in time
		2: Ref | CS02 | CS04
		3: Target | 230 | 85
		4: 2022
		5: Nov | 288 | 81
		6: Dec | 301 | 80
		7: 2023
		8: Jan | 312 | 77
		9: Feb | 313 | 78
		10: Mar | 314 | 79`
	want := everyFigure(readText(t, whole))
	for _, at := range []int{5, 6, 7, 8, 10} {
		if got := everyFigure(readText(t, withBlanks(whole, at, 2))); got != want {
			t.Errorf("2 blank rows before row %d: read\n%s\nwant\n%s", at, got, want)
		}
	}
}

// TestLinesThatMayBeOfTheTableAbove: what stands beneath blank rows and is not
// like the lines of the table is asked about, and stops a final pack.
func TestLinesThatMayBeOfTheTableAbove(t *testing.T) {
	const table = `
		sheet Scorecard
		1: Ref | Metric | Jul-22 | Aug-22
		2: CS01 | Contacts | 10 | 11
		3: CS02 | Visits | 20 | 21
		`
	const asked = "Scorecard!B6: warning: lines with figures stand beneath blank rows and may be of the table above: 2, the first here; they are not read"
	for beneath, want := range map[string]string{
		"6: _ | Referrals | 30 | 31\n7: _ | Plans | 40 | 41":       asked,
		"6: England | Visits | 30 | 31\n7: Wales | Visits | 4 | 5": asked,
		"6: Total | _ | 30 | 32":                                   "",
		"6: Red | 3\n7: Green | 4":                                 "",
		"6: Note: not all teams\n7: Source: case system":           "",
		"6: Printed on | 2022-09-30 {dd/mm/yyyy}":                  "",
	} {
		sub := expectTold(t, table+beneath, want)
		expect(t, sub, map[string]string{"CS01": "2022-07 10\n2022-08 11", "CS02": "2022-07 20\n2022-08 21"})
		if len(sub.Series) != 2 {
			t.Errorf("%s: %d metrics, want 2", beneath, len(sub.Series))
		}
	}
	sub := expectTold(t, table+"6: Ref | Metric | Jul | Aug\n7: CS03 | Plans | 30 | 31", `
		Scorecard!B7: error: lines with figures stand beneath blank rows and may be of the table above: 1, the first here; they are not read
	`)
	expect(t, sub, map[string]string{"CS03": ""})
}

// TestATableBeneathAnother has months of its own, and is read by them.
func TestATableBeneathAnother(t *testing.T) {
	sub := expectTold(t, `
		sheet Scorecard
		1: Ref | Metric | Jul-22 | Aug-22
		2: CS01 | Contacts | 10 | 11
		5: CS02 | Visits | 20 | 21
		8: Feedback
		10: Ref | Metric | Aug-22 | Sep-22
		11: FC01 | Complaints | 30 | 31
		15: FC02 | Compliments | 40 | 41`, ``)
	expect(t, sub, map[string]string{
		"CS02": "2022-07 20\n2022-08 21", "FC01": "2022-08 30\n2022-09 31", "FC02": "2022-08 40\n2022-09 41",
	})
}

// TestRefsThatStandAbove: figures of refs that the table has are not its own.
func TestRefsThatStandAbove(t *testing.T) {
	expectTold(t, "sheet Scorecard\n1: Ref | Metric | Jul-22 | Aug-22\n2: CS01 | Contacts | 10 | 11\n6: Targets\n7: CS01 | Contacts | 99 | 98", `
		Scorecard!B7: warning: lines with figures stand beneath blank rows and may be of the table above: 1, the first here; they are not read
	`)
}

// everyFigure is what was read of every metric.
func everyFigure(sub *report.Submission) string {
	var b strings.Builder
	for _, s := range sub.Series {
		b.WriteString(s.Metric.Ref + " " + s.Metric.Section + "\n" + factsOf(sub, s.Metric.Ref))
	}
	return b.String()
}

// TestWhatIsNotOfTheTableAbove: notes, keys, other tables and figures of another
// kind beneath a table never become metrics of it, nor figures of its metrics.
func TestWhatIsNotOfTheTableAbove(t *testing.T) {
	const named = "sheet Scorecard\n1: Measure | Target | Jul-22 | Aug-22\n2: Contacts | 9 | 10 | 11\n3: Visits | 19 | 20 | 21\n"
	const withRefs = "sheet Scorecard\n1: Ref | Metric | Target | Jul-22 | Aug-22\n2: CS01 | Contacts | 9 | 10 | 11\n3: CS02 | Visits | 19 | 20 | 21\n"
	const down = "sheet Trend\n1: Month | Contacts | Visits\n2: Apr-22 | 10 | 20\n3: May-22 | 11 | 21\n"
	for _, book := range []string{
		named + "6: Working days | _ | 20 | 21\n7: Figures as at 3 October | 2022",
		named + "6: Targets\n7: Contacts | 9 | 20 | 20",
		named + "6: Red | _ | 1\n7: Green | _ | 1",
		withRefs + "6: Ref | By team | North | South | East\n7: CS01a | Contacts of teams | 5 | 6 | 7",
		withRefs + "6: Note 1 | Population | _ | 41234",
		withRefs + "6: Targets\n7: CS01 | Contacts | _ | 99 | 98",
		withRefs + "6: 1 | Excludes repeats | _ | 5",
		withRefs + "6: R | Red | _ | 20",
		down + "8: Month | Working days | Staff\n9: Jun-22 | 110 | 120\n10: Jul-22 | 111 | 121",
		down + "6: Forecast\n7: Jun-22 | 12 | 22\n8: Jul-22 | 13 | 23",
	} {
		sub := readText(t, book)
		for _, s := range sub.Series {
			if s.Metric.Name != "Contacts" && s.Metric.Name != "Visits" {
				if strings.HasPrefix(book, "sheet Trend") && (s.Metric.Name == "Working days" || s.Metric.Name == "Staff") {
					continue
				}
				t.Errorf("%s\nmade the metric %s %q", book, s.Metric.Ref, s.Metric.Name)
			}
			for _, o := range s.Observations {
				if f := o.Actual.Float(); (s.Metric.Name == "Contacts" || s.Metric.Name == "Visits") && o.Actual.Known() && (f < 10 || f > 21) {
					t.Errorf("%s\nread %g for %s in %s", book, f, s.Metric.Name, o.Period)
				}
			}
		}
	}
}

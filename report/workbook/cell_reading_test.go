package workbook

import (
	"strings"
	"testing"

	"panelpack/report"
)

const oneOfEach = `
	sheet "Scorecard "
	1: Anyshire scorecard
	2: Ref | Metric | Good is | Final target | Row | 2022-08-01 {mmm-yy} | Sep-22 | YTD | RAG
	3: CS02 | Referrals | Low | 220 | Actual | 251 | 377 {#,##0} | 628 | Red
	4: _ | _ | _ | _ | Target | 240 | 230
	5: CS04 | % in timescale | High | 90% | Actual | 9l.4 | 0.948999999999999 {0.0%}
	6: _ | _ | _ | _ | Target | _ | >50%
	7: CS05 | Visits | High | _ | Actual | c | =A1/B1
	sheet Plan
	1: Ref | Metric | Target 22/23 | Apr-22 | May-22 | Comment
	2: CS07 | Reviews | 85 | 81 | 82
	3: _ | Total | _ | 81 | 82 | Kai once more
	sheet Commentary
	1: Ref | Commentary
	2: CS02 | Kai came to us twice
	3: CS99 | Kai again
	sheet Events
	1: Date | Event
	2: 2022-08-01 {d mmmm yyyy} | Inspection
	sheet Old hidden
	1: Ref | Metric | Aug-22
	sheet Cases
	1: Child ID | Date of birth | Started
	2: 1001 | 2010-03-04 {dd/mm/yyyy} | x
	3: 1002 | 2011-05-06 {dd/mm/yyyy} | x
	4: 1003 | 2012-07-08 {dd/mm/yyyy} | x
	sheet Hidden cases hidden
	1: Child ID | Date of birth | Started
	2: 1001 | 2010-03-04 {dd/mm/yyyy} | x
	3: 1002 | 2011-05-06 {dd/mm/yyyy} | x
	4: 1003 | 2012-07-08 {dd/mm/yyyy} | x
`

func readCellText(t *testing.T, place string) *CellReading {
	t.Helper()
	at, err := report.ParseCell(place)
	if err != nil {
		t.Fatal(err)
	}
	r, err := ReadCell("q2.xlsx", workbookOf(t, oneOfEach), Options{}, at)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestReadCell: what a cell holds, its format, and what it was read as.
func TestReadCell(t *testing.T) {
	tests := map[string]string{
		"Scorecard!A3":  "text, CS02, General: what stands under the heading A2: ref",
		"Scorecard!B3":  "text, Referrals, General: the metric CS02, Referrals: count, lower is better",
		"Scorecard!G3":  "a number, 377, #,##0: the actual of CS02 for September 2022: 377",
		"Scorecard!F4":  "a number, 240, General: the target of CS02 for August 2022: 240",
		"Scorecard!D3":  "a number, 220, General: the final target of CS02: 220",
		"Scorecard!I3":  "text, Red, General: the council's own rating of CS02 for September 2022: Red",
		"Scorecard!F5":  "text, 9l.4, General: the actual of CS04 for August 2022: could not be read",
		"scorecard!g5":  "a number, 0.948999999999999, 0.0%: the actual of CS04 for September 2022: 94.9%",
		"Scorecard!G6":  "text, >50%, General: the target of CS04 for September 2022: more than 50.0%",
		"Scorecard!F7":  "text, c, General: the actual of CS05 for August 2022: suppressed",
		"Scorecard!G7":  "a formula without a result, , General: the actual of CS05 for September 2022: could not be read",
		"Scorecard!F6":  "nothing, , General: what stands under the heading F2: actual for August 2022",
		"Scorecard!F2":  "a day, 44774, which is 1 August 2022, mmm-yy: a heading: actual for August 2022",
		"Scorecard!C2":  "text, Good is, General: a heading: which way is good",
		"Scorecard!H3":  "a number, 628, General: what stands under the heading H2: total, not used",
		"Scorecard!A1":  "text, Anyshire scorecard, General: nothing: it stands outside the tables that were found",
		"Plan!C2":       "a number, 85, General: the target of CS07: 85; the target for 2022/23 serves every month of it",
		"Plan!F3":       "text, 13 characters, General: what stands under the heading F1: commentary",
		"Events!A2":     "a day, 44774, which is 1 August 2022, d mmmm yyyy: an event of 1 August 2022",
		"Events!B1":     "text, Event, General: part of the sheet, which is read as: 1 event",
		"Old!A1":        "text, Ref, General: nothing: the sheet is not read, since it is hidden",
		"Commentary!B3": "text, 9 characters, General: part of the sheet, which is read as: 1 comment",
		"Commentary!B2": "text, 20 characters, General: commentary on CS02",
	}
	for place, want := range tests {
		r := readCellText(t, place)
		if got := r.Holds + ", " + r.Stored + ", " + r.Format + ": " + strings.Join(r.ReadAs, "; "); got != want {
			t.Errorf("%s is\n%s, want\n%s", place, got, want)
		}
	}
	if r := readCellText(t, "Scorecard!F5"); len(r.Findings) != 1 || r.Findings[0].Metric != "CS04" {
		t.Errorf("the findings about F5 are %v", r.Findings)
	}
}

// TestReadCellTellsNothingOfPeople, on a hidden sheet neither.
func TestReadCellTellsNothingOfPeople(t *testing.T) {
	for _, place := range []string{"Cases!A2", "Cases!B2", "Hidden cases!B3"} {
		r := readCellText(t, place)
		if r.Stored != "" || r.Holds != "something that is not shown" || r.Format != "General" ||
			r.ReadAs[0] != "nothing: the sheet looks like a list of records about people" {
			t.Errorf("%s tells %+v", place, r)
		}
	}
}

func TestReadCellOfNoSheet(t *testing.T) {
	_, err := ReadCell(`C:\q2.xlsx`, workbookOf(t, oneOfEach), Options{}, report.Cell{Sheet: "Q1", Col: 1, Row: 1})
	failure, ok := err.(*report.Failure)
	if !ok || failure.Message != `q2.xlsx has no sheet "Q1"` || !strings.HasPrefix(failure.Hint, "it has Scorecard, Plan, Commentary, ") {
		t.Errorf("%v", err)
	}
}

// TestEveryColumnHasAUse: inspect never prints a meaning that only we know.
func TestEveryColumnHasAUse(t *testing.T) {
	w := newWords()
	if err := w.readWords(embeddedWords); err != nil {
		t.Fatal(err)
	}
	for _, group := range []string{"heading", "figure"} {
		for phrase, meaning := range w.groups[group] {
			if useWords[meaning] == "" {
				t.Errorf("a column headed %q has the meaning %q, and no words say so", phrase, meaning)
			}
		}
	}
}

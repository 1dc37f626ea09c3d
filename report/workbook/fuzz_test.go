package workbook

import (
	"errors"
	"math"
	"slices"
	"strings"
	"testing"

	"panelpack/report"
)

// FuzzCells gives the reader sheets that are broken in every way: it answers
// with cells in order or with a failure in words, and never with less of them.
func FuzzCells(f *testing.F) {
	f.Add(`<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>Ref</v></c><c r="B1"><v>44652</v></c></row></sheetData></worksheet>`)
	f.Add(`<x:worksheet><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`)
	f.Add(`<worksheet><sheetData><row r="3"><c r="B3" t="d"><v>2022-09-30</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells></worksheet>`)
	f.Add(`<worksheet><sheetData><row r="1048576"><c r="XFD1048576" t="b"><v>1</v></c></row></sheetData></worksheet>`)
	f.Add(`<worksheet><sheetData><row><c><f>A1</f></c><c t="e"><v>#REF!</v></c></row>`)
	f.Fuzz(func(t *testing.T, sheet string) {
		grids, err := readGrids("f.xlsx", sheetFile(t, sheet))
		var failure *report.Failure
		if err != nil && !errors.As(err, &failure) {
			t.Fatalf("%v is not a failure in words", err)
		}
		for _, g := range grids {
			row := 0
			for _, r := range g.rows {
				if r.row <= row || r.row > maxRows || len(r.cells) == 0 {
					t.Fatalf("row %d after row %d", r.row, row)
				}
				row = r.row
				for i, c := range r.cells {
					if i > 0 && c.col <= r.cells[i-1].col || c.col > maxColumns || math.IsNaN(c.number) {
						t.Fatalf("row %d: %+v", r.row, c)
					}
				}
			}
			if u := newDrafts("fuzz.xlsx", embedded(t), nil).understand(report.Source{}, grids); u.Submission == nil {
				t.Fatal("nothing was understood")
			}
		}
	})
}

// FuzzPeriod: what is read of a text is a period whose own spelling is read
// back as the same.
func FuzzPeriod(f *testing.F) {
	for _, seed := range []string{"Apr-22", "Q2 2022/23", "2022/23", "2008-09", "Jan to Mar 1997", "31/10/2022", "Target 22/23", "09/2022", "Rolling 7 days (01 Dec - 07 Dec)", "2.01.1"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		r, rest, ok := findPeriod(s)
		for _, form := range periodForms {
			if !strings.Contains(s, "ſ") && form.pattern.MatchString(tidy(s)) && form.sign&signsOf(tidy(s)) == 0 {
				t.Fatalf("%q is like %v without its sign", s, form.pattern)
			}
		}
		if !ok {
			return
		}
		if !r.says() {
			t.Fatalf("%q is %+v, and %q besides", s, r, rest)
		}
		if r.Period.IsZero() {
			return
		}
		if again, ok := readPeriod(r.Period.String()); !ok || again.Period != r.Period && again.AsMonth != r.Period {
			t.Fatalf("%q is %s, which is read as %s", s, r.Period, again.Period)
		}
	})
}

// FuzzValue: a text is a number, a mark, or something that is told with the
// text in quotes.
func FuzzValue(f *testing.F) {
	for _, seed := range []string{"377", "1,148", "94.9%", "(3)", "£12.50", "9.8 (p)", "c", "<5", ">50%", "90-95%", "9l.4", "at least 90%", "−3", "\u00a0", "nil", "1000000000000"} {
		f.Add(seed)
	}
	w := newWords()
	if err := w.readWords(embeddedWords); err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, s string) {
		figure, trouble := w.textFigure(s)
		if (figure.State == report.Unreadable) != (trouble != nil) {
			t.Fatalf("%q is %s, and told: %v", s, figure.State, trouble)
		}
		if trouble != nil && !slices.ContainsFunc([]string{"not a number", "too large to be kept exactly", "may be nought or no figure"}, func(said string) bool {
			return strings.Contains(trouble.Message, said)
		}) {
			t.Fatalf("%q: %s", s, trouble.Message)
		}
		if math.IsNaN(figure.Number) || math.IsInf(figure.Number, 0) || figure.Places > report.MaxPlaces {
			t.Fatalf("%q is %+v", s, figure)
		}
		goal, _ := w.readGoal(cell{kind: text, text: s, format: general})
		if goal.Sense == report.Within && goal.Number >= goal.Upper.Number {
			t.Fatalf("%q is a range from %v to %v", s, goal.Number, goal.Upper.Number)
		}
	})
}

package figures

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

func openBook(t *testing.T) *excelize.File {
	t.Helper()
	var b bytes.Buffer
	if err := WriteWorkbook(&b, smallPack()); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// TestBookIsForEverybody holds the workbook to what the Analysis Function asks
// of spreadsheets.
func TestBookIsForEverybody(t *testing.T) {
	f := openBook(t)
	want := []string{"Cover", "Contents", "Notes", "Metrics", "Figures", "Definitions"}
	if got := f.GetSheetList(); !slices.Equal(got, want) {
		t.Fatalf("sheets are %q, want %q", got, want)
	}
	for _, sheet := range want {
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		if merged, _ := f.GetMergeCells(sheet); len(merged) > 0 {
			t.Errorf("%s has merged cells", sheet)
		}
		if rows[0][0] == "" || len(rows[0]) != 1 {
			t.Errorf("%s has no title alone in its first row", sheet)
		}
		for i, row := range rows {
			if len(row) == 0 || slices.Contains(row, "") {
				t.Errorf("%s: row %d has a blank: %q", sheet, i+1, row)
			}
		}
		if sheet != "Cover" {
			checkTable(t, f, sheet, rows)
		}
	}
}

func checkTable(t *testing.T, f *excelize.File, sheet string, rows [][]string) {
	t.Helper()
	tables, err := f.GetTables(sheet)
	if err != nil || len(tables) != 1 {
		t.Fatalf("%s has %d tables (%v), want one", sheet, len(tables), err)
	}
	last, _ := excelize.CoordinatesToCellName(len(rows[headRow-1]), len(rows))
	if want := "A3:" + last; tables[0].Range != want || tables[0].Name != sheet {
		t.Errorf("%s: table %s takes %s, want %s", sheet, tables[0].Name, tables[0].Range, want)
	}
	for _, row := range rows[headRow:] {
		if len(row) != len(rows[headRow-1]) {
			t.Errorf("%s: a row has %d cells beneath %d heads: %q", sheet, len(row), len(rows[headRow-1]), row)
		}
	}
	if panes, _ := f.GetPanes(sheet); !panes.Freeze || panes.YSplit != headRow {
		t.Errorf("%s: the heads do not stay in sight", sheet)
	}
}

func TestBookHoldsRealNumbersAndDates(t *testing.T) {
	f := openBook(t)
	tests := []struct{ sheet, cell, raw, shown string }{
		{"Metrics", "G4", "0.271", "27.1%"},
		{"Metrics", "H4", "0.5", "50.0%"},
		{"Metrics", "I4", "more than 50.0%", "more than 50.0%"},
		{"Metrics", "G5", "-1234", "-1,234"},
		{"Metrics", "H5", "[z]", "[z]"},
		{"Figures", "H4", "[c]", "[c]"},
		{"Figures", "H5", "[x]", "[x]"},
		{"Figures", "F6", "44834", "30 Sep 2022"},
		{"Figures", "A12", "@SUM(A1)", "@SUM(A1)"},
		{"Cover", "A1", "Performance pack: September 2022", "Performance pack: September 2022"},
	}
	for _, tt := range tests {
		raw, _ := f.GetCellValue(tt.sheet, tt.cell, excelize.Options{RawCellValue: true})
		shown, _ := f.GetCellValue(tt.sheet, tt.cell)
		if raw != tt.raw || shown != tt.shown {
			t.Errorf("%s!%s holds %q shown as %q, want %q shown as %q", tt.sheet, tt.cell, raw, shown, tt.raw, tt.shown)
		}
	}
	if formula, _ := f.GetCellFormula("Figures", "B12"); formula != "" {
		t.Errorf("a name became the formula %q", formula)
	}
}

// TestContentsLead follows the contents to each sheet, and looks for the
// meaning of every mark that stands in a table.
func TestContentsLead(t *testing.T) {
	f := openBook(t)
	rows, _ := f.GetRows("Contents")
	for i, row := range rows[headRow:] {
		cell, _ := excelize.CoordinatesToCellName(1, headRow+1+i)
		ok, place, _ := f.GetCellHyperLink("Contents", cell)
		if want := "'" + row[0] + "'!A1"; !ok || place != want {
			t.Errorf("%s leads to %q, want %q", row[0], place, want)
		}
	}
	explained, _ := f.GetCols("Notes")
	for _, sheet := range []string{"Metrics", "Figures", "Definitions"} {
		rows, _ := f.GetRows(sheet)
		for _, row := range rows {
			for _, cell := range row {
				if strings.HasPrefix(cell, "[") && !slices.Contains(explained[0], cell) {
					t.Errorf("%s: nothing explains %q", sheet, cell)
				}
			}
		}
	}
}

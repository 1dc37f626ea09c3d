package workbook

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"panelpack/report"
)

// formBook is a workbook to write commentary in, as panelpack makes it.
func formBook() *Book {
	open := Style{Open: true, Wrap: true}
	return &Book{Sheets: []Sheet{{
		Name: "Commentary", Protected: true,
		Rows: [][]Entry{
			{{Value: "Commentary for September 2022"}},
			{{Value: "Write beneath each metric what the figures do not say."}},
			{{Value: "Ref"}, {Value: "Metric"}, {Value: "What to explain"}, {Value: "Commentary"}, {Value: "Said in August 2022"}},
			{{Value: "DM02"}, {Value: "Referrals"}, {Value: "377 in September"}, {Value: " Schools returned.\n\nMore.", Style: open}, {Value: "Old words"}},
			{{Value: "DM05"}, {Value: "Open cases"}, {Value: "2,371 in September"}, {Style: open}, {Value: "Old words"}},
			{{}, {Value: "Without a ref"}, {}, {Value: "Lost", Style: open}},
		},
	}}}
}

func TestReadCommentaryTakesWhatOwnersWrote(t *testing.T) {
	b := formBook()
	old := b.Sheets[0]
	old.Name, old.Hidden = "Old", true
	b.Sheets = append(b.Sheets, old)
	got, found, err := ReadCommentary("team.xlsx", write(t, b))
	if err != nil {
		t.Fatal(err)
	}
	want := report.CommentaryEntry{
		Metric: "DM02", Text: "Schools returned.\n\nMore.", File: "team.xlsx",
		Cell: report.Cell{Sheet: "Commentary", Col: 4, Row: 4},
	}
	if len(got) != 1 || got[0] != want {
		t.Errorf("read %+v, want %+v alone, and nothing from the hidden sheet", got, want)
	}
	if len(found) != 1 || found[0].String() != "team.xlsx: Commentary!D6: warning: commentary without a ref; it is not used" {
		t.Errorf("told %v, want the commentary without a ref", found)
	}
}

// TestCommentaryThatCannotBeUsed: -text typed in Excel makes an error of it.
func TestCommentaryThatCannotBeUsed(t *testing.T) {
	got, found, err := ReadCommentary("team.xlsx", workbookOf(t, `
		sheet Commentary
		1: Ref | Commentary
		2: DM01 | #NAME?
		3: DM02 | 377
		4: DM03 | =A1&A2
		5: DM04 | Schools returned`))
	if err != nil || len(got) != 1 {
		t.Fatalf("read %v, %v", got, err)
	}
	if diff := cmp.Diff(lines(`
		Commentary!B2: error: DM01: the error #NAME? stands where words or a day are expected
		Commentary!B3: warning: DM02: a number stands where commentary is expected; it is not used
		Commentary!B4: error: DM03: a formula without a result stands where words or a day are expected
	`), told(&report.Submission{Findings: found})); diff != "" {
		t.Errorf("told (-want +got):\n%s", diff)
	}
}

func TestReadCommentaryWantsAPlaceForIt(t *testing.T) {
	b := formBook()
	b.Sheets[0].Rows = b.Sheets[0].Rows[:2]
	_, _, err := ReadCommentary("team.xlsx", write(t, b))
	if err == nil || !strings.Contains(err.Error(), "team.xlsx has no sheet with a column of refs") {
		t.Errorf("a workbook without headings gives %v", err)
	}
	if _, _, err = ReadCommentary("team.xlsx", []byte("%PDF-1.7")); err == nil {
		t.Error("a PDF is read as a workbook")
	}
}

func TestOnlyOpenCellsOfAProtectedSheetTakeText(t *testing.T) {
	f, err := excelize.OpenReader(bytes.NewReader(write(t, formBook())))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	locked := func(cell string) bool {
		id, _ := f.GetCellStyle("Commentary", cell)
		style, err := f.GetStyle(id)
		if err != nil {
			t.Fatal(err)
		}
		return style.Protection == nil || style.Protection.Locked
	}
	if locked("D4") || locked("D5") || !locked("C4") || !locked("A4") {
		t.Error("only the cells for commentary are open")
	}
	options, err := f.GetSheetProtection("Commentary")
	if err != nil || options == (excelize.SheetProtectionOptions{}) || !options.SelectLockedCells || options.InsertRows {
		t.Errorf("protection is %+v, %v; want cells to be selected and no rows put in", options, err)
	}
}

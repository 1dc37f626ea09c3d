package workbook

import (
	"bytes"
	"strings"
	"testing"

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
	got, err := ReadCommentary("team.xlsx", write(t, b))
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
}

func TestReadCommentaryWantsAPlaceForIt(t *testing.T) {
	b := formBook()
	b.Sheets[0].Rows = b.Sheets[0].Rows[:2]
	_, err := ReadCommentary("team.xlsx", write(t, b))
	if err == nil || !strings.Contains(err.Error(), "team.xlsx has no sheet with a column of refs") {
		t.Errorf("a workbook without headings gives %v", err)
	}
	if _, err = ReadCommentary("team.xlsx", []byte("%PDF-1.7")); err == nil {
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

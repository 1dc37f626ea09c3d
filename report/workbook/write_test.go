package workbook

import (
	"archive/zip"
	"bytes"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"panelpack/report"
)

// smallBook has one of everything that a book can hold.
func smallBook() *Book {
	heading := Style{Bold: true, Fill: "1F3864", Ink: "FFFFFF", Border: true}
	return &Book{
		Title: "Scorecard", Author: "Performance team", Date: report.Date{Year: 2022, Month: 10, Day: 14},
		Sheets: []Sheet{
			{
				Name: "Scorecard", Widths: []float64{8, 0, 40}, FreezeRows: 2, FreezeCols: 1, Landscape: true,
				Rows: [][]Entry{
					{{Value: "Scorecard to September 2022", Across: 3, Style: Style{Bold: true, SizePt: 14}}},
					{{Value: "Ref", Style: heading}, {Value: report.Date{Year: 2022, Month: 9, Day: 1}, Style: Style{Format: "mmm-yy"}}},
					{{Value: "DM02"}, {Value: 377}, {Value: "=not a formula"}},
					{{Value: "ES16"}, {Value: 0.28, Style: Style{Format: "0%"}}, {}, {Value: ">50%"}},
				},
			},
			{Name: "Notes", Widths: []float64{20}, Rows: [][]Entry{
				{{Value: "One line", Style: Style{Wrap: true}}},
				{{Value: "This text goes on in a second line\nand then a third", Style: Style{Wrap: true}}},
				{{Value: "This text is as long and does not wrap at all"}},
			}},
			{Name: "Old", Hidden: true, Rows: [][]Entry{{{Value: "not shown"}}}},
		},
	}
}

func write(t *testing.T, b *Book) []byte {
	t.Helper()
	var buf bytes.Buffer
	if err := Write(&buf, b); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

func TestWriteGivesWhatWasPutIn(t *testing.T) {
	f, err := excelize.OpenReader(bytes.NewReader(write(t, smallBook())))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if got := f.GetSheetList(); !slices.Equal(got, []string{"Scorecard", "Notes", "Old"}) {
		t.Errorf("sheets are %q", got)
	}
	cells := []struct{ cell, raw, shown string }{
		{"A1", "Scorecard to September 2022", "Scorecard to September 2022"},
		{"B2", "44805", "Sep-22"},
		{"B3", "377", "377"},
		{"C3", "=not a formula", "=not a formula"},
		{"B4", "0.28", "28%"},
		{"C4", "", ""},
		{"D4", ">50%", ">50%"},
	}
	for _, c := range cells {
		raw, _ := f.GetCellValue("Scorecard", c.cell, excelize.Options{RawCellValue: true})
		shown, _ := f.GetCellValue("Scorecard", c.cell)
		if raw != c.raw || shown != c.shown {
			t.Errorf("%s holds %q shown as %q, want %q shown as %q", c.cell, raw, shown, c.raw, c.shown)
		}
	}
	merges, _ := f.GetMergeCells("Scorecard")
	if len(merges) != 1 || merges[0].GetStartAxis() != "A1" || merges[0].GetEndAxis() != "C1" {
		t.Errorf("merged cells are %v, want A1:C1", merges)
	}
	panes, _ := f.GetPanes("Scorecard")
	if !panes.Freeze || panes.XSplit != 1 || panes.YSplit != 2 || panes.TopLeftCell != "B3" {
		t.Errorf("panes are %+v, want the data from B3 on to scroll", panes)
	}
	if width, _ := f.GetColWidth("Scorecard", "C"); width != 40 {
		t.Errorf("column C is %v characters wide, want 40", width)
	}
	for sheet, want := range map[string]bool{"Scorecard": true, "Notes": true, "Old": false} {
		if visible, _ := f.GetSheetVisible(sheet); visible != want {
			t.Errorf("%s is visible: %v", sheet, visible)
		}
	}
	if props, _ := f.GetDocProps(); props.Title != "Scorecard" || props.Created != "2022-10-14T00:00:00Z" {
		t.Errorf("properties are %+v", props)
	}
}

func TestARowIsNoHigherThanExcelAllows(t *testing.T) {
	long := Entry{Value: strings.Repeat("words without end ", 300), Style: Style{Wrap: true}}
	data := write(t, &Book{Sheets: []Sheet{{Name: "Notes", Widths: []float64{40}, Rows: [][]Entry{{long}}}}})
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if height, _ := f.GetRowHeight("Notes", 1); height != excelize.MaxRowHeight {
		t.Errorf("the row is %v points high, want %v", height, excelize.MaxRowHeight)
	}
}

func TestWriteMakesRoomForWrappedText(t *testing.T) {
	f, err := excelize.OpenReader(bytes.NewReader(write(t, smallBook())))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	usual, _ := f.GetRowHeight("Notes", 1)
	three, _ := f.GetRowHeight("Notes", 2)
	unwrapped, _ := f.GetRowHeight("Notes", 3)
	if three < 2.4*usual || three > 4*usual || unwrapped != usual {
		t.Errorf("one line takes %v points, three %v, and one that does not wrap %v", usual, three, unwrapped)
	}
	if area, _ := f.GetSheetDimension("Scorecard"); area != "A1:D4" {
		t.Errorf("the sheet says that it takes %s, want A1:D4", area)
	}
}

// TestWriteSameBytes writes often, since a map that happens to come out in the
// same order twice would hide a difference.
func TestWriteSameBytes(t *testing.T) {
	first := write(t, smallBook())
	for range 10 {
		if !bytes.Equal(first, write(t, smallBook())) {
			t.Fatal("two runs gave different bytes")
		}
	}
}

func TestWriteSortsParts(t *testing.T) {
	packed := write(t, smallBook())
	in, err := zip.NewReader(bytes.NewReader(packed), int64(len(packed)))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, part := range in.File {
		names = append(names, part.Name)
		if part.Modified.Year() > 1980 {
			t.Errorf("%s carries the time %v", part.Name, part.Modified)
		}
	}
	if !slices.IsSorted(names) || names[0] != contentTypesPart {
		t.Errorf("parts are %q", names)
	}
	types, err := in.File[0].Open()
	if err != nil {
		t.Fatal(err)
	}
	defer types.Close()
	content, _ := io.ReadAll(types)
	text := string(content)
	if one, two := strings.Index(text, "sheet1.xml"), strings.Index(text, "sheet2.xml"); one < 0 || two < one {
		t.Errorf("content types are out of order: %s", text)
	}
}

func TestWriteRefuses(t *testing.T) {
	tests := []struct {
		book Book
		want string
	}{
		{Book{Sheets: []Sheet{{Name: "A", Rows: [][]Entry{{{}, {Value: []int{1}}}}}}}, "A!B1: a cell cannot hold a []int"},
		{Book{Sheets: []Sheet{{Name: "A sheet name of more than 31 characters"}}}, "A sheet name of more than 31 characters: "},
	}
	for _, tt := range tests {
		err := Write(io.Discard, &tt.book)
		if err == nil || !strings.HasPrefix(err.Error(), tt.want) {
			t.Errorf("error is %v, want %q", err, tt.want)
		}
	}
}

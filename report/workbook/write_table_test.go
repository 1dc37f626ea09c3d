package workbook

import (
	"bytes"
	"io"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

func tableBook() *Book {
	return &Book{Sheets: []Sheet{
		{Name: "Contents", Rows: [][]Entry{{{Value: "Children's figures", Link: "Children's"}}}},
		{Name: "Children's", Table: Table{Name: "Figures", Row: 2}, Rows: [][]Entry{
			{{Value: "Title"}}, {{Value: "Ref"}, {Value: "Actual"}}, {{Value: "DM02"}, {Value: 377}}, {{Value: "ES16"}, {Value: 0.28}},
		}},
	}}
}

func TestTableTakesTheRestOfTheSheet(t *testing.T) {
	f, err := excelize.OpenReader(bytes.NewReader(write(t, tableBook())))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	tables, err := f.GetTables("Children's")
	if err != nil || len(tables) != 1 || tables[0].Range != "A2:B4" || tables[0].Name != "Figures" {
		t.Errorf("tables are %+v (%v), want Figures in A2:B4", tables, err)
	}
	if ok, place, _ := f.GetCellHyperLink("Contents", "A1"); !ok || place != "'Children''s'!A1" {
		t.Errorf("the cell leads to %q", place)
	}
	if first := write(t, tableBook()); !bytes.Equal(first, write(t, tableBook())) {
		t.Error("two runs gave different bytes")
	}
}

func TestTableThatCannotBeIsAnError(t *testing.T) {
	b := tableBook()
	b.Sheets[1].Table.Name = "two words"
	if err := Write(io.Discard, b); err == nil || !strings.HasPrefix(err.Error(), "Children's: ") {
		t.Errorf("error is %v, want one that names the sheet", err)
	}
}

package workbook

import (
	"cmp"
	"fmt"
	"io"

	"github.com/xuri/excelize/v2"

	"panelpack/report"
)

// Book is a workbook to be written. Its sheets stand in the order of the
// slice, and the first is the one that opens.
type Book struct {
	Title  string      // in the document's properties
	Author string      // in the document's properties: an organisation or a role
	Date   report.Date // when the document's properties say it was made; the zero Date is 1 January 2000
	Sheets []Sheet
}

// Sheet is one sheet of a Book. Its zero value, named, is an empty sheet. It
// prints on A4, one page wide. Rows are as tall as their wrapped text needs.
type Sheet struct {
	Name       string    // at most 31 characters
	Widths     []float64 // of the columns from A on, in characters; 0 leaves the usual width
	FreezeRows int       // rows that stay in sight when the sheet scrolls down
	FreezeCols int       // columns that stay in sight when it scrolls sideways
	Landscape  bool      // prints on its side
	Hidden     bool
	Protected  bool      // only cells whose style is Open take what is typed; no password
	Table      Table     // of which the sheet's last rows are a table
	Checks     []Check   // what cells are held to while somebody types in them
	Rows       [][]Entry // row 1 first, column A first
}

// Table marks the rows of a sheet from one on as an Excel table, which readers
// of the screen name and people sort and filter. The zero Table is none.
type Table struct {
	Name string // of letters, figures and low lines; each of a book its own
	Row  int    // of its heads, which are words that differ; from 1
}

// Entry is what stands in one cell.
type Entry struct {
	// Value is a string, an int, a float64, a report.Date of 1 March 1900 or
	// later, or nil for a cell that is blank but has a style.
	Value any
	Style Style
	// Across is how many columns the cell is merged over, its own included;
	// 0 and 1 merge nothing. The columns it covers keep their places in the
	// row, and what they hold is not seen.
	Across int
	// Link is where the cell leads: the name of a sheet of the book.
	Link string
}

// Write writes b as an .xlsx file. The same book gives the same bytes every
// time. An error names the sheet, and the cell if there is one.
func Write(w io.Writer, b *Book) error {
	f := excelize.NewFile(excelize.Options{})
	defer f.Close()
	out := bookWriter{file: f, styles: map[Style]int{{}: 0}}
	if err := out.properties(b); err != nil {
		return err
	}
	for i := range b.Sheets {
		if err := out.sheet(i, &b.Sheets[i]); err != nil {
			return err
		}
	}
	packed, err := f.WriteToBuffer()
	if err != nil {
		return err
	}
	return writeSorted(w, packed.Bytes())
}

// bookWriter remembers the styles a file has, since each is written once.
type bookWriter struct {
	file   *excelize.File
	styles map[Style]int
}

func (out *bookWriter) properties(b *Book) error {
	made := b.Date
	if made.IsZero() {
		made = report.Date{Year: 2000, Month: 1, Day: 1}
	}
	stamp := made.String() + "T00:00:00Z"
	return cmp.Or(
		out.file.SetDefaultFont(bookFont),
		out.file.SetAppProps(&excelize.AppProperties{Application: "panelpack"}),
		out.file.SetDocProps(&excelize.DocProperties{
			Title: b.Title, Creator: b.Author, LastModifiedBy: b.Author,
			Created: stamp, Modified: stamp, Language: "en-GB",
		}),
	)
}

// sheet adds sheet i of the book. A new file comes with one sheet already,
// which the first becomes.
func (out *bookWriter) sheet(i int, s *Sheet) error {
	var err error
	if i == 0 {
		err = out.file.SetSheetName(out.file.GetSheetName(0), s.Name)
	} else {
		_, err = out.file.NewSheet(s.Name)
	}
	if err == nil {
		err = out.layout(s)
	}
	if err != nil {
		return fmt.Errorf("%s: %w", s.Name, err)
	}
	for r, row := range s.Rows {
		for c, entry := range row {
			at := report.Cell{Sheet: s.Name, Col: c + 1, Row: r + 1}
			if err := out.entry(at, entry); err != nil {
				return fmt.Errorf("%s: %w", at, err)
			}
		}
	}
	if err := out.table(s); err != nil {
		return fmt.Errorf("%s: %w", s.Name, err)
	}
	return nil
}

func (out *bookWriter) entry(at report.Cell, e Entry) error {
	cell := at.Ref()
	if err := cmp.Or(out.value(at.Sheet, cell, e.Value), out.link(at, e.Link)); err != nil {
		return err
	}
	last := at
	if e.Across > 1 {
		last.Col += e.Across - 1
		if err := out.file.MergeCell(at.Sheet, cell, last.Ref()); err != nil {
			return err
		}
	}
	style, err := out.style(e.Style)
	if err != nil || style == 0 {
		return err
	}
	return out.file.SetCellStyle(at.Sheet, cell, last.Ref(), style)
}

func (out *bookWriter) value(sheet, cell string, value any) error {
	switch v := value.(type) {
	case nil:
		return nil
	case string:
		return out.file.SetCellStr(sheet, cell, v)
	case int:
		return out.file.SetCellInt(sheet, cell, int64(v))
	case float64:
		return out.file.SetCellFloat(sheet, cell, v, -1, 64)
	case report.Date:
		return out.file.SetCellInt(sheet, cell, dateSerial(v))
	}
	return fmt.Errorf("a cell cannot hold a %T", value)
}

// dateSerial is the number that stands for d in a cell: days since 30 December
// 1899, so that 1 March 1900 is 61, as in Excel's own count with its leap day
// of 1900 that never was.
func dateSerial(d report.Date) int64 {
	epoch := report.Date{Year: 1899, Month: 12, Day: 30}
	return int64(d.Time().Sub(epoch.Time()).Hours()) / 24
}

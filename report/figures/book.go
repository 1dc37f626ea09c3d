package figures

import (
	"io"
	"math/big"
	"strings"

	"panelpack/report"
	"panelpack/report/workbook"
)

// WriteWorkbook writes the figures of p to w as an Excel workbook: a cover,
// contents, notes, and one table a sheet with its title in A1, without merged
// cells and without blank rows or cells. Numbers and dates are real ones, and
// a percentage is a share with a format of its own. The same pack gives the
// same bytes.
func WriteWorkbook(w io.Writer, p *report.Pack) error {
	tables := []sheet{notes(), metrics(p), all(p), definitions(p)}
	book := &workbook.Book{Title: title(p), Author: p.Assessed.Submission.Details.Council, Date: p.Date}
	book.Sheets = append(book.Sheets, cover(p), contents(tables).page())
	for _, t := range tables {
		book.Sheets = append(book.Sheets, t.page())
	}
	return workbook.Write(w, book)
}

func title(p *report.Pack) string { return p.Title + ": " + p.Assessed.Period.Words() }

// sheet is one table with its title.
type sheet struct {
	name, title string
	says        string // what it holds, for the contents
	heads       []head
	rows        [][]workbook.Entry
}

type head struct {
	words string
	width float64 // of the column, in characters
}

// The look of the workbook's cells: Arial in 12 points, black on white.
var (
	plain  = workbook.Style{SizePt: 12, Wrap: true}
	linked = workbook.Style{SizePt: 12, Wrap: true, Ink: "0B3C5D"}
	heads  = workbook.Style{SizePt: 12, Wrap: true, Bold: true, Border: true}
	titles = workbook.Style{SizePt: 15, Bold: true}
)

// headRow is where the heads of a table stand, below its title and what the
// sheet holds.
const headRow = 3

func (s sheet) page() workbook.Sheet {
	page := workbook.Sheet{
		Name: s.name, FreezeRows: headRow, Landscape: true,
		Table: workbook.Table{Name: strings.ReplaceAll(s.name, " ", "_"), Row: headRow},
		Rows: [][]workbook.Entry{
			{{Value: s.title, Style: titles}},
			{{Value: s.says, Style: workbook.Style{SizePt: 12}}},
			{},
		},
	}
	for _, h := range s.heads {
		page.Widths = append(page.Widths, h.width)
		page.Rows[headRow-1] = append(page.Rows[headRow-1], workbook.Entry{Value: h.words, Style: heads})
	}
	page.Rows = append(page.Rows, s.rows...)
	return page
}

// cover is the first sheet: one column of words.
func cover(p *report.Pack) workbook.Sheet {
	page := workbook.Sheet{Name: "Cover", Widths: []float64{100}}
	page.Rows = append(page.Rows, []workbook.Entry{{Value: title(p), Style: titles}})
	d := p.Assessed.Submission.Details
	for _, line := range []string{
		d.Council, d.Panel, labelled("Meeting: ", d.Meeting.WordsWithDay()), labelled("Date of this document: ", p.Date.Words()), p.Mark,
		"This workbook holds the figures of the performance pack. The sheet Contents lists its tables, and Notes says what the marks in them mean.",
		p.SourceLine,
	} {
		if line != "" {
			page.Rows = append(page.Rows, []workbook.Entry{{Value: line, Style: plain}})
		}
	}
	return page
}

func labelled(label, words string) string {
	if words == "" {
		return ""
	}
	return label + words
}

func contents(tables []sheet) sheet {
	s := sheet{
		name: "Contents", title: "Contents", says: "This sheet contains one table, which leads to the other sheets.",
		heads: []head{{"Sheet", 20}, {"What it holds", 90}},
	}
	for _, t := range tables {
		s.rows = append(s.rows, []workbook.Entry{{Value: t.name, Style: linked, Link: t.name}, word(t.title)})
	}
	return s
}

// notes explains the marks.
func notes() sheet {
	s := sheet{
		name: "Notes", title: "Notes: the marks that stand where there is no figure", says: "This sheet contains one table.",
		heads: []head{{"Mark", 12}, {"Meaning", 100}},
	}
	for _, row := range [][2]string{
		{markWithheld, "Withheld, so that no child can be identified."},
		{markNotAvailable, "Not available: not reported, not known to the council, expected later, or not readable in the workbook."},
		{markNotApplicable, "Not applicable: there can be no such figure, or nothing is set."},
	} {
		s.rows = append(s.rows, []workbook.Entry{word(row[0]), word(row[1])})
	}
	return s
}

// word is a cell of words; no cell of a table is left blank.
func word(s string) workbook.Entry {
	if s == "" {
		s = markNotApplicable
	}
	return workbook.Entry{Value: s, Style: plain}
}

// number is a cell with v as a number that looks as it does in the pack, or
// with the mark of why there is none.
func number(u report.Unit, v report.Value, mark string) workbook.Entry {
	style := workbook.Style{SizePt: 12, Align: workbook.Right}
	if !v.Known() {
		return workbook.Entry{Value: mark, Style: style}
	}
	exact := v.Rat()
	style.Format = "#,##0"
	if v.Places() > 0 {
		style.Format += "." + strings.Repeat("0", v.Places())
	}
	switch u.Kind {
	case report.Percent:
		exact.Quo(exact, big.NewRat(100, 1))
		style.Format = strings.TrimPrefix(style.Format, "#,##") + "%"
	case report.Pounds:
		style.Format = "£" + style.Format
	}
	nearest, _ := exact.Float64()
	return workbook.Entry{Value: nearest, Style: style}
}

func day(d report.Date) workbook.Entry {
	style := workbook.Style{SizePt: 12, Align: workbook.Right, Format: "d mmm yyyy"}
	if d.IsZero() {
		return workbook.Entry{Value: markNotApplicable, Style: style}
	}
	return workbook.Entry{Value: d, Style: style}
}

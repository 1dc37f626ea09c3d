package workbook

import (
	_ "embed"
	"fmt"
	"strings"

	"panelpack/report"
)

// Template is a blank workbook for a council that wants one: what it makes is
// read without a mapping once it is filled in.
type Template struct {
	From    report.Period // the first month
	Months  int
	Metrics int // how many there is room for
}

//go:embed template.txt
var templateText string

// Book is the blank workbook. Its cells are checked as they are typed in, no
// cell is merged, and the same template gives the same book.
func (t Template) Book() *Book {
	return &Book{
		Title: "Performance workbook",
		Date:  t.From.Start(),
		Sheets: append([]Sheet{instructionSheet(), packSheet(), t.scorecard(), t.definitions(), t.commentary()},
			sideSheets()...),
	}
}

// The looks of the template. Cells to type in are white, and no fill carries a
// meaning that the words do not.
var (
	titleLook   = Style{Bold: true, SizePt: 12, Ink: "1F3864"}
	adviceLook  = Style{Ink: "595959"}
	headingLook = Style{Bold: true, Ink: "FFFFFF", Fill: "1F3864", Border: true, Wrap: true}
	proseLook   = Style{Wrap: true}
	sectionLook = Style{Bold: true, SizePt: 11}
	wordsLook   = Style{Border: true, Wrap: true}
	figureLook  = Style{Border: true, Align: Right}
)

// headingRow is where the headings of every sheet stand, beneath its title and
// a line of advice.
const headingRow = 4

// instructionSheet sets template.txt: "# " begins a section, and a bar parts
// what stands in the first column from what stands in the second.
func instructionSheet() Sheet {
	s := Sheet{Name: "Instructions", Widths: []float64{16, 92}}
	for i, line := range strings.Split(strings.TrimSpace(templateText), "\n") {
		title, isTitle := strings.CutPrefix(line, "# ")
		what, words, inTwo := strings.Cut(line, " | ")
		switch {
		case isTitle && i == 0:
			s.Rows = append(s.Rows, []Entry{{Value: title, Style: titleLook}})
		case isTitle:
			s.Rows = append(s.Rows, []Entry{{Value: title, Style: sectionLook}})
		case inTwo:
			s.Rows = append(s.Rows, []Entry{{Value: what, Style: proseLook}, {Value: words, Style: proseLook}})
		case line == "":
			s.Rows = append(s.Rows, nil)
		default:
			s.Rows = append(s.Rows, []Entry{{}, {Value: line, Style: proseLook}})
		}
	}
	return s
}

func packSheet() Sheet {
	s := Sheet{Name: "Pack", Widths: []float64{24, 60}, Rows: titled("Who the pack is for", "What is left blank stays blank on the cover.")}
	for _, label := range []string{"Council", "Panel", "Meeting date", "Reporting period", "Report of", "Status note"} {
		look := wordsLook
		look.Align = Left
		switch label {
		case "Meeting date":
			look.Format = "d mmmm yyyy"
		case "Reporting period":
			look.Format = "mmmm yyyy"
		}
		s.Rows = append(s.Rows, []Entry{{Value: label, Style: headingLook}, {Style: look}})
	}
	cell := func(label int) string { return fmt.Sprintf("B%d", headingRow+label) }
	s.Checks = []Check{
		dayCheck(cell(2), "The day the panel meets, such as 17/11/2022. The pack says by when to publish."),
		dayCheck(cell(3), "Any day of the month the pack is about, such as 1/9/2022. Left blank, it is the latest month with figures for half of the metrics."),
		{Cells: cell(5), Formula: "=LEN(" + cell(5) + ")<=120", Title: "Status note",
			Prompt:  "A few words for the head of every page, such as Provisional figures. Mostly left blank.",
			Refusal: "Keep it to 120 characters: it stands on every page."},
	}
	return s
}

// titled is the rows above the headings of a sheet.
func titled(title, advice string) [][]Entry {
	return [][]Entry{{{Value: title, Style: titleLook}}, {{Value: advice, Style: adviceLook}}, nil}
}

// A blankColumn is one column of a sheet to fill in.
type blankColumn struct {
	Heading string
	Width   float64
	Format  string
	Check   Check // for every line of the column; none without a Title
}

// blankSheet is a sheet with a line of headings and so many lines to fill in.
func blankSheet(name, title, advice string, lines int, columns ...blankColumn) Sheet {
	s := Sheet{Name: name, FreezeRows: headingRow, Landscape: true, Rows: titled(title, advice)}
	headings, line := []Entry{}, []Entry{}
	for i, c := range columns {
		s.Widths = append(s.Widths, c.Width)
		headings = append(headings, Entry{Value: c.Heading, Style: headingLook})
		look := wordsLook
		look.Format = c.Format
		line = append(line, Entry{Style: look})
		if c.Check.Title != "" {
			c.Check.Cells = columnCells(i+1, lines)
			s.Checks = append(s.Checks, c.Check)
		}
	}
	s.Rows = append(s.Rows, headings)
	for range lines {
		s.Rows = append(s.Rows, line)
	}
	return s
}

// columnCells is the cells of so many lines beneath a heading: "B5:B44".
func columnCells(col, lines int) string {
	name := report.ColumnName(col)
	return fmt.Sprintf("%s%d:%s%d", name, headingRow+1, name, headingRow+lines)
}

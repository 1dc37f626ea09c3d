package html

import (
	"strings"
	"unicode/utf8"

	"panelpack/report"
)

// table is a table without the columns that hold page numbers, its rows by
// their groups.
type table struct {
	ID, Caption string
	Link        string // where the caption leads
	Class       string
	Cards       bool // stands as one block a row where the page is narrow
	Controls    bool // the script may add a choice of rows to it
	Columns     []column
	Groups      []group
}

type column struct{ Head, Class string }

// group is the rows beneath one heading across the table. The rows before any
// heading are a group without a Head.
type group struct {
	Head string
	Span int
	Rows []row
}

type row struct {
	ID     string
	Total  bool
	Rating string // the key of the rating in the row, if there is one
	Cells  []cell
}

// cell is one cell. Most hold a few plain words, and Plain is those: a page has
// thousands of them.
type cell struct {
	Head, Class string
	Plain       string
	Text        report.Text
	Rating      *report.Rating
	Spark       *report.Assessment
}

// cardColumns is how many columns stand side by side on the narrowest page.
const cardColumns = 3

func tableOf(t report.Table) table {
	var shown []int
	out := table{ID: t.ID, Caption: t.Caption, Link: t.Link}
	for i, c := range t.Columns {
		if !c.Pages {
			shown = append(shown, i)
			out.Columns = append(out.Columns, column{c.Head, classes(c.Align == report.Right, "number", false, "")})
		}
	}
	out.Cards = !t.Fine && len(shown) > cardColumns
	out.Class = classes(t.Fine, "fine", out.Cards, "cards")
	rated := false
	for _, r := range t.Rows {
		if r.Group != "" || len(out.Groups) == 0 {
			out.Groups = append(out.Groups, group{Head: r.Group, Span: len(shown)})
		}
		if r.Group != "" {
			continue
		}
		last := &out.Groups[len(out.Groups)-1]
		last.Rows = append(last.Rows, rowOf(r, t.Columns, shown))
		rated = rated || last.Rows[len(last.Rows)-1].Rating != ""
	}
	out.Controls = rated && len(out.Groups) > 1
	return out
}

func rowOf(r report.Row, columns []report.Column, shown []int) row {
	out := row{ID: r.ID, Total: r.Total, Cells: make([]cell, 0, len(shown))}
	for _, i := range shown {
		out.Cells = append(out.Cells, cellOf(r.Cells[i], columns[i]))
		if rating := r.Cells[i].Rating; rating != nil {
			out.Rating = rating.Key()
		}
	}
	return out
}

func cellOf(c report.TableCell, in report.Column) cell {
	out := cell{
		Head: in.Head, Class: classes(in.Align == report.Right, "number", in.Strong, "strong"),
		Text: c.Text, Rating: c.Rating, Spark: c.Spark,
	}
	if len(c.Text) == 1 && c.Text[0] == (report.Span{Text: c.Text[0].Text}) {
		out.Plain = c.Text[0].Text
	}
	if out.Class == "" {
		out.Class = breaking(c.Text.String(), in.Weight > 0)
	}
	return out
}

// briefLength is how many letters words have that stay on one line where there
// is room for all columns; a single word that has more may break anywhere.
const briefLength = 20

// breaking is the class that says how the words of a cell break, if not as
// usual. The words of a weighted column always take the room they are given.
func breaking(words string, weighted bool) string {
	length := utf8.RuneCountInString(words)
	switch {
	case length == 0:
		return ""
	case length <= briefLength && !weighted:
		return "brief"
	}
	for word := range strings.FieldsSeq(words) {
		if utf8.RuneCountInString(word) > briefLength {
			return "long"
		}
	}
	return ""
}

// classes is those of two names that apply.
func classes(one bool, first string, two bool, second string) string {
	var names []string
	if one {
		names = append(names, first)
	}
	if two {
		names = append(names, second)
	}
	return strings.Join(names, " ")
}

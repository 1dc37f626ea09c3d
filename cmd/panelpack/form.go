package main

import (
	"bytes"
	"strings"

	"panelpack/report"
	"panelpack/report/narrative"
	"panelpack/report/workbook"
)

func markdownForm(f narrative.Form, _ report.Date) ([]byte, error) {
	var b bytes.Buffer
	err := narrative.WriteMarkdown(&b, f)
	return b.Bytes(), err
}

// workbookForm is a form as a workbook whose cells are locked but for those
// to write in.
func workbookForm(f narrative.Form, date report.Date) ([]byte, error) {
	locked := workbook.Style{Wrap: true, Border: true}
	head := workbook.Style{Bold: true, Fill: "1F3864", Ink: "FFFFFF", Border: true}
	open := workbook.Style{Wrap: true, Border: true, Fill: "FFF9E5", Open: true}
	sheet := workbook.Sheet{
		Name: "Commentary", Widths: []float64{8, 26, 46, 70}, FreezeRows: len(f.Advice) + 2, FreezeCols: 1,
		Landscape: true, Protected: true,
		Rows: [][]workbook.Entry{{{Value: f.Title, Style: workbook.Style{Bold: true, SizePt: 14}}}},
	}
	for _, advice := range f.Advice {
		sheet.Rows = append(sheet.Rows, cells(workbook.Style{}, advice))
	}
	headings := cells(head, "Ref", "Metric", "What to explain", "Commentary")
	if f.Before != "" {
		sheet.Widths = append(sheet.Widths, 50)
		headings = append(headings, cells(head, "Said in "+f.Before)...)
	}
	sheet.Rows = append(sheet.Rows, headings)
	for _, a := range f.Asks {
		row := append(cells(locked, a.Ref, a.Name, strings.Join(a.Lines(), "\n")), cells(open, a.Text)...)
		if f.Before != "" {
			row = append(row, cells(locked, a.Before)...)
		}
		sheet.Rows = append(sheet.Rows, row)
	}
	var b bytes.Buffer
	err := workbook.Write(&b, &workbook.Book{Title: f.Title, Date: date, Sheets: []workbook.Sheet{sheet}})
	return b.Bytes(), err
}

// cells is words in cells of one style. No words leave the cell blank.
func cells(style workbook.Style, words ...string) []workbook.Entry {
	var row []workbook.Entry
	for _, w := range words {
		e := workbook.Entry{Style: style}
		if w != "" {
			e.Value = w
		}
		row = append(row, e)
	}
	return row
}

package main

import (
	"strconv"
	"strings"

	"panelpack/report"
	"panelpack/report/workbook"
	"panelpack/samples/facts"
)

// The house style of the workbook. No fill carries meaning: headings are bold,
// and the rows of a metric say in words what they are.
var (
	title    = workbook.Style{Bold: true, SizePt: 14, Ink: "1F3864"}
	heading  = workbook.Style{Bold: true, Ink: "FFFFFF", Fill: "1F3864", Border: true, Wrap: true}
	section  = workbook.Style{Bold: true, SizePt: 11, Fill: "D9E2F3", Border: true}
	plain    = workbook.Style{Border: true, Wrap: true, Align: workbook.Left}
	bold     = workbook.Style{Border: true, Bold: true}
	prose    = workbook.Style{Wrap: true}
	subtitle = workbook.Style{Bold: true, SizePt: 11, Wrap: true}
)

// Number formats of dates.
const (
	shortMonth = "mmm-yy"
	longMonth  = "mmmm yyyy"
	day        = "d mmmm yyyy"
)

// unitWords are the council's words for the units of metrics.csv.
var unitWords = map[string]string{"count": "Number", "percent": "%", "cases": "Cases"}

// goodWords are the council's words for the polarities of metrics.csv.
var goodWords = map[string]string{"low": "Low", "high": "High", "context": "For context"}

func texts(style workbook.Style, words ...string) []workbook.Entry {
	row := make([]workbook.Entry, len(words))
	for i, word := range words {
		row[i] = text(style, word)
	}
	return row
}

// text is a cell of words; without any it is blank.
func text(style workbook.Style, words string) workbook.Entry {
	if words == "" {
		return workbook.Entry{Style: style}
	}
	return workbook.Entry{Value: words, Style: style}
}

// date is a real date from "2022-11-17", or from "2022-09" the first of the
// month. As in Excel, what is no date stays a text.
func date(style workbook.Style, format, words string) workbook.Entry {
	whole := words
	if strings.Count(words, "-") == 1 {
		whole += "-01"
	}
	d, err := report.ParseDate(whole)
	if err != nil {
		return text(style, words)
	}
	style.Format = format
	return workbook.Entry{Value: d, Style: style}
}

// figures writes the figures of one metric in its number format.
type figures struct {
	percent bool
	format  string
}

// figuresOf takes the format from the unit and from the most decimal places
// that any figure of the metric has.
func figuresOf(f *facts.Facts, metric facts.Row) figures {
	ref, places := metric["ref"], 0
	for _, list := range [][]string{f.Actuals[ref], f.Targets[ref], {metric["end_target"]}} {
		for _, figure := range list {
			_, fraction, _ := strings.Cut(figure, ".")
			places = max(places, len(fraction))
		}
	}
	format := "0"
	if places > 0 {
		format += "." + strings.Repeat("0", places)
	}
	switch metric["unit"] {
	case "percent":
		return figures{percent: true, format: format + "%"}
	case "count":
		return figures{format: "#,##" + format}
	}
	return figures{format: format}
}

// entry is one figure: a number where it is one, a share of 1 for a
// percentage; else the text as it stands, such as "n/a", "91%" or ">50%".
func (f figures) entry(style workbook.Style, figure string) workbook.Entry {
	style.Format, style.Align = f.format, workbook.Right
	number := figure
	if f.percent {
		number += "e-2"
	}
	if whole, err := strconv.Atoi(number); err == nil {
		return workbook.Entry{Value: whole, Style: style}
	}
	if share, err := strconv.ParseFloat(number, 64); err == nil {
		return workbook.Entry{Value: share, Style: style}
	}
	return text(style, figure)
}

package main

import (
	"panelpack/report/workbook"
	"panelpack/samples/facts"
)

// labels are the headings before the months. What stands under them is
// written once for a metric, on the first of its two rows.
var labels = []string{"Ref", "Metric", "Unit", "Good is", "Owner", "Final target", "Figure"}

// scorecard is the grid: a heading row, then under each category two rows for
// each metric, its actuals and its incremental targets.
func scorecard(f *facts.Facts) workbook.Sheet {
	across := len(labels) + len(f.Months)
	s := workbook.Sheet{
		Name: "Scorecard", Widths: []float64{8, 62, 9, 12, 32, 9, 19},
		FreezeRows: 4, FreezeCols: len(labels), Landscape: true,
		Rows: [][]workbook.Entry{
			{{Value: "Children's services performance scorecard", Style: title, Across: across}},
			{{Value: "Two rows for each metric: the actual, and the incremental target due by that month. " +
				"n/a not available, - not collected, c suppressed. " + f.Panel["status_note"] + "."}},
			{},
			headings(f),
		},
	}
	category := ""
	for _, metric := range f.Metrics {
		if metric["category"] != category {
			category = metric["category"]
			s.Rows = append(s.Rows, []workbook.Entry{{Value: category, Style: section, Across: across}})
		}
		s.Rows = append(s.Rows, actuals(f, metric), targets(f, metric))
	}
	return s
}

func headings(f *facts.Facts) []workbook.Entry {
	row, ofMonth := texts(heading, labels...), heading
	ofMonth.Align = workbook.Right
	for _, month := range f.Months {
		row = append(row, date(ofMonth, shortMonth, month))
	}
	return row
}

func actuals(f *facts.Facts, metric facts.Row) []workbook.Entry {
	cell := figuresOf(f, metric)
	row := []workbook.Entry{
		text(bold, metric["ref"]),
		text(plain, metric["name"]),
		text(plain, unitWords[metric["unit"]]),
		text(plain, goodWords[metric["polarity"]]),
		text(plain, metric["owner"]),
		cell.entry(plain, metric["end_target"]),
		text(bold, "Actual"),
	}
	for _, figure := range f.Actuals[metric["ref"]] {
		row = append(row, cell.entry(plain, figure))
	}
	return row
}

func targets(f *facts.Facts, metric facts.Row) []workbook.Entry {
	cell := figuresOf(f, metric)
	row := texts(plain, make([]string, len(labels)-1)...)
	row = append(row, text(plain, "Incremental target"))
	for _, target := range f.Targets[metric["ref"]] {
		row = append(row, cell.entry(plain, target))
	}
	return row
}

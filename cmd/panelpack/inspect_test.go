package main

import (
	"testing"
	"time"

	"panelpack/report"
	"panelpack/report/workbook"
)

// tableOf is a table with headings in these cells of one row or column, every
// one of them with a period of its own.
func tableOf(t *testing.T, cells ...string) workbook.TableReading {
	t.Helper()
	table := workbook.TableReading{}
	for i, ref := range cells {
		head, err := report.ParseCell("Scorecard!" + ref)
		if err != nil {
			t.Fatal(err)
		}
		table.Columns = append(table.Columns, workbook.ColumnReading{
			Head: head, As: "actual", Period: report.MonthOf(2022, time.April).Add(i),
		})
	}
	table.First = table.Columns[0].Head
	return table
}

func TestInspectNamesColumnsAsTheSheetDoes(t *testing.T) {
	tests := []struct {
		cells          []string
		columns, heads string
	}{
		{[]string{"F4"}, "F", "headings in row 4"},
		{[]string{"F4", "G4", "H4"}, "F:H", "headings in row 4"},
		{[]string{"F4", "H4", "J4"}, "F, H, J", "headings in row 4"},
		{[]string{"Y4", "Z4", "AA4", "AC4", "AD4"}, "Y:AA, AC:AD", "headings in row 4"},
		{[]string{"C4", "E4", "G4", "I4", "K4", "M4"}, "C, E, …, M", "headings in row 4"},
		{[]string{"A10", "A11", "A12"}, "10:12", "headings in column A"},
		{[]string{"A10", "A12"}, "10, 12", "headings in column A"},
	}
	for _, tt := range tests {
		table := tableOf(t, tt.cells...)
		if got := ranges(table, table.Columns); got != tt.columns {
			t.Errorf("the columns of %v are %s, want %s", tt.cells, got, tt.columns)
		}
		if got := headings(table); got != tt.heads {
			t.Errorf("the headings of %v: %s, want %s", tt.cells, got, tt.heads)
		}
	}
	table := tableOf(t, "B4", "C4")
	table.First.Row = 2
	if got := headings(table); got != "headings in rows 2 to 4" {
		t.Errorf("headings of three rows: %s", got)
	}
}

// TestInspectShowsFiguresFromEverywhere: of the first metric, of the last, and
// of those between them.
func TestInspectShowsFiguresFromEverywhere(t *testing.T) {
	sub := &report.Submission{}
	for i := range 3 {
		s := report.Series{Metric: report.Metric{Ref: string(rune('A' + i))}}
		for month := range 4 {
			o := report.Observation{Period: report.MonthOf(2022, time.April).Add(month)}
			if month < 3 {
				o.Actual = report.Number(int64(10*i+month), 0)
			}
			s.Observations = append(s.Observations, o)
		}
		sub.Series = append(sub.Series, s)
	}
	got := ""
	for _, f := range factsOf(sub) {
		got += f.metric.Ref + f.Actual.Decimal() + " "
	}
	if want := "A0 A2 B11 C20 C22 "; got != want {
		t.Errorf("the figures are %s, want %s: none blank", got, want)
	}
	sub.Series = sub.Series[:1]
	if got := len(factsOf(sub)); got != 3 {
		t.Errorf("%d figures of three are shown", got)
	}
}

package figures

import (
	"bytes"
	"encoding/csv"
	"slices"
	"strings"
	"testing"
	"time"

	"panelpack/report"
)

var september = report.MonthOf(2022, time.September)

// smallPack has a metric with one of every kind of figure, and one whose words
// are formulas.
func smallPack() *report.Pack {
	percent := report.Unit{Kind: report.Percent}
	staff := report.Assessment{
		Series: report.Series{
			Metric: report.Metric{Ref: "E1", Name: "Permanent staff", Unit: percent, Polarity: report.HigherIsBetter, Owner: "Head of Workforce"},
			Observations: []report.Observation{
				{Period: september.Add(-2), Actual: report.Missing(report.Suppressed)},
				{Period: september.Add(-1), Actual: report.Missing(report.NotAvailable), Target: report.Target{Value: report.Number(450, 1)}},
				{Period: september, Actual: report.Number(271, 1), Target: report.Target{Sense: report.MoreThan, Value: report.Number(500, 1)}},
			},
			Outturns:    []report.Observation{{Period: report.FinancialYearOf(2021), Actual: report.Number(300, 1)}},
			Snapshots:   []report.Snapshot{{AsAt: report.Date{Year: 2022, Month: 11, Day: 3}, Value: report.Number(280, 1)}},
			Forecasts:   []report.Forecast{{Period: september.Add(4), Value: report.Number(690, 1)}},
			Benchmarks:  []report.Benchmark{{Name: "England", Period: report.FinancialYearOf(2021), Value: report.Missing(report.NotApplicable)}},
			FinalTarget: report.Target{Value: report.Number(800, 1)},
		},
		Classification: report.Classification{Category: "service"},
		Rating:         report.Red, Reason: "45.8% below the incremental target of more than 50.0%",
		History:    []report.Rating{report.NotRated, report.NotRated, report.Red},
		Directions: []report.Direction{{Text: "down 1.0 point on August 2022", Word: report.Worse}},
	}
	staff.Now = staff.Observations[2]
	odd := report.Assessment{Series: report.Series{
		Metric:       report.Metric{Ref: "@SUM(A1)", Name: "=HYPERLINK(\"x\")", Definition: "-1+1"},
		Observations: []report.Observation{{Period: september, Actual: report.Number(-1234, 0)}},
	}}
	odd.Now = odd.Observations[0]
	return &report.Pack{
		Title: "Performance pack", Date: report.Date{Year: 2022, Month: 11, Day: 3}, Mark: "Draft", SourceLine: "Source: q2.xlsx",
		Assessed: &report.Assessed{
			Submission: &report.Submission{Details: report.Details{Council: "Anytown", Meeting: report.Date{Year: 2022, Month: 11, Day: 17}}},
			Period:     september, Categories: []report.Category{{ID: "service", Title: "Effectiveness"}},
			Metrics: []report.Assessment{staff, odd},
		},
	}
}

func TestCSV(t *testing.T) {
	var b bytes.Buffer
	if err := WriteCSV(&b, smallPack()); err != nil {
		t.Fatal(err)
	}
	want := `metric,name,category,unit,period,as_at,kind,value,target,target_text,rating,notation
E1,Permanent staff,Effectiveness,percentage,2022-07,2022-07-31,actual,,,,not_rated,[c]
E1,Permanent staff,Effectiveness,percentage,2022-08,2022-08-31,actual,,45.0,45.0%,not_rated,[x]
E1,Permanent staff,Effectiveness,percentage,2022-09,2022-09-30,actual,27.1,50.0,more than 50.0%,red,
E1,Permanent staff,Effectiveness,percentage,2021/22,2022-03-31,outturn,30.0,,,,
E1,Permanent staff,Effectiveness,percentage,2022-11-03,2022-11-03,snapshot,28.0,,,,
E1,Permanent staff,Effectiveness,percentage,2023-01,2023-01-31,forecast,69.0,,,,
E1,Permanent staff,Effectiveness,percentage,2021/22,2022-03-31,benchmark: England,,,,,[z]
E1,Permanent staff,Effectiveness,percentage,,,final target,,80.0,80.0%,,[z]
'@SUM(A1),"'=HYPERLINK(""x"")",,count,2022-09,2022-09-30,actual,-1234,,,,
`
	if got := strings.ReplaceAll(b.String(), "\r\n", "\n"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if n := strings.Count(b.String(), "\r\n"); n != 10 {
		t.Errorf("%d lines end as RFC 4180 wants, not 10", n)
	}
}

// TestNoCellIsAFormula holds for every way to begin one.
func TestNoCellIsAFormula(t *testing.T) {
	for _, sign := range []string{"=", "+", "-", "@", "\t", "\r", "\n", "＝", "＠", " =", "\u00a0+"} {
		if got := inert(sign + "1"); got != "'"+sign+"1" {
			t.Errorf("%q is written as %q", sign+"1", got)
		}
	}
	for _, words := range []string{"", "Referrals", "more than 50%", "a=b", "'=1"} {
		if got := inert(words); got != words {
			t.Errorf("%q is written as %q", words, got)
		}
	}
}

// TestEveryFigureIsThere counts the rows against the figures of the pack.
func TestEveryFigureIsThere(t *testing.T) {
	var b bytes.Buffer
	if err := WriteCSV(&b, smallPack()); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(&b).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != 1+8+1 {
		t.Errorf("%d rows, want 10", len(rows))
	}
	for _, row := range rows[1:] {
		if missing := row[slices.Index(columns, "value")] == ""; missing != (row[slices.Index(columns, "notation")] != "") {
			t.Errorf("a figure is missing without a mark, or has one although it is there: %q", row)
		}
	}
}

func TestTheSamePackGivesTheSameBytes(t *testing.T) {
	made := func() (string, string) {
		var table, book bytes.Buffer
		if err := WriteCSV(&table, smallPack()); err != nil {
			t.Fatal(err)
		}
		if err := WriteWorkbook(&book, smallPack()); err != nil {
			t.Fatal(err)
		}
		return table.String(), book.String()
	}
	table, book := made()
	for range 5 {
		if t2, b2 := made(); t2 != table || b2 != book {
			t.Fatal("two runs gave different bytes")
		}
	}
}

package record

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"panelpack/report"
)

var update = flag.Bool("update", false, "rewrite the golden files from what the code does now")

var september = report.MonthOf(2022, time.September)

func at(col, row int) report.Cell { return report.Cell{Sheet: "Scorecard", Col: col, Row: row} }

// referrals is a red count; permanent an inequality in percent; cohort a
// metric without a target whose figure is withheld.
func referrals() report.Assessment {
	return report.Assessment{
		Series: report.Series{
			Metric: report.Metric{
				Ref: "D1", Name: "Referrals", Definition: "Referrals accepted in the month.",
				Polarity: report.LowerIsBetter, Owner: "Head of Front Door",
			},
			Observations: []report.Observation{
				{Period: september.Add(-2), Actual: report.Missing(report.NotAvailable), Target: report.Target{Value: report.Number(240, 0)}, ActualCell: at(6, 5)},
				{Period: september.Add(-1), Actual: report.Number(1322, 0), ActualCell: at(7, 5)},
				{Period: september, Actual: report.Number(1377, 0), Target: report.Target{Value: report.Number(1230, 0)}, ActualCell: at(8, 5), TargetCell: at(8, 6)},
			},
			FinalTarget: report.Target{Value: report.Number(1100, 0)},
			Snapshots: []report.Snapshot{{
				AsAt: report.Date{Year: 2022, Month: 11, Day: 3}, Value: report.Number(1342, 0),
				BaseAsAt: report.Date{Year: 2022, Month: 5, Day: 3}, Base: report.Number(1229, 0),
				Note: "after reviews", Cell: report.Cell{Sheet: "Snapshots", Col: 3, Row: 2},
			}},
		},
		Classification: report.Classification{Category: "demand", Rule: "section-demand", Words: "Demand", Evidence: "section"},
		Now: report.Observation{
			Period: september, Actual: report.Number(1377, 0), Target: report.Target{Value: report.Number(1230, 0)},
			ActualCell: at(8, 5), TargetCell: at(8, 6),
		},
		Deviation:  report.Deviation{Known: true, Adverse: true, Percent: report.Number(120, 1), Points: report.Number(147, 0), Judged: report.Number(120, 1), Short: "12.0% above"},
		Rating:     report.BetweenBands,
		Reason:     "12.0% above the incremental target of 1,230: between 10% and 20%",
		RatedSince: september,
		Directions: []report.Direction{{Against: september.Add(-1), Word: report.Worse, Text: "up 55 (4.2%) on August 2022"}},
		Facts:      []report.Text{report.Rich("**12.0% above** the incremental target of 1,230.")},
		Reckoning:  []report.Reckoning{{Label: "Deviation", Text: "1,377 \u2212 1,230 = 147; 147 ÷ 1,230 = 12.0%"}},
	}
}

func permanent() report.Assessment {
	target := report.Target{Sense: report.MoreThan, Value: report.Number(500, 1)}
	return report.Assessment{
		Series: report.Series{
			Metric:    report.Metric{Ref: "E1", Name: "Permanent staff", Unit: report.Unit{Kind: report.Percent}, Polarity: report.HigherIsBetter},
			Forecasts: []report.Forecast{{Period: september.Add(4), Value: report.Number(690, 1), Basis: "recruitment", Cell: report.Cell{Sheet: "Forecasts", Col: 3, Row: 2}}},
		},
		Classification: report.Classification{Category: "service", Rule: "name-staff"},
		Now:            report.Observation{Period: september, Actual: report.Number(280, 1), Target: target},
		Deviation:      report.Deviation{Known: true, Adverse: true, Percent: report.Number(-440, 1), Points: report.Number(-220, 1), Judged: report.Number(440, 1), Short: "44.0% below"},
		Rating:         report.Red,
		Signal:         report.Signal{Variation: "a real change for the worse", Assurance: "cannot be expected to meet its target"},
	}
}

func cohort() report.Assessment {
	return report.Assessment{
		Series: report.Series{Metric: report.Metric{Ref: "D2", Name: "Review cohort", Polarity: report.Context}},
		Now:    report.Observation{Period: september, Actual: report.Missing(report.Suppressed)},
		Reason: "no target", Notes: []string{"September 2022 is suppressed."},
	}
}

func smallPack() *report.Pack {
	a := &report.Assessed{
		Submission: &report.Submission{
			Source:  report.Source{File: "q2.xlsx", SHA256: "4be1"},
			Details: report.Details{Council: "Anytown <Council>", Panel: "Children's Panel", Meeting: report.Date{Year: 2022, Month: 11, Day: 17}, StatusNote: "Sample"},
			Events:  []report.Event{{Period: september.Add(-2), Label: "Inspection"}},
			Inspections: []report.InspectionFinding{{
				ID: "F1", Inspected: september.Add(-11), Area: "Leaders", Judgement: "Inadequate", Finding: "High turnover.", Metrics: []string{"E1"},
				Cell: report.Cell{Sheet: "Findings", Col: 5, Row: 2},
			}},
		},
		Period:     september,
		Categories: []report.Category{{ID: "demand", Title: "Demand management"}, {ID: "service", Title: "Service"}},
		Metrics:    []report.Assessment{referrals(), cohort(), permanent()},
		Questions:  []report.Question{{Text: report.Rich("Why is **D1** rising?"), Metrics: []string{"D1"}}},
		Policy:     report.Policy{Source: report.Source{File: "rulebook.toml", SHA256: "77aa"}},
		PublishBy:  report.Date{Year: 2022, Month: 11, Day: 9},
		Changes: &report.Changes{
			Source: report.Source{File: "august.json"}, Since: september.Add(-1), Rules: true,
			Metrics: []report.MetricChange{
				{Ref: "D3", Name: "Contacts", Part: report.DroppedMetric},
				{Ref: "E1", Name: "Permanent staff", Part: report.MetricName, Then: "Permanent social workers", Now: "Permanent staff"},
			},
			Ratings: []report.RatingChange{{Ref: "E1", Before: report.Amber, Now: report.Red, Why: "44.0% below"}},
			Revised: []report.RatingChange{{Ref: "E1", Before: report.Amber, Now: report.Red}},
			Figures: []report.FigureChange{{Ref: "D1", From: september.Add(-1), To: september.Add(-1), Then: "1,320", Now: "1,322", Cell: at(7, 5)}},
			Targets: []report.FigureChange{{Ref: "D1", Then: "1,000", Now: "1,100"}},
		},
	}
	for _, m := range a.Metrics {
		a.Counts.Add(m.Rating)
	}
	return &report.Pack{
		Program: "panelpack 0.1.0", Date: report.Date{Year: 2022, Month: 11, Day: 3}, Draft: true, Assessed: a,
		Commentary: map[string]report.Commentary{
			"D1": {Metric: "D1", Prompts: []string{"What is driving this?"}},
			"E1": {
				Metric: "E1", Supplied: true, Source: "Commentary!C4", SHA256: "90ff", Text: "Now 28%, up from 30%.",
				Figures: []report.FigureCheck{
					{Text: "28%", Verdict: report.Confirmed, Against: "September 2022"},
					{Text: "30%", Verdict: report.Contradicted, Against: "August 2022 is 31.0%"},
				},
			},
			"D2": {Metric: "D2", Supplied: true, Body: []report.Block{report.Paragraph{Text: report.Plain("A private remark.")}}, Source: "owners.md:7", SHA256: "90fe"},
		},
		Findings: []report.Finding{
			{Severity: report.Warning, File: "rulebook.toml", Line: 41, Column: 1, Message: "the bands leave a gap"},
			{Severity: report.Error, File: "q2.xlsx", Cell: at(8, 9), Metric: "E1", Message: `actual "9l.4" is not a number`, Hint: "type 91.4"},
			{Severity: report.Note, File: "q2.xlsx", Cell: report.Cell{Sheet: "Old"}, Message: "the sheet is hidden"},
		},
	}
}

// golden compares got with testdata/name, or rewrites it under -update.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := "testdata/" + name
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s is not what is written now (-update rewrites it):\n%s", path, diff)
	}
}

func TestWrite(t *testing.T) {
	var first, second bytes.Buffer
	if err := Write(&first, smallPack()); err != nil {
		t.Fatal(err)
	}
	if err := Write(&second, smallPack()); err != nil {
		t.Fatal(err)
	}
	if first.String() != second.String() {
		t.Error("the same pack gives two records")
	}
	golden(t, "pack.json", first.Bytes())
	if strings.Contains(first.String(), "private remark") {
		t.Error("the record carries the text of a commentary that the pack withheld from it")
	}
}

// TestReadGivesWhatWasWritten holds for every record.
func TestReadGivesWhatWasWritten(t *testing.T) {
	e, err := Read("august.json", written(t, smallPack()))
	if err != nil {
		t.Fatal(err)
	}
	none := report.EarlierTarget{Words: "–"}
	want := &report.Earlier{
		Source: report.Source{File: "august.json"}, Rulebook: report.Source{File: "rulebook.toml", SHA256: "77aa"}, Period: september,
		Commentary: map[string]string{"D1": "", "D2": "", "E1": "Now 28%, up from 30%."},
		Metrics: []report.EarlierMetric{
			{
				Ref: "D1", Name: "Referrals", Definition: "Referrals accepted in the month.", Category: "Demand management",
				Unit: "count", Polarity: "lower is better", Rating: report.BetweenBands,
				Target:      report.EarlierTarget{Value: report.Number(1230, 0), Words: "1,230"},
				FinalTarget: report.EarlierTarget{Value: report.Number(1100, 0), Words: "1,100"},
				Figures: []report.EarlierFigure{
					{Period: september.Add(-2), Actual: report.Missing(report.NotAvailable), Target: report.Number(240, 0)},
					{Period: september.Add(-1), Actual: report.Number(1322, 0)},
					{Period: september, Actual: report.Number(1377, 0), Target: report.Number(1230, 0)},
				},
			},
			{Ref: "D2", Name: "Review cohort", Unit: "count", Polarity: "shown for context", Target: none, FinalTarget: none},
			{
				Ref: "E1", Name: "Permanent staff", Category: "Service", Unit: "percentage", Polarity: "higher is better", Rating: report.Red,
				Target: report.EarlierTarget{Value: report.Number(500, 1), Words: "more than 50.0%"}, FinalTarget: none,
			},
		},
	}
	if diff := cmp.Diff(want, e, cmp.AllowUnexported(report.Period{}, report.Value{})); diff != "" {
		t.Errorf("the earlier pack (- want, + got):\n%s", diff)
	}
}

func TestReadRefusesWhatIsNoRecord(t *testing.T) {
	tests := map[string]string{
		"%PDF-1.7":                           "august.json is not the record of a pack",
		`{"name":"package"}`:                 "august.json is not the record of a pack",
		`{"schema":99,"period":"2022-08"}`:   "august.json is a record of a later kind (99) than this panelpack knows (1)",
		`{"schema":1,"period":"next month"}`: "august.json is the record of a pack without a period",
	}
	for data, want := range tests {
		if _, err := Read("august.json", []byte(data)); err == nil || err.Error() != want {
			t.Errorf("%s: %v, want %q", data, err, want)
		}
	}
}

func TestAnswers(t *testing.T) {
	p := smallPack()
	var findings, trace bytes.Buffer
	if err := WriteFindings(&findings, p.Assessed, p.Findings); err != nil {
		t.Fatal(err)
	}
	if err := WriteTrace(&trace, p, p.Assessed.Find("D1")); err != nil {
		t.Fatal(err)
	}
	golden(t, "findings.json", findings.Bytes())
	golden(t, "trace.json", trace.Bytes())
}

// TestListsAreNeverNull writes a pack that has nothing in it: whatever is a
// list in the record of a full pack is a list in the record of an empty one.
func TestListsAreNeverNull(t *testing.T) {
	empty := &report.Pack{Assessed: &report.Assessed{
		Submission: &report.Submission{}, Metrics: []report.Assessment{{}},
	}}
	full := decoded(t, smallPack())
	got := decoded(t, empty)
	lists := 0
	compare := func(full, got map[string]any) {
		for name, value := range full {
			if _, isList := value.([]any); !isList {
				continue
			}
			lists++
			if _, isList := got[name].([]any); !isList {
				t.Errorf("%s is %v in an empty pack, want a list", name, got[name])
			}
		}
	}
	compare(full, got)
	compare(full["metrics"].([]any)[0].(map[string]any), got["metrics"].([]any)[0].(map[string]any))
	if lists < 10 {
		t.Errorf("only %d lists were looked at", lists)
	}
}

func decoded(t *testing.T, p *report.Pack) map[string]any {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, p); err != nil {
		t.Fatal(err)
	}
	var m map[string]any
	if err := json.Unmarshal(b.Bytes(), &m); err != nil {
		t.Fatalf("the record is no JSON: %v", err)
	}
	return m
}

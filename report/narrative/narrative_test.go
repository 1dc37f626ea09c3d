package narrative_test

import (
	"strings"
	"testing"
	"time"

	"panelpack/report"
	"panelpack/report/narrative"
)

var september = report.MonthOf(2022, time.September)

// metric is an assessed count with figures for September 2022.
func metric(ref string, actual, target int64, rating report.Rating) report.Assessment {
	a := report.Assessment{Rating: rating, RatedFor: "1 month", Reason: "reason of " + ref}
	a.Metric = report.Metric{Ref: ref, Name: "Name of " + ref, Owner: "Head of " + ref}
	a.Now = report.Observation{Period: september, Actual: report.Number(actual, 0)}
	a.Classification = report.Classification{Category: "all", Evidence: "name"}
	if target >= 0 {
		a.Now.Target = report.Target{Value: report.Number(target, 0)}
		a.Deviation.Points = report.Number(actual-target, 0)
	}
	if target > 0 {
		a.Deviation.Percent = report.Number((actual-target)*1000/target, 1)
	}
	return a
}

func assessed(metrics ...report.Assessment) *report.Assessed {
	a := &report.Assessed{
		Submission: &report.Submission{
			Source:  report.Source{File: "q.xlsx", SHA256: strings.Repeat("ab", 32)},
			Details: report.Details{Council: "Anyshire", Panel: "Panel", Meeting: report.Date{Year: 2022, Month: 11, Day: 17}, ReportOf: "Director", StatusNote: "Trial"},
		},
		Period: september, Previous: september.Add(-1), Metrics: metrics,
		Categories: []report.Category{{ID: "all", Title: "All of them"}},
		Policy: report.Policy{
			Title: "Performance pack", Prompts: prompts("Why?"),
			Bands: []report.Band{{Rating: report.Green, Words: "within 2%"}, {Rating: report.Red, Words: "more than 20% away"}},
		},
	}
	for _, m := range metrics {
		a.Counts.Add(m.Rating)
		a.Submission.Series = append(a.Submission.Series, m.Series)
	}
	return a
}

func fill(t *testing.T, a *report.Assessed, o narrative.Options) *report.Pack {
	t.Helper()
	collected, _ := narrative.Read(a.Submission)
	return narrative.Fill(a, collected, o)
}

func section(t *testing.T, p *report.Pack, id string) report.Section {
	t.Helper()
	for _, s := range p.Sections {
		if s.ID == id {
			return s
		}
	}
	t.Fatalf("the pack has no section %q", id)
	return report.Section{}
}

func entry(ref, text string, row int) report.CommentaryEntry {
	return report.CommentaryEntry{Metric: ref, Text: text, File: "q.xlsx", Cell: report.Cell{Sheet: "Commentary", Col: 3, Row: row}}
}

func TestEveryMetricHasCommentaryOrItsPlace(t *testing.T) {
	a := assessed(metric("A1", 3, 2, report.Red), metric("A2", 2, 2, report.Green))
	a.Submission.Commentary = []report.CommentaryEntry{entry("A2", "First\nline.\n\nSecond.", 2)}
	p := fill(t, a, narrative.Options{})

	if c := p.Commentary["A1"]; c.Supplied || c.Heading != "Commentary to come · owner: Head of A1 · about 50 words fit" || len(c.Prompts) != 1 {
		t.Errorf("A1 has no commentary; its place is %+v", c)
	}
	c := p.Commentary["A2"]
	if !c.Supplied || len(c.Body) != 2 || c.Body[0].(report.Paragraph).Text.String() != "First line." || c.Source != "Commentary!C2" {
		t.Errorf("A2 has two paragraphs at Commentary!C2; got %+v", c)
	}
	if want := "Draft · 1 of 2 commentaries to come · Trial"; p.CoverMark != want {
		t.Errorf("cover mark %q, want %q", p.CoverMark, want)
	}
	if want := "Draft · Trial"; p.Mark != want {
		t.Errorf("mark of every page %q, want %q", p.Mark, want)
	}
}

func TestReadTellsOfCommentaryThatCannotBeUsed(t *testing.T) {
	a := assessed(metric("A1", 3, 2, report.Red))
	a.Submission.Commentary = []report.CommentaryEntry{
		entry("A1", "One.", 2), entry("A1", "One.", 3), entry("A1", "Another.", 4), entry("A9", "Lost.", 5), entry("A1", "  ", 6),
	}
	collected, found := narrative.Read(a.Submission)
	if !collected.Has("A1") || collected.Has("A9") {
		t.Error("A1 has commentary and A9 is no metric")
	}
	var got []string
	for _, f := range found {
		got = append(got, f.String())
	}
	want := []string{
		`q.xlsx: Commentary!C4: warning: A1: another text than the one at q.xlsx: Commentary!C3; this one is used`,
		`q.xlsx: Commentary!C5: warning: commentary for "A9", which is no metric of this workbook`,
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("findings\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestAFinalPackNeedsRequiredCommentaryAndNoErrors(t *testing.T) {
	a := assessed(metric("A1", 3, 2, report.Red), metric("A2", 2, 2, report.Green))
	a.Policy.Required = []string{"A1"}
	a.Findings = []report.Finding{{Severity: report.Error, Message: "unreadable"}, {Severity: report.Warning, Message: "odd"}}
	if got := narrative.Obstacles(fill(t, a, narrative.Options{})); len(got) != 2 || got[0].Message != "unreadable" || got[1].Metric != "A1" {
		t.Errorf("one error and the commentary of A1 stand in the way; got %v", got)
	}
	a.Findings = nil
	a.Submission.Commentary = []report.CommentaryEntry{entry("A1", "Because.", 2)}
	p := fill(t, a, narrative.Options{Final: true})
	if got := narrative.Obstacles(p); len(got) != 0 || p.Draft || p.Mark != "Trial" {
		t.Errorf("nothing stands in the way and nothing says draft; got %v, mark %q", got, p.Mark)
	}
}

func TestRedMetricsComeFurthestFirst(t *testing.T) {
	a := assessed(metric("NEAR", 13, 10, report.Red), metric("FAR", 20, 10, report.Red),
		metric("BELOW", 2, 10, report.Red), metric("NIL", 1, 0, report.Red))
	var got []string
	for _, b := range section(t, fill(t, a, narrative.Options{}), "attention").Blocks {
		if table, ok := b.(report.Table); ok && table.ID == "red" {
			for _, row := range table.Rows {
				got = append(got, row.Cells[0].Text.String())
			}
		}
	}
	if want := "NIL FAR BELOW NEAR"; strings.Join(got, " ") != want {
		t.Errorf("order %q, want %q: a target of nought heads the list", strings.Join(got, " "), want)
	}
}

func TestCountsAddUpToTheNumberOfMetrics(t *testing.T) {
	a := assessed(metric("A1", 3, 2, report.Red), metric("A2", 2, 2, report.Green), metric("A3", 2, -1, report.NotRated))
	a.Categories = append(a.Categories, report.Category{ID: "none", Title: "None of them"})
	for _, b := range section(t, fill(t, a, narrative.Options{}), "attention").Blocks {
		table, ok := b.(report.Table)
		if !ok || table.ID != "counts" {
			continue
		}
		total := table.Rows[len(table.Rows)-1]
		if got := total.Cells[len(total.Cells)-1].Text.String(); got != "3" || !total.Total {
			t.Errorf("the last row is the total of 3 metrics; got %q", got)
		}
		if len(table.Rows) != 2 {
			t.Errorf("%d rows: a category without metrics has none", len(table.Rows))
		}
		return
	}
	t.Error("the page has no table of counts")
}

func TestWhatNobodyDeclaredIsBlankAndAFinding(t *testing.T) {
	a := assessed(metric("A1", 3, 2, report.Red))
	a.Submission.Details.Panel = ""
	p := fill(t, a, narrative.Options{})
	for _, f := range p.Findings {
		if strings.Contains(f.Message, `"Panel"`) && strings.Contains(f.Hint, "sheet named Pack") {
			return
		}
	}
	t.Errorf("a cover without a panel is a finding; got %v", p.Findings)
}

func TestEveryMetricIsInTheScorecardAndHasAPanel(t *testing.T) {
	p := fill(t, assessed(metric("A1", 3, 2, report.Red), metric("A2", 2, -1, report.NotRated)), narrative.Options{})
	rows, panels := 0, 0
	for _, s := range p.Sections {
		for _, b := range s.Blocks {
			switch b := b.(type) {
			case report.MetricPanel:
				panels++
			case report.Table:
				if b.ID == "scorecard-table" {
					rows += len(b.Rows) - 1 // without the category's heading
				}
			}
		}
	}
	if rows != 2 || panels != 2 {
		t.Errorf("%d scorecard rows and %d panels for 2 metrics", rows, panels)
	}
}

package narrative_test

import (
	"slices"
	"strings"
	"testing"

	"panelpack/report"
	"panelpack/report/narrative"
)

// linesOf is the text of every block of a section, one line for each.
func linesOf(s report.Section) []string {
	var lines []string
	for _, block := range s.Blocks {
		switch b := block.(type) {
		case report.Heading:
			lines = append(lines, "# "+b.Text)
		case report.Paragraph:
			lines = append(lines, b.Text.String())
		case report.List:
			for _, item := range b.Items {
				lines = append(lines, "- "+item.String())
			}
		case report.Table:
			for _, row := range b.Rows {
				lines = append(lines, rowText(row))
			}
		}
	}
	return lines
}

func rowText(row report.Row) string {
	var cells []string
	for _, c := range row.Cells {
		text := c.Text.String()
		if c.Rating != nil {
			text = c.Rating.String()
		}
		cells = append(cells, text)
	}
	return strings.Join(cells, " | ")
}

func TestWithoutAnEarlierPackNothingIsSaidOfIt(t *testing.T) {
	for _, s := range fill(t, assessed(metric("A1", 3, 2, report.Red)), narrative.Options{}).Sections {
		if s.ID == "since" {
			t.Errorf("the pack has a section %q and was compared with nothing", s.Title)
		}
	}
}

func TestSinceTheLastPack(t *testing.T) {
	august, july := september.Add(-1), september.Add(-2)
	a := assessed(metric("A1", 3, 2, report.Red), metric("A2", 2, 2, report.Green))
	a.Changes = &report.Changes{
		Source: report.Source{File: "august.json"}, Since: august, Rules: true,
		Metrics: []report.MetricChange{
			{Ref: "A2", Name: "Name of A2", Part: report.NewMetric},
			{Ref: "A1", Name: "Name of A1", Part: report.MetricName, Then: "Its old name", Now: "Name of A1"},
			{Ref: "A1", Name: "Name of A1", Part: report.MetricDefinition, Then: "All of them.", Now: "Most of them."},
			{Ref: "A9", Name: "Gone", Part: report.DroppedMetric},
		},
		Ratings: []report.RatingChange{{Ref: "A1", Before: report.Amber, Now: report.Red, Why: "50% above"}},
		Revised: []report.RatingChange{{Ref: "A1", Before: report.Amber, Now: report.BetweenBands}},
		Figures: []report.FigureChange{
			{Ref: "A1", From: july.Add(-2), To: july.Add(-2), Then: "1", Now: "2"},
			{Ref: "A1", From: july.Add(-1), To: july.Add(-1), Then: "3", Now: "4"},
			{Ref: "A1", From: july, To: july, Then: "5", Now: "6"},
			{Ref: "A1", From: august, To: august, Then: "7", Now: "8", Cell: report.Cell{Sheet: "S", Col: 2, Row: 3}},
		},
		Targets: []report.FigureChange{{Ref: "A2", From: july, To: september, Then: "5", Now: "6"}, {Ref: "A2", Then: "1", Now: "at most 1"}},
	}
	want := []string{
		"Compared with the pack for August 2022, as it was made then (august.json). Its ratings were made by another rulebook, so that a rating may differ although no figure does.",
		"# Metrics new, dropped or defined otherwise",
		"- A9 Gone: dropped; it was in the last pack and is not in this one.",
		"- A2 Name of A2: new in this pack.",
		"- A1 Name of A1: it was called “Its old name”, and is now “Name of A1”.",
		"- A1 Name of A1: it was defined as “All of them”.",
		"# Ratings, as published then and now",
		"A1 | Name of A1 | Amber | Red | 50% above",
		"# Ratings of August 2022 as they would be now",
		"- A1 Name of A1: published as amber; between bands by what is known now.",
		"# Restated figures",
		"A1 | Name of A1 | June 2022, and 1 before that | 3 | 4 | ",
		"A1 | Name of A1 | July 2022 | 5 | 6 | ",
		"A1 | Name of A1 | August 2022 | 7 | 8 | S!B3",
		"# Targets that changed",
		"A2 | Name of A2 | July 2022 to September 2022 | 5 | 6 | ",
		"A2 | Name of A2 | Final target | 1 | at most 1 | ",
	}
	if got := linesOf(section(t, fill(t, a, narrative.Options{}), "since")); !slices.Equal(got, want) {
		t.Errorf("the section says\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestNothingChangedIsSaid(t *testing.T) {
	a := assessed(metric("A1", 3, 2, report.Red))
	a.Changes = &report.Changes{Source: report.Source{File: "august.json"}, Since: september.Add(-1)}
	got := strings.Join(linesOf(section(t, fill(t, a, narrative.Options{}), "since")), "\n")
	for _, want := range []string{"every metric is here", "No rating is different.", "None would be different", "No figure was restated.", "No target was changed."} {
		if !strings.Contains(got, want) {
			t.Errorf("the section does not say %q:\n%s", want, got)
		}
	}
}

package narrative_test

import (
	"fmt"
	"strings"
	"testing"

	"panelpack/report"
	"panelpack/report/narrative"
)

// manyRed is a pack of so many red metrics and a question for each.
func manyRed(t *testing.T, n int) *report.Pack {
	t.Helper()
	var metrics []report.Assessment
	for i := range n {
		m := metric(fmt.Sprintf("A%02d", i+1), int64(200+i), 100, report.Red)
		m.Metric.ShortName = fmt.Sprintf("Short %d", i+1)
		metrics = append(metrics, m)
	}
	a := assessed(metrics...)
	for _, m := range a.Metrics {
		a.Questions = append(a.Questions, report.Question{
			Text: report.Text{report.MetricLink(m.Metric.Ref, "Why "+m.Metric.Ref), {Text: "?"}}, Metrics: []string{m.Metric.Ref},
		})
	}
	return fill(t, a, narrative.Options{})
}

func TestSummaryIsOneSectionOfTheFirstThings(t *testing.T) {
	p := manyRed(t, 12)
	s := narrative.Summary(p, narrative.RedInSummary)
	if !s.Sheet || p.Sheet || len(s.Sections) != 1 || s.Title != "Performance pack summary" || p.Title != "Performance pack" {
		t.Fatalf("sheet %v, %d sections, title %q; the pack's %v, %q", s.Sheet, len(s.Sections), s.Title, p.Sheet, p.Title)
	}
	rows, asked, said := 0, 0, ""
	for _, b := range s.Sections[0].Blocks {
		switch b := b.(type) {
		case report.Table:
			rows = len(b.Rows)
			if first := b.Rows[0].Cells; first[0].Text.String() != "A12" || first[1].Text.String() != "Short 12" || len(first) != len(b.Columns) {
				t.Errorf("the first row is %v in %d columns, want A12 under its short name", first, len(b.Columns))
			}
		case report.List:
			asked = len(b.Items)
		case report.Paragraph:
			said += b.Text.String() + "\n"
		}
	}
	if rows != 10 || asked != 3 {
		t.Errorf("%d red metrics and %d questions, want 10 and 3", rows, asked)
	}
	for _, want := range []string{"September 2022 · Panel · 17 November 2022", "Two more red metrics are in the full pack.", "This is a draft"} {
		if !strings.Contains(said, want) {
			t.Errorf("the summary does not say %q:\n%s", want, said)
		}
	}
}

// The page of what to look at keeps to one page: the more red metrics, the
// fewer questions, and the rest follow on the next page.
func TestQuestionsGiveWayToRedMetrics(t *testing.T) {
	for red, want := range map[int]int{3: 3, 9: 5, 11: 5, 12: 4, 13: 4, 14: 3, 22: 0, 40: 0} {
		counted := map[string]int{}
		for _, s := range manyRed(t, red).Sections {
			for _, b := range s.Blocks {
				if l, ok := b.(report.List); ok && strings.HasPrefix(l.Items[0].String(), "Why ") {
					counted[s.ID] = len(l.Items)
				}
			}
		}
		if counted["attention"] != want || counted["further-questions"] != red-want {
			t.Errorf("%d red metrics: %v questions, want %d on the first page", red, counted, want)
		}
	}
}

// A link of a summary would lead nowhere.
func TestSummaryHasNoLinks(t *testing.T) {
	p := manyRed(t, 3)
	for _, b := range narrative.Summary(p, narrative.RedInSummary).Sections[0].Blocks {
		var texts []report.Text
		switch b := b.(type) {
		case report.Table:
			for _, r := range b.Rows {
				for _, c := range r.Cells {
					texts = append(texts, c.Text)
					if c.Page != "" {
						t.Errorf("a cell has the page of %q", c.Page)
					}
				}
			}
		case report.List:
			texts = b.Items
		case report.Paragraph:
			texts = []report.Text{b.Text}
		}
		for _, text := range texts {
			for _, span := range text {
				if span.Link != "" {
					t.Errorf("%q leads to %q", span.Text, span.Link)
				}
			}
		}
	}
	if q := p.Assessed.Questions[0].Text; q[0].Link == "" {
		t.Error("the pack itself lost its links")
	}
}

package narrative_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"panelpack/report"
	"panelpack/report/narrative"
)

// unrated is a pack of so many metrics that are not rated for one reason, and
// one that is not for another.
func unrated(t *testing.T, alike int) *report.Pack {
	t.Helper()
	metrics := []report.Assessment{metric("B1", 1, -1, report.NotRated)}
	for i := range alike {
		m := metric(fmt.Sprintf("A%d", i+1), 1, -1, report.NotRated)
		m.Reason = "no target"
		metrics = append(metrics, m)
	}
	return fill(t, assessed(metrics...), narrative.Options{})
}

// reasonsIn is what stands under "Not rated, and why".
func reasonsIn(t *testing.T, p *report.Pack) []string {
	t.Helper()
	var said []string
	here := false
	for _, b := range section(t, p, "changes").Blocks {
		switch b := b.(type) {
		case report.Heading:
			here = b.Text == "Not rated, and why"
		case report.List:
			for _, item := range b.Items {
				if here {
					said = append(said, item.String())
				}
			}
		}
	}
	return said
}

func TestAReasonThatManyShareIsToldOnce(t *testing.T) {
	few := "B1 Name of B1: reason of B1.|A1 Name of A1: no target.|A2 Name of A2: no target."
	if got := strings.Join(reasonsIn(t, unrated(t, 2)), "|"); got != few {
		t.Errorf("%q, want %q", got, few)
	}
	many := "B1 Name of B1: reason of B1.|No target: A1, A2, A3, A4, A5, A6, A7 (7)."
	if got := strings.Join(reasonsIn(t, unrated(t, 7)), "|"); got != many {
		t.Errorf("%q, want %q", got, many)
	}
}

// That none is red must not pass for good news where few have a rating.
func TestTheFirstSentenceSaysHowManyAreNotRated(t *testing.T) {
	for want, p := range map[string]*report.Pack{
		"None of 3 metrics could be rated.":                      unrated(t, 2),
		"None of 2 metrics is red. One is not rated. Since Augu": fill(t, assessed(metric("A1", 2, 2, report.Green), metric("A2", 2, -1, report.NotRated)), narrative.Options{}),
		"All 2 metrics are red: more than 20% away.":             fill(t, assessed(metric("A1", 9, 2, report.Red), metric("A2", 9, 2, report.Red)), narrative.Options{}),
		"One of 2 metrics is red: more than 20% away. Since":     fill(t, assessed(metric("A1", 9, 2, report.Red), metric("A2", 2, -1, report.NotRated)), narrative.Options{}),
	} {
		first := section(t, p, "attention").Blocks[0].(report.Paragraph).Text.String()
		if !strings.HasPrefix(first, want) {
			t.Errorf("%q, want %q", first, want)
		}
	}
}

// prompts are the same for metrics of every rating.
func prompts(all ...string) map[report.Rating][]string {
	by := map[report.Rating][]string{}
	for _, r := range report.Ratings() {
		by[r] = all
	}
	return by
}

// A green metric is on track, and is not asked when it will be.
func TestGreenMetricsHavePromptsOfTheirOwn(t *testing.T) {
	a := assessed(metric("A1", 9, 2, report.Red), metric("A2", 2, 2, report.Green))
	a.Policy.Prompts[report.Green] = []string{"Will it last?"}
	p := fill(t, a, narrative.Options{})
	for ref, want := range map[string]string{"A1": "Why?", "A2": "Will it last?"} {
		if got := strings.Join(p.Commentary[ref].Prompts, " "); got != want {
			t.Errorf("%s is asked %q, want %q", ref, got, want)
		}
	}
}

// Questions have one number each, over both pages that they stand on.
func TestFurtherQuestionsAreNumberedOn(t *testing.T) {
	p := manyRed(t, 12)
	lists := map[string]report.List{}
	for _, id := range []string{"attention", "further-questions"} {
		for _, b := range section(t, p, id).Blocks {
			if l, ok := b.(report.List); ok {
				lists[id] = l
			}
		}
	}
	first, further := lists["attention"], lists["further-questions"]
	if !first.Numbered || !further.Numbered || further.First != len(first.Items)+1 || len(first.Items)+len(further.Items) != 12 {
		t.Errorf("%d questions, and %d more from number %d", len(first.Items), len(further.Items), further.First)
	}
}

// The fewer metrics are red, the more questions stand on the first page.
func TestTheFirstPageIsFilledWithQuestions(t *testing.T) {
	for reds, want := range map[int]int{12: 4, 11: 5, 10: 5, 9: 5, 8: 6, 5: 5} {
		p := manyRed(t, reds)
		for _, b := range section(t, p, "attention").Blocks {
			if l, ok := b.(report.List); ok && len(l.Items) != want {
				t.Errorf("%d red metrics: %d questions, want %d", reds, len(l.Items), want)
			}
		}
	}
}

// Where nothing is earlier nothing is compared, and that is said.
func TestAFirstPeriodHasNothingToCompareWith(t *testing.T) {
	a := assessed(metric("A1", 9, 2, report.Red))
	a.Previous = report.Period{}
	p := fill(t, a, narrative.Options{})
	if first := section(t, p, "attention").Blocks[0].(report.Paragraph).Text.String(); strings.Contains(first, "Since") {
		t.Errorf("the first page says %q", first)
	}
	said := false
	for _, b := range section(t, p, "changes").Blocks {
		paragraph, ok := b.(report.Paragraph)
		said = said || ok && paragraph.Text.String() == "There is no earlier figure to compare with."
	}
	if !said {
		t.Error("the pack does not say that nothing is earlier")
	}
}

// A title that nobody gave is told where the rules that have it know few of the
// metrics.
func TestATitleThatMayNotFitIsTold(t *testing.T) {
	a := assessed(metric("A1", 9, 2, report.Red), metric("A2", 2, 2, report.Green))
	told := func() bool {
		return slices.ContainsFunc(fill(t, a, narrative.Options{}).Findings, func(f report.Finding) bool {
			return f.Message == `nobody says "Title"; the pack is called "Performance pack", though most of its metrics fit no category of the rulebook`
		})
	}
	if told() {
		t.Error("told though every metric has a category")
	}
	for i := range a.Metrics {
		a.Metrics[i].Classification.Evidence = ""
	}
	if !told() {
		t.Error("not told though no metric has a category")
	}
	if a.Submission.Details.Title = "Housing"; told() {
		t.Error("told though the workbook has a title")
	}
}

// What is compared with another period than most is named, on both pages that
// compare.
func TestFiguresThatComeLessOftenAreNamed(t *testing.T) {
	monthly, quarterly := metric("A1", 3, 2, report.Red), metric("A2", 2, 2, report.Green)
	monthly.Directions = []report.Direction{{Against: september.Add(-1), Word: report.Worse}}
	quarterly.Step = 3
	quarterly.Directions = []report.Direction{{Against: september.Add(-3), Word: report.Better}}
	p := fill(t, assessed(monthly, quarterly), narrative.Options{})
	for _, id := range []string{"scorecard", "changes"} {
		said := 0
		for _, b := range section(t, p, id).Blocks {
			if b, ok := b.(report.Paragraph); ok {
				said += strings.Count(b.Text.String(), "A2 compares with June 2022.")
			}
		}
		if said != 1 {
			t.Errorf("%q says %d times, not once, that A2 compares with June", id, said)
		}
	}
}

func TestScorecardSaysWhatIsMissing(t *testing.T) {
	withheld := metric("A1", 3, 2, report.NotRated)
	withheld.Now.Actual = report.Missing(report.Suppressed)
	p := fill(t, assessed(withheld, metric("A2", 3, -1, report.NotRated)), narrative.Options{})
	want := map[string]string{"A1": "no figure", "A2": "no target"}
	for _, b := range section(t, p, "scorecard").Blocks {
		table, ok := b.(report.Table)
		if !ok {
			continue
		}
		for _, row := range table.Rows {
			if row.Group != "" {
				continue
			}
			ref := row.Cells[0].Text.String()
			if got := row.Cells[5].Text.String(); got != want[ref] {
				t.Errorf("%q is away by %q, want %q", ref, got, want[ref])
			}
			delete(want, ref)
		}
	}
	if len(want) > 0 {
		t.Errorf("the scorecard has no row of %v", want)
	}
}

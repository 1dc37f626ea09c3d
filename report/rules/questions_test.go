package rules

import (
	"strings"
	"testing"

	"panelpack/report"

	"github.com/google/go-cmp/cmp"
)

const questionMetrics = `
DM01 Referrals
  unit: count, lower
  actual: 2022-06 200 200 290 300
  target: 200
DM02 Open cases
  unit: count, lower
  actual: 2022-06 200 200 250 260
  target: 200
DM03 Long red
  unit: count, lower
  actual: 2022-02 500 300 300 300 300 300 300 300
  target: 200
DM04 Newly red
  unit: count, lower
  actual: 2022-07 200 230 250
  target: 200
ES01 Improbable
  unit: percent, higher
  actual: 2022-05 60 60 60 61 61
  target: 60
  forecast: 2022-10 75 hope
ES02 Between
  unit: percent, higher
  actual: 2022-09 85
  target: 100
ES03 Gone
  unit: percent, higher
  actual: 2022-08 85 n/a
  target: 80
ES04 Rising
  unit: percent, higher
  actual: 2021-09 80 . . . . . . . . . . . 90
  target: 80
ES05 Sinking
  unit: percent, higher
  actual: 2021-09 82 . . . . . . . . . . . 81
  target: 80
ES06 Steadily off
  unit: percent, higher
  actual: 2021-08 50 52 49 51 50 48 52 50 49 51 50 52 49 51
  target: 52.5
ES07 Green but sinking
  unit: percent, higher
  actual: 2021-08 90 92 89 91 90 88 92 90 89 91 90 92 89 76
  target: 76
`

func questionsOf(a *report.Assessed) []string {
	var all []string
	for _, q := range a.Questions {
		all = append(all, strings.ReplaceAll(q.Text.String(), "\u00a0", " ")+" "+strings.Join(q.Metrics, " "))
	}
	return all
}

// The best of each kind come first, then the next best; each cites its
// metrics, and none is asked about twice.
func TestQuestions(t *testing.T) {
	sub := read(t, questionMetrics)
	sub.Inspections = []report.InspectionFinding{{ID: "F1", Metrics: []string{"ES05", "ES04"}}}
	a := Assess(sub, defaultBook(t), Options{HasCommentary: func(ref string) bool { return ref != "DM02" }})
	want := []string{
		"Referrals: 50.0% above the target of 200, and worse: up 10 (3.4%) on August. What is driving this, and what will turn it? DM01",
		"Long red: 50.0% above the target of 200, red for 8 months or more. What has been tried so far, and what will be different now? DM03",
		"Newly red: newly red in September 2022, between bands in August; up 20 (8.7%) on August. What lies behind it? DM04",
		"Green but sinking: rated green, and yet below the expected range (84%–94%, provisional), a real change for the worse. What lies behind it? ES07",
		"Improbable: 75% is forecast by October 2022, up 14 points in one month; the largest rise over one month so far is 1 point. What makes that likely? ES01",
		"Open cases: red, with no commentary from the service yet. Who will explain it? DM02",
		"Sinking: worse than in September 2021, while Rising did better; both follow inspection finding F1. Do they tell one story? ES05 ES04",
		"Between: 15.0% below the target of 100%, of which the rating bands say nothing. How does the council rate it? ES02",
		"Gone: no figure for September 2022 (not available); the last was 85% in August 2022. When will there be one? ES03",
	}
	if diff := cmp.Diff(want, questionsOf(a)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if link := a.Questions[0].Text[0].Link; link != "#metric-DM01" {
		t.Errorf("the first question links to %q", link)
	}
}

func TestSteadilyOffTarget(t *testing.T) {
	a := Assess(read(t, "ES06 Steadily off\n  unit: percent, higher\n  actual: 2021-08 50 52 49 51 50 48 52 50 49 51 50 52 49 51\n  target: 60\n"), defaultBook(t), Options{})
	want := []string{"Steadily off: within normal variation (45%–55%, provisional), and the target of 60% lies beyond the expected range, so it can be expected to be missed unless things change. What will be done differently? ES06"}
	if diff := cmp.Diff(want, questionsOf(a)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestNoMoreQuestionsThanTheRulebookSays(t *testing.T) {
	book := bookWith(t, "most = 12", "most = 3")
	if n := len(Assess(read(t, questionMetrics), book, Options{}).Questions); n != 3 {
		t.Errorf("%d questions, want 3", n)
	}
}

// Of questions that weigh the same, the one about the metric furthest from its
// target is asked first; and none asks for a figure that is withheld.
func TestWhichQuestionComesFirst(t *testing.T) {
	sub := read(t, `
DM01 Near
  unit: count, lower
  actual: 2022-02 260 260 260 260 260 260 260 260
  target: 200
DM02 Far
  unit: count, lower
  actual: 2022-02 390 390 390 390 390 390 390 390
  target: 200
DM03 Withheld
  unit: count, lower
  actual: 2022-08 9 c
  target: 8
`)
	asked := questionsOf(Assess(sub, defaultBook(t), Options{Period: report.MonthOf(2022, 9)}))
	if len(asked) != 2 || !strings.HasPrefix(asked[0], "Far:") || !strings.HasPrefix(asked[1], "Near:") {
		t.Errorf("asked %q", asked)
	}
}

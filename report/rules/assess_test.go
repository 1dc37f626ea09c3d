package rules

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"panelpack/report"

	"github.com/google/go-cmp/cmp"
)

func TestReportingPeriod(t *testing.T) {
	const six = `
A1 One
  actual: 2022-07 1 2 3 4
A2 Two
  actual: 2022-07 1 2 3 4
A3 Three
  actual: 2022-07 1 2 3
A4 Four
  actual: 2022-07 1 2
A5 Five
  actual: 2022-07 1 2
A6 Six
  actual: 2022-07 1 2
`
	for _, c := range []struct {
		what, declared, asked, want, finding string
	}{
		{"half have a figure", "", "", "2022-09", "note: reporting September 2022, the latest period for which at least half of the metrics (3 of 6) have a figure"},
		{"the workbook declares one", "2022-07", "", "2022-07", ""},
		{"the officer asks for one", "2022-07", "2022-08", "2022-08", ""},
		{"nothing stands there", "2023-01", "", "2023-01", "error: no metric has a figure for January 2023"},
	} {
		sub := read(t, six)
		if c.declared != "" {
			sub.Details.Period = period(t, c.declared)
		}
		var opts Options
		if c.asked != "" {
			opts.Period = period(t, c.asked)
		}
		a := Assess(sub, defaultBook(t), opts)
		if a.Period.String() != c.want {
			t.Errorf("%s: %s, want %s", c.what, a.Period, c.want)
		}
		if said := hasFinding(a, c.finding); c.finding != "" && !said {
			t.Errorf("%s: no finding %q among %v", c.what, c.finding, a.Findings)
		}
	}
}

func hasFinding(a *report.Assessed, end string) bool {
	for _, f := range a.Findings {
		if strings.HasSuffix(f.String(), end) {
			return true
		}
	}
	return false
}

// What comes after the reporting period is neither judged nor drawn.
func TestLaterFiguresAreLeftOut(t *testing.T) {
	sub := read(t, "DM01 A metric\n  actual: 2022-07 100 100 100 999\n  target: 2022-07 90 90 90 90 90\n")
	a := Assess(sub, defaultBook(t), Options{Period: period(t, "2022-09")})
	m := &a.Metrics[0]
	if m.Now.Actual.Units() != 100 || len(m.Observations) != 5 || m.Observations[3].Actual.Known() || len(m.Records) > 0 {
		t.Errorf("October is used in September: %+v", m.Observations)
	}
	if !m.Observations[4].Target.Known() {
		t.Error("a target given for November is lost")
	}
	if !hasFinding(a, "note: DM01: 1 figure after September 2022 left out") {
		t.Errorf("not said: %v", a.Findings)
	}
	if sub.Series[0].Observations[3].Actual.Units() != 999 {
		t.Error("the submission was changed")
	}
}

// Months that are yet to come are no figures left out.
func TestMonthsToComeAreNotWorthTelling(t *testing.T) {
	sub := read(t, "DM01 A metric\n  actual: 2022-07 100 100 100\n  target: 2022-07 90 90 90 90 90\n")
	sub.Series[0].Observations[3].Actual = report.Missing(report.NotYet)
	a := Assess(sub, defaultBook(t), Options{Period: period(t, "2022-09")})
	for _, f := range a.Findings {
		if strings.Contains(f.Message, "left out") {
			t.Errorf("nothing was left out: %v", f)
		}
	}
	if state := a.Metrics[0].Observations[3].Actual.State(); state != report.NotReported {
		t.Errorf("October is %v in September", state)
	}
}

func TestQuarterServesForItsLastMonth(t *testing.T) {
	sub := read(t, "DM01 Months\n  actual: 2022-07 1 2 3\nDM02 Quarters\n  actual: 2022/23-Q1 5 6\n  target: 4\n")
	a := Assess(sub, defaultBook(t), Options{})
	m := a.Find("DM02")
	if a.Period.String() != "2022-09" || m.Now.Period.String() != "2022/23-Q2" || m.Rating != report.Red || m.Directions[0].Against.String() != "2022/23-Q1" {
		t.Errorf("%s: %s, %s against %s", a.Period, m.Now.Period, m.Rating, m.Directions[0].Against)
	}
	if got := m.Facts[0].String(); got != "50.0% above the incremental target of 4; red for 2 quarters or more." {
		t.Errorf("%q", got)
	}
}

func TestNoMetricIsLost(t *testing.T) {
	a := Assess(read(t, "Z1 Wholly unheard of\n  actual: 2022-09 1\nDM01 Referrals\n  actual: 2022-09 1\n"), defaultBook(t), Options{})
	if len(a.Metrics) != 2 || a.Metrics[1].Metric.Ref != "Z1" || a.Metrics[1].Classification != (report.Classification{Category: "unplaced"}) {
		t.Errorf("metrics %+v", a.Metrics)
	}
	if last := a.Categories[len(a.Categories)-1]; last.Title != "Not yet placed in a category" {
		t.Errorf("last category %q", last.Title)
	}
	if !hasFinding(a, `warning: Z1: no rule says which category "Wholly unheard of" belongs to`) {
		t.Errorf("not said: %v", a.Findings)
	}
}

func TestStrongerEvidenceDecidesAndWeakerIsSaid(t *testing.T) {
	m := report.Metric{Ref: "FC01", Name: "Referrals", Section: "Section 2: Timeliness"}
	decided, contrary := defaultBook(t).classify(m)
	want := report.Classification{Category: "effectiveness", Rule: "headings of effectiveness", Words: "Timeliness", Evidence: "section"}
	if diff := cmp.Diff(want, decided); diff != "" {
		t.Errorf("decided (-want +got)\n%s", diff)
	}
	var against []string
	for _, c := range contrary {
		against = append(against, c.Evidence+" "+c.Words+" "+c.Category)
	}
	if diff := cmp.Diff([]string{"ref FC feedback", "name Referrals demand"}, against); diff != "" {
		t.Errorf("contrary (-want +got)\n%s", diff)
	}
	m.Category = "Demand management"
	if decided, _ := defaultBook(t).classify(m); decided.Category != "demand" || decided.Evidence != "category" {
		t.Errorf("its own category column: %+v", decided)
	}
}

func TestRuleWithSeveralConditions(t *testing.T) {
	book := bookWith(t, "[[rule]]\nid = \"refs of demand\"",
		"[[rule]]\nid = \"shares of plans\"\ncategory = \"effectiveness\"\nname = { words = [\"plans\"] }\nunit = { exact = [\"percentage\"] }\n\n[[rule]]\nid = \"refs of demand\"")
	for kind, want := range map[report.UnitKind]string{report.Percent: "shares of plans", report.Count: "names of demand"} {
		if c, _ := book.classify(report.Metric{Name: "CP plans", Unit: report.Unit{Kind: kind}}); c.Rule != want {
			t.Errorf("%s: rule %q, want %q", kind, c.Rule, want)
		}
	}
}

func TestRefsThatNoMetricHas(t *testing.T) {
	sub := read(t, "DM01 Referrals\n  actual: 2022-09 1\n")
	sub.Events = []report.Event{{Label: "x", Metrics: []string{"DM01", "DM99"}}}
	sub.Inspections = []report.InspectionFinding{{ID: "F1", Metrics: []string{"ES99"}}}
	book := bookWith(t, "# What is different for one metric.", "[metric.DM98]\npolarity = \"lower\"\n# What is different for one metric.",
		"required = []", "required = [\"DM97\", \"DM01\"]",
		"# ------------------------------------------------------ Records", "[[rebaseline]]\nfrom = \"2022-04\"\nmetrics = [\"DM96\"]\n#")
	a := Assess(sub, book, Options{})
	for _, want := range []string{
		`warning: an event names "DM99", which is the ref of no metric`,
		`warning: an inspection finding names "ES99", which is the ref of no metric`,
		`note: "DM98" has terms of its own and is not in the workbook`,
		`warning: "DM97" needs commentary and is not in the workbook`,
		`note: "DM96" starts a new range in April 2022 and is not in the workbook`,
	} {
		if !hasFinding(a, want) {
			t.Errorf("no finding %s among %v", want, a.Findings)
		}
	}
}

func TestPolarityThatIsNotStated(t *testing.T) {
	a := Assess(read(t, "DM01 Referrals\n  unit: count, no polarity\n  actual: 2022-09 1\n  target: 2\n"), defaultBook(t), Options{})
	if !hasFinding(a, "warning: DM01: there is a target, and it is not stated whether higher or lower is better; not rated") {
		t.Errorf("not said: %v", a.Findings)
	}
	a = Assess(read(t, "DM01 Referrals\n  unit: percent, higher\n  actual: 2022-09 1\n  target: <5\n"), defaultBook(t), Options{})
	if !hasFinding(a, `target "less than 5%" is judged as it is written, though higher is better`) {
		t.Errorf("not said: %v", a.Findings)
	}
}

func TestTheWorkbooksOwnRatingIsComparedAndNeverFollowed(t *testing.T) {
	for word, differs := range map[string]bool{"Red": false, "r": false, "Amber": true, "G": true, "improving": false, "": false} {
		sub := read(t, "DM01 Referrals\n  actual: 2022-09 377\n  target: 230\n")
		sub.Series[0].Observations[0].Declared = word
		a := Assess(sub, defaultBook(t), Options{})
		if said := hasFinding(a, fmt.Sprintf("warning: DM01: the workbook rates it %q, and by the rulebook it is red", word)); said != differs || a.Metrics[0].Rating != report.Red {
			t.Errorf("%q: said %t, rated %s", word, said, a.Metrics[0].Rating)
		}
	}
}

func TestReckoning(t *testing.T) {
	sub := read(t, "DM02 Referrals\n  unit: count, lower\n  actual: 2022-08 322 377\n  target: 230\n")
	o := &sub.Series[0].Observations[1]
	o.ActualCell, o.TargetCell = report.Cell{Sheet: "Scorecard", Col: 6, Row: 17}, report.Cell{Sheet: "Scorecard", Col: 6, Row: 18}
	book := defaultBook(t)
	var got []string
	for _, r := range Assess(sub, book, Options{}).Metrics[0].Reckoning {
		got = append(got, r.Label+": "+r.Text)
	}
	want := []string{
		"Figure: 377 in Scorecard!F17 for September 2022",
		"Target: incremental target 230 in Scorecard!F18",
		"Better: lower is better",
		"Deviation: 377 − 230 = 147; 147 ÷ 230 = 63.9%",
		fmt.Sprintf("Band: Red: more than 20%%, rulebook.toml line %d", lineWith(t, "red = { over = 20 }")),
		"Rating: Red: 63.9% above the incremental target of 230: more than 20%",
		"Since: August 2022 (2 months or more)",
		fmt.Sprintf(`Category: Demand management, by rule "refs of demand" (rulebook.toml line %d): "DM" in its ref`, lineWith(t, `id = "refs of demand"`)-1),
		"Against August 2022: up 55 (17%) on August, worse",
		"Against September 2021: no figure for September 2021 to compare with",
		"Signal: no expected range: 2 figures so far, and 12 are needed",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// lineWith is the line of the default rulebook that holds text.
func lineWith(t *testing.T, text string) int {
	t.Helper()
	before, _, ok := strings.Cut(string(rulebookText(t)), text)
	if !ok {
		t.Fatalf("the rulebook has no %q", text)
	}
	return strings.Count(before, "\n") + 1
}

func TestLastKnownFigure(t *testing.T) {
	sub := read(t, "DM01 A metric\n  actual: 2022-07 5 6 c\n  target: 5\n")
	a := Assess(sub, defaultBook(t), Options{Period: period(t, "2022-09")}).Find("DM01")
	if a.Rating != report.NotRated || a.LastKnown.Period.String() != "2022-08" || a.LastKnown.Actual.Units() != 6 {
		t.Errorf("%s, last known %+v", a.Rating, a.LastKnown)
	}
	want := []string{"Suppressed for September 2022.", "No figure for September 2022; the last is 6, for August 2022."}
	if diff := cmp.Diff(want, a.Notes); diff != "" {
		t.Errorf("notes (-want +got)\n%s", diff)
	}
}

func TestAnEmptySubmissionIsJudgedToo(t *testing.T) {
	a := Assess(&report.Submission{}, defaultBook(t), Options{})
	if a.Counts.Total() != 0 || len(a.Categories) != 3 || !a.Period.IsZero() {
		t.Errorf("%+v", a)
	}
	a = Assess(read(t, "DM01 Without figures\n"), defaultBook(t), Options{})
	if len(a.Metrics) != 1 || a.Metrics[0].Rating != report.NotRated {
		t.Errorf("%+v", a.Metrics)
	}
}

// A workbook of ratings without figures is about the period that they are of.
func TestPeriodOfRatingsAlone(t *testing.T) {
	sub := &report.Submission{Series: []report.Series{{Metric: report.Metric{Ref: "P1"}, Observations: []report.Observation{
		{Period: report.MonthOf(2024, time.August), Declared: "Green"}, {Period: report.MonthOf(2024, time.September), Declared: "Amber"},
		{Period: report.MonthOf(2024, time.October)},
	}}}}
	a := Assess(sub, defaultBook(t), Options{})
	if want := report.MonthOf(2024, time.September); a.Period != want || a.Counts.Total() != 1 || a.Metrics[0].Rating != report.NotRated {
		t.Errorf("reporting %v with %v, want %v and one that is not rated", a.Period, a.Counts, want)
	}
}

// Metrics that share a name are told together, but not those of different
// sections.
func TestMetricsOfOneName(t *testing.T) {
	sub := read(t, "DM01 Visits\n  unit: count, lower\n  actual: 2022-09 5\nDM02 visits\n  unit: count, lower\n  actual: 2022-09 6\nDM03 Visits\n  unit: count, lower\n  actual: 2022-09 7")
	sub.Series[2].Metric.Section = "Another team"
	a := Assess(sub, defaultBook(t), Options{})
	if !hasFinding(a, `2 metrics are called "Visits": DM01 and DM02`) {
		t.Errorf("findings %v", a.Findings)
	}
	sub.Series[1].Metric.Name = "Calls"
	if a := Assess(sub, defaultBook(t), Options{}); slices.ContainsFunc(a.Findings, func(f report.Finding) bool { return strings.Contains(f.Message, "are called") }) {
		t.Errorf("findings %v", a.Findings)
	}
}

package rules

import (
	"strings"
	"testing"

	"panelpack/report"

	"github.com/google/go-cmp/cmp"
)

func TestWordsOfAChart(t *testing.T) {
	a := assessOne(t, defaultBook(t), "DM01 Open cases\n  unit: count, lower, month end\n  actual: 2022-06 2200 n/a 2358 2371\n  target: 2200\n")
	want := report.ChartWords{
		Title:    "Open cases rose to 2,371, 7.8% above target",
		Subtitle: "Number at month end, June 2022 to September 2022, with incremental target",
		Alt: "Line chart of Open cases: 2,200 in June 2022, 2,371 in September 2022. The highest is 2,371 in September 2022, and the lowest 2,200 in June 2022. " +
			"The incremental target is 2,200; the rating is Amber. There is no figure for 1 of 4 months.",
	}
	if diff := cmp.Diff(want, a.Chart); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if diff := cmp.Diff([]string{"at 30 September 2022", "target 2,200", "lower is better"}, a.FigureLines); diff != "" {
		t.Errorf("figure lines (-want +got)\n%s", diff)
	}
	if diff := cmp.Diff([]string{"Not available for July 2022."}, a.Notes); diff != "" {
		t.Errorf("notes (-want +got)\n%s", diff)
	}
}

func TestPolicyInWords(t *testing.T) {
	a := Assess(read(t, "DM01 Red\n  actual: 2022-09 9\n  target: 5\nDM02 Green\n  actual: 2022-09 5\n  target: 5\n"), defaultBook(t), Options{})
	want := []report.Band{
		{Rating: report.Green, Words: "within 2% of the incremental target, or better"},
		{Rating: report.Amber, Words: "more than 2% and up to 10% away from the incremental target"},
		{Rating: report.Red, Words: "more than 20% away from the incremental target"},
	}
	if diff := cmp.Diff(want, a.Policy.Bands); diff != "" {
		t.Errorf("bands (-want +got)\n%s", diff)
	}
	if want := "more than 10% and up to 20% away"; a.Policy.Gap != want {
		t.Errorf("gap %q, want %q", a.Policy.Gap, want)
	}
	if diff := cmp.Diff([]string{"DM01"}, a.Policy.Required); diff != "" {
		t.Errorf("required (-want +got)\n%s", diff)
	}
}

// What a council sets otherwise is printed in the method.
func TestMethodTellsWhatIsSetOtherwise(t *testing.T) {
	book := bookWith(t, `percentages = "share"`, `percentages = "points"`, "minimum_base = 0", "minimum_base = 20",
		`missing_target = "none"`, `missing_target = "carry forward"`, "steady_points = 0", "steady_points = 1",
		"# What is different for one metric.", "[metric.DM01]\nyardstick = \"final\"\nwhy = \"agreed in March\"\n# What is different for one metric.")
	var method strings.Builder
	for _, paragraph := range book.method() {
		method.WriteString(paragraph.String() + "\n")
	}
	for _, want := range []string{
		"percentage points (green up to 2 points; amber more than 2 points and up to 10 points; red more than 10 points)",
		"fewer than 20 cases is not rated", "has the last one given", "for percentages 1 point, is called steady",
		"terms of their own for DM01 (agreed in March)",
	} {
		if !strings.Contains(method.String(), want) {
			t.Errorf("the method does not say %q", want)
		}
	}
	if t.Failed() {
		t.Log(method.String())
	}
}

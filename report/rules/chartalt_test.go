package rules

import (
	"strings"
	"testing"

	"panelpack/report"
)

// Whoever cannot see the chart hears of all that is drawn on it.
func TestAltOfAChartSaysWhatElseIsDrawn(t *testing.T) {
	sub := read(t, `
DM01 Open cases
  unit: count, lower, month end
  actual: 2022-06 50 52 54 56
  target: 50
  final: 40
  snapshot: 2022-11-03 58 2022-09-30 56
  forecast: 2022-09 57 the plan
  forecast: 2022-12 60 the plan
`)
	sub.Events = []report.Event{
		{Period: period(t, "2022-07"), Label: "Front door redesigned."},
		{Period: period(t, "2021-01"), Label: "Before all figures"},
	}
	alt := Assess(sub, defaultBook(t), Options{}).Metrics[0].Chart.Alt
	for _, want := range []string{
		"The final target is 40.", "It was 58 on 3 November 2022.", "The service expects 60 by December 2022.",
		"July 2022: Front door redesigned.",
	} {
		if !strings.Contains(alt, want) {
			t.Errorf("%q does not say %q", alt, want)
		}
	}
	if strings.Contains(alt, "Before all") {
		t.Errorf("%q tells an event that is not drawn", alt)
	}
}

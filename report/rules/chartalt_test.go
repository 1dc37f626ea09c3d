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
		{Period: period(t, "2022-09-30"), Label: "Inspected"},
		{Period: period(t, "2022-07"), Label: "Front door redesigned."},
		{Period: period(t, "2021-01"), Label: "Before all figures"},
		{Period: period(t, "2023-01"), Label: "After all figures"},
	}
	sub.Series[0].Forecasts = append(sub.Series[0].Forecasts, report.Forecast{Period: period(t, "2023-03"), Value: report.Missing(report.NotYet)})
	alt := Assess(sub, defaultBook(t), Options{}).Metrics[0].Chart.Alt
	for _, want := range []string{
		"The final target is 40.", "It was 58 on 3 November 2022.", "The service expects 60 by December 2022.",
		"July 2022: Front door redesigned. 30 September 2022: Inspected.",
	} {
		if !strings.Contains(alt, want) {
			t.Errorf("%q does not say %q", alt, want)
		}
	}
	if strings.Contains(alt, "all figures") {
		t.Errorf("%q tells an event that is not drawn", alt)
	}
}

// How high and low a line comes is said of the figures that there are.
func TestAltOfAChartSaysHowFarItReaches(t *testing.T) {
	for actual, want := range map[string]string{
		"2022-06 5 7 6 8":    "5 in June 2022, 8 in September 2022. The highest is 8 in September 2022, and the lowest 5 in June 2022.",
		"2022-06 5 7 5 7":    "The highest is 7, first in July 2022, and the lowest 5, first in June 2022.",
		"2022-06 5 5 5 5":    "5 in June 2022, 5 in September 2022. It is the same throughout.",
		"2022-06 9 c 7 8":    "Of the figures that are published the highest is 9 in June 2022, and the lowest 7 in August 2022.",
		"2022-06-01 5 7 9 8": "5 on 1 June 2022, 8 on 4 June 2022. The highest is 9 on 3 June 2022",
	} {
		sub := read(t, "DM01 Open cases\n  unit: count, lower, in month\n  actual: "+actual)
		if alt := Assess(sub, defaultBook(t), Options{}).Metrics[0].Chart.Alt; !strings.Contains(alt, want) {
			t.Errorf("%s: %q does not say %q", actual, alt, want)
		}
	}
}

func TestStretchWords(t *testing.T) {
	for _, c := range [][3]string{
		{"2020-09", "2022-09", "September 2020 to September 2022"},
		{"2022-09", "2022-09", "September 2022"},
		{"2022/23-Q1", "2023/24-Q4", "April 2022 to March 2024"},
		{"2022/23-Q1", "2022/23-Q1", "April to June 2022"},
		{"2020/21", "2022/23", "2020/21 to 2022/23"},
	} {
		if got := stretchWords(period(t, c[0]), period(t, c[1])); got != c[2] {
			t.Errorf("%s to %s: %q, want %q", c[0], c[1], got, c[2])
		}
	}
}

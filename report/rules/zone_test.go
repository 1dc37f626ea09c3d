package rules

import (
	"strings"
	"testing"

	"panelpack/report"
)

// The zone that a chart shades is the figures that the rules take as meeting
// the target, and for a plan those that they rate green.
func TestZones(t *testing.T) {
	for _, tt := range []struct {
		polarity report.Polarity
		target   report.Target
		low      string
		high     string
	}{
		{report.LowerIsBetter, report.Target{Value: report.Number(230, 0)}, "", ""},
		{report.HigherIsBetter, report.Target{Sense: report.MoreThan, Value: report.Number(50, 0)}, "50", ""},
		{report.LowerIsBetter, report.Target{Sense: report.AtLeast, Value: report.Number(50, 0)}, "50", ""},
		{report.HigherIsBetter, report.Target{Sense: report.AtMost, Value: report.Number(20, 0)}, "", "20"},
		{report.PolarityUnknown, report.Target{Sense: report.Within, Value: report.Number(90, 0), Upper: report.Number(95, 0)}, "90", "95"},
		{report.HigherIsBetter, report.Target{Sense: report.Within, Value: report.Number(90, 0), Upper: report.Number(95, 0)}, "90", ""},
		{report.LowerIsBetter, report.Target{Sense: report.Within, Value: report.Number(90, 0), Upper: report.Number(95, 0)}, "", "95"},
		{report.NearPlan, report.Target{Value: report.Number(230, 0)}, "225.4", "234.6"},
		{report.NearPlan, report.Target{Value: report.Number(-50, 0)}, "-51", "-49"},
		{report.NearPlan, report.Target{Value: report.Number(0, 0)}, "0", "0"},
		{report.NearPlan, report.Target{}, "", ""},
		{report.Context, report.Target{Sense: report.MoreThan, Value: report.Number(50, 0)}, "", ""},
	} {
		s := report.Series{Metric: report.Metric{Ref: "A1", Polarity: tt.polarity}, Observations: []report.Observation{{Target: tt.target}}}
		b := defaultBook(t)
		terms := b.termsFor(&s)
		z := b.zones(&terms, &s)[0]
		if low, high := z.Low.Decimal(), z.High.Decimal(); low != tt.low || high != tt.high {
			t.Errorf("%v, target %s: from %q to %q, want %q to %q", tt.polarity, tt.target.Words(report.Unit{}), low, high, tt.low, tt.high)
		}
		for _, end := range []report.Value{z.Low, z.High} {
			if end.Known() && tt.polarity == report.NearPlan {
				if v := b.judge(&terms, &s, &report.Observation{Actual: end, Target: tt.target}); v.rating != report.Green {
					t.Errorf("%v at the end of its zone, %s, is %v", tt.polarity, end.Decimal(), v.rating)
				}
			}
		}
	}
}

// Whoever cannot see the hatching hears how far it reaches.
func TestTheZoneOfAPlanIsSaid(t *testing.T) {
	sub := read(t, `
P1 Budget spent
  unit: count, near plan, in month
  actual: 2022-07 225 230 240
  target: 230
`)
	alt := Assess(sub, defaultBook(t), Options{}).Metrics[0].Chart.Alt
	if want := "It is green from 225.4 to 234.6."; !strings.Contains(alt, want) {
		t.Errorf("%q does not say %q", alt, want)
	}
}

package rules

import (
	"testing"

	"panelpack/report"

	"github.com/google/go-cmp/cmp"
)

// A council that closes the gap in its bands learns which metrics it makes
// red, before the panel agrees.
func TestWhatIf(t *testing.T) {
	sub := read(t, questionMetrics)
	now := Assess(sub, defaultBook(t), Options{})
	other := Assess(sub, bookWith(t, "red = { over = 20 }", "red = { over = 10 }"), Options{})
	want := []report.RatingChange{{
		Ref: "ES02", Before: report.BetweenBands, Now: report.Red, Why: "15.0% below the incremental target of 100%: more than 10%",
	}}
	if diff := cmp.Diff(want, WhatIf(now, other)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if same := WhatIf(now, now); len(same) != 0 {
		t.Errorf("the rulebook in use changes %v", same)
	}
}

// The metrics that change are all of the difference between the two counts.
func TestWhatIfAccountsForTheCounts(t *testing.T) {
	sub := read(t, questionMetrics)
	now := Assess(sub, defaultBook(t), Options{})
	other := Assess(sub, bookWith(t, "green = { to = 2 }", "green = { to = 15 }", "amber = { to = 10 }", "amber = { to = 30 }", "over = 20", "over = 30"), Options{})
	counts := now.Counts
	for _, c := range WhatIf(now, other) {
		counts[c.Before]--
		counts[c.Now]++
	}
	if counts != other.Counts || counts == now.Counts {
		t.Errorf("%v with the changes, want %v", counts, other.Counts)
	}
}

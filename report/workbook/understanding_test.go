package workbook

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestUnderstanding is what an officer is told of how each sheet was read.
func TestUnderstanding(t *testing.T) {
	data := workbookOf(t, `
		sheet Notes
		1: Figures are illustrative
		sheet Scorecard
		1: Front door
		3: Ref | Metric | Good is | Target 22/23 | Aug-22 | Sep-22 | YTD | Mood
		4: CS02 | Referrals | Low | 230 | 251 | 377 | 628 | fair
		sheet Trend
		1: Measure | Contacts
		2: 2022-08-01 {mmm-yy} | 1012
		3: 2022-09-01 {mmm-yy} | 1187
		sheet Letter
		1: Dear all
		sheet Definitions
		1: Ref | Definition
		2: CS02 | Requests accepted
		sheet Old hidden
		1: Ref
	`)
	u, err := Understand("q3.xlsx", data, Options{})
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, s := range u.Sheets {
		fmt.Fprintf(&b, "%s, read: %v, %s\n", s.Name, s.Read, s.Why)
		for _, table := range s.Tables {
			fmt.Fprintf(&b, "%s to %s, %s, %d figures of %d metrics\n", table.First, table.Last, table.Layout, table.Figures, table.Metrics)
			for _, c := range table.Columns {
				fmt.Fprintf(&b, "%s %q is %s %s\n", c.Head.Ref(), c.Words, c.As, c.Period)
			}
		}
	}
	want := lines(`
		Notes, read: false, its name says that it holds no figures
		Scorecard, read: true, 1 table of figures over time
		Scorecard!A3 to Scorecard!H4, periods across, 3 figures of 1 metrics
		A3 "Ref" is ref
		B3 "Metric" is name
		C3 "Good is" is polarity
		D3 "Target 22/23" is target 2022/23
		E3 "Aug-22" is actual 2022-08
		F3 "Sep-22" is actual 2022-09
		G3 "YTD" is total
		H3 "Mood" is
		Trend, read: true, 1 table of figures over time
		Trend!A1 to Trend!B3, periods down, 2 figures of 1 metrics
		A1 "Measure" is name
		A2 "" is actual 2022-08
		A3 "" is actual 2022-09
		Letter, read: false, it has no table of metrics with figures for named periods
		Definitions, read: true, 1 definition
		Old, read: false, it is hidden
	`)
	got := strings.ReplaceAll(strings.ReplaceAll(b.String(), " \n", "\n"), " \n", "\n")
	if diff := cmp.Diff(strings.ReplaceAll(want, "", ""), got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

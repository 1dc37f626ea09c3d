package main

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"panelpack/report"
)

// Twenty findings of one kind are all printed; of more, ten and their number.
// Others between them are printed where they stand.
func TestManyFindingsAlike(t *testing.T) {
	findings := func(n int) []report.Finding {
		var all []report.Finding
		for i := range n {
			all = append(all, report.Finding{
				Severity: report.Error, File: "q3.xlsx", Cell: report.Cell{Sheet: "Scorecard", Col: 6, Row: i + 5},
				Metric: fmt.Sprintf("ES%02d", i), Message: fmt.Sprintf("actual %q is not a number", fmt.Sprint("9l.", i)), Hint: "type a number",
			})
		}
		other := report.Finding{Severity: report.Warning, File: "q3.xlsx", Cell: report.Cell{Sheet: "Scorecard", Col: 1, Row: 90}, Message: "the last of all"}
		return append(all, other)
	}
	for n, want := range map[int]struct{ lines, hints int }{20: {41, 20}, 21: {22, 10}, 500: {22, 10}} {
		var b bytes.Buffer
		printFindings(&b, findings(n))
		if got := strings.Count(b.String(), "\n"); got != want.lines || strings.Count(b.String(), "hint") != want.hints {
			t.Errorf("%d findings give %d lines, want %d:\n%s", n, got, want.lines, b.String())
		}
		more := fmt.Sprintf("q3.xlsx: Scorecard: error: %d more like these; panelpack check --json lists them all\n", n-10)
		if strings.Contains(b.String(), more) != (n > 20) || !strings.HasSuffix(b.String(), "the last of all\n") {
			t.Errorf("%d findings:\n%s", n, b.String())
		}
	}
}

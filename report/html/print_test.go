package html

import (
	"strings"
	"testing"

	"panelpack/report/style"
	"panelpack/templates"
)

// The words of a chart are no smaller on paper than a pack's finest type.
func TestChartsAreReadableOnPaper(t *testing.T) {
	const a4 = 210.0 // millimetres across
	printed := (a4 - 2*sideMargin) / 25.4 * 72
	if rule := "main, footer { max-width: none; padding: 0; }"; !strings.Contains(templates.PageCSS[strings.Index(templates.PageCSS, "@media print"):], rule) {
		t.Errorf("the printed page has no rule %q, without which charts are narrower", rule)
	}
	if got := style.ChartLabel * printed / wideWidth; got < style.Fine {
		t.Errorf("a chart of %v pt on %.1f pt of paper has words of %.2f pt, less than %v", wideWidth, printed, got, style.Fine)
	}
}

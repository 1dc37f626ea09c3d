package html

import (
	"testing"

	"panelpack/report/style"
)

// The words of a chart are no smaller on paper than a pack's finest type.
func TestChartsAreReadableOnPaper(t *testing.T) {
	const a4 = 210.0 // millimetres across
	printed := (a4 - 2*sideMargin) / 25.4 * 72
	if got := style.ChartLabel * printed / wideWidth; got < style.Fine {
		t.Errorf("a chart of %v pt on %.1f pt of paper has words of %.2f pt, less than %v", wideWidth, printed, got, style.Fine)
	}
}

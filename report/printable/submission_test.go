package printable

import (
	"strings"
	"testing"

	"panelpack/report"
)

// Words that a pack has no room for are cut and told, with their cell.
func TestLongWordsAreCut(t *testing.T) {
	at := report.Cell{Sheet: "Events", Col: 2, Row: 2}
	long := strings.Repeat("ŵ", 301)
	sub := &report.Submission{
		Events: []report.Event{{Label: long, Cell: at}, {Label: long[:600], Cell: at}},
		Series: []report.Series{{Metric: report.Metric{Ref: "A1", Definition: long}}},
	}
	found := Submission(sub)
	if len(found) != 1 || found[0].Cell != at || found[0].Severity != report.Error || !strings.Contains(found[0].Message, "has 301 letters, and a pack has room for 300") {
		t.Errorf("found %+v", found)
	}
	if got := []rune(sub.Events[0].Label); len(got) != 300 || got[299] != '…' {
		t.Errorf("%d letters, ending in %q", len(got), got[len(got)-1])
	}
	if sub.Events[1].Label != long[:600] || sub.Series[0].Metric.Definition != long {
		t.Error("words with room were cut")
	}
}

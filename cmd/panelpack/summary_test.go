package main

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
)

// A long title takes room from the red metrics, never a second page; one that
// leaves no room is refused, and nothing is written.
func TestTheSummaryKeepsToOnePage(t *testing.T) {
	for words, fits := range map[int]bool{1: true, 8: true, 40: false} {
		folder := t.TempDir()
		path := filepath.Join(folder, "red.xlsx")
		writeFile(t, path, readFile(t, filepath.Join("..", "..", "samples", "stress", "red.xlsx")))
		title := strings.TrimSpace(strings.Repeat("Children and families performance ", words))
		writeFile(t, filepath.Join(folder, "council.toml"), fmt.Sprintf("[style]\ntitle = %q\n", title))
		var stdout, stderr strings.Builder
		status := run([]string{"build", path, "--out", folder, "--summary"}, nil, &stdout, &stderr)
		summary := filepath.Join(folder, "pack-summary.pdf")
		switch {
		case fits && status != statusDone:
			t.Errorf("%d times: status %d:\n%s", words, status, stderr.String())
		case fits:
			if pages := sound(t, summary); len(pages) != 1 {
				t.Errorf("%d times: the summary takes %d pages", words, len(pages))
			}
		case status == statusDone || !strings.Contains(stderr.String(), "the summary takes more than one page"):
			t.Errorf("%d times: status %d:\n%s", words, status, stderr.String())
		default:
			if made, _ := filepath.Glob(filepath.Join(folder, "pack*")); len(made) > 0 {
				t.Errorf("%d times: a refused summary leaves %v", words, made)
			}
		}
	}
}

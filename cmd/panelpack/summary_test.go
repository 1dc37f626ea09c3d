package main

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"panelpack/templates"
)

// A long title takes room from the red metrics, never a second page; one that
// leaves no room is refused, and nothing is written.
func TestTheSummaryKeepsToOnePage(t *testing.T) {
	for words, fits := range map[int]bool{1: true, 8: true, 40: false} {
		folder := t.TempDir()
		path := filepath.Join(folder, "red.xlsx")
		titled(t, path, strings.TrimSpace(strings.Repeat("Children and families performance ", words)))
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

// titled copies the workbook of red metrics, and puts beside it a rulebook with a
// title, which may be longer than one in a workbook or in council.toml.
func titled(t *testing.T, path, title string) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "..", "samples", "stress", "red.xlsx"))
	if err == nil {
		err = os.WriteFile(path, data, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	const ours = `title = "Children's services performance pack"`
	book := strings.Replace(string(templates.RulebookTOML), ours, "title = "+strconv.Quote(title), 1)
	if err := os.WriteFile(filepath.Join(filepath.Dir(path), "rulebook.toml"), []byte(book), 0o600); err != nil {
		t.Fatal(err)
	}
}

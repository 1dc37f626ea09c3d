package main

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
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

// titled makes the workbook of red metrics with a title on its Pack sheet, which
// may be longer than one in council.toml.
func titled(t *testing.T, path, title string) {
	t.Helper()
	book, err := excelize.OpenFile(filepath.Join("..", "..", "samples", "stress", "red.xlsx"))
	if err == nil {
		err = book.SetSheetRow("Pack", "A6", &[]string{"Title", title})
	}
	if err == nil {
		err = book.SaveAs(path)
	}
	if err != nil {
		t.Fatal(err)
	}
}

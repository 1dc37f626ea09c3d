package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"panelpack/report/pdf/readback"
)

// Packs of workbooks that nobody here made are laid out as well as our own: of
// refs and names that we would not think of, with 27 to 422 metrics and as many
// as a thousand figures each.
func TestPacksOfPublicWorkbooksAreWellSet(t *testing.T) {
	dir := filepath.Join("..", "..", "..", "shared", "workbooks")
	if _, err := os.Stat(dir); err != nil {
		t.Skip("the public workbooks are not beside this checkout")
	}
	for _, name := range []string{"A19", "A21", "A23", "A26", "A27", "A33"} {
		t.Run(name, func(t *testing.T) {
			files, _ := filepath.Glob(filepath.Join(dir, name+"_*.xlsx"))
			if len(files) != 1 {
				t.Fatalf("%d files are called %s", len(files), name)
			}
			out := filepath.Join(t.TempDir(), "pack.pdf")
			var stdout, stderr strings.Builder
			if status := run([]string{"build", files[0], "--out", out}, nil, &stdout, &stderr); status != statusDone {
				t.Fatalf("status %d:\n%s", status, stderr.String())
			}
			data, err := os.ReadFile(out)
			if err != nil {
				t.Fatal(err)
			}
			t.Parallel() // the command line is read by one at a time
			faults, err := readback.Faults(data)
			if err != nil {
				t.Fatal(err)
			}
			for _, fault := range faults {
				t.Error(fault)
			}
		})
	}
}

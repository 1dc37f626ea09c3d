package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"panelpack/report/pdf/readback"
	"panelpack/report/pdf/uacheck"
	"panelpack/report/workbook"
	"panelpack/samples/stress"
)

// buildStress takes a pack from its workbook to its files, whose folder it
// answers.
func buildStress(t testing.TB, p stress.Pack, formats string) string {
	t.Helper()
	folder := t.TempDir()
	var file bytes.Buffer
	if err := workbook.Write(&file, p.Book()); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(folder, p.Name+".xlsx")
	if err := os.WriteFile(path, file.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	var stdout, stderr strings.Builder
	if status := run([]string{"build", path, "--out", folder, "--format", formats, "--summary"}, nil, &stdout, &stderr); status != statusDone {
		t.Fatalf("status %d:\n%s", status, stderr.String())
	}
	return folder
}

// comparedPages is how many pages of a pack have their words compared, from its
// cover on: all but of the largest, whose first pages hold all that its size
// changes.
const comparedPages = 17

// TestStressPacks holds packs of every kind to what holds for all: they can be
// built, are accessible, and have nothing over anything else or off the page.
func TestStressPacks(t *testing.T) {
	for _, p := range stress.All() {
		t.Run(p.Name, func(t *testing.T) {
			folder := buildStress(t, p, "pdf,html,json,xlsx,csv")
			asPublished(t, filepath.Join(folder, "pack.json"))
			pages := sound(t, filepath.Join(folder, "pack.pdf"))
			compareWords(t, filepath.Join("testdata", "stress", p.Name+".txt"), pages[:min(comparedPages, len(pages))])
			if summary := sound(t, filepath.Join(folder, "pack-summary.pdf")); len(summary) != 1 {
				t.Errorf("the summary takes %d pages", len(summary))
			}
		})
	}
}

// sound is the pages of a finished file in which neither checker finds a fault.
func sound(t *testing.T, path string) []readback.Page {
	t.Helper()
	data := []byte(readFile(t, path))
	pages, err := readback.Pages(data)
	if err != nil {
		t.Fatal(err)
	}
	faults, err := readback.Faults(data)
	if err != nil {
		t.Fatal(err)
	}
	for _, fault := range faults {
		t.Errorf("%s: %s", filepath.Base(path), fault)
	}
	found, err := uacheck.Check(data)
	if err != nil {
		t.Error(err)
	}
	for _, f := range found {
		t.Errorf("%s: %s: %s", filepath.Base(path), f.Standard, f)
	}
	return pages
}

// compareWords holds the words of each page against a file.
func compareWords(t *testing.T, path string, pages []readback.Page) {
	t.Helper()
	var said strings.Builder
	for i, p := range pages {
		fmt.Fprintf(&said, "-- page %d --\n", i+1)
		for _, w := range p.Words {
			if !w.Artifact {
				said.WriteString(strings.TrimSpace(w.Text) + "\n")
			}
		}
	}
	if *update {
		if err := os.WriteFile(path, []byte(said.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(readFile(t, path), said.String()); diff != "" {
		t.Errorf("the words of the pages (- wanted, + set):\n%s", diff)
	}
}

// Words that the typeface has not are told, and nowhere in a pack.
func TestStressSquaresAreTold(t *testing.T) {
	var stdout, stderr strings.Builder
	path := filepath.Join("..", "..", "samples", "stress", "letters.xlsx")
	if status := run([]string{"check", path}, nil, &stdout, &stderr); status != statusDone {
		t.Fatalf("status %d:\n%s", status, stderr.String())
	}
	for _, want := range []string{
		`letters.xlsx: Commentary!C3: warning: CY02: "😀" (U+1F600) and 1 more cannot be printed, and squares stand for them`,
		`letters.xlsx: Scorecard!B10: warning: CY04: "家" (U+5BB6) and 2 more cannot be printed, and squares stand for them`,
	} {
		if !strings.Contains(stdout.String(), want) {
			t.Errorf("not told: %s\n%s", want, stdout.String())
		}
	}
}

// BenchmarkBuildSize is one build from the workbook to its PDF and record, by
// the number of metrics over three years. Sizes beside the time are the PDF's.
func BenchmarkBuildSize(b *testing.B) {
	for _, n := range []int{38, 200, 1000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			folder := buildStress(b, stress.Large(n), "pdf")
			path := filepath.Join(folder, "large.xlsx")
			b.ReportAllocs()
			for b.Loop() {
				var stdout, stderr bytes.Buffer
				if status := run([]string{"build", path, "--out", folder}, nil, &stdout, &stderr); status != statusDone {
					b.Fatalf("status %d:\n%s", status, stderr.String())
				}
			}
			info, err := os.Stat(filepath.Join(folder, "pack.pdf"))
			if err != nil {
				b.Fatal(err)
			}
			b.ReportMetric(float64(info.Size())/1000, "KB/pdf")
		})
	}
}

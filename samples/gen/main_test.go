package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"panelpack/report"
	"panelpack/report/workbook"
	"panelpack/samples/facts"
)

func TestCommittedWorkbookIsWhatTheFactsGive(t *testing.T) {
	var stdout, stderr strings.Builder
	if status := run([]string{"-check", "-dir", ".."}, &stdout, &stderr); status != 0 {
		t.Errorf("status %d: %s", status, stderr.String())
	}
}

func TestCheckFindsAnotherWorkbook(t *testing.T) {
	dir := t.TempDir()
	check := func() int { return run([]string{"-check", "-dir", dir}, io.Discard, io.Discard) }
	if check() != 1 {
		t.Error("a missing workbook passes")
	}
	if status := run([]string{"-dir", dir}, io.Discard, io.Discard); status != 0 || check() != 0 {
		t.Error("the workbook just made does not pass")
	}
	path := filepath.Join(dir, sampleName)
	made, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	made[len(made)/2]++
	if err := os.WriteFile(path, made, 0o644); err != nil {
		t.Fatal(err)
	}
	if check() != 1 {
		t.Error("a workbook with one byte changed passes")
	}
	if status := run([]string{"-nonsense"}, io.Discard, io.Discard); status != 2 {
		t.Errorf("an unknown flag gives status %d, want 2", status)
	}
}

func TestSameBytesEveryTime(t *testing.T) {
	first, err := sample()
	if err != nil {
		t.Fatal(err)
	}
	for range 3 {
		if again, err := sample(); err != nil || !bytes.Equal(first, again) {
			t.Fatalf("the workbook differs from run to run (%v)", err)
		}
	}
}

func sheet(t *testing.T, name string) workbook.Sheet {
	t.Helper()
	f, err := facts.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range book(f).Sheets {
		if s.Name == name {
			return s
		}
	}
	t.Fatalf("no sheet %s", name)
	return workbook.Sheet{}
}

// row is the first row of s that begins with label.
func row(t *testing.T, s workbook.Sheet, label string) int {
	t.Helper()
	for i, row := range s.Rows {
		if len(row) > 0 && row[0].Value == label {
			return i
		}
	}
	t.Fatalf("%s has no row %s", s.Name, label)
	return 0
}

func TestScorecardLayout(t *testing.T) {
	s := sheet(t, "Scorecard")
	last := len(labels) + 24
	if got := s.Rows[3][len(labels)].Value; got != (report.Date{Year: 2020, Month: 9, Day: 1}) {
		t.Errorf("H4 is %v, want September 2020 as a date", got)
	}
	if got := s.Rows[3][last].Value; got != (report.Date{Year: 2022, Month: 9, Day: 1}) {
		t.Errorf("AF4 is %v, want September 2022 as a date", got)
	}
	tests := []struct {
		ref            string
		actual, target any
		final          any
		format         string
	}{
		{"DM02", 377, 230, 230, "#,##0"},
		{"DM03", 0.271, 0.25, 0.22, "0.0%"},
		{"DM11", 27, nil, nil, "#,##0"},
		{"ES16", 0.28, ">50%", 0.7, "0%"},
		{"ES18", 21.2, 19.5, 17, "0.0"},
	}
	for _, tt := range tests {
		at := row(t, s, tt.ref)
		actual, target := s.Rows[at], s.Rows[at+1]
		if actual[6].Value != "Actual" || target[6].Value != "Incremental target" || target[0].Value != nil {
			t.Errorf("%s: its rows are %v and %v", tt.ref, actual[6].Value, target[6].Value)
		}
		if actual[last].Value != tt.actual || target[last].Value != tt.target || actual[5].Value != tt.final {
			t.Errorf("%s: %v against %v on the way to %v", tt.ref, actual[last].Value, target[last].Value, actual[5].Value)
		}
		if got := actual[last].Style.Format; got != tt.format {
			t.Errorf("%s is shown as %s, want %s", tt.ref, got, tt.format)
		}
	}
	if rows := len(s.Rows); rows != 4+3+2*38 {
		t.Errorf("%d rows, want a title, a line, a blank, headings, 3 sections and 38 metrics of two rows", rows)
	}
}

func TestPackSheetHoldsDates(t *testing.T) {
	s := sheet(t, "Pack")
	if got := s.Rows[row(t, s, "Meeting date")][1].Value; got != (report.Date{Year: 2022, Month: 11, Day: 17}) {
		t.Errorf("the meeting is on %v", got)
	}
	if got := s.Rows[row(t, s, "Reporting period")][1].Value; got != (report.Date{Year: 2022, Month: 9, Day: 1}) {
		t.Errorf("the reporting period is %v", got)
	}
	if got := s.Rows[row(t, s, "Status note")][1].Value; got != "Sample: illustrative figures" {
		t.Errorf("the status note is %v", got)
	}
}

// TestSideSheets asks that no column of a side sheet is blank throughout, as
// it would be if its name in the facts were misspelt.
func TestSideSheets(t *testing.T) {
	for name, rows := range map[string]int{
		"Definitions": 38, "Snapshots": 4, "Forecasts": 4, "Events": 3, "Findings": 6, "Commentary": 38,
	} {
		s := sheet(t, name)
		if len(s.Rows) != rows+1 {
			t.Errorf("%s has %d rows under its headings, want %d", name, len(s.Rows)-1, rows)
		}
		for c, heading := range s.Rows[0] {
			filled := 0
			for _, row := range s.Rows[1:] {
				if row[c].Value != nil {
					filled++
				}
			}
			if filled == 0 {
				t.Errorf("%s: nothing stands under %v", name, heading.Value)
			}
		}
	}
	s := sheet(t, "Snapshots")
	if got := s.Rows[row(t, s, "DM07")][1].Value; got != (report.Date{Year: 2022, Month: 11, Day: 3}) {
		t.Errorf("the snapshot of DM07 is dated %v", got)
	}
}

func TestCells(t *testing.T) {
	percent, count := figures{percent: true, format: "0%"}, figures{format: "#,##0"}
	tests := []struct {
		figures figures
		text    string
		want    any
	}{
		{percent, "94.9", 0.949},
		{percent, "91%", "91%"},
		{percent, ">50%", ">50%"},
		{count, "2371", 2371},
		{count, "n/a", "n/a"},
		{count, "", nil},
	}
	for _, tt := range tests {
		if got := tt.figures.entry(plain, tt.text).Value; got != tt.want {
			t.Errorf("%q is written as %v, want %v", tt.text, got, tt.want)
		}
	}
	if got := date(plain, day, "soon").Value; got != "soon" {
		t.Errorf("what is no date is written as %v", got)
	}
}

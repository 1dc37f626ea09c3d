package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"panelpack/report"
	"panelpack/samples/facts"
)

// A pack made from the sample workbook has to show what was published. The
// figures stand here once more, as a person would check them on paper.

// buildSample builds the sample into a folder of its own and answers where.
func buildSample(t *testing.T) (folder, said string) {
	t.Helper()
	folder = filepath.Join(t.TempDir(), "out")
	var stdout, stderr bytes.Buffer
	if status := run([]string{"build", samplePath, "--out", folder}, nil, &stdout, &stderr); status != statusDone {
		t.Fatalf("the sample ends with status %d:\n%s", status, stderr.String())
	}
	return folder, stderr.String()
}

// sampleRecord is as much of the record as these tests look at.
type sampleRecord struct {
	Council    string `json:"council"`
	PublishBy  string `json:"publish_by"`
	Meeting    string `json:"meeting"`
	Period     string `json:"period"`
	StatusNote string `json:"status_note"`
	Draft      bool   `json:"draft"`
	Counts     map[string]int
	Metrics    []sampleMetric
	Findings   []struct{ Severity, File, Message string }
}

type sampleMetric struct {
	Ref, Category, Rating string
	ActualText            string      `json:"actual_text"`
	TargetText            string      `json:"target_text"`
	Deviation             json.Number `json:"deviation"`
	DeviationText         string      `json:"deviation_text"`
	Facts                 []string
	Commentary            struct{ State string }
	Snapshots             []struct {
		AsAt      string `json:"as_at"`
		ValueText string `json:"value_text"`
		BaseText  string `json:"base_text"`
	}
	Forecasts []struct {
		Period    string
		ValueText string `json:"value_text"`
		Basis     string
	}
}

func readRecord(t *testing.T, folder string) (record sampleRecord, byRef map[string]sampleMetric) {
	t.Helper()
	if err := json.Unmarshal([]byte(readFile(t, filepath.Join(folder, "pack.json"))), &record); err != nil {
		t.Fatal(err)
	}
	byRef = map[string]sampleMetric{}
	for _, m := range record.Metrics {
		byRef[m.Ref] = m
	}
	return record, byRef
}

func TestSampleCountsAndRatings(t *testing.T) {
	folder, said := buildSample(t)
	record, byRef := readRecord(t, folder)
	want := map[string]int{"red": 9, "amber": 19, "green": 9, "between_bands": 0, "not_rated": 1, "total": 38}
	for name, n := range want {
		if record.Counts[name] != n {
			t.Errorf("%d are %s, want %d", record.Counts[name], name, n)
		}
	}
	known, err := facts.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range known.Metrics {
		m, rating := byRef[row["ref"]], strings.ReplaceAll(row["expected_rating"], " ", "_")
		if m.Rating != rating || m.Category != row["category"] {
			t.Errorf("%s is %s in %q, want %s in %q", row["ref"], m.Rating, m.Category, rating, row["category"])
		}
	}
	if len(known.Metrics) != 38 || len(record.Metrics) != 38 {
		t.Errorf("%d metrics in the facts and %d in the record, want 38", len(known.Metrics), len(record.Metrics))
	}
	if !strings.Contains(said, "panelpack: 38 metrics, 37 rated") {
		t.Errorf("the summary is missing from:\n%s", said)
	}
}

func TestSampleRecordShowsWhatWasPublished(t *testing.T) {
	folder, _ := buildSample(t)
	record, byRef := readRecord(t, folder)
	referrals, permanent, plans := byRef["DM02"], byRef["ES16"], byRef["DM07"]
	equal := []struct{ what, got, want string }{
		{"publish by", record.PublishBy, "2022-11-09"},
		{"meeting", record.Meeting, "2022-11-17"},
		{"period", record.Period, "2022-09"},
		{"status note", record.StatusNote, "Sample: illustrative figures"},
		{"referrals", referrals.ActualText + " against " + referrals.TargetText, "377 against 230"},
		{"their deviation", referrals.Deviation.String() + ", " + referrals.DeviationText, "63.9, 63.9% above"},
		{"their commentary", referrals.Commentary.State, "placeholder"},
		{"permanent staff", permanent.ActualText + " against " + permanent.TargetText, "28% against more than 50%"},
		{"children on a plan, later", fmt.Sprint(plans.Snapshots), "[{2022-11-03 342 229}]"},
		{"open cases, later", fmt.Sprint(byRef["DM05"].Snapshots), "[{2022-10-31 2,352 2,371}]"},
		{"unregistered provision, later", fmt.Sprint(byRef["DM10"].Snapshots), "[{2022-11-02 9 12}]"},
		{"ASYE caseload, later", fmt.Sprint(byRef["ES19"].Snapshots), "[{2022-11-02 15 16}]"},
		{"kinship cohort", byRef["DM11"].ActualText, "27"},
	}
	for _, e := range equal {
		if e.got != e.want {
			t.Errorf("%s: %q, want %q", e.what, e.got, e.want)
		}
	}
	last := permanent.Forecasts[len(permanent.Forecasts)-1]
	if last.Period != "2023-01" || last.ValueText != "69%" {
		t.Errorf("the last forecast of permanent staff is %+v, want 69%% in 2023-01", last)
	}
	said(t, "DM02", referrals.Facts, "highest month of 2022 so far")
	said(t, "DM07", plans.Facts, "49%")
	said(t, "ES16", permanent.Facts, "69% by January 2023")
	gap := false
	for _, f := range record.Findings {
		gap = gap || f.Severity == "warning" && strings.Contains(f.Message, "10%") && strings.Contains(f.Message, "20%")
	}
	if !gap {
		t.Error("no warning says that the bands leave more than 10% to 20% undefined")
	}
}

func said(t *testing.T, ref string, facts []string, words string) {
	t.Helper()
	if !strings.Contains(strings.Join(facts, "\n"), words) {
		t.Errorf("no fact of %s says %q: %q", ref, words, facts)
	}
}

func TestSampleTwiceGivesTheSameBytes(t *testing.T) {
	first, _ := buildSample(t)
	second, _ := buildSample(t)
	for _, name := range []string{"pack.pdf", "pack.json"} {
		if readFile(t, filepath.Join(first, name)) != readFile(t, filepath.Join(second, name)) {
			t.Errorf("two builds give two different %s", name)
		}
	}
}

// BenchmarkBuild is one build of the sample, from the file to both files.
func BenchmarkBuild(b *testing.B) {
	folder := b.TempDir()
	b.ReportAllocs()
	for b.Loop() {
		var stdout, stderr bytes.Buffer
		if status := run([]string{"build", samplePath, "--out", folder}, nil, &stdout, &stderr); status != statusDone {
			b.Fatalf("status %d:\n%s", status, stderr.String())
		}
	}
}

// tool is the path of a program that reads finished PDFs. Where it is missing
// the test is left out, and fails where continuous integration runs it.
func tool(t *testing.T, name string) string {
	t.Helper()
	found, err := exec.LookPath(name)
	switch {
	case err == nil:
	case os.Getenv("CI") == "true":
		t.Fatalf("%s is not installed, and CI=true requires it", name)
	default:
		t.Skipf("%s is not installed; .ci/tools says how to have it", name)
	}
	return found
}

func TestSamplePDFShowsWhatWasPublished(t *testing.T) {
	pdftotext := tool(t, "pdftotext")
	folder, _ := buildSample(t)
	// Raw is the order in which the pages were painted: that of a reader.
	text, err := exec.Command(pdftotext, "-raw", filepath.Join(folder, "pack.pdf"), "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	whole := plain(string(text))
	for _, words := range []string{
		"All metrics 9 19 9 0 1 38", "63.9% above", "highest month of 2022 so far", "more than 50%",
		"69% by January 2023", "342 on 3 November 2022", "up 49%", "six months earlier",
		"2,352 on 31 October 2022", "9 on 2 November 2022", "15 on 2 November 2022",
		"Thursday 17 November 2022", "Wednesday 9 November 2022", "more than 10% and up to 20%",
	} {
		if !strings.Contains(whole, words) {
			t.Errorf("the pack does not say %q", words)
		}
	}
	known, err := facts.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range known.Metrics {
		rating := strings.ToUpper(row["expected_rating"][:1]) + row["expected_rating"][1:]
		if got := ratingBeneath(whole, row["ref"]+" · "+row["name"]); got != rating {
			t.Errorf("the page of %s says %q, want %q", row["ref"], got, rating)
		}
	}
	pages := strings.Split(strings.TrimSuffix(string(text), "\f"), "\f")
	for i, page := range pages {
		for _, words := range []string{"Sample: illustrative figures", "Draft", fmt.Sprintf("Page %d of %d", i+1, len(pages))} {
			if i > 0 && !strings.Contains(plain(page), words) {
				t.Errorf("page %d does not say %q", i+1, words)
			}
		}
	}
	if !strings.Contains(plain(pages[0]), "Draft · 12 of 38 commentaries to come · Sample: illustrative figures") {
		t.Error("the cover does not say that this is a draft, and of what")
	}
}

// plain is text with one space between words, whatever a page has there.
func plain(text string) string { return strings.Join(strings.Fields(text), " ") }

// ratingBeneath is the rating that follows heading: a letter or dash in its
// mark, and its word.
func ratingBeneath(text, heading string) string {
	_, after, _ := strings.Cut(text, heading+" ")
	_, after, _ = strings.Cut(after, " ")
	for _, r := range report.Ratings() {
		if strings.HasPrefix(after, r.String()) {
			return r.String()
		}
	}
	return ""
}

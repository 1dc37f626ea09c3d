package workbook

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"panelpack/report"
)

// TestPublicWorkbooks reads real workbooks of public bodies, where they stand
// beside the checkout, and compares figures that three other readers agree on.
// What these releases need a mapping for is not among them.
func TestPublicWorkbooks(t *testing.T) {
	dir := publicDir(t)
	want := map[string]string{
		"A16*": `
			Outputs!J20 Total length of improved cycle ways 2024/25-Q3 2.2`,
		"A19*": `
			Daily Series!C10 Number of patients who no longer meet the criteria to reside 2021-04-01 17,663
			Daily Series!D451 Number of patients discharged 2022-06-16 10,917
			Weekly Series!D8 Number of additional bed days, patients with length of stay of 14+ days 2021-03-26 21,880`,
		"A21*": `
			Full Time Series!D12 Median wait (weeks) 2007-04 not available
			Full Time Series!F16 No. within 18 weeks 2007-08 2,395,656
			Full Time Series!H24 % within 18 weeks 2008-04 69.4%
			Full Time Series!X12 No. of pathways (all) 2007-04 246,013
			Full Time Series!U12 95th percentile (weeks) 2007-04 could not be read`,
		"A23*": `
			Table 1 !B6 Deaths involving COVID-19 2019-12-28 not available
			Table 1 !C6 All deaths 2019-12-28 439
			Table 9!B7 Care home resident 2017-01-03 956
			Table 10!E6 North East 2019-12-28 26`,
		"A26*": `
			Sheet1!D2 KPI-309 Number of Clients Seen in Month 2021-05 14 of 30
			Sheet1!D26 KPI-309 Number of Clients Seen in Month 2023-05 58 of 30`,
		"A27*": `
			Table 1 - NHS 24!B4 NHS24 111 Calls 2020-03-17 6,977
			Table 2 - Hospital Care!D5 Total 2020-03-18 6
			Table 2 - Hospital Care!G12 Total 2020-03-25 482
			Table 7 - Care Homes!F4 Number of care homes with current case of suspected COVID-19 2020-04-11 not available
			Table 7 - Care Homes!G14 Proportion of all adult care homes with current case of suspected COVID-19 2020-04-21 35%`,
		"A33*": `
			Table 1a!B33 Public new housing 1996/97-Q4 29.9
			Table 1a!B7 Public new housing 1997 30.8
			Table 1a!C29 Private new housing 2019 100.0`,
	}
	for pattern, facts := range want {
		u := understandFile(t, dir, pattern)
		cells := figuresByCell(u.Submission)
		for fact := range strings.Lines(lines(facts)) {
			if !cells[strings.TrimSpace(fact)] {
				t.Errorf("%s: not read: %s", pattern, fact)
			}
		}
	}
}

// TestNoMetricWithoutData: sheets of notes and lists, forms without figures and
// tables of areas in one year give no metric.
func TestNoMetricWithoutData(t *testing.T) {
	dir := publicDir(t)
	files, _ := filepath.Glob(filepath.Join(dir, "A*.xlsx"))
	empty := []string{
		"index", "contents", "cover sheet", "notes", "metadata", "start", "admin", "project location", "terms and conditions",
		"information - ons", "information - cqc", "information - ciw", "instructions", "definitions", "lookups", "submissiontimetable",
	}
	for _, file := range files {
		u := understandFile(t, dir, filepath.Base(file))
		for _, s := range u.Sheets {
			for _, name := range empty {
				if strings.EqualFold(strings.TrimSpace(s.Name), name) && len(s.Tables) > 0 {
					t.Errorf("%s: %s gives %d tables", filepath.Base(file), s.Name, len(s.Tables))
				}
			}
		}
	}
}

// TestPublicCells asks of single cells that are no figures: a blank day, a
// comment, an identifier beneath a heading, and sheets that need a mapping.
func TestPublicCells(t *testing.T) {
	dir := publicDir(t)
	for _, tt := range []struct{ file, cell, stored, want string }{
		{"A19*", "Daily Series!C454", "", "what stands under the heading B454: actual for 19 June 2022"},
		{"A26*", "Sheet1!F11", "17 characters", "commentary on M01"},
		{"A33*", "Table 1a!B6", "MV36", "what stands under the heading A6: ref"},
		{"A24*", "SubmissionTemplate!B2", "46082", "nothing: the sheet is not read, since it has no table of metrics with figures for named periods"},
		{"A24*", "SubmissionTemplate!M7", "117", "nothing: the sheet is not read, since it has no table of metrics with figures for named periods"},
	} {
		files, _ := filepath.Glob(filepath.Join(dir, tt.file))
		data, err := os.ReadFile(files[0])
		if err != nil {
			t.Fatal(err)
		}
		at, err := report.ParseCell(tt.cell)
		if err != nil {
			t.Fatal(err)
		}
		read, err := ReadCell(files[0], data, Options{}, at)
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(read.ReadAs, "; "); got != tt.want || read.Stored != tt.stored {
			t.Errorf("%s %s holds %q and is read as %q, want %q and %q", tt.file, tt.cell, read.Stored, got, tt.stored, tt.want)
		}
	}
	u := understandFile(t, dir, "A19*")
	for _, s := range u.Submission.Series {
		if o, ok := s.At(report.DayOf(report.Date{Year: 2022, Month: 6, Day: 19})); ok && o.Actual.Known() {
			t.Errorf("%s has %v for the day without figures", s.Metric.Name, o.Actual)
		}
	}
}

// publicDir is where the public workbooks are, beside the checkout.
func publicDir(t *testing.T) string {
	t.Helper()
	dir := filepath.Join("..", "..", "..", "shared", "workbooks")
	if _, err := os.Stat(dir); err != nil {
		t.Skip("the public workbooks are not beside this checkout")
	}
	return dir
}

func understandFile(t *testing.T, dir, pattern string) *Understanding {
	t.Helper()
	files, _ := filepath.Glob(filepath.Join(dir, pattern))
	if len(files) != 1 {
		t.Fatalf("%s is %d files", pattern, len(files))
	}
	data, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	u, err := Understand(files[0], data, Options{})
	if err != nil {
		t.Fatal(err)
	}
	return u
}

// figuresByCell is every figure read, as "Sheet!F17 Name 2022-09 377".
func figuresByCell(sub *report.Submission) map[string]bool {
	all := map[string]bool{}
	for _, s := range sub.Series {
		for _, list := range [][]report.Observation{s.Observations, s.Outturns} {
			for _, o := range list {
				all[o.ActualCell.String()+" "+s.Metric.Name+" "+o.Period.String()+" "+figuresOf(s.Metric.Unit, o)] = true
				all[o.DeclaredCell.String()+" "+s.Metric.Name+" "+o.Period.String()+" rated "+o.Declared] = true
			}
		}
		for _, c := range sub.Commentary {
			if c.Metric == s.Metric.Ref {
				all[c.Cell.String()+" "+s.Metric.Name+" commentary "+clip(c.Text)] = true
			}
		}
		for _, f := range s.Forecasts {
			all[f.Cell.String()+" "+s.Metric.Name+" "+f.Period.String()+" forecast "+s.Metric.Unit.Format(f.Value)] = true
		}
	}
	return all
}

// TestPublicWorkbooksByTheirMapping: they are read the same by the mapping that
// is written of them.
func TestPublicWorkbooksByTheirMapping(t *testing.T) {
	dir := publicDir(t)
	files, _ := filepath.Glob(filepath.Join(dir, "A*.xlsx"))
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		sub, err := Understand(file, data, Options{})
		if err != nil {
			t.Fatal(err)
		}
		sameByMapping(t, filepath.Base(file), data, sub.Submission)
	}
}

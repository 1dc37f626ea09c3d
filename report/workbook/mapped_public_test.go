package workbook

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestPublicWorkbooksThatNeedAMapping reads the public workbooks whose grids do
// not say what they hold: one period in a note, areas down the side, three rows
// to a metric.
func TestPublicWorkbooksThatNeedAMapping(t *testing.T) {
	dir := publicDir(t)
	tests := []struct{ file, rules, facts string }{
		{"A01*", `
			[[workbook.sheet]]
			name = "Table LA2"
			[[workbook.sheet.table]]
			periods = "across"
			headings = "5:7"
			metrics = "columns"
			skip = ["Source*", "1*"]
			column = [{ at = "A", holds = "group" }]

			[[workbook.sheet]]
			name = "Table LA4"
			[[workbook.sheet.table]]
			periods = "nowhere"
			period = "=A2"
			headings = "5:6"
			metrics = "columns"
			column = [{ at = "A", holds = "dimension", keep = ["Durham"] }]
			[workbook.words.missing]
			suppressed = ["x"]
			`, `
			Table LA2!O9 Number eligible to sit Key Stage 2 tasks and tests 2012 2,310
			Table LA2!AH11 Percentage who achieved at least Level 4 in the following: > Mathematics 2014 67%
			Table LA2!O12 Number eligible to sit Key Stage 2 tasks and tests 2012 15
			Table LA2!T12 Percentage who achieved at least Level 4 in the following: > Reading, writing and mathematics 2012 suppressed
			Table LA2!B9 Percentage with UPN 2010 could not be read
			Table LA4!F12 Looked after children aged 10 and above > Number convicted or subject to a final warning or reprimand during the year 2014 15`},
		{"A05*", `
			[[workbook.sheet]]
			name = "national_cla_on_31_march*"
			[[workbook.sheet.table]]
			periods = "lines"
			headings = "1"
			metrics = "columns"
			column = [
			  { at = "A", heading = "time_period", holds = "period" },
			  { at = "B", heading = "time_identifier", holds = "nothing" },
			  { at = "C", heading = "geographic_level", holds = "nothing" },
			  { at = "D", heading = "country_code", holds = "nothing" },
			  { at = "E", heading = "country_name", holds = "nothing" },
			  { at = "F", heading = "characteristic", holds = "category", keep = ["Age group"] },
			  { at = "G", heading = "breakdown", holds = "group" },
			]`, `
			national_cla_on_31_march_by_cha!H2 children_count 2025 10,030
			national_cla_on_31_march_by_cha!I3 children_percent 2025 38
			national_cla_on_31_march_by_cha!H6 children_count 2025 81,770`},
		{"A24*", `
			[[workbook.sheet]]
			name = "SubmissionTemplate"
			[[workbook.sheet.table]]
			periods = "nowhere"
			period = "=B2"
			headings = "4:5"
			last = "47"
			ignore = "E:Z"
			group = ["numerator", "denominator", "actual"]
			column = [
			  { at = "A", heading = "Metric Id", holds = "group" },
			  { at = "B", heading = "Metric Type", holds = "category" },
			  { at = "C", heading = "Metric Details", holds = "name" },
			  { at = "D", heading = "Total", holds = "actual" },
			]
			[[workbook.sheet.table]]
			periods = "nowhere"
			period = "=B2"
			headings = "4:5"
			last = "47"
			ignore = "E:Z"
			group = ["actual", "denominator", "nothing"]
			column = [
			  { at = "A", heading = "Metric Id", holds = "group" },
			  { at = "B", heading = "Metric Type", holds = "category" },
			  { at = "C", heading = "Metric Details", holds = "name" },
			  { at = "D", heading = "Total", holds = "actual" },
			]
			`, `
			SubmissionTemplate!D8 Number of new consultant-led outpatient appointments per 1,000 patients in the cohort 2026-03 294.8
			SubmissionTemplate!D6 Number of new consultant-led outpatient appointments for patients in the cohort 2026-03 301`},
		{"A23*", `
			[[workbook.sheet]]
			name = "Table 2"
			[[workbook.sheet.table]]
			periods = "nowhere"
			period = "2020"
			headings = "4:6"
			metrics = "columns"
			columns = "A:L"
			column = [{ at = "A", holds = "group" }]
			`, `
			Table 2!J9 England and Wales > Proportion of deaths involving COVID-19 (%) > Persons 2020 27.3%`},
		{"A16*", `
			[[workbook.sheet]]
			name = "Outputs"
			[[workbook.sheet.table]]
			periods = "across"
			headings = "16:18"
			repeat = true
			skip = ["Please select*"]
			ignore = "F, W:Y"
			column = [
			  { heading = "Intervention theme", holds = "category" },
			  { heading = "Output", holds = "name" },
			  { heading = "Unit of measurement", holds = "unit" },
			  { heading = "Baseline output", holds = "target" },
			  { heading = "Total", holds = "nothing" },
			  { heading = "Actual", holds = "actual" },
			  { heading = "Forecast", holds = "forecast" },
			]

			[[workbook.sheet]]
			name = "Progress"
			[[workbook.sheet.table]]
			periods = "nowhere"
			period = "2024/25-Q2"
			headings = "7"
			last = "9"
			column = [
			  { heading = "Statement", holds = "name" },
			  { heading = "RAG rating", holds = "rating" },
			]
			[[workbook.sheet.table]]
			periods = "nowhere"
			period = "2024/25-Q2"
			headings = "21"
			skip = ["Please select*"]
			column = [
			  { heading = "Project name", holds = "name" },
			  { heading = "Project status", holds = "nothing" },
			  { heading = "Spend RAG rating", holds = "rating" },
			  { heading = "Delivery RAG rating", holds = "nothing" },
			  { heading = "Why have you given these ratings? Enter an explanation (100 words max)", holds = "comment" },
			]
			`, `
			Progress!E9 Your current portfolio-level delivery progress 2024/25-Q2 rated Amber/Red
			Progress!D24 PF-BOL-002: Bolton Market Upgrades 2024/25-Q2 rated Green
			Progress!F24 PF-BOL-002: Bolton Market Upgrades commentary Food hall opened Mar…
			Outputs!J20 Total length of improved cycle ways 2024/25-Q3 2.17 of 4.39
			Outputs!P19 Total length of new cycle ways 2025/26-Q4 forecast 1.50`},
	}
	for _, tt := range tests {
		files, _ := filepath.Glob(filepath.Join(dir, tt.file))
		data, err := os.ReadFile(files[0])
		if err != nil {
			t.Fatal(err)
		}
		u, err := Understand(files[0], data, Options{Mapping: mappingOf(t, tt.rules)})
		if err != nil {
			t.Fatal(err)
		}
		cells := figuresByCell(u.Submission)
		for fact := range strings.Lines(lines(tt.facts)) {
			if !cells[strings.TrimSpace(fact)] {
				t.Errorf("%s: not read: %s", tt.file, fact)
			}
		}
	}
}

package workbook

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const withoutMonth = `
	sheet Return
	1: Ref | Metric | Value
	2: CS02 | Referrals | 377`

// TestPeriodOfTheFile: the mapping may take a period from the name of the file.
func TestPeriodOfTheFile(t *testing.T) {
	rules := mappingOf(t, `
		[[workbook.sheet]]
		name = "Return"
		[[workbook.sheet.table]]
		periods = "nowhere"
		period = "=file"
		headings = "1"`)
	for file, want := range map[string]string{
		"scorecard_September_2022.xlsx": "2022-09 377",
		"Sep-22 final.xlsx":             "2022-09 377",
		"2022-09 return.xlsx":           "2022-09 377",
		"Q2 2022-23.xlsx":               "2022/23-Q2 377",
	} {
		sub, err := Read(file, workbookOf(t, withoutMonth), Options{Mapping: rules})
		if err != nil {
			t.Errorf("%s: %v", file, err)
			continue
		}
		expect(t, sub, map[string]string{"CS02": want})
	}
	u, err := Understand("return.xlsx", workbookOf(t, withoutMonth), Options{Mapping: rules})
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range u.Submission.Series {
		if len(m.Observations) > 0 {
			t.Errorf("figures without a period were read: %v", m.Observations)
		}
	}
	told := ""
	for _, f := range u.Submission.Findings {
		told += f.Message + "\n"
	}
	if want := "the mapping takes a period from the name of the file, and there is none"; !strings.Contains(told, want) {
		t.Errorf("told %q, want %q", told, want)
	}
}

// TestSectionOfTheSheet: sheets for several teams may have the same metrics, and
// the mapping that is written of them tells them apart again.
func TestSectionOfTheSheet(t *testing.T) {
	const book = `
		sheet North
		1: Ref | Metric | Aug-22 | Sep-22
		2: CS02 | Referrals | 120 | 131
		3: CS03 | Contacts | 420 | 431
		sheet South
		1: Ref | Metric | Aug-22 | Sep-22
		2: CS02 | Referrals | 90 | 84
		3: CS03 | Contacts | 320 | 331`
	const rules = `
		[[workbook.sheet]]
		name = "*"
		[[workbook.sheet.table]]
		headings = "1"
		section = "=sheet"`
	want := map[string]string{
		"CS02": "2022-08 120\n2022-09 131", "CS03": "2022-08 420\n2022-09 431",
		"CS02-2": "2022-08 90\n2022-09 84", "CS03-2": "2022-08 320\n2022-09 331",
	}
	u := understood(t, book, rules)
	expect(t, u.Submission, want)
	for _, s := range u.Submission.Series {
		if s.Metric.Section != s.Metric.Sheet {
			t.Errorf("%s stands in %q, want %q", s.Metric.Ref, s.Metric.Section, s.Metric.Sheet)
		}
	}
	again := understood(t, book, u.Mapping().Text())
	expect(t, again.Submission, want)
	for _, f := range again.Submission.Findings {
		if strings.Contains(f.Message, "mapping") {
			t.Errorf("with the mapping that was written: %v", f)
		}
	}
}

// TestRatingsWithoutFigures: the mapping may say that a table holds the
// council's own ratings and no figures. Each line is a metric all the same,
// with its rating and commentary.
func TestRatingsWithoutFigures(t *testing.T) {
	const book = `
		sheet Progress
		1: Project | Status | Delivery RAG | Why this rating
		2: Market hall | In progress | Amber/Red | Roof works are late
		3: Library | Complete | Green | Opened in May
		4: Please select | Please select | Please select | _`
	u := understood(t, book, `
		[workbook.words.rating]
		amber = ["Amber/Red"]
		[[workbook.sheet]]
		name = "Progress"
		[[workbook.sheet.table]]
		periods = "nowhere"
		period = "2024/25-Q2"
		headings = "1"
		skip = ["Please select*"]
		column = [
		  { heading = "Project", holds = "name" },
		  { heading = "Status", holds = "nothing" },
		  { heading = "Delivery RAG", holds = "rating" },
		  { heading = "Why this rating", holds = "comment" },
		]`)
	got := map[string]string{}
	for _, s := range u.Submission.Series {
		o := s.Observations[0]
		got[s.Metric.Name] = strings.Join([]string{o.Period.String(), o.Actual.State().String(), o.Declared, o.DeclaredCell.String()}, ", ")
	}
	want := map[string]string{
		"Market hall": "2024/25-Q2, not reported, amber, Progress!C2",
		"Library":     "2024/25-Q2, not reported, Green, Progress!C3",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("ratings (-want +got):\n%s", diff)
	}
	if said := u.Submission.Commentary; len(said) != 2 || said[0].Cell.String() != "Progress!D2" {
		t.Errorf("commentary %v", said)
	}
}

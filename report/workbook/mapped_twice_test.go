package workbook

import (
	"strings"
	"testing"

	"panelpack/report"
)

// TestTheSecondColumnOfNamesIsNotUsed: inspect says so, and so does the mapping
// that is written of it, which can be read.
func TestTheSecondColumnOfNamesIsNotUsed(t *testing.T) {
	const book = "sheet S\n1: Ref | Metric | Indicator | Aug-22 | Sep-22\n2: CS02 | Referrals | All referrals | 251 | 377"
	u := understood(t, book, "")
	if c := u.Sheets[0].Tables[0].Columns[2]; c.Words != "Indicator" || c.As != "" {
		t.Errorf("%q is used as %q", c.Words, c.As)
	}
	text := u.Mapping().Text()
	if want := `heading = "Indicator", holds = "nothing"`; !strings.Contains(text, want) {
		t.Errorf("the mapping has no %s:\n%s", want, text)
	}
	expect(t, understood(t, book, text).Submission, map[string]string{"Referrals": "2022-08 251\n2022-09 377"})
}

// TestAHeadingOfManyPeriodsGivenTwice: one entry has them all.
func TestAHeadingOfManyPeriodsGivenTwice(t *testing.T) {
	sub := understood(t, "sheet S\n1: _ | Q1 2022/23 | _ | Q2 2022/23 | _\n2: Metric | Actual | Plan | Actual | Plan\n3: Referrals | 251 | 230 | 377 | 240", `
		[[workbook.sheet]]
		name = "S"
		[[workbook.sheet.table]]
		headings = "1:2"
		column = [
		  { heading = "Metric", holds = "name" },
		  { heading = "Actual", holds = "actual" },
		  { heading = "Plan", holds = "target" },
		  { heading = "Actual", holds = "comment" },
		]`).Submission
	const want = `:10:7: S!A2: error: the heading "Actual" is in the mapping twice; line 8 has every column with it`
	if got, _, _ := strings.Cut(told(sub), "\n"); got != want {
		t.Errorf("told %s, want %s", got, want)
	}
	expect(t, sub, map[string]string{"Referrals": "2022/23-Q1 251 of 230\n2022/23-Q2 377 of 240"})
}

// TestAHeadingGivenTwice: the first column of the mapping has the heading, or
// the one that says where it stands, and the other one is told, with the line
// of that.
func TestAHeadingGivenTwice(t *testing.T) {
	const book = "sheet S\n1: Ref | Metric | Target | Aug-22 | Sep-22\n2: CS02 | Referrals | 230 | 251 | 377"
	for rules, want := range map[string]string{
		`{ at = "A", heading = "Ref", holds = "ref" },
		{ at = "B", heading = "Metric", holds = "name" },
		{ at = "C", heading = "Metric", holds = "target" },`: `council.toml:8:5: S!A1: error: the heading "Metric" is in the mapping twice, and in the table once; line 7 has it; write here the heading that is meant, or take the column out`,
		`{ at = "A", heading = "Metric", holds = "ref" },
		{ at = "B", heading = "Metric", holds = "name" },
		{ at = "C", heading = "Target", holds = "target" },`: `council.toml:6:3: S!A1: error: the heading "Metric" is in the mapping twice, and in the table once; line 7 has it; write here the heading that is meant, or take the column out`,
	} {
		sub := understood(t, book, "[[workbook.sheet]]\nname = \"S\"\n[[workbook.sheet.table]]\nheadings = \"1\"\ncolumn = [\n"+rules+"\n]").Submission
		if len(sub.Findings) == 0 || sub.Findings[0].String()+"; "+sub.Findings[0].Hint != want {
			t.Errorf("%s\nsays %v\nwant %s", rules, sub.Findings, want)
		}
		if got := find(t, sub, "Referrals").Metric.Name; got != "Referrals" {
			t.Errorf("%s\nreads the name %q", rules, got)
		}
	}
}

// TestKeepThatLeavesNothing is an error with the line of the mapping and the
// heading; one of several words that no cell has is a warning.
func TestKeepThatLeavesNothing(t *testing.T) {
	const book = "sheet S\n1: Area | Metric | Aug-22 | Sep-22\n2: North | Referrals | 251 | 377\n3: South | Referrals | 1 | 2"
	for keep, want := range map[string]string{
		`"Nroth"`:            `:6:5: S!A1: error: keep leaves nothing of the table to read: no cell of this column has "Nroth"`,
		`"Nroth", "East*"`:   `:6:5: S!A1: error: keep leaves nothing of the table to read: no cell of this column has "Nroth" or "East*"`,
		`"north", "East"`:    `:6:5: S!A1: warning: keep has words that no cell of this column has: "East"`,
		`"N*", "South East"`: `:6:5: S!A1: warning: keep has words that no cell of this column has: "South East"`,
		`"N*", "west", "x"`:  `:6:5: S!A1: warning: keep has words that no cell of this column has: "west", "x"`,
	} {
		sub := understood(t, book, "[[workbook.sheet]]\nname = \"S\"\n[[workbook.sheet.table]]\nheadings = \"1\"\ncolumn = [\n  { heading = \"Area\", holds = \"dimension\", keep = ["+keep+"] },\n  { heading = \"Metric\", holds = \"name\" },\n]").Submission
		if got, _, _ := strings.Cut(told(sub), "\n"); got != want {
			t.Errorf("%s\nsays %s\nwant %s", keep, got, want)
		}
		if strings.Contains(want, "warning") {
			expect(t, sub, map[string]string{"Referrals": "2022-08 251\n2022-09 377"})
		} else if len(sub.Series) > 0 {
			t.Errorf("%s: %d metrics are read", keep, len(sub.Series))
		}
	}
}

// TestNoneOfTheMetrics is told once: something else is wrong than that each of
// them was dropped.
func TestNoneOfTheMetrics(t *testing.T) {
	sub := understood(t, mappedScorecard, strings.ReplaceAll(strings.ReplaceAll(scorecardMapping, "CS02", "X1"), "CS03", "X2")).Submission
	if got := told(sub); strings.Count(got, "is in the workbook") != 1 || !strings.Contains(got, ":4:7: error: none of the 2 metrics of the mapping is in the workbook") || strings.Contains(got, "is not in the workbook") {
		t.Errorf("told %s", got)
	}
}

// TestKeepOnOneOfSeveralSheets: a team's sheet may have no line of the area, and
// the others are read.
func TestKeepOnOneOfSeveralSheets(t *testing.T) {
	const lines = "1: Area | Metric | Aug-22 | Sep-22\n2: "
	sub := understood(t, "sheet One\n"+lines+"North | Referrals | 251 | 377\nsheet Two\n"+lines+"South | Visits | 1 | 2",
		"[[workbook.sheet]]\nname = \"*\"\n[[workbook.sheet.table]]\nheadings = \"1\"\ncolumn = [{ heading = \"Area\", holds = \"dimension\", keep = [\"North\"] }, { heading = \"Metric\", holds = \"name\" }]").Submission
	if want := `:5:13: Two!A1: warning: keep leaves nothing of the table to read`; !strings.Contains(told(sub), want) {
		t.Errorf("told %s, want %s", told(sub), want)
	}
	expect(t, sub, map[string]string{"Referrals": "2022-08 251\n2022-09 377"})
}

// TestTwoTablesOverTheSameCells: the first has them, and the second is told with
// the lines of both. Tables beside or beneath each other share nothing, and a
// figure may be the actual of one table and the base of another.
func TestTwoTablesOverTheSameCells(t *testing.T) {
	const book = "sheet S\n1: Metric | Aug-22 | Sep-22 | Metric | Aug-22 | Sep-22\n2: Referrals | 251 | 377 | Contacts | 802 | 1233\n3: Visits | 18 | 24 | Calls | 1 | 2"
	for rules, want := range map[string]string{
		"headings = \"1\"\ncolumns = \"A:C\"\nlast = \"2\"\n[[workbook.sheet.table]]\nheadings = \"1\"\ncolumns = \"A:C\"":                                                                  `council.toml:7:18: S!B2: error: figures of this table are read by the table on line 3 already, and not again: 2, the first here`,
		"headings = \"1\"\ncolumns = \"A:C\"\n[[workbook.sheet.table]]\nheadings = \"1\"\ncolumns = \"C:F\"":                                                                                `council.toml:6:18: S!C2: error: figures of this table are read by the table on line 3 already, and not again: 2, the first here`,
		"headings = \"1\"\ncolumns = \"A:C\"\n[[workbook.sheet.table]]\nheadings = \"1\"\ncolumns = \"D:F\"":                                                                                "",
		"headings = \"1\"\ncolumns = \"A:C\"\nlast = \"2\"\n[[workbook.sheet.table]]\nheadings = \"1\"\ncolumns = \"A:C\"\nignore = \"2\"":                                                  "",
		"headings = \"1\"\ncolumns = \"A:C\"\ngroup = [\"actual\", \"denominator\"]\n[[workbook.sheet.table]]\nheadings = \"1\"\ncolumns = \"A:C\"\ngroup = [\"nothing\", \"denominator\"]": "",
	} {
		sub := understood(t, book, "[[workbook.sheet]]\nname = \"S\"\n[[workbook.sheet.table]]\n"+rules).Submission
		got := ""
		for _, f := range sub.Findings {
			if f.Severity == report.Error {
				got += f.String()
			}
		}
		if got != want {
			t.Errorf("%s\nsays %s\nwant %s", rules, got, want)
		}
		expect(t, sub, map[string]string{"Referrals": "2022-08 251\n2022-09 377"})
		if want != "" {
			expect(t, sub, map[string]string{"Visits": "2022-08 18\n2022-09 24"})
		}
	}
}

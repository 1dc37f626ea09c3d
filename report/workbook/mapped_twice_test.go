package workbook

import (
	"strings"
	"testing"
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

package workbook

import (
	"strings"
	"testing"
)

// TestMisspeltHeadings: a heading that resembles one that the table lacks is told
// once, with what was probably meant.
func TestMisspeltHeadings(t *testing.T) {
	const lines = `
		2: CS02 | Referrals | Low | Ann | 230 | 251 | 377 | Schools came back
		3: CS03 | Visits | High | Bob | 20 | 21 | 22 | _`
	for heads, want := range map[string]string{
		"Polarty | Lead | Target":       `Scorecard!C1: warning: the heading "Polarty" is not understood: what stands beneath it is not read`,
		"Good is | Onwer | Target":      `Scorecard!D1: warning: the heading "Onwer" is not understood: what stands beneath it is not read`,
		"Good is | Lead | Traget":       `Scorecard!E1: error: the heading "Traget" is not understood: what stands beneath it is not read`,
		"Good is | Lead | Traget 22/23": `Scorecard!E1: error: the heading "Traget 22/23" is not understood: what stands beneath it is not read`,
		"Good is | Leda | Target":       `Scorecard!D1: warning: the heading "Leda" is not understood: what stands beneath it is not read`,
		"Good is | Aided | Target":      "",
	} {
		expectTold(t, "sheet Scorecard\n1: Ref | Metric | "+heads+" | "+months+" | Comment"+lines, want)
	}
	sub := expectTold(t, "sheet Scorecard\n1: Ref | Metric | Good is | Lead | Target | "+months+" | Comentary"+lines, `
		Scorecard!H1: error: the heading "Comentary" is not understood: what stands beneath it is not read
	`)
	if got := sub.Findings[0].Hint; got != "did you mean Commentary?" {
		t.Errorf("the hint is %q", got)
	}
	expectTold(t, "sheet Scorecard\n1: Ref | Metric | Good is | Lead | Plan | "+months+" | Traget"+lines, "")
	expectTold(t, "sheet Scorecard\n1: Ref | Metric | Good is | Lead | "+months+" | Comentary\n2: CS02 | Referrals | Low | Ann | 251 | 377", "")
	for _, ordinary := range []string{"Analyst", "Ranking", "Season", "Action", "Nation", "Version", "Half year", "Base year"} {
		for _, f := range readText(t, "sheet Scorecard\n1: Ref | Metric | Good is | "+ordinary+" | Target | "+months+lines).Findings {
			if strings.Contains(f.Hint, "did you mean") {
				t.Errorf("%s: %s: %s", ordinary, f.Message, f.Hint)
			}
		}
	}
	expectTold(t, "sheet Scorecard\n1: Ref | Metric | Data type | "+months+"\n2: CS02 | Referrals | Number | 251 | 377\n3: CS03 | Visits | % | 20% | 21%", "")
}

// TestMisspeltRows: a row of a metric whose label is not understood is quoted.
func TestMisspeltRows(t *testing.T) {
	sub := expectTold(t, `
		sheet Scorecard
		1: Ref | Metric | Row | `+months+`
		2: CS02 | Referrals | Actual | 251 | 377
		3: _ | _ | Target | 240 | 230
		4: CS03 | Visits | Acutal | 20 | 21
		5: _ | _ | Incrmental targt | 22 | 23
		6: CS04 | Plans | Actual | 30 | 31
		7: _ | _ | Target | 32 | 33
		8: CS05 | Cases | Actual | 30 | 31
		9: _ | _ | Target | 32 | 33
		10: _ | _ | Last year | 30 | 31
		11: CS06 | Checks | Actual | 30 | 31`, `
		Scorecard!C4: warning: CS03: the row "Acutal" is not understood: its figures are read as actuals
		Scorecard!C5: error: CS03: the row "Incrmental targt" is not understood: its figures are not read
	`)
	if got := sub.Findings[1].Hint; got != "did you mean Incremental target?" {
		t.Errorf("the hint is %q", got)
	}
	expect(t, sub, map[string]string{"CS03": "2022-08 20\n2022-09 21"})
}

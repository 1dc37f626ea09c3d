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

package rules

import (
	"strings"
	"testing"

	"panelpack/report"
)

func TestAbbreviationsAreReadInOrder(t *testing.T) {
	book, _ := Load("rulebook.toml", rulebookText(t, `S47 = "section 47 of the Children Act 1989"`, `S47 = " section 47 "`))
	all := book.policy(nil).Abbreviations
	found := false
	for i, a := range all {
		found = found || a == report.Abbreviation{Short: "S47", Long: "section 47"}
		if i > 0 && all[i-1].Short >= a.Short {
			t.Errorf("%s stands before %s", all[i-1].Short, a.Short)
		}
	}
	if !found {
		t.Errorf("S47 is not among %v", all)
	}
}

func TestAbbreviationsThatAreNone(t *testing.T) {
	for written, want := range map[string]string{
		`"S 47" = "section 47"`: `"S 47" is not one word`,
		`S47 = " "`:             "S47 stands for nothing",
		`S47 = 3`:               "wants text in quotes",
	} {
		book, found := Load("rulebook.toml", rulebookText(t, `S47 = "section 47 of the Children Act 1989"`, written))
		if book != nil || len(found) == 0 || !strings.Contains(found[len(found)-1].Message, want) || found[len(found)-1].Line == 0 {
			t.Errorf("%s: %v, want %q with its line", written, found, want)
		}
	}
}

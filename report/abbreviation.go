package report

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Abbreviation is a short form with the words that it stands for.
type Abbreviation struct {
	Short string // "ASYE"
	Long  string // "assessed and supported year in employment"
}

// In is the byte at which the short form first stands in s as a whole word, in
// the same letters; -1 when it does not.
func (a Abbreviation) In(s string) int {
	if a.Short == "" {
		return -1
	}
	for from := 0; ; {
		i := strings.Index(s[from:], a.Short)
		if i < 0 {
			return -1
		}
		at, end := from+i, from+i+len(a.Short)
		before, _ := utf8.DecodeLastRuneInString(s[:at])
		after, _ := utf8.DecodeRuneInString(s[end:])
		if !isLetterOrDigit(before) && !isLetterOrDigit(after) {
			return at
		}
		from = end
	}
}

func isLetterOrDigit(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

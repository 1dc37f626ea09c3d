package narrative

import (
	"testing"

	"panelpack/report"
)

// The longest phrase counts, in whatever order they are listed, and a word that
// only begins one is none.
func TestLexicon(t *testing.T) {
	for _, text := range []string{"rise: up | up to | in excess of", "rise: in excess of | up to | up"} {
		l := readLexicon(text)
		for phrase, want := range map[string]int{"up 12": 1, "up to 12": 2, "in excess of 12": 3, "in all": 0, "down": 0} {
			words := wordsOf(prose{{Span: report.Span{Text: phrase}}})
			if got := l.at("rise", words, 0); got != want {
				t.Errorf("%q: %q is %d words of a phrase, want %d", text, phrase, got, want)
			}
		}
		if l["rise"]["in"] || !l["rise"]["up"] {
			t.Errorf("%q: %v", text, l)
		}
	}
}

package rules

import (
	"regexp"
	"strings"
	"unicode"
)

// textTest is a condition on one text, ready to be asked.
type textTest struct {
	exact, prefix []string
	words         []wordRun
	pattern       []*regexp.Regexp
}

// wordRun is words that have to stand next to each other. A stem is the
// beginning of a word.
type wordRun []wordPart

type wordPart struct {
	text string
	stem bool
}

// token is a word of a text, in lower case, and where it stands.
type token struct {
	text     string
	from, to int
}

// tokens splits text into its words: letters, digits and the apostrophes
// within them. Everything else only parts words, so "looked-after" is two.
func tokens(text string) []token {
	var all []token
	start := -1
	end := func(i int) {
		if start >= 0 {
			word := strings.ReplaceAll(strings.ToLower(text[start:i]), "’", "'")
			all = append(all, token{strings.TrimRight(word, "'"), start, i})
			start = -1
		}
	}
	for i, r := range text {
		inWord := unicode.IsLetter(r) || unicode.IsDigit(r) || start >= 0 && (r == '\'' || r == '’')
		if inWord && start < 0 {
			start = i
		} else if !inWord {
			end(i)
		}
	}
	end(len(text))
	return all
}

// newWordRun reads an entry such as "care leaver*".
func newWordRun(entry string) wordRun {
	var run wordRun
	for _, field := range strings.Fields(entry) {
		stem := strings.HasSuffix(field, "*")
		for _, t := range tokens(field) {
			run = append(run, wordPart{text: t.text})
		}
		if len(run) > 0 && stem {
			run[len(run)-1].stem = true
		}
	}
	return run
}

// in is where w first stands among the words of a text: the first and last
// of its tokens, and whether it is there at all.
func (w wordRun) in(text []token) (first, last int, found bool) {
	for i := 0; i+len(w) <= len(text); i++ {
		if w.at(text[i:]) {
			return i, i + len(w) - 1, true
		}
	}
	return 0, 0, false
}

func (w wordRun) at(text []token) bool {
	for i, part := range w {
		if text[i].text != part.text && !(part.stem && strings.HasPrefix(text[i].text, part.text)) {
			return false
		}
	}
	return true
}

// match asks t of a text and gives the words of the text that met it.
func (t *textTest) match(text string, words []token) (string, bool) {
	for _, entry := range t.exact {
		if strings.EqualFold(entry, strings.TrimSpace(text)) {
			return strings.TrimSpace(text), true
		}
	}
	for _, entry := range t.prefix {
		if trimmed := strings.TrimSpace(text); len(trimmed) >= len(entry) && strings.EqualFold(entry, trimmed[:len(entry)]) {
			return trimmed[:len(entry)], true
		}
	}
	for _, run := range t.words {
		if first, last, ok := run.in(words); ok {
			return text[words[first].from:words[last].to], true
		}
	}
	for _, p := range t.pattern {
		if at := p.FindStringIndex(text); at != nil {
			return text[at[0]:at[1]], true
		}
	}
	return "", false
}

package workbook

import (
	_ "embed"
	"fmt"
	"strings"

	"panelpack/report"
	"panelpack/report/mapping"
)

//go:embed words.txt
var embeddedWords string

// words is the vocabulary by which headings, labels and marks are understood.
// One serves the reading of one workbook.
type words struct {
	groups map[string]map[string]string // the meaning of each phrase, by group ("heading", "unit")
	read   map[string]heading           // headings understood before: the same few stand everywhere
	forms  []mapping.Pattern            // how a council writes its periods
	years  report.PeriodKind            // what the bare number of a year is; NoPeriod for a calendar year
}

func newWords() *words {
	return &words{groups: map[string]map[string]string{}, read: map[string]heading{}}
}

// vocabulary is the words built in, with those of a mapping over them.
func vocabulary(m *mapping.Mapping) (*words, error) {
	w := newWords()
	if err := w.readWords(embeddedWords); err != nil {
		return nil, &report.Failure{Message: "the words built in cannot be read: " + err.Error()}
	}
	if m != nil {
		w.years, w.forms = m.Years, m.Periods
		for _, own := range m.Words {
			w.add(own.Group, own.Meaning, own.Phrases)
		}
	}
	return w, nil
}

func (w *words) add(group, meaning string, phrases []string) {
	if w.groups[group] == nil {
		w.groups[group] = map[string]string{}
	}
	for _, phrase := range phrases {
		if phrase = plain(phrase); phrase != "" {
			w.groups[group][phrase] = meaning
		}
	}
}

// readWords reads a vocabulary in the format of words.txt.
func (w *words) readWords(lines string) error {
	for i, line := range strings.Split(lines, "\n") {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		what, phrases, ok := strings.Cut(line, ": ")
		group, meaning, named := strings.Cut(what, " ")
		if !ok || !named {
			return fmt.Errorf("line %d: %q has no group, meaning and colon", i+1, what)
		}
		w.add(group, meaning, strings.Split(phrases, "|"))
	}
	return nil
}

// plain is the spelling by which phrases are compared.
func plain(s string) string {
	s = strings.ToLower(tidy(s))
	if strings.ContainsAny(s, "‘’") {
		s = apostrophes.Replace(s)
	}
	if trimmed := strings.TrimRight(s, ":* "); trimmed != "" {
		return trimmed
	}
	return s
}

var apostrophes = strings.NewReplacer("’", "'", "‘", "'")

// meaning is what s means as a whole in group; empty when it means nothing.
func (w *words) meaning(group, s string) string { return w.groups[group][plain(s)] }

// mentions reports whether a phrase of that meaning in group stands in s, as
// words of its own.
func (w *words) mentions(group, meaning, s string) bool {
	padded := " " + strings.Map(wordsOnly, plain(s)) + " "
	for phrase, m := range w.groups[group] {
		if m == meaning && strings.Contains(padded, " "+phrase+" ") {
			return true
		}
	}
	return false
}

// wordsOnly makes a space of every sign that may stand beside a word.
func wordsOnly(r rune) rune {
	if strings.ContainsRune("()[]/,;:-–—|\"?&", r) {
		return ' '
	}
	return r
}

// opening is what s means in group by the longest phrase that it starts with,
// where nothing but a remark in brackets or after a dash or bar follows.
func (w *words) opening(group, s string) string {
	s = plain(s)
	if meaning := w.groups[group][s]; meaning != "" {
		return meaning
	}
	if i := strings.IndexAny(s, "([/–—|\n"); i > 0 {
		return w.groups[group][strings.TrimSpace(s[:i])]
	}
	return ""
}

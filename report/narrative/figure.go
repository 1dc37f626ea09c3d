package narrative

import (
	_ "embed"
	"regexp"
	"strconv"
	"strings"

	"panelpack/report"
)

//go:embed english.txt
var englishText string

// lexicon is the meanings of words and phrases, each by its group. A word that
// only begins a phrase is there too, and false.
type lexicon map[string]map[string]bool

// english is read from a file that is part of the program.
var english = readLexicon(englishText)

func readLexicon(text string) lexicon {
	all := lexicon{}
	for line := range strings.Lines(text) {
		group, phrases, ok := strings.Cut(strings.TrimSpace(line), ":")
		if !ok || strings.HasPrefix(group, "#") {
			continue
		}
		all[group] = map[string]bool{}
		for phrase := range strings.SplitSeq(phrases, "|") {
			phrase = strings.TrimSpace(phrase)
			first, _, _ := strings.Cut(phrase, " ")
			if _, known := all[group][first]; !known {
				all[group][first] = false
			}
			all[group][phrase] = true
		}
	}
	return all
}

// is reports whether a word or phrase of group begins at words[i].
func (l lexicon) is(group string, words []word, i int) bool {
	return l.at(group, words, i) > 0
}

// at is how many words from i on are a phrase of group; 0 where none is.
func (l lexicon) at(group string, words []word, i int) int {
	if _, begins := l[group][words[i].low]; !begins {
		return 0
	}
	const longest = 4
	for n := min(longest, len(words)-i); n > 0; n-- {
		phrase := words[i].low
		for _, w := range words[i+1 : i+n] {
			phrase += " " + w.low
		}
		if l[group][phrase] {
			return n
		}
	}
	return 0
}

// word is a word, number or mark of a commentary.
type word struct {
	text, low string
	number    bool
	filled    bool // put in from the data
	line      int  // of the commentary, from 0
}

// wordPattern knows, in this order: dates in figures, financial years, shares
// such as 33/50, ordinals, numbers within words (16-year-old, 18s, 9am),
// numbers, words, marks.
var wordPattern = regexp.MustCompile(`\d{1,2}[/.]\d{1,2}[/.]\d{2,4}` +
	`|(?:19|20)\d{2}[/–-]\d{2,4}|\d{2}/\d{2}` +
	`|\d+(?:st|nd|rd|th)\b` +
	`|\d[\d.,]*-?[A-Za-z][A-Za-z-]*` +
	`|£?\d{1,3}(?:,\d{3})+(?:\.\d+)?%?|£?\d+(?:\.\d+)?%?` +
	`|\pL[\pL\pN'’-]*|[^\s]`)

// plainNumber is a number by itself.
var plainNumber = regexp.MustCompile(`^£?\d{1,3}(?:,\d{3})*(?:\.\d+)?%?$|^£?\d+(?:\.\d+)?%?$`)

// wordsOf is the words of a paragraph.
func wordsOf(p prose) []word {
	var all []word
	for _, s := range p {
		for _, text := range wordPattern.FindAllString(s.Text, -1) {
			all = append(all, word{
				text: text, low: strings.ToLower(strings.ReplaceAll(text, "’", "'")),
				number: hasDigit(text) && plainNumber.MatchString(text), filled: s.filled, line: s.line,
			})
		}
	}
	return all
}

// hasDigit reports whether s has any: most words have none, and can be no
// number, day or year.
func hasDigit(s string) bool { return strings.ContainsAny(s, "0123456789") }

func (w word) hasDigit() bool { return hasDigit(w.text) }

// sentences parts words where a sentence ends.
func sentences(words []word) [][]word {
	var all [][]word
	from := 0
	for i, w := range words {
		if w.text == "." || w.text == "!" || w.text == "?" || i == len(words)-1 {
			all = append(all, words[from:i+1])
			from = i + 1
		}
	}
	return all
}

// kind is what a figure counts in.
type kind uint8

const (
	plainCount kind = iota
	percentage
	points
	money
	length // of time
)

// figure is one figure of a commentary, where it stands in its sentence.
type figure struct {
	at    int // its word
	after int // the first word that is no longer part of it
	value report.Value
	kind  kind
	text  string
}

// figuresIn finds the figures of a sentence that could be the metric's: no
// years, dates, ages, lengths of time, numbered things and parts of names.
func figuresIn(words []word, m report.Metric) []figure {
	var all []figure
	for i, w := range words {
		if !w.number || w.filled {
			continue
		}
		f := figureAt(words, i)
		switch f.kind {
		case plainCount, length:
			if f.kind == length && m.Unit.Kind != report.Days || noFigure(words, f, m) {
				continue
			}
		}
		if isPartOfName(words, i, m) {
			continue
		}
		all = append(all, f)
	}
	return all
}

func figureAt(words []word, i int) figure {
	w := words[i]
	f := figure{at: i, after: i + 1, value: numberOf(w.text), text: w.text}
	next := func(n int) string {
		if f.after+n < len(words) {
			return words[f.after+n].low
		}
		return ""
	}
	switch {
	case strings.HasPrefix(w.text, "£"):
		f.kind = money
	case strings.HasSuffix(w.text, "%"):
		f.kind = percentage
	case next(0) == "%" || next(0) == "percent" || next(0) == "percentage":
		f.kind, f.text, f.after = percentage, w.text+"%", f.after+1
	case next(0) == "per" && next(1) == "cent":
		f.kind, f.text, f.after = percentage, w.text+"%", f.after+2
	case english["span"][next(0)]:
		f.kind = length
	}
	if p := next(0); p == "points" || p == "point" || p == "pp" || p == "ppts" {
		f.kind, f.text, f.after = points, strings.TrimSuffix(w.text, "%")+" points", f.after+1
	}
	return f
}

// numberOf reads the digits of a number.
func numberOf(text string) report.Value {
	digits := strings.NewReplacer("£", "", ",", "", "%", "").Replace(text)
	whole, fraction, _ := strings.Cut(digits, ".")
	units, err := strconv.ParseInt(whole+fraction, 10, 64)
	if err != nil || len(fraction) > report.MaxPlaces {
		return report.Missing(report.Unreadable)
	}
	return report.Number(units, len(fraction))
}

// noFigure reports whether a bare number is a year, a day of a month, the
// number of a thing, an age, a mark of a list, a multiple or part of "1 in 4".
func noFigure(words []word, f figure, m report.Metric) bool {
	before, after := "", ""
	if f.at > 0 {
		before = words[f.at-1].low
	}
	if f.after < len(words) {
		after = words[f.after].low
	}
	n := f.value
	small := n.Places() == 0 && n.Units() <= 31
	switch {
	case !n.Known() || len(words[f.at].text) > 9:
		return true
	case isYear(words[f.at]) && (english["preposition"][before] || !vocabulary(m)[stem(after)]):
		return true
	case (before == "to" || before == "and" || before == "-" || before == "–") && f.at > 2 && english["age"][words[f.at-3].low]:
		return true
	case small && (isMonth(after) || (after == "to" || after == "and" || after == "-" || after == "–") && dayLater(words, f.after)):
		return true
	case english["numbered"][before] && !strings.Contains(words[f.at].text, ","):
		return true
	case before == "per" || after == "times" || after == "x" || after == "fold" || after == "/":
		return true
	case before == "(" && after == ")" && n.Units() < 10:
		return true
	case after == "year" || after == "or" && small:
		return true
	case after == "in" && f.after+1 < len(words) && isShare(words, f.after+1):
		return true
	case before == "in" && f.at > 1 && words[f.at-2].number && isShare(words, f.at):
		return true
	}
	return rangeOfTime(words, f)
}

func isYear(w word) bool {
	n, err := strconv.Atoi(w.text)
	return err == nil && n >= 1990 && n < 2050
}

// isShare reports whether words[i] is the 4 of "1 in 4".
func isShare(words []word, i int) bool {
	n, err := strconv.Atoi(words[i].text)
	return err == nil && n <= 100 && words[i].number
}

// dayLater reports whether a range such as "2 to 4" ends in a month.
func dayLater(words []word, i int) bool {
	return i+2 < len(words) && words[i+1].number && isMonth(words[i+2].low)
}

// rangeOfTime reports whether a range such as "4 to 6" is one of weeks or
// ages.
func rangeOfTime(words []word, f figure) bool {
	i := f.after
	if i+2 >= len(words) || !words[i+1].number {
		return false
	}
	switch words[i].low {
	case "to", "-", "–", "and", "or":
		return english["span"][words[i+2].low]
	}
	return false
}

// isPartOfName reports whether a number and the word after it stand so in the
// metric's own name or definition: the 45 of "within 45 working days".
func isPartOfName(words []word, i int, m report.Metric) bool {
	if i+1 >= len(words) {
		return false
	}
	pair := words[i].low + " " + words[i+1].low
	for _, named := range []string{m.Name, m.ShortName, m.Definition, m.Timescale} {
		if strings.Contains(strings.ToLower(named), pair) {
			return true
		}
	}
	return false
}

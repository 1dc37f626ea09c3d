package rules

import (
	"errors"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"panelpack/report"
)

// phrase is a sentence of the rulebook, ready to be filled: literal text,
// {placeholders}, [parts left out where a placeholder in them is empty] and
// **bold** runs.
type phrase []piece

// piece is literal text or, with a name, a placeholder.
type piece struct {
	text string
	name string
	bold bool
	part int // the part in brackets that it belongs to, from 1; 0 for none
}

// words are what placeholders stand for. A name without words is empty.
type words map[string]report.Text

// phraseToken is one of the signs of a sentence, or text between them.
var phraseToken = regexp.MustCompile(`\{[^}]*\}|\*\*|[^{}\[\]*]+|.`)

// newPhrase reads a sentence of the rulebook. An error says what is wrong
// with it, for people.
func newPhrase(s string) (phrase, error) {
	var p phrase
	parts, part, bold := 0, 0, false
	for _, sign := range phraseToken.FindAllString(s, -1) {
		switch {
		case sign == "**":
			bold = !bold
		case sign == "[" && part == 0:
			parts++
			part = parts
		case sign == "]" && part > 0:
			part = 0
		case sign == "{":
			return nil, errors.New("a { is never closed")
		case sign == "[" || sign == "]" || sign == "}":
			return nil, errors.New("a " + sign + " stands where none can")
		case sign[0] == '{':
			name := strings.Trim(sign, "{}")
			if !placeholderNames[name] {
				return nil, errors.New(strconv.Quote(name) + " is not a figure that sentences know")
			}
			p = append(p, piece{name: name, bold: bold, part: part})
		default:
			p = append(p, piece{text: sign, bold: bold, part: part})
		}
	}
	switch {
	case bold:
		return nil, errors.New("a ** is never closed")
	case part > 0:
		return nil, errors.New("a [ is never closed")
	}
	return p, nil
}

// fill puts words in their places. It is nil where a placeholder outside
// brackets is empty: a sentence that lacks a figure is not said.
func (p phrase) fill(w words) report.Text {
	left := map[int]bool{}
	for _, one := range p {
		if one.name != "" && len(w[one.name]) == 0 {
			if one.part == 0 {
				return nil
			}
			left[one.part] = true
		}
	}
	var t report.Text
	for _, one := range p {
		if left[one.part] {
			continue
		}
		if one.name == "" {
			t = join(t, report.Span{Text: one.text, Bold: one.bold})
			continue
		}
		for _, span := range w[one.name] {
			span.Bold = span.Bold || one.bold
			t = join(t, span)
		}
	}
	return t
}

// join adds span to t, to its last run where the two look alike.
func join(t report.Text, span report.Span) report.Text {
	if n := len(t); n > 0 {
		last := &t[n-1]
		if last.Bold == span.Bold && last.Italic == span.Italic && last.Link == span.Link {
			last.Text += span.Text
			return t
		}
	}
	return append(t, span)
}

// begin gives t with a capital at its head.
func begin(t report.Text) report.Text {
	if len(t) > 0 {
		t[0].Text = capital(t[0].Text)
	}
	return t
}

func capital(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[size:]
}

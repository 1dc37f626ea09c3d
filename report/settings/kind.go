package settings

import (
	"reflect"
	"regexp"
	"strconv"
	"strings"

	"panelpack/report"

	"github.com/pelletier/go-toml/v2"
)

// wrongKind notes a value of the wrong kind, or text that is no TOML, and gives
// data without the value; false where it cannot be left out.
func (f *File) wrongKind(mistake *toml.DecodeError, data []byte, s shape) ([]byte, bool) {
	line, column := mistake.Position()
	at, reason := Place{line, column}, plainError(mistake)
	offset := offsetOf(data, at)
	if strings.HasPrefix(reason, "key ") || strings.HasPrefix(reason, "table ") {
		said := f.again(offset, reason)
		f.Note(report.Error, f.letters(at), said.message, said.hint)
		return nil, false
	}
	if strings.HasPrefix(reason, "cannot store ") {
		said := f.wrongHeading(at, strings.Contains(reason, "array"), s)
		f.Note(report.Error, f.letters(at), said.message, said.hint)
		return nil, false
	}
	v, found := f.around(offset)
	key := toml.Key(strings.Split(indices.ReplaceAllString(v.path, ""), "."))
	if s.words(key) == "" {
		key = mistake.Key() // a key in quotes may have dots in it
	}
	wanted := s.words(key)
	if !found || wanted == "" {
		at, said := plainly(data, at, reason)
		f.Note(report.Error, f.letters(at), said.message, said.hint)
		return nil, false
	}
	where, item := v.fault(offset)
	at.Column -= offset - where.from // a day is found to be none by its middle
	text := strings.TrimSpace(string(data[where.from:where.to]))
	message, hint := kindWords(key, wanted, text, item), remedy(key, s.at(key), text, item)
	switch {
	case reason == "impossible date":
		message, hint = strconv.Quote(key[len(key)-1])+" has "+text+", and the calendar has no such day", "write the day that is meant"
	case item && twoDays.MatchString(text):
		message, hint = strconv.Quote(key[len(key)-1])+" has no comma between "+text, "put a comma between the two days"
	}
	f.Note(report.Error, f.letters(at), message, hint)
	f.mistaken[v.path] = true
	return v.without(data), true
}

// wrongHeading is of a heading of what has none, or none that is one of many.
func (f *File) wrongHeading(at Place, ofMany bool, s shape) told {
	key := f.keyAt(at, nil)
	path, t := strings.Join(key, "."), s.at(key)
	isTable := t != nil && t != dayType && (element(t).Kind() == reflect.Struct || t.Kind() == reflect.Map)
	switch {
	case t == nil, isTable && (!ofMany || t.Kind() == reflect.Slice):
		return told{"no settings stand under a heading of this name", syntaxHint}
	case isTable:
		return told{strconv.Quote(path) + " is one, and has the heading of one of many", "write [" + path + "]"}
	}
	return told{strconv.Quote(path) + " is written as a heading, and wants " + s.words(key), "write " + key[len(key)-1] + " = " + example(t, "text")}
}

// kindWords say what a key wants, and what kind of value it has instead: itself,
// or as an item of its list.
func kindWords(key toml.Key, wanted, text string, item bool) string {
	message := strconv.Quote(key[len(key)-1]) + " wants " + wanted
	if item {
		return message + ", and has " + inWords(text) + " in it"
	}
	return message + ", and is " + inWords(text)
}

// inWords says what kind of value a text is as it is written, and which.
func inWords(text string) string {
	switch text[:min(len(text), 1)] {
	case `"`, "'":
		return "the text " + strconv.Quote(clip(unquoted(text)))
	case "[":
		return "a list"
	case "{":
		return "a group of settings in braces"
	case "t", "f":
		return text + " without quotes"
	}
	switch {
	case len(text) >= 10 && dayText.MatchString(text[:10]):
		return "the day " + clip(text)
	case strings.Contains(text, ":"):
		return "the time " + clip(text)
	}
	return "the number " + clip(text)
}

func unquoted(text string) string {
	if inner, err := strconv.Unquote(text); err == nil {
		return inner
	}
	return strings.Trim(text, `"'`)
}

// mostQuoted is how many letters of a value a message repeats.
const mostQuoted = 40

func clip(text string) string {
	if letters := []rune(text); len(letters) > mostQuoted {
		return string(letters[:mostQuoted]) + "…"
	}
	return text
}

// remedy says how to write a key that wants a value of type t, or one item of
// its list: as text was meant, where that can be seen.
func remedy(key toml.Key, t reflect.Type, text string, item bool) string {
	switch e := element(t); {
	case e.Kind() == reflect.Struct && e != dayType && strings.HasPrefix(text, "{") && !item:
		return "put [ ] round the braces"
	case (e.Kind() == reflect.Struct || e.Kind() == reflect.Map) && e != dayType:
		return "write a heading on a line of its own, and the settings beneath it"
	case item:
		return "write " + example(e, text) + " in place of it"
	}
	return "write " + key[len(key)-1] + " = " + example(t, text)
}

// example is a value of type t as it is written.
func example(t reflect.Type, text string) string {
	if list, ok := strings.CutPrefix(text, "["); ok {
		text, _, _ = strings.Cut(strings.TrimSuffix(list, "]"), ",")
	}
	meant := clip(unquoted(strings.TrimSpace(text)))
	switch t.Kind() {
	case reflect.Pointer:
		return example(t.Elem(), text)
	case reflect.Slice:
		return "[" + example(t.Elem(), text) + "]"
	case reflect.String:
		if strings.ContainsAny(meant, "[]{}") {
			meant = "text"
		}
		return strconv.Quote(meant)
	case reflect.Bool:
		return strconv.FormatBool(meant != "no" && meant != "false")
	case reflect.Int, reflect.Int64:
		return orElse(wholeText, meant, "5")
	case reflect.Float64:
		return orElse(numberText, meant, "2.5")
	}
	return orElse(dayText, meant, "2022-12-28")
}

var (
	twoDays    = regexp.MustCompile(`^\d{4}-\d\d-\d\d +\d{4}-\d\d-\d\d$`)
	dayText    = regexp.MustCompile(`^\d{4}-\d\d-\d\d$`)
	wholeText  = regexp.MustCompile(`^-?\d{1,9}$`)
	numberText = regexp.MustCompile(`^-?\d{1,9}(\.\d+)?$`)
)

func orElse(form *regexp.Regexp, text, sample string) string {
	if form.MatchString(text) {
		return text
	}
	return sample
}

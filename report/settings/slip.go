package settings

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// slip is where a file stops being TOML: a line, parted at the fault.
type slip struct {
	before, rest string
	reason       string // what the reader of the file has to say of it
}

// told is what is wrong, and what to do about it.
type told struct{ message, hint string }

const syntaxHint = `a line is a [heading], key = "text", key = 5, key = true or key = ["a", "b"]; remarks start with #`

// plainly says in plain words what the reader of a file calls a mistake at a
// place of it, and gives the place where it is to be seen.
func plainly(data []byte, at Place, reason string) (Place, told) {
	offset := offsetOf(data, at)
	start := offset - (at.Column - 1)
	line, _, _ := bytes.Cut(data[max(start, 0):], []byte("\n"))
	text := strings.TrimSuffix(string(line), "\r")
	if column := curly(text); column >= 0 {
		return Place{at.Line, column + 1}, curlyWords(text, column, data)
	}
	cut := min(at.Column-1, len(text))
	s := slip{before: text[:cut], rest: strings.TrimSpace(text[cut:]), reason: reason}
	return at, s.words()
}

// again says what is written a second time at a byte of the file, as the reader
// of the file has it: "key title is already defined".
func (f *File) again(offset int, reason string) told {
	word := strings.Fields(reason)[1]
	if strings.HasPrefix(reason, "key  ") {
		word = "" // which is a key too, in quotes
	}
	here := slices.IndexFunc(f.values, func(v value) bool { return v.key == offset && lastStep(v.path) == word })
	switch {
	case strings.Contains(reason, "array") || strings.Contains(reason, "should be"):
		return told{fmt.Sprintf("%q is written in two ways", word), "write all its headings alike: [style] is one, [[workbook.sheet]] one of many"}
	case strings.HasPrefix(reason, "table "):
		return told{fmt.Sprintf("the heading of %q is written twice", word), "put what stands under the two under one of them"}
	case here < 0:
		return told{fmt.Sprintf("%q is written twice here", word), "take one of the two out"}
	}
	first := slices.IndexFunc(f.values, func(v value) bool { return v.path == f.values[here].path })
	return told{fmt.Sprintf("%q is written twice, first on line %d", word, f.values[first].line), "take one of the two out"}
}

func lastStep(path string) string { return path[strings.LastIndexByte(path, '.')+1:] }

func (s slip) words() told {
	says := func(starts ...string) bool {
		return slices.ContainsFunc(starts, func(start string) bool { return strings.HasPrefix(s.reason, start) })
	}
	switch {
	case says("expected ',' or ']'", "expected ',' or '}'"):
		return s.between(strings.Contains(s.reason, "]"))
	case says("array is incomplete", "inline table is incomplete"):
		return told{"the file ends within a list or braces", "put the missing ] or } behind the last item"}
	case says("unexpected character", "expected keyword", "expected value", "strings must be quoted", "expected number", "expected digit"):
		return s.value()
	case says("expected '='"):
		return s.noEquals()
	case says("expected newline"):
		return s.behind()
	case says("expected ']"):
		return told{"a heading has no closing bracket", "write [style] for one, or [[workbook.sheet]] for one of many"}
	case strings.Contains(s.reason, "escape") || says("need a character", "invalid hexadecimal"):
		return told{`a \ stands within quotes, where it begins a special sign`, `write / in place of it, as in "pictures/logo.png"`}
	case says("basic strings cannot have new lines", "unterminated basic"):
		return told{`a text that begins with " is open at the end of this line`, `put a " at the end of the text`}
	case says("literal strings cannot have new lines", "unterminated literal"):
		return told{"a text that begins with ' is open at the end of this line", "put a ' at the end of the text"}
	case says("cannot "):
		return told{s.quoted() + " is of another kind than the setting wants", syntaxHint}
	case says("invalid character at start of key"):
		return told{s.quoted() + " begins no setting", syntaxHint}
	}
	return told{s.reason, syntaxHint}
}

var (
	headingText = regexp.MustCompile(`^\s*\[\[?\s*[A-Za-z][^"'{,]*\]\]?\s*(#.*)?$`)
	settingText = regexp.MustCompile(`^("[^"]*"|[\w-]+)\s*=`)
	itemText    = regexp.MustCompile(`^["'{\[\w+-]`)
	bareWords   = regexp.MustCompile(`^[^,\]}#"=]*`)
)

// between is of two items of a list, or settings in braces, with no comma
// between them.
func (s slip) between(list bool) told {
	switch {
	case list && (settingText.MatchString(s.rest) || headingText.MatchString(s.before+s.rest)):
		return told{"the list before this line is not closed", "put a ] behind the last item of the list"}
	case list && strings.TrimSpace(s.before) == "" && itemText.MatchString(s.rest):
		return told{"a comma is missing before " + s.quoted(), "put a comma at the end of the line above"}
	case list && itemText.MatchString(s.rest):
		return told{"a comma is missing before " + s.quoted(), `put a comma between the items, as in ["a", "b"]`}
	case list:
		return told{s.quoted() + " stands in a list where a comma or ] is expected", `write lists as in ["a", "b"]`}
	case settingText.MatchString(s.rest):
		return told{"a comma is missing before " + s.quoted(), `put a comma between the settings, as in { ref = "CS02", unit = "days" }`}
	}
	return told{s.quoted() + " stands in braces where a comma or } is expected", `write braces as in { ref = "CS02", unit = "days" }`}
}

// value is of what is no value.
func (s slip) value() told {
	from := strings.LastIndexAny(s.before, "=[{,") + 1
	word := strings.TrimSpace(bareWords.FindString(strings.TrimLeft(s.before[from:], " \t") + s.rest))
	switch {
	case headingText.MatchString(s.before + s.rest):
		return told{"the list before this line is not closed", "put a ] behind the last item of the list"}
	case strings.HasPrefix(s.rest, "#"):
		return told{"nothing stands behind the =: what follows a # is a remark", "put quotes round a text that begins with #"}
	case s.rest == "" || s.rest == "=":
		return told{"nothing stands behind the =", "write the value there, or put # before the line to leave the setting out"}
	case strings.HasPrefix(s.rest, ","):
		return told{"a comma stands here with nothing before it", "take the comma out, or write the item that belongs before it"}
	case strings.Contains(" yes no true false ", " "+strings.ToLower(word)+" "):
		return told{fmt.Sprintf("%q is neither true nor false", word), "write true or false, in small letters"}
	case word != "":
		return told{fmt.Sprintf("%q stands here without quotes", clip(word)), fmt.Sprintf("write %q where it is text; a number is written 5 or 2.5, and a day 2022-12-28", clip(word))}
	}
	return told{s.quoted() + " is no value", syntaxHint}
}

// noEquals is of a line whose first word has no "=" behind it.
func (s slip) noEquals() told {
	name, _, settles := strings.Cut(s.before+s.rest, "=")
	switch {
	case strings.HasPrefix(s.rest, ":"):
		return told{`":" stands where = is expected`, `write key = "text"`}
	case settles && !strings.ContainsAny(name, `"'`):
		return told{fmt.Sprintf("%q is not one word", clip(strings.TrimSpace(name))), "the names of settings have _ in place of blanks, such as status_note"}
	case settles:
		return told{"no = stands behind the name of a setting", `write key = "text"`}
	}
	return told{"this line has no =", `write key = "text", or put # before a line that is only a remark`}
}

// behind is of what stands behind the end of a value.
func (s slip) behind() told {
	hint := "put each setting on a line of its own, and # before a remark"
	switch value := strings.TrimSpace(s.before); {
	case strings.HasPrefix(s.rest, "/"):
		hint = `put quotes round it, as in "2022/23"; a day is written 2022-12-28, without them`
	case strings.HasPrefix(s.rest, ","):
		hint = "put each setting on a line of its own, without a comma"
	case strings.HasSuffix(value, `"`) && !settingText.MatchString(s.rest):
		hint = `for quotes within the text write ' in place of "`
	}
	return told{s.quoted() + " stands behind the end of the value", hint}
}

var firstWord = regexp.MustCompile(`^("[^"]*"|'[^']*'|[\w-]+|[{\[]|\S+)`)

// quoted is the word that stands at the fault, in quotes.
func (s slip) quoted() string {
	word := clip(firstWord.FindString(s.rest))
	switch {
	case word == "":
		return "the end of the line"
	case strings.ContainsAny(word[:1], `"'`):
		return word
	}
	return strconv.Quote(word)
}

// Package settings reads the files that an officer may change, strictly: the
// rulebook and the council's own file. They are written in TOML.
//
// Every mistake is a finding with its line and column and what to do about it,
// and all of them are found at once: a key that nobody knows, with the one that
// was probably meant; a value of the wrong kind, with an example of the right
// one; text that is no TOML at all. What a setting means, and whether its value
// makes sense, is for the package whose setting it is, which notes its findings
// at the same places.
//
// It opens no file and knows none by name.
package settings

import (
	"bytes"
	"errors"
	"sort"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"panelpack/report"
	"panelpack/report/printable"

	"github.com/pelletier/go-toml/v2"
)

// Day is a day as such a file has it, without quotes: 2022-12-28.
type Day = toml.LocalDate

// DateOf is the date of a day.
func DateOf(d Day) report.Date {
	return report.Date{Year: d.Year, Month: time.Month(d.Month), Day: d.Day}
}

// File is one reading of a file: what was found in it, and where its keys
// stand.
type File struct {
	Name     string // for messages
	Findings []report.Finding
	index
	data     []byte
	mistaken map[string]bool // the keys whose values are of the wrong kind
}

// Read reads data into a T, whose shape says what may be written: a struct with
// a toml tag on each field. Unwritten is what a file says in which nothing is
// written.
//
// Characters that a pack cannot print are replaced, and found.
//
// It answers false where data is no text or no TOML at all, and T is then not to be
// used. A value of the wrong kind is left out, and the rest is read.
func Read[T any](name string, data []byte, unwritten func() T) (T, *File, bool) {
	data = printable.UTF8(data)
	if !utf8.Valid(data) || bytes.IndexByte(data, 0) >= 0 {
		f := &File{Name: name}
		f.Note(report.Error, Place{}, "this is no text in UTF-8", "save it again from Notepad, with Encoding: UTF-8")
		return unwritten(), f, false
	}
	data, unprintable := printable.Lines(name, data)
	f := &File{Name: name, Findings: unprintable, index: locate(data), data: data, mistaken: map[string]bool{}}
	for {
		into := unwritten()
		decoder := toml.NewDecoder(bytes.NewReader(data))
		decoder.DisallowUnknownFields()
		err := decoder.Decode(&into)

		var unknown *toml.StrictMissingError
		var mistake *toml.DecodeError
		switch {
		case err == nil:
			return into, f, true
		case errors.As(err, &unknown):
			f.unknownKeys(unknown, shapeOf[T]())
			return into, f, true
		case errors.As(err, &mistake):
			rest, found := f.wrongKind(mistake, data, shapeOf[T]())
			if found {
				data = rest
				continue
			}
		default:
			f.Note(report.Error, Place{}, plainError(err), "")
		}
		return into, f, false
	}
}

// plainError is an error of the TOML reader without its name.
func plainError(err error) string { return strings.TrimPrefix(err.Error(), "toml: ") }

func (f *File) unknownKeys(unknown *toml.StrictMissingError, s shape) {
	for i := range unknown.Errors {
		missing := &unknown.Errors[i]
		line, column := missing.Position()
		key := f.keyAt(Place{line, column}, missing.Key())
		word := key[len(key)-1]
		hint := s.hintFor(word, s.keys(key[:len(key)-1]))
		f.Note(report.Error, f.letters(Place{line, column}), strconv.Quote(word)+" is not a setting known here", hint)
	}
}

// Wrong notes an error at the place of a key, which is written as the path of
// keys that leads to it: "bands.share.green", "rule[2].name".
func (f *File) Wrong(key, message, hint string) { f.Note(report.Error, f.Place(key), message, hint) }

// Mistaken reports whether the value of a key is of the wrong kind, and so was
// left out.
func (f *File) Mistaken(key string) bool {
	return f.mistaken[key] || f.mistaken[strings.ReplaceAll(key, "[0]", "")] // as in Place
}

// Note notes a finding at a place.
func (f *File) Note(s report.Severity, at Place, message, hint string) {
	f.Findings = append(f.Findings, report.Finding{
		Severity: s, File: f.Name, Line: at.Line, Column: at.Column, Message: message, Hint: hint,
	})
}

// Faulty reports whether an error was found.
func (f *File) Faulty() bool {
	for _, finding := range f.Findings {
		if finding.Severity == report.Error {
			return true
		}
	}
	return false
}

// Choice reads a setting that has to be one of a few words. The zero T stands
// where the word is not one of them, and that is an error.
func Choice[T any](f *File, key, word string, known map[string]T) T {
	value, ok := known[word]
	if !ok {
		var words []string
		for w := range known {
			words = append(words, strconv.Quote(w))
		}
		sort.Strings(words)
		f.Wrong(key, strconv.Quote(word)+" is not a choice here", "choose one of "+strings.Join(words, ", "))
	}
	return value
}

package rules

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"strconv"
	"strings"

	"panelpack/report"

	"github.com/pelletier/go-toml/v2"
)

// Load reads a rulebook, and says all that is wrong with it at once.
//
// Name is the file's name for messages and for the pack. The Rulebook is nil
// when one of the findings is an error. A gap between bands is a warning: it
// stands in the pack's method and never prevents a pack.
func Load(name string, data []byte) (*Rulebook, []report.Finding) {
	l := &loader{name: name, at: locate(data)}
	f, ok := l.decode(data)
	var book *Rulebook
	if ok {
		book = l.understand(f)
	}
	for _, finding := range l.found {
		if finding.Severity == report.Error {
			return nil, l.found
		}
	}
	sum := sha256.Sum256(data)
	book.source = report.Source{File: name, SHA256: hex.EncodeToString(sum[:])}
	return book, l.found
}

// loader is one reading of a rulebook.
type loader struct {
	name  string
	at    places
	found []report.Finding
}

// wrong notes an error at the place of a key; see [places].
func (l *loader) wrong(key, message, hint string) {
	l.note(report.Error, l.place(key), message, hint)
}

func (l *loader) note(s report.Severity, at place, message, hint string) {
	l.found = append(l.found, report.Finding{
		Severity: s, File: l.name, Line: at.line, Column: at.column, Message: message, Hint: hint,
	})
}

// place is where key stands, or where the nearest table around it does.
func (l *loader) place(key string) place {
	for key != "" {
		if at, ok := l.at[key]; ok {
			return at
		}
		// A list of one may be written without double brackets.
		if at, ok := l.at[strings.ReplaceAll(key, "[0]", "")]; ok {
			return at
		}
		key = key[:max(strings.LastIndexByte(key, '.'), 0)]
	}
	return place{}
}

// decode reads data into a file. After a value of the wrong kind it goes on
// without that value, so that all of them are found; it answers false where
// the text is no TOML at all.
func (l *loader) decode(data []byte) (file, bool) {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	for {
		f := unwritten()
		decoder := toml.NewDecoder(bytes.NewReader(data))
		decoder.DisallowUnknownFields()
		err := decoder.Decode(&f)

		var unknown *toml.StrictMissingError
		var mistake *toml.DecodeError
		switch {
		case err == nil:
			return f, true
		case errors.As(err, &unknown):
			l.unknownKeys(unknown)
			return f, true
		case !errors.As(err, &mistake):
			l.note(report.Error, place{}, plainError(err), "")
			return f, false
		}
		rest, found := l.wrongKind(mistake, data)
		if !found {
			return f, false
		}
		data = rest
	}
}

// wrongKind notes a value of the wrong kind, or text that is no TOML, and gives
// data without the value; false where it cannot be left out.
func (l *loader) wrongKind(mistake *toml.DecodeError, data []byte) ([]byte, bool) {
	line, column := mistake.Position()
	key := mistake.Key()
	wanted := shapeWords(key)
	if wanted == "" {
		l.note(report.Error, place{line, column}, plainError(mistake), syntaxHint)
		return nil, false
	}
	l.note(report.Error, place{line, column}, strconv.Quote(key[len(key)-1])+" wants "+wanted, "")
	return blank(data, line)
}

const syntaxHint = `a line is a [heading], key = "text", key = 5, key = true or key = ["a", "b"]; remarks start with #`

// plainError is an error of the TOML reader without its name.
func plainError(err error) string { return strings.TrimPrefix(err.Error(), "toml: ") }

func (l *loader) unknownKeys(unknown *toml.StrictMissingError) {
	for i := range unknown.Errors {
		missing := &unknown.Errors[i]
		line, column := missing.Position()
		key := missing.Key()
		hint := "leave it out, or see the settings that `panelpack rulebook` prints"
		if near := nearestKey(key); near != "" {
			hint = "did you mean " + near + "?"
		}
		l.note(report.Error, place{line, column}, strconv.Quote(key[len(key)-1])+" is not a setting known here", hint)
	}
}

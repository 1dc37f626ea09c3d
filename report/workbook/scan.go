package workbook

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"
)

// token is the kind of what a scanner stands at.
type token uint8

const (
	opens  token = iota // a tag that opens an element
	closes              // one that closes it
	chars               // the characters between tags
	passed              // a comment or an instruction, of no meaning here
)

// element is the tag that opens an element. Its bytes are the scanner's own
// and hold until the next token.
type element struct {
	name       []byte // without its prefix
	attributes []attribute
}

type attribute struct {
	name, value []byte
	prefixed    bool
}

// attr is the value of the attribute of that name, whatever its prefix; nil
// when it is absent.
func (e element) attr(name string) []byte {
	for _, a := range e.attributes {
		if string(a.name) == name {
			return a.value
		}
	}
	return nil
}

// scanner parts XML into its tokens without keeping them: a workbook has
// millions. It takes what encoding/xml takes, but for names that are not ASCII
// and for texts and tags longer than maxRun, and it gives the same; a fuzz test
// holds the two against each other. It does not look whether tags match.
type scanner struct {
	element element // of opens; of closes the name alone
	text    []byte  // of chars

	from    io.Reader
	buffer  []byte
	rest    []byte // of the buffer, not yet scanned
	ended   bool   // there is nothing after rest
	failed  error  // why there is nothing after rest
	closing bool   // the tag just read closes its element too
	decoded []byte // texts and values of this token that are not as they stand
}

func newScanner(r io.Reader) *scanner { return &scanner{from: r, buffer: make([]byte, 1<<16)} }

// errShort asks for more of the part: a token does not end in what is here.
var errShort = errors.New("the part breaks off")

// errTooLong is what a part gives that would fill the memory with one token.
var errTooLong = errors.New("a text or a tag is longer than any that a workbook needs")

// next moves to the next token; io.EOF after the last.
func (s *scanner) next() (token, error) {
	if s.closing {
		s.closing = false
		return closes, nil
	}
	for {
		s.decoded = s.decoded[:0]
		n, what, err := s.scan(s.rest)
		switch {
		case err == errShort && !s.ended:
			if err := s.fill(); err != nil {
				return 0, err
			}
		case err == errShort && len(s.rest) == 0:
			return 0, io.EOF
		case err != nil:
			return 0, err
		default:
			s.rest = s.rest[n:]
			if what != passed {
				return what, nil
			}
		}
	}
}

// fill reads on, keeping what is not yet scanned.
func (s *scanner) fill() error {
	if s.failed != nil {
		return s.failed
	}
	if len(s.rest) == len(s.buffer) {
		if len(s.buffer) >= maxRun {
			return errTooLong
		}
		s.buffer = make([]byte, 2*len(s.buffer))
	}
	kept := copy(s.buffer, s.rest)
	n, err := io.ReadFull(s.from, s.buffer[kept:])
	s.rest = s.buffer[:kept+n]
	if err == io.EOF || err == io.ErrUnexpectedEOF {
		s.ended, err = true, nil
	}
	s.failed = err // once what was read before it is used, so that the place is known
	return nil
}

// scan reads the token that b begins with, and gives its length.
func (s *scanner) scan(b []byte) (int, token, error) {
	switch {
	case len(b) == 0 || len(b) == 1 && b[0] == '<':
		return 0, 0, errShort
	case b[0] != '<':
		n := bytes.IndexByte(b, '<')
		if n < 0 && !s.ended {
			return 0, 0, errShort
		} else if n < 0 {
			n = len(b)
		}
		var err error
		s.text, err = s.decode(b[:n], inText)
		return n, chars, err
	case b[1] == '/':
		return s.scanClosing(b)
	case b[1] == '?':
		return scanInstruction(b)
	case b[1] == '!':
		return s.scanMarked(b)
	}
	return s.scanOpening(b)
}

func (s *scanner) scanClosing(b []byte) (int, token, error) {
	end := bytes.IndexByte(b, '>')
	if end < 0 {
		return 0, 0, errShort
	}
	name, n, err := scanName(b[2 : end+1])
	if err == nil && 2+n+leading(b[2+n:]) < end {
		err = errTag
	}
	s.element.name, s.element.attributes = name, s.element.attributes[:0]
	return end + 1, closes, err
}

func (s *scanner) scanOpening(b []byte) (int, token, error) {
	name, n, err := scanName(b[1:])
	if err != nil {
		return 0, 0, err
	}
	s.element.name, s.element.attributes = name, s.element.attributes[:0]
	for i := 1 + n; ; {
		i += leading(b[i:])
		switch {
		case i == len(b), b[i] == '/' && i+1 == len(b):
			return 0, 0, errShort
		case b[i] == '>':
			return i + 1, opens, nil
		case b[i] == '/' && b[i+1] == '>':
			s.closing = true
			return i + 2, opens, nil
		}
		n, err := s.scanAttribute(b[i:])
		if err != nil {
			return 0, 0, err
		}
		i += n
	}
}

// scanAttribute reads the attribute that b begins with, and gives its length.
func (s *scanner) scanAttribute(b []byte) (int, error) {
	name, length, err := scanName(b)
	if err != nil {
		return 0, err
	}
	i := length + leading(b[length:])
	if i < len(b) && b[i] != '=' {
		return 0, errTag
	}
	i = min(i+1, len(b))
	i += leading(b[i:])
	if i == len(b) {
		return 0, errShort
	}
	quote := b[i]
	if quote != '"' && quote != '\'' {
		return 0, errTag
	}
	end := bytes.IndexByte(b[i+1:], quote)
	if end < 0 {
		return 0, errShort
	}
	value, err := s.decode(b[i+1:i+1+end], inValue)
	s.element.attributes = append(s.element.attributes, attribute{name: name, value: value, prefixed: len(name) < length})
	return i + end + 2, err
}

var errTag = errors.New("a tag is not as XML has it")

// leading is how many spaces b begins with.
func leading(b []byte) int {
	n := 0
	for n < len(b) && (b[n] == ' ' || b[n] == '\n' || b[n] == '\t' || b[n] == '\r') {
		n++
	}
	return n
}

// scanName reads the name that b begins with, and gives it without its prefix,
// and how long it was.
func scanName(b []byte) (name []byte, n int, err error) {
	colon := -1
	for n < len(b) && nameBytes[b[n]] {
		if b[n] == ':' && colon >= 0 {
			return nil, 0, errTag
		} else if b[n] == ':' {
			colon = n
		}
		n++
	}
	switch {
	case n == len(b):
		return nil, 0, errShort
	case n == 0 || b[n] >= 0x80 || strings.IndexByte("-.0123456789", b[0]) >= 0:
		return nil, 0, errTag
	case colon > 0 && colon < n-1:
		return b[colon+1 : n], n, nil
	}
	return b[:n], n, nil
}

// nameBytes are the bytes that names are made of.
var nameBytes = func() (is [256]bool) {
	for _, c := range []byte("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_:.-") {
		is[c] = true
	}
	return is
}()

var encodingName = regexp.MustCompile(`\sencoding\s*=\s*["']([^"']*)["']`)

// scanInstruction passes over an instruction. One that says that the part is
// not in UTF-8 ends the reading.
func scanInstruction(b []byte) (int, token, error) {
	end := bytes.Index(b, []byte("?>"))
	if end < 0 {
		return 0, 0, errShort
	}
	name, _, err := scanName(b[2 : end+1])
	if m := encodingName.FindSubmatch(b[:end]); err == nil && string(name) == "xml" && m != nil && !strings.EqualFold(string(m[1]), "utf-8") {
		err = fmt.Errorf("the part is written in %.20q and not in UTF-8", m[1])
	}
	return end + 2, passed, err
}

// scanMarked reads a comment, or characters that are marked as such.
func (s *scanner) scanMarked(b []byte) (int, token, error) {
	const comment, marked = "<!--", "<![CDATA["
	switch {
	case bytes.HasPrefix(b, []byte(comment)):
		end := bytes.Index(b[len(comment):], []byte("--"))
		if end += len(comment); end < len(comment) || end+2 == len(b) {
			return 0, 0, errShort
		} else if b[end+2] != '>' {
			return 0, 0, errors.New("a comment has -- within it")
		}
		return end + 3, passed, nil
	case bytes.HasPrefix(b, []byte(marked)):
		end := bytes.Index(b, []byte("]]>"))
		if end < 0 {
			return 0, 0, errShort
		}
		var err error
		s.text, err = s.decode(b[len(marked):end], inMarked)
		return end + 3, chars, err
	case strings.HasPrefix(comment, string(b[:min(len(b), len(comment))])), strings.HasPrefix(marked, string(b[:min(len(b), len(marked))])):
		return 0, 0, errShort
	}
	return 0, 0, errors.New("the part defines a document type, which no workbook needs")
}

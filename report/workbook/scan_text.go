package workbook

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
	"unicode"
	"unicode/utf8"
)

// encoding is where characters stand, which says how they are written.
type encoding uint8

const (
	inText encoding = iota
	inValue
	inMarked
)

// decode gives characters as they are meant, and refuses those that XML does
// not have.
func (s *scanner) decode(b []byte, where encoding) ([]byte, error) {
	for _, c := range b {
		if c < ' ' && c != '\t' && c != '\n' || c == '&' || c == '<' || c == ']' || c >= 0x80 {
			return s.decodeSpecial(b, where)
		}
	}
	return b, nil
}

// decodeSpecial decodes characters of which some are written in another way.
// The result is part of s.decoded, or b itself.
func (s *scanner) decodeSpecial(b []byte, where encoding) ([]byte, error) {
	start := len(s.decoded)
	for len(b) > 0 {
		n := 0
		switch c := b[0]; {
		case c == '\r':
			n = 1
			s.decoded = append(s.decoded, '\n')
			if len(b) > 1 && b[1] == '\n' {
				n = 2
			}
		case c == '&' && where != inMarked:
			r, length, err := entity(b)
			if err != nil {
				return nil, err
			}
			n = length
			s.decoded = utf8.AppendRune(s.decoded, r)
		case c == '<' && where == inValue:
			return nil, errTag
		case where == inText && bytes.HasPrefix(b, []byte("]]>")):
			return nil, errors.New("]]> stands where it closes nothing")
		default:
			r, length := utf8.DecodeRune(b)
			if r == utf8.RuneError && length == 1 || !isChar(r) {
				return nil, errors.New("a character that XML does not have")
			}
			n = length
			s.decoded = append(s.decoded, b[:n]...)
		}
		b = b[n:]
	}
	return s.decoded[start:len(s.decoded):len(s.decoded)], nil
}

// isChar reports whether XML has the character.
func isChar(r rune) bool {
	return r == '\t' || r == '\n' || r == '\r' || r >= ' ' && r <= 0xd7ff || r >= 0xe000 && r <= 0xfffd || r >= 0x10000 && r <= unicode.MaxRune
}

var namedEntities = map[string]rune{"amp": '&', "lt": '<', "gt": '>', "quot": '"', "apos": '\''}

// maxEntity is the longest way of writing one character, which is by number.
const maxEntity = 16

// entity is the character that b begins with the writing of, and how long that
// is. A workbook has no entities of its own, so there are no others.
func entity(b []byte) (rune, int, error) {
	end := bytes.IndexByte(b[:min(len(b), maxEntity)], ';')
	if end < 0 {
		return 0, 0, errEntity(b)
	}
	name := string(b[1:end])
	if r, ok := namedEntities[name]; ok {
		return r, end + 1, nil
	}
	base := 10
	if len(name) < 2 || name[0] != '#' {
		return 0, 0, errEntity(b[:end])
	}
	if name = name[1:]; name[0] == 'x' {
		base, name = 16, name[1:]
	}
	n, err := strconv.ParseUint(name, base, 32)
	if err != nil || !isChar(rune(n)) {
		return 0, 0, errEntity(b[:end])
	}
	return rune(n), end + 1, nil
}

func errEntity(b []byte) error {
	return fmt.Errorf("%.16q stands for no character", b)
}

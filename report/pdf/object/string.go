package object

import (
	"bytes"
	"fmt"
	"strconv"
)

func (s *scanner) hex() (Object, error) {
	end := bytes.IndexByte(s.data[s.pos:], '>')
	if end < 0 {
		return nil, s.wrong("a string without an end")
	}
	b, err := unhex(s.data[s.pos+1 : s.pos+end])
	if err != nil {
		return nil, s.wrong("%v", err)
	}
	s.pos += end + 1
	return String(b), nil
}

// unhex reads hexadecimal digits, white space among them; a missing last digit
// is 0.
func unhex(digits []byte) ([]byte, error) {
	var b []byte
	high := -1
	for _, c := range digits {
		if isSpace(c) {
			continue
		}
		v, err := strconv.ParseUint(string(c), 16, 8)
		if err != nil {
			return nil, fmt.Errorf("%q is not a hexadecimal digit", c)
		}
		if high < 0 {
			high = int(v)
		} else {
			b = append(b, byte(high<<4|int(v)))
			high = -1
		}
	}
	if high >= 0 {
		b = append(b, byte(high<<4))
	}
	return b, nil
}

// literal reads a string in parentheses, which balance or are escaped.
func (s *scanner) literal() (Object, error) {
	var b []byte
	for open := 0; s.pos < len(s.data); {
		c := s.data[s.pos]
		s.pos++
		switch c {
		case '(':
			open++
			if open == 1 {
				continue
			}
		case ')':
			open--
			if open == 0 {
				return String(b), nil
			}
		case '\\':
			b = s.escape(b)
			continue
		case '\r':
			s.next("\n")
			c = '\n'
		}
		b = append(b, c)
	}
	return nil, s.wrong("a string without an end")
}

func (s *scanner) escape(b []byte) []byte {
	if s.pos >= len(s.data) {
		return b
	}
	c := s.data[s.pos]
	s.pos++
	switch c {
	case 'n':
		return append(b, '\n')
	case 'r':
		return append(b, '\r')
	case 't':
		return append(b, '\t')
	case 'b':
		return append(b, '\b')
	case 'f':
		return append(b, '\f')
	case '\n':
		return b
	case '\r':
		s.next("\n")
		return b
	}
	if c < '0' || c > '7' {
		return append(b, c)
	}
	v := int(c - '0')
	for i := 0; i < 2 && s.pos < len(s.data) && s.data[s.pos] >= '0' && s.data[s.pos] <= '7'; i++ {
		v = v<<3 | int(s.data[s.pos]-'0')
		s.pos++
	}
	return append(b, byte(v))
}

package object

import (
	"bytes"
	"fmt"
	"math"
	"strconv"
	"strings"
)

// keyword is a bare word: obj, R, BT, Tj.
type keyword string

// scanner reads objects off bytes. With refs, "12 0 R" is one object; content
// streams have none.
type scanner struct {
	data  []byte
	pos   int
	refs  bool
	depth int
}

// deepest bounds how far arrays and dictionaries may nest.
const deepest = 200

func isSpace(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func isDelimiter(c byte) bool { return strings.IndexByte("()<>[]{}/%", c) >= 0 }

// space skips white space and comments.
func (s *scanner) space() {
	for s.pos < len(s.data) {
		c := s.data[s.pos]
		if c == '%' {
			for s.pos < len(s.data) && s.data[s.pos] != '\n' && s.data[s.pos] != '\r' {
				s.pos++
			}
		} else if isSpace(c) {
			s.pos++
		} else {
			return
		}
	}
}

func (s *scanner) wrong(format string, args ...any) error {
	return fmt.Errorf("byte %d: %s", s.pos, fmt.Sprintf(format, args...))
}

// object reads the next object or keyword. At the end of the data it gives
// keyword(""); a closing bracket comes as a keyword too.
func (s *scanner) object() (Object, error) {
	s.space()
	if s.pos >= len(s.data) {
		return keyword(""), nil
	}
	switch c := s.data[s.pos]; c {
	case '/':
		s.pos++
		return s.name(), nil
	case '(':
		return s.literal()
	case '[':
		s.pos++
		return s.array()
	case '<':
		if s.next("<<") {
			return s.dict()
		}
		return s.hex()
	case '>':
		if s.next(">>") {
			return keyword(">>"), nil
		}
		return nil, s.wrong("a lone >")
	case ']', ')', '{', '}':
		s.pos++
		return keyword(c), nil
	}
	return s.word()
}

// next skips prefix if it is there.
func (s *scanner) next(prefix string) bool {
	if !bytes.HasPrefix(s.data[s.pos:], []byte(prefix)) {
		return false
	}
	s.pos += len(prefix)
	return true
}

// token reads up to the next space or delimiter.
func (s *scanner) token() string {
	start := s.pos
	for s.pos < len(s.data) && !isSpace(s.data[s.pos]) && !isDelimiter(s.data[s.pos]) {
		s.pos++
	}
	return string(s.data[start:s.pos])
}

func (s *scanner) word() (Object, error) {
	t := s.token()
	switch t {
	case "true":
		return true, nil
	case "false":
		return false, nil
	case "null":
		return nil, nil
	}
	n, ok := number(t)
	if !ok {
		return keyword(t), nil
	}
	if i, whole := n.(int); whole && s.refs && i > 0 {
		if s.reference() {
			return Ref(i), nil
		}
	}
	return n, nil
}

// reference skips the " 0 R" after a number, if it is there.
func (s *scanner) reference() bool {
	start := s.pos
	s.space()
	if _, err := strconv.ParseUint(s.token(), 10, 16); err == nil {
		s.space()
		if s.token() == "R" {
			return true
		}
	}
	s.pos = start
	return false
}

// number reads PDF's plain decimal numbers; there are no exponents.
func number(t string) (Object, bool) {
	if t == "" || strings.IndexByte("+-.0123456789", t[0]) < 0 {
		return nil, false
	}
	if i, err := strconv.ParseInt(t, 10, 64); err == nil && i >= math.MinInt32 && i <= math.MaxUint32 {
		return int(i), true
	}
	for i := range len(t) {
		if c := t[i]; (c < '0' || c > '9') && c != '.' && (i > 0 || c != '-' && c != '+') {
			return nil, false
		}
	}
	f, err := strconv.ParseFloat(t, 64)
	return f, err == nil
}

func (s *scanner) name() Name {
	t := s.token()
	if strings.IndexByte(t, '#') < 0 {
		return Name(t)
	}
	var b []byte
	for i := 0; i < len(t); i++ {
		if t[i] == '#' && i+2 < len(t) {
			if v, err := strconv.ParseUint(t[i+1:i+3], 16, 8); err == nil {
				b = append(b, byte(v))
				i += 2
				continue
			}
		}
		b = append(b, t[i])
	}
	return Name(b)
}

func (s *scanner) enter() error {
	s.depth++
	if s.depth > deepest {
		return s.wrong("nested more than %d deep", deepest)
	}
	return nil
}

func (s *scanner) array() (Object, error) {
	if err := s.enter(); err != nil {
		return nil, err
	}
	defer func() { s.depth-- }()
	a := Array{}
	for {
		o, err := s.object()
		if err != nil {
			return nil, err
		}
		if k, ok := o.(keyword); ok {
			if k == "]" {
				return a, nil
			}
			return nil, s.wrong("%q in an array", string(k))
		}
		a = append(a, o)
	}
}

func (s *scanner) dict() (Object, error) {
	if err := s.enter(); err != nil {
		return nil, err
	}
	defer func() { s.depth-- }()
	d := Dict{}
	for {
		key, err := s.object()
		if err != nil {
			return nil, err
		}
		if key == keyword(">>") {
			return d, nil
		}
		name, ok := key.(Name)
		if !ok {
			return nil, s.wrong("a dictionary key is not a name")
		}
		value, err := s.object()
		if err != nil {
			return nil, err
		}
		if k, ok := value.(keyword); ok {
			return nil, s.wrong("%q as the value of %s", string(k), name)
		}
		if value != nil { // null is the same as absent
			d[name] = value
		}
	}
}

package object

import (
	"bytes"
	"fmt"
	"iter"
)

// Operation is one instruction of a content stream: an operator and what stands
// before it. A picture within the stream comes as BI with its dictionary and its
// data.
type Operation struct {
	Operator string
	Operands []Object
}

// Operations reads a content stream, decoded; character maps (ToUnicode) have
// the same form. An error is the last thing that it yields.
func Operations(content []byte) iter.Seq2[Operation, error] {
	return func(yield func(Operation, error) bool) {
		s := &scanner{data: content}
		var operands []Object
		for {
			o, err := s.object()
			if err != nil {
				yield(Operation{}, err)
				return
			}
			k, ok := o.(keyword)
			if !ok {
				operands = append(operands, o)
				continue
			}
			if k == "" {
				return
			}
			op := Operation{string(k), operands}
			if k == "BI" {
				if op, err = s.picture(); err != nil {
					yield(Operation{}, err)
					return
				}
			}
			if !yield(op, nil) {
				return
			}
			operands = nil
		}
	}
}

// picture reads what follows BI: pairs, ID, data, EI.
func (s *scanner) picture() (Operation, error) {
	d := Dict{}
	for {
		key, err := s.object()
		if err != nil {
			return Operation{}, err
		}
		if key == keyword("ID") {
			break
		}
		name, ok := key.(Name)
		if !ok {
			return Operation{}, s.wrong("a picture with a broken dictionary")
		}
		if d[name], err = s.object(); err != nil {
			return Operation{}, err
		}
	}
	s.pos++ // one space, then the data
	for start, from := s.pos, s.pos; from < len(s.data); {
		i := bytes.Index(s.data[from:], []byte("EI"))
		if i < 0 {
			break
		}
		at := from + i
		from = at + 2
		if at > start && isSpace(s.data[at-1]) && plainAfter(s.data[from:]) {
			s.pos = from
			return Operation{"BI", []Object{d, String(s.data[start : at-1])}}, nil
		}
	}
	return Operation{}, fmt.Errorf("a picture without an end")
}

// plainAfter reports whether what follows is text of a content stream, and not
// more of a picture that happens to hold the letters EI.
func plainAfter(data []byte) bool {
	if len(data) > 0 && !isSpace(data[0]) {
		return false
	}
	for _, c := range data[:min(len(data), 16)] {
		if c > '~' || c < ' ' && !isSpace(c) {
			return false
		}
	}
	return true
}

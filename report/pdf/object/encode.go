package object

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// object writes any object but a stream; references get their new numbers, and
// those that lead nowhere are null.
func (w *writer) object(b *bytes.Buffer, o Object) error {
	switch o := o.(type) {
	case nil:
		b.WriteString("null")
	case bool:
		b.WriteString(strconv.FormatBool(o))
	case int:
		writeInt(b, o)
	case float64:
		b.WriteString(strconv.FormatFloat(o, 'f', -1, 64))
	case String:
		writeString(b, o)
	case Name:
		writeName(b, o)
	case Ref:
		if n := w.number(o); n != 0 {
			writeInt(b, int(n))
			b.WriteString(" 0 R")
		} else {
			b.WriteString("null")
		}
	case Array:
		return w.array(b, o)
	case Dict:
		return w.dict(b, o)
	case Pairs:
		return w.pairs(b, o)
	default:
		return fmt.Errorf("%T is not a PDF object that can stand here", o)
	}
	return nil
}

func (w *writer) array(b *bytes.Buffer, a Array) error {
	b.WriteByte('[')
	for i, v := range a {
		if i > 0 {
			b.WriteByte(' ')
		}
		if err := w.object(b, v); err != nil {
			return err
		}
	}
	b.WriteByte(']')
	return nil
}

func (w *writer) dict(b *bytes.Buffer, d Dict) error {
	pairs := make(Pairs, 0, len(d))
	for k, v := range d {
		pairs = append(pairs, Pair{k, v})
	}
	slices.SortFunc(pairs, func(a, b Pair) int { return strings.Compare(string(a.Key), string(b.Key)) })
	return w.pairs(b, pairs)
}

func (w *writer) pairs(b *bytes.Buffer, pairs Pairs) error {
	b.WriteString("<<")
	for _, p := range pairs {
		if r, ok := p.Value.(Ref); p.Value == nil || ok && w.number(r) == 0 {
			continue // null is the same as absent
		}
		writeName(b, p.Key)
		b.WriteByte(' ')
		if err := w.object(b, p.Value); err != nil {
			return err
		}
	}
	b.WriteString(">>")
	return nil
}

func writeInt(b *bytes.Buffer, n int) { b.Write(strconv.AppendInt(b.AvailableBuffer(), int64(n), 10)) }

func writeString(b *bytes.Buffer, s String) {
	b.WriteByte('(')
	for i := range len(s) {
		switch c := s[i]; c {
		case '(', ')', '\\':
			b.WriteByte('\\')
			b.WriteByte(c)
		case '\r':
			b.WriteString(`\r`)
		default:
			b.WriteByte(c)
		}
	}
	b.WriteByte(')')
}

func writeName(b *bytes.Buffer, n Name) {
	b.WriteByte('/')
	for i := range len(n) {
		if c := n[i]; c < '!' || c > '~' || c == '#' || isDelimiter(c) {
			fmt.Fprintf(b, "#%02X", c)
		} else {
			b.WriteByte(c)
		}
	}
}

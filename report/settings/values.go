package settings

import (
	"bytes"

	"github.com/pelletier/go-toml/v2/unstable"
)

// value is a key and what stands behind its "=", by the bytes of the file.
type value struct {
	path  string // of the key
	line  int    // of the key
	key   int    // where the key begins
	from  int    // where the value begins
	to    int    // where it ends
	items []span // of a list: its items, each as far as its kind can be told
}

type span struct{ from, to int }

func valueOf(p *unstable.Parser, node *unstable.Node, path string) value {
	whole := p.Shape(node.Raw)
	v := value{path: path, line: whole.Start.Line, key: whole.Start.Offset, to: whole.End.Offset}
	for keys := node.Key(); keys.Next(); {
		v.from = p.Shape(keys.Node().Raw).End.Offset
	}
	behind := p.Raw(node.Raw)[v.from-v.key:]
	said := bytes.TrimLeft(behind[bytes.IndexByte(behind, '=')+1:], " \t")
	v.from = v.to - len(said)
	if node.Value().Kind != unstable.Array {
		return v
	}
	for each := node.Value().Children(); each.Next(); {
		item := p.Shape(each.Node().Raw)
		v.items = append(v.items, span{item.Start.Offset, item.End.Offset})
	}
	return v
}

// around is the innermost value that a byte of the file belongs to; false where
// it belongs to none.
func (x *index) around(offset int) (value, bool) {
	var best value
	found := false
	for _, v := range x.values {
		if v.from <= offset && offset < v.to && (!found || v.to-v.key < best.to-best.key) {
			best, found = v, true
		}
	}
	return best, found
}

// fault is what is written at a byte of v: v itself, or the item of its list
// that the byte belongs to.
func (v value) fault(offset int) (at span, item bool) {
	for _, s := range v.items {
		if s.from <= offset && offset < s.to {
			return s, true
		}
	}
	return span{v.from, v.to}, false
}

// without gives data with v overwritten by spaces, and the comma behind it, so
// that reading can go on.
func (v value) without(data []byte) []byte {
	out := bytes.Clone(data)
	to := v.to
	if rest := bytes.TrimLeft(data[to:], " \t"); len(rest) > 0 && rest[0] == ',' {
		to = len(data) - len(rest) + 1
	}
	for i := v.key; i < to; i++ {
		if out[i] != '\n' {
			out[i] = ' '
		}
	}
	return out
}

// offsetOf is the byte of data at a place.
func offsetOf(data []byte, at Place) int {
	offset := 0
	for range at.Line - 1 {
		offset += bytes.IndexByte(data[offset:], '\n') + 1
	}
	return min(offset+at.Column-1, len(data))
}

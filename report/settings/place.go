package settings

import (
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/pelletier/go-toml/v2/unstable"
)

// Place is a position in a file, both counted from 1; its zero is none.
type Place struct{ Line, Column int }

// places is where each key of a file stands, under the path of keys that leads
// to it: "bands.share.green", "rule[2].name".
type places map[string]Place

// index is where everything in a file stands.
type index struct {
	places
	values []value
}

// Place is where a key stands, or where the nearest table around it does. The
// key is the path that leads to it; see [File.Wrong].
func (f *File) Place(key string) Place {
	for key != "" {
		if at, ok := f.places[key]; ok {
			return f.letters(at)
		}
		// A list of one may be written without double brackets.
		if at, ok := f.places[strings.ReplaceAll(key, "[0]", "")]; ok {
			return f.letters(at)
		}
		key = key[:max(strings.LastIndexByte(key, '.'), 0)]
	}
	return Place{}
}

// letters is a place with its column counted in letters, as editors do. Within
// this package columns are counted in bytes.
func (f *File) letters(at Place) Place {
	to := offsetOf(f.data, at)
	return Place{at.Line, utf8.RuneCount(f.data[max(to-at.Column+1, 0):to]) + 1}
}

// keyAt is the whole key that stands at a place. What the reader of the file
// calls it lacks the lists that it stands in, in braces.
func (f *File) keyAt(at Place, called []string) []string {
	longest := ""
	for path, place := range f.places {
		if place == at && len(path) > len(longest) {
			longest = path
		}
	}
	if len(called) > 0 && !strings.HasSuffix(longest, "."+called[len(called)-1]) {
		return called
	}
	return strings.Split(indices.ReplaceAllString(longest, ""), ".")
}

var indices = regexp.MustCompile(`\[\d+\]`)

// locate finds every key and value in data, as far as it can be parsed.
func locate(data []byte) index {
	found := index{places: places{}}
	table := ""
	arrays := map[string]int{}
	var p unstable.Parser
	p.Reset(data)
	for p.NextExpression() {
		node := p.Expression()
		switch node.Kind {
		case unstable.Table:
			table = found.heading(&p, node.Key(), arrays)
		case unstable.ArrayTable:
			name := found.heading(&p, node.Key(), arrays)
			table = fmt.Sprintf("%s[%d]", name, arrays[name])
			arrays[name]++
			found.places[table] = found.places[name]
		case unstable.KeyValue:
			found.keyValue(&p, node, table)
		}
	}
	return found
}

// heading notes each step of the key in a heading and gives the whole path. A
// table beneath a list belongs to the last one in it.
func (ps places) heading(p *unstable.Parser, steps unstable.Iterator, arrays map[string]int) string {
	path := ""
	for steps.Next() {
		if n := arrays[path]; n > 0 {
			path = fmt.Sprintf("%s[%d]", path, n-1)
		}
		path = ps.step(p, steps.Node(), path)
	}
	return path
}

// key notes each step of a dotted key beneath table and gives the whole path.
func (ps places) key(p *unstable.Parser, steps unstable.Iterator, table string) string {
	path := table
	for steps.Next() {
		path = ps.step(p, steps.Node(), path)
	}
	return path
}

func (ps places) step(p *unstable.Parser, node *unstable.Node, path string) string {
	path = strings.TrimPrefix(path+"."+string(node.Data), ".")
	start := p.Shape(node.Raw).Start
	ps[path] = Place{start.Line, start.Column}
	return path
}

func (x *index) keyValue(p *unstable.Parser, node *unstable.Node, table string) {
	path := x.key(p, node.Key(), table)
	inner := node.Value()
	x.values = append(x.values, valueOf(p, node, path))
	switch inner.Kind {
	case unstable.InlineTable:
		x.inline(p, inner, path)
	case unstable.Array:
		n := 0
		for each := inner.Children(); each.Next(); n++ {
			if each.Node().Kind == unstable.InlineTable {
				x.inline(p, each.Node(), fmt.Sprintf("%s[%d]", path, n))
			}
		}
	}
}

// inline notes the keys of a table in braces, which stands where its first key
// does.
func (x *index) inline(p *unstable.Parser, braces *unstable.Node, path string) {
	for inner := braces.Children(); inner.Next(); {
		keys := inner.Node().Key()
		if _, ok := x.places[path]; !ok && keys.Next() {
			start := p.Shape(keys.Node().Raw).Start
			x.places[path] = Place{start.Line, start.Column}
		}
		x.keyValue(p, inner.Node(), path)
	}
}

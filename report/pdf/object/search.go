package object

import (
	"bytes"
	"slices"
	"strconv"
)

// search finds objects without an index: whatever looks like "12 0 obj" at the
// start of a line, the last of a number winning as after an update.
func (r *reader) search() {
	trailer := r.file.Trailer
	r.file.Trailer, r.file.Objects = Dict{}, map[Ref]Object{}
	r.entries, r.loading, r.packs = map[Ref]entry{}, map[Ref]bool{}, map[Ref]Array{}
	for pos := 0; pos < len(r.data); {
		if objectHere(r.data, pos) {
			n, _ := strconv.Atoi((&scanner{data: r.data, pos: pos}).token())
			r.entries[Ref(n)] = entry{offset: pos}
			if _, _, end, err := r.at(pos); err == nil {
				pos = end
				continue
			}
		} else if bytes.HasPrefix(r.data[pos:], []byte("trailer")) {
			s := &scanner{data: r.data, pos: pos + len("trailer"), refs: true}
			if o, err := s.object(); err == nil {
				r.adopt(o)
			}
		}
		pos++
	}
	for n := range r.entries {
		r.load(n)
	}
	r.searchStreams()
	if r.file.Trailer["Root"] == nil {
		r.file.Trailer = trailer
	}
}

// searchStreams takes the objects out of object streams and the trailers out of
// index streams that a search has found.
func (r *reader) searchStreams() {
	for _, n := range sortedRefs(r.file.Objects) {
		s, ok := r.file.Objects[n].(*Stream)
		if !ok {
			continue
		}
		switch s.Dict["Type"] {
		case Name("XRef"):
			r.adopt(s.Dict)
		case Name("ObjStm"):
			numbers, objects, err := r.unpack(s)
			if err != nil {
				continue
			}
			for i, n := range numbers {
				if _, taken := r.entries[n]; !taken {
					r.file.Objects[n] = objects[i]
				}
			}
		}
	}
}

// adopt takes over what a found trailer says.
func (r *reader) adopt(o Object) {
	d, _ := o.(Dict)
	for _, k := range []Name{"Root", "Info", "ID", "Encrypt"} {
		if d[k] != nil {
			r.file.Trailer[k] = d[k]
		}
	}
}

// objectHere reports whether "12 0 obj" begins at pos, after a line's end.
func objectHere(data []byte, pos int) bool {
	if c := data[pos]; c < '0' || c > '9' || pos > 0 && !isSpace(data[pos-1]) {
		return false
	}
	s := &scanner{data: data[:min(len(data), pos+32)], pos: pos}
	n, _ := s.object()
	generation, _ := s.object()
	word, _ := s.object()
	_, ok := n.(int)
	_, ok2 := generation.(int)
	return ok && ok2 && word == keyword("obj")
}

// sortedRefs are the numbers of objects in order.
func sortedRefs(objects map[Ref]Object) []Ref {
	refs := make([]Ref, 0, len(objects))
	for r := range objects {
		refs = append(refs, r)
	}
	slices.Sort(refs)
	return refs
}

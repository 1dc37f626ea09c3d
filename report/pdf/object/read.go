package object

import (
	"bytes"
	"errors"
	"fmt"
)

// ErrNotPDF says that data is not a PDF file at all.
var ErrNotPDF = errors.New("not a PDF file")

// ErrEncrypted says that a file is encrypted. [Read] gives its objects beside
// the error: their structure can be seen, but strings and streams are ciphers.
var ErrEncrypted = errors.New("the file is encrypted")

// Read reads every object of a PDF.
//
// The index at its end is believed where it leads to objects; where it does
// not, the file is searched for them from end to end, as viewers do. Only a
// file without a Root is refused.
func Read(data []byte) (*File, error) {
	start := bytes.Index(data[:min(len(data), 1024)], []byte("%PDF-"))
	if start < 0 {
		return nil, ErrNotPDF
	}
	r := &reader{data: data[start:], entries: map[Ref]entry{}, file: &File{Objects: map[Ref]Object{}}}
	r.file.Version = version(r.data)
	if err := r.index(); err != nil || !r.complete() {
		r.search()
	}
	if r.file.Dict(r.file.Trailer["Root"]) == nil {
		return nil, fmt.Errorf("%w that has a root", ErrNotPDF)
	}
	if r.file.Trailer["Encrypt"] != nil {
		return r.file, ErrEncrypted
	}
	return r.file, nil
}

func version(data []byte) string {
	v := data[len("%PDF-"):]
	if end := bytes.IndexAny(v, "\r\n \t"); end >= 0 && end < 8 {
		return string(v[:end])
	}
	return ""
}

// entry is where an object lies: at an offset, or at a place in an object
// stream. The zero value is a free number.
type entry struct {
	offset int
	within Ref
	place  int
}

type reader struct {
	data    []byte
	file    *File
	entries map[Ref]entry
	loading map[Ref]bool
	packs   map[Ref]Array // the objects of an object stream, once read
}

// complete loads what the index lists, and reports whether all of it was there.
func (r *reader) complete() bool {
	r.loading, r.packs = map[Ref]bool{}, map[Ref]Array{}
	whole := true
	for n, e := range r.entries {
		if e == (entry{}) {
			continue
		}
		if _, err := r.load(n); err != nil {
			whole = false
		}
	}
	root := r.file.Dict(r.file.Trailer["Root"])
	return whole && root != nil && r.file.Dict(root["Pages"]) != nil
}

// load reads one object, once.
func (r *reader) load(n Ref) (Object, error) {
	if o, done := r.file.Objects[n]; done {
		return o, nil
	}
	e := r.entries[n]
	if e == (entry{}) {
		return nil, nil
	}
	if r.loading[n] {
		return nil, fmt.Errorf("object %d refers to itself", n)
	}
	r.loading[n] = true
	defer delete(r.loading, n)
	var o Object
	var err error
	if e.within != 0 {
		o, err = r.packed(e)
	} else {
		var found Ref
		found, o, _, err = r.at(e.offset)
		if err == nil && found != n {
			err = fmt.Errorf("object %d lies where %d should", found, n)
		}
	}
	if err != nil {
		return nil, err
	}
	r.file.Objects[n] = o
	return o, nil
}

// at reads "12 0 obj … endobj" at an offset, and says where it ends.
func (r *reader) at(offset int) (Ref, Object, int, error) {
	if offset < 0 || offset >= len(r.data) {
		return 0, nil, 0, fmt.Errorf("byte %d lies outside the file", offset)
	}
	s := &scanner{data: r.data, pos: offset, refs: true}
	n, err := s.object()
	generation, err2 := s.object()
	word, err3 := s.object()
	number, ok := n.(int)
	if _, whole := generation.(int); !ok || !whole || word != keyword("obj") {
		return 0, nil, 0, errors.Join(s.wrong("not an object"), err, err2, err3)
	}
	o, err := s.object()
	if err != nil {
		return 0, nil, 0, err
	}
	if k, ok := o.(keyword); ok {
		if k != "endobj" {
			return 0, nil, 0, s.wrong("%q is not an object", string(k))
		}
		o = nil
	}
	if d, ok := o.(Dict); ok {
		end := s.pos
		if word, _ := s.object(); word == keyword("stream") {
			data, err := r.streamData(s, d)
			return Ref(number), &Stream{Dict: d, Data: data}, s.pos, err
		}
		s.pos = end
	}
	return Ref(number), o, s.pos, nil
}

// streamData reads the bytes between stream and endstream: by the Length where
// it is right, else up to the next endstream.
func (r *reader) streamData(s *scanner, d Dict) ([]byte, error) {
	if !s.next("\r\n") && !s.next("\n") {
		s.next("\r")
	}
	start := s.pos
	length := d["Length"]
	if n, ok := length.(Ref); ok {
		length, _ = r.load(n)
	}
	if n, ok := length.(int); ok && n >= 0 && start+n <= len(s.data) {
		s.pos = start + n
		s.space()
		if s.next("endstream") {
			return s.data[start : start+n], nil
		}
	}
	end := bytes.Index(s.data[start:], []byte("endstream"))
	if end < 0 {
		s.pos = start
		return nil, s.wrong("a stream without an end")
	}
	s.pos = start + end + len("endstream")
	data := s.data[start : start+end]
	data = bytes.TrimSuffix(data, []byte("\n"))
	return bytes.TrimSuffix(data, []byte("\r")), nil
}

// packed gives an object of an object stream.
func (r *reader) packed(e entry) (Object, error) {
	pack, done := r.packs[e.within]
	if !done {
		o, err := r.load(e.within)
		if err != nil {
			return nil, err
		}
		s, _ := o.(*Stream)
		if _, pack, err = r.unpack(s); err != nil {
			return nil, err
		}
		r.packs[e.within] = pack
	}
	if e.place < 0 || e.place >= len(pack) {
		return nil, fmt.Errorf("object stream %d has no object %d", e.within, e.place)
	}
	return pack[e.place], nil
}

// unpack reads an object stream: pairs of number and offset, then from First on
// the objects.
func (r *reader) unpack(s *Stream) ([]Ref, Array, error) {
	data, err := r.file.Decode(s)
	if err != nil {
		return nil, nil, err
	}
	count, _ := r.file.Int(s.Dict["N"])
	first, ok := r.file.Int(s.Dict["First"])
	if !ok || first < 0 || first > len(data) || count < 0 || count > first {
		return nil, nil, fmt.Errorf("not an object stream")
	}
	index := &scanner{data: data[:first]}
	var numbers []Ref
	var objects Array
	for range count {
		n, _ := index.object()
		offset, _ := index.object()
		number, ok := n.(int)
		at, ok2 := offset.(int)
		if !ok || !ok2 || at < 0 || first+at > len(data) {
			return nil, nil, fmt.Errorf("an object stream with a broken index")
		}
		o, err := (&scanner{data: data, pos: first + at, refs: true}).object()
		if err != nil {
			return nil, nil, err
		}
		numbers, objects = append(numbers, Ref(number)), append(objects, o)
	}
	return numbers, objects, nil
}

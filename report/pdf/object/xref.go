package object

import (
	"bytes"
	"fmt"
	"strconv"
)

// index reads the index that startxref names and all that it continues: tables,
// streams, or both at once, newest first.
func (r *reader) index() error {
	r.file.Trailer = Dict{}
	tail := r.data[max(0, len(r.data)-2048):]
	at := bytes.LastIndex(tail, []byte("startxref"))
	if at < 0 {
		return fmt.Errorf("there is no startxref")
	}
	o, _ := (&scanner{data: tail, pos: at + len("startxref")}).object()
	next, ok := o.(int)
	if !ok {
		return fmt.Errorf("startxref is not a number")
	}
	for seen := map[int]bool{}; !seen[next]; {
		seen[next] = true
		d, err := r.section(next)
		if err != nil {
			return err
		}
		for k, v := range d {
			if r.file.Trailer[k] == nil {
				r.file.Trailer[k] = v
			}
		}
		if hybrid, ok := d["XRefStm"].(int); ok {
			if _, err := r.section(hybrid); err != nil {
				return err
			}
		}
		if next, ok = d["Prev"].(int); !ok {
			return nil
		}
	}
	return fmt.Errorf("the index goes round in a circle")
}

// section reads one index and gives its trailer.
func (r *reader) section(offset int) (Dict, error) {
	if offset < 0 || offset >= len(r.data) {
		return nil, fmt.Errorf("an index outside the file")
	}
	s := &scanner{data: r.data, pos: offset, refs: true}
	s.space()
	if s.next("xref") {
		return r.table(s)
	}
	_, o, _, err := r.at(offset)
	if err != nil {
		return nil, err
	}
	stream, ok := o.(*Stream)
	if !ok || stream.Dict["Type"] != Name("XRef") {
		return nil, fmt.Errorf("an index that is none")
	}
	return stream.Dict, r.indexStream(stream)
}

// enter keeps an entry unless a newer index has said otherwise.
func (r *reader) enter(n int, e entry) {
	if _, newer := r.entries[Ref(n)]; !newer {
		r.entries[Ref(n)] = e
	}
}

// table reads an index of lines such as "0000000016 00000 n".
func (r *reader) table(s *scanner) (Dict, error) {
	for {
		o, err := s.object()
		if err != nil {
			return nil, err
		}
		if o == keyword("trailer") {
			break
		}
		first, ok := o.(int)
		o, _ = s.object()
		count, ok2 := o.(int)
		if !ok || !ok2 {
			return nil, s.wrong("an index without a heading")
		}
		for i := range count {
			s.space()
			offset, err := strconv.Atoi(s.token())
			s.space()
			s.token()
			s.space()
			use := s.token()
			if err != nil || use != "n" && use != "f" {
				return nil, s.wrong("a broken line in the index")
			}
			e := entry{}
			if use == "n" {
				e.offset = offset
			}
			r.enter(first+i, e)
		}
	}
	o, err := s.object()
	d, ok := o.(Dict)
	if err != nil || !ok {
		return nil, s.wrong("an index without a trailer")
	}
	return d, nil
}

// indexStream reads an index of binary fields, as wide as W says: kind (0 free,
// 1 offset, 2 within an object stream), and two more.
func (r *reader) indexStream(stream *Stream) error {
	data, err := r.file.Decode(stream)
	if err != nil {
		return err
	}
	f := fields{data: data}
	widths, _ := stream.Dict["W"].(Array)
	for i := range f.widths {
		if i >= len(widths) {
			return fmt.Errorf("an index stream without widths")
		}
		if f.widths[i], _ = widths[i].(int); f.widths[i] < 0 || f.widths[i] > 8 {
			return fmt.Errorf("an index stream with fields of %d bytes", f.widths[i])
		}
	}
	size, _ := stream.Dict["Size"].(int)
	ranges, ok := stream.Dict["Index"].(Array)
	if !ok {
		ranges = Array{0, size}
	}
	for i := 0; i+1 < len(ranges); i += 2 {
		first, _ := ranges[i].(int)
		count, _ := ranges[i+1].(int)
		for j := 0; j < count && f.more(); j++ {
			r.enter(first+j, f.entry())
		}
	}
	return nil
}

// fields are the rows of an index stream.
type fields struct {
	data   []byte
	widths [3]int
}

func (f *fields) more() bool {
	row := f.widths[0] + f.widths[1] + f.widths[2]
	return row > 0 && len(f.data) >= row
}

// entry takes the next row off. A kind without a field is 1.
func (f *fields) entry() entry {
	kind := 1
	if f.widths[0] > 0 {
		kind = f.take(0)
	}
	second, third := f.take(1), f.take(2)
	switch kind {
	case 1:
		return entry{offset: second}
	case 2:
		return entry{within: Ref(second), place: third}
	}
	return entry{}
}

func (f *fields) take(i int) int {
	v := 0
	for _, c := range f.data[:f.widths[i]] {
		v = v<<8 | int(c)
	}
	f.data = f.data[f.widths[i]:]
	return v
}

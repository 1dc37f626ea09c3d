package object

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"fmt"
	"io"
	"maps"
)

// packSize is how many objects share an object stream: enough to compress well,
// few enough that a viewer need not unpack them all for one page.
const packSize = 200

// Write writes the objects that the trailer's Root and Info reach as PDF 1.7.
//
// Objects are numbered in the order in which they are reached, breadth first
// and by key. Streams without a filter are compressed, except metadata, which
// other programs look for in the open. The ID is a hash of what is written, so
// equal graphs give equal files.
func Write(w io.Writer, f *File) error {
	out := &writer{file: f, numbers: make([]Ref, highest(f)+1), entries: make([]entry, 1), compressing: startCompressing()}
	err := out.walk()
	if err := cmp.Or(out.compressing.wait(), err); err != nil {
		return err
	}
	for _, p := range out.packs {
		out.place(p)
	}
	out.buf.WriteString("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n")
	for _, p := range out.parts {
		if err := out.part(p); err != nil {
			return err
		}
	}
	if err := out.index(); err != nil {
		return err
	}
	_, err = w.Write(out.buf.Bytes())
	return err
}

// writer holds a file in the making.
type writer struct {
	file    *File
	order   []Ref   // the objects as they are reached
	numbers []Ref   // and their new numbers, by the old; 0 before that
	entries []entry // by new number, from 1
	parts   []*part // what is written, in order
	packs   []*pack
	buf     bytes.Buffer

	compressing *compressing
}

// part is a stream under its new number, compressed where it may be.
type part struct {
	number Ref
	Stream
}

// pack is objects that share an object stream.
type pack struct {
	numbers    []Ref
	head, body bytes.Buffer
	stream     *part // when it is full
}

func newPack() *pack {
	p := &pack{numbers: make([]Ref, 0, packSize)}
	p.head.Grow(packSize * 12)
	p.body.Grow(packSize * 100)
	return p
}

// number is the new number of the object that r refers to, which is reached by
// that; 0 where r leads nowhere.
func (w *writer) number(r Ref) Ref {
	if r < 0 || int(r) >= len(w.numbers) {
		return 0
	}
	if w.numbers[r] == 0 && w.file.Objects[r] != nil {
		w.order = append(w.order, r)
		w.numbers[r] = Ref(len(w.order))
	}
	return w.numbers[r]
}

// highest is the highest number of any object of f.
func highest(f *File) Ref {
	most := Ref(0)
	for r := range f.Objects {
		most = max(most, r)
	}
	return most
}

// walk reaches every object. A stream becomes a part of its own, and everything
// else is packed. Writing an object reaches those that it refers to.
func (w *writer) walk() error {
	for _, k := range []Name{"Root", "Info"} {
		if r, ok := w.file.Trailer[k].(Ref); ok {
			w.number(r)
		}
	}
	var unused bytes.Buffer
	for at := 0; at < len(w.order); at++ {
		old, n := w.order[at], Ref(at+1)
		w.entries = append(w.entries, entry{})
		var err error
		if s, ok := w.file.Objects[old].(*Stream); ok {
			p := &part{n, Stream{Dict{}, s.Data}}
			maps.Copy(p.Dict, s.Dict)
			delete(p.Dict, "Length") // it is written afresh, as a number
			w.parts = append(w.parts, p)
			unused.Reset()
			err = w.object(&unused, p.Dict)
			w.compressing.parts <- p
		} else {
			err = w.pack(n, w.file.Objects[old])
		}
		if err != nil {
			return fmt.Errorf("object %d: %w", old, err)
		}
	}
	if n := len(w.packs); n > 0 && w.packs[n-1].stream == nil {
		w.fill(w.packs[n-1])
	}
	return nil
}

// pack puts object n into an object stream.
func (w *writer) pack(n Ref, o Object) error {
	if len(w.packs) == 0 || w.packs[len(w.packs)-1].stream != nil {
		w.packs = append(w.packs, newPack())
	}
	p := w.packs[len(w.packs)-1]
	p.numbers = append(p.numbers, n)
	writeInt(&p.head, int(n))
	p.head.WriteByte(' ')
	writeInt(&p.head, p.body.Len())
	p.head.WriteByte(' ')
	err := w.object(&p.body, o)
	p.body.WriteByte('\n')
	if len(p.numbers) == packSize {
		w.fill(p)
	}
	return err
}

// fill makes a part of an object stream that nothing more goes into.
func (w *writer) fill(p *pack) {
	d := Dict{"Type": Name("ObjStm"), "N": len(p.numbers), "First": p.head.Len()}
	p.head.Write(p.body.Bytes())
	p.stream = &part{Stream: Stream{d, p.head.Bytes()}}
	w.compressing.parts <- p.stream
}

// place puts an object stream behind the other parts, numbered after all that
// was reached.
func (w *writer) place(p *pack) {
	p.stream.number = Ref(len(w.entries))
	w.entries = append(w.entries, entry{})
	for place, number := range p.numbers {
		w.entries[number] = entry{within: p.stream.number, place: place}
	}
	w.parts = append(w.parts, p.stream)
}

// part writes a stream as it is.
func (w *writer) part(p *part) error {
	p.Dict["Length"] = len(p.Data)
	w.entries[p.number].offset = w.buf.Len()
	fmt.Fprintf(&w.buf, "%d 0 obj\n", p.number)
	if err := w.object(&w.buf, p.Dict); err != nil {
		return fmt.Errorf("object %d: %w", p.number, err)
	}
	w.buf.WriteString("\nstream\n")
	w.buf.Write(p.Data)
	w.buf.WriteString("\nendstream\nendobj\n")
	return nil
}

// index writes the index stream and the end of the file.
func (w *writer) index() error {
	hash := sha256.Sum256(w.buf.Bytes())
	id := String(hash[:16])
	n := Ref(len(w.entries))
	w.entries = append(w.entries, entry{offset: w.buf.Len()})
	const width = 1 + 4 + 2 // kind, offset or object stream, place
	var rows bytes.Buffer
	above := make([]byte, width)
	for i, e := range w.entries {
		row := e.row(i == 0)
		rows.WriteByte(2) // each byte less the one above it
		for j := range row {
			rows.WriteByte(row[j] - above[j])
		}
		above = row
	}
	data, err := deflate(rows.Bytes())
	if err != nil {
		return err
	}
	d := Dict{
		"Type": Name("XRef"), "Size": len(w.entries), "W": Array{1, 4, 2},
		"Filter": Name("FlateDecode"), "DecodeParms": Dict{"Predictor": 12, "Columns": width},
		"ID": Array{id, id},
	}
	for _, k := range []Name{"Root", "Info"} {
		if o := w.file.Trailer[k]; o != nil {
			d[k] = o
		}
	}
	start := w.buf.Len()
	if err := w.part(&part{n, Stream{d, data}}); err != nil {
		return err
	}
	fmt.Fprintf(&w.buf, "startxref\n%d\n%%%%EOF\n", start)
	return nil
}

// row is an entry of the index; number 0 heads the list of free numbers.
func (e entry) row(first bool) []byte {
	kind, second, third := byte(1), e.offset, e.place
	switch {
	case first:
		kind, third = 0, 0xFFFF
	case e.within != 0:
		kind, second = 2, int(e.within)
	}
	return []byte{kind, byte(second >> 24), byte(second >> 16), byte(second >> 8), byte(second), byte(third >> 8), byte(third)}
}

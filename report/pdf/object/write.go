package object

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io"

	"github.com/klauspost/compress/zlib"
)

// packSize is how many objects share an object stream: enough to compress well,
// few enough that a viewer need not unpack them all for one page.
const packSize = 200

// effort of the compressor, from 1 to 9: as small as the standard library's
// usual, in half its time.
const effort = 6

// Write writes the objects that the trailer's Root and Info reach as PDF 1.7.
//
// Objects are numbered in the order in which they are reached, breadth first
// and by key. Streams without a filter are compressed, except metadata, which
// other programs look for in the open. The ID is a hash of what is written, so
// equal graphs give equal files.
func Write(w io.Writer, f *File) error {
	out := &writer{file: f, numbers: make([]Ref, highest(f)+1)}
	out.buf.WriteString("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n")
	if err := out.objects(); err != nil {
		return err
	}
	if err := out.index(); err != nil {
		return err
	}
	_, err := w.Write(out.buf.Bytes())
	return err
}

// writer holds a file in the making.
type writer struct {
	file    *File
	order   []Ref   // the objects as they are reached
	numbers []Ref   // and their new numbers, by the old; 0 before that
	entries []entry // by new number, from 1
	packs   []pack
	buf     bytes.Buffer
	zip     *zlib.Writer
	packed  bytes.Buffer // what zip writes to, again and again
}

// pack is objects that share an object stream.
type pack struct {
	numbers    []Ref
	head, body bytes.Buffer
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

// objects writes the streams as they are reached, and packs everything else.
// Writing an object reaches those that it refers to.
func (w *writer) objects() error {
	w.entries = make([]entry, 1)
	for _, k := range []Name{"Root", "Info"} {
		if r, ok := w.file.Trailer[k].(Ref); ok {
			w.number(r)
		}
	}
	for at := 0; at < len(w.order); at++ {
		old, n := w.order[at], Ref(at+1)
		w.entries = append(w.entries, entry{})
		var err error
		if s, ok := w.file.Objects[old].(*Stream); ok {
			err = w.stream(n, s)
		} else {
			err = w.pack(n, w.file.Objects[old])
		}
		if err != nil {
			return fmt.Errorf("object %d: %w", old, err)
		}
	}
	for i := range w.packs {
		if err := w.writePack(&w.packs[i]); err != nil {
			return err
		}
	}
	return nil
}

// pack puts object n into an object stream.
func (w *writer) pack(n Ref, o Object) error {
	if len(w.packs) == 0 || len(w.packs[len(w.packs)-1].numbers) == packSize {
		w.packs = append(w.packs, pack{})
	}
	p := &w.packs[len(w.packs)-1]
	p.numbers = append(p.numbers, n)
	writeInt(&p.head, int(n))
	p.head.WriteByte(' ')
	writeInt(&p.head, p.body.Len())
	p.head.WriteByte(' ')
	err := w.object(&p.body, o)
	p.body.WriteByte('\n')
	return err
}

// writePack writes an object stream, after all that is numbered by reach.
func (w *writer) writePack(p *pack) error {
	n := Ref(len(w.entries))
	w.entries = append(w.entries, entry{})
	for place, number := range p.numbers {
		w.entries[number] = entry{within: n, place: place}
	}
	d := Dict{"Type": Name("ObjStm"), "N": len(p.numbers), "First": p.head.Len()}
	p.head.Write(p.body.Bytes())
	return w.stream(n, &Stream{d, p.head.Bytes()})
}

// stream writes a stream as object n, compressed where that is not done yet.
func (w *writer) stream(n Ref, s *Stream) error {
	d := Dict{}
	for k, v := range s.Dict {
		d[k] = v
	}
	data := s.Data
	if d["Filter"] == nil && d["Type"] != Name("Metadata") {
		small, err := w.compress(data)
		if err != nil {
			return err
		}
		if len(small) < len(data) {
			data, d["Filter"] = small, Name("FlateDecode")
			delete(d, "DecodeParms")
		}
	}
	d["Length"] = len(data)
	w.entries[n] = entry{offset: w.buf.Len()}
	fmt.Fprintf(&w.buf, "%d 0 obj\n", n)
	if err := w.object(&w.buf, d); err != nil {
		return err
	}
	w.buf.WriteString("\nstream\n")
	w.buf.Write(data)
	w.buf.WriteString("\nendstream\nendobj\n")
	return nil
}

// compress gives bytes that are good until it is called again. One compressor
// serves all streams: making one costs more than most streams do.
func (w *writer) compress(data []byte) ([]byte, error) {
	w.packed.Reset()
	if w.zip == nil {
		var err error
		if w.zip, err = zlib.NewWriterLevel(&w.packed, effort); err != nil {
			return nil, err
		}
	} else {
		w.zip.Reset(&w.packed)
	}
	if _, err := w.zip.Write(data); err != nil {
		return nil, err
	}
	err := w.zip.Close()
	return w.packed.Bytes(), err
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
	data, err := w.compress(rows.Bytes())
	if err != nil {
		return err
	}
	start := w.buf.Len()
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
	if err := w.stream(n, &Stream{d, data}); err != nil {
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

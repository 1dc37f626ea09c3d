package object

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"fmt"
	"io"
	"slices"
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
	out := &writer{file: f, numbers: make(map[Ref]Ref, len(f.Objects))}
	out.number(f.Trailer["Root"])
	out.number(f.Trailer["Info"])
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
	order   []Ref       // the objects as they are reached
	numbers map[Ref]Ref // and their new numbers
	entries []entry     // by new number, from 1
	buf     bytes.Buffer
	zip     *zlib.Writer

	// Buffers that are used again and again.
	packed, head, body bytes.Buffer
}

// number gives numbers to all that o reaches.
func (w *writer) number(o Object) {
	from := len(w.order)
	w.reach(o)
	for ; from < len(w.order); from++ {
		w.reach(w.file.Objects[w.order[from]])
	}
}

// reach numbers the references within o, and does not follow them.
func (w *writer) reach(o Object) {
	switch o := o.(type) {
	case Ref:
		if _, done := w.numbers[o]; !done && w.file.Objects[o] != nil {
			w.order = append(w.order, o)
			w.numbers[o] = Ref(len(w.order))
		}
	case Array:
		for _, v := range o {
			w.reach(v)
		}
	case Dict:
		for _, k := range o.Keys() {
			w.reach(o[k])
		}
	case *Stream:
		for _, k := range o.Dict.Keys() {
			if k != "Length" { // it is written afresh, as a number
				w.reach(o.Dict[k])
			}
		}
	}
}

// objects writes the streams as they are and packs everything else.
func (w *writer) objects() error {
	w.entries = make([]entry, len(w.order)+1)
	var plain []Ref
	for _, old := range w.order {
		s, ok := w.file.Objects[old].(*Stream)
		if !ok {
			plain = append(plain, old)
			continue
		}
		if err := w.stream(w.numbers[old], s); err != nil {
			return err
		}
	}
	for pack := range slices.Chunk(plain, packSize) {
		if err := w.pack(pack); err != nil {
			return err
		}
	}
	return nil
}

// pack writes objects as one object stream.
func (w *writer) pack(objects []Ref) error {
	n := Ref(len(w.entries))
	w.entries = append(w.entries, entry{})
	w.head.Reset()
	w.body.Reset()
	for i, old := range objects {
		number := w.numbers[old]
		w.entries[number] = entry{within: n, place: i}
		writeInt(&w.head, int(number))
		w.head.WriteByte(' ')
		writeInt(&w.head, w.body.Len())
		w.head.WriteByte(' ')
		if err := w.object(&w.body, w.file.Objects[old]); err != nil {
			return fmt.Errorf("object %d: %w", old, err)
		}
		w.body.WriteByte('\n')
	}
	d := Dict{"Type": Name("ObjStm"), "N": len(objects), "First": w.head.Len()}
	w.head.Write(w.body.Bytes())
	return w.stream(n, &Stream{d, w.head.Bytes()})
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
		return fmt.Errorf("object %d: %w", n, err)
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
		w.zip = zlib.NewWriter(&w.packed)
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

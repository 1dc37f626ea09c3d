package object

import (
	"bytes"
	"compress/zlib"
	"encoding/ascii85"
	"errors"
	"fmt"
	"io"
)

// Largest is the most bytes that [File.Decode] gives for one stream: small files
// can hold streams that unpack without end.
const Largest = 256 << 20

var errLarge = errors.New("unpacks to more than 256 MB")

// Decode is a stream's data with its filters undone. Filters of pictures (DCT,
// JPX, JBIG2, CCITT) and of encryption are errors.
func (f *File) Decode(s *Stream) ([]byte, error) {
	if s == nil {
		return nil, fmt.Errorf("there is no stream")
	}
	filters := f.list(s.Dict["Filter"])
	parms := f.list(s.Dict["DecodeParms"])
	data := s.Data
	for i, filter := range filters {
		var p Dict
		if i < len(parms) {
			p = f.Dict(parms[i])
		}
		var err error
		if data, err = f.undo(f.Name(filter), data, p); err != nil {
			return nil, fmt.Errorf("%s: %w", f.Name(filter), err)
		}
	}
	return data, nil
}

// list is an array, or one object as an array of one.
func (f *File) list(o Object) Array {
	switch o := f.Resolve(o).(type) {
	case nil:
		return nil
	case Array:
		return o
	default:
		return Array{o}
	}
}

func (f *File) undo(filter Name, data []byte, p Dict) ([]byte, error) {
	switch filter {
	case "FlateDecode", "Fl":
		r, err := zlib.NewReader(bytes.NewReader(data))
		if err != nil {
			return nil, err
		}
		plain, err := readAll(r)
		if err != nil && len(plain) == 0 {
			return nil, err
		}
		// Much software leaves out the last bytes of the checksum: what was
		// unpacked before the end stands.
		return f.unpredict(plain, p)
	case "LZWDecode", "LZW":
		plain, err := f.unLZW(data, p)
		if err != nil {
			return nil, err
		}
		return f.unpredict(plain, p)
	case "ASCIIHexDecode", "AHx":
		data, _, _ = bytes.Cut(data, []byte{'>'})
		return unhex(data)
	case "ASCII85Decode", "A85":
		data, _, _ = bytes.Cut(data, []byte("~>"))
		return readAll(ascii85.NewDecoder(bytes.NewReader(data)))
	case "RunLengthDecode", "RL":
		return unRun(data)
	}
	return nil, fmt.Errorf("not a filter that can be undone")
}

func readAll(r io.Reader) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, Largest+1))
	if len(data) > Largest {
		return nil, errLarge
	}
	return data, err
}

// unRun undoes run lengths: a count and that many bytes, or a count above 128
// and one byte to repeat; 128 ends.
func unRun(data []byte) ([]byte, error) {
	var b []byte
	for i := 0; i < len(data) && data[i] != 128; {
		n := int(data[i])
		i++
		switch {
		case n < 128 && i+n+1 <= len(data):
			b = append(b, data[i:i+n+1]...)
			i += n + 1
		case n > 128 && i < len(data):
			b = append(b, bytes.Repeat(data[i:i+1], 257-n)...)
			i++
		default:
			return nil, fmt.Errorf("ends inside a run")
		}
	}
	return b, nil
}

// unpredict undoes the PNG predictors (10 to 15): each row of Columns samples
// begins with the way its bytes differ from their neighbours.
func (f *File) unpredict(data []byte, p Dict) ([]byte, error) {
	predictor, _ := f.Int(p["Predictor"])
	if predictor < 2 {
		return data, nil
	}
	if predictor < 10 {
		return nil, fmt.Errorf("predictor %d is not supported", predictor)
	}
	setting := func(key Name, unsaid int) int {
		if v, ok := f.Int(p[key]); ok && v > 0 && v < 1<<20 {
			return v
		}
		return unsaid
	}
	bits := setting("Colors", 1) * setting("BitsPerComponent", 8)
	row, pixel := (bits*setting("Columns", 1)+7)/8, (bits+7)/8
	var plain []byte
	above := make([]byte, row)
	for len(data) > 1 {
		kind := data[0]
		line := bytes.Clone(data[1:min(len(data), row+1)])
		data = data[1+len(line):]
		unpredictRow(kind, line, above, pixel)
		plain = append(plain, line...)
		above = append(line, make([]byte, row-len(line))...)
	}
	return plain, nil
}

func unpredictRow(kind byte, line, above []byte, pixel int) {
	for i := range line {
		var left, corner byte
		if i >= pixel {
			left, corner = line[i-pixel], above[i-pixel]
		}
		switch kind {
		case 1:
			line[i] += left
		case 2:
			line[i] += above[i]
		case 3:
			line[i] += byte((int(left) + int(above[i])) / 2)
		case 4:
			line[i] += paeth(left, above[i], corner)
		}
	}
}

// paeth is whichever neighbour is nearest to left + above - corner.
func paeth(left, above, corner byte) byte {
	distance := func(c byte) int {
		return max(int(left)+int(above)-int(corner)-int(c), int(c)-int(left)-int(above)+int(corner))
	}
	switch l, a, c := distance(left), distance(above), distance(corner); {
	case l <= a && l <= c:
		return left
	case a <= c:
		return above
	}
	return corner
}

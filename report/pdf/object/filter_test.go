package object_test

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"panelpack/report/pdf/object"
)

func TestDecode(t *testing.T) {
	rows := object.Dict{"Predictor": 12, "Columns": 3}
	for _, c := range []struct {
		filter object.Object
		parms  object.Object
		data   string
		want   string
	}{
		{nil, nil, "as is", "as is"},
		{object.Name("ASCIIHexDecode"), nil, "61 62 7>", "abp"},
		{object.Name("ASCII85Decode"), nil, "9jqo^~>", "Man "},
		{object.Name("RunLengthDecode"), nil, "\x02abc\xFEd\x80rest", "abcddd"},
		{object.Name("LZWDecode"), nil, "\x80\x0B\x60\x50\x22\x0C\x0C\x85\x01", "-----A---B"}, // the standard's own example
		{object.Array{object.Name("AHx"), object.Name("Fl")}, nil, "789C4B4C4A06000 24D0127>", "abc"},
		// a row for each way to differ: above, left, the mean of both, the nearest
		{object.Array{object.Name("AHx"), object.Name("Fl")}, object.Array{nil, rows}, "789C636264626664656464666464640162000118001E>", "\x01\x02\x03\x05\x06\x07\x03\x05\x07\x04\x06\x08"},
	} {
		f := &object.File{}
		s := &object.Stream{Dict: object.Dict{}, Data: []byte(c.data)}
		if c.filter != nil {
			s.Dict["Filter"] = c.filter
		}
		if c.parms != nil {
			s.Dict["DecodeParms"] = c.parms
		}
		got, err := f.Decode(s)
		if err != nil || string(got) != c.want {
			t.Errorf("%v: %q, %v; want %q", c.filter, got, err, c.want)
		}
	}
	picture := &object.Stream{Dict: object.Dict{"Filter": object.Name("DCTDecode")}}
	if _, err := (&object.File{}).Decode(picture); err == nil {
		t.Error("a picture was decoded")
	}
}

// literals packs bytes as LZW would if nothing in them ever came again.
func literals(data []byte, early int) []byte {
	var packed []byte
	bits, held := 0, 0
	put := func(code, width int) {
		bits, held = bits<<width|code, held+width
		for ; held >= 8; held -= 8 {
			packed = append(packed, byte(bits>>(held-8)))
		}
		bits &= 1<<held - 1
	}
	put(256, 9)
	entries, width := 258, 9
	for i, c := range data {
		put(int(c), width)
		if i > 0 {
			entries++
		}
		if entries+early >= 1<<width && width < 12 {
			width++
		}
	}
	put(257, width)
	put(0, 8)
	return packed
}

// Codes grow at the right place, which is one earlier unless the file says not.
func TestDecodeLZWGrows(t *testing.T) {
	var data []byte
	for i := range 3000 {
		data = append(data, byte(i*i/7))
	}
	for early := range 2 {
		s := &object.Stream{Dict: object.Dict{"Filter": object.Name("LZWDecode")}, Data: literals(data, early)}
		if early == 0 {
			s.Dict["DecodeParms"] = object.Dict{"EarlyChange": 0}
		}
		if got, err := (&object.File{}).Decode(s); err != nil || !bytes.Equal(got, data) {
			t.Errorf("early change %d: %d bytes, %v", early, len(got), err)
		}
	}
}

func TestOperations(t *testing.T) {
	content := "q 1 0 0 1 72 720 cm /P <</MCID 3>> BDC\n[(a) -20 (b)] TJ\nBI /W 1 ID \x00EI\xFFx\nEI\nEMC Q"
	var got []string
	for op, err := range object.Operations([]byte(content)) {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, fmt.Sprintf("%s %v", op.Operator, op.Operands))
	}
	want := []string{"q []", "cm [1 0 0 1 72 720]", "BDC [P map[MCID:3]]", "TJ [[a -20 b]]", "BI [map[W:1] \x00EI\xFFx]", "EMC []", "Q []"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("operations (- wanted, + read):\n%s", diff)
	}
}

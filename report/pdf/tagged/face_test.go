package tagged

import (
	"bytes"
	"slices"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"

	"panelpack/report/pdf/object"
	"panelpack/report/style"
)

// A face covers what its font says, as another reader of the font sees it.
func TestFaceCovers(t *testing.T) {
	f, err := readFace(style.TTF(style.Regular))
	if err != nil {
		t.Fatal(err)
	}
	if f.name != "LiberationSans" {
		t.Errorf("the face is called %q", f.name)
	}
	for r := range rune(0xFFFF) {
		if (f.characters.glyph(r) != 0) != style.Covers(style.Regular, r) {
			t.Errorf("%U: covered %v", r, (f.characters.glyph(r) != 0))
		}
	}
}

// A font that is cut short anywhere, or has a byte that is wrong, is refused or
// cut, without a panic.
func TestDamagedFaces(t *testing.T) {
	ttf := style.TTF(style.Regular)
	refused := 0
	try := func(ttf []byte) {
		f, err := readFace(ttf)
		if err == nil {
			err = f.cut([]rune("Aé")).err
		}
		if err != nil {
			refused++
		}
	}
	for n := 0; n < len(ttf); n += 1 + n/20 {
		try(ttf[:n])
	}
	for _, tag := range []string{"loca", "cmap", "head", "hhea", "hmtx", "maxp", "OS/2"} {
		for n := range 24 {
			damaged := bytes.Clone(ttf)
			sfnt(damaged).table(tag)[n] ^= 0xFF
			try(damaged)
		}
	}
	if refused < 100 {
		t.Errorf("only %d damaged fonts were refused", refused)
	}
}

// The bytes of a font are the caller's: cutting leaves them alone.
func TestCuttingLeavesTheFontAlone(t *testing.T) {
	ttf := bytes.Clone(style.TTF(style.Regular))
	hhea := sfnt(ttf).table("hhea")
	hhea[34], hhea[35] = 0, 50 // fewer widths than glyphs
	before := bytes.Clone(ttf)
	f, err := readFace(ttf)
	if err != nil {
		t.Fatal(err)
	}
	f.cut([]rune("Aé"))
	if !bytes.Equal(before, ttf) {
		t.Error("the font was written to")
	}
}

// What a viewer is told of a face is what its font says (the figures of
// Liberation Sans 2.1, in thousandths of an em).
func TestFaceIsDescribed(t *testing.T) {
	for _, c := range []struct {
		face         style.Face
		flags, slant int
		stem         int
		widthOfA     int
		widthOfW     int
		box          object.Array
	}{
		{style.Regular, symbolic, 0, 87, 667, 722, object.Array{-544, -303, 1302, 980}},
		{style.Bold, symbolic | forceBold, 0, 165, 722, 778, object.Array{-482, -376, 1304, 1033}},
		{style.Italic, symbolic | italic, -12, 87, 667, 722, object.Array{-664, -303, 1361, 1014}},
	} {
		read, err := readFace(style.TTF(c.face))
		if err != nil {
			t.Fatal(err)
		}
		f := &finisher{file: &object.File{}}
		s := read.cut([]rune{'A', 'Á', 'ŵ'})
		got := f.descriptor(s)
		for key, want := range map[object.Name]object.Object{
			"Flags": c.flags, "ItalicAngle": c.slant, "StemV": c.stem,
			"Ascent": 905, "Descent": -212, "CapHeight": 688,
		} {
			if got[key] != want {
				t.Errorf("%s: %s is %v, not %v", read.name, key, got[key], want)
			}
		}
		if box := got["FontBBox"].(object.Array); !slices.Equal(box, c.box) {
			t.Errorf("%s: FontBBox is %v, not %v", read.name, box, c.box)
		}
		want := object.Array{int('A'), object.Array{c.widthOfA}, int('Á'), object.Array{c.widthOfA}, int('ŵ'), object.Array{c.widthOfW}}
		if diff := cmp.Diff(want, s.widths()); diff != "" {
			t.Errorf("%s: %s", read.name, diff)
		}
	}
}

// Pages turned on other cores come into the file in their order, and what each
// shows does not depend on which was finished first.
func TestPagesKeepTheirOrder(t *testing.T) {
	const pages = 200
	d := New(Options{Title: "Order", Language: "en-GB", Width: 595, Height: 842, Fonts: [][]byte{style.TTF(style.Regular)}})
	for n := range pages {
		d.NewPage()
		d.Text(P, func(c *Canvas) { c.Text(40, 40, strconv.Itoa(n), Style{Size: 12}) })
	}
	var b bytes.Buffer
	if err := d.Write(&b); err != nil {
		t.Fatal(err)
	}
	file, err := object.Read(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	for n, kid := range file.Array(file.Dict(file.Dict(file.Trailer["Root"])["Pages"])["Kids"]) {
		content, err := file.Decode(file.Stream(file.Dict(kid)["Contents"]))
		if err != nil {
			t.Fatal(err)
		}
		if want := "(" + codes(strconv.Itoa(n)) + ") Tj"; !bytes.Contains(content, []byte(want)) {
			t.Errorf("page %d shows %q", n+1, content)
		}
	}
}

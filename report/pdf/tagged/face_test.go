package tagged

import (
	"bytes"
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

// A font cut short anywhere is refused or read, without a panic.
func TestFaceCutShort(t *testing.T) {
	ttf := style.TTF(style.Regular)
	for n := 0; n < len(ttf); n += 1 + n/50 {
		readFace(ttf[:n])
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
	}{
		{style.Regular, symbolic, 0, 87, 667},
		{style.Bold, symbolic | forceBold, 0, 165, 722},
		{style.Italic, symbolic | italic, -12, 87, 667},
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
		want := object.Array{int('A'), object.Array{c.widthOfA}, int('Á'), object.Array{c.widthOfA}}
		if diff := cmp.Diff(want, s.widths()[:4]); diff != "" {
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

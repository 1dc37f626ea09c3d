package tagged

import (
	"fmt"
	"strconv"
	"unicode"

	"panelpack/report/pdf/object"
)

// runeSet is a set of runes of the Basic Multilingual Plane.
type runeSet [0x10000 / 64]uint64

func (s *runeSet) add(r rune) { s[r/64] |= 1 << (r % 64) }

func (s *runeSet) has(r rune) bool { return r >= 0 && r <= 0xFFFF && s[r/64]&(1<<(r%64)) != 0 }

// runes are the members in order.
func (s *runeSet) runes() []rune {
	var all []rune
	for r := range rune(0x10000) {
		if s.has(r) {
			all = append(all, r)
		}
	}
	return all
}

// face is a font, and which of its characters were used.
type face struct {
	name       string // as its maker calls it
	file       sfnt
	characters characterMap
	used       runeSet
}

// capHeights is the version of the table OS/2 from which a font says how high its
// capitals are.
const capHeights = 2

// readFace reads what is needed of a TrueType font to paint in it.
func readFace(ttf []byte) (*face, error) {
	f := &face{file: ttf}
	for _, tag := range []string{"glyf", "loca", "head", "hhea", "hmtx", "maxp", "name", "OS/2", "post"} {
		if f.file.table(tag) == nil {
			return nil, errFont
		}
	}
	if f.file.table("OS/2").u16(0) < capHeights {
		return nil, errFont
	}
	var err error
	if f.characters, err = f.file.characters(); err != nil {
		return nil, err
	}
	if f.name = f.file.postScriptName(); f.name == "" {
		return nil, errFont
	}
	return f, nil
}

// resource is the name by which the pages know a face.
func resource(face int) object.Name { return object.Name("F" + strconv.Itoa(face)) }

// use notes that s is painted in a face, or says why it cannot be.
func (d *Doc) use(face int, s string) error {
	if face < 0 || face >= len(d.faces) {
		return fmt.Errorf("there is no face %d", face)
	}
	f := d.faces[face]
	for _, r := range s {
		switch {
		case f.used.has(r):
			continue
		case r > 0xFFFF:
			return fmt.Errorf("%q (%U) lies beyond the Basic Multilingual Plane", r, r)
		case unicode.In(r, unicode.Cc, unicode.Co) || r >= 0xFFFE || r == 0xFEFF:
			return fmt.Errorf("%U is no character that readers know", r)
		case f.characters.glyph(r) == 0:
			return fmt.Errorf("%s has no glyph for %q (%U)", f.name, r, r)
		}
		f.used.add(r)
	}
	return nil
}

// codes are s as the pages name its characters: the two bytes of each rune.
func codes(s string) string {
	b := make([]byte, 0, 2*len(s))
	for _, r := range s {
		b = append(b, byte(r>>8), byte(r))
	}
	return string(b)
}

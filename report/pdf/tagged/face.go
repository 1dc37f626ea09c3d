package tagged

import (
	"encoding/binary"
	"errors"
	"fmt"
	"strconv"
	"unicode"
	"unicode/utf16"
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

// face is a font: the runes that it has glyphs for and those that were used.
type face struct {
	name string // as its maker calls it
	has  *runeSet
	used runeSet
	kept bool // the canvas knows it
}

// family begins the name by which the canvas knows a face; its number follows.
const family = "face"

func nameOf(face int) string { return family + strconv.Itoa(face) }

// keep tells the canvas of a face, once.
func (d *Doc) keep(face int) {
	if f := d.faces[face]; !f.kept {
		f.kept = true
		d.canvas.AddUTF8FontFromBytes(nameOf(face), "", d.opts.Fonts[face])
	}
}

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
		case !f.has.has(r):
			return fmt.Errorf("%s has no glyph for %q (%U)", f.name, r, r)
		}
		f.used.add(r)
	}
	return nil
}

var errFont = errors.New("not a TrueType font with a Unicode character map")

// readFace reads what is needed of a TrueType font.
func readFace(ttf []byte) (*face, error) {
	for _, name := range []string{"glyf", "loca", "head", "hhea", "hmtx", "maxp", "name", "OS/2", "post"} {
		if sfntTable(ttf, name) == nil {
			return nil, errFont
		}
	}
	has, err := readCoverage(sfntTable(ttf, "cmap"))
	if err != nil {
		return nil, err
	}
	name := postScriptName(ttf)
	if name == "" {
		return nil, errFont
	}
	return &face{name: name, has: has}, nil
}

// readCoverage reads the characters of a font from the map that the canvas
// draws by: format 4 of a Unicode platform.
func readCoverage(table []byte) (*runeSet, error) {
	if len(table) < 4 {
		return nil, errFont
	}
	for i := range int(binary.BigEndian.Uint16(table[2:])) {
		at := 4 + 8*i
		if at+8 > len(table) {
			break
		}
		platform, encoding := binary.BigEndian.Uint16(table[at:]), binary.BigEndian.Uint16(table[at+2:])
		offset := int(binary.BigEndian.Uint32(table[at+4:]))
		if platform != 0 && (platform != 3 || encoding != 1) || offset+14 > len(table) {
			continue
		}
		if binary.BigEndian.Uint16(table[offset:]) == 4 {
			return readFormat4(table[offset:])
		}
	}
	return nil, errFont
}

// readFormat4 reads the segments of a character map: four arrays of as many
// numbers (last, first, delta, offset of the glyphs), the first followed by a
// pad. A glyph of 0 means that the font lacks the character.
func readFormat4(t []byte) (*runeSet, error) {
	segments := int(binary.BigEndian.Uint16(t[6:]) / 2)
	word := func(at int) (int, bool) {
		if at+2 > len(t) {
			return 0, false
		}
		return int(binary.BigEndian.Uint16(t[at:])), true
	}
	var set runeSet
	for i := range segments {
		at := 14 + 2*i
		last, _ := word(at)
		first, _ := word(at + 2*segments + 2)
		delta, _ := word(at + 4*segments + 2)
		where := at + 6*segments + 2
		offset, ok := word(where)
		if !ok {
			return nil, errFont
		}
		for r := first; r <= last && r < 0xFFFF; r++ {
			glyph := r + delta
			if offset != 0 {
				if glyph, ok = word(where + offset + 2*(r-first)); !ok {
					return nil, errFont
				}
				if glyph != 0 {
					glyph += delta
				}
			}
			if glyph&0xFFFF != 0 {
				set.add(rune(r))
			}
		}
	}
	return &set, nil
}

// sfntTable is a table of a TrueType font by its tag, or nil.
func sfntTable(ttf []byte, tag string) []byte {
	if len(ttf) < 12 {
		return nil
	}
	if version := binary.BigEndian.Uint32(ttf); version != 0x00010000 && version != 0x74727565 {
		return nil
	}
	for i := range int(binary.BigEndian.Uint16(ttf[4:])) {
		at := 12 + 16*i
		if at+16 > len(ttf) {
			return nil
		}
		if string(ttf[at:at+4]) == tag {
			offset, length := uint64(binary.BigEndian.Uint32(ttf[at+8:])), uint64(binary.BigEndian.Uint32(ttf[at+12:]))
			if offset+length > uint64(len(ttf)) {
				return nil
			}
			return ttf[offset : offset+length]
		}
	}
	return nil
}

// postScriptName is the name by which a font wants to be known: record 6 of its
// name table, in its Windows form.
func postScriptName(ttf []byte) string {
	t := sfntTable(ttf, "name")
	if len(t) < 6 {
		return ""
	}
	strings := int(binary.BigEndian.Uint16(t[4:]))
	for i := range int(binary.BigEndian.Uint16(t[2:])) {
		at := 6 + 12*i
		if at+12 > len(t) {
			break
		}
		field := func(n int) int { return int(binary.BigEndian.Uint16(t[at+2*n:])) }
		platform, id, length, offset := field(0), field(3), field(4), strings+field(5)
		if platform != 3 || id != 6 || offset+length > len(t) {
			continue
		}
		var units []uint16
		for j := 0; j+1 < length; j += 2 {
			units = append(units, binary.BigEndian.Uint16(t[offset+j:]))
		}
		return string(utf16.Decode(units))
	}
	return ""
}

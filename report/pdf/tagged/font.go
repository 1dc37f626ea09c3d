package tagged

import (
	"encoding/binary"
	"errors"
	"fmt"
	"strconv"
	"unicode"
)

// coverage is the set of runes of the Basic Multilingual Plane that a font has
// a glyph for.
type coverage [0x10000 / 64]uint64

func (c *coverage) add(r rune) { c[r/64] |= 1 << (r % 64) }

func (c *coverage) has(r rune) bool { return r >= 0 && r <= 0xFFFF && c[r/64]&(1<<(r%64)) != 0 }

// family is the name by which the canvas knows a face.
func family(face int) string { return "face" + strconv.Itoa(face) }

// covers says why s cannot be painted in a face, or nil.
func (d *Doc) covers(face int, s string) error {
	if face < 0 || face >= len(d.faces) {
		return fmt.Errorf("there is no face %d", face)
	}
	for _, r := range s {
		switch {
		case r > 0xFFFF:
			return fmt.Errorf("%q (%U) lies beyond the Basic Multilingual Plane", r, r)
		case unicode.IsControl(r):
			return fmt.Errorf("%U is a control character", r)
		case !d.faces[face].has(r):
			return fmt.Errorf("face %d has no glyph for %q (%U)", face, r, r)
		}
	}
	return nil
}

var errFont = errors.New("not a TrueType font with a Unicode character map")

// readCoverage reads the characters of a TrueType font from the map that the
// canvas draws by: format 4 of a Unicode platform.
func readCoverage(ttf []byte) (*coverage, error) {
	table := sfntTable(ttf, "cmap")
	for _, name := range []string{"glyf", "loca", "head", "hhea", "hmtx", "maxp", "name", "OS/2", "post"} {
		if sfntTable(ttf, name) == nil {
			return nil, errFont
		}
	}
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
func readFormat4(t []byte) (*coverage, error) {
	segments := int(binary.BigEndian.Uint16(t[6:]) / 2)
	word := func(at int) (int, bool) {
		if at+2 > len(t) {
			return 0, false
		}
		return int(binary.BigEndian.Uint16(t[at:])), true
	}
	var c coverage
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
				c.add(rune(r))
			}
		}
	}
	return &c, nil
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

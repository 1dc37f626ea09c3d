package tagged

import (
	"encoding/binary"
	"errors"
	"unicode/utf16"
)

// errFont is a file that the pages cannot be set in.
var errFont = errors.New("not a TrueType font with a Unicode character map, or a damaged one")

// sfnt is a TrueType font file. What is asked of a table beyond its end is 0.
type sfnt []byte

// table is a table by its tag, or nil.
func (t sfnt) table(tag string) sfnt {
	if version := t.u32(0); version != 0x00010000 && version != 0x74727565 {
		return nil
	}
	for i := range t.u16(4) {
		at := 12 + 16*i
		if at+16 > len(t) {
			return nil
		}
		if string(t[at:at+4]) == tag {
			offset, length := uint64(t.u32(at+8)), uint64(t.u32(at+12))
			if offset+length > uint64(len(t)) {
				return nil
			}
			return t[offset : offset+length]
		}
	}
	return nil
}

func (t sfnt) u16(at int) int {
	if at < 0 || at+2 > len(t) {
		return 0
	}
	return int(binary.BigEndian.Uint16(t[at:]))
}

func (t sfnt) i16(at int) int { return int(int16(t.u16(at))) }

func (t sfnt) u32(at int) int { return t.u16(at)<<16 | t.u16(at+2) }

// postScriptName is the name by which a font wants to be known: record 6 of its
// name table, in its Windows form.
func (t sfnt) postScriptName() string {
	names := t.table("name")
	strings := names.u16(4)
	for i := range names.u16(2) {
		at := 6 + 12*i
		platform, id, length, offset := names.u16(at), names.u16(at+6), names.u16(at+8), strings+names.u16(at+10)
		if platform != 3 || id != 6 || offset+length > len(names) {
			continue
		}
		var units []uint16
		for j := 0; j+1 < length; j += 2 {
			units = append(units, uint16(names.u16(offset+j)))
		}
		return string(utf16.Decode(units))
	}
	return ""
}

// characterMap leads from characters to glyphs: format 4 of a Unicode platform,
// which is four arrays of as many numbers (last, first, delta, offset of the
// glyphs), the first followed by a pad.
type characterMap struct {
	sfnt
	segments int
}

// characters is the map that the font is cut by.
func (t sfnt) characters() (characterMap, error) {
	all := t.table("cmap")
	for i := range all.u16(2) {
		at := 4 + 8*i
		platform, encoding, offset := all.u16(at), all.u16(at+2), all.u32(at+4)
		if platform != 0 && (platform != 3 || encoding != 1) || offset+14 > len(all) {
			continue
		}
		if all.u16(offset) != 4 {
			continue
		}
		if m := (characterMap{all[offset:], all.u16(offset+6) / 2}); 16+8*m.segments <= len(m.sfnt) {
			return m, nil
		}
	}
	return characterMap{}, errFont
}

// glyph is the number of the glyph of r; 0, the box, where there is none.
func (m characterMap) glyph(r rune) int {
	for i := range m.segments {
		at := 14 + 2*i
		if int(r) > m.u16(at) {
			continue
		}
		first, delta, where := m.u16(at+2*m.segments+2), m.u16(at+4*m.segments+2), at+6*m.segments+2
		switch offset := m.u16(where); {
		case int(r) < first:
			return 0
		case offset == 0:
			return (int(r) + delta) & 0xFFFF
		default:
			glyph := m.u16(where + offset + 2*(int(r)-first))
			if glyph == 0 {
				return 0
			}
			return (glyph + delta) & 0xFFFF
		}
	}
	return 0
}

package uacheck

import (
	"encoding/binary"
	"math"
	"regexp"

	"panelpack/report/pdf/object"
)

// checkGlyphs judges whether the glyphs that pages show are there, are not the
// box for what is missing, and are as wide as the file says.
func (c *checker) checkGlyphs(f *shown, holder object.Dict, program *object.Stream, name string) {
	if f.codeSpace == nil || f.dict["Subtype"] != object.Name("Type0") {
		return
	}
	var font *trueType
	if program != nil && c.file.Stream(c.file.Dict(holder["FontDescriptor"])["FontFile2"]) == program {
		if data, err := c.file.Decode(program); err == nil {
			font = readTrueType(data)
		}
	}
	toGlyph := c.glyphMap(holder)
	width := c.widths(holder)
	for _, code := range sortedCodes(f.codes) {
		u := f.codes[code]
		cid, ok := f.codeSpace.cid(code)
		glyph := toGlyph(cid)
		switch {
		case !ok || glyph == 0:
			c.ua("7.21.8-1", u.page, "the font %s shows a box instead of a letter (code %d)", name, code)
		case font == nil || !u.visible:
		case glyph >= font.glyphs:
			c.ua("7.21.4.1-2", u.page, "the font %s has no glyph for code %d", name, code)
		case math.Abs(width(cid)-font.width(glyph)) > 1:
			c.ua("7.21.5-1", u.page, "the font %s and the file disagree on the width of code %d", name, code)
		}
	}
}

// glyphMap leads from glyph numbers of the file to those of the font.
func (c *checker) glyphMap(holder object.Dict) func(cid int) int {
	s := c.file.Stream(holder["CIDToGIDMap"])
	if s == nil {
		return func(cid int) int { return cid }
	}
	data, _ := c.file.Decode(s)
	return func(cid int) int {
		if 2*cid+2 > len(data) {
			return 0
		}
		return int(binary.BigEndian.Uint16(data[2*cid:]))
	}
}

// widthRange is the width of glyphs from first to last.
type widthRange struct {
	first, last int
	width       float64
}

// widths are the widths that the file gives, in thousandths of the size: lists
// and ranges by glyph number, and one for the rest.
func (c *checker) widths(holder object.Dict) func(cid int) float64 {
	unsaid := 1000.0
	if v, ok := c.file.Number(holder["DW"]); ok {
		unsaid = v
	}
	var ranges []widthRange
	for w := c.file.Array(holder["W"]); len(w) >= 2; {
		first, _ := c.file.Int(w[0])
		list, isList := c.file.Resolve(w[1]).(object.Array)
		if !isList {
			if len(w) < 3 {
				break
			}
			last, _ := c.file.Int(w[1])
			v, _ := c.file.Number(w[2])
			ranges, w = append(ranges, widthRange{first, last, v}), w[3:]
			continue
		}
		for i, o := range list {
			v, _ := c.file.Number(o)
			ranges = append(ranges, widthRange{first + i, first + i, v})
		}
		w = w[2:]
	}
	return func(cid int) float64 {
		for _, r := range ranges {
			if cid >= r.first && cid <= r.last {
				return r.width
			}
		}
		return unsaid
	}
}

// trueType is what is needed of a TrueType font.
type trueType struct {
	glyphs   int
	unitsEm  float64
	advances int // how many glyphs have a width of their own
	metrics  []byte
}

// readTrueType reads a font; nil when it is not one.
func readTrueType(data []byte) *trueType {
	head, hhea, maxp := sfntTable(data, "head"), sfntTable(data, "hhea"), sfntTable(data, "maxp")
	if len(head) < 20 || len(hhea) < 36 || len(maxp) < 6 {
		return nil
	}
	t := &trueType{
		glyphs:   int(binary.BigEndian.Uint16(maxp[4:])),
		unitsEm:  float64(binary.BigEndian.Uint16(head[18:])),
		advances: int(binary.BigEndian.Uint16(hhea[34:])),
		metrics:  sfntTable(data, "hmtx"),
	}
	if t.unitsEm == 0 || t.advances == 0 || len(t.metrics) < 4*t.advances {
		return nil
	}
	return t
}

// width is a glyph's width in thousandths of the size.
func (t *trueType) width(glyph int) float64 {
	i := min(glyph, t.advances-1)
	return float64(binary.BigEndian.Uint16(t.metrics[4*i:])) * 1000 / t.unitsEm
}

// sfntTable is a table of a font file by its tag, or nil.
func sfntTable(data []byte, tag string) []byte {
	if len(data) < 12 {
		return nil
	}
	for i := range int(binary.BigEndian.Uint16(data[4:])) {
		at := 12 + 16*i
		if at+16 > len(data) {
			return nil
		}
		if string(data[at:at+4]) == tag {
			offset := uint64(binary.BigEndian.Uint32(data[at+8:]))
			end := min(offset+uint64(binary.BigEndian.Uint32(data[at+12:])), uint64(len(data)))
			if offset > end {
				return nil
			}
			return data[offset:end]
		}
	}
	return nil
}

// glyphName is the form of names from which a reader can tell the letter: those
// of the Adobe Glyph List, and uni0041 or u1F600.
var glyphName = regexp.MustCompile(`^(?:[A-Za-z]+|uni(?:[0-9A-F]{4})+|u[0-9A-F]{4,6})(?:\.\w+)?$`)

// knownGlyphName reports whether a glyph's name says which letter it is. The
// list itself is not here: names that look like its own are believed.
func knownGlyphName(n string) bool {
	return n == ".notdef" || glyphName.MatchString(n)
}

package tagged

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"panelpack/report/pdf/object"
)

// fonts mends the fonts that the canvas wrote, their names and their maps to
// Unicode, and leaves out those in which nothing is painted.
func (f *finisher) fonts() error {
	resources := f.file.Dict(f.file.Dict(f.pages[0])["Resources"])
	delete(resources, "ProcSet")
	fonts := f.file.Dict(resources["Font"])
	for _, key := range fonts.Keys() {
		font := f.file.Dict(fonts[key])
		n, err := strconv.Atoi(strings.TrimPrefix(string(f.file.Name(font["BaseFont"])), "utf8"+family))
		if err != nil {
			return err
		}
		face := f.doc.faces[n]
		used := face.used.runes()
		if len(used) == 0 {
			delete(fonts, key)
			continue
		}
		f.font(font, face.name, used)
	}
	return nil
}

// font mends one font. Its codes are runes, so that the map to Unicode maps
// each to itself.
func (f *finisher) font(font object.Dict, name string, used []rune) {
	subset := object.Name(subsetTag(used) + "+" + name)
	font["BaseFont"] = subset
	font["ToUnicode"] = f.file.Add(&object.Stream{Dict: object.Dict{}, Data: toUnicode(used)})
	glyphs := f.file.Dict(f.file.Array(font["DescendantFonts"])[0])
	glyphs["BaseFont"] = subset
	glyphs["CIDSystemInfo"] = object.Dict{
		"Registry": object.String("Adobe"), "Ordering": object.String("Identity"), "Supplement": 0,
	}
	f.file.Dict(glyphs["FontDescriptor"])["FontName"] = subset
}

// subsetTag is six letters that stand for a subset: the same for the same runes.
func subsetTag(used []rune) string {
	hash := sha256.Sum256([]byte(string(used)))
	var b []byte
	for _, c := range hash[:6] {
		b = append(b, 'A'+c%26)
	}
	return string(b)
}

// toUnicode is a character map from the codes used to the same runes.
func toUnicode(used []rune) []byte {
	var b bytes.Buffer
	b.WriteString(`/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
`)
	for part := range slices.Chunk(used, 100) { // the most that one block may hold
		fmt.Fprintf(&b, "%d beginbfchar\n", len(part))
		for _, r := range part {
			fmt.Fprintf(&b, "<%04X> <%04X>\n", r, r)
		}
		b.WriteString("endbfchar\n")
	}
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
	return b.Bytes()
}

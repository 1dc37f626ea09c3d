package tagged

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"math"
	"slices"
	"sync"

	"github.com/go-pdf/fpdf"

	"panelpack/report/pdf/object"
)

// subset is a face cut to what is painted in it.
type subset struct {
	name       string
	used       []rune
	file       sfnt
	characters characterMap
	err        error
}

// cut begins to cut every face, each on a core of its own. What it answers
// waits for that. A face that nothing is painted in has no subset.
func (d *Doc) cut() func() []*subset {
	all := make([]*subset, len(d.faces))
	var group sync.WaitGroup
	for i, f := range d.faces {
		if used := f.used.runes(); len(used) > 0 {
			group.Go(func() { all[i] = f.cut(used) })
		}
	}
	return func() []*subset {
		group.Wait()
		return all
	}
}

// cut is f with nothing but what is used. The library writes into the file that
// it cuts where a font has fewer widths than glyphs, and does not foresee one that
// is damaged.
func (f *face) cut(used []rune) (s *subset) {
	s = &subset{name: subsetTag(used) + "+" + f.name, used: used}
	defer func() {
		if recover() != nil {
			s.err = errFont
		}
	}()
	s.file = fpdf.UTF8CutFont(bytes.Clone(f.file), string(used))
	s.characters, s.err = s.file.characters()
	return s
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

// fonts puts the subsets into the file, by the names that the pages have for
// them.
func (f *finisher) fonts(subsets []*subset) (object.Dict, error) {
	named := object.Dict{}
	for i, s := range subsets {
		if s == nil {
			continue
		}
		if s.err != nil {
			return nil, fmt.Errorf("face %d: %w", i, s.err)
		}
		named[resource(i)] = f.font(s)
	}
	return named, nil
}

// font is a subset as the pages use it. Its codes are runes, so that the map to
// Unicode maps each to itself.
func (f *finisher) font(s *subset) object.Ref {
	glyphs := f.file.Add(object.Dict{
		"Type": object.Name("Font"), "Subtype": object.Name("CIDFontType2"), "BaseFont": object.Name(s.name),
		"CIDSystemInfo": object.Dict{
			"Registry": object.String("Adobe"), "Ordering": object.String("Identity"), "Supplement": 0,
		},
		"FontDescriptor": f.file.Add(f.descriptor(s)),
		"W":              s.widths(),
		"CIDToGIDMap":    f.stream(s.glyphs()),
	})
	return f.file.Add(object.Dict{
		"Type": object.Name("Font"), "Subtype": object.Name("Type0"), "BaseFont": object.Name(s.name),
		"Encoding": object.Name("Identity-H"), "DescendantFonts": object.Array{glyphs},
		"ToUnicode": f.stream(toUnicode(s.used)),
	})
}

func (f *finisher) stream(data []byte) object.Ref {
	return f.file.Add(&object.Stream{Dict: object.Dict{}, Data: data})
}

// The flags of a font (ISO 32000-1, table 123). A subset may hold letters beyond
// Adobe's standard Latin set, so that it is symbolic.
const (
	symbolic  = 1 << 2
	italic    = 1 << 6
	forceBold = 1 << 18
)

// semiBold is the weight from which a face is bold (OS/2, usWeightClass).
const semiBold = 600

// descriptor is what a viewer is told of a font, in thousandths of an em (ISO
// 32000-1, 9.8). No font says how thick its stems are: they are estimated from
// its weight, as other writers of PDF do.
func (f *finisher) descriptor(s *subset) object.Dict {
	head, hhea, os2, post := s.file.table("head"), s.file.table("hhea"), s.file.table("OS/2"), s.file.table("post")
	flags, slant, weight := symbolic, post.i16(4), os2.u16(4)
	if slant != 0 {
		flags |= italic
	}
	if weight >= semiBold {
		flags |= forceBold
	}
	box := object.Array{}
	for at := 36; at < 44; at += 2 {
		box = append(box, s.perMille(head.i16(at)))
	}
	return object.Dict{
		"Type": object.Name("FontDescriptor"), "FontName": object.Name(s.name), "Flags": flags,
		"Ascent": s.perMille(hhea.i16(4)), "Descent": s.perMille(hhea.i16(6)), "CapHeight": s.perMille(os2.i16(88)),
		"FontBBox": box, "ItalicAngle": slant, "StemV": 50 + int(math.Pow(float64(weight)/65, 2)),
		"FontFile2": f.file.Add(&object.Stream{Dict: object.Dict{"Length1": len(s.file)}, Data: s.file}),
	}
}

// perMille is a length of the font's own units in thousandths of an em.
func (s *subset) perMille(units int) int {
	return int(math.Round(float64(units) * 1000 / float64(s.file.table("head").u16(18))))
}

// widths are the advances by code, in runs of codes that follow one another
// (ISO 32000-1, 9.7.4.3). Glyphs beyond the last metric are as wide as it.
func (s *subset) widths() object.Array {
	hmtx, metrics := s.file.table("hmtx"), s.file.table("hhea").u16(34)
	var all, run object.Array
	for i, r := range s.used {
		if i == 0 || r != s.used[i-1]+1 {
			if run != nil {
				all = append(all, run)
			}
			all, run = append(all, int(r)), object.Array{}
		}
		run = append(run, s.perMille(hmtx.u16(4*min(s.characters.glyph(r), metrics-1))))
	}
	return append(all, run)
}

// glyphs are the numbers of the glyphs by code, two bytes each.
func (s *subset) glyphs() []byte {
	b := make([]byte, 2*(slices.Max(s.used)+1))
	for _, r := range s.used {
		glyph := s.characters.glyph(r)
		b[2*r], b[2*r+1] = byte(glyph>>8), byte(glyph)
	}
	return b
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

package uacheck

import (
	"slices"
	"strings"

	"panelpack/report/pdf/object"
)

// shown is a font and the codes of it that pages show.
type shown struct {
	dict      object.Dict
	codeSpace *codeMap    // how text is cut into codes; nil where that is not known
	codes     map[int]use // by code
}

// use is where a code is shown first, and whether it is ever seen.
type use struct {
	page    int
	visible bool
}

// font gives the record of a font.
func (c *checker) font(o object.Object) *shown {
	ref := refOf(o)
	if f, known := c.fonts[ref]; known && ref != 0 {
		return f
	}
	d := c.file.Dict(o)
	if d == nil {
		return nil
	}
	f := &shown{dict: d, codes: map[int]use{}}
	if d["Subtype"] == object.Name("Type0") {
		f.codeSpace = c.encoding(d["Encoding"])
	} else {
		f.codeSpace = oneByte
	}
	if ref != 0 {
		c.fonts[ref] = f
	} else {
		c.loose = append(c.loose, f)
	}
	return f
}

func (f *shown) use(text []byte, page int, visible bool) {
	if f.codeSpace == nil {
		f.note(-1, page, visible)
		return
	}
	for len(text) > 0 {
		code, n := f.codeSpace.next(text)
		text = text[n:]
		f.note(code, page, visible)
	}
}

func (f *shown) note(code, page int, visible bool) {
	u, known := f.codes[code]
	if !known {
		u.page = page
	}
	u.visible = u.visible || visible
	f.codes[code] = u
}

// checkFonts judges every font that pages show text in.
func (c *checker) checkFonts() {
	refs := make([]object.Ref, 0, len(c.fonts))
	for r := range c.fonts {
		refs = append(refs, r)
	}
	slices.Sort(refs)
	all := slices.Clone(c.loose)
	for _, r := range refs {
		all = append(all, c.fonts[r])
	}
	for _, f := range all {
		if len(f.codes) > 0 {
			c.checkFont(f)
		}
	}
}

func (c *checker) checkFont(f *shown) {
	page, visible := 0, false
	for _, u := range f.codes {
		if page == 0 || u.page < page {
			page = u.page
		}
		visible = visible || u.visible
	}
	name := c.fontName(f.dict)
	holder := f.dict // of the descriptor
	switch c.file.Name(f.dict["Subtype"]) {
	case "Type3":
		c.checkUnicode(f, name)
		return
	case "Type0":
		holder = c.descendant(f.dict)
		c.checkComposite(f, holder, page, name)
	case "TrueType":
		c.checkSimpleTrueType(f, page, name)
	}
	descriptor := c.file.Dict(holder["FontDescriptor"])
	program := c.program(descriptor)
	if program == nil && visible {
		c.ua("7.21.4.1-1", page, "the font %s is not in the file", name)
	}
	c.checkGlyphs(f, holder, program, name)
	c.checkUnicode(f, name)
}

// fontName is a font's name without the mark of a subset.
func (c *checker) fontName(d object.Dict) string {
	n := string(c.file.Name(d["BaseFont"]))
	if len(n) > 7 && n[6] == '+' {
		n = n[7:]
	}
	return n
}

func (c *checker) descendant(d object.Dict) object.Dict {
	a := c.file.Array(d["DescendantFonts"])
	if len(a) == 0 {
		return nil
	}
	return c.file.Dict(a[0])
}

// program is the font's own file, or nil.
func (c *checker) program(descriptor object.Dict) *object.Stream {
	for _, key := range []object.Name{"FontFile", "FontFile2", "FontFile3"} {
		if s := c.file.Stream(descriptor[key]); s != nil {
			return s
		}
	}
	return nil
}

// checkComposite judges a font of two parts: an encoding, and glyphs by number.
func (c *checker) checkComposite(f *shown, glyphs object.Dict, page int, name string) {
	encoding := c.file.Name(f.dict["Encoding"])
	if m := c.file.Stream(f.dict["Encoding"]); m != nil {
		c.checkEmbeddedMap(m, glyphs, page, name)
	} else if !predefinedMap(string(encoding)) {
		c.ua("7.21.3.3-1", page, "the font %s uses an encoding that is not in the file", name)
	} else if !strings.HasPrefix(string(encoding), "Identity-") {
		info := c.file.Dict(glyphs["CIDSystemInfo"])
		if ordering := predefinedOrdering(string(encoding)); ordering != c.text(info["Ordering"]) || c.text(info["Registry"]) != "Adobe" {
			c.ua("7.21.3.1-1", page, "the encoding and the glyphs of the font %s do not belong together", name)
		}
	}
	toGlyph := c.file.Resolve(glyphs["CIDToGIDMap"])
	_, isStream := toGlyph.(*object.Stream)
	if glyphs["Subtype"] == object.Name("CIDFontType2") && !isStream && toGlyph != object.Name("Identity") &&
		c.file.Stream(c.file.Dict(glyphs["FontDescriptor"])["FontFile2"]) != nil {
		c.ua("7.21.3.2-1", page, "the font %s does not say which glyphs its numbers mean", name)
	}
}

// checkEmbeddedMap judges an encoding that is in the file.
func (c *checker) checkEmbeddedMap(m *object.Stream, glyphs object.Dict, page int, name string) {
	data, err := c.file.Decode(m)
	if err != nil {
		c.ua("7.21.3.3-1", page, "the encoding of the font %s cannot be read", name)
		return
	}
	inner := readMap(data)
	wide, _ := c.file.Int(m.Dict["WMode"])
	if wide != inner.direction {
		c.ua("7.21.3.3-2", page, "the encoding of the font %s disagrees with itself on the direction of writing", name)
	}
	other := string(c.file.Name(m.Dict["UseCMap"]))
	if other == "" {
		other = inner.uses
	}
	if other != "" && !predefinedMap(other) {
		c.ua("7.21.3.3-3", page, "the encoding of the font %s uses another that readers do not know", name)
	}
	a, b := c.file.Dict(m.Dict["CIDSystemInfo"]), c.file.Dict(glyphs["CIDSystemInfo"])
	supplement, _ := c.file.Int(a["Supplement"])
	supplement2, _ := c.file.Int(b["Supplement"])
	if c.text(a["Registry"]) != c.text(b["Registry"]) || c.text(a["Ordering"]) != c.text(b["Ordering"]) || supplement < supplement2 {
		c.ua("7.21.3.1-1", page, "the encoding and the glyphs of the font %s do not belong together", name)
	}
}

// checkSimpleTrueType judges the encoding of a TrueType font of up to 256 codes:
// a font of letters has to name a standard one, a font of symbols must not.
func (c *checker) checkSimpleTrueType(f *shown, page int, name string) {
	const symbolic = 4
	flags, _ := c.file.Int(c.file.Dict(f.dict["FontDescriptor"])["Flags"])
	encoding := f.dict["Encoding"]
	if flags&symbolic != 0 {
		if encoding != nil {
			c.ua("7.21.6-3", page, "the font of symbols %s has an encoding of letters", name)
		}
		return
	}
	base := c.file.Name(encoding)
	d := c.file.Dict(encoding)
	if d != nil {
		base = c.file.Name(d["BaseEncoding"])
	}
	if base != "WinAnsiEncoding" && base != "MacRomanEncoding" {
		c.ua("7.21.6-2", page, "the font %s has no encoding that readers know", name)
		return
	}
	for _, o := range c.file.Array(d["Differences"]) {
		if n, ok := c.file.Resolve(o).(object.Name); ok && !knownGlyphName(string(n)) {
			c.ua("7.21.6-2", page, "the font %s has a letter called %q", name, n)
			return
		}
	}
}

// checkUnicode judges whether every code shown is a letter to a reader.
func (c *checker) checkUnicode(f *shown, name string) {
	var letters *codeMap
	if s := c.file.Stream(f.dict["ToUnicode"]); s != nil {
		if data, err := c.file.Decode(s); err == nil {
			letters = readMap(data)
		}
	}
	byName := c.named(f)
	for _, code := range sortedCodes(f.codes) {
		page := f.codes[code].page
		var text string
		ok := false
		if letters != nil {
			text, ok = letters.text[code]
		}
		if strings.ContainsAny(text, "\x00\uFEFF\uFFFE") || ok && text == "" {
			c.ua("7.21.7-2", page, "the font %s gives code %d a letter that is none", name, code)
		} else if !ok && code >= 0 && !byName(code) {
			c.ua("7.21.7-1", page, "the font %s does not say which letter code %d is", name, code)
			return
		}
	}
}

func sortedCodes(codes map[int]use) []int {
	all := make([]int, 0, len(codes))
	for code := range codes {
		all = append(all, code)
	}
	slices.Sort(all)
	return all
}

// named reports which codes of a font are letters by the names of their glyphs
// or by a standard encoding.
func (c *checker) named(f *shown) func(code int) bool {
	yes, no := func(int) bool { return true }, func(int) bool { return false }
	subtype := c.file.Name(f.dict["Subtype"])
	if subtype == "Type0" {
		ordering := c.text(c.file.Dict(c.descendant(f.dict)["CIDSystemInfo"])["Ordering"])
		if slices.Contains([]string{"GB1", "CNS1", "Japan1", "Korea1"}, ordering) {
			return yes
		}
		return no
	}
	encoding := c.file.Dict(f.dict["Encoding"])
	base := c.file.Name(f.dict["Encoding"])
	if encoding != nil {
		base = c.file.Name(encoding["BaseEncoding"])
	}
	differences := c.differences(encoding)
	known := base != "" || subtype == "Type1" || subtype == "MMType1"
	return func(code int) bool {
		if n, changed := differences[code]; changed {
			return knownGlyphName(n)
		}
		return known
	}
}

// differences are the names that an encoding gives to codes.
func (c *checker) differences(encoding object.Dict) map[int]string {
	names := map[int]string{}
	code := 0
	for _, o := range c.file.Array(encoding["Differences"]) {
		switch o := c.file.Resolve(o).(type) {
		case int:
			code = o
		case object.Name:
			names[code] = string(o)
			code++
		}
	}
	return names
}

package pdf_test

import (
	"strings"
	"testing"
	"unicode/utf16"

	"panelpack/report/pdf/object"
	"panelpack/report/style"
)

// word is one piece of text as it stands on a finished page, in points from
// the top left corner.
type word struct {
	text        string
	face        style.Face
	size        float64
	x, baseline float64
	artifact    bool
}

func (w word) right() float64 {
	return w.x + style.Width(w.face, w.size, strings.TrimRight(w.text, " "))
}
func (w word) top() float64    { return w.baseline - w.size*style.CapHeight }
func (w word) bottom() float64 { return w.baseline + w.size*style.Descent/2 }

// pageWords reads back what a finished file paints on each of its pages.
func pageWords(t testing.TB, data []byte) [][]word {
	t.Helper()
	f, err := object.Read(data)
	if err != nil {
		t.Fatal(err)
	}
	var all [][]word
	for _, page := range pageList(f, f.Dict(f.Dict(f.Trailer["Root"])["Pages"])) {
		all = append(all, wordsOf(t, f, page))
	}
	return all
}

func pageList(f *object.File, node object.Dict) []object.Dict {
	if f.Name(node["Type"]) == "Page" {
		return []object.Dict{node}
	}
	var all []object.Dict
	for _, kid := range f.Array(node["Kids"]) {
		all = append(all, pageList(f, f.Dict(kid))...)
	}
	return all
}

func wordsOf(t testing.TB, f *object.File, page object.Dict) []word {
	t.Helper()
	content, err := f.Decode(f.Stream(page["Contents"]))
	if err != nil {
		t.Fatal(err)
	}
	faces := facesOf(f, page)
	var words []word
	var now word
	var marks []bool // whether each open sequence is an artifact
	for op, err := range object.Operations(content) {
		if err != nil {
			t.Fatal(err)
		}
		switch op.Operator {
		case "Tf":
			now.face = faces[op.Operands[0].(object.Name)]
			now.size, _ = f.Number(op.Operands[1])
		case "Td":
			now.x, _ = f.Number(op.Operands[0])
			y, _ := f.Number(op.Operands[1])
			now.baseline = 841.89 - y
		case "Tj":
			now.text = utf16Text(string(op.Operands[0].(object.String)))
			now.artifact = len(marks) > 0 && marks[len(marks)-1]
			words = append(words, now)
		case "BDC", "BMC":
			marks = append(marks, op.Operands[0] == object.Name("Artifact"))
		case "EMC":
			marks = marks[:len(marks)-1]
		}
	}
	return words
}

// facesOf tells the faces apart by the names of their fonts.
func facesOf(f *object.File, page object.Dict) map[object.Name]style.Face {
	faces := map[object.Name]style.Face{}
	fonts := f.Dict(f.Dict(page["Resources"])["Font"])
	for name, font := range fonts {
		base := string(f.Name(f.Dict(font)["BaseFont"]))
		switch {
		case strings.Contains(base, "BoldItalic"):
			faces[name] = style.BoldItalic
		case strings.Contains(base, "Bold"):
			faces[name] = style.Bold
		case strings.Contains(base, "Italic"):
			faces[name] = style.Italic
		}
	}
	return faces
}

func utf16Text(s string) string {
	var units []uint16
	for i := 0; i+1 < len(s); i += 2 {
		units = append(units, uint16(s[i])<<8|uint16(s[i+1]))
	}
	return string(utf16.Decode(units))
}

// pageText is the words of a page, parted by spaces, without what is
// decoration.
func pageText(words []word) string {
	var b strings.Builder
	for _, w := range words {
		if !w.artifact {
			b.WriteString(w.text + " ")
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

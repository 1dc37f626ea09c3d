// Package readback reads the pages of a finished pack: which words stand where,
// in which type, and what is laid out wrongly.
//
// It is how tests look at a pack, and reads the files that package pdf writes:
// text in the faces of package style, painted by the operators that the canvas
// uses. It is no reader for other people's files.
package readback

import (
	"fmt"
	"strings"
	"unicode/utf16"

	"panelpack/report/pdf/object"
	"panelpack/report/style"
)

// Word is one piece of text as it stands on a finished page, in points from the
// page's top left corner.
type Word struct {
	Text        string
	Face        style.Face
	Size        float64
	X, Baseline float64
	Artifact    bool // decoration, such as a running head
	Sequence    int  // number of its marked sequence on the page; of no use for decoration
}

// Right is where the word ends, without spaces after it.
func (w Word) Right() float64 {
	return w.X + style.Width(w.Face, w.Size, strings.TrimRight(w.Text, " "))
}

// Top is the height of its capitals.
func (w Word) Top() float64 { return w.Baseline - w.Size*style.CapHeight }

// Bottom is half way to the foot of letters that go below the line.
func (w Word) Bottom() float64 { return w.Baseline + w.Size*style.Descent/2 }

// Page is what is painted on one page, in order.
type Page struct {
	Width, Height float64 // in points
	Words         []Word
	Boxes         []Box
}

// Box is an outlined rectangle, in points from the page's top left corner.
type Box struct{ Left, Top, Right, Bottom float64 }

// Text is what a reader hears of p: its words with single spaces between them,
// without decoration.
func (p Page) Text() string {
	var b strings.Builder
	for _, w := range p.Words {
		if !w.Artifact {
			b.WriteString(w.Text + " ")
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// Pages reads every page of a file.
func Pages(pdf []byte) ([]Page, error) {
	f, err := object.Read(pdf)
	if err != nil {
		return nil, err
	}
	var all []Page
	for i, node := range leaves(f, f.Dict(f.Dict(f.Trailer["Root"])["Pages"])) {
		p, err := read(f, node)
		if err != nil {
			return nil, fmt.Errorf("page %d: %w", i+1, err)
		}
		all = append(all, p)
	}
	return all, nil
}

// leaves are the pages beneath a node of the page tree.
func leaves(f *object.File, node object.Dict) []object.Dict {
	if f.Name(node["Type"]) == "Page" {
		return []object.Dict{node}
	}
	var all []object.Dict
	for _, kid := range f.Array(node["Kids"]) {
		leaf := f.Dict(kid)
		if leaf["MediaBox"] == nil && node["MediaBox"] != nil {
			leaf["MediaBox"] = node["MediaBox"]
		}
		all = append(all, leaves(f, leaf)...)
	}
	return all
}

func read(f *object.File, node object.Dict) (Page, error) {
	var p Page
	if box := f.Array(node["MediaBox"]); len(box) == 4 {
		p.Width, _ = f.Number(box[2])
		p.Height, _ = f.Number(box[3])
	}
	content, err := f.Decode(f.Stream(node["Contents"]))
	if err != nil {
		return p, err
	}
	faces := facesOf(f, node)
	var now Word
	var marks []mark // those open
	var drawn path
	for op, err := range object.Operations(content) {
		if err != nil {
			return p, err
		}
		switch op.Operator {
		case "Tf":
			now.Face = faces[op.Operands[0].(object.Name)]
			now.Size, _ = f.Number(op.Operands[1])
		case "Td":
			now.X, _ = f.Number(op.Operands[0])
			y, _ := f.Number(op.Operands[1])
			now.Baseline = p.Height - y
		case "Tj":
			now.Text = decoded(string(op.Operands[0].(object.String)))
			now.Artifact, now.Sequence = false, 0
			if n := len(marks); n > 0 {
				now.Artifact, now.Sequence = marks[n-1].artifact, marks[n-1].sequence
			}
			p.Words = append(p.Words, now)
		case "m", "l", "h", "c":
			drawn.add(f, op)
		case "S", "B", "f":
			if box, ok := drawn.box(p.Height); ok && op.Operator != "f" {
				p.Boxes = append(p.Boxes, box)
			}
			drawn = path{}
		case "BDC", "BMC":
			marks = append(marks, markOf(f, op.Operands))
		case "EMC":
			marks = marks[:len(marks)-1]
		}
	}
	return p, nil
}

// mark is how a marked sequence begins.
type mark struct {
	artifact bool
	sequence int
}

func markOf(f *object.File, operands []object.Object) mark {
	m := mark{artifact: operands[0] == object.Name("Artifact")}
	if len(operands) > 1 {
		m.sequence, _ = f.Int(f.Dict(operands[1])["MCID"])
	}
	return m
}

// facesOf tells the faces apart by the names of their fonts.
func facesOf(f *object.File, node object.Dict) map[object.Name]style.Face {
	faces := map[object.Name]style.Face{}
	for name, font := range f.Dict(f.Dict(node["Resources"])["Font"]) {
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

// decoded is text as the canvas writes it: UTF-16, the high byte first.
func decoded(s string) string {
	var units []uint16
	for i := 0; i+1 < len(s); i += 2 {
		units = append(units, uint16(s[i])<<8|uint16(s[i+1]))
	}
	return string(utf16.Decode(units))
}

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
	Colour      style.Colour
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
	Strokes       []Stroke
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

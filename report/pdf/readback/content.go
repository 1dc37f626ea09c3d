package readback

import (
	"fmt"
	"math"
	"strings"
	"unicode/utf16"

	"panelpack/report/pdf/object"
	"panelpack/report/style"
)

// read paints the page of a node.
func read(f *object.File, node object.Dict) (Page, error) {
	faces, err := facesOf(f, node)
	if err != nil {
		return Page{}, err
	}
	p := painter{file: f, faces: faces}
	if box := f.Array(node["MediaBox"]); len(box) == 4 {
		p.Width, _ = f.Number(box[2])
		p.Height, _ = f.Number(box[3])
	}
	content, err := f.Decode(f.Stream(node["Contents"]))
	if err != nil {
		return p.Page, err
	}
	for op, err := range object.Operations(content) {
		if err != nil {
			return p.Page, err
		}
		p.do(op)
	}
	return p.Page, nil
}

// painter paints a page by the instructions of its content.
type painter struct {
	Page
	file *object.File
	now  state
	kept []state // those that the page goes back to
	x, y float64 // where the next words stand

	faces map[object.Name]style.Face
	marks []mark // those open
	drawn path
}

// state is how words and lines look.
type state struct {
	face   style.Face
	size   float64
	ink    style.Colour // of words and areas
	weight float64      // of lines
}

func (p *painter) do(op object.Operation) {
	switch op.Operator {
	case "q":
		p.kept = append(p.kept, p.now)
	case "Q":
		p.now, p.kept = p.kept[len(p.kept)-1], p.kept[:len(p.kept)-1]
	case "Tf":
		p.now.face, p.now.size = p.faces[op.Operands[0].(object.Name)], p.number(op, 1)
	case "Td":
		p.x, p.y = p.number(op, 0), p.Height-p.number(op, 1)
	case "Tj":
		p.write(decoded(string(op.Operands[0].(object.String))))
	case "rg":
		p.now.ink = style.Colour{R: p.shade(op, 0), G: p.shade(op, 1), B: p.shade(op, 2)}
	case "g":
		p.now.ink = style.Colour{R: p.shade(op, 0), G: p.shade(op, 0), B: p.shade(op, 0)}
	case "w":
		p.now.weight = p.number(op, 0)
	case "m", "l":
		p.drawn.points = append(p.drawn.points, Point{p.number(op, 0), p.Height - p.number(op, 1)})
	case "h":
		p.drawn.closed = true
	case "S", "B", "f":
		p.draw(op.Operator != "f")
	case "BDC", "BMC":
		p.marks = append(p.marks, markOf(p.file, op.Operands))
	case "EMC":
		p.marks = p.marks[:len(p.marks)-1]
	}
}

// number is an operand of op.
func (p *painter) number(op object.Operation, i int) float64 {
	v, _ := p.file.Number(op.Operands[i])
	return v
}

// shade is an operand of op, from nought to one, as a part of a colour.
func (p *painter) shade(op object.Operation, i int) uint8 {
	return uint8(math.Round(255 * p.number(op, i)))
}

func (p *painter) write(text string) {
	m := p.mark()
	p.Words = append(p.Words, Word{Text: text, Face: p.now.face, Size: p.now.size, X: p.x, Baseline: p.y,
		Colour: p.now.ink, Artifact: m.artifact, Sequence: m.sequence})
}

// draw keeps what is drawn of the path, if its lines are.
func (p *painter) draw(lines bool) {
	if box, ok := p.drawn.box(); ok && lines {
		p.Boxes = append(p.Boxes, box)
	}
	if p.drawn.open() && lines {
		p.Strokes = append(p.Strokes, Stroke{p.drawn.points, p.now.weight, p.mark().artifact})
	}
	p.drawn = path{}
}

// mark is how a marked sequence begins.
type mark struct {
	artifact bool
	sequence int
}

// mark is that of the sequence that is open.
func (p *painter) mark() mark {
	if len(p.marks) == 0 {
		return mark{}
	}
	return p.marks[len(p.marks)-1]
}

func markOf(f *object.File, operands []object.Object) mark {
	m := mark{artifact: operands[0] == object.Name("Artifact")}
	if len(operands) > 1 {
		m.sequence, _ = f.Int(f.Dict(operands[1])["MCID"])
	}
	return m
}

// faceNames are the faces of style.Family, as their fonts are called.
var faceNames = map[string]style.Face{
	"LiberationSans": style.Regular, "LiberationSans-Bold": style.Bold,
	"LiberationSans-Italic": style.Italic, "LiberationSans-BoldItalic": style.BoldItalic,
}

// facesOf tells the faces of a page apart by the names of their fonts, before
// which stand the tag of a subset and "+".
func facesOf(f *object.File, node object.Dict) (map[object.Name]style.Face, error) {
	faces := map[object.Name]style.Face{}
	for name, font := range f.Dict(f.Dict(node["Resources"])["Font"]) {
		_, base, _ := strings.Cut(string(f.Name(f.Dict(font)["BaseFont"])), "+")
		face, known := faceNames[base]
		if !known {
			return nil, fmt.Errorf("%q is no face of %s", base, style.Family)
		}
		faces[name] = face
	}
	return faces, nil
}

// decoded is text as the canvas writes it: UTF-16, the high byte first.
func decoded(s string) string {
	var units []uint16
	for i := 0; i+1 < len(s); i += 2 {
		units = append(units, uint16(s[i])<<8|uint16(s[i+1]))
	}
	return string(utf16.Decode(units))
}

package tagged_test

import (
	"fmt"
	"strings"
	"testing"

	"panelpack/report/pdf/object"
)

// dumper writes the structure tree of a finished file as text: an element a
// line, with what is said of it, its text and the pages that the text is on.
type dumper struct {
	file  *object.File
	pages map[object.Ref]int
	texts map[[2]int]string // by page and sequence
	out   strings.Builder
}

func dump(t *testing.T, pdf []byte) string {
	t.Helper()
	file, err := object.Read(pdf)
	if err != nil {
		t.Fatal(err)
	}
	d := &dumper{file: file, pages: map[object.Ref]int{}, texts: map[[2]int]string{}}
	root := file.Dict(file.Trailer["Root"])
	for i, p := range file.Array(file.Dict(root["Pages"])["Kids"]) {
		d.pages[p.(object.Ref)] = i + 1
		content, err := file.Decode(file.Stream(file.Dict(p)["Contents"]))
		if err != nil {
			t.Fatal(err)
		}
		d.read(t, i+1, content)
	}
	d.element(file.Dict(file.Dict(root["StructTreeRoot"])["K"]), 0)
	return d.out.String()
}

// read collects the text of each marked sequence of a page, and sees to it that
// everything painted is within one.
func (d *dumper) read(t *testing.T, page int, content []byte) {
	t.Helper()
	open, sequence := false, -1
	for op, err := range object.Operations(content) {
		if err != nil {
			t.Fatal(err)
		}
		switch op.Operator {
		case "BDC":
			if open {
				t.Errorf("page %d: marked sequences are nested", page)
			}
			open, sequence = true, -1
			if n, ok := op.Operands[1].(object.Dict)["MCID"].(int); ok {
				sequence = n
			}
		case "EMC":
			open = false
		case "Tj":
			if sequence >= 0 {
				d.texts[[2]int{page, sequence}] += ("\xFE\xFF" + op.Operands[0].(object.String)).Text()
			}
		}
		if strings.Contains(" Tj S f B ", " "+op.Operator+" ") && !open {
			t.Errorf("page %d: %s paints outside of marked content", page, op.Operator)
		}
	}
	if open {
		t.Errorf("page %d: a marked sequence is left open", page)
	}
}

func (d *dumper) element(e object.Dict, depth int) {
	fmt.Fprintf(&d.out, "%s%s", strings.Repeat("  ", depth), e["S"])
	for _, key := range []object.Name{"Alt", "ActualText", "E", "Lang", "ID"} {
		if s, ok := d.file.Text(e[key]); ok {
			fmt.Fprintf(&d.out, " %s=%q", key, s)
		}
	}
	attributes := d.file.Array(e["A"])
	if attributes == nil && e["A"] != nil {
		attributes = object.Array{e["A"]}
	}
	for _, a := range attributes {
		for _, key := range d.file.Dict(a).Keys() {
			if key != "O" {
				fmt.Fprintf(&d.out, " %s=%v", key, d.file.Dict(a)[key])
			}
		}
	}
	kids := d.file.Array(e["K"])
	if kids == nil && e["K"] != nil {
		kids = object.Array{e["K"]}
	}
	page := d.pages[refOf(e["Pg"])]
	d.text(kids, page)
	d.out.WriteByte('\n')
	for _, k := range kids {
		if kid := d.file.Dict(k); kid["S"] != nil {
			d.element(kid, depth+1)
		}
	}
}

// text writes the text of an element's own sequences, its links and the pages
// that they are on.
func (d *dumper) text(kids object.Array, page int) {
	last := 0
	for _, k := range kids {
		at, sequence := page, -1
		switch k := k.(type) {
		case int:
			sequence = k
		case object.Dict:
			if k["Pg"] != nil {
				at = d.pages[refOf(k["Pg"])]
			}
			if k["Type"] == object.Name("OBJR") {
				a := d.file.Dict(k["Obj"])
				words, _ := d.file.Text(a["Contents"])
				fmt.Fprintf(&d.out, " → %q", words)
				continue
			}
			sequence = k["MCID"].(int)
		default:
			continue
		}
		if at != last {
			fmt.Fprintf(&d.out, " p%d", at)
			last = at
		}
		fmt.Fprintf(&d.out, " %q", d.texts[[2]int{at, sequence}])
	}
}

func refOf(o object.Object) object.Ref {
	r, _ := o.(object.Ref)
	return r
}

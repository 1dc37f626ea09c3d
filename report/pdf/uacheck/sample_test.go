package uacheck_test

import (
	"bytes"
	"slices"
	"sync"
	"testing"
	"time"

	"panelpack/report/pdf/object"
	"panelpack/report/pdf/tagged"
	"panelpack/report/style"
)

// sample is a document without a fault that has one of everything: headings,
// contents, a list, a figure, a link, notes and a table. It is painted once.
var sample = sync.OnceValues(paintSample)

func paintSample() ([]byte, error) {
	d := tagged.New(tagged.Options{
		Title: "Performance pack", Language: "en-GB", Producer: "a test",
		Date:  time.Date(2022, 11, 3, 0, 0, 0, 0, time.UTC),
		Fonts: [][]byte{style.TTF(style.Regular)}, Width: 420, Height: 300,
		Furniture: func(c *tagged.Canvas, page int) { say("Running head", 20)(c) },
	})
	d.NewPage()
	d.Heading(1, "Attention", "attention", 40, say("Attention", 50))
	area := tagged.Rect{X: 40, Y: 60, W: 100, H: 14}
	d.In(tagged.TOC, func() {
		d.In(tagged.TOCI, func() {
			d.In(tagged.Reference, func() { d.Link("#attention", area, "Attention, page 1", say("Attention 1", 70)) })
		})
	})
	d.In(tagged.L, func() {
		d.In(tagged.LI, func() {
			d.Text(tagged.Lbl, say("• ", 90))
			d.Text(tagged.LBody, say("Red: 9", 90))
		})
	}, tagged.ListNumbering("Disc"))
	d.Text(tagged.Figure, func(c *tagged.Canvas) {
		c.Line(tagged.Point{X: 40, Y: 100}, tagged.Point{X: 90, Y: 120}, tagged.Pen{Width: 1})
	}, tagged.Alt("A line that falls"), tagged.BBox(tagged.Rect{X: 40, Y: 100, W: 50, H: 20}))
	d.In(tagged.P, func() {
		d.Mark(say("Words with ", 140))
		d.Text(tagged.Span, say("S47", 140), tagged.Expansion("section 47 enquiry"), tagged.ActualText("S47"))
	})
	d.Text(tagged.Note, say("One note", 160), tagged.ID("one"))
	d.Text(tagged.Note, say("Another note", 170), tagged.ID("two"))
	d.Heading(2, "Figures", "", 180, say("Figures", 190))
	d.In(tagged.Table, func() {
		d.Text(tagged.Caption, say("Assessments", 200))
		row := func(y float64, cell tagged.Role, attrs ...tagged.Attr) {
			d.In(tagged.TR, func() {
				d.Text(tagged.TH, say("September", y), tagged.Scope(tagged.Row))
				d.Text(cell, say("377", y), attrs...)
			})
		}
		d.In(tagged.THead, func() { row(210, tagged.TH, tagged.Scope(tagged.Column)) })
		d.In(tagged.TBody, func() { row(220, tagged.TD); row(230, tagged.TD) })
	})
	var b bytes.Buffer
	err := d.Write(&b)
	return b.Bytes(), err
}

func say(s string, y float64) func(*tagged.Canvas) {
	return func(c *tagged.Canvas) { c.Text(40, y, s, tagged.Style{Size: 10}) }
}

// doc is the sample taken apart, so that it can be spoilt.
type doc struct {
	*object.File
	root, page, tree object.Dict
}

func open(t *testing.T) *doc {
	t.Helper()
	pdf, err := sample()
	if err != nil {
		t.Fatal(err)
	}
	f, err := object.Read(pdf)
	if err != nil {
		t.Fatal(err)
	}
	root := f.Dict(f.Trailer["Root"])
	page := f.Dict(f.Array(f.Dict(root["Pages"])["Kids"])[0])
	return &doc{f, root, page, f.Dict(root["StructTreeRoot"])}
}

// elem is the nth element of a role, from 0.
func (d *doc) elem(role object.Name, nth int) object.Dict {
	var found object.Dict
	var walk func(o object.Object)
	walk = func(o object.Object) {
		e := d.Dict(o)
		if e["S"] == role && found == nil {
			if nth == 0 {
				found = e
			}
			nth--
		}
		if kids := d.Array(e["K"]); kids != nil {
			for _, k := range kids {
				walk(k)
			}
		} else if e["K"] != nil {
			walk(e["K"])
		}
	}
	walk(d.tree["K"])
	if found == nil {
		panic("there is no such " + role)
	}
	return found
}

// ref is the reference to a dictionary.
func (d *doc) ref(dict object.Dict) object.Ref {
	for r := range object.Ref(len(d.Objects) + 100) {
		o, ok := d.Objects[r].(object.Dict)
		if !ok || len(o) != len(dict) {
			continue
		}
		dict["probe"] = true
		same := o["probe"] != nil
		delete(dict, "probe")
		if same {
			return r
		}
	}
	panic("there is no such object")
}

// move puts an element under another.
func (d *doc) move(e, to object.Dict) {
	from := d.Dict(e["P"])
	ref := d.ref(e)
	from["K"] = slices.DeleteFunc(d.kids(from), func(o object.Object) bool { return o == ref })
	to["K"] = append(d.kids(to), ref)
	e["P"] = d.ref(to)
}

func (d *doc) kids(e object.Dict) object.Array {
	if a := d.Array(e["K"]); a != nil {
		return slices.Clone(a)
	}
	return object.Array{e["K"]}
}

// content replaces text in what the page paints.
func (d *doc) content(old, with string) { d.replace(d.page["Contents"], old, with) }

// replace replaces text in a stream.
func (d *doc) replace(stream object.Object, old, with string) {
	s := d.Stream(stream)
	data, err := d.Decode(s)
	if err != nil || !bytes.Contains(data, []byte(old)) {
		panic("the stream does not hold " + old)
	}
	s.Data = bytes.Replace(data, []byte(old), []byte(with), 1)
	delete(s.Dict, "Filter")
}

// font is the page's font, and glyphs its lower half.
func (d *doc) font() object.Dict {
	fonts := d.Dict(d.Dict(d.page["Resources"])["Font"])
	return d.Dict(fonts[fonts.Keys()[0]])
}

func (d *doc) glyphs() object.Dict { return d.Dict(d.Array(d.font()["DescendantFonts"])[0]) }

// link is the first annotation.
func (d *doc) link() object.Dict { return d.Dict(d.Array(d.page["Annots"])[0]) }

func (d *doc) write(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := object.Write(&b, d.File); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

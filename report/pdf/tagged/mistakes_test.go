package tagged_test

import (
	"bytes"
	"math"
	"strings"
	"testing"

	"panelpack/report/pdf/tagged"
)

func TestMistakes(t *testing.T) {
	words := line(50, "words")
	box := tagged.BBox(tagged.Rect{X: 40, Y: 40, W: 10, H: 10})
	area := tagged.Rect{X: 40, Y: 40, W: 50, H: 12}
	in := func(role tagged.Role, fn func(*tagged.Doc), attrs ...tagged.Attr) func(*tagged.Doc) {
		return func(d *tagged.Doc) { d.In(role, func() { fn(d) }, attrs...) }
	}
	text := func(role tagged.Role, attrs ...tagged.Attr) func(*tagged.Doc) {
		return func(d *tagged.Doc) { d.Text(role, words, attrs...) }
	}
	tr := func(cells ...func(*tagged.Doc)) func(*tagged.Doc) {
		return in(tagged.TR, func(d *tagged.Doc) {
			for _, c := range cells {
				c(d)
			}
		})
	}
	both := func(fns ...func(*tagged.Doc)) func(*tagged.Doc) {
		return func(d *tagged.Doc) {
			for _, fn := range fns {
				fn(d)
			}
		}
	}
	head, data := text(tagged.TH, tagged.Scope(tagged.Row)), text(tagged.TD)
	var kept *tagged.Canvas
	for _, c := range []struct {
		want  string
		paint func(*tagged.Doc)
	}{
		{"page 1: Document: Document may not hold content itself", func(d *tagged.Doc) { d.Mark(words) }},
		{"page 2: TR: TR may not hold content itself", func(d *tagged.Doc) { d.NewPage(); in(tagged.Table, text(tagged.TR))(d) }},
		{"Document may not hold TD", text(tagged.TD)},
		{"P may not hold P", in(tagged.P, text(tagged.P))},
		{"a Caption comes first", in(tagged.Table, both(tr(head), text(tagged.Caption)))},
		{`"H7" is not a role`, text("H7")},
		{"a heading of level 4", func(d *tagged.Doc) { d.Heading(4, "", "", 0, words) }},
		{"a heading of level 3 after level 1", func(d *tagged.Doc) { d.Heading(1, "", "", 0, words); d.Heading(3, "", "", 0, words) }},
		{"an empty heading", func(d *tagged.Doc) { d.Heading(1, "", "", 0, func(*tagged.Canvas) {}) }},
		{`anchor "a" is there twice`, func(d *tagged.Doc) { d.Anchor("a", 1); d.Anchor("a", 2) }},
		{`the id "n" is there twice`, both(text(tagged.Note, tagged.ID("n")), text(tagged.Note, tagged.ID("n")))},
		{"a note without an id", text(tagged.Note)},
		{"a figure without words", text(tagged.Figure, box)},
		{"a figure without its area", text(tagged.Figure, tagged.Alt("a line"))},
		{"a figure that paints nothing", in(tagged.Figure, func(*tagged.Doc) {}, tagged.Alt("a line"), box)},
		{"a figure on pages 1 and 2", in(tagged.Figure, func(d *tagged.Doc) { d.Mark(words); d.NewPage(); d.Mark(words) }, tagged.Alt("a line"), box)},
		{`a link to "#where", which is nowhere`, in(tagged.P, func(d *tagged.Doc) { d.Link("#where", area, "there", words) })},
		{`"here" is not a web address`, in(tagged.P, func(d *tagged.Doc) { d.Link("here", area, "there", words) })},
		{"a link without words", in(tagged.P, func(d *tagged.Doc) { d.Link("https://example.org/", area, " ", words) })},
		{"a link without an area", in(tagged.P, func(d *tagged.Doc) { d.Link("https://example.org/", tagged.Rect{}, "there", words) })},
		{"a link that paints nothing", in(tagged.P, func(d *tagged.Doc) {
			d.Link("https://example.org/", area, "there", func(*tagged.Canvas) {})
		})},
		{"a list without items", in(tagged.L, func(*tagged.Doc) {})},
		{"a list with labels and without numbering", in(tagged.L, in(tagged.LI, both(text(tagged.Lbl), text(tagged.LBody))))},
		{`list numbering "Dots"`, in(tagged.L, in(tagged.LI, text(tagged.LBody)), tagged.ListNumbering("Dots"))},
		{"LI: it is empty", in(tagged.L, in(tagged.LI, func(*tagged.Doc) {}))},
		{"a table without header cells", in(tagged.Table, tr(data, data))},
		{"a header cell without a scope", in(tagged.Table, tr(text(tagged.TH)))},
		{"row 2 has 1 columns where the first has 2", in(tagged.Table, both(tr(head, data), tr(head)))},
		{"row 2 has 3 columns where the first has 2", in(tagged.Table, both(tr(head, data), tr(head, text(tagged.TD, tagged.ColSpan(2)))))},
		{"two cells in one place in row 2", in(tagged.Table, both(tr(head, text(tagged.TD, tagged.RowSpan(2))), tr(text(tagged.TD, tagged.ColSpan(2)))))},
		{"a cell reaches below the last row", in(tagged.Table, tr(head, text(tagged.TD, tagged.RowSpan(2))))},
		{"a table with a head and rows outside a body", in(tagged.Table, both(in(tagged.THead, tr(head)), tr(data)))},
		{`LiberationSans has no glyph for '★' (U+2605)`, func(d *tagged.Doc) { d.Text(tagged.P, line(50, "★")) }},
		{"beyond the Basic Multilingual Plane", func(d *tagged.Doc) { d.Text(tagged.P, line(50, "😀")) }},
		{"U+0009 is no character", func(d *tagged.Doc) { d.Artifact(tagged.Layout, line(50, "a\tb")) }},
		{"U+F001 is no character", func(d *tagged.Doc) { d.Text(tagged.P, line(50, "\uF001")) }},
		{"there is no face 7", func(d *tagged.Doc) {
			d.Text(tagged.P, func(c *tagged.Canvas) { c.Text(0, 0, "a", tagged.Style{Face: 7, Size: 9}) })
		}},
		{"text of 0 points", func(d *tagged.Doc) {
			d.Text(tagged.P, func(c *tagged.Canvas) { c.Text(0, 0, "a", tagged.Style{}) })
		}},
		{"painted at NaN points", func(d *tagged.Doc) { d.Text(tagged.P, line(math.NaN(), "a")) }},
		{"painted after its canvas was closed", func(d *tagged.Doc) {
			d.Text(tagged.P, func(c *tagged.Canvas) { kept = c })
			kept.Text(40, 40, "late", ink)
		}},
		{`"English spoken" is not a language`, text(tagged.P, tagged.Lang("English spoken"))},
	} {
		d := tagged.New(options())
		d.NewPage()
		c.paint(d)
		var b bytes.Buffer
		err := d.Write(&b)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("got %v, want %q", err, c.want)
		}
		if b.Len() > 0 || d.Err() == nil {
			t.Errorf("%s: %d bytes were written; the document says %v", c.want, b.Len(), d.Err())
		}
	}
}

func TestMistakenOptions(t *testing.T) {
	for want, change := range map[string]func(*tagged.Options){
		"there is no title":      func(o *tagged.Options) { o.Title = " " },
		"is not a language":      func(o *tagged.Options) { o.Language = "" },
		"face 1: not a TrueType": func(o *tagged.Options) { o.Fonts[1] = []byte("OTTO") },
	} {
		o := options()
		change(&o)
		d := tagged.New(o)
		d.NewPage()
		d.Text(tagged.P, line(50, "words"))
		if err := d.Write(&bytes.Buffer{}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want %q", err, want)
		}
	}
	if err := tagged.New(options()).Write(&bytes.Buffer{}); err == nil {
		t.Error("a document without pages was written")
	}
}

// The first mistake stays, and everything after it does nothing.
func TestMistakesStay(t *testing.T) {
	d := tagged.New(options())
	d.Text(tagged.P, line(50, "too early"))
	first := d.Err()
	paintSample(d)
	if first == nil || d.Err() != first || !strings.Contains(first.Error(), "before the first page") {
		t.Errorf("first %v, then %v", first, d.Err())
	}
}

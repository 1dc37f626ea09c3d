package tagged_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"panelpack/report/pdf/tagged"
	"panelpack/report/pdf/uacheck"
)

// accessible sees to it that the checker finds nothing in a PDF.
func accessible(t *testing.T, pdf []byte) {
	t.Helper()
	found, err := uacheck.Check(pdf)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range found {
		t.Errorf("%s: %s", f.Standard, f)
	}
}

func TestSampleIsAccessible(t *testing.T) { accessible(t, sample(t)) }

// Whatever is painted, and wherever pages break, the file is accessible.
func TestRandomDocumentsAreAccessible(t *testing.T) {
	for seed := range uint64(200) {
		accessible(t, write(t, random(seed)))
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
}

// random is a document made by chance.
func random(seed uint64) *tagged.Doc {
	o := options()
	o.Fonts = o.Fonts[:1]
	g := &generator{r: rand.New(rand.NewPCG(seed, 7)), d: tagged.New(o)}
	g.d.NewPage()
	g.sections(3)
	return g.d
}

// generator paints a document at random.
type generator struct {
	r      *rand.Rand
	d      *tagged.Doc
	rank   int // of the last heading
	ids    int
	whole  bool // pages must not break here
	places []string
}

func (g *generator) sections(depth int) {
	for range 1 + g.r.IntN(3) {
		g.d.In(tagged.Sect, func() {
			g.heading()
			for range g.r.IntN(5) {
				g.block(depth)
			}
			if depth > 0 && g.r.IntN(3) == 0 {
				g.sections(depth - 1)
			}
		})
	}
}

func (g *generator) heading() {
	g.rank = 1 + g.r.IntN(min(g.rank+1, 3))
	id := g.id()
	g.d.Heading(g.rank, "Heading "+id, id, 40, g.say)
	g.places = append(g.places, id)
}

func (g *generator) id() string {
	g.ids++
	return fmt.Sprint("id", g.ids)
}

// say paints a few words, and now and then turns the page or decorates it.
func (g *generator) say(c *tagged.Canvas) {
	for range 1 + g.r.IntN(4) {
		if !g.whole && g.r.IntN(6) == 0 {
			g.d.NewPage()
		}
		if g.r.IntN(4) == 0 {
			g.d.Artifact(tagged.Layout, func(c *tagged.Canvas) { c.Rect(tagged.Rect{X: 20, Y: 20, W: 9, H: 9}, &tagged.Colour{R: 200}, nil) })
		}
		c.Text(40, float64(20+g.r.IntN(250)), "words – £94.9 ≥ ŵ ", ink)
	}
}

func (g *generator) block(depth int) {
	switch g.r.IntN(6) {
	case 0:
		g.d.In(tagged.P, g.inline)
	case 1:
		g.list(depth)
	case 2:
		g.table(depth)
	case 3:
		g.figure()
	case 4:
		g.d.In(tagged.Note, g.inline, tagged.ID(g.id()))
	case 5:
		g.d.In(tagged.TOC, func() {
			for range 1 + g.r.IntN(3) {
				g.d.In(tagged.TOCI, func() { g.d.In(tagged.Reference, g.link) })
			}
		})
	}
}

func (g *generator) inline() {
	g.d.Mark(g.say)
	if g.r.IntN(2) == 0 {
		g.d.Text(tagged.Span, g.say, tagged.Expansion("in full"), tagged.Lang("cy"))
	}
	if g.r.IntN(3) == 0 {
		g.link()
	}
	g.d.Mark(g.say)
}

func (g *generator) link() {
	target := "https://example.org/"
	if n := len(g.places); n > 0 && g.r.IntN(2) == 0 {
		target = "#" + g.places[g.r.IntN(n)]
	}
	g.d.Link(target, tagged.Rect{X: 40, Y: 40, W: 60, H: 12}, "where it leads", g.say)
}

func (g *generator) figure() {
	g.whole = true
	g.d.Text(tagged.Figure, g.say, tagged.Alt("a chart – falling"), tagged.BBox(tagged.Rect{X: 20, Y: 20, W: 300, H: 250}))
	g.whole = false
}

func (g *generator) list(depth int) {
	g.d.In(tagged.L, func() {
		for range 1 + g.r.IntN(3) {
			g.d.In(tagged.LI, func() {
				g.d.Text(tagged.Lbl, g.say)
				g.d.In(tagged.LBody, func() { g.cell(depth) })
			})
		}
	}, tagged.ListNumbering("Decimal"))
}

func (g *generator) cell(depth int) {
	switch {
	case depth > 0 && g.r.IntN(5) == 0:
		g.list(depth - 1)
	case g.r.IntN(3) == 0:
		g.d.In(tagged.P, g.inline)
	default:
		g.inline()
	}
}

func (g *generator) table(depth int) {
	columns := 1 + g.r.IntN(3)
	row := func(role tagged.Role, attrs ...tagged.Attr) {
		g.d.In(tagged.TR, func() {
			g.d.Text(tagged.TH, g.say, tagged.Scope(tagged.Row))
			if g.r.IntN(4) == 0 {
				g.d.In(role, func() { g.cell(depth) }, append(attrs, tagged.ColSpan(columns))...)
				return
			}
			for range columns {
				g.d.In(role, func() { g.cell(depth) }, attrs...)
			}
		})
	}
	g.d.In(tagged.Table, func() {
		g.d.Text(tagged.Caption, g.say)
		g.d.In(tagged.THead, func() { row(tagged.TH, tagged.Scope(tagged.Column)) })
		g.d.In(tagged.TBody, func() {
			for range 1 + g.r.IntN(4) {
				row(tagged.TD)
			}
		})
	})
}

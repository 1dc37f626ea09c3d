package tagged_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	"github.com/go-pdf/fpdf"
	"github.com/google/go-cmp/cmp"

	"panelpack/report/pdf/object"
	"panelpack/report/pdf/tagged"
)

// However pages break, the tree and its words are the same.
func TestPageBreaksAreInvisible(t *testing.T) {
	onePage := pageOrSequence.ReplaceAllString(dump(t, story(t, func() bool { return false })), "")
	for seed := range uint64(30) {
		r := rand.New(rand.NewPCG(seed, 1))
		broken := dump(t, story(t, func() bool { return r.IntN(3) == 0 }))
		if diff := cmp.Diff(onePage, pageOrSequence.ReplaceAllString(broken, "")); diff != "" {
			t.Fatalf("seed %d: the tree (- on one page, + on many):\n%s", seed, diff)
		}
	}
}

// pageOrSequence matches what page breaks may change in a dump: the pages, and
// where the text of an element is cut into sequences.
var pageOrSequence = regexp.MustCompile(` p\d+|" (p\d+ )?"`)

// story paints a document with a chance of a new page before every stroke.
func story(t *testing.T, breaks func() bool) []byte {
	t.Helper()
	d := tagged.New(options())
	d.NewPage()
	say := func(s string) func(*tagged.Canvas) {
		return func(c *tagged.Canvas) {
			for _, word := range strings.SplitAfter(s, " ") {
				if breaks() {
					d.NewPage()
				}
				c.Text(40, 50, word, ink)
				d.Artifact(tagged.Layout, func(c *tagged.Canvas) {
					c.Line(tagged.Point{X: 40, Y: 52}, tagged.Point{X: 60, Y: 52}, tagged.Pen{Width: 1})
				})
			}
		}
	}
	for section := range 3 {
		d.In(tagged.Sect, func() {
			d.Heading(min(section+1, 2), "Section", fmt.Sprint("s", section), 40, say("A heading of words"))
			d.Text(tagged.P, say("A paragraph that runs on and on over the page"))
			d.In(tagged.P, func() {
				d.Mark(say("see "))
				d.Link("#s0", tagged.Rect{X: 40, Y: 40, W: 50, H: 12}, "Section one", say("section one"))
				d.Mark(say(" there"))
			})
			d.In(tagged.Table, func() {
				for range 4 {
					d.In(tagged.TR, func() {
						d.Text(tagged.TH, say("A head "), tagged.Scope(tagged.Row))
						d.In(tagged.TD, func() { d.Text(tagged.P, say("a cell with words ")) })
					})
				}
			})
		})
	}
	return write(t, d)
}

func TestFurnitureIsHeaderOrFooter(t *testing.T) {
	content := firstPage(t, sample(t))
	var kinds []string
	for op, err := range object.Operations(content) {
		if err != nil {
			t.Fatal(err)
		}
		if op.Operator == "BDC" && op.Operands[0] == object.Name("Artifact") {
			d := op.Operands[1].(object.Dict)
			kinds = append(kinds, fmt.Sprintf("%v %v", d["Type"], d["Subtype"]))
		}
	}
	if diff := cmp.Diff([]string{"Pagination Header", "Pagination Footer"}, kinds); diff != "" {
		t.Error(diff)
	}
}

// A document that is only measured counts its pages, and is never a file.
func TestMeasuring(t *testing.T) {
	o := options()
	o.Measure = true
	o.Furniture = func(*tagged.Canvas, int) { t.Error("a running head is painted") }
	d := tagged.New(o)
	d.NewPage()
	d.In(tagged.Sect, func() {
		d.Heading(1, "Heading", "id", 40, func(*tagged.Canvas) { t.Error("a heading is painted") })
		d.In(tagged.P, func() {
			d.Mark(func(*tagged.Canvas) { t.Error("words are painted") })
			d.NewPage()
		})
	})
	if d.Page() != 2 || d.Err() != nil {
		t.Errorf("%d pages, %v", d.Page(), d.Err())
	}
	var b bytes.Buffer
	if err := d.Write(&b); err == nil || !strings.Contains(err.Error(), "only measured") || b.Len() > 0 {
		t.Errorf("%v, and %d bytes", err, b.Len())
	}
}

// BenchmarkDensePages is fifty pages of sixty lines: with their structure, and
// as the canvas alone writes them, which is what accessibility is measured
// against.
func BenchmarkDensePages(b *testing.B) {
	const pages, rows, words = 50, 60, "A line of text such as a paragraph has, about so long "
	b.Run("tagged", func(b *testing.B) {
		var out bytes.Buffer
		for b.Loop() {
			out.Reset()
			d := tagged.New(options())
			for page := range pages {
				d.NewPage()
				d.Heading(1, "Page", fmt.Sprint("p", page), 10, line(20, "Page"))
				for row := range rows {
					d.Text(tagged.P, line(float64(20+4*row), words))
				}
			}
			if err := d.Write(&out); err != nil {
				b.Fatal(err)
			}
		}
		b.ReportMetric(float64(out.Len())/1024, "KB")
	})
	b.Run("plain", func(b *testing.B) {
		var out bytes.Buffer
		for b.Loop() {
			out.Reset()
			o := options()
			f := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: fpdf.SizeType{Wd: o.Width, Ht: o.Height}})
			for i, ttf := range o.Fonts {
				f.AddUTF8FontFromBytes(fmt.Sprint("face", i), "", ttf)
			}
			f.SetFont("face0", "", 12)
			for range pages {
				f.AddPage()
				for _, words := range []string{"Running head", "page 1", "Page"} {
					f.Text(20, 20, words)
				}
				for row := range rows {
					f.Text(40, float64(20+4*row), words)
				}
			}
			if err := f.Output(&out); err != nil {
				b.Fatal(err)
			}
		}
		b.ReportMetric(float64(out.Len())/1024, "KB")
	})
}

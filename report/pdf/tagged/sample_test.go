package tagged_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"panelpack/report/pdf/tagged"
	"panelpack/report/style"
)

var (
	ink  = tagged.Style{Size: 12}
	bold = tagged.Style{Face: 1, Size: 12}
)

// options are those of a small page, so that a few lines fill it.
func options() tagged.Options {
	return tagged.Options{
		Title: "Performance pack", Author: "A council", Subject: "September 2022", Language: "en-GB", Producer: "a test",
		Date:  time.Date(2022, 11, 3, 9, 0, 0, 0, time.UTC),
		Fonts: [][]byte{style.TTF(style.Regular), style.TTF(style.Bold), style.TTF(style.Italic)},
		Width: 420, Height: 300,
		Furniture: func(c *tagged.Canvas, page int) {
			c.Text(20, 20, "Running head", ink)
			c.Text(20, 290, fmt.Sprintf("page %d", page), ink)
		},
	}
}

// line paints s at a height.
func line(y float64, s string) func(*tagged.Canvas) {
	return func(c *tagged.Canvas) { c.Text(40, y, s, ink) }
}

// paintSample paints one of everything.
func paintSample(d *tagged.Doc) {
	d.NewPage()
	d.In(tagged.Sect, func() {
		d.Heading(1, "Attention", "attention", 40, line(50, "Attention"))
		d.In(tagged.TOC, func() {
			d.In(tagged.TOCI, func() {
				d.In(tagged.Reference, func() {
					area := tagged.Rect{X: 40, Y: 60, W: 200, H: 14}
					d.Link("#table", area, "The table, page 2", line(70, "The table 2"))
				})
			})
		})
		d.In(tagged.L, func() {
			for i, s := range []string{"Red: 9", "Amber: 19"} {
				d.In(tagged.LI, func() {
					y := 90 + 15*float64(i)
					d.Text(tagged.Lbl, line(y, "• "))
					d.Text(tagged.LBody, func(c *tagged.Canvas) { c.Text(60, y, s, ink) })
				})
			}
		}, tagged.ListNumbering("Disc"))
		d.Text(tagged.Figure, func(c *tagged.Canvas) {
			c.Path([]tagged.Point{{X: 40, Y: 170}, {X: 90, Y: 140}, {X: 140, Y: 160}}, false, nil, &tagged.Pen{Width: 1.5, Round: true})
			c.Circle(tagged.Point{X: 140, Y: 160}, 3, &tagged.Colour{B: 120}, nil)
		}, tagged.Alt("A line that falls"), tagged.BBox(tagged.Rect{X: 40, Y: 130, W: 110, H: 50}))
		d.In(tagged.P, func() {
			d.Mark(line(270, "Words that go on "))
			d.NewPage()
			d.Mark(line(50, "overleaf, with "))
			d.Text(tagged.Span, func(c *tagged.Canvas) { c.Text(120, 50, "S47", ink) }, tagged.Expansion("section 47 enquiry"))
			d.Link("https://example.org/", tagged.Rect{X: 150, Y: 40, W: 60, H: 14}, "The example", func(c *tagged.Canvas) { c.Text(150, 50, " example", ink) })
		})
	})
	d.In(tagged.Sect, func() {
		d.Heading(2, "Table – every figure", "table", 60, line(70, "Table – every figure"))
		paintTable(d)
	})
}

func paintTable(d *tagged.Doc) {
	row := func(y float64, cell tagged.Role, words []string, attrs ...tagged.Attr) {
		d.In(tagged.TR, func() {
			d.Artifact(tagged.Layout, func(c *tagged.Canvas) {
				c.Rect(tagged.Rect{X: 38, Y: y - 12, W: 300, H: 15}, &tagged.Colour{R: 240, G: 240, B: 240}, nil)
			})
			d.Text(tagged.TH, func(c *tagged.Canvas) { c.Text(40, y, words[0]+" ", bold) }, tagged.Scope(tagged.Row))
			for i, w := range words[1:] {
				d.Text(cell, func(c *tagged.Canvas) { c.Text(140+100*float64(i), y, w+" ", ink) }, attrs...)
			}
		})
	}
	d.In(tagged.Table, func() {
		d.Text(tagged.Caption, line(90, "Assessments by month "))
		d.In(tagged.THead, func() { row(110, tagged.TH, []string{"Month", "2021", "2022"}, tagged.Scope(tagged.Column)) })
		d.In(tagged.TBody, func() {
			row(130, tagged.TD, []string{"August", "346", "360"})
			row(150, tagged.TD, []string{"September", "351", "377"})
		})
	})
}

func write(t *testing.T, d *tagged.Doc) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := d.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func sample(t *testing.T) []byte {
	t.Helper()
	d := tagged.New(options())
	paintSample(d)
	return write(t, d)
}

// run runs another reader over a PDF. Where it is not installed the test is
// skipped, but not in CI.
func run(t *testing.T, pdf []byte, name string, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath(name); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatalf("%s is not installed", name)
		}
		t.Skipf("%s is not installed", name)
	}
	file := filepath.Join(t.TempDir(), "a.pdf")
	if err := os.WriteFile(file, pdf, 0o600); err != nil {
		t.Fatal(err)
	}
	for i, a := range args {
		args[i] = strings.ReplaceAll(a, "FILE", file)
	}
	out, err := exec.Command(name, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", name, err, out)
	}
	return string(out)
}

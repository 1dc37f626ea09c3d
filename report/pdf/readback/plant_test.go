package readback_test

import (
	"slices"
	"strings"
	"testing"

	"panelpack/report/pdf/readback"
	"panelpack/report/pdf/tagged"
	"panelpack/report/style"
)

// plant is a page with one fault, told in words that contain want; with none
// where it is empty.
type plant struct {
	want  string
	paint func(d *tagged.Doc)
}

// seen sees to it that the fault of each plant is found, and no other.
func seen(t *testing.T, plants ...plant) {
	t.Helper()
	for _, p := range plants {
		faults, err := readback.Faults(file(t, p.paint))
		if err != nil {
			t.Fatal(err)
		}
		other := func(fault string) bool { return p.want == "" || !strings.Contains(fault, p.want) }
		if none := len(faults) == 0; none != (p.want == "") || slices.ContainsFunc(faults, other) {
			t.Errorf("found %q, want %q", faults, p.want)
		}
	}
}

const leading = 12 * style.Leading

// at paints words of the open element.
func at(d *tagged.Doc, x, baseline, size float64, words string) {
	d.Mark(func(c *tagged.Canvas) { c.Text(x, baseline, words, tagged.Style{Size: size}) })
}

// bold is at in bold type.
func bold(d *tagged.Doc, x, baseline, size float64, words string) {
	d.Mark(func(c *tagged.Canvas) { c.Text(x, baseline, words, tagged.Style{Face: int(style.Bold), Size: size}) })
}

// note is say in the grey of what is not running text.
func note(d *tagged.Doc, x, baseline, size float64, words string) {
	d.Text(tagged.P, func(c *tagged.Canvas) {
		c.Text(x, baseline, words, tagged.Style{Size: size, Colour: tagged.Colour(style.Quiet)})
	})
}

// lines paints an element whose lines are so far apart.
func lines(d *tagged.Doc, role tagged.Role, apart float64, all ...string) {
	d.In(role, func() {
		for i, words := range all {
			at(d, 50, 100+apart*float64(i), 12, words)
		}
	})
}

// nextPage stands among the baselines of points where a page begins.
const nextPage = 0

// points paints a list with a point of one line on each of the baselines.
func points(d *tagged.Doc, size float64, baselines ...float64) {
	d.In(tagged.L, func() {
		for _, baseline := range baselines {
			if baseline == nextPage {
				d.NewPage()
				continue
			}
			d.In(tagged.LI, func() { d.In(tagged.LBody, func() { at(d, 50, baseline, size, "A point") }) })
		}
	}, tagged.ListNumbering("None"))
}

// commentary is what the service says, in a section within one.
func commentary(d *tagged.Doc, paint func()) {
	d.In(tagged.Sect, func() { d.In(tagged.Sect, paint) })
}

func heading(d *tagged.Doc, baseline float64, words string) {
	d.Heading(1, words, "", baseline, func(c *tagged.Canvas) { c.Text(50, baseline, words, tagged.Style{Face: int(style.Bold), Size: 18}) })
}

// data begins a second section, in which finer type may be used.
func data(d *tagged.Doc) {
	heading(d, 40, "First")
	say(d, 50, 55, 12, "Words")
	heading(d, 75, "Data")
}

// boxed draws a box from 60, 80 to 120, 120.
func boxed(d *tagged.Doc) {
	d.Artifact(tagged.Layout, func(c *tagged.Canvas) {
		c.Rect(tagged.Rect{X: 60, Y: 80, W: 60, H: 40}, nil, &tagged.Pen{Width: 0.5})
	})
}

// figure is a figure that says alt.
func figure(d *tagged.Doc, alt string, paint func(c *tagged.Canvas)) {
	d.Text(tagged.Figure, paint, tagged.Alt(alt), tagged.BBox(tagged.Rect{X: 50, Y: 50, W: 200, H: 200}))
}

// line draws a line across from 50 to 200 that begins and ends at these heights.
func line(c *tagged.Canvas, weight, from, to float64) {
	c.Line(tagged.Point{X: 50, Y: from}, tagged.Point{X: 200, Y: to}, tagged.Pen{Width: weight})
}

// row paints a table of one row, low on the page, with what caption and cell
// paint.
func row(d *tagged.Doc, caption, cell func()) {
	d.In(tagged.Table, func() {
		if caption != nil {
			caption()
		}
		d.In(tagged.TBody, func() {
			d.In(tagged.TR, func() {
				d.In(tagged.TH, func() { at(d, 50, 700, 12, "B") }, tagged.Scope(tagged.Row))
				d.In(tagged.TD, cell)
			})
		})
	})
}

// fineRow paints a table of one row in fine type.
func fineRow(d *tagged.Doc, x, baseline float64) {
	d.In(tagged.Table, func() {
		d.In(tagged.TBody, func() {
			d.In(tagged.TR, func() {
				d.In(tagged.TH, func() { at(d, x, baseline, 9, "Sep 2022") }, tagged.Scope(tagged.Row))
				d.In(tagged.TD, func() { at(d, x+100, baseline, 9, "13") })
			})
		})
	})
}

// headed paints a table with a caption, a head and a row, and does something
// between the head and the row.
func headed(d *tagged.Doc, between func()) {
	cells := func(role tagged.Role, baseline float64, scope tagged.Attr) {
		d.In(tagged.TR, func() {
			d.In(tagged.TH, func() { at(d, 50, baseline, 12, "Word") }, scope)
			if role == tagged.TH {
				d.In(role, func() { at(d, 150, baseline, 12, "Word") }, scope)
			} else {
				d.In(role, func() { at(d, 150, baseline, 12, "Word") })
			}
		})
	}
	d.In(tagged.Table, func() {
		d.In(tagged.Caption, func() { at(d, 50, 600, 12, "Alone") })
		d.In(tagged.THead, func() { cells(tagged.TH, 620, tagged.Scope(tagged.Column)) })
		between()
		d.In(tagged.TBody, func() { cells(tagged.TD, 640, tagged.Scope(tagged.Row)) })
	})
}

func even(_, column int) float64 { return 50 + 100*float64(column) }

// rows paints a table with a head and a row for each of lines, whose cells are
// parted by bars: the first starts at 50 and each of the others ends at the
// place that ends gives for its row and column.
func rows(d *tagged.Doc, size float64, ends func(row, column int) float64, lines ...string) {
	d.In(tagged.Table, func() {
		for i, line := range lines {
			part := func(paint func()) { d.In(tagged.TBody, paint) }
			if i == 0 {
				part = func(paint func()) { d.In(tagged.THead, paint) }
			}
			part(func() {
				d.In(tagged.TR, func() {
					for j, words := range strings.Split(line, "|") {
						x, baseline := 50.0, 100+float64(i)*style.Table*style.Leading
						if j > 0 {
							x = ends(i, j) - style.Width(style.Regular, size, words)
						}
						role, attrs := tagged.TD, []tagged.Attr(nil)
						if i == 0 || j == 0 {
							role, attrs = tagged.TH, []tagged.Attr{tagged.Scope(tagged.Both)}
						}
						d.In(role, func() { at(d, x, baseline, size, words) }, attrs...)
					}
				})
			})
		}
	})
}

// twoColumns is a table of two rows, the second of which is for ref, begins in
// the next column, and has its figure so far from there.
func twoColumns(d *tagged.Doc, ref string, ends float64) {
	row := func(ref, figure string, x, baseline, ends float64) {
		d.In(tagged.TR, func() {
			d.In(tagged.TH, func() { at(d, x, baseline, 12, ref) }, tagged.Scope(tagged.Row))
			d.In(tagged.TD, func() { at(d, x+ends-style.Width(style.Regular, 12, figure), baseline, 12, figure) })
		})
	}
	d.In(tagged.Table, func() {
		d.In(tagged.TBody, func() {
			row("A", "12", 50, 700, 120)
			row(ref, "13", 300, 100, ends)
		})
	})
}

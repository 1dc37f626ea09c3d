package readback_test

import (
	"strings"
	"testing"

	"panelpack/report/pdf/readback"
	"panelpack/report/pdf/tagged"
	"panelpack/report/style"
)

// at paints words of the open element.
func at(d *tagged.Doc, x, baseline, size float64, words string) {
	d.Mark(func(c *tagged.Canvas) { c.Text(x, baseline, words, tagged.Style{Size: size}) })
}

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
						x, baseline := 50.0, float64(100+20*i)
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

func even(_, column int) float64 { return 50 + 100*float64(column) }

func heading(d *tagged.Doc, baseline float64, words string) {
	d.Heading(1, words, "", baseline, func(c *tagged.Canvas) { c.Text(50, baseline, words, tagged.Style{Face: int(style.Bold), Size: 18}) })
}

// data begins a second section, in which finer type may be used.
func data(d *tagged.Doc) {
	heading(d, 40, "First")
	say(d, 50, 55, 12, "Words")
	heading(d, 75, "Data")
}

// Each fault that a pack may have, planted alone.
func TestFaultsAreSeen(t *testing.T) {
	leading := 12 * style.Leading
	for _, tt := range []struct {
		want  string
		paint func(d *tagged.Doc)
	}{
		{"", func(d *tagged.Doc) { say(d, 50, 100, 12, "Fine") }},
		{"leaves the margins", func(d *tagged.Doc) { say(d, 540, 100, 12, "Too long for here") }},
		{"margins: 20.0", func(d *tagged.Doc) { say(d, 20, 100, 12, "Left") }},
		{"in the bottom 15 mm", func(d *tagged.Doc) { say(d, 50, 810, 12, "Low") }},
		{"at its top", func(d *tagged.Doc) { say(d, 50, 4, 12, "High") }},
		{"is set in 8.0 pt", func(d *tagged.Doc) { say(d, 50, 100, 8, "Small") }},
		{`"under" overlaps "over"`, func(d *tagged.Doc) { say(d, 50, 100, 12, "over"); say(d, 60, 104, 12, "under") }},
		{`"Too much for it" leaves its box`, func(d *tagged.Doc) {
			d.Artifact(tagged.Layout, func(c *tagged.Canvas) {
				c.Rect(tagged.Rect{X: 50, Y: 80, W: 60, H: 40}, nil, &tagged.Pen{Width: 0.5})
			})
			say(d, 60, 100, 12, "Too much for it")
		}},
		{"", func(d *tagged.Doc) { // beside a box, and a heading with its words
			d.Artifact(tagged.Layout, func(c *tagged.Canvas) {
				c.Rect(tagged.Rect{X: 50, Y: 80, W: 60, H: 20}, nil, &tagged.Pen{Width: 0.5})
			})
			heading(d, 140, "Fine")
			say(d, 50, 170, 12, "words")
		}},
		{"is set in 10.0 pt, less than 12.0", func(d *tagged.Doc) {
			d.In(tagged.L, func() { d.In(tagged.LI, func() { d.In(tagged.LBody, func() { at(d, 50, 100, 10, "A point") }) }) },
				tagged.ListNumbering("None"))
		}},
		{"is set in 9.0 pt, less than 10.5", func(d *tagged.Doc) { rows(d, 9, even, "Ref|Actual", "A|12") }},
		{"has lines 15.00 pt apart, not 16.80", func(d *tagged.Doc) {
			d.In(tagged.P, func() { at(d, 50, 100, 12, "One "); at(d, 50, 115, 12, "two") })
		}},
		{"", func(d *tagged.Doc) {
			d.In(tagged.P, func() { at(d, 50, 100, 12, "One "); at(d, 50, 100+leading, 12, "two") })
		}},
		{`H1 "Alone" stands alone`, func(d *tagged.Doc) {
			heading(d, 700, "Alone")
			d.NewPage()
			say(d, 50, 100, 12, "Its words")
		}},
		{`H1 "Alone" stands alone`, func(d *tagged.Doc) { heading(d, 700, "Alone"); say(d, 300, 100, 12, "In the next column") }},
		{`TD "13" is not in line with "B" of its row`, func(d *tagged.Doc) {
			d.In(tagged.Table, func() {
				d.In(tagged.TBody, func() {
					d.In(tagged.TR, func() {
						d.In(tagged.TH, func() { at(d, 50, 700, 12, "B") }, tagged.Scope(tagged.Row))
						d.NewPage()
						d.In(tagged.TD, func() { at(d, 100, 100, 12, "13") })
					})
				})
			})
		}},
		{`TD "One two" is torn apart`, func(d *tagged.Doc) {
			d.In(tagged.Table, func() {
				d.In(tagged.TBody, func() {
					d.In(tagged.TR, func() {
						d.In(tagged.TH, func() { at(d, 50, 700, 12, "B") }, tagged.Scope(tagged.Row))
						d.In(tagged.TD, func() { at(d, 100, 700, 12, "One "); d.NewPage(); at(d, 100, 100, 12, "two") })
					})
				})
			})
		}},
		{`TD "1,013" ends -7.0 pt beside`, func(d *tagged.Doc) {
			rows(d, 12, func(row, column int) float64 { return even(row, column) - 7*float64(row/2) }, "Ref|Actual", "A|12", "B|1,013")
		}},
		{"has 1 decimal places, and the figure above it 0", func(d *tagged.Doc) { data(d); rows(d, 9, even, "Period|Actual", "A|12%", "B|13.5%") }},
		{"", func(d *tagged.Doc) { data(d); rows(d, 9, even, "Period|Actual", "A|12.0%", "B|13.5%") }},
		{"", func(d *tagged.Doc) { rows(d, 12, even, "Ref|Actual|Target", "A|−12|1,200", "B|13.5%|–") }},
		{`parts a number from its unit: "5 %"`, func(d *tagged.Doc) { say(d, 50, 100, 12, "It is 5 % now") }},
		{`parts a number from its unit: "£ 5"`, func(d *tagged.Doc) { say(d, 50, 100, 12, "It costs £ 5 now") }},
		{"has a hyphen for a minus", func(d *tagged.Doc) { rows(d, 12, even, "Ref|Actual", "A|-12") }},
		{"has a hyphen between figures", func(d *tagged.Doc) { rows(d, 12, even, "Ref|Target", "A|90-95%") }},
		{"has no separators of thousands", func(d *tagged.Doc) { rows(d, 12, even, "Ref|Actual", "A|1200") }},
		{`parts "red for 12 " from "months"`, func(d *tagged.Doc) {
			d.In(tagged.P, func() { at(d, 50, 100, 12, "red for 12 "); at(d, 50, 100+leading, 12, "months") })
		}},
	} {
		faults, err := readback.Faults(file(t, tt.paint))
		if err != nil {
			t.Fatal(err)
		}
		got := strings.Join(faults, "\n")
		if (tt.want == "") != (got == "") || !strings.Contains(got, tt.want) {
			t.Errorf("found %q, want %q", got, tt.want)
		}
	}
}

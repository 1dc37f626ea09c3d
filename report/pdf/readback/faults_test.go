package readback_test

import (
	"testing"

	"panelpack/report/pdf/tagged"
	"panelpack/report/style"
)

// In each of these tests every fault is planted alone, and near it what is
// none.

func TestWordsOutOfPlaceAreSeen(t *testing.T) {
	seen(t, []plant{
		{"", func(d *tagged.Doc) { say(d, 50, 100, 12, "Fine") }},
		{"leaves the margins", func(d *tagged.Doc) { say(d, 540, 100, 12, "Too long for here") }},
		{"margins: 20.0", func(d *tagged.Doc) { say(d, 20, 100, 12, "Left") }},
		{"in the bottom 15 mm", func(d *tagged.Doc) { say(d, 50, 810, 12, "Low") }},
		{"at its top", func(d *tagged.Doc) { say(d, 50, 4, 12, "High") }},
		{`"under" overlaps "over"`, func(d *tagged.Doc) { say(d, 50, 100, 12, "over"); say(d, 60, 104, 12, "under") }},
		{`"Too much for it" leaves its box`, func(d *tagged.Doc) { boxed(d); say(d, 70, 105, 12, "Too much for it") }},
		{`"Begins before" leaves its box`, func(d *tagged.Doc) { boxed(d); say(d, 45, 105, 12, "Begins before") }},
		{`"Beneath" leaves its box`, func(d *tagged.Doc) { boxed(d); say(d, 70, 124, 12, "Beneath") }},
		{`"Above" leaves its box`, func(d *tagged.Doc) { boxed(d); say(d, 70, 84, 12, "Above") }},
		{`"Touching" leaves its box`, func(d *tagged.Doc) { boxed(d); say(d, 60, 105, 12, "Touching") }},
		{"", func(d *tagged.Doc) {
			boxed(d)
			say(d, 70, 105, 12, "Within")
			say(d, 42, 105, 12, "by")
			say(d, 122, 105, 12, "the side")
			say(d, 70, 76, 12, "Over")
			say(d, 70, 132, 12, "Below")
		}},
		{`"Ruled" stands over a line`, func(d *tagged.Doc) {
			d.Artifact(tagged.Layout, func(c *tagged.Canvas) { line(c, style.HairlineWeight, 96, 96) })
			say(d, 50, 100, 12, "Ruled")
		}},
	}...)
}

func TestWordsOverLinesOfAChartAreSeen(t *testing.T) {
	const label = `"1 forecast" stands over a line`
	for _, tt := range []struct {
		weight, from, to float64 // the pen, and the heights at which its line begins and ends
		want             string
	}{
		{style.DataWeight, 97, 97, label},
		{style.DataWeight, 60, 140, label},
		{style.TargetWeight, 97, 97, label},
		{style.DataWeight, 101, 101, label}, // as wide as the pen is
		{style.DataWeight, 110, 110, ""},
		{style.DataWeight, 60, 110, ""}, // past a corner
		{style.HairlineWeight, 97, 97, ""},
		{style.RuleWeight, 60, 140, ""},
	} {
		seen(t, plant{tt.want, func(d *tagged.Doc) {
			figure(d, "A line", func(c *tagged.Canvas) {
				line(c, tt.weight, tt.from, tt.to)
				c.Text(100, 100, "1 forecast", tagged.Style{Size: style.ChartLabel})
			})
		}})
	}
}

func TestSmallTypeIsSeen(t *testing.T) {
	chart := func(c *tagged.Canvas) { c.Text(60, 200, "Sep", tagged.Style{Size: style.ChartLabel}) }
	over := func(d *tagged.Doc, y float64) { say(d, 50, y, style.Fine, "What the chart shows") }
	seen(t, []plant{
		{"is set in 8.0 pt", func(d *tagged.Doc) {
			d.Artifact(tagged.Pagination, func(c *tagged.Canvas) { c.Text(50, 40, "Small", tagged.Style{Size: 8}) })
		}},
		{"is set in 8.0 pt, less than 9.0", func(d *tagged.Doc) {
			figure(d, "A", func(c *tagged.Canvas) { c.Text(50, 100, "Small", tagged.Style{Size: 8}) })
		}},
		{"is set in 9.0 pt, less than 12.0", func(d *tagged.Doc) { say(d, 50, 100, style.Fine, "Running text") }},
		{"is set in 10.5 pt, less than 12.0", func(d *tagged.Doc) { say(d, 50, 100, style.Table, "Running text") }},
		{"is set in 9.0 pt, less than 10.5", func(d *tagged.Doc) { note(d, 50, 100, style.Fine, "A note") }},
		{"is set in 9.0 pt, less than 12.0", func(d *tagged.Doc) { over(d, 100); say(d, 50, 120, 12, "Text"); figure(d, "A", chart) }},
		{"", func(d *tagged.Doc) { note(d, 50, 100, style.Table, "A note") }},
		{"", func(d *tagged.Doc) { d.In(tagged.P, func() { bold(d, 50, 100, style.Table, "A label") }) }},
		{"is set in 10.5 pt, less than 12.0", func(d *tagged.Doc) { commentary(d, func() { note(d, 50, 100, style.Table, "Commentary") }) }},
		{"", func(d *tagged.Doc) { over(d, 100); over(d, 120); figure(d, "A", chart) }},
		{"is set in 10.0 pt, less than 12.0", func(d *tagged.Doc) { points(d, 10, 100) }},
		{"is set in 10.0 pt, less than 12.0", func(d *tagged.Doc) {
			d.Heading(1, "A heading", "", 100, func(c *tagged.Canvas) { c.Text(50, 100, "A heading", tagged.Style{Size: 10}) })
			say(d, 50, 120, 12, "Its words")
		}},
		{"is set in 9.0 pt, less than 10.5", func(d *tagged.Doc) {
			d.In(tagged.L, func() {
				d.In(tagged.LI, func() {
					d.In(tagged.Lbl, func() { bold(d, 50, 100, 9, "Red") })
					d.In(tagged.LBody, func() { at(d, 100, 100, 12, "more than 20% away") })
				})
			}, tagged.ListNumbering("None"))
		}},
		{"is set in 9.0 pt, less than 10.5", func(d *tagged.Doc) {
			d.In(tagged.TOC, func() { d.In(tagged.TOCI, func() { d.In(tagged.Reference, func() { at(d, 50, 100, 9, "Method") }) }) })
		}},
		{"is set in 9.0 pt, less than 10.5", func(d *tagged.Doc) { rows(d, 9, even, "Ref|Actual", "A|12") }},
	}...)
}

func TestLinesApartAreSeen(t *testing.T) {
	seen(t, []plant{
		{"has lines 15.00 pt apart, not 16.80", func(d *tagged.Doc) { lines(d, tagged.P, 15, "One ", "two") }},
		{"", func(d *tagged.Doc) { lines(d, tagged.P, leading, "One ", "two") }},
		{"stands 19.80 pt below the point above it, not 18.80", func(d *tagged.Doc) { points(d, 12, 100, 118.8, 138.6) }},
		{"", func(d *tagged.Doc) { points(d, 12, 700, 718.8, 100, 118.8) }},
		{"", func(d *tagged.Doc) { points(d, 12, 100, 118.8, nextPage, 400, 418.8) }},
		{"", func(d *tagged.Doc) { points(d, 12, 100, 118.8); points(d, 12, 200, 240, 280) }},
	}...)
}

func TestPartedWordsAreSeen(t *testing.T) {
	seen(t, []plant{
		{`parts "red for 12 " from "months"`, func(d *tagged.Doc) { lines(d, tagged.P, leading, "red for 12 ", "months") }},
		{"", func(d *tagged.Doc) { lines(d, tagged.P, leading, "red for ", "12 months") }},
		{"", func(d *tagged.Doc) { lines(d, tagged.P, leading, "red in 2022 ", "March was") }},
		{`parts "on 30 " from "September"`, func(d *tagged.Doc) { lines(d, tagged.P, leading, "on 30 ", "September") }},
		{"", func(d *tagged.Doc) { lines(d, tagged.P, leading, "Oct 2022 ", "forecast") }},
		{`parts "and 2,022 " from "cases"`, func(d *tagged.Doc) { lines(d, tagged.P, leading, "and 2,022 ", "cases") }},
		{`parts "(191–" from "339)"`, func(d *tagged.Doc) { lines(d, tagged.P, leading, "(191–", "339)") }},
		{"", func(d *tagged.Doc) { lines(d, tagged.P, leading, "the middle – ", "339 – counts") }},
		{`parts "One tw" from "o three"`, func(d *tagged.Doc) { lines(d, tagged.P, leading, "One tw", "o three") }},
		{`parts "It is 5" from "%"`, func(d *tagged.Doc) { lines(d, tagged.P, leading, "It is 5", "%") }},
		{`parts "It is £" from "5"`, func(d *tagged.Doc) { lines(d, tagged.P, leading, "It is £", "5") }},
		{`parts "One" from " two"`, func(d *tagged.Doc) { lines(d, tagged.P, leading, "One", " two") }},
		{`parts "It is 5\u00a0" from "Metres"`, func(d *tagged.Doc) { lines(d, tagged.P, leading, "It is 5\u00a0", "Metres") }},
		{"", func(d *tagged.Doc) {
			lines(d, tagged.P, leading, "Many ", "Donaudampf", "schiffe and some re-", "ferrals and/", "or")
		}},
		{`Caption "Of 12 months" parts`, func(d *tagged.Doc) {
			row(d, func() { lines(d, tagged.Caption, leading, "Of 12 ", "months") }, func() { at(d, 100, 700, 12, "red") })
		}},
		{`TD "red for 12 months" parts`, func(d *tagged.Doc) {
			row(d, nil, func() { at(d, 100, 700, 12, "red for 12 "); at(d, 100, 700+leading, 12, "months") })
		}},
		{`parts "red for 12 " from "months"`, func(d *tagged.Doc) { // in two faces
			d.In(tagged.P, func() {
				at(d, 50, 100, 12, "red for ")
				bold(d, 100, 100, 12, "12")
				at(d, 120, 100, 12, " ")
				bold(d, 50, 100+leading, 12, "months")
			})
		}},
		{`parts "red for 12 " from "months"`, func(d *tagged.Doc) { // on two pages
			d.In(tagged.P, func() { at(d, 50, 100, 12, "red for 12 "); d.NewPage(); at(d, 50, 100, 12, "months") })
		}},
		{`parts "red for 12 " from "months"`, func(d *tagged.Doc) { // in two columns
			d.In(tagged.P, func() { at(d, 50, 700, 12, "red for 12 "); at(d, 300, 100, 12, "months") })
		}},
	}...)
}

func TestLoneHeadingsAndTornRowsAreSeen(t *testing.T) {
	seen(t, []plant{
		{`H1 "Alone" stands alone`, func(d *tagged.Doc) {
			heading(d, 700, "Alone")
			d.NewPage()
			say(d, 50, 100, 12, "Its words")
		}},
		{`H1 "Alone" stands alone`, func(d *tagged.Doc) { heading(d, 700, "Alone"); say(d, 300, 100, 12, "In the next column") }},
		{"", func(d *tagged.Doc) { heading(d, 140, "Fine"); say(d, 50, 170, 12, "words") }},
		{`Caption "Alone" stands over a head without rows`, func(d *tagged.Doc) { headed(d, func() { d.NewPage() }) }},
		{"", func(d *tagged.Doc) { headed(d, func() {}) }},
		{`TD "13" is not in line with "B" of its row`, func(d *tagged.Doc) {
			row(d, nil, func() { d.NewPage(); at(d, 100, 100, 12, "13") })
		}},
		{`TD "One two" is torn apart`, func(d *tagged.Doc) {
			row(d, nil, func() { at(d, 100, 700, 12, "One "); d.NewPage(); at(d, 100, 100, 12, "two") })
		}},
	}...)
}

func TestFiguresOutOfLineAreSeen(t *testing.T) {
	beside := func(by float64) func(row, column int) float64 {
		return func(row, column int) float64 { return even(row, column) - by*float64(row/2) }
	}
	seen(t, []plant{
		{`TD "1,013" ends -7.0 pt beside`, func(d *tagged.Doc) { rows(d, 12, beside(7), "Ref|Actual", "A|12", "B|1,013") }},
		{`TD "1,013" ends -50.0 pt beside`, func(d *tagged.Doc) {
			rows(d, 12, func(row, column int) float64 { return beside(50)(row, column) + 100 }, "Ref|Actual", "A|12", "B|1,013")
		}},
		{"has 1 decimal places, and the figure above it 0", func(d *tagged.Doc) { data(d); rows(d, 9, even, "Period|Actual", "A|12%", "B|13.5%") }},
		{"", func(d *tagged.Doc) { data(d); rows(d, 9, even, "Period|Actual", "A|12.0%", "B|13.5%") }},
		{`TD "13" stands 5.00 pt off the lines`, func(d *tagged.Doc) { data(d); fineRow(d, 50, 100); fineRow(d, 300, 105) }},
		{"", func(d *tagged.Doc) { data(d); fineRow(d, 50, 100); fineRow(d, 300, 100+20*style.Table*style.Leading) }},
		{"", func(d *tagged.Doc) { rows(d, 12, even, "Ref|Actual|Target", "1|−12|1,200", "12|13.5%|–") }},
		{"", func(d *tagged.Doc) { twoColumns(d, "B", 120) }},
		{`TD "13" ends 45.0 pt beside`, func(d *tagged.Doc) { twoColumns(d, "B", 165) }},
		{"", func(d *tagged.Doc) { twoColumns(d, "", 165) }},
	}...)
}

func TestBadlyWrittenFiguresAreSeen(t *testing.T) {
	seen(t, []plant{
		{`parts a number from its unit: "5 %"`, func(d *tagged.Doc) { say(d, 50, 100, 12, "It is 5 % now") }},
		{`parts a number from its unit: "5\u00a0%"`, func(d *tagged.Doc) { say(d, 50, 100, 12, "It is 5\u00a0% now") }},
		{`parts a number from its unit: "£ 5"`, func(d *tagged.Doc) { say(d, 50, 100, 12, "It costs £ 5 now") }},
		{"has a hyphen for a minus: -12", func(d *tagged.Doc) { rows(d, 12, even, "Ref|Actual", "A|-12") }},
		{"has a hyphen for a minus: -12%", func(d *tagged.Doc) { say(d, 50, 100, 12, "It fell (by -12%).") }},
		{"has a hyphen between figures, not a dash: 90-95%", func(d *tagged.Doc) { rows(d, 12, even, "Ref|Target", "A|90-95%") }},
		{"has a hyphen between figures, not a dash: 90-95%", func(d *tagged.Doc) { heading(d, 100, "At 90-95%"); say(d, 50, 120, 12, "Now") }},
		{"has no separators of thousands: 1200", func(d *tagged.Doc) { rows(d, 12, even, "Ref|Actual", "A|1200") }},
		{"has no separators of thousands: 2022", func(d *tagged.Doc) { rows(d, 12, even, "Ref|Actual", "A|2022") }},
		{"has no separators of thousands: £1200.50", func(d *tagged.Doc) { say(d, 50, 100, 12, "It costs £1200.50.") }},
		{"has no separators of thousands: 12000", func(d *tagged.Doc) {
			figure(d, "It rises to 12000.", func(c *tagged.Canvas) { line(c, style.DataWeight, 90, 60) })
		}},
		{"has no separators of thousands: 12000", func(d *tagged.Doc) {
			figure(d, "A", func(c *tagged.Canvas) { c.Text(50, 100, "12000 actual", tagged.Style{Size: 11}) })
		}},
		{"", func(d *tagged.Doc) {
			say(d, 50, 100, 12, "M-01, nel-2022-09.xlsx, 2022-09, 2022-11-17, 2022/23, September 2022.")
			say(d, 50, 120, 12, "From −5 to 1,200, £1,200 or 90–95%; 1234abcd.")
		}},
		{"", func(d *tagged.Doc) { // the service's own words
			commentary(d, func() { say(d, 50, 100, 12, "It was -12 of 1200, 90-95 % of £ 5") })
		}},
		{"", func(d *tagged.Doc) { rows(d, 12, even, "Ref|Actual", "1200|12") }},
		{`"It was -12" has a hyphen for a minus`, func(d *tagged.Doc) {
			commentary(d, func() { say(d, 50, 100, 12, "It fell by -12") })
			d.In(tagged.Sect, func() { say(d, 50, 120, 12, "It was -12") })
		}},
	}...)
}

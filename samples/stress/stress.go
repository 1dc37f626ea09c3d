// Package stress describes workbooks that try the program, each in one way: very
// few metrics or very many, nothing reported, everything red, words without end,
// letters of every kind. Councils, services and figures are invented.
package stress

import (
	"strconv"

	"panelpack/report"
	"panelpack/report/workbook"
)

// Pack is a workbook that tries the program in one way.
type Pack struct {
	Name    string // of its file, without an ending
	Why     string // what it tries, for people
	council string
	panel   string
	meeting report.Date
	periods []report.Period
	metrics []metric
}

// metric is one line of a scorecard. Its figures go in even steps from the first
// to the last, and waver on the way.
type metric struct {
	ref, section, name, unit, good, owner string
	from, to, waver                       float64
	target                                float64 // of every period; 0 for none
	missing                               string  // stands in place of every figure, if anything does
	commentary                            string
}

// Book is the workbook of p: who it is for, the scorecard, and the commentary
// that has come in. The same pack gives the same workbook.
func (p Pack) Book() *workbook.Book {
	return &workbook.Book{
		Title: p.Why, Author: "Sample", Date: p.meeting,
		Sheets: []workbook.Sheet{p.details(), p.scorecard(), p.commentary()},
	}
}

func (p Pack) details() workbook.Sheet {
	return workbook.Sheet{Name: "Pack", Widths: []float64{24, 60}, Rows: [][]workbook.Entry{
		{text("Council"), text(p.council)},
		{text("Panel"), text(p.panel)},
		{text("Meeting date"), {Value: p.meeting, Style: workbook.Style{Format: "d mmmm yyyy"}}},
		{text("Report of"), text("Director")},
		{text("Status note"), text("Trial: invented figures")},
	}}
}

func (p Pack) scorecard() workbook.Sheet {
	heads := []string{"Ref", "Metric", "Unit", "Good is", "Owner", "Figure"}
	s := workbook.Sheet{Name: "Scorecard", Widths: []float64{8, 60, 10, 10, 30, 20}, FreezeRows: 1, FreezeCols: len(heads), Rows: [][]workbook.Entry{nil}}
	for _, head := range heads {
		s.Rows[0] = append(s.Rows[0], text(head))
	}
	for _, period := range p.periods {
		s.Rows[0] = append(s.Rows[0], heading(period))
	}
	section := ""
	for _, m := range p.metrics {
		if m.section != section {
			section = m.section
			s.Rows = append(s.Rows, []workbook.Entry{text(section)})
		}
		s.Rows = append(s.Rows, m.actuals(len(p.periods)))
		if m.target != 0 {
			s.Rows = append(s.Rows, m.targets(len(p.periods)))
		}
	}
	return s
}

// heading is a period as an officer types it: a month as its first day, and a
// quarter in words.
func heading(p report.Period) workbook.Entry {
	if p.Kind() == report.Month {
		return workbook.Entry{Value: p.Start(), Style: workbook.Style{Format: "mmm-yy"}}
	}
	return text(p.Words())
}

func (m metric) actuals(n int) []workbook.Entry {
	row := []workbook.Entry{text(m.ref), text(m.name), text(m.unit), text(m.good), text(m.owner), text("Actual")}
	for i := range n {
		if m.missing != "" {
			row = append(row, text(m.missing))
			continue
		}
		row = append(row, m.figure(m.at(i, n)))
	}
	return row
}

func (m metric) targets(n int) []workbook.Entry {
	row := []workbook.Entry{{}, {}, {}, {}, {}, text("Incremental target")}
	for range n {
		row = append(row, m.figure(m.target))
	}
	return row
}

// wavering is how figures go up and down about their way: by no rule that an eye
// sees, and the same every time.
var wavering = []float64{0, 0.6, -0.3, 0.9, -0.8, 0.2, -0.5, 1, -1, 0.4, -0.1, 0.7, -0.6}

// at is the figure of period i of n.
func (m metric) at(i, n int) float64 {
	way := 0.0
	if n > 1 {
		way = float64(i) / float64(n-1)
	}
	return m.from + (m.to-m.from)*way + m.waver*wavering[(i+len(m.name))%len(wavering)]
}

// figure is a figure in the metric's own format: a share of one for a
// percentage, else a whole number.
func (m metric) figure(v float64) workbook.Entry {
	if m.unit == "%" {
		tenths, _ := strconv.ParseFloat(strconv.FormatFloat(v, 'f', 1, 64)+"e-2", 64)
		return workbook.Entry{Value: tenths, Style: workbook.Style{Format: "0.0%"}}
	}
	return workbook.Entry{Value: int(v + 0.5), Style: workbook.Style{Format: "#,##0"}}
}

func (p Pack) commentary() workbook.Sheet {
	s := workbook.Sheet{Name: "Commentary", Widths: []float64{8, 30, 100}, Rows: [][]workbook.Entry{{text("Ref"), text("Owner"), text("Commentary")}}}
	for _, m := range p.metrics {
		s.Rows = append(s.Rows, []workbook.Entry{text(m.ref), text(m.owner), text(m.commentary)})
	}
	return s
}

// text is a cell of words; without any it is blank.
func text(words string) workbook.Entry {
	if words == "" {
		return workbook.Entry{}
	}
	return workbook.Entry{Value: words, Style: workbook.Style{Wrap: true}}
}

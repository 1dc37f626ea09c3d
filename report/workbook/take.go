package workbook

import (
	"cmp"
	"strings"

	"panelpack/report"
)

// figures takes the facts of a line for the metric it is about.
func (r *tableReader) figures(l line) {
	r.unitOfLine(l)
	r.tellBrokenOn(l)
	for _, i := range l.figures {
		r.take(l, r.t.columns[i])
	}
	r.remarks(l)
}

// take takes the fact in one column of a line.
func (r *tableReader) take(l line, c column) {
	f := fact{
		Figure: figureOf(l.Figure, c.Figure), Period: r.periodOf(l, c),
		cell: r.t.stored(l.number, c.at), at: r.t.where(l.number, c.at),
	}
	switch {
	case kept[f.Figure] && f.Period.IsZero() && r.periods != nil: // a target too: it is not one of every period
		r.undated = append(r.undated, f.at)
		return
	case !kept[f.Figure] || f.Period.IsZero() && !timeless[f.Figure]:
		return
	case f.Figure == "lastyear":
		f.Figure, f.Period = "actual", f.Period.YearBefore()
	case f.Figure == "benchmark":
		f.Whose = cmp.Or(c.Beside, c.Words)
	}
	if r.t.shares && r.into.isTaken(r.t, f) {
		r.again = append(r.again, taken{f.at, f.Figure})
		return
	}
	if f.cell != nil && !f.cell.blank() && r.t.hidesPlace(c.at) {
		r.covered = append(r.covered, f.at)
	}
	r.now.facts = append(r.now.facts, f)
	r.taken++
}

// figureOf is which figure stands where a line and a column meet: a column
// that says more than that it holds an actual decides.
func figureOf(line, column string) string {
	if line == "" || column != "actual" && kept[line] {
		return column
	}
	return line
}

// kept are the figures that a submission holds; the others are read past.
var kept = map[string]bool{
	"actual": true, "target": true, "yeartarget": true, "finaltarget": true, "lastyear": true, "forecast": true, "benchmark": true,
	"denominator": true,
}

// timeless are the figures that need no period.
var timeless = map[string]bool{"target": true, "yeartarget": true, "finaltarget": true, "benchmark": true}

// unitOfLine takes the unit from the label of a line such as "%".
func (r *tableReader) unitOfLine(l line) {
	label := l.label("figure")
	if r.now.unitWord == "" && l.Figure == "actual" && r.w.meaning("unit", label) != "" {
		r.now.unitWord = label
	}
}

// periodOf is the period of a figure: its column's, or else its line's, or
// else the table's. A target without any serves every period.
func (r *tableReader) periodOf(l line, c column) report.Period {
	switch {
	case !c.Period.IsZero():
		return c.Period
	case r.periods != nil && !r.periods[l.number-r.t.from].IsZero():
		return r.periods[l.number-r.t.from]
	}
	return r.t.period
}

// linePeriods is the period of each line of a table whose lines say it, and
// nil for other tables.
func (w *words) linePeriods(t *table) []report.Period {
	at := t.fieldAt("period")
	if at < 0 {
		return nil
	}
	readings := make([]reading, t.to-t.from+1)
	type content struct {
		number float64
		text   string
	}
	read := map[content]reading{}
	for i := range readings {
		c := t.content(t.from+i, at)
		key := content{c.number, c.text}
		r, ok := read[key]
		if !ok {
			r = w.heading(t.grid, c).reading
			read[key] = r
		}
		readings[i] = r
	}
	return settle(readings, w.yearOf(*t, nil))
}

// remarks takes the words that a line bears beside its figures: commentary,
// and the council's own rating. A rating without a period is of the month that
// the sheet is as at.
func (r *tableReader) remarks(l line) {
	for _, c := range r.t.columns {
		said := r.t.cell(l.number, c.at)
		if said.kind != text || said.blank() {
			continue
		}
		at := r.t.where(l.number, c.at)
		switch c.Figure {
		case "comment":
			r.now.comments = append(r.now.comments, report.CommentaryEntry{
				Text: strings.TrimSpace(said.text), File: r.into.File, Cell: at,
			})
		case "rating":
			period := r.periodOf(l, c)
			if period.IsZero() {
				period = r.asAt
			}
			r.now.facts = append(r.now.facts, fact{Figure: c.Figure, Period: period, cell: r.t.stored(l.number, c.at), at: at})
			if r.t.ratings {
				r.taken++
			}
		}
	}
}

package workbook

import (
	"fmt"
	"slices"

	"panelpack/report"
)

// tellUndated tells of each column between or beside those of months whose
// heading is blank or cannot be read, although figures stand beneath it: a
// month would be lost in silence.
func (ds *drafts) tellUndated(t *table) {
	head := t.head[len(t.head)-1]
	last := 0
	for at := range t.columns {
		if t.hasPeriod(at) {
			last = at
		}
	}
	for _, c := range ds.w.undated(t) {
		severity := report.Error
		if c.at > last && t.headOf(c.at).blank() {
			severity = report.Warning // the last month may have a second column, of another kind
		}
		says, hint := undatedWords(t.headOf(c.at))
		ds.Add(severity, t.where(head, c.at), "", hint, "the heading %s, and figures stand %s it that are not read: %d",
			says, t.under(), ds.w.figuresAt(t, c.at))
	}
	for at, c := range t.columns {
		if t.isYearForMonth(at) {
			ds.Add(report.Error, t.where(head, at), "", "write the month there, as in Sep 2022",
				"the heading is the number %s, and %s is missing: the figures are read as those of the year", c.Period, t.columns[at-1].Period.Add(1).Words())
		}
	}
}

// isYearForMonth reports whether the number of a year stands in a row of months
// where one of them is missing.
func (t *table) isYearForMonth(at int) bool {
	if !t.hasPeriod(at-1) || !t.hasPeriod(at+1) || t.headOf(at).kind != number || t.columns[at].Period.Kind() != report.CalendarYear {
		return false
	}
	before, after := t.columns[at-1].Period, t.columns[at+1].Period
	return before.Kind() == report.Month && after.Kind() == report.Month && stepsBetween(before, after) == 2
}

// undated is the columns of figures without a month that stand between or next
// to those that have one. A blank heading behind every month is how a table is
// laid out, as where two columns share one.
func (w *words) undated(t *table) []column {
	var found []column
	dated, followed := 0, 0
	for i := 0; i < len(t.columns); i++ {
		from := i
		for i < len(t.columns) && t.isUndated(t.columns[i]) {
			i++
		}
		after := t.hasPeriod(from - 1)
		if t.hasPeriod(i) {
			dated++
		}
		if after && from < i && t.headOf(from).blank() {
			followed++
		}
		if after || t.hasPeriod(i) {
			found = append(found, t.columns[from:i]...)
		}
	}
	all := dated > 1 && followed == dated
	return slices.DeleteFunc(found, func(c column) bool { return all && t.headOf(c.at).blank() || w.figuresAt(t, c.at) == 0 })
}

// hasPeriod reports whether there is a column at a place, with a period.
func (t *table) hasPeriod(at int) bool {
	return at >= 0 && at < len(t.columns) && !t.columns[at].Period.IsZero()
}

// headOf is the heading next to the figures of a column.
func (t *table) headOf(at int) cell { return t.cell(t.head[len(t.head)-1], at) }

// isUndated reports whether a column has no heading that can be read, and no
// use that the mapping gives it.
func (t *table) isUndated(c column) bool {
	if said := t.headOf(c.at); !c.said.IsZero() || said.kind == number && said.number >= 1900 && said.number < 2100 {
		return false // out of order; or a year, and before those that are read
	}
	return c.Words == "" && c.Field == "" && c.Figure == "" && c.Period.IsZero() && c.rule == nil && !t.ignores(c.at)
}

// figuresAt is how many figures stand in a column of a table.
func (w *words) figuresAt(t *table, at int) int {
	figures := 0
	for n := t.from; n <= t.to; n++ {
		c := t.cell(n, at)
		if f, _ := w.readFigure(c); f.State == report.Reported || c.kind == uncached {
			figures++
		}
	}
	return figures
}

// undatedWords say what a heading holds that is no month, and what to do.
func undatedWords(c cell) (says, hint string) {
	hint = "write the month there, as in Sep 2022; or clear the figures if they are not wanted"
	switch c.kind {
	case number:
		return fmt.Sprintf("is the number %s and no month", plainNumber(c.number)), hint
	case errorValue:
		return "is the error " + c.text, hint
	case uncached:
		return "is a formula without a result", "open the workbook in Excel and save it, or write the month there, as in Sep 2022"
	case truth:
		return "is TRUE or FALSE", hint
	}
	return "is blank", hint
}

// under is where what a heading is of stands.
func (t *table) under() string {
	if t.turned {
		return "beside"
	}
	return "beneath"
}

package workbook

import (
	"cmp"
	"regexp"

	"panelpack/report"
)

// eitherQuarter is a quarter with one year, such as "Q1 2022": April to June
// where the year is a financial one, January to March where it is not.
var eitherQuarter = regexp.MustCompile(`(?i)^(?:(?:q|quarter ?)([1-4])[ ,/'’-]*((?:19|20)?\d{2})|((?:19|20)\d{2})[ ,/-]*(?:q|quarter ?)([1-4]))$`)

// longestQuarter is the length of "Quarter 1, 2022", with something to spare.
const longestQuarter = 16

// eitherQuarter reads a heading such as "Q1 2022" by what the mapping says of
// years. Without that it says nothing, and may be either.
func (w *words) eitherQuarter(label string) (r reading, is bool) {
	if len(label) > longestQuarter {
		return reading{}, false
	}
	m := eitherQuarter.FindStringSubmatch(label)
	if m == nil {
		return reading{}, false
	}
	q, y := atoi(cmp.Or(m[1], m[4])), atoi(fullYear(cmp.Or(m[2], m[3])))
	switch {
	case w.years == report.FinancialYear:
		r.Period = report.QuarterOf(y, q)
	case w.years == report.CalendarYear && q == 1: // the last of the financial year before
		r.Period = report.QuarterOf(y-1, 4)
	case w.years == report.CalendarYear:
		r.Period = report.QuarterOf(y, q-1)
	}
	return r, true
}

// tellQuarters tells of headings such as "Q1 2022" that may be either of two
// quarters, and gives the reason why a sheet of them is not read.
func (ds *drafts) tellQuarters(g *grid) (reason string) {
	if ds.w.years == report.FinancialYear || ds.w.years == report.CalendarYear {
		return ""
	}
	for _, row := range g.rows[:min(len(g.rows), maxHeadLine)] {
		for _, c := range row.cells {
			if label := c.label(); len(label) <= longestQuarter && eitherQuarter.MatchString(label) {
				ds.Add(report.Error, g.cellAt(c.col, row.row), "",
					`write it as in Q1 2022/23 or Jan to Mar 2022, or give years = "financial" or "calendar" in council.toml`,
					"%q may be a quarter of the financial or of the calendar year; its figures are not read", label)
				return "its quarters may be of the financial or of the calendar year"
			}
		}
	}
	return ""
}

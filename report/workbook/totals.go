package workbook

import (
	"fmt"
	"math"

	"panelpack/report"
)

// Totals are not read as figures. They are added up again all the same, since a
// total that is wrong shows a figure that is. Nothing says which totals are
// sums, so only those are held to it that stand beside sums that are right.

// sum is what some cells add up to.
type sum struct {
	total   float64
	largest float64
	cells   int
	numbers int  // that are neither blank nor nought
	plain   bool // every cell is blank or a number, and no share
}

func (s *sum) add(c cell) {
	s.cells++
	switch {
	case c.blank():
	case c.kind != number || c.format.Percent || c.isDay():
		s.plain = false
	default:
		s.total, s.largest = s.total+c.number, max(s.largest, c.number)
		if c.number != 0 {
			s.numbers++
		}
	}
}

// of reports whether a cell holds a total that s may be, and whether s is. What
// adds up to nought, or is one figure, proves nothing.
func (s *sum) of(typed cell) (may, is bool) {
	number := typed.kind == number && !typed.format.Percent && !typed.isDay()
	may = s.plain && s.cells > 1 && s.numbers > 0 && number
	if s.numbers == 1 && s.total == typed.number {
		return false, false
	}
	return may, may && math.Abs(s.total-typed.number) <= 1e-6*max(1, math.Abs(s.total))
}

// isTotal reports whether a line is labelled as a total, in the place of the ref
// or of the name.
func (w *words) isTotal(ref, name string) bool {
	return w.meaning("total", ref) != "" || w.meaning("total", name) != ""
}

// total reads past a line of totals, of the lines since the last or, beneath
// those, of the totals themselves.
func (r *tableReader) total(l line) {
	parts := r.above
	if len(parts) == 0 {
		parts = r.totals
	}
	r.now, r.above, r.totals = nil, nil, append(r.totals, l.number)
	right, wrong, says := 0, 0, ""
	var first report.Cell
	for _, c := range r.t.columns {
		s := sum{plain: true}
		for _, n := range parts {
			if c.Figure == "actual" && !c.Period.IsZero() {
				s.add(r.t.cell(n, c.at))
			}
		}
		typed := r.t.cell(l.number, c.at)
		switch may, is := s.of(typed); {
		case is:
			right++
		case may:
			if wrong++; wrong == 1 {
				first = r.t.where(l.number, c.at)
				says = fmt.Sprintf("the total for %s is %s, and the lines above it add up to %s", c.Period.Words(), plainNumber(typed.number), plainNumber(s.total))
			}
		}
	}
	at := l.where("name", "ref")
	if l.label("name") == "" {
		at = l.where("ref", "name")
	}
	switch {
	case wrong > 0 && right > 0:
		r.into.Add(report.Warning, first, "", "see which of the figures is wrong", "%s%s", says, others(wrong-1))
	case wrong > 0:
		r.into.leftOut(at, "a total is not read as a metric; it is not the sum of the lines above it")
		return
	}
	r.into.leftOut(at, "a total is not read as a metric")
}

// others says how many more there are of what was told of one.
func others(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf("; others that differ: %d", n)
}

func plainNumber(f float64) string { return report.Round(f, decimals(f)).Decimal() }

// tellTotals checks the columns of totals, one after the other.
func (r *tableReader) tellTotals() {
	var before []column
	last := 0
	for _, c := range r.t.columns {
		switch {
		case (c.Figure == "actual" || c.Figure == "forecast") && !c.Period.IsZero():
			before = append(before, c)
		case c.Figure == "total" && len(before) > 0:
			r.tellTotal(c, [][]column{before, before[last:], inYearOfLast(before)})
			last = len(before)
		}
	}
}

// inYearOfLast is the columns of the financial year that the last one is in.
func inYearOfLast(all []column) []column {
	start := all[len(all)-1].Period.Start()
	year := report.FinancialYearOf(start.Year)
	if start.Month < year.Start().Month {
		year = year.Add(-1)
	}
	for i, c := range all {
		if within(c.Period, year) {
			return all[i:]
		}
	}
	return nil
}

// tellTotal finds of which columns a column of totals is the sum, on most of
// its lines, and tells of the others. An average, and a stock's last figure, is
// no sum.
func (r *tableReader) tellTotal(of column, sets [][]column) {
	var wrong []summed
	most := 0
	for _, set := range sets {
		var these []summed
		right := 0
		for _, m := range r.summed {
			s := sum{plain: true}
			for _, c := range set {
				s.add(r.t.cell(m.number, c.at))
			}
			typed := r.t.cell(m.number, of.at)
			switch may, is := s.of(typed); {
			case is:
				right++
			case may && typed.number > s.largest && decimals(typed.number)+decimals(s.total) == 0:
				these = append(these, summed{m.draft, m.number, s.total})
			}
		}
		if right > most && right > len(these) {
			most, wrong = right, these
		}
	}
	for _, m := range wrong {
		r.into.Add(report.Warning, r.t.where(m.number, of.at), m.draft.Ref, "see which of the figures is wrong",
			"the total is %s, and its periods add up to %s", plainNumber(r.t.cell(m.number, of.at).number), plainNumber(m.total))
	}
}

// summed is a line of actuals that a column of totals may add up.
type summed struct {
	draft  *draft
	number int
	total  float64
}

package workbook

import (
	"slices"

	"panelpack/report"
)

// stretch is the columns beside each other that are of one period.
type stretch struct {
	period  report.Period
	columns []int
}

// putRight takes its period from the one heading of an axis that breaks its
// order, or from both where either of two may, and answers whether all others
// are in order then. A month that is typed wrongly must not cost the whole table.
func (t *table) putRight(heads []heading) bool {
	if !nameMetrics(heads) || t.from > t.to {
		return false
	}
	stretches := t.stretches(heads)
	step := stepOf(stretches)
	var wrong []int
	for _, i := range suspects(stretches, step) {
		if inSteps(slices.Delete(slices.Clone(stretches), i, i+1), step) {
			wrong = append(wrong, i)
		}
	}
	if len(stretches) < 3 || len(wrong) == 0 || len(wrong) > 2 {
		return false
	}
	for _, i := range wrong {
		for _, at := range stretches[i].columns {
			c := &t.columns[at]
			c.said, c.expected = c.Period, expected(stretches, wrong, i, step)
			c.Period, c.Figure, c.Field = report.Period{}, "", ""
		}
	}
	return true
}

// mostSuspects is how many periods may be what breaks the order of an axis: two
// beside each of two breaks.
const mostSuspects = 4

// suspects are the periods on either side of a step that goes the wrong way, in
// order; none where there are more than a single mistake brings about.
func suspects(stretches []stretch, step int) []int {
	var all []int
	for i := 1; i < len(stretches); i++ {
		if stepsBetween(stretches[i-1].period, stretches[i].period)*step > 0 {
			continue
		}
		for _, k := range []int{i - 1, i} {
			if !slices.Contains(all, k) {
				all = append(all, k)
			}
		}
		if len(all) > mostSuspects {
			return nil
		}
	}
	return all
}

// nameMetrics reports whether a heading says where metrics are named.
func nameMetrics(heads []heading) bool {
	return slices.ContainsFunc(heads, func(h heading) bool { return h.Field == "name" || h.Field == "ref" })
}

// stretches is the periods of an axis in order, of the commonest length.
func (t *table) stretches(heads []heading) []stretch {
	var all []stretch
	var periods []report.Period
	for at, h := range heads {
		if p := t.columns[at].Period; (h.Pure || h.Figure == "actual") && !p.IsZero() {
			periods = append(periods, p)
			if n := len(all); n > 0 && all[n-1].period == p {
				all[n-1].columns = append(all[n-1].columns, at)
			} else {
				all = append(all, stretch{p, []int{at}})
			}
		}
	}
	run := commonest(periods)
	if len(run) == 0 {
		return nil
	}
	return slices.DeleteFunc(all, func(s stretch) bool { return s.period.Kind() != run[0].Kind() })
}

// stepOf is the smallest step between neighbours, the way that most of them go.
func stepOf(stretches []stretch) int {
	smallest, onward := 0, 0
	for i := 1; i < len(stretches); i++ {
		step := stepsBetween(stretches[i-1].period, stretches[i].period)
		if step < 0 {
			step, onward = -step, onward-1
		} else {
			onward++
		}
		if smallest == 0 || step < smallest {
			smallest = step
		}
	}
	if onward < 0 {
		return -smallest
	}
	return smallest
}

// inSteps reports whether periods run regularly, the way that step goes.
func inSteps(stretches []stretch, step int) bool {
	var periods []report.Period
	for i, s := range stretches {
		if periods = append(periods, s.period); i > 0 && stepsBetween(periods[i-1], s.period)*step <= 0 {
			return false
		}
	}
	return regular(periods)
}

// expected is the period that one of the wrong stretches should have, by those around
// it.
func expected(stretches []stretch, wrong []int, i, step int) report.Period {
	right := func(k int) bool { return !slices.Contains(wrong, k) }
	for k := i - 1; k >= 0; k-- {
		if right(k) {
			return stretches[k].period.Add(step * (i - k))
		}
	}
	k := i + 1
	for !right(k) {
		k++
	}
	return stretches[k].period.Add(-step * (k - i))
}

// tellMisplaced tells of headings whose period is out of order, or stands twice.
func (ds *drafts) tellMisplaced(t *table) {
	head := t.head[len(t.head)-1]
	for _, c := range t.columns {
		if c.said.IsZero() {
			continue
		}
		again := ""
		if k := slices.IndexFunc(t.columns, func(other column) bool { return other.Period == c.said }); k >= 0 {
			again = ", and at " + t.where(head, k).Ref() + " too"
		}
		ds.Add(report.Error, t.where(head, c.at), "", "write the right month there; if it is right, put the columns in order",
			"%s stands here where %s is expected%s: the figures %s it are not read", c.said.Words(), c.expected.Words(), again, t.under())
	}
	ds.tellJump(t)
}

// tellJump tells of a last month that comes more than a year after the others,
// which follow each other: a year is easily typed wrongly, and a pack is about
// the last month.
func (ds *drafts) tellJump(t *table) {
	var months []column
	for _, c := range t.columns {
		n := len(months)
		if c.Figure == "actual" && c.Period.Kind() == report.Month && (n == 0 || months[n-1].Period != c.Period) {
			months = append(months, c)
		}
	}
	if len(months) < leastDisorder {
		return
	}
	step := func(i int) int { return stepsBetween(months[i-1].Period, months[i].Period) }
	last := len(months) - 1
	for i := 1; i < last; i++ {
		if step(i) != 1 {
			return
		}
	}
	if step(last) > 12 {
		ds.Add(report.Warning, t.where(t.head[len(t.head)-1], months[last].at), "", "see whether the month and its year are right",
			"%s stands here, next to %s", months[last].Period.Words(), months[last-1].Period.Words())
	}
}

// leastDisorder is how many months a line of headings has at least that is told
// to be out of order, and not taken for something else.
const leastDisorder = 4

// tellDisorder tells of the first heading that breaks the order of its line, on a
// sheet where no line is in order, and gives the reason why the sheet is not read.
func (ds *drafts) tellDisorder(g *grid) (reason string) {
	if ds.m.Sheet(g.Name) != nil {
		return ""
	}
	for _, a := range g.blocks() {
		t := table{view: view{grid: g, area: a}}
		for line := range min(t.lines(), maxHeadLine) {
			heads := ds.w.headings(t.view, line, nil)
			if !nameMetrics(heads) {
				continue
			}
			t.columns = nil
			ds.w.settle(&t, heads)
			if before, s, ok := t.outOfOrder(heads); ok {
				at := t.where(line, s.columns[0])
				ds.Add(report.Error, at, "", "write the right month there, or put the columns in order",
					"%s stands here after %s, and more is out of order: the table is not read", s.period.Words(), before.Words())
				return "at " + at.Ref() + " " + s.period.Words() + " stands after " + before.Words()
			}
		}
	}
	return ""
}

// outOfOrder is the first stretch of an axis that does not go the way of most,
// and the period before it.
func (t *table) outOfOrder(heads []heading) (before report.Period, s stretch, found bool) {
	all := t.stretches(heads)
	if len(all) < leastDisorder {
		return before, s, false
	}
	step := stepOf(all)
	for i, s := range all[1:] {
		if before = all[i].period; stepsBetween(before, s.period)*step <= 0 {
			return before, s, true
		}
	}
	return before, s, false
}

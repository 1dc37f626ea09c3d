package workbook

import (
	"fmt"
	"strconv"

	"panelpack/report"
	"panelpack/report/mapping"
)

// isHidden reports whether a sheet is hidden and not asked for by the mapping.
func (ds *drafts) isHidden(g *grid) bool {
	s := ds.m.Sheet(g.Name)
	return g.Hidden && (s == nil || !s.Hidden)
}

// tellHidden tells that a hidden sheet is not read. It is compared with what
// is shown all the same: an old copy there may be the one that formulas use.
func (ds *drafts) tellHidden(g *grid, sub *report.Submission) {
	at, severity, says := report.Cell{Sheet: g.Name}, report.Warning, ""
	c, task := ds.compare(g, sub), ds.w.meaning("sheet", g.Name)
	switch {
	case c.records:
		ds.refuseRecords(g.Name)
		return
	case c.differ > 0:
		at, says = c.at, fmt.Sprintf("; its figures differ from those shown: %d, the first here, of %s", c.differ, c.first)
	case c.same > 0:
		severity, says = report.Note, "; its figures are those of the sheets shown"
	case c.metrics == 0 && (task == "" || task == mapping.Nothing):
		severity = report.Note
	}
	ds.Add(severity, at, "", "show the sheet in Excel if its figures are wanted, or delete it", "the sheet is hidden and is not read%s", says)
}

// comparison is how the figures of a hidden sheet stand to those shown.
type comparison struct {
	records               bool // it lists people
	metrics, same, differ int
	at                    report.Cell // the first figure that differs
	first                 string      // what it is of, and where the one shown stands
}

// compare reads a hidden sheet as if it were shown, takes nothing from it, and
// compares what it has of metrics that are shown too.
func (ds *drafts) compare(g *grid, sub *report.Submission) comparison {
	shown := *g
	shown.Hidden = false
	copied := newDrafts(ds.File, ds.w, ds.m)
	copied.calc.left = 0
	var reading SheetReading
	copied.scorecard(&shown, &reading)
	byRef := map[string]*report.Series{}
	for i := range sub.Series {
		byRef[sub.Series[i].Metric.Ref] = &sub.Series[i]
	}
	c := comparison{metrics: len(copied.list), records: reading.Why == listOfRecords}
	for _, d := range copied.list {
		if known := ds.byKey[d.key]; known != nil {
			c.metric(byRef[known.Ref], copied.series(d))
		}
	}
	return c
}

func (c *comparison) metric(shown *report.Series, hidden report.Series) {
	for _, o := range hidden.Observations {
		p, ok := shown.At(o.Period)
		if !ok || !o.Actual.Known() || !p.Actual.Known() {
			continue
		}
		places := min(o.Actual.Places(), p.Actual.Places())
		if o.Actual.Round(places) == p.Actual.Round(places) {
			c.same++
			continue
		}
		if c.differ++; c.differ == 1 {
			c.at, c.first = o.ActualCell, fmt.Sprintf("%s for %s, shown at %s", shown.Metric.Ref, o.Period.Words(), p.ActualCell)
		}
	}
}

// tellHiddenLines tells of lines and of places of figures that are hidden in Excel.
// They are read: months past are often hidden, but so is what is not meant to be
// published.
func (r *tableReader) tellHiddenLines() {
	lines, places := "rows", "columns"
	if r.t.turned {
		lines, places = places, lines
	}
	const hint = "show the %s in Excel and see whether their figures are meant"
	if len(r.hidden) > 0 {
		r.into.Add(report.Warning, r.hidden[0], "", fmt.Sprintf(hint, lines),
			"metrics on hidden %s are read like the others: %d, the first here", lines, len(r.hidden))
	}
	if len(r.covered) > 0 {
		r.into.Add(report.Warning, r.covered[0], "", fmt.Sprintf(hint, places),
			"figures in hidden %s are read like the others: %d, the first here", places, len(r.covered))
	}
}

// readHidden notes which columns are hidden, each time several at once.
func readHidden(p *part, g *grid) error {
	return p.each(func(e element) error {
		from, err := strconv.Atoi(string(e.attr("min")))
		to, err2 := strconv.Atoi(string(e.attr("max")))
		if e.flag("hidden") && err == nil && err2 == nil {
			g.hiddenColumns = append(g.hiddenColumns, [2]int{from, to})
		}
		return nil
	})
}

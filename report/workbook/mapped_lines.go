package workbook

import (
	"cmp"
	"path"
	"slices"
	"strconv"
	"strings"

	"panelpack/report"
	"panelpack/report/mapping"
)

// content is the cell at a place of a line, or the nearest one before it that
// holds anything, where the mapping says that blanks take what stands before
// them.
func (t *table) content(number, at int) cell {
	c := t.cell(number, at)
	if !t.columns[at].fill {
		return c
	}
	for n := number - 1; n >= t.from && c.blank(); n-- {
		c = t.cell(n, at)
	}
	return c
}

// isLeftOut reports whether the mapping says that a line is not read.
func (w *words) isLeftOut(t *table, number int) bool {
	at := t.place(number, 0)
	switch {
	case t.turned && t.rule.Ignore.Has(at.col, true), !t.turned && t.rule.Ignore.Has(at.row, false):
		return true
	case t.rule.SkipHidden && !t.turned && t.hidesLine(number):
		return true
	}
	for _, c := range t.columns {
		words := t.content(number, c.at).words()
		if len(c.keep) > 0 && !fitsAny(c.keep, words) || words != "" && c.Field != "" && fitsAny(t.rule.Skip, words) {
			return true
		}
	}
	return false
}

// tellKeep tells of words that the mapping keeps lines by and that no line has:
// an error where none has any of a column's, since nothing is read then. Of
// several tables by one rule some may have no such line.
func (ds *drafts) tellKeep(t *table, several bool) {
	nothing := report.Error
	if several {
		nothing = report.Warning
	}
	for i, c := range t.columns {
		if len(c.keep) == 0 || i > 0 && t.columns[i-1].rule == c.rule {
			continue // of several columns beneath one heading the first is told
		}
		var idle []string
		for _, words := range c.keep {
			if !t.hasLineOf(c, words) {
				idle = append(idle, strconv.Quote(clip(words)))
			}
		}
		head, hint := t.where(t.head[len(t.head)-1], c.at), "write the words as they stand in its cells; a * stands for any"
		switch {
		case len(idle) == len(c.keep):
			ds.tellAt(c.rule.Place, nothing, head, "keep leaves nothing of the table to read: no cell of this column has "+strings.Join(idle, " or "), hint)
		case len(idle) > 0:
			ds.tellAt(c.rule.Place, report.Warning, head, "keep has words that no cell of this column has: "+strings.Join(idle, ", "), hint)
		}
	}
}

// hasLineOf reports whether any line of the table has these words in a column.
func (t *table) hasLineOf(c column, words string) bool {
	for n := t.from; n <= t.to; n++ {
		if mapping.Fits(words, t.content(n, c.at).words()) {
			return true
		}
	}
	return false
}

func fitsAny(patterns []string, words string) bool {
	return slices.ContainsFunc(patterns, func(p string) bool { return mapping.Fits(p, words) })
}

// nameOf is the name of the metric that a line is about, without an ending by
// which the line holds another figure of it; empty where the line names none.
func (r *tableReader) nameOf(l *line) string {
	name := l.label("name")
	if name == "" && len(l.figures) > 0 {
		name = r.t.metric
	}
	for _, s := range r.t.rule.Suffixes {
		if short, ok := cutSuffix(name, s.Words); ok {
			l.Figure = s.Holds
			return short
		}
	}
	return name
}

func cutSuffix(name, suffix string) (string, bool) {
	at := len(name) - len(suffix)
	if at <= 0 || !strings.EqualFold(name[at:], suffix) {
		return name, false
	}
	return strings.TrimRight(name[:at], " :-–,("), true
}

// crossed reads a line whose figures are of different metrics, named by their
// columns.
func (r *tableReader) crossed(l line) {
	r.group = cmp.Or(l.label("group"), r.group)
	if !r.isWhole(l) {
		r.into.partly(r.within(), "", "", l.where("dimension"))
		return
	}
	for _, i := range l.figures {
		c := r.t.columns[i]
		name := cmp.Or(c.Key, r.t.metric)
		if name == "" {
			r.stray = append(r.stray, r.t.where(l.number, c.at))
			continue
		}
		r.now = r.into.draft(r.t, r.within(), r.t.where(r.t.head[len(r.t.head)-1], c.at), "", name)
		r.take(l, c)
	}
}

// grouped reads lines that come so many to a metric. The metric is named on the
// line of its actual, or else on the first that names it.
func (r *tableReader) grouped(l line) {
	if l.labels == 0 && len(l.figures) == 0 {
		return
	}
	r.group = cmp.Or(l.label("group"), r.group)
	r.category = cmp.Or(l.label("category"), r.category)
	group := r.t.rule.Group
	if r.pending = append(r.pending, l); len(r.pending) < len(group) {
		return
	}
	lines := r.pending
	r.pending = nil
	first := max(slices.Index(group, "actual"), 0)
	ref, name := lines[first].label("ref"), r.nameOf(&lines[first])
	for _, other := range lines {
		ref, name = cmp.Or(ref, other.label("ref")), cmp.Or(name, other.label("name"))
	}
	if ref == "" && name == "" {
		for _, other := range lines {
			r.unnamed(other)
		}
		return
	}
	r.now = r.into.draft(r.t, r.within(), lines[first].where("name", "ref"), ref, name)
	r.now.Category = cmp.Or(r.now.Category, r.category)
	r.now.runs(r.axis)
	for i, part := range lines {
		r.into.describe(r.now, part)
		if part.Figure = group[i]; part.Figure != mapping.Nothing {
			r.figures(part)
		}
	}
}

// periodGiven is the period that the mapping gives, or takes from a cell of the
// sheet, its name, or that of the file.
func (ds *drafts) periodGiven(g *grid, given mapping.Given) report.Period {
	switch {
	case given.IsZero():
		return report.Period{}
	case given.Text != "":
		p, _ := report.ParsePeriod(given.Text) // checked when the mapping was read
		return p
	}
	p := ds.periodAt(g, given)
	if p.Kind() == report.Day {
		p = monthOfDay(p)
	}
	switch {
	case !p.IsZero():
	case given.File:
		ds.Add(report.Error, report.Cell{}, "", "give the file a name with a period, such as q2 September 2022.xlsx, or write another place in the mapping",
			"the mapping takes a period from the name of the file, and there is none")
	default:
		at := report.Cell{Sheet: g.Name, Col: given.Cell.Col, Row: given.Cell.Row}
		ds.Add(report.Error, at, "", "type a period there, or write another place in the mapping", "the mapping takes a period from here, and there is none")
	}
	return p
}

func (ds *drafts) periodAt(g *grid, given mapping.Given) report.Period {
	if !given.Cell.IsZero() {
		c := g.at(given.Cell.Col, given.Cell.Row)
		h := ds.w.heading(g, c)
		switch {
		case h.says() && h.Pure:
			return h.Period
		case c.kind == number && c.number > 20_000 && c.number < 110_000:
			return report.DayOf(g.day(c.number)) // a day in a cell without a format
		}
	}
	r, _, _ := ds.w.findPeriod(ds.textGiven(g, given))
	return r.Period
}

// textGiven is the words that the mapping gives, or takes from a cell of the
// sheet, its name, or that of the file.
func (ds *drafts) textGiven(g *grid, given mapping.Given) string {
	switch {
	case given.Sheet:
		return tidy(g.Name)
	case given.File:
		name := strings.TrimSuffix(ds.File, path.Ext(ds.File))
		return tidy(strings.ReplaceAll(name, "_", " "))
	case !given.Cell.IsZero():
		return g.at(given.Cell.Col, given.Cell.Row).words()
	}
	return given.Text
}

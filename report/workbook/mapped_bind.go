package workbook

import (
	"fmt"
	"slices"

	"panelpack/report"
	"panelpack/report/mapping"
)

// binding gives the columns of a table what the mapping says they hold, and
// collects what is not as it was.
type binding struct {
	t       *table
	missing []*mapping.Column // headings that are not there
	moved   []int             // columns that stand elsewhere than they did
	added   []int             // columns that the mapping does not have
	last    int               // the last bound column behind the periods
}

// bindMapped binds the columns of t by their headings. It answers false, and
// tells why, where a column without a heading cannot be known any more.
func (ds *drafts) bindMapped(t *table) bool {
	if len(t.rule.Fields) == 0 {
		ds.w.bind(t)
	}
	b := binding{t: t, last: -1}
	for i := range t.rule.Fields {
		b.field(&t.rule.Fields[i])
	}
	b.others()
	t.index()
	t.figured = t.sample()
	return ds.tellBinding(&b)
}

// field binds the columns of one heading: the one that has it, or all that have
// it beside periods or are not read.
func (b *binding) field(f *mapping.Column) {
	t := b.t
	if f.Heading == "" {
		at := t.placeAt(f.At)
		if at < 0 || t.columns[at].Key != "" {
			b.missing = append(b.missing, f)
			return
		}
		b.bind(at, f)
		return
	}
	var free []int
	for _, c := range t.columns {
		if c.rule == nil && plain(c.Key) == plain(f.Heading) {
			free = append(free, c.at)
		}
	}
	switch {
	case len(free) == 0:
		b.missing = append(b.missing, f)
	case !t.columns[free[0]].Period.IsZero() || f.Holds == mapping.Nothing:
		for _, at := range free {
			b.bind(at, f)
		}
	case len(free) == len(b.entries(f)), len(free) < len(b.entries(f)) && !b.laterFits(f, free):
		b.bind(free[0], f)
		b.look(free[0], f)
	default:
		// Which of them it is cannot be told.
		b.missing = append(b.missing, f)
	}
}

// laterFits reports whether an entry after f, and not f, says the place where
// a column with its heading stands.
func (b *binding) laterFits(f *mapping.Column, free []int) bool {
	fits := func(f *mapping.Column) bool { return slices.Contains(free, b.t.placeAt(f.At)) }
	return !fits(f) && slices.ContainsFunc(b.entries(f), fits)
}

// entries are the entries of the mapping, from f on, that have its heading.
func (b *binding) entries(f *mapping.Column) []*mapping.Column {
	var all []*mapping.Column
	for i := range b.t.rule.Fields {
		if other := &b.t.rule.Fields[i]; (other == f || len(all) > 0) && plain(other.Heading) == plain(f.Heading) {
			all = append(all, other)
		}
	}
	return all
}

func (b *binding) bind(at int, f *mapping.Column) {
	c := &b.t.columns[at]
	c.rule, c.keep, c.fill = f, f.Keep, f.Fill
	c.Field, c.Figure = "", ""
	switch {
	case f.Holds == mapping.Nothing:
		c.Period = report.Period{}
	case slices.Contains(mapping.Fields, f.Holds):
		c.Field, c.Period = f.Holds, report.Period{}
	default:
		c.Figure = f.Holds
	}
	if !f.Period.IsZero() {
		c.Period = f.Period
	}
}

// look sees whether a column stands where it did. Behind the periods, which
// grow in number, only the order counts.
func (b *binding) look(at int, f *mapping.Column) {
	t := b.t
	first := slices.IndexFunc(t.columns, func(c column) bool { return !c.Period.IsZero() })
	switch behind := first >= 0 && at > first; {
	case behind && at < b.last, !behind && f.At > 0 && at != t.placeAt(f.At):
		b.moved = append(b.moved, at)
	case behind:
		b.last = at
	}
}

// others settles the columns that the mapping does not have: those that only
// say their period hold actuals, and where columns name metrics all others do.
func (b *binding) others() {
	t := b.t
	periods := slices.IndexFunc(t.columns, func(c column) bool { return !c.Period.IsZero() })
	for i := range t.columns {
		c := &t.columns[i]
		switch {
		case t.ignores(i):
			*c = column{at: c.at}
		case c.rule != nil || len(t.rule.Fields) == 0 && !t.rule.NameByColumn:
		case t.rule.NameByColumn && c.Key != "":
			c.Field, c.Figure = "", "actual"
		case c.Key == "" && !c.Period.IsZero():
		case t.turned && i > periods:
			c.Field, c.Figure, c.Key = "", "", "" // notes beneath the periods
		default:
			if c.Key != "" {
				b.added = append(b.added, i)
			}
			c.Field, c.Figure, c.Period = "", "", report.Period{}
		}
	}
}

// ignores reports whether the mapping says that a column is not read.
func (t *table) ignores(at int) bool {
	place := t.place(0, at)
	return t.rule.Ignore.Has(place.col, true) && !t.turned || t.rule.Ignore.Has(place.row, false) && t.turned
}

// tellBinding tells of all that is not as it was, and answers whether the table
// can be read all the same.
func (ds *drafts) tellBinding(b *binding) bool {
	t := b.t
	head := func(at int) report.Cell { return t.where(t.head[len(t.head)-1], at) }
	for _, f := range b.missing {
		message, hint := missingWords(t, f)
		ds.tellAt(f.Place, report.Error, head(0), message, hint)
	}
	if n := len(b.added); n > 0 {
		ds.Add(report.Warning, head(b.added[0]), "", "write in the mapping what they hold, or take them in with panelpack inspect --write-mapping",
			"headings that the mapping does not have are not read: %d, the first here", n)
	}
	if len(b.moved) == 0 {
		return true
	}
	first := b.moved[0]
	ds.Add(report.Error, head(first), "", rewriteHint, "columns stand elsewhere than when the mapping was written: %d, the first here, then at %s",
		len(b.moved), mapping.PlacesOf([]int{t.columns[first].rule.At}, !t.turned))
	for i := range t.rule.Fields {
		if f := &t.rule.Fields[i]; f.Heading == "" {
			ds.tellAt(f.Place, report.Error, head(0), "the table is not read: its columns have moved, and this one has no heading to know it by",
				"write in the mapping where it stands now")
			return false
		}
	}
	return true
}

// missingWords say what is wrong with a heading of the mapping, and what to do.
func missingWords(t *table, f *mapping.Column) (message, hint string) {
	standing, free, given, line := 0, 0, 0, 0
	for _, c := range t.columns {
		if c.Key != "" && plain(c.Key) == plain(f.Heading) {
			standing++
			if c.rule == nil {
				free++
			} else {
				line = c.rule.Line
			}
		}
	}
	for _, other := range t.rule.Fields {
		if plain(other.Heading) == plain(f.Heading) {
			given++
		}
	}
	switch {
	case f.Heading == "":
		return fmt.Sprintf("the column at %s has a heading now, and had none", mapping.PlacesOf([]int{f.At}, !t.turned)), missingHint
	case standing == 0:
		return fmt.Sprintf("the heading %q is not in the table", f.Heading), missingHint
	case free == 0 && standing >= given:
		return fmt.Sprintf("the heading %q is in the mapping %s; line %d has every column with it", f.Heading, times(given), line), "take one of the two out"
	case free == 0:
		return fmt.Sprintf("the heading %q is in the mapping %s, and in the table %s; line %d has it", f.Heading, times(given), times(standing), line),
			"write here the heading that is meant, or take the column out"
	}
	return fmt.Sprintf("the heading %q is in the table %s, and in the mapping %s", f.Heading, times(standing), times(given)),
		"write one column in the mapping for each of them, in their order"
}

const missingHint = "write in the mapping what the heading is now, or take the column out of it"

// times is "once", "twice" or "3 times".
func times(n int) string {
	switch n {
	case 1:
		return "once"
	case 2:
		return "twice"
	}
	return fmt.Sprintf("%d times", n)
}

// tellAt tells of something wrong with what the mapping says, at its own line
// and with the cell it is about.
func (ds *drafts) tellAt(at mapping.Place, s report.Severity, cell report.Cell, message, hint string) {
	ds.List = append(ds.List, report.Finding{
		Severity: s, File: ds.m.File, Line: at.Line, Column: at.Column, Cell: cell, Message: message, Hint: hint,
	})
}

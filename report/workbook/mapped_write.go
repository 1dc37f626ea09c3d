package workbook

import (
	"cmp"
	"slices"
	"strings"

	"panelpack/report/mapping"
)

// Mapping is the workbook as it was understood, as a mapping: what Read follows
// to read the same again. It keeps what was said in the mapping that was
// followed, with every place as it is now.
func (u *Understanding) Mapping() *mapping.Mapping {
	m := &mapping.Mapping{}
	if u.mapping != nil {
		*m = *u.mapping
	}
	m.Metrics, m.Sheets = u.mappedMetrics(), nil
	kept := map[*mapping.Sheet]bool{}
	for _, s := range u.Sheets {
		said := u.mapping.Sheet(s.Name)
		switch {
		case said == nil && s.refused:
			// It may be refused next month too, or be there for its figures then.
		case said == nil:
			m.Sheets = append(m.Sheets, mapping.Sheet{Name: tidy(s.Name), Task: s.taskOf(), Tables: s.rules()})
		case !kept[said]:
			kept[said] = true
			now := *said
			// One entry for many sheets has the tables of the first of them.
			if len(s.Tables) > 0 && (len(said.Tables) > 0 || !strings.Contains(said.Name, "*")) {
				now.Tables = s.rules()
			}
			m.Sheets = append(m.Sheets, now)
		}
	}
	return m
}

func (s SheetReading) taskOf() string {
	switch {
	case s.task != "":
		return s.task
	case s.Read:
		return mapping.Tables
	}
	return mapping.Nothing
}

// rules are the tables of a sheet, those that repeat only once.
func (s SheetReading) rules() []mapping.Table {
	var all []mapping.Table
	for _, t := range s.Tables {
		if !t.rule.Repeat || !slices.ContainsFunc(all, func(r mapping.Table) bool { return r.Repeat && r.Place == t.rule.Place }) {
			all = append(all, t.rule)
		}
	}
	return all
}

// mappedMetrics are the metrics that were read. A section is told where the
// name alone does not make the metric.
func (u *Understanding) mappedMetrics() []mapping.Metric {
	named := map[string]int{}
	for _, d := range u.drafts {
		named[plain(d.Name)]++
	}
	var all []mapping.Metric
	for _, d := range u.drafts {
		k := mapping.Metric{}
		if d.known != nil {
			k = *d.known
		}
		k.Ref, k.Name = d.Ref, d.Name
		if named[plain(d.Name)] > 1 {
			k.Section = d.Section
		}
		all = append(all, k)
	}
	return all
}

// asRule is the table as a mapping says it.
func (t *table) asRule() mapping.Table {
	rule := t.rule
	if !t.mapped {
		rule.Layout = t.layout()
	}
	var heads []int
	for _, line := range t.head {
		heads = append(heads, t.number(line))
	}
	rule.Headings, rule.Fields = mapping.PlacesOf(heads, t.turned), nil
	first := slices.IndexFunc(t.columns, func(c column) bool { return !c.Period.IsZero() })
	for i, c := range t.columns {
		f, ok := t.fieldOf(c, t.turned && first >= 0 && i > first)
		same := func(other mapping.Column) bool { return plain(other.Heading) == plain(f.Heading) }
		if !ok || f.Heading != "" && !c.Period.IsZero() && slices.ContainsFunc(rule.Fields, same) {
			continue // the one entry is of all columns with this heading beside a period
		}
		rule.Fields = append(rule.Fields, f)
	}
	return rule
}

// fieldOf is a column as a mapping says it; false where its period says all, or
// nothing does. Behind the periods of a table that they run down stand notes.
func (t *table) fieldOf(c column, behind bool) (mapping.Column, bool) {
	f := mapping.Column{Heading: c.Key, Holds: cmp.Or(t.use(c), mapping.Nothing)}
	switch {
	case c.rule != nil:
		f = *c.rule
	case c.Key == "" && (c.Field == "" || !c.Period.IsZero()), behind && f.Holds == mapping.Nothing:
		return f, false
	case t.rule.NameByColumn && f.Holds == "actual":
		return f, false
	}
	p := t.place(0, c.at)
	if f.At = p.col; t.turned {
		f.At = p.row
	}
	return f, true
}

// layout is where the periods of a table stand.
func (t *table) layout() string {
	switch {
	case t.turned:
		return mapping.Down
	case !t.period.IsZero():
		return mapping.Nowhere
	case t.fieldAt("period") >= 0:
		return mapping.Lines
	}
	return mapping.Across
}

// number is the row of a line, or its column in a table whose periods run down.
func (t *table) number(line int) int {
	p := t.place(line, 0)
	if t.turned {
		return p.col
	}
	return p.row
}

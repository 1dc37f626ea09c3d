package workbook

import (
	"slices"

	"panelpack/report"
	"panelpack/report/mapping"
)

// table is a block whose headings are understood. Its lines run across, each
// line about one metric or about one figure of it.
type table struct {
	view
	Layout  string // in words: "periods across"
	head    []int  // the lines of headings
	from    int    // the first line of figures
	to      int    // the last one
	columns []column
	fields  map[string]int // the first column of each field
	figured []int          // some lines that hold figures
	period  report.Period  // of every figure, where only the title or the sheet's name says
	titles  []string       // the texts above the headings, and the sheet's name last

	mapped bool          // rule is followed; otherwise it says nothing
	rule   mapping.Table // what the mapping says of the table
	year   report.Period // of months and quarters, where rule gives it
	metric string        // that every line is about, where rule gives it
	within string        // what its metrics stand in, where rule gives it

	// shares: another table of the mapping reaches over some of its cells.
	shares bool

	// numbered: nothing but the numbers of years makes its headings periods.
	numbered bool

	// ratings: rule has it hold the council's own ratings and no actuals.
	ratings bool
}

// holds reports whether any column is of a kind of figure.
func (t *table) holds(figure string) bool {
	return slices.ContainsFunc(t.columns, func(c column) bool { return c.Figure == figure })
}

// column is what the cells of one place of every line give.
type column struct {
	at     int
	Words  string
	Beside string        // what the heading says beside a period
	Field  string        // what they say of the metric
	Figure string        // which of its figures they hold
	Period report.Period // of the figures; zero where the line says, or nothing does

	Key  string          // the heading without its period
	rule *mapping.Column // what the mapping says of the column; nil where it does not have it
	keep []string        // only lines with one of these are read
	fill bool            // a blank takes what stands before it

	said, expected report.Period // of a heading out of order, which has no Period: what it says, and should say
}

// tables finds the tables of a block. A heading that says "period" settles
// that each line has its own; otherwise periods are looked for across, and
// only then down.
func (w *words) tables(v view) []table {
	long, isLong := w.long(v)
	if isLong && long.period.IsZero() {
		return []table{long}
	}
	if found := w.across(v, "periods across"); len(found) > 0 {
		return found
	}
	if isLong {
		return []table{long}
	}
	return w.across(v.turn(), "periods down")
}

// across finds each line of periods and makes a table of what is beneath it.
func (w *words) across(v view, layout string) []table {
	var found []table
	limit := v.lines()
	if v.turned {
		limit = min(limit, 4) // periods that run down stand in the first columns
	}
	for line := 0; line < limit; line++ {
		t, ok := w.axisTable(v, line)
		if n := len(found); !ok || n > 0 && (t.numbered || w.isMetricOf(&found[n-1], line)) {
			continue // beneath headings, numbers such as 2021 and days are what stands for figures
		}
		if n := len(found); n > 0 {
			found[n-1].to = t.head[0] - 1
			if found[n-1].to < found[n-1].from {
				found = found[:n-1] // headings that stand twice
			}
		}
		t.Layout = layout
		found = append(found, t)
		line = t.from - 1
	}
	return found
}

// axisTable is the table whose periods stand in line, if they do.
func (w *words) axisTable(v view, line int) (table, bool) {
	axis := w.headings(v, line, nil)
	if !mayBeAxis(axis) {
		return table{}, false
	}
	t := table{view: v, head: []int{line}, titles: titlesAbove(v, line), numbered: areNumbers(axis)}
	repeats := false
	for next := line + 1; next < v.lines() && w.isSubheading(v, next, axis); next++ {
		t.head = append(t.head, next)
		repeats = true
	}
	if line > 0 && w.isAbove(v, line-1, axis) {
		t.head = slices.Insert(t.head, 0, line-1)
	}
	t.from, t.to = t.head[len(t.head)-1]+1, v.lines()-1
	heads := w.levels(v, t.head)
	w.settle(&t, heads)
	return t, w.isAxis(t, heads, repeats) || t.putRight(heads)
}

// mayBeAxis reports whether a line has periods enough to be looked at closely:
// two, or one beside a heading of metrics.
func mayBeAxis(axis []heading) bool {
	periods, fields := 0, 0
	for _, h := range axis {
		if h.says() {
			periods++
		}
		if h.Field != "" {
			fields++
		}
	}
	return periods > 1 || periods == 1 && fields > 0
}

// isMetricOf reports whether a line of a table has both a ref and a name, and so
// is no line of headings although periods stand in it.
func (w *words) isMetricOf(t *table, line int) bool {
	labelled := 0
	for _, c := range t.columns {
		label := t.cell(line, c.at).label()
		if (c.Field == "ref" || c.Field == "name") && label != "" && w.textHeading(label).Field == "" {
			labelled++
		}
	}
	return labelled > 1
}

// areNumbers reports whether headings are the numbers of years alone, and no
// word beside them says that they are headings.
func areNumbers(axis []heading) bool {
	return !slices.ContainsFunc(axis, func(h heading) bool { return h.Field != "" || h.says() && !h.Bare })
}

// levels is the joined heading of each place.
func (w *words) levels(v view, lines []int) []heading {
	joined := make([]heading, v.places())
	levels := make([][]heading, len(lines))
	for i, line := range lines {
		var fill func(at int) bool
		if i < len(lines)-1 {
			fill = func(at int) bool { return !v.cell(lines[len(lines)-1], at).blank() }
		}
		levels[i] = w.headings(v, line, fill)
	}
	for at := range joined {
		column := make([]heading, len(lines))
		for i := range lines {
			column[i] = levels[i][at]
		}
		joined[at] = join(column)
	}
	return joined
}

// isSubheading reports whether a line beneath an axis names kinds of figures.
func (w *words) isSubheading(v view, line int, axis []heading) bool {
	named, filled := 0, 0
	for at, h := range w.headings(v, line, nil) {
		if c := v.cell(line, at); c.kind == number && at < len(axis) && axis[at].says() {
			return false
		} else if !c.blank() {
			filled++
		}
		if h.Figure != "" {
			named++
		}
	}
	return named >= 2 && named*2 >= filled
}

// isAbove reports whether a line above an axis belongs to its headings.
func (w *words) isAbove(v view, line int, axis []heading) bool {
	fields := 0
	for at, h := range w.headings(v, line, nil) {
		if axis[at].needsYear() && isYear(h.Period) || axis[at].says() && h.Figure != "" {
			return true
		}
		if h.Field != "" {
			fields++
		}
	}
	return fields >= 2
}

// settle gives the table its columns, each with its period. In a table whose
// periods run down, a year stands alone on a line above its months; such a
// column holds no figures.
func (w *words) settle(t *table, heads []heading) {
	readings := make([]reading, len(heads))
	for at, h := range heads {
		if h.Pure {
			readings[at] = h.reading
		}
	}
	var year report.Period
	if slices.ContainsFunc(heads, func(h heading) bool { return h.needsYear() }) {
		year = w.yearOf(*t, heads)
	}
	periods := settle(readings, year)
	for at, h := range heads {
		c := column{at: at, Words: h.Words, Beside: h.Beside, Key: h.Key, Field: h.Field, Figure: h.Figure, Period: periods[at]}
		if !h.Pure && h.says() {
			c.Period = h.in(year)
		}
		if c.Field == "period" {
			c.Field = "" // "Month" in the corner is a title of the axis
		}
		if c.Figure == "" && !c.Period.IsZero() {
			c.Figure, c.Field = "actual", ""
		}
		t.columns = append(t.columns, c)
	}
}

// yearOf is the year that the months of a table without years are of: from the
// headings themselves, or else from the titles.
func (w *words) yearOf(t table, heads []heading) report.Period {
	if !t.year.IsZero() {
		return t.year
	}
	for _, h := range heads {
		if isYear(h.Period) && !h.Bare && h.Figure == "" {
			return h.Period
		}
	}
	for _, kind := range []report.PeriodKind{report.SchoolYear, report.FinancialYear, report.CalendarYear} {
		for _, title := range t.titles {
			if r, _, ok := w.findPeriod(title); ok && r.Period.Kind() == kind {
				return r.Period
			}
		}
	}
	return report.Period{}
}

// isAxis reports whether the headings are those of a table of figures over
// time, and not numbers or dates that only look like it.
func (w *words) isAxis(t table, heads []heading, repeats bool) bool {
	var periods []report.Period
	named, titled, bare := false, false, true
	for at, h := range heads {
		named = named || h.Field == "name" || h.Field == "ref"
		titled = titled || h.Field == "period"
		if !h.Pure && h.Figure != "actual" || t.columns[at].Period.IsZero() {
			continue
		}
		periods = append(periods, t.columns[at].Period)
		bare = bare && h.Bare
	}
	n := different(periods)
	if n == 0 || t.from > t.to {
		return false
	}
	switch {
	case named:
		return n == 1 || regular(periods)
	case repeats || titled && !bare:
		return n >= 2 && regular(periods)
	}
	return n >= 3 && !bare && regular(periods)
}

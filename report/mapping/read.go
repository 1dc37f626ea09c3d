package mapping

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"panelpack/report"
	"panelpack/report/settings"
)

// Read makes the mapping of what was written under [workbook] in f. Mistakes
// are noted in f; what has one is left out.
func Read(f *settings.File, w Written) *Mapping {
	r := reader{f}
	m := &Mapping{
		File: f.Name, SavedOnly: w.SavedOnly,
		Scale: choice(r, "workbook.scale", w.Scale, scales),
		Years: choice(r, "workbook.years", w.Years, years),
		Words: r.words(w.Words),
	}
	for _, text := range w.Periods {
		p, err := ParsePattern(text)
		if err != nil {
			r.Wrong("workbook.periods", err.Error(), "its parts may be {month}, {month of year}, {quarter}, {year} and {years}")
			continue
		}
		m.Periods = append(m.Periods, p)
	}
	r.meanOnce(w.Words)
	listed := map[string]Place{}
	for i, written := range w.Metric {
		key := at("workbook.metric", i)
		r.once(listed, key, "metric", written.Ref, written.Section)
		m.Metrics = append(m.Metrics, r.metric(key, written))
	}
	for i, written := range w.Sheet {
		key := at("workbook.sheet", i)
		r.once(listed, key, "sheet", written.Name, "")
		m.Sheets = append(m.Sheets, r.sheet(key, written))
	}
	return m
}

var (
	scales     = map[string]Scale{"share": Shares, "percentage": Percentages}
	years      = map[string]report.PeriodKind{"calendar": report.CalendarYear, "financial": report.FinancialYear, "school": report.SchoolYear}
	polarities = map[string]report.Polarity{
		"high": report.HigherIsBetter, "low": report.LowerIsBetter, "near": report.NearPlan, "context": report.Context,
	}
	layouts = map[string]string{Across: Across, Down: Down, Lines: Lines, Nowhere: Nowhere}
	namedBy = map[string]bool{"lines": false, "columns": true}
)

// mostHead is how many lines of headings one table may have.
const mostHead = 20

type reader struct{ *settings.File }

func at(key string, i int) string { return fmt.Sprintf("%s[%d]", key, i) }

// choice is a setting of a few words that may be left out.
func choice[T any](r reader, key, word string, known map[string]T) T {
	if word == "" {
		var none T
		return none
	}
	return settings.Choice(r.File, key, word, known)
}

// wanted notes a setting that may not be left out.
func (r reader) wanted(table, name, example string) {
	if r.Mistaken(table + "." + name) {
		return
	}
	r.Wrong(table, strconv.Quote(name)+" is missing", "write "+name+" = "+example)
}

func (r reader) words(written map[string]map[string][]string) []Word {
	var all []Word
	for _, group := range slices.Sorted(maps.Keys(written)) {
		key := "workbook.words." + group
		known, ok := Meanings[group]
		if !ok {
			r.Wrong(key, strconv.Quote(group)+" is no group of words", "the groups are "+strings.Join(groups(), ", "))
			continue
		}
		for _, meaning := range slices.Sorted(maps.Keys(written[group])) {
			if !slices.Contains(known, meaning) {
				r.Wrong(key+"."+meaning, fmt.Sprintf("%q is no meaning of the group %s", meaning, group), "its meanings are "+strings.Join(known, ", "))
				continue
			}
			all = append(all, Word{group, meaning, written[group][meaning]})
		}
	}
	return all
}

func (r reader) metric(key string, w writtenMetric) Metric {
	if w.Ref == "" {
		r.wanted(key, "ref", `"CS02"`)
	}
	return Metric{
		Place: r.Place(key), Ref: w.Ref, Name: w.Name, Section: w.Section, Also: w.Also, Unit: w.Unit,
		Polarity: choice(r, key+".polarity", w.Polarity, polarities),
		Scale:    choice(r, key+".scale", w.Scale, scales),
		Target:   w.Target, FinalTarget: w.FinalTarget,
	}
}

func (r reader) sheet(key string, w writtenSheet) Sheet {
	if w.Name == "" {
		r.wanted(key, "name", `"Scorecard"`)
	}
	s := Sheet{Place: r.Place(key), Name: w.Name, Hidden: w.Hidden, Task: Tables}
	if w.Read != "" {
		s.Task = r.oneOf(key+".read", w.Read, Tasks)
	}
	if s.Task != Tables && len(w.Table) > 0 {
		r.Wrong(key+".read", fmt.Sprintf("a sheet that is read as %q has no tables", s.Task), "take read out, or the tables")
	}
	for i, written := range w.Table {
		if t := r.table(at(key+".table", i), written); len(t.Headings) > 0 {
			s.Tables = append(s.Tables, t)
		}
	}
	return s
}

// oneOf is a setting that has to be one of many words.
func (r reader) oneOf(key, word string, known []string) string {
	if slices.Contains(known, word) {
		return word
	}
	hint := "it may be " + strings.Join(known, ", ")
	if near := settings.Nearest(word, known); near != "" {
		hint = "did you mean " + near + "?"
	}
	r.Wrong(key, strconv.Quote(word)+" is not a choice here", hint)
	return ""
}

func (r reader) table(key string, w writtenTable) Table {
	t := Table{
		Place: r.Place(key), Layout: Across, Skip: w.Skip, SkipHidden: w.SkipHidden, Repeat: w.Repeat,
		Columns: r.places(key+".columns", w.Columns), Ignore: r.places(key+".ignore", w.Ignore),
		Period: r.given(key+".period", w.Period), Year: r.given(key+".year", w.Year), Metric: r.given(key+".metric", w.Metric),
		Section:      r.given(key+".section", w.Section),
		NameByColumn: choice(r, key+".metrics", w.Metrics, namedBy),
	}
	if w.Periods != "" {
		t.Layout = settings.Choice(r.File, key+".periods", w.Periods, layouts)
	}
	r.extent(key, w, &t)
	r.periods(key, &t)
	for _, holds := range w.Group {
		t.Group = append(t.Group, r.holds(key+".group", holds, Figures))
	}
	for _, words := range slices.Sorted(maps.Keys(w.Suffix)) {
		t.Suffixes = append(t.Suffixes, Suffix{words, r.holds(key+".suffix", w.Suffix[words], Figures)})
	}
	for i, written := range w.Column {
		t.Fields = append(t.Fields, r.column(at(key+".column", i), written, t.Layout == Down))
	}
	r.heldOnce(key, t.Fields)
	return t
}

// extent reads where a table stands.
func (r reader) extent(key string, w writtenTable, t *Table) {
	down := t.Layout == Down
	if w.Headings == "" {
		r.wanted(key, "headings", `"5"`)
	} else {
		t.Headings = r.along(key+".headings", w.Headings, down)
	}
	if n := len(t.Headings.Each()); n > mostHead {
		r.Wrong(key+".headings", fmt.Sprintf("%q is %d lines of headings, more than %d", w.Headings, n, mostHead), "name those with headings only")
	}
	if w.Last != "" {
		if last := r.along(key+".last", w.Last, down).Each(); len(last) > 0 {
			t.Last = last[len(last)-1]
		}
	}
	for _, s := range t.Columns {
		if s.Columns == down {
			r.Wrong(key+".columns", fmt.Sprintf("%q does not go across the lines of this table", w.Columns), placeHint(!down))
		}
	}
}

// along reads lines of a table: columns where its periods run down, else rows.
func (r reader) along(key, text string, down bool) Places {
	p := r.places(key, text)
	for _, s := range p {
		if s.Columns != down {
			r.Wrong(key, fmt.Sprintf("%q are not lines of this table", text), placeHint(down))
			return nil
		}
	}
	return p
}

func placeHint(columns bool) string {
	if columns {
		return `here stand columns, such as "B" or "A:C"`
	}
	return `here stand rows, such as "5" or "5:7"`
}

func (r reader) places(key, text string) Places {
	if text == "" {
		return nil
	}
	p, ok := parsePlaces(text)
	if !ok {
		r.Wrong(key, strconv.Quote(text)+" is neither rows nor columns", `write "5:7, 9" or "A, C:E"`)
	}
	return p
}

// given reads a text, "=B2" for the cell it stands in, "=sheet" or "=file".
func (r reader) given(key, text string) Given {
	ref, isPlace := strings.CutPrefix(text, "=")
	switch {
	case !isPlace:
		return Given{Text: text}
	case ref == "sheet":
		return Given{Sheet: true}
	case ref == "file":
		return Given{File: true}
	}
	c, err := report.ParseCell("sheet!" + ref)
	if err != nil {
		r.Wrong(key, strconv.Quote(text)+" is no place", `write "=B2" for a cell of the sheet, "=sheet" for its name, or "=file" for that of the workbook`)
	}
	return Given{Cell: report.Cell{Col: c.Col, Row: c.Row}}
}

// periods checks the periods that a table is given.
func (r reader) periods(key string, t *Table) {
	if t.Layout == Nowhere && t.Period.IsZero() {
		r.wanted(key, "period", `"2022-09", or "=B2" for the cell that says it`)
	}
	r.period(key+".period", t.Period.Text)
	if year := r.period(key+".year", t.Year.Text).Kind(); year != report.NoPeriod && !year.IsYear() {
		r.Wrong(key+".year", strconv.Quote(t.Year.Text)+" is not a year", `write "2022/23" for a financial year, "2022/23-school" for a school year, or "2022"`)
	}
}

// period reads a period; the zero Period where there is none.
func (r reader) period(key, text string) report.Period {
	if text == "" {
		return report.Period{}
	}
	p, err := report.ParsePeriod(text)
	if err != nil {
		r.Wrong(key, err.Error(), "")
	}
	return p
}

func (r reader) column(key string, w writtenColumn, down bool) Column {
	c := Column{
		Place: r.Place(key), Heading: w.Heading, Period: r.period(key+".period", w.Period), Keep: w.Keep, Fill: w.Fill,
		Holds: r.holds(key+".holds", w.Holds, append(slices.Clone(Fields), Figures...)),
	}
	if w.At == "" && w.Heading == "" {
		r.wanted(key, "heading", `"Target", or at = "D" where there is none`)
	}
	if places := r.along(key+".at", w.At, !down); len(places) > 0 {
		c.At = places[0].From
	}
	return c
}

func (r reader) holds(key, word string, known []string) string {
	if word == "" {
		return Nothing
	}
	return r.oneOf(key, word, append([]string{Nothing}, known...))
}

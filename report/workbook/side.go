package workbook

import (
	"cmp"
	"fmt"
	"strings"

	"panelpack/report"
)

// record is one line of a sheet with a task of its own: its cells by field.
type record struct {
	grid  *grid
	cells map[string]cell
	at    map[string]report.Cell
	Cell  report.Cell // the first cell of the line
}

func (r record) words(field string) string { return r.cells[field].words() }

// records reads the lines beneath the headings of a sheet, which are those of
// the first line that has two or more of them. Fields are looked for in the
// sheet's own group of words first, then among the headings of metrics.
func (w *words) records(g *grid, group string) []record {
	var fields map[int]string
	var all []record
	for _, row := range g.rows {
		if fields == nil {
			fields = w.fieldsOf(row, group)
			continue
		}
		r := record{grid: g, cells: map[string]cell{}, at: map[string]report.Cell{}, Cell: g.cellAt(row.cells[0].col, row.row)}
		for _, c := range row.cells {
			if field := fields[c.col]; field != "" && !c.blank() {
				r.cells[field], r.at[field] = c, g.cellAt(c.col, row.row)
			}
		}
		if len(r.cells) > 0 {
			all = append(all, r)
		}
	}
	return all
}

// fieldsOf is the field of each column, or nil when row is not of headings.
func (w *words) fieldsOf(row gridRow, group string) map[int]string {
	if fields := w.fieldsIn(row, group); len(fields) > 1 {
		return fields
	}
	return nil
}

// fieldsIn is the field of each column of a row that is headed as one.
func (w *words) fieldsIn(row gridRow, group string) map[int]string {
	fields := map[int]string{}
	for _, c := range row.cells {
		if len(c.text) > longestHeading {
			continue
		}
		label := c.label()
		field := w.opening(group, label)
		if field == "" {
			field = w.opening("heading", label)
		}
		if field != "" {
			fields[c.col] = field
		}
	}
	return fields
}

// period is the month or day in a cell of the record; the zero Period where
// there is none.
func (r record) period(w *words, field string) report.Period {
	h := w.heading(r.grid, r.cells[field])
	if !h.Pure {
		return report.Period{}
	}
	return h.Period
}

// side reads the sheet g, which has the task that its name gives it.
func (ds *drafts) side(task string, g *grid, sub *report.Submission) string {
	if task == "pack" {
		ds.details(g, &sub.Details)
		return "who the pack is for"
	}
	if !ds.canRead(task, g) {
		return counted(0, lineOf[task])
	}
	records, before := ds.w.records(g, task), len(sub.Commentary)
	for _, r := range records {
		ds.tellBrokenIn(r)
		ds.record(task, r, sub)
	}
	if task == "commentary" {
		return counted(len(sub.Commentary)-before, lineOf[task])
	}
	return counted(len(records), lineOf[task])
}

// record reads one line of a sheet with a task.
func (ds *drafts) record(task string, r record, sub *report.Submission) {
	switch task {
	case "definitions":
		ds.define(r)
	case "snapshots":
		ds.snapshot(r, sub)
	case "forecasts":
		ds.forecast(r, sub)
	case "events":
		ds.event(r, sub)
	case "findings":
		ds.inspection(r, sub)
	case "commentary":
		ds.comment(r, sub)
	}
}

// lineOf is what one line of a sheet with a task of its own is.
var lineOf = map[string]string{
	"definitions": "definition", "snapshots": "snapshot", "forecasts": "forecast", "events": "event", "findings": "finding",
	"commentary": "comment",
}

// counted is so many of what word names one of: "1 table", "no events".
func counted(n int, word string) string {
	switch n {
	case 0:
		return "no " + word + "s"
	case 1:
		return "1 " + word
	}
	return report.Whole(n) + " " + word + "s"
}

// find is the metric that a record names by ref or by name. A record about no
// known metric is told, and left out.
func (ds *drafts) find(r record) *draft {
	ref, name := r.words("ref"), r.words("name")
	if d := ds.byRef[plain(ref)]; d != nil {
		return d
	}
	if d := ds.byName[plain(name)]; d != nil && ref == "" {
		return d
	}
	named := "the line"
	if words := cmp.Or(ref, name); words != "" {
		named = fmt.Sprintf("%q", clip(words))
	}
	ds.Add(report.Warning, r.Cell, "", "use a ref of the scorecard", "%s names no metric of the scorecard; the line is not used", named)
	return nil
}

// define completes a metric's definition from the sheet of definitions, which
// is the place for it and so wins.
func (ds *drafts) define(r record) {
	d := ds.find(r)
	if d == nil {
		return
	}
	for field := range r.cells {
		if into := d.field(field); into != nil && field != "name" {
			*into = r.words(field)
		}
	}
	if d.Name == "" {
		d.Name = r.words("name")
	}
	if basis, ok := bases[ds.w.opening("basis", r.words("basis"))]; ok {
		d.Basis = basis
	}
	ds.direct(d, r.words("polarity"), r.at["polarity"])
}

// seriesOf is the series of the metric that a record names, or nil.
func (ds *drafts) seriesOf(r record, sub *report.Submission) *report.Series {
	d := ds.find(r)
	if d == nil {
		return nil
	}
	for i := range sub.Series {
		if sub.Series[i].Metric.Ref == d.Ref {
			return &sub.Series[i]
		}
	}
	return nil
}

// valueIn is a figure of a side sheet, at the precision of its metric.
func (ds *drafts) valueIn(r record, field string, m report.Metric) report.Value {
	f, t := ds.w.readFigure(r.cells[field])
	if t != nil {
		ds.Add(report.Error, r.at[field], m.Ref, t.Hint, "%s %s", field, t.Message)
	}
	facts := []read{{fact: fact{Figure: field, at: r.at[field]}, goal: goal{figure: f}}}
	ds.scale(&draft{Metric: m}, facts)
	return value(facts[0].figure, m.Places)
}

func (ds *drafts) snapshot(r record, sub *report.Submission) {
	s := ds.seriesOf(r, sub)
	if s == nil {
		return
	}
	asAt := r.period(ds.w, "asat")
	if asAt.IsZero() {
		ds.Add(report.Warning, r.Cell, s.Metric.Ref, "give the day that the figure is as at", "a later figure without a date; it is not used")
		return
	}
	s.Snapshots = append(s.Snapshots, report.Snapshot{
		AsAt: asAt.End(), Value: ds.valueIn(r, "value", s.Metric),
		BaseAsAt: ds.dayOf(r, "baseasat").End(), Base: ds.valueIn(r, "base", s.Metric),
		Note: r.words("note"), Cell: r.at["value"],
	})
}

func (ds *drafts) forecast(r record, sub *report.Submission) {
	s := ds.seriesOf(r, sub)
	if s == nil {
		return
	}
	p := r.period(ds.w, "period")
	if p.IsZero() {
		ds.Add(report.Warning, r.Cell, s.Metric.Ref, "give the month that the figure is expected for", "a forecast without a month; it is not used")
		return
	}
	if p.Kind() == report.Day {
		p = monthOfDay(p)
	}
	s.Forecasts = append(s.Forecasts, report.Forecast{
		Period: p, Value: ds.valueIn(r, "value", s.Metric), Basis: r.words("basis"), Cell: r.at["value"],
	})
}

func (ds *drafts) event(r record, sub *report.Submission) {
	p := r.period(ds.w, "date")
	if p.IsZero() || r.words("label") == "" {
		ds.Add(report.Warning, r.Cell, "", "give the event a date and a few words", "an event without its date or its words; it is not used")
		return
	}
	sub.Events = append(sub.Events, report.Event{Period: p, Label: r.words("label"), Metrics: ds.refs(r, "metrics"), Cell: r.Cell})
}

func (ds *drafts) inspection(r record, sub *report.Submission) {
	sub.Inspections = append(sub.Inspections, report.InspectionFinding{
		ID: r.words("id"), Inspected: ds.dayOf(r, "inspected"), Area: r.words("area"), Judgement: r.words("judgement"),
		Finding: r.words("finding"), Metrics: ds.refs(r, "metrics"), Cell: r.Cell,
	})
}

// refs is the metrics that a cell lists; none for a blank cell or "all".
func (ds *drafts) refs(r record, field string) []string {
	var refs []string
	list := r.words(field)
	if ds.w.meaning("whole", list) != "" {
		return nil
	}
	for ref := range strings.FieldsFuncSeq(list, func(r rune) bool { return strings.ContainsRune(", ;/&\n", r) }) {
		if d := ds.byRef[plain(ref)]; d != nil {
			refs = append(refs, d.Ref)
		} else {
			ds.Add(report.Warning, r.at[field], "", "use refs of the scorecard, parted by commas", "%q is no ref of the scorecard", clip(ref))
		}
	}
	return refs
}

func (ds *drafts) comment(r record, sub *report.Submission) {
	said, ok := ds.saidIn(r)
	if !ok {
		return
	}
	if d := ds.find(r); d != nil {
		sub.Commentary = append(sub.Commentary, report.CommentaryEntry{
			Metric: d.Ref, Owner: r.words("owner"), Text: said, File: ds.File, Cell: r.at["text"],
		})
	}
}

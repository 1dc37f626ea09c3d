package workbook

import (
	"fmt"
	"slices"

	"panelpack/report"
)

// details reads the sheet that says who the pack is for: a label in each row,
// and its value in the next cell that holds anything.
func (ds *drafts) details(g *grid, into *report.Details) {
	texts := map[string]*string{
		"council": &into.Council, "panel": &into.Panel, "title": &into.Title, "reportof": &into.ReportOf, "statusnote": &into.StatusNote,
	}
	for _, row := range g.rows {
		label, value, ok := labelAndValue(row)
		if !ok {
			continue
		}
		at := g.cellAt(value.col, row.row)
		if ds.tellBroken(value, at, "") {
			continue
		}
		meaning := ds.w.opening("detail", label)
		switch text := texts[meaning]; {
		case text != nil:
			most := report.MostLetters
			if meaning == "statusnote" {
				most = report.MostInNote
			}
			*text = ds.short(at, label, value.words(), most)
		case meaning == "meeting":
			into.Meeting = ds.dayIn(g, value, at)
		case meaning == "period":
			into.Period, ds.declared = ds.periodIn(g, value, at), at
		default:
			ds.Add(report.Note, at, "", "", "%q is not a detail of the pack; it is not used", clip(label))
		}
	}
}

// short is a text of the pack's details, cut where a pack has no room for it.
func (ds *drafts) short(at report.Cell, label, text string, most int) string {
	cut, had := report.Shorten(text, most)
	if had > 0 {
		ds.Add(report.Error, at, "", fmt.Sprintf("shorten it to at most %d letters", most),
			"%q has %d letters, and a pack has room for %d; what is beyond them is cut", clip(label), had, most)
	}
	return cut
}

// labelAndValue is the first two cells of a row that hold anything.
func labelAndValue(row gridRow) (label string, value cell, ok bool) {
	for _, c := range row.cells {
		switch {
		case c.blank():
		case label == "":
			if label = c.label(); label == "" {
				return "", cell{}, false
			}
		default:
			return label, c, true
		}
	}
	return "", cell{}, false
}

// dayIn is the day that a cell holds.
func (ds *drafts) dayIn(g *grid, c cell, at report.Cell) report.Date {
	if c.isDay() {
		return g.day(c.number)
	}
	if r, _, ok := findPeriod(c.label()); ok && r.Period.Kind() == report.Day {
		return r.Period.Start()
	}
	ds.Add(report.Warning, at, "", "type a day such as 17/11/2022", "the meeting date is not a day")
	return report.Date{}
}

// periodIn is the reporting period that a cell holds: a month where it is a
// day of one.
func (ds *drafts) periodIn(g *grid, c cell, at report.Cell) report.Period {
	h := ds.w.heading(g, c)
	switch {
	case h.Pure && h.Period.Kind() == report.Day:
		return monthOfDay(h.Period)
	case h.Pure && !h.Period.IsZero():
		return h.Period
	}
	ds.Add(report.Warning, at, "", "type a month such as September 2022, or a quarter such as Q2 2022/23",
		"the reporting period is not a period")
	return report.Period{}
}

// holdToPeriods leaves out a reporting period that no metric has, be it a quarter
// over figures of months: a pack would be headed by it and show other figures.
func (ds *drafts) holdToPeriods(sub *report.Submission) {
	p := sub.Details.Period
	if p.IsZero() || slices.ContainsFunc(sub.Series, func(s report.Series) bool { _, ok := s.At(p); return ok }) {
		return
	}
	sub.Details.Period = report.Period{}
	hint := "type a period that it has"
	if latest := sub.ReportingPeriod(); !latest.IsZero() {
		hint += ", such as " + latest.Words()
	}
	ds.Add(report.Error, ds.declared, "", hint, "the workbook has no column for %s; this reporting period is not used", p.Words())
}

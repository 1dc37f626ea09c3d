package workbook

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"panelpack/report"
)

// needed is what the lines of a sheet with a task of its own must have, with the
// heading for each.
var needed = map[string][]need{
	"definitions": {{"ref", "Ref"}},
	"snapshots":   {{"ref", "Ref"}, {"asat", "As at"}, {"value", "Value"}},
	"forecasts":   {{"ref", "Ref"}, {"period", "Month"}, {"value", "Value"}},
	"events":      {{"date", "Date"}, {"label", "Event"}},
	"findings":    {{"finding", "Finding"}},
	"commentary":  {{"ref", "Ref"}, {"text", "Commentary"}},
}

type need struct{ field, heading string }

// sideHeads is the headings of a sheet with a task of its own.
type sideHeads struct {
	task    string
	grid    *grid
	row     gridRow
	fields  map[int]string
	unknown []cell // headings that are not understood, with something beneath: the first of them
}

// canRead reports whether a sheet has headings for all that its task needs. What
// is lost with one that is missing, or is spelt wrongly, is told.
func (ds *drafts) canRead(task string, g *grid) bool {
	if len(needed[task]) == 0 || len(g.rows) == 0 {
		return true
	}
	h, ok := ds.w.sideHeads(g, task)
	if !ok {
		ds.Add(report.Warning, g.cellAt(g.rows[0].cells[0].col, g.rows[0].row), "", "write a line of headings above it: "+headingsOf(task),
			"the sheet has no line of headings that are understood; nothing of it is read")
		return false
	}
	for _, n := range needed[task] {
		if !h.has(n.field) {
			ds.tellMissing(h, n)
			return false
		}
	}
	for _, c := range h.unknown {
		if near := ds.w.nearest(c.label(), []string{task, "heading"}, h.has); near != "" {
			ds.Add(report.Warning, g.cellAt(c.col, h.row.row), "", didYouMean(near), "the heading %q is not understood: what stands beneath it is not read", clip(c.label()))
		}
	}
	return true
}

// tellMissing tells of a heading that a sheet cannot be read without, at the one
// that was probably meant for it: an error, but on a sheet of which not even the
// first is understood, so that it may have another purpose.
func (ds *drafts) tellMissing(h sideHeads, n need) {
	at, says := h.grid.cellAt(h.row.cells[0].col, h.row.row), ""
	likely := slices.IndexFunc(h.unknown, func(c cell) bool {
		return ds.w.nearest(c.label(), []string{h.task, "heading"}, func(field string) bool { return field != n.field }) != ""
	})
	severity := report.Warning
	if likely >= 0 || slices.Contains(slices.Collect(maps.Values(h.fields)), needed[h.task][0].field) {
		severity = report.Error
	}
	if likely < 0 && len(h.unknown) == 1 {
		likely = 0
	}
	if likely >= 0 {
		c := h.unknown[likely]
		at, says = h.grid.cellAt(c.col, h.row.row), fmt.Sprintf("; %q is not understood", clip(c.label()))
	}
	ds.Add(severity, at, "", fmt.Sprintf("write %s above the column that is meant", n.heading),
		"no heading is %q%s: nothing of the sheet is read", n.heading, says)
}

// headingsOf are the headings that a task needs.
func headingsOf(task string) string {
	var all []string
	for _, n := range needed[task] {
		all = append(all, n.heading)
	}
	return strings.Join(all, ", ")
}

func (h sideHeads) has(field string) bool {
	for _, f := range h.fields {
		if f == field || f == "name" && field == "ref" {
			return true
		}
	}
	return false
}

// sideHeads is the line of headings of a sheet: the one that its records are read
// by, or else the first with one heading that is understood beside another.
func (w *words) sideHeads(g *grid, task string) (sideHeads, bool) {
	at := slices.IndexFunc(g.rows, func(row gridRow) bool { return w.fieldsOf(row, task) != nil })
	if at < 0 {
		at = slices.IndexFunc(g.rows, func(row gridRow) bool { return len(w.fieldsIn(row, task)) > 0 && labels(row) > 1 })
	}
	if at < 0 {
		return sideHeads{}, false
	}
	h := sideHeads{task: task, grid: g, row: g.rows[at], fields: w.fieldsIn(g.rows[at], task)}
	filled := map[int]bool{}
	for _, row := range g.rows[at+1:] {
		for _, c := range row.cells {
			filled[c.col] = filled[c.col] || !c.blank()
		}
	}
	for _, c := range h.row.cells {
		if h.fields[c.col] == "" && c.label() != "" && filled[c.col] && len(h.unknown) < mostMisspelt {
			h.unknown = append(h.unknown, c)
		}
	}
	return h, true
}

// labels is how many cells of a row hold words.
func labels(row gridRow) int {
	n := 0
	for _, c := range row.cells {
		if c.label() != "" {
			n++
		}
	}
	return n
}

package workbook

import (
	"slices"

	"panelpack/report"
)

// tellBroken tells of a cell that should hold words or a day and shows an error or
// nothing, and answers whether it does.
func (ds *drafts) tellBroken(c cell, at report.Cell, metric string) bool {
	switch c.kind {
	case errorValue:
		ds.Add(report.Error, at, metric, "mend the formula; or, where words begin with - or =, type ' before them",
			"the error %s stands where words or a day are expected", c.text)
	case uncached:
		ds.Add(report.Error, at, metric, "open the workbook in Excel and save it", "a formula without a result stands where words or a day are expected")
	}
	return c.kind == errorValue || c.kind == uncached
}

// tellBrokenIn tells of such cells of a record. Of figures it is told where they
// are read.
func (ds *drafts) tellBrokenIn(r record) {
	var fields []string
	for field := range r.cells {
		if field != "value" && field != "base" {
			fields = append(fields, field)
		}
	}
	slices.Sort(fields)
	for _, field := range fields {
		ds.tellBroken(r.cells[field], r.at[field], r.words("ref"))
	}
}

// tellBrokenOn tells of such cells of a line.
func (r *tableReader) tellBrokenOn(l line) {
	for _, c := range r.t.columns {
		if c.Field != "" || c.Figure == "comment" {
			r.into.tellBroken(r.t.cell(l.number, c.at), r.t.where(l.number, c.at), r.now.Ref)
		}
	}
}

// dayOf is the period in a cell of the record; one that cannot be read is told.
func (ds *drafts) dayOf(r record, field string) report.Period {
	p, c := r.period(ds.w, field), r.cells[field]
	if p.IsZero() && !c.blank() && c.kind != errorValue && c.kind != uncached {
		ds.Add(report.Warning, r.at[field], r.words("ref"), "type a day such as 17/11/2022, or a month such as Sep 2022", "%q is no day or month, and is not used", clip(c.words()))
	}
	return p
}

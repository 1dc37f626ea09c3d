package workbook

import (
	"fmt"
	"slices"
	"strings"

	"panelpack/report"
)

// ReadCommentary reads a workbook that owners have written their commentary
// in, such as panelpack makes for them: each sheet with a column of refs and
// one of commentary. The refs are as they were typed, and rows without
// commentary are left out; commentary that cannot be used is told. Its name is
// used in messages and as the entries' file.
//
// An error means that nothing can be made of the file, or that it has no such
// sheet, and is a [*report.Failure].
func ReadCommentary(name string, data []byte) ([]report.CommentaryEntry, []report.Finding, error) {
	w, err := vocabulary(nil)
	if err != nil {
		return nil, nil, err
	}
	grids, err := readGrids(name, data)
	if err != nil {
		return nil, nil, err
	}
	ds := &drafts{Findings: report.Findings{File: baseName(name)}, w: w}
	var all []report.CommentaryEntry
	found := false
	for _, g := range grids {
		entries, ok := ds.commentary(g)
		all, found = append(all, entries...), found || ok
	}
	if !found {
		return nil, nil, &report.Failure{
			Message: fmt.Sprintf("%s has no sheet with a column of refs and one of commentary", baseName(name)),
			Hint:    "panelpack commentary --format xlsx makes a workbook to write it in",
		}
	}
	return all, ds.List, nil
}

// commentary is the rows of a sheet that have some, and whether it is a sheet
// to write it in. A hidden one is not, and none that lists people.
func (ds *drafts) commentary(g *grid) ([]report.CommentaryEntry, bool) {
	if g.Hidden || ds.w.listsPeople(g) || !slices.ContainsFunc(g.rows, ds.w.asksForCommentary) {
		return nil, false
	}
	var all []report.CommentaryEntry
	for _, r := range ds.w.records(g, "commentary") {
		ds.tellBrokenIn(r)
		said, ok := ds.saidIn(r)
		switch {
		case !ok:
		case r.words("ref") == "":
			ds.Add(report.Warning, r.at["text"], "", "write the ref of its metric beside it", "commentary without a ref; it is not used")
		default:
			all = append(all, report.CommentaryEntry{Metric: r.words("ref"), Text: said, File: ds.File, Cell: r.at["text"]})
		}
	}
	return all, true
}

// saidIn is the commentary of a record; false where it has none in words.
func (ds *drafts) saidIn(r record) (string, bool) {
	said := r.cells["text"]
	if said.kind == number || said.kind == truth {
		ds.Add(report.Warning, r.at["text"], r.words("ref"), "type the commentary in words", "a number stands where commentary is expected; it is not used")
	}
	return strings.TrimSpace(said.text), said.kind == text && !said.blank()
}

// asksForCommentary reports whether row is of headings, with one for refs and
// one for commentary.
func (w *words) asksForCommentary(row gridRow) bool {
	ref, text := false, false
	for _, field := range w.fieldsOf(row, "commentary") {
		ref, text = ref || field == "ref", text || field == "text"
	}
	return ref && text
}

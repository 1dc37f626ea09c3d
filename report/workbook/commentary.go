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
// commentary are left out. Its name is used in messages and as the entries'
// file.
//
// An error means that nothing can be made of the file, or that it has no such
// sheet, and is a [*report.Failure].
func ReadCommentary(name string, data []byte) ([]report.CommentaryEntry, error) {
	w, err := vocabulary(nil)
	if err != nil {
		return nil, err
	}
	grids, err := readGrids(name, data)
	if err != nil {
		return nil, err
	}
	var all []report.CommentaryEntry
	found := false
	for _, g := range grids {
		entries, ok := w.commentary(baseName(name), g)
		all, found = append(all, entries...), found || ok
	}
	if !found {
		return nil, &report.Failure{
			Message: fmt.Sprintf("%s has no sheet with a column of refs and one of commentary", baseName(name)),
			Hint:    "panelpack commentary --format xlsx makes a workbook to write it in",
		}
	}
	return all, nil
}

// commentary is the rows of a sheet that have some, and whether it is a sheet
// to write it in. A hidden one is not, and none that lists people.
func (w *words) commentary(file string, g *grid) ([]report.CommentaryEntry, bool) {
	if g.Hidden || w.listsPeople(g) || !slices.ContainsFunc(g.rows, w.asksForCommentary) {
		return nil, false
	}
	var all []report.CommentaryEntry
	for _, r := range w.records(g, "commentary") {
		said := r.cells["text"]
		if said.kind != text || said.blank() || r.words("ref") == "" {
			continue
		}
		all = append(all, report.CommentaryEntry{
			Metric: r.words("ref"), Text: strings.TrimSpace(said.text), File: file, Cell: r.at["text"],
		})
	}
	return all, true
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

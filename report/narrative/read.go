package narrative

import (
	"fmt"
	"strings"

	"panelpack/report"
)

// File is one file of commentary beside the workbook: Markdown as an owner
// sent it, or the rows of a workbook of their own.
type File struct {
	Name string
	Data []byte                   // Markdown, with a heading for each ref; nil for a workbook
	Rows []report.CommentaryEntry // of a workbook, whose refs are as they were typed
}

// Collected is the commentary that has come in, by metric. Its zero value is
// none at all.
type Collected struct {
	entries map[string]report.CommentaryEntry
}

// Has reports whether there is commentary for metric ref.
func (c Collected) Has(ref string) bool {
	_, ok := c.entries[ref]
	return ok
}

// Read sorts commentary by metric: that of the workbook and then that of the
// files, in their order. What comes later is used, so files that should win
// come last.
//
// The findings tell of commentary that belongs to no metric, and of two
// different texts for one.
func Read(sub *report.Submission, files ...File) (Collected, []report.Finding) {
	r := reader{
		refs:    refsOf(sub),
		entries: map[string]report.CommentaryEntry{},
	}
	for _, e := range sub.Commentary {
		r.take(e)
	}
	for _, f := range files {
		if f.Data != nil {
			r.markdown(f)
		}
		for _, e := range f.Rows {
			r.take(e)
		}
	}
	return Collected{r.entries}, r.found
}

// reader collects commentary, and what an officer should know about it.
type reader struct {
	refs    refs
	entries map[string]report.CommentaryEntry
	found   []report.Finding
}

// take keeps e as the commentary of its metric. Blank commentary is none.
func (r *reader) take(e report.CommentaryEntry) {
	if e.Text = strings.TrimSpace(e.Text); e.Text == "" {
		return
	}
	ref, ok := r.refs.match(e.Metric)
	if !ok {
		r.tell(e, "", "use a ref of the workbook, or remove it", "commentary for %q, which is no metric of this workbook", e.Metric)
		return
	}
	e.Metric = ref
	if before, twice := r.entries[ref]; twice && !sameText(before.Text, e.Text) {
		r.tell(e, ref, "keep one of the two", "another text than the one at %s; this one is used", source(before))
	}
	r.entries[ref] = e
}

func (r *reader) tell(e report.CommentaryEntry, ref, hint, format string, args ...any) {
	r.found = append(r.found, about(e, 0, report.Finding{
		Severity: report.Warning, Metric: ref, Message: fmt.Sprintf(format, args...), Hint: hint,
	}))
}

// about gives f the place of e: its cell, or the line after so many of its
// text.
func about(e report.CommentaryEntry, lines int, f report.Finding) report.Finding {
	f.File, f.Cell = e.File, e.Cell
	if e.Line > 0 {
		f.Line = e.Line + lines
	}
	return f
}

// source is where e stands, for people.
func source(e report.CommentaryEntry) string {
	return about(e, 0, report.Finding{}).Place()
}

// refs are the refs of a workbook's metrics, by the way in which they are
// compared.
type refs map[string]string

func refsOf(sub *report.Submission) refs {
	all := refs{}
	for _, s := range sub.Series {
		all[plainRef(s.Metric.Ref)] = s.Metric.Ref
	}
	return all
}

// match is the ref that somebody typed, whatever its capitals and spaces.
func (rs refs) match(typed string) (string, bool) {
	ref, ok := rs[plainRef(typed)]
	return ref, ok
}

// opening is the ref that a heading opens with: the longest that is followed
// by no further letter or digit.
func (rs refs) opening(heading string) (string, bool) {
	words := strings.Fields(heading)
	for n := len(words); n > 0; n-- {
		typed := strings.Trim(strings.Join(words[:n], " "), ".:,;-–—·*()[]")
		if ref, ok := rs.match(typed); ok {
			return ref, true
		}
	}
	return "", false
}

func plainRef(ref string) string {
	return strings.ToLower(strings.Join(strings.Fields(ref), ""))
}

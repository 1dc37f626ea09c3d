package workbook

import (
	"slices"
	"strings"

	"panelpack/report"
	"panelpack/report/settings"
)

// wanted are the meanings of columns that a table is asked about, where it has
// none of them and a heading resembles one.
var wanted = map[string]bool{
	"ref": true, "name": true, "short": true, "definition": true, "unit": true, "polarity": true, "owner": true, "category": true, "figure": true,
	"actual": true, "target": true, "yeartarget": true, "finaltarget": true, "lastyear": true, "forecast": true, "benchmark": true,
	"denominator": true, "rating": true, "comment": true,
}

// mostMisspelt is how many headings of a table are looked at: one with more that
// are not understood is no scorecard with a mistake in it.
const mostMisspelt = 50

// tellMisspelt tells of headings that say nothing we know and resemble one that
// the table has not, with something beneath them. What a mapping has it tells
// itself.
func (ds *drafts) tellMisspelt(t *table) {
	looked := 0
	for _, c := range t.columns {
		if t.mapped || looked == mostMisspelt || !t.isUnknown(c) {
			continue
		}
		looked++
		near := ds.w.misspelt(t, c)
		if near == "" || t.isEmpty(c.at) {
			continue
		}
		severity := report.Error // figures and commentary are lost
		if ds.w.groups["heading"][near] != "" {
			severity = report.Warning
		}
		ds.Add(severity, t.where(t.head[len(t.head)-1], c.at), "", didYouMean(near),
			"the heading %q is not understood: what stands %s it is not read", clip(c.Words), t.under())
	}
}

// isUnknown reports whether a column has a heading that says nothing we know.
func (t *table) isUnknown(c column) bool {
	return c.Words != "" && c.Field == "" && c.Figure == "" && c.Period.IsZero() && c.said.IsZero()
}

// isEmpty reports whether nothing stands in a column of a table.
func (t *table) isEmpty(at int) bool {
	for n := t.from; n <= t.to; n++ {
		if !t.cell(n, at).blank() {
			return false
		}
	}
	return true
}

// misspelt is the heading that one was probably meant to be, be it beside a
// period; empty where none is near.
func (w *words) misspelt(t *table, c column) string {
	label := c.Words[strings.LastIndexByte(c.Words, '>')+1:]
	if _, rest, ok := w.findPeriod(label); ok && rest != "" {
		label = rest
	}
	return w.nearest(label, []string{"heading", "figure"}, func(meaning string) bool {
		return !wanted[meaning] || t.fieldAt(meaning) >= 0 || t.holds(meaning)
	})
}

// tellRow tells of a line of figures whose label is none that is known, although
// those of other lines are, and what is done with them.
func (r *tableReader) tellRow(l line, severity report.Severity, done string) {
	label, hint := l.label("figure"), "write Actual, Target or another word for what it holds"
	if near := r.w.nearest(label, []string{"figure"}, func(string) bool { return false }); near != "" {
		hint = didYouMean(near)
	}
	r.into.Add(severity, l.where("figure"), r.now.Ref, hint, "the row %q is not understood: %s", clip(label), done)
}

// shortestMisspelt and longestMisspelt are the lengths of headings that are taken
// for ones spelt wrongly: too many words are near one of three letters.
const shortestMisspelt, longestMisspelt = 4, 60

// nearest is the heading that one was probably meant to be, among those of some
// groups of words whose meaning nothing has yet: one that begins alike, and has a
// letter wrong, or two of more than eight. It is empty where none is near, and
// for a heading that is known.
func (w *words) nearest(label string, groups []string, has func(meaning string) bool) string {
	if label = plain(label); len(label) < shortestMisspelt || len(label) > longestMisspelt {
		return ""
	}
	var phrases []string
	for _, group := range groups {
		if w.groups[group][label] != "" {
			return ""
		}
		for phrase, meaning := range w.groups[group] {
			if phrase[0] == label[0] && !has(meaning) {
				phrases = append(phrases, phrase)
			}
		}
	}
	slices.Sort(phrases)
	wrong := 1
	if len(label) > 8 {
		wrong = 2
	}
	return settings.NearestWithin(label, phrases, wrong)
}

// didYouMean asks for a heading as people write it.
func didYouMean(heading string) string {
	return "did you mean " + strings.ToUpper(heading[:1]) + heading[1:] + "?"
}

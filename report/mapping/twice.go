package mapping

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// What may be said only once: a second saying of it would do nothing, or take
// the place of the first.

// once notes a metric or a sheet that is listed a second time.
func (r reader) once(listed map[string]Place, key, kind, name, section string) {
	as := strings.ToLower(strings.Join([]string{kind, strings.TrimSpace(name), strings.TrimSpace(section)}, "\x00"))
	if first, ok := listed[as]; ok && name != "" {
		r.Wrong(key, fmt.Sprintf("the %s %q is listed twice, first on line %d", kind, name, first.Line), "take one of the two out")
		return
	}
	listed[as] = r.Place(key)
}

// heldOnce notes each column of a table that holds what another one holds
// already, where only one can. A column with a keep says which lines are read,
// whatever it holds.
func (r reader) heldOnce(table string, columns []Column) {
	first := map[string]Place{}
	for i, c := range columns {
		holder, held := first[c.Holds]
		switch {
		case !slices.Contains(Fields, c.Holds):
		case !held:
			first[c.Holds] = c.Place
		case len(c.Keep) == 0:
			r.Wrong(at(table+".column", i)+".holds", fmt.Sprintf("two columns of this table hold %q, the other one on line %d", c.Holds, holder.Line),
				`write what one of them holds instead, or holds = "nothing"`)
		}
	}
}

// meaning is a word of the council's own, and where it says what the word means.
type meaning struct {
	phrase, group, means string
	Place
}

// meanOnce notes each word that has a second meaning where words of its kind
// are looked for. Headings and figures are looked for in the same cells.
func (r reader) meanOnce(written map[string]map[string][]string) {
	var all []meaning
	for group, meanings := range written {
		for means, phrases := range meanings {
			for _, phrase := range phrases {
				all = append(all, meaning{phrase, group, means, r.Place("workbook.words." + group + "." + means)})
			}
		}
	}
	slices.SortFunc(all, func(a, b meaning) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column), cmp.Compare(a.phrase, b.phrase))
	})
	known := map[[2]string]meaning{}
	for _, m := range all {
		in := [2]string{strings.Replace(m.group, "figure", "heading", 1), strings.TrimRight(tidy(m.phrase), ":* ")}
		first, ok := known[in]
		switch {
		case !ok:
			known[in] = m
		case first.group != m.group || first.means != m.means:
			r.Wrong("workbook.words."+m.group+"."+m.means, fmt.Sprintf("%q has two meanings, %q on line %d and %q here", m.phrase, first.means, first.Line, m.means),
				"leave the word with one of the two")
		}
	}
}

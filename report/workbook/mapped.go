package workbook

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"panelpack/report"
	"panelpack/report/mapping"
)

// stand is a place where a mapped table may stand: a block, and the lines of it
// that have the headings.
type stand struct {
	view
	head []int
}

// mappedTables are the tables that the mapping says a sheet has, each with its
// headings where the mapping has them, or else where they stand now.
func (ds *drafts) mappedTables(g *grid, s *mapping.Sheet) []table {
	var all []table
	for i := range s.Tables {
		rule := &s.Tables[i]
		for _, at := range ds.stands(g, rule) {
			t := ds.mappedReaching(at, rule)
			if ds.bindMapped(&t) {
				t.ratings = t.holds("rating") && !t.holds("actual")
				all = append(all, t)
			}
		}
	}
	endEach(all)
	ds.reach(g, all)
	for i := range all {
		ds.tellKeep(&all[i], all[i].rule.Repeat || strings.Contains(s.Name, "*"))
		all[i].shares = slices.ContainsFunc(all, all[i].overlaps)
	}
	return all
}

// endEach ends each table before the headings of the one after it.
func endEach(all []table) {
	for i := range all {
		for _, other := range all {
			if t := &all[i]; other.area == t.area && other.turned == t.turned && other.head[0] > t.head[0] {
				t.to = min(t.to, other.head[0]-1)
			}
		}
	}
}

// stands are the places where a table stands: one, or several where it repeats.
// The headings are looked for where the mapping has them, and then everywhere.
func (ds *drafts) stands(g *grid, rule *mapping.Table) []stand {
	wanted := keysOf(rule)
	var best *stand
	most := -1
	for _, v := range viewsOf(g, rule) {
		s, ok := v.stand(rule, 0)
		if !ok {
			continue
		}
		heads := ds.levelsOf(s, rule)
		if n := 2*has(heads, wanted) + inPlace(s, heads, rule); n > most {
			best, most = &s, n
		}
	}
	complete := best != nil && has(ds.levelsOf(*best, rule), wanted) == len(wanted)
	if complete && !rule.Repeat {
		return []stand{*best}
	}
	found := ds.search(g, rule, wanted)
	switch {
	case len(found) > 0 && rule.Repeat:
		return found
	case len(found) > 0:
		ds.Add(report.Warning, found[0].where(found[0].head[0], 0), "", rewriteHint,
			"the headings of a table stand here, and stood at %s when the mapping was written", rule.Headings)
		return found[:1]
	case best != nil && (most > 0 || len(wanted) == 0):
		return []stand{*best}
	}
	ds.tellAt(rule.Place, report.Error, report.Cell{Sheet: g.Name},
		"the headings of a table are not on the sheet: it is not read", "see panelpack inspect, and mend the mapping")
	return nil
}

const rewriteHint = "look whether it is read rightly; panelpack inspect --write-mapping takes it into the mapping"

// viewsOf are the blocks that a table may stand in, as it runs. Headings that
// stand far above their lines have a block of their own, to which the next one
// belongs.
func viewsOf(g *grid, rule *mapping.Table) []view {
	down := rule.Layout == mapping.Down
	heads := rule.Headings.Each()
	blocks := g.blocks()
	var all []view
	for i, a := range blocks {
		if !down && a.to.row == heads[len(heads)-1] && i+1 < len(blocks) {
			a.to.row = blocks[i+1].to.row
		}
		if len(rule.Columns) > 0 {
			limits := rule.Columns.Each()
			first, last := limits[0], limits[len(limits)-1]
			if down {
				a.from.row, a.to.row = first, min(last, g.rows[len(g.rows)-1].row)
			} else {
				a.from.col, a.to.col = first, min(last, g.lastColumn())
			}
		}
		v := view{grid: g, area: a, turned: down}
		if v.lines() <= 0 || v.places() <= 0 {
			continue // the mapping's columns lie beyond the sheet
		}
		if !slices.ContainsFunc(all, func(other view) bool { return other.area == a }) {
			all = append(all, v)
		}
	}
	return all
}

// lastColumn is the last column of a sheet that holds anything.
func (g *grid) lastColumn() int {
	last := 0
	for _, row := range g.rows {
		last = max(last, row.cells[len(row.cells)-1].col)
	}
	return last
}

// stand is the place in v with the mapping's lines of headings, so many lines
// later; false where v does not have them all.
func (v view) stand(rule *mapping.Table, later int) (stand, bool) {
	first := v.area.from.row
	if v.turned {
		first = v.area.from.col
	}
	s := stand{view: v}
	for _, n := range rule.Headings.Each() {
		line := n - first + later
		if line < 0 || line >= v.lines() {
			return s, false
		}
		s.head = append(s.head, line)
	}
	return s, len(s.head) > 0
}

// search finds every place with all headings of a table.
func (ds *drafts) search(g *grid, rule *mapping.Table, wanted []string) []stand {
	var found []stand
	if len(wanted) == 0 {
		return nil
	}
	for _, v := range viewsOf(g, rule) {
		first := v.firstLine(rule)
		for line := range v.lines() {
			s, ok := v.stand(rule, line-first)
			if ok && has(ds.levelsOf(s, rule), wanted) == len(wanted) {
				found = append(found, s)
			}
		}
	}
	return found
}

// firstLine is the line of v on which the mapping's first line of headings
// would be.
func (v view) firstLine(rule *mapping.Table) int {
	first := rule.Headings.Each()[0]
	if v.turned {
		return first - v.area.from.col
	}
	return first - v.area.from.row
}

// keysOf are the headings that a table has to have, without their periods.
func keysOf(rule *mapping.Table) []string {
	var keys []string
	for _, f := range rule.Fields {
		if key := plain(f.Heading); f.Heading != "" && !slices.Contains(keys, key) {
			keys = append(keys, key)
		}
	}
	return keys
}

// has is how many of the wanted keys are among headings.
func has(heads []heading, wanted []string) int {
	seen := map[string]bool{}
	for _, h := range heads {
		seen[plain(h.Key)] = true
	}
	n := 0
	for _, key := range wanted {
		if seen[key] {
			n++
		}
	}
	return n
}

// inPlace is 1 where most headings stand in the very columns that the mapping
// has: two tables of a sheet may have the same headings.
func inPlace(s stand, heads []heading, rule *mapping.Table) int {
	same := 0
	for _, f := range rule.Fields {
		if at := s.placeAt(f.At); at >= 0 && plain(heads[at].Key) == plain(f.Heading) {
			same++
		}
	}
	if same*2 > len(rule.Fields) {
		return 1
	}
	return 0
}

// placeAt is the place of a column, or of a row where v is turned; -1 where v
// does not reach there.
func (v view) placeAt(n int) int {
	at := n - v.area.from.col
	if v.turned {
		at = n - v.area.from.row
	}
	if at >= v.places() {
		return -1
	}
	return max(at, -1)
}

// levelsOf is the joined heading of each place. Where headings name metrics,
// those of an upper level stand over the blanks after them too.
func (ds *drafts) levelsOf(s stand, rule *mapping.Table) []heading {
	if !rule.NameByColumn {
		return ds.w.levels(s.view, s.head)
	}
	joined := make([]heading, s.places())
	last := make([]heading, len(s.head))
	for at := range joined {
		column := make([]heading, len(s.head))
		below := false
		for i, line := range slices.Backward(s.head) {
			c := s.cell(line, at)
			switch {
			case !c.blank():
				last[i] = ds.w.heading(s.grid, c)
				column[i], below = last[i], true
			case below:
				column[i] = last[i]
			}
		}
		joined[at] = join(column)
	}
	return joined
}

var layoutWords = map[string]string{
	mapping.Across: "periods across", mapping.Down: "periods down", mapping.Lines: "a line for each figure",
	mapping.Nowhere: "one period",
}

// mappedTable is the table at a place, before its columns are bound.
func (ds *drafts) mappedTable(s stand, rule *mapping.Table) table {
	t := table{
		view: s.view, head: s.head, mapped: true, rule: *rule, Layout: layoutWords[rule.Layout], metric: ds.textGiven(s.grid, rule.Metric), within: ds.textGiven(s.grid, rule.Section),
		period: ds.periodGiven(s.grid, rule.Period), year: ds.periodGiven(s.grid, rule.Year), titles: titlesAbove(s.view, s.head[0]),
	}
	t.from, t.to = s.head[len(s.head)-1]+1, s.lines()-1
	if end, ok := s.view.stand(&mapping.Table{Headings: mapping.PlacesOf([]int{rule.Last}, s.turned)}, 0); ok && rule.Last > 0 {
		t.to = end.head[0]
	}
	if rule.Layout == mapping.Nowhere && !t.period.IsZero() {
		t.Layout = fmt.Sprintf("%s, %s", t.Layout, t.period.Words())
	}
	heads := ds.levelsOf(s, rule)
	if rule.Layout == mapping.Across || rule.Layout == mapping.Down {
		ds.w.settle(&t, heads)
		return t
	}
	for at, h := range heads {
		t.columns = append(t.columns, column{at: at, Words: h.Words, Key: cmp.Or(h.Key, h.Words), Field: h.Field, Figure: h.Figure})
	}
	return t
}

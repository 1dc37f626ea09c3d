package workbook

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"panelpack/report"
)

// reach lets each table that runs across and has refs go on over blank rows, as
// long as all that stands beneath them looks like lines of it. Where only some of
// it does an officer is told, and the area in question is given.
func (ds *drafts) reach(g *grid, all []table) (unsure []area) {
	bands, heads := g.bands(), headsOf(all)
	for i := range all {
		t := &all[i]
		if t.turned || t.rule.Last > 0 || t.to < t.lines()-1 {
			continue
		}
		r := reacher{w: ds.w, t: t, limit: t.area.nextHead(heads)}
		first, _ := slices.BinarySearchFunc(bands, t.area.to.row+1, func(band []gridRow, row int) int { return cmp.Compare(band[0].row, row) })
		for _, band := range bands[first:] {
			if !r.over(band) {
				break
			}
		}
		if len(r.unfit) > 0 {
			ds.tellUnfit(r.unfit, r.lost)
			unsure = append(unsure, r.like.area)
		}
	}
	return unsure
}

// reacher looks how far down one table reaches.
type reacher struct {
	w     *words
	t     *table
	limit int // the row that it does not reach
	like  table
	own   manner // in which its lines name their metrics
	known bool   // like and own are
	tries int
	unfit []line // that may be its own, or not
	lost  bool   // some of them look like its own
}

// mostTries is how many blocks without lines, such as notes, are looked past.
const mostTries = 50

// over takes the rows of a band as lines of the table, where all of them look
// like it, and answers whether to look further.
func (r *reacher) over(band []gridRow) bool {
	from, end := r.t.lines(), min(band[len(band)-1].row, r.limit-1)
	if r.tries++; r.tries > mostTries || end < band[0].row || !r.knows(from) {
		return false
	}
	r.like.area.to.row = end
	r.like.to = r.like.lines() - 1
	if r.like.area.vast() {
		return false
	}
	lines, alike, headed := r.beneath(from)
	switch {
	case len(lines) == 0:
		return true
	case headed || alike < len(lines):
		r.unfit, r.lost = lines, alike > 0
		return false
	}
	r.t.area, r.t.to = r.like.area, r.like.to
	for _, l := range lines {
		r.own.refs[l.label("ref")] = true
	}
	r.tries = 0
	return true
}

// knows finds out how the lines of the table before one name their metrics, and
// answers whether that can be told again: by refs that are alike.
func (r *reacher) knows(before int) bool {
	if !r.known {
		r.like, r.known = *r.t, true
		r.like.columns = slices.Clone(r.t.columns)
		if !r.t.mapped {
			r.w.bind(&r.like)
		}
		r.own = r.w.manner(&r.like, before)
	}
	return len(r.own.shapes) > 0 || r.own.any
}

// beneath gives the lines from one on that have figures, how many of them name a
// metric as the table's own do, and whether words stand where figures should be:
// those are headings of another table.
func (r *reacher) beneath(from int) (lines []line, alike int, headed bool) {
	for n := from; n <= r.like.to; n++ {
		l := r.w.readLine(&r.like, n)
		figures, ref, name := r.w.figuresOn(l), l.label("ref"), l.label("name")
		if ref+name == "" {
			continue
		}
		headed = headed || len(l.figures) > 2*figures // words stand in most of their places
		if figures == 0 || r.w.isTotal(ref, name) {
			continue
		}
		lines = append(lines, l)
		if r.own.allows(ref) {
			alike++
		}
	}
	return lines, alike, headed
}

// headed is where the headings of a table stand.
type headed struct {
	area
	row int
}

// headsOf is where the headings of tables stand, from the top.
func headsOf(all []table) []headed {
	var heads []headed
	for _, t := range all {
		h := headed{t.area, t.area.from.row}
		if !t.turned {
			h.row += t.head[0]
		}
		heads = append(heads, h)
	}
	slices.SortStableFunc(heads, func(a, b headed) int { return cmp.Compare(a.row, b.row) })
	return heads
}

// nextHead is the row of the first headings beneath an area that stand in its
// columns.
func (a area) nextHead(heads []headed) int {
	first, _ := slices.BinarySearchFunc(heads, a.to.row+1, func(h headed, row int) int { return cmp.Compare(h.row, row) })
	for _, h := range heads[first:] {
		if h.sharesColumns(a) {
			return h.row
		}
	}
	return maxRows + 1
}

// sharesColumns reports whether two areas have columns in common.
func (a area) sharesColumns(b area) bool { return a.from.col <= b.to.col && b.from.col <= a.to.col }

// tellUnfit tells of lines beneath a table that may be of it, or not: an error
// where some of them look like its own.
func (ds *drafts) tellUnfit(unfit []line, lost bool) {
	severity := report.Warning
	if lost {
		severity = report.Error
	}
	ds.Add(severity, unfit[0].where("name", "ref"), "",
		"delete the blank rows if the lines are of the table above; if they are not, write headings above them, or clear them",
		"lines with figures stand beneath blank rows and may be of the table above: %d, the first here; they are not read", len(unfit))
}

// manner is how the lines of a table name their metrics: by which refs, and by
// refs of which shapes. Where it has no lines so far, any shape is its own.
type manner struct {
	refs, shapes map[string]bool
	any          bool
}

// allows reports whether a line with this ref may be one more of the table.
func (m manner) allows(ref string) bool {
	shape := shapeOf(ref)
	return (m.shapes[shape] || m.any && shape != "") && !m.refs[ref]
}

// manner is that of the lines before one. It has no shapes where any ref is not
// like CS02: names alone do not tell a metric from a note.
func (w *words) manner(t *table, before int) manner {
	m := manner{refs: map[string]bool{}, shapes: map[string]bool{}}
	for n := t.from; n < before; n++ {
		l := w.readLine(t, n)
		ref := l.label("ref")
		if w.figuresOn(l) == 0 || ref+l.label("name") == "" {
			continue
		}
		shape := shapeOf(ref)
		if shape == "" {
			return manner{}
		}
		m.refs[ref], m.shapes[shape] = true, true
	}
	m.any = len(m.refs) == 0 && t.fieldAt("ref") >= 0
	return m
}

// shapeOf is a ref such as CS02 with A for each letter and 9 for its numbers;
// empty for what is no ref of letters and a number.
func shapeOf(ref string) string {
	if !codeText.MatchString(ref) {
		return ""
	}
	var shape strings.Builder
	letters := false
	for _, r := range ref {
		switch last := shape.String(); {
		case unicode.IsLetter(r):
			letters = true
			shape.WriteByte('A')
		case !unicode.IsDigit(r):
			shape.WriteRune(r)
		case !strings.HasSuffix(last, "9"):
			shape.WriteByte('9')
		}
	}
	if !letters {
		return ""
	}
	return shape.String()
}

// figuresOn is how many cells of a line hold a figure, or a mark for a missing
// one.
func (w *words) figuresOn(l line) int {
	figures := 0
	for _, i := range l.figures {
		c := l.table.cell(l.number, l.table.columns[i].at)
		if _, wrong := w.readFigure(c); wrong == nil || c.kind == uncached || c.kind == errorValue {
			figures++
		}
	}
	return figures
}

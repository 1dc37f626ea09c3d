package workbook

import (
	"cmp"
	"slices"

	"panelpack/report"
)

// reach lets each table that runs across go on over blank rows, as long as what
// stands beneath them looks like lines of it. Where that cannot be told an
// officer is asked, and the area in question is given. bind says what the columns
// of a table hold.
func (ds *drafts) reach(g *grid, all []table, bind func(*table)) (unsure []area) {
	bands, heads := g.bands(), headsOf(all)
	for i := range all {
		t := &all[i]
		if t.turned || t.rule.Last > 0 || t.to < t.lines()-1 {
			continue
		}
		r := reacher{w: ds.w, t: t, limit: t.area.nextHead(heads), bind: bind}
		first, _ := slices.BinarySearchFunc(bands, t.area.to.row+1, func(band []gridRow, row int) int { return cmp.Compare(band[0].row, row) })
		for _, band := range bands[first:] {
			if !r.over(band) {
				break
			}
		}
		if len(r.unfit) > 0 {
			ds.tellUnfit(r.unfit)
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
	bind  func(*table)
	like  table  // the table as it may be, with its columns bound
	own   manner // of the lines that are known to be its own
	known bool   // like and own need no further lines
	tries int
	unfit []line // that may be its own, or not
}

// mostTries is how many blocks without lines, such as notes, are looked past.
const mostTries = 50

// over takes the rows of a band as lines of the table, where they look like it,
// and answers whether to look further.
func (r *reacher) over(band []gridRow) bool {
	from, end := r.t.lines(), min(band[len(band)-1].row, r.limit-1)
	if r.tries++; r.tries > mostTries || end < band[0].row {
		return false
	}
	if !r.known {
		r.like = *r.t
		r.like.columns = slices.Clone(r.t.columns)
	}
	r.like.area.to.row = end
	r.like.to = r.like.lines() - 1
	if r.like.area.vast() {
		return false
	}
	if !r.known {
		r.bind(&r.like)
		r.own = r.w.manner(&r.like, from)
	}
	fit, unfit := r.fits(from)
	if fit > 0 {
		r.t.area, r.t.to = r.like.area, r.like.to
		r.known, r.tries = true, 0
	} else {
		r.unfit = unfit
	}
	return len(r.unfit) == 0
}

// fits is how many lines from one on name a metric as the table's own do, and
// those that have words and figures, and do not.
func (r *reacher) fits(from int) (fit int, unfit []line) {
	for n := from; n <= r.like.to; n++ {
		l := r.w.readLine(&r.like, n)
		figures, ref, name := r.w.figuresOn(l), l.label("ref"), l.label("name")
		switch {
		case figures == 0 || ref+name == "" || r.w.isTotal(ref, name):
		case r.own.allows(ref, name, figures):
			fit++
		default:
			unfit = append(unfit, l)
		}
	}
	return fit, unfit
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

// tellUnfit tells of lines beneath a table that may be of it, or not.
func (ds *drafts) tellUnfit(unfit []line) {
	ds.Add(report.Error, unfit[0].where("name", "ref"), "",
		"delete the blank rows if the lines are of the table above; if they are not, write headings above them, or clear them",
		"lines with figures stand beneath blank rows and may be of the table above: %d, the first here; they are not read", len(unfit))
}

// manner is how the lines of a table name their metrics, and how many figures
// they have at most.
type manner struct {
	ref, name bool
	codes     bool // refs are all like CS02
	figures   int
}

// allows reports whether a line is named in this manner. Where nothing but names
// says that lines are of a table, they have half as many figures too.
func (m manner) allows(ref, name string, figures int) bool {
	switch {
	case m.ref && ref == "" || m.name && name == "":
		return false
	case m.codes && !codeText.MatchString(ref):
		return false
	}
	return m.ref || 2*figures >= m.figures
}

// manner is that of the lines before one; where none has figures, the headings
// alone say it.
func (w *words) manner(t *table, before int) manner {
	_, ref := t.fields["ref"]
	_, name := t.fields["name"]
	m := manner{codes: true}
	for n := t.from; n < before; n++ {
		l := w.readLine(t, n)
		figures := w.figuresOn(l)
		if figures == 0 || l.label("ref")+l.label("name") == "" {
			continue
		}
		m.ref, m.name = m.ref || l.label("ref") != "", m.name || l.label("name") != ""
		m.codes = m.codes && codeText.MatchString(l.label("ref"))
		m.figures = max(m.figures, figures)
	}
	if m.figures == 0 {
		return manner{ref: ref, name: name}
	}
	return m
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

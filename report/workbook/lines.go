package workbook

import (
	"cmp"
	"slices"
	"strings"

	"panelpack/report"
)

// line is one line of a table read: which cells of it hold what.
type line struct {
	table   *table
	number  int
	Figure  string // which figure the whole line holds; empty for an actual
	figures []int  // columns with a figure that is not blank
	labels  int    // cells of labels that are not blank
}

// readLine reads the cells of one line by the table's columns.
func (w *words) readLine(t *table, number int) line {
	l := line{table: t, number: number}
	for i, c := range t.columns {
		value := t.cell(number, c.at)
		switch {
		case value.blank():
		case c.Field == "figure":
			l.Figure = w.opening("figure", value.label())
		case c.Field != "" || c.Figure == "":
			l.labels++
		case !noFigure[c.Figure] || t.ratings && c.Figure == "rating":
			l.figures = append(l.figures, i)
		}
	}
	return l
}

// label is the words of a field; empty where the line has none.
func (l line) label(field string) string {
	at, ok := l.table.fields[field]
	if !ok {
		return ""
	}
	return l.table.content(l.number, at).words()
}

// where is the place of the first of these fields that the table has.
func (l line) where(fields ...string) report.Cell {
	for _, field := range fields {
		if at, ok := l.table.fields[field]; ok {
			return l.table.where(l.number, at)
		}
	}
	return l.table.where(l.number, 0)
}

// noFigure are kinds of columns that say something about a line but hold no
// figure of their own.
var noFigure = map[string]bool{"rating": true, "comment": true, "direction": true, "total": true, "updated": true}

// tableReader reads the lines of one table into metrics.
type tableReader struct {
	w        *words
	t        *table
	into     *drafts
	section  string // the heading above the lines
	group    string // what the lines stand in by a column of their own
	category string // the last one given: a category may stand on its first line only
	now      *draft // the metric that the last line was about
	ref      string // of the last line
	name     string // of the last line
	last     int    // the last line that holds a figure
	asAt     report.Period
	periods  []report.Period // of each line, where the lines say
	axis     []report.Period // of the table's columns
	taken    int             // cells of figures
	stray    []report.Cell   // the first figure of each line that names no metric
	hidden   []report.Cell   // the metrics on hidden lines
	covered  []report.Cell   // the figures in places that are hidden on every line
	undated  []report.Cell   // figures on lines whose period cannot be read
	again    []taken         // figures that another table of the mapping has given
	pending  []line          // of a metric whose lines are not all read yet
	above    []int           // the lines of actuals since the last heading or total
	totals   []int           // the lines of totals
	summed   []summed        // the lines of actuals
}

// readTable reads every line of a table, and gives the number of cells of
// figures taken from it.
func (w *words) readTable(t *table, into *drafts) int {
	r := &tableReader{w: w, t: t, into: into, asAt: asAt(t.titles), periods: w.linePeriods(t)}
	for _, c := range t.columns {
		if c.Figure == "actual" && !c.Period.IsZero() {
			r.axis = append(r.axis, c.Period)
		}
	}
	r.last = t.to
	for r.last > t.from && len(w.readLine(t, r.last).figures) == 0 {
		r.last--
	}
	for n := t.from; n <= t.to; n++ {
		if t.mapped && w.isLeftOut(t, n) {
			continue
		}
		l := w.readLine(t, n)
		if r.isSecondHead(l) {
			into.Add(report.Error, l.where("name", "ref"), "", "write its months or quarters as in Sep 2022, or name the row in the mapping's ignore",
				"a second line of headings has no months or quarters; what stands beneath it is not read")
			break
		}
		switch {
		case len(t.rule.Group) > 0:
			r.grouped(l)
		case t.rule.NameByColumn:
			r.crossed(l)
		default:
			r.line(l)
		}
	}
	r.tellRest()
	r.tellTotals()
	return r.taken
}

// tellRest tells of what is left when all lines are read.
func (r *tableReader) tellRest() {
	if len(r.stray) > 0 && r.taken > 0 {
		r.into.Add(report.Warning, r.stray[0], "", "write the metric's ref and name on each line, or clear its figures",
			"figures stand on lines that name no metric and are not read: %d, the first here", len(r.stray))
	}
	r.tellHiddenLines()
	if len(r.undated) > 0 {
		r.into.Add(report.Error, r.undated[0], "", "write the period of each line as in Sep 2022, Q2 2022/23 or 30/09/2022",
			"figures stand on lines whose period cannot be read, and are not used: %d, the first here", len(r.undated))
	}
	r.tellAgain()
	if n := len(r.pending); n > 0 {
		r.into.Add(report.Error, r.pending[0].where("name", "ref"), "", "name the rows that belong to no metric in the mapping's ignore or skip",
			"the rows of this table do not come in groups of %d: rows left over: %d, the first here", len(r.t.rule.Group), n)
	}
}

func (r *tableReader) line(l line) {
	r.group = cmp.Or(l.label("group"), r.group)
	r.category = cmp.Or(l.label("category"), r.category)
	ref, name := l.label("ref"), r.nameOf(&l)
	if ref == "" && name == "" && l.label("dimension") != "" && len(l.figures) > 0 {
		ref, name = r.ref, r.name // which stand on the first of the lines by team, area and the like
	}
	r.ref, r.name = ref, name
	switch {
	case !r.isWhole(l):
		r.now = nil
		r.into.partly(r.within(), ref, name, l.where("dimension"))
	case ref == "" && name == "":
		r.unnamed(l)
	case r.isHeading(l):
		if l.number < r.last && !isNote(cmp.Or(ref, name)) {
			r.heading(strings.TrimSpace(ref + name))
		}
	case l.number > r.last && isNote(cmp.Or(ref, name)):
		// A footnote beneath the table.
	case r.w.isTotal(ref, name) && !(r.t.turned && r.group != ""): // a column of its group is a metric
		r.total(l)
	default:
		r.metric(l, ref, name)
	}
}

// unnamed reads a line without ref and name: it goes on with the metric above
// where it holds another figure of it.
func (r *tableReader) unnamed(l line) {
	switch {
	case len(l.figures) == 0 && l.labels == 1:
		if words := r.onlyLabel(l); l.number < r.last && !isNote(words) {
			r.heading(words)
		}
	case r.now != nil && l.Figure != "":
		r.figures(l)
	case r.now != nil && l.label("figure") != "" && r.w.figuresOn(l) > 0:
		r.tellRow(l, report.Error, "its figures are not read")
	case len(l.figures) > 0:
		r.stray = append(r.stray, r.t.where(l.number, r.t.columns[l.figures[0]].at))
	}
}

// heading begins a section.
func (r *tableReader) heading(words string) {
	r.section, r.group, r.category, r.now, r.above = words, "", "", nil, nil
}

func (r *tableReader) onlyLabel(l line) string {
	for _, c := range r.t.columns {
		if label := r.t.cell(l.number, c.at).label(); label != "" && c.Figure == "" {
			return label
		}
	}
	return ""
}

// isHeading reports whether a line only names the lines beneath it.
func (r *tableReader) isHeading(l line) bool {
	return len(l.figures) == 0 && l.labels == 1 && l.Figure == ""
}

// isSecondHead reports whether a line within a table has headings in all its
// cells, and nothing that is a figure or a mark for a missing one: the periods
// of the table are not those of the lines beneath it.
func (r *tableReader) isSecondHead(l line) bool {
	ref, name := l.label("ref"), l.label("name")
	for _, label := range []string{ref, name} {
		if label != "" && !slices.Contains([]string{"ref", "name"}, r.w.textHeading(label).Field) {
			return false
		}
	}
	for _, i := range l.figures {
		label := r.t.cell(l.number, r.t.columns[i].at).label()
		if label == "" || r.w.meaning("missing", label) != "" {
			return false
		}
	}
	return ref+name != "" && len(l.figures) > 0
}

// noteSigns begin the notes that stand beneath a table.
var noteSigns = []string{"note", "source", "*", "(1)", "1.", "1)", "footnote", "key:", "¹", "[note", "data as at", "back to"}

// maxHeading is the longest label, in characters, that is taken for a heading
// and not for a note.
const maxHeading = 90

func isNote(s string) bool {
	lower := strings.ToLower(s)
	return len(s) > maxHeading || slices.ContainsFunc(noteSigns, func(sign string) bool { return strings.HasPrefix(lower, sign) })
}

// isWhole reports whether a line is about the whole of what a metric may be
// broken down by.
func (r *tableReader) isWhole(l line) bool {
	at, ok := l.table.fields["dimension"]
	if !ok || len(l.table.columns[at].keep) > 0 {
		return true
	}
	part := l.label("dimension")
	return part == "" || r.w.meaning("whole", part) != ""
}

// metric reads a line that names its metric.
func (r *tableReader) metric(l line, ref, name string) {
	at := l.where("name", "ref")
	d := r.into.draft(r.t, r.within(), at, ref, name)
	r.now = d
	if r.t.hidesLine(l.number) {
		r.hidden = append(r.hidden, at)
	}
	d.Category = cmp.Or(d.Category, r.category)
	d.runs(r.axis)
	r.into.describe(d, l)
	if l.Figure == "" && l.label("figure") != "" && r.w.figuresOn(l) > 0 {
		r.tellRow(l, report.Warning, "its figures are read as actuals")
	}
	r.figures(l)
	if len(r.axis) > 0 && (l.Figure == "" || l.Figure == "actual") {
		r.above, r.summed = append(r.above, l.number), append(r.summed, summed{draft: d, number: l.number})
	}
}

// within is what the lines stand in: what the mapping gives, a section, a group
// in it, or several of these.
func (r *tableReader) within() string {
	var all []string
	for _, one := range []string{r.t.within, r.section, r.group} {
		if one != "" {
			all = append(all, one)
		}
	}
	return strings.Join(all, " > ")
}

package workbook

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
)

// bind finds, by what stands in them, the columns that no heading names: the
// one that says which figure a line holds, the refs, the names, and the groups
// that names stand in.
func (w *words) bind(t *table) {
	t.figured = t.sample()
	w.bindFigure(t)
	t.bindRef()
	if t.fieldAt("name") < 0 {
		t.bindName()
	}
	for _, c := range t.labelColumns() {
		if name := t.fieldAt("name"); c.at < name && t.labelled(c.at) > 0 && t.labelled(c.at) < t.labelled(name) {
			t.columns[c.at].Field = "group"
		}
	}
	t.index()
}

// index notes the first column of each field.
func (t *table) index() {
	t.fields = map[string]int{}
	for _, c := range slices.Backward(t.columns) {
		if c.Field != "" {
			t.fields[c.Field] = c.at
		}
	}
}

// use is what a column was taken for; empty where it is not used, as the second
// of two that say the same of a metric.
func (t *table) use(c column) string {
	if at, ok := t.fields[c.Field]; ok && at != c.at && len(c.keep) == 0 {
		return ""
	}
	return cmp.Or(c.Field, c.Figure)
}

// bindFigure finds the column that says which figure each line holds. One that
// is only headed so, but holds something else, is not it.
func (w *words) bindFigure(t *table) {
	if at := t.fieldAt("figure"); at >= 0 && w.isFigureColumn(t, at) {
		return
	}
	for i, c := range t.columns {
		if c.Field == "figure" {
			t.columns[i].Field = ""
		}
	}
	for _, c := range t.labelColumns() {
		if w.isFigureColumn(t, c.at) {
			t.columns[c.at].Field, t.columns[c.at].Figure = "figure", ""
			return
		}
	}
}

// bindRef finds the column of refs: one that is headed as a name but holds
// codes, with the names beside it, or a free one that holds codes.
func (t *table) bindRef() {
	if t.fieldAt("ref") >= 0 {
		return
	}
	candidates := t.labelColumns()
	names := 0
	for _, c := range t.columns {
		if c.Field == "name" {
			names++
		}
	}
	if name := t.fieldAt("name"); name >= 0 && names+len(candidates) > 1 {
		candidates = append(candidates, t.columns[name])
	}
	for _, c := range candidates {
		if isCodeColumn(t, c.at) {
			t.columns[c.at].Field = "ref"
			return
		}
	}
}

// bindName takes for the names the column that labels the most lines; of
// several the one with the most different labels, and then the one nearest to
// the figures.
func (t *table) bindName() {
	best, most, different := -1, 0, 0
	for _, c := range t.labelColumns() {
		labels, _ := t.contents(c.at)
		count := len(labels)
		slices.Sort(labels)
		distinct := len(slices.Compact(labels))
		if count > most || count == most && count > 0 && distinct >= different {
			best, most, different = c.at, count, distinct
		}
	}
	if best >= 0 {
		t.columns[best].Field = "name"
	}
}

// labelled is how many of a column's cells are labels.
func (t *table) labelled(at int) int {
	labels, _ := t.contents(at)
	return len(labels)
}

// fieldAt is the first column bound to a field, or -1.
func (t *table) fieldAt(field string) int {
	for _, c := range t.columns {
		if c.Field == field {
			return c.at
		}
	}
	return -1
}

// labelColumns are the columns before the first figures that nothing is known
// of yet.
func (t *table) labelColumns() []column {
	var free []column
	for _, c := range t.columns {
		if !c.Period.IsZero() && c.Figure != "" {
			break
		}
		if c.Field == "" && (c.Figure == "" || c.Figure == "actual") {
			free = append(free, c)
		}
	}
	return free
}

// sampleLines is how many lines are enough to judge what a column holds.
const sampleLines = 400

// sample is the first lines of a table that hold a figure.
func (t *table) sample() []int {
	var sample []int
	for line := t.from; line <= t.to && len(sample) < sampleLines; line++ {
		if slices.ContainsFunc(t.columns, func(c column) bool { return c.Figure != "" && !t.cell(line, c.at).blank() }) {
			sample = append(sample, line)
		}
	}
	return sample
}

// contents is the labels of a column on the lines that hold figures, and how
// many of its cells there hold anything.
func (t *table) contents(at int) (labels []string, filled int) {
	for _, line := range t.figured {
		c := t.cell(line, at)
		if c.blank() {
			continue
		}
		filled++
		if label := c.label(); label != "" {
			labels = append(labels, label)
		}
	}
	return labels, filled
}

func (w *words) isFigureColumn(t *table, at int) bool {
	labels, filled := t.contents(at)
	known := 0
	for _, label := range labels {
		if w.opening("figure", label) != "" {
			known++
		}
	}
	return known >= 2 && known*10 >= filled*8
}

var codeText = regexp.MustCompile(`^[A-Za-z]{0,8}[ ./_-]{0,2}\d{1,4}[A-Za-z]?(?:[./-]\d{1,3}[a-z]?)*$`)

func isCodeColumn(t *table, at int) bool {
	labels, filled := t.contents(at)
	codes := 0
	for _, label := range labels {
		if codeText.MatchString(label) && strings.ContainsAny(label, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz") {
			codes++
		}
	}
	return codes > 0 && codes*10 >= filled*8
}

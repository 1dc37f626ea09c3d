package workbook

import (
	"regexp"
	"strings"
)

// bind finds, by what stands in them, the columns that no heading names: the
// one that says which figure a line holds, the refs and the names.
func (w *words) bind(t *table) {
	if t.fieldAt("figure") < 0 || !w.isFigureColumn(t, t.fieldAt("figure")) {
		t.unbind("figure")
		for _, c := range t.labelColumns() {
			if w.isFigureColumn(t, c.at) {
				t.columns[c.at].Field, t.columns[c.at].Figure = "figure", ""
				break
			}
		}
	}
	if name := t.fieldAt("name"); name >= 0 && t.fieldAt("ref") < 0 && isCodeColumn(t, name) && len(t.labelColumns()) > 0 {
		t.columns[name].Field = "ref" // such as "PI" over codes, with the names beside it
	}
	if t.fieldAt("ref") < 0 {
		for _, c := range t.labelColumns() {
			if isCodeColumn(t, c.at) {
				t.columns[c.at].Field = "ref"
				break
			}
		}
	}
	if t.fieldAt("name") < 0 {
		t.bindName()
	}
}

// bindName takes for the names the column of words nearest to the figures.
func (t *table) bindName() {
	best := -1
	for _, c := range t.labelColumns() {
		if words, _ := t.contents(c.at); len(words) > 0 {
			best = c.at
		}
	}
	if best >= 0 {
		t.columns[best].Field = "name"
	}
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

func (t *table) unbind(field string) {
	for i, c := range t.columns {
		if c.Field == field {
			t.columns[i].Field = ""
		}
	}
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

// contents is the labels of a column, and how many of its cells hold anything.
func (t *table) contents(at int) (labels []string, filled int) {
	for line := t.from; line <= t.to && line < t.from+sampleLines; line++ {
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

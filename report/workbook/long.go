package workbook

import (
	"slices"
	"strings"

	"panelpack/report"
	"panelpack/report/mapping"
)

// long finds a table with a line for each figure: its headings name a metric
// and an actual, and either a period or a period that the title gives.
func (w *words) long(v view) (table, bool) {
	for line := range min(v.lines(), maxHeadLine) {
		heads := w.headings(v, line, nil)
		t := table{view: v, head: []int{line}, from: line + 1, to: v.lines() - 1}
		fields := map[string]bool{}
		for at, h := range heads {
			c := column{at: at, Words: h.Words, Key: h.key(), Field: h.Field, Figure: h.Figure}
			if h.Words != "" && fields[h.Field+h.Figure] {
				c.Field, c.Figure = "", "" // a second column of the same meaning is not guessed at
			}
			fields[c.Field+c.Figure] = true
			t.columns = append(t.columns, c)
		}
		if !fields["actual"] || !fields["name"] && !fields["ref"] || t.from > t.to {
			continue
		}
		t.titles = titlesAbove(v, line)
		if fields["period"] {
			t.Layout = "a line for each figure"
			return t, true
		}
		if t.period, t.rule.Period = w.periodOfTitle(&t); !t.period.IsZero() {
			t.Layout = "one period, " + t.period.Words()
			return t, true
		}
	}
	return table{}, false
}

// maxHeadLine is how far down a block its headings are looked for.
const maxHeadLine = 40

// periodOfTitle is the month or quarter that the titles name, and where it
// stands. The sheet's name comes first: the sheets of a workbook often differ in
// nothing else. A month without its year takes it from another title.
func (w *words) periodOfTitle(t *table) (report.Period, mapping.Given) {
	for _, title := range slices.Backward(t.titles) {
		r, _, ok := w.findPeriod(title)
		if ok && r.needsYear() {
			if p := r.in(w.yearOf(*t, nil)); !p.IsZero() {
				return p, mapping.Given{Text: p.String()} // two places say it
			}
		}
		switch {
		case ok && r.Period.Kind() == report.Day:
			return monthOfDay(r.Period), t.placeOfTitle(title)
		case ok && (r.Period.Kind() == report.Month || r.Period.Kind() == report.Quarter):
			return r.Period, t.placeOfTitle(title)
		}
	}
	return report.Period{}, mapping.Given{}
}

// placeOfTitle is where one of the titles stands.
func (t *table) placeOfTitle(title string) mapping.Given {
	for _, row := range t.rows {
		for _, c := range row.cells {
			if c.label() == title {
				return mapping.Given{Cell: report.Cell{Col: c.col, Row: row.row}}
			}
		}
	}
	return mapping.Given{Sheet: true}
}

// asAt is the month that the titles say the figures are as at.
func asAt(titles []string) report.Period {
	for _, title := range titles {
		if lower := strings.ToLower(title); !strings.Contains(lower, "as at") && !strings.Contains(lower, "data to") {
			continue
		}
		if r, _, ok := findPeriod(title); ok && r.Period.Kind() == report.Day {
			return monthOfDay(r.Period)
		} else if ok && r.Period.Kind() == report.Month {
			return r.Period
		}
	}
	return report.Period{}
}

package narrative

import (
	"fmt"

	"panelpack/report"
)

// method is how the ratings and charts were made: the rulebook in words.
func method(p *report.Pack, o Options) report.Section {
	policy := p.Assessed.Policy
	s := report.Section{ID: "method", Title: "Method", Blocks: []report.Block{bands(policy)}}
	for _, text := range policy.Method {
		s.Blocks = append(s.Blocks, report.Paragraph{Text: text})
	}
	if o.ScalePolicy != "" {
		s.Blocks = append(s.Blocks, report.Paragraph{Text: report.Text{{Text: "Chart scales. ", Bold: true}, {Text: o.ScalePolicy}}})
	}
	s.Blocks = append(s.Blocks, report.Paragraph{Small: true, Text: report.Plain(
		fmt.Sprintf("Rulebook: %s, sha256 %s.", policy.Source.File, policy.Source.SHA256))})
	return s
}

// bands is the rulebook's bands, one to a point.
func bands(policy report.Policy) report.List {
	var l report.List
	for _, b := range policy.Bands {
		l.Items = append(l.Items, report.Text{{Text: b.Rating.String() + ": ", Bold: true}, {Text: b.Words + "."}})
	}
	return l
}

func definitions(p *report.Pack) report.Section {
	s := report.Section{ID: "definitions", Title: "Definitions"}
	t := report.Table{
		ID: "definitions-table", Caption: "What each metric counts",
		Columns: []report.Column{{Head: "Ref"}, {Head: "Metric", Weight: 2}, {Head: "Definition", Weight: 3}, {Head: "Timescale and return", Weight: 1.3}},
	}
	for _, m := range p.Assessed.Metrics {
		if m.Metric.Definition == "" {
			continue
		}
		t.Rows = append(t.Rows, report.Row{Cells: []report.TableCell{
			refCell(m.Metric.Ref), plainCell(m.Metric.Name), plainCell(m.Metric.Definition),
			plainCell(join("; ", m.Metric.Timescale, m.Metric.Return)),
		}})
	}
	if len(t.Rows) > 0 {
		s.Blocks = []report.Block{t}
	}
	return s
}

// dataNotes is what changed or removed a printed figure.
func dataNotes(p *report.Pack) report.Section {
	s := report.Section{ID: "data-notes", Title: "Notes on the data", Continues: true}
	var items []report.Text
	for _, m := range p.Assessed.Metrics {
		for _, note := range m.Notes {
			items = append(items, append(metricLead(&m), report.Span{Text: ": " + note}))
		}
	}
	if len(items) == 0 {
		s.Blocks = []report.Block{report.Paragraph{Text: report.Plain("No printed figure was changed or left out.")}}
		return s
	}
	s.Blocks = []report.Block{report.List{Items: items}}
	return s
}

// figures is every charted figure, one table for each metric.
func figures(p *report.Pack) report.Section {
	var tables []report.Table
	for i := range p.Assessed.Metrics {
		tables = append(tables, figuresTable(&p.Assessed.Metrics[i]))
	}
	return report.Section{
		ID: "figures", Title: "The figures behind the charts", Continues: true,
		Blocks: []report.Block{
			report.Paragraph{Text: report.Plain("Every figure that a chart shows, as read from the workbook, or why there is none.")},
			report.Figures{Tables: tables},
		},
	}
}

func figuresTable(m *report.Assessment) report.Table {
	t := report.Table{
		ID: report.FiguresAnchor(m.Metric.Ref), Caption: m.Metric.Ref + " " + m.Metric.Short(), Fine: true,
		Link:    "#" + report.MetricAnchor(m.Metric.Ref),
		Columns: []report.Column{{Head: "Period", Weight: 0.6}, {Head: "Actual", Align: report.Right}, {Head: "Target", Align: report.Right}},
	}
	u := m.Metric.Unit
	row := func(period, actual, target string) {
		t.Rows = append(t.Rows, report.Row{Cells: []report.TableCell{plainCell(period), plainCell(actual), plainCell(target)}})
	}
	for _, o := range m.Observations {
		if m.Step > 1 && o.Actual.State() == report.NotReported && !o.Target.Known() {
			continue // no figure is due between one quarter and the next
		}
		row(o.Period.ShortWords(), figureWords(u, o.Actual), o.Target.Words(u))
	}
	for _, s := range m.Snapshots {
		row(s.AsAt.Words(), u.Format(s.Value), "–")
	}
	for _, f := range m.Forecasts {
		row(f.Period.ShortWords()+" forecast", u.Format(f.Value), "–")
	}
	if m.FinalTarget.Known() {
		row("Final target", "–", m.FinalTarget.Words(u))
	}
	return t
}

func figureWords(u report.Unit, v report.Value) string {
	if v.Known() {
		return u.Format(v)
	}
	return v.State().String()
}

func background(p *report.Pack) report.Section {
	source := p.Assessed.Submission.Source
	return report.Section{
		ID: "background", Title: "Background papers", Continues: true,
		Blocks: []report.Block{report.List{Items: []report.Text{
			report.Plain(fmt.Sprintf("The performance workbook %s, sha256 %s.", source.File, source.SHA256)),
			report.Plain(fmt.Sprintf("The rules: %s, sha256 %s.", p.Assessed.Policy.Source.File, p.Assessed.Policy.Source.SHA256)),
		}}},
	}
}

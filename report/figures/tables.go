package figures

import (
	"strings"

	"panelpack/report"
	"panelpack/report/workbook"
)

// metrics is the table of what the pack says of each metric.
func metrics(p *report.Pack) sheet {
	s := sheet{
		name: "Metrics", title: "Metrics in " + p.Assessed.Period.Words() + ", with their ratings",
		says: "This sheet contains one table, with a row for each metric.",
		heads: []head{
			{"Ref", 12}, {"Metric", 44}, {"Category", 30}, {"Owner", 26}, {"Unit", 14}, {"Which way is good", 18}, {"Actual", 12},
			{"Target", 12}, {"Target in words", 20}, {"Away by", 16}, {"Rating", 16}, {"Reason", 60}, {"Rated so since", 18},
			{"Movement", 34}, {"Better or worse", 16}, {"Notes", 50},
		},
	}
	for i := range p.Assessed.Metrics {
		s.rows = append(s.rows, metricRow(p, &p.Assessed.Metrics[i]))
	}
	return s
}

func metricRow(p *report.Pack, a *report.Assessment) []workbook.Entry {
	m, movement, judgement := a.Metric, "", ""
	if len(a.Directions) > 0 {
		movement, judgement = a.Directions[0].Text, a.Directions[0].Word.String()
	}
	return []workbook.Entry{
		word(m.Ref), word(m.Name), word(categoryTitle(p.Assessed, a)), word(m.Owner), word(m.Unit.String()), word(m.Polarity.String()),
		number(m.Unit, a.Now.Actual, figure{value: a.Now.Actual}.notation()),
		number(m.Unit, a.Now.Target.Value, markNotApplicable), targetWords(m.Unit, a.Now.Target),
		word(a.Deviation.Short), word(a.Rating.String()), word(a.Reason), word(a.RatedSince.Words()),
		word(movement), word(judgement), word(strings.Join(a.Notes, ". ")),
	}
}

// targetWords is a target as printed, set like the number before it.
func targetWords(u report.Unit, t report.Target) workbook.Entry {
	entry := word("")
	if t.Known() {
		entry = word(t.Words(u))
	}
	entry.Style.Align = workbook.Right
	return entry
}

// all is the tidy table of every figure.
func all(p *report.Pack) sheet {
	s := sheet{
		name: "Figures", title: "Every figure behind the charts, with targets and ratings",
		says: "This sheet contains one table, with a row for each metric, period and kind of figure.",
		heads: []head{
			{"Ref", 12}, {"Metric", 44}, {"Category", 30}, {"Unit", 14}, {"Period", 24}, {"As at", 16}, {"Kind", 16},
			{"Value", 14}, {"Target", 14}, {"Target in words", 22}, {"Rating", 16},
		},
	}
	for _, f := range figuresOf(p) {
		m, rating := f.metric.Metric, ""
		if f.rating != nil {
			rating = f.rating.String()
		}
		s.rows = append(s.rows, []workbook.Entry{
			word(m.Ref), word(m.Name), word(categoryTitle(p.Assessed, f.metric)), word(m.Unit.String()),
			word(f.period.Words()), day(f.asAt), word(f.kind), number(m.Unit, f.value, f.notation()),
			number(m.Unit, f.target.Value, markNotApplicable), targetWords(m.Unit, f.target), word(rating),
		})
	}
	return s
}

// definitions is the table of what each metric counts.
func definitions(p *report.Pack) sheet {
	s := sheet{
		name: "Definitions", title: "What each metric counts", says: "This sheet contains one table, with a row for each metric.",
		heads: []head{{"Ref", 12}, {"Metric", 44}, {"Definition", 70}, {"Timescale", 30}, {"Statutory return", 24}},
	}
	for _, a := range p.Assessed.Metrics {
		m := a.Metric
		s.rows = append(s.rows, []workbook.Entry{word(m.Ref), word(m.Name), word(m.Definition), word(m.Timescale), word(m.Return)})
	}
	return s
}

package narrative

import (
	"fmt"

	"panelpack/report"
)

// arrows show which way a figure moved, whatever the polarity.
const (
	arrowUp    = "▲"
	arrowDown  = "▼"
	arrowLevel = "●"
)

func scorecard(p *report.Pack) report.Section {
	a := p.Assessed
	intro := fmt.Sprintf("%s against the incremental target of the same period.", a.Period.Words())
	if !a.Previous.IsZero() {
		intro += fmt.Sprintf(" Direction compares with %s.", a.Previous.Words())
	}
	intro += otherSpans(a)
	t := report.Table{
		ID: "scorecard-table", Caption: "All metrics by category: " + a.Period.Words(),
		Columns: []report.Column{
			{Head: "Ref"}, {Head: "Metric", Weight: 1}, {Head: "Trend"},
			{Head: "Actual", Align: report.Right, Strong: true}, {Head: "Target", Align: report.Right},
			{Head: "Away by"}, {Head: "Rating"}, {Head: "Direction"}, {Head: "Page", Align: report.Right, Pages: true},
		},
	}
	for _, category := range a.Categories {
		for i, m := range a.In(category.ID) {
			if i == 0 {
				t.Rows = append(t.Rows, report.Row{Group: category.Title})
			}
			t.Rows = append(t.Rows, scorecardRow(m))
		}
	}
	return report.Section{
		ID: "scorecard", Title: "Scorecard",
		Blocks: []report.Block{report.Paragraph{Text: report.Plain(intro)}, t},
	}
}

func scorecardRow(m *report.Assessment) report.Row {
	away := m.Deviation.Short
	switch {
	case away != "":
	case !m.Now.Actual.Known():
		away = "no figure"
	case !m.Now.Target.Known():
		away = "no target"
	default:
		away = "–"
	}
	return report.Row{Cells: []report.TableCell{
		refCell(m.Metric.Ref), plainCell(m.Metric.Short()), {Spark: m}, actualCell(m), targetCell(m),
		plainCell(away), {Rating: &m.Rating}, plainCell(directionWords(m)), pageCell(m.Metric.Ref),
	}}
}

// directionWords is the arrow of the movement and its judgement; for a metric
// shown for context the movement in words.
func directionWords(m *report.Assessment) string {
	if len(m.Directions) == 0 || !m.Directions[0].Change.Known() {
		return "–"
	}
	d := m.Directions[0]
	arrow, movement := arrowLevel, "no change"
	switch d.Change.Sign() {
	case 1:
		arrow, movement = arrowUp, "up"
	case -1:
		arrow, movement = arrowDown, "down"
	}
	if d.Word == report.NoJudgement {
		return arrow + " " + movement
	}
	return arrow + " " + d.Word.String()
}

// metrics is the section of one category: a panel for each of its metrics.
func metrics(p *report.Pack, category report.Category) report.Section {
	s := report.Section{ID: "category-" + category.ID, Title: category.Title}
	for _, m := range p.Assessed.In(category.ID) {
		s.Blocks = append(s.Blocks, report.MetricPanel{
			Assessment: m, Commentary: p.Commentary[m.Metric.Ref],
			Links: report.Text{
				{Text: "Scorecard", Link: "#scorecard"}, {Text: "    "},
				{Text: m.Metric.Ref + " as a table", Link: "#" + report.FiguresAnchor(m.Metric.Ref)},
			},
		})
	}
	return s
}

// inspections is what inspectors found, each with the metrics that follow it.
func inspections(p *report.Pack) report.Section {
	a := p.Assessed
	s := report.Section{ID: "inspections", Title: "Inspection findings and the metrics that follow them"}
	for _, f := range a.Submission.Inspections {
		title := join(": ", f.ID, f.Finding)
		s.Blocks = append(s.Blocks,
			report.Heading{Rank: 2, Text: title},
			report.Paragraph{Text: report.Plain(join(" · ", f.Area, f.Judgement, f.Inspected.Words())), Small: true})
		if t := followers(a, f); len(t.Rows) > 0 {
			s.Blocks = append(s.Blocks, t)
		}
	}
	return s
}

func followers(a *report.Assessed, f report.InspectionFinding) report.Table {
	t := report.Table{
		ID: "finding-" + f.ID, Caption: "Metrics that follow finding " + f.ID,
		Columns: []report.Column{
			{Head: "Ref"}, {Head: "Metric", Weight: 1}, {Head: "Actual", Align: report.Right, Strong: true},
			{Head: "Target", Align: report.Right}, {Head: "Rating"}, {Head: "Direction"}, {Head: "Page", Align: report.Right, Pages: true},
		},
	}
	for _, ref := range f.Metrics {
		m := a.Find(ref)
		if m == nil {
			continue
		}
		t.Rows = append(t.Rows, report.Row{Cells: []report.TableCell{
			refCell(ref), plainCell(m.Metric.Name), actualCell(m), targetCell(m),
			{Rating: &m.Rating}, plainCell(directionWords(m)), pageCell(ref),
		}})
	}
	return t
}

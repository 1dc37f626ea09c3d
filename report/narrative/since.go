package narrative

import (
	"fmt"
	"strings"

	"panelpack/report"
)

// since is what is different from the last pack, where one was named: what
// members would otherwise have to find by holding two papers side by side.
func since(p *report.Pack) report.Section {
	s := report.Section{ID: "since", Title: "What changed since the last pack"}
	c := p.Assessed.Changes
	if c == nil {
		return s
	}
	s.Blocks = []report.Block{report.Paragraph{Text: report.Plain(comparedSentence(c))}}
	s.Blocks = append(s.Blocks, titled("Metrics new, dropped or defined otherwise", metricChanges(c, p.Assessed), "None: every metric is here and means what it meant.")...)
	s.Blocks = append(s.Blocks, ratingChanges(c, p.Assessed)...)
	if c.Since != p.Assessed.Period {
		s.Blocks = append(s.Blocks, titled("Ratings of "+c.Since.Words()+" as they would be now", revisions(c, p.Assessed), "None would be different by what is known now.")...)
	}
	s.Blocks = append(s.Blocks, figureChanges(p.Assessed, c.Figures, report.Table{ID: "restated", Caption: "Figures for periods that were published before"}, "Restated figures", "No figure was restated.")...)
	s.Blocks = append(s.Blocks, figureChanges(p.Assessed, c.Targets, report.Table{ID: "targets-changed", Caption: "Targets, of periods past and to come"}, "Targets that changed", "No target was changed.")...)
	return s
}

func comparedSentence(c *report.Changes) string {
	text := "Compared with the pack for " + c.Since.Words() + ", as it was made then (" + c.Source.File + ")."
	if c.Rules {
		text += " Its ratings were made by another rulebook, so that a rating may differ although no figure does."
	}
	return text
}

// metricChanges says of each metric what is not as it was, those that were
// dropped first.
func metricChanges(c *report.Changes, a *report.Assessed) []report.Text {
	var dropped, others []report.Text
	for _, m := range c.Metrics {
		if m.Part == report.DroppedMetric {
			dropped = append(dropped, report.Text{{Text: m.Ref + " " + m.Name, Bold: true}, {Text: ": dropped; it was in the last pack and is not in this one."}})
			continue
		}
		others = append(others, append(metricLead(a.Find(m.Ref)), report.Span{Text: ": " + partSentence(m)}))
	}
	return append(dropped, others...)
}

// partSentence says what of a metric is not as it was. What it is now, but for
// its full name, stands elsewhere in the pack.
func partSentence(m report.MetricChange) string {
	then := "“" + strings.TrimSuffix(m.Then, ".") + "”"
	switch m.Part {
	case report.MetricRef:
		return "its ref was " + m.Then + "."
	case report.MetricName:
		return "it was called " + then + ", and is now “" + m.Now + "”."
	case report.MetricDefinition:
		return "it was defined as " + then + "."
	case report.MetricUnit:
		return "its unit was " + then + "; its figures are not compared."
	case report.MetricPolarity:
		return "it was judged by " + then + "."
	case report.MetricCategory:
		return "it stood under " + then + "."
	}
	return "new in this pack."
}

func ratingChanges(c *report.Changes, a *report.Assessed) []report.Block {
	t := report.Table{
		ID: "ratings-changed", Caption: "Ratings as published for " + c.Since.Words() + ", and now",
		Columns: []report.Column{{Head: "Ref"}, {Head: "Metric", Weight: 1}, {Head: "Then"}, {Head: "Now"}, {Head: "Away by"}},
	}
	for _, r := range c.Ratings {
		m := a.Find(r.Ref)
		t.Rows = append(t.Rows, report.Row{Cells: []report.TableCell{
			refCell(r.Ref), plainCell(m.Metric.Short()), {Rating: &r.Before}, {Rating: &r.Now}, plainCell(orElse(m.Deviation.Short, capital(r.Why))),
		}})
	}
	return tableOr("Ratings, as published then and now", t, "No rating is different.")
}

func revisions(c *report.Changes, a *report.Assessed) []report.Text {
	var items []report.Text
	for _, r := range c.Revised {
		items = append(items, append(metricLead(a.Find(r.Ref)), report.Span{
			Text: fmt.Sprintf(": published as %s; %s by what is known now.", lower(r.Before), lower(r.Now)),
		}))
	}
	return items
}

// tableOr is a table beneath its heading, or a sentence where it has no rows.
func tableOr(title string, t report.Table, none string) []report.Block {
	if len(t.Rows) == 0 {
		return titled(title, nil, none)
	}
	return []report.Block{report.Heading{Rank: 2, Text: title}, t}
}

// changesOfOne is how many changed figures of one metric a page tells of. The
// record has them all.
const changesOfOne = 3

// figureChanges fills t with figures that are not what they were: of each
// metric the latest, and how many more there are.
func figureChanges(a *report.Assessed, changes []report.FigureChange, t report.Table, title, none string) []report.Block {
	t.Columns = []report.Column{
		{Head: "Ref"}, {Head: "Metric", Weight: 1}, {Head: "For", Weight: 1},
		{Head: "Then", Align: report.Right}, {Head: "Now", Align: report.Right, Strong: true}, {Head: "Cell"},
	}
	for len(changes) > 0 {
		n := 1
		for n < len(changes) && changes[n].Ref == changes[0].Ref {
			n++
		}
		left := max(n-changesOfOne, 0)
		for i, f := range changes[left:n] {
			when := spanWords(f)
			if i == 0 && left > 0 {
				when += fmt.Sprintf(", and %d before that", left)
			}
			t.Rows = append(t.Rows, report.Row{Cells: []report.TableCell{
				refCell(f.Ref), plainCell(a.Find(f.Ref).Metric.Short()), plainCell(when), plainCell(f.Then), plainCell(f.Now), plainCell(f.Cell.String()),
			}})
		}
		changes = changes[n:]
	}
	return tableOr(title, t, none)
}

// spanWords is the periods that changed alike: "June 2022", "April 2022 to
// March 2023".
func spanWords(f report.FigureChange) string {
	switch {
	case f.From.IsZero():
		return "Final target"
	case f.From == f.To:
		return f.From.Words()
	}
	return f.From.Words() + " to " + f.To.Words()
}

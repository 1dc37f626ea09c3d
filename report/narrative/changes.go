package narrative

import (
	"fmt"
	"slices"
	"strings"

	"panelpack/report"
)

// changes is the page after it: records, movements, and what has no rating.
func changes(p *report.Pack) report.Section {
	a := p.Assessed
	s := report.Section{ID: "changes", Title: "What changed, and what is not rated"}
	s.Blocks = append(s.Blocks, recordBlocks(a)...)
	s.Blocks = append(s.Blocks, ratingMoves(a)...)
	s.Blocks = append(s.Blocks, movementBlocks(a)...)
	s.Blocks = append(s.Blocks, unratedBlocks(a)...)
	return s
}

// further is the questions for which the first page has no room.
func further(p *report.Pack) report.Section {
	s := report.Section{ID: "further-questions", Title: "Further questions the figures raise", Continues: true}
	first := questionsFirst(p.Assessed)
	if rest := p.Assessed.Questions[first:]; len(rest) > 0 {
		s.Blocks = []report.Block{report.List{Numbered: true, First: first + 1, Items: questions(rest)}}
	}
	return s
}

func recordBlocks(a *report.Assessed) []report.Block {
	t := report.Table{
		ID: "records", Caption: "Record figures " + a.Period.When(),
		Columns: []report.Column{{Head: "Ref"}, {Head: "Metric", Weight: 1}, {Head: "Actual", Align: report.Right, Strong: true}, {Head: "Record"}, {Head: "Verdict"}},
	}
	for _, m := range a.Metrics {
		for _, r := range m.Records {
			t.Rows = append(t.Rows, report.Row{Cells: []report.TableCell{
				refCell(m.Metric.Ref), plainCell(m.Metric.Short()), actualCell(&m), plainCell(capital(strings.TrimPrefix(r.Text, "the "))), plainCell(orElse(r.Word.String(), "–")),
			}})
		}
	}
	head := report.Heading{Rank: 2, Text: "Record highs and lows"}
	if len(t.Rows) == 0 {
		return []report.Block{head, report.Paragraph{Text: report.Plain("No metric is at a record high or low.")}}
	}
	return []report.Block{head, t}
}

// metricLead names a metric at the head of a sentence, with the way to it.
func metricLead(m *report.Assessment) report.Text {
	lead := report.MetricLink(m.Metric.Ref, m.Metric.Ref+" "+m.Metric.Short())
	lead.Bold = true
	return report.Text{lead}
}

func titled(title string, items []report.Text, none string) []report.Block {
	head := report.Heading{Rank: 2, Text: title}
	if len(items) == 0 {
		return []report.Block{head, report.Paragraph{Text: report.Plain(none)}}
	}
	return []report.Block{head, report.List{Items: items}}
}

// ratingMoves names the metrics whose rating changed, by the change.
func ratingMoves(a *report.Assessed) []report.Block {
	if a.Previous.IsZero() {
		return nil
	}
	var items []report.Text
	for _, before := range report.Ratings() {
		for _, after := range report.Ratings() {
			title := fmt.Sprintf("%s to %s", before, lower(after))
			items = appendNames(items, a, title, func(m *report.Assessment) bool {
				return m.NewlyRated && m.Before == before && m.Rating == after
			})
		}
	}
	return titled("Ratings that changed since "+a.Previous.Words(), items, "No rating changed.")
}

func lower(r report.Rating) string { return strings.ToLower(r.String()) }

// appendNames adds one point to items: a title, the metrics that belong under
// it, and how many they are. Where none does, it adds nothing.
func appendNames(items []report.Text, a *report.Assessed, title string, belongs func(*report.Assessment) bool) []report.Text {
	text := report.Text{{Text: title + ": ", Bold: true}}
	n := 0
	for i := range a.Metrics {
		m := &a.Metrics[i]
		if !belongs(m) {
			continue
		}
		if n++; n > 1 {
			text = append(text, report.Span{Text: ", "})
		}
		text = append(text, report.MetricLink(m.Metric.Ref, m.Metric.Ref))
	}
	if n == 0 {
		return items
	}
	return append(items, append(text, report.Span{Text: " (" + report.Whole(n) + ")."}))
}

// movementBlocks names the metrics that got better and worse since the
// previous period.
func movementBlocks(a *report.Assessed) []report.Block {
	if a.Previous.IsZero() {
		return titled("Better and worse", nil, "There is no earlier figure to compare with.")
	}
	var items []report.Text
	for _, word := range []report.Judgement{report.Worse, report.Better, report.Steady} {
		items = appendNames(items, a, capital(word.String()), func(m *report.Assessment) bool {
			return len(m.Directions) > 0 && m.Directions[0].Word == word
		})
	}
	none := "No metric can be compared."
	if slices.ContainsFunc(a.Metrics, func(m report.Assessment) bool { return len(m.Directions) > 0 && m.Directions[0].Change.Known() }) {
		none = "No metric says whether higher or lower is better, so that no move is better or worse."
	}
	blocks := titled("Better and worse than "+a.Previous.Words(), items, none)
	if others := otherSpans(a); others != "" {
		blocks = append(blocks, report.Paragraph{Text: report.Plain(strings.TrimSpace(others)), Small: true})
	}
	return blocks
}

// otherSpans says which metrics compare with another period than most do, since
// their figures come less often; empty where none does.
func otherSpans(a *report.Assessed) string {
	var periods []report.Period
	refs := map[report.Period][]string{}
	for _, m := range a.Metrics {
		if len(m.Directions) == 0 || m.Directions[0].Against == a.Previous || m.Step < 2 {
			continue
		}
		p := m.Directions[0].Against
		if refs[p] == nil {
			periods = append(periods, p)
		}
		refs[p] = append(refs[p], m.Metric.Ref)
	}
	text := ""
	for _, p := range periods {
		verb := "compare"
		if len(refs[p]) == 1 {
			verb = "compares"
		}
		text += fmt.Sprintf(" %s %s with %s.", strings.Join(refs[p], ", "), verb, p.Words())
	}
	return text
}

// fewApart is how many metrics with one reason are told each by itself. More of
// them share a point, so that a workbook without targets does not fill pages
// with one sentence.
const fewApart = 6

func unratedBlocks(a *report.Assessed) []report.Block {
	var blocks []report.Block
	for _, r := range []report.Rating{report.NotRated, report.BetweenBands} {
		if items := reasons(a, r); len(items) > 0 {
			blocks = append(blocks, titled(r.String()+", and why", items, "")...)
		}
	}
	return blocks
}

// reasons says of every metric with rating r why it has that.
func reasons(a *report.Assessed, r report.Rating) []report.Text {
	sharing := map[string]int{}
	for _, m := range rated(a, r) {
		sharing[m.Reason]++
	}
	var items []report.Text
	for _, m := range rated(a, r) {
		switch n := sharing[m.Reason]; {
		case n > fewApart:
			items = appendNames(items, a, capital(m.Reason), func(other *report.Assessment) bool {
				return other.Rating == r && other.Reason == m.Reason
			})
			sharing[m.Reason] = 0
		case n > 0:
			items = append(items, append(metricLead(m), report.Span{Text: ": " + m.Reason + "."}))
		}
	}
	return items
}

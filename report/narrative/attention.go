package narrative

import (
	"fmt"
	"slices"
	"strings"

	"panelpack/report"
)

// questionsOnPage is how many questions stand on the page of what the panel
// should look at, so that the page stays one page.
const questionsOnPage = 5

// attention is the page of what the panel should look at first.
func attention(p *report.Pack) report.Section {
	a := p.Assessed
	blocks := []report.Block{
		report.Paragraph{Text: redSentence(a)},
		countsTable(a),
	}
	if red := rated(a, report.Red); len(red) > 0 {
		furthestFirst(red)
		blocks = append(blocks, report.Heading{Rank: 2, Text: "Red metrics, furthest from target first"}, redTable(a, red))
	}
	if len(a.Questions) > 0 {
		blocks = append(blocks, report.Heading{Rank: 2, Text: "Questions the figures raise"},
			report.List{Numbered: true, Items: questions(a.Questions[:min(questionsOnPage, len(a.Questions))])})
	}
	return report.Section{ID: "attention", Title: "What the panel should look at", Blocks: blocks}
}

func questions(qs []report.Question) []report.Text {
	var items []report.Text
	for _, q := range qs {
		items = append(items, q.Text)
	}
	return items
}

// redSentence opens the page: how many are red, and what changed.
func redSentence(a *report.Assessed) report.Text {
	verb := "metrics are red"
	if a.Counts[report.Red] == 1 {
		verb = "metric is red"
	}
	text := fmt.Sprintf("**%s of %d %s**: %s.", capital(numberWord(a.Counts[report.Red])), len(a.Metrics), verb, bandWords(a, report.Red))
	became, left := 0, 0
	for _, m := range a.Metrics {
		switch {
		case m.NewlyRated && m.Rating == report.Red:
			became++
		case m.NewlyRated && m.Before == report.Red:
			left++
		}
	}
	if !a.Previous.IsZero() {
		text += fmt.Sprintf(" Since %s, %s became red and %s left red.", a.Previous.Words(), noneOr(became), noneOr(left))
	}
	return report.Rich(text)
}

// noneOr writes n in words, where it stands without a noun.
func noneOr(n int) string {
	if n == 0 {
		return "none"
	}
	return numberWord(n)
}

func bandWords(a *report.Assessed, r report.Rating) string {
	for _, b := range a.Policy.Bands {
		if b.Rating == r {
			return b.Words
		}
	}
	return ""
}

func countsTable(a *report.Assessed) report.Table {
	ratings := shownRatings(a)
	t := report.Table{ID: "counts", Caption: "How many metrics have each rating, by category"}
	t.Columns = append(t.Columns, report.Column{Head: "Category", Weight: 1})
	for _, r := range ratings {
		t.Columns = append(t.Columns, report.Column{Head: r.String(), Align: report.Right, Strong: r == report.Red})
	}
	t.Columns = append(t.Columns, report.Column{Head: "All", Align: report.Right})
	for _, category := range a.Categories {
		var counts report.Counts
		for _, m := range a.In(category.ID) {
			counts.Add(m.Rating)
		}
		t.Rows = append(t.Rows, countsRow(category.Title, counts, ratings))
	}
	total := countsRow("All metrics", a.Counts, ratings)
	total.Total = true
	t.Rows = append(t.Rows, total)
	return t
}

// shownRatings leaves out the column of metrics between the bands where the
// rulebook's bands leave no gap.
func shownRatings(a *report.Assessed) []report.Rating {
	return slices.DeleteFunc(report.Ratings(), func(r report.Rating) bool {
		return r == report.BetweenBands && a.Policy.Gap == "" && a.Counts[r] == 0
	})
}

func countsRow(title string, counts report.Counts, ratings []report.Rating) report.Row {
	cells := []report.TableCell{plainCell(title)}
	for _, r := range ratings {
		cells = append(cells, plainCell(fmt.Sprint(counts[r])))
	}
	return report.Row{Cells: append(cells, plainCell(fmt.Sprint(counts.Total())))}
}

func plainCell(s string) report.TableCell { return report.TableCell{Text: report.Plain(s)} }

func refCell(ref string) report.TableCell {
	return report.TableCell{Text: report.Text{report.MetricLink(ref, ref)}}
}

func pageCell(ref string) report.TableCell {
	return report.TableCell{Page: report.MetricAnchor(ref)}
}

func rated(a *report.Assessed, r report.Rating) []*report.Assessment {
	var all []*report.Assessment
	for i := range a.Metrics {
		if a.Metrics[i].Rating == r {
			all = append(all, &a.Metrics[i])
		}
	}
	return all
}

// furthestFirst orders metrics by their distance from target as a share of
// it. A target of nought has no share and comes first.
func furthestFirst(metrics []*report.Assessment) {
	slices.SortStableFunc(metrics, func(x, y *report.Assessment) int {
		xShare, yShare := x.Deviation.Percent, y.Deviation.Percent
		switch {
		case xShare.Known() && yShare.Known():
			return yShare.Abs().Cmp(xShare.Abs())
		case xShare.Known():
			return 1
		case yShare.Known():
			return -1
		}
		return y.Deviation.Points.Abs().Cmp(x.Deviation.Points.Abs())
	})
}

func redTable(a *report.Assessed, red []*report.Assessment) report.Table {
	t := report.Table{
		ID: "red", Caption: a.Period.Words() + " against the incremental target",
		Columns: []report.Column{
			{Head: "Ref"}, {Head: "Metric", Weight: 1}, {Head: "Actual", Align: report.Right, Strong: true},
			{Head: "Target", Align: report.Right}, {Head: "Away by"}, {Head: "Red for"}, {Head: "Page", Align: report.Right, Pages: true},
		},
	}
	for _, m := range red {
		t.Rows = append(t.Rows, report.Row{Cells: []report.TableCell{
			refCell(m.Metric.Ref), plainCell(m.Metric.Name), actualCell(m), targetCell(m),
			plainCell(m.Deviation.Short), plainCell(m.RatedFor), pageCell(m.Metric.Ref),
		}})
	}
	return t
}

func actualCell(m *report.Assessment) report.TableCell {
	return plainCell(m.Metric.Unit.Format(m.Now.Actual))
}

func targetCell(m *report.Assessment) report.TableCell {
	return plainCell(m.Now.Target.Words(m.Metric.Unit))
}

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
	if all := p.Assessed.Questions; len(all) > questionsOnPage {
		s.Blocks = []report.Block{report.List{Items: questions(all[questionsOnPage:])}}
	}
	return s
}

func recordBlocks(a *report.Assessed) []report.Block {
	t := report.Table{
		ID: "records", Caption: "Record figures in " + a.Period.Words(),
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
	return append(items, append(text, report.Span{Text: fmt.Sprintf(" (%d).", n)}))
}

// movementBlocks names the metrics that got better and worse since the
// previous period.
func movementBlocks(a *report.Assessed) []report.Block {
	if a.Previous.IsZero() {
		return nil
	}
	var items []report.Text
	for _, word := range []report.Judgement{report.Worse, report.Better, report.Steady} {
		items = appendNames(items, a, capital(word.String()), func(m *report.Assessment) bool {
			return len(m.Directions) > 0 && m.Directions[0].Word == word
		})
	}
	return titled("Better and worse than "+a.Previous.Words(), items, "No metric can be compared.")
}

func unratedBlocks(a *report.Assessed) []report.Block {
	var blocks []report.Block
	for _, r := range []report.Rating{report.NotRated, report.BetweenBands} {
		var items []report.Text
		for _, m := range rated(a, r) {
			items = append(items, append(metricLead(m), report.Span{Text: ": " + m.Reason + "."}))
		}
		if len(items) > 0 {
			blocks = append(blocks, titled(r.String()+", and why", items, "")...)
		}
	}
	return blocks
}

package narrative

import (
	"fmt"
	"slices"
	"strings"

	"panelpack/report"
)

// The page of what the panel should look at stays one page: beside tables of so
// many rows it has so many questions, one less for every two rows more, and one
// more for every two rows less.
const (
	questionsOnPage = 5
	rowsOnPage      = 12
)

// questionsFirst is how many of the questions stand on that page.
func questionsFirst(a *report.Assessed) int {
	more := len(a.Categories) + a.Counts[report.Red] - rowsOnPage
	return min(max(questionsOnPage-(more+1)/2, 0), len(a.Questions))
}

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
	if n := questionsFirst(a); n > 0 {
		blocks = append(blocks, report.Heading{Rank: 2, Text: "Questions the figures raise"},
			report.List{Numbered: true, Items: questions(a.Questions[:n])})
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
	reds, unrated := a.Counts[report.Red], a.Counts[report.NotRated]
	all := metricsWords(len(a.Metrics))
	text := fmt.Sprintf("**%s of %s %s red**: %s.", capital(noneOr(reds)), all, isOrAre(reds), bandWords(a, report.Red))
	switch { // that none is red must not pass for good news
	case reds > 1 && reds == len(a.Metrics):
		text = fmt.Sprintf("**All %s are red**: %s.", all, bandWords(a, report.Red))
	case unrated == len(a.Metrics):
		return report.Rich(fmt.Sprintf("**None of %s could be rated.**", all))
	case reds == 0 && unrated > 0:
		text = fmt.Sprintf("**None of %s is red.** %s %s not rated.", all, capital(numberWord(unrated)), isOrAre(unrated))
	case reds == 0:
		text = fmt.Sprintf("**None of %s is red.**", all)
	}
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

// isOrAre is the verb for n of several.
func isOrAre(n int) string {
	if n < 2 {
		return "is"
	}
	return "are"
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
		if counts.Total() == 0 {
			continue
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
	words := m.Now.Target.Words(m.Metric.Unit)
	// In a narrow column the number goes to the line below, and not with half of
	// the words.
	return plainCell(strings.ReplaceAll(words, " than ", "\u00a0than "))
}

package narrative

import (
	"slices"

	"panelpack/report"
)

// RedInSummary is how many red metrics a summary has at the most.
const RedInSummary = 10

const questionsInSummary = 3

// Summary is p on one sheet, for the front of an agenda: the counts, the red
// metrics by their short names, and the first questions. Of the red metrics it
// has so many, the furthest from target; less than one counts as one. It has its
// own title, and no findings, which are the pack's.
func Summary(p *report.Pack, red int) *report.Pack {
	s := *p
	s.Title, s.Sheet = p.Title+" summary", true
	s.Sections = []report.Section{{ID: "summary", Title: s.Title, Blocks: unlinked(summaryBlocks(p, max(red, 1)))}}
	s.Attached, s.Findings = nil, nil
	return &s
}

func summaryBlocks(p *report.Pack, most int) []report.Block {
	a := p.Assessed
	blocks := []report.Block{
		report.Paragraph{Text: occasion(a)},
		ratingBar(a),
		report.Paragraph{Text: report.Plain(bandsSentence(a, "the full pack says")), Small: true},
		report.Paragraph{Text: redSentence(a)},
	}
	if red := rated(a, report.Red); len(red) > 0 {
		furthestFirst(red)
		blocks = append(blocks, report.Heading{Rank: 2, Text: "Red metrics, furthest from target first"},
			redTable(a, shortNamed(red[:min(most, len(red))])))
		if more := len(red) - most; more > 0 {
			blocks = append(blocks, report.Paragraph{Small: true, Text: report.Plain(moreRed(more) + " in the full pack.")})
		}
	}
	if n := min(questionsInSummary, len(a.Questions)); n > 0 {
		blocks = append(blocks, report.Heading{Rank: 2, Text: "The first questions the figures raise"},
			report.List{Numbered: true, Items: questions(a.Questions[:n])})
	}
	rest := "The full pack has every metric with the reason for its rating, its trend, and the service’s commentary."
	if p.Draft {
		rest += " " + draftSentence(p)
	}
	return append(blocks, report.Paragraph{Text: report.Plain(rest), Small: true})
}

func moreRed(n int) string {
	if n == 1 {
		return "One more red metric is"
	}
	return capital(numberWord(n)) + " more red metrics are"
}

// shortNamed is metrics under their short names.
func shortNamed(metrics []*report.Assessment) []*report.Assessment {
	all := make([]*report.Assessment, len(metrics))
	for i, m := range metrics {
		short := *m
		short.Metric.Name = m.Metric.Short()
		all[i] = &short
	}
	return all
}

// occasion says which period the summary is of, and for whom.
func occasion(a *report.Assessed) report.Text {
	d := a.Submission.Details
	t := report.Text{{Text: a.Period.Words(), Bold: true}}
	for _, part := range []string{d.Panel, d.Meeting.Words()} {
		if part != "" {
			t = append(t, report.Span{Text: " · " + part})
		}
	}
	return t
}

// unlinked is blocks without the ways to parts of the pack that a summary has
// not: links, and the column of pages.
func unlinked(blocks []report.Block) []report.Block {
	all := slices.Clone(blocks)
	for i, b := range all {
		switch b := b.(type) {
		case report.Paragraph:
			b.Text = withoutLinks(b.Text)
			all[i] = b
		case report.List:
			b.Items = slices.Clone(b.Items)
			for j, item := range b.Items {
				b.Items[j] = withoutLinks(item)
			}
			all[i] = b
		case report.Table:
			all[i] = tableAlone(b)
		}
	}
	return all
}

func withoutLinks(t report.Text) report.Text {
	t = slices.Clone(t)
	for i := range t {
		t[i].Link = ""
	}
	return t
}

// tableAlone is t without its links and without its column of pages.
func tableAlone(t report.Table) report.Table {
	pages := slices.IndexFunc(t.Columns, func(c report.Column) bool { return c.Pages })
	if pages >= 0 {
		t.Columns = slices.Delete(slices.Clone(t.Columns), pages, pages+1)
	}
	t.Rows = slices.Clone(t.Rows)
	for i, row := range t.Rows {
		cells := slices.Clone(row.Cells)
		for j := range cells {
			cells[j].Text = withoutLinks(cells[j].Text)
		}
		if pages >= 0 && len(cells) > pages {
			cells = slices.Delete(cells, pages, pages+1)
		}
		t.Rows[i].Cells = cells
	}
	return t
}

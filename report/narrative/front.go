package narrative

import (
	"fmt"
	"slices"
	"strings"

	"panelpack/report"
)

// requiredRows are the details that a cover has to give.
func requiredRows(d report.Details) []report.Detail {
	return []report.Detail{
		{Label: "Council", Value: d.Council},
		{Label: "Panel", Value: d.Panel, Strong: true},
		{Label: "Meeting", Value: d.Meeting.WordsWithDay()},
		{Label: "Report of", Value: d.ReportOf},
	}
}

// coverRows are all details of the cover: those that it has to give, and the
// contact where there is one.
func coverRows(d report.Details) []report.Detail {
	rows := requiredRows(d)
	if d.Contact != "" {
		rows = append(rows, report.Detail{Label: "Contact", Value: d.Contact})
	}
	return rows
}

func cover(p *report.Pack) report.Section {
	a := p.Assessed
	var rows []report.Detail
	for _, row := range coverRows(a.Submission.Details) {
		if row.Value == "" {
			row.Remark = "not given"
		}
		rows = append(rows, row)
		if row.Label == "Meeting" && !a.PublishBy.IsZero() {
			rows = append(rows, report.Detail{Label: "Publish by", Value: a.PublishBy.WordsWithDay(), Remark: "(" + a.PublishHow + ")"})
		}
	}
	blocks := []report.Block{
		report.DetailList{Rows: rows},
		ratingBar(a),
		report.Paragraph{Text: report.Plain(bandsSentence(a, its(a.Counts[report.NotRated]))), Small: true},
	}
	if p.Draft {
		blocks = append(blocks, report.Paragraph{Text: report.Plain(draftSentence(p)), Small: true})
	}
	return report.Section{
		ID: "cover", Title: p.Title, Subtitle: "Reporting period: " + a.Period.Words(), Blocks: blocks,
	}
}

func ratingBar(a *report.Assessed) report.RatingBar {
	return report.RatingBar{
		Title:  fmt.Sprintf("%s against the incremental targets of %s", metricsWords(len(a.Metrics)), a.Period.Words()),
		Counts: a.Counts, Alt: countsSentence(a.Counts),
	}
}

// bandsSentence says in one breath what each rating means and which metrics
// have none; tells says what tells why.
func bandsSentence(a *report.Assessed, tells string) string {
	var parts []string
	for _, b := range a.Policy.Bands {
		parts = append(parts, fmt.Sprintf("%s: %s.", b.Rating, b.Words))
	}
	if n := a.Counts[report.NotRated]; n > 0 {
		parts = append(parts, capital(countedMetrics(n))+" not rated; "+tells+" why.")
	}
	if a.Policy.Gap != "" {
		n := a.Counts[report.BetweenBands]
		parts = append(parts, fmt.Sprintf("%s between the bands (%s), which these words leave undefined.", capital(lieMetrics(n)), a.Policy.Gap))
	}
	return strings.Join(parts, " ")
}

func countedMetrics(n int) string {
	if n == 1 {
		return "one metric is"
	}
	return numberWord(n) + " metrics are"
}

func its(n int) string {
	if n == 1 {
		return "its page says"
	}
	return "their pages say"
}

func lieMetrics(n int) string {
	switch n {
	case 0:
		return "no metric lies"
	case 1:
		return "one metric lies"
	}
	return numberWord(n) + " metrics lie"
}

func draftSentence(p *report.Pack) string {
	missing := missingCommentary(p)
	if missing == 0 {
		return "This is a draft. Every metric has commentary."
	}
	return fmt.Sprintf("This is a draft: commentary is still to come for %s of %s.", report.Whole(missing), metricsWords(len(p.Assessed.Metrics)))
}

func countsSentence(c report.Counts) string {
	var parts []string
	for _, r := range report.Ratings() {
		parts = append(parts, report.Whole(c[r])+" "+lower(r))
	}
	return fmt.Sprintf("%s: %s.", capital(metricsWords(c.Total())), strings.Join(parts, ", "))
}

func howToRead(p *report.Pack) report.Section {
	a := p.Assessed
	blocks := []report.Block{
		report.Paragraph{Text: report.Plain("Every metric has a figure for the reporting period and, where one is set, an incremental target: the step due by now on the way to a final target. The rating says how far the figure is from that step. A rating always has its letter, its shape and its word, so that it reads the same in black and white.")},
		report.Heading{Rank: 2, Text: "What the ratings mean"},
		report.Legend{Bands: legend(a)},
		report.Heading{Rank: 2, Text: "Which way is good"},
		report.Paragraph{Text: report.Plain("Each metric says whether higher or lower is better. In the direction column the arrow shows which way the figure moved, and the word whether that is better or worse.")},
		report.Heading{Rank: 2, Text: "What the charts show"},
		report.List{Items: []report.Text{
			report.Rich("**Solid line with dots:** the actual figures. A red diamond marks a period in which the metric was red; a break in the line, a period without a figure."),
			report.Rich("**Dashed line:** the incremental target, in steps. A short bar at the right edge marks the final target where one is set."),
			report.Rich("**Hatched area:** the figures that meet the target, where it is a limit, a range or a plan to keep near to."),
			report.Rich("**Shaded band:** the expected range, and in white its average. Points inside it vary as they always have; a point outside it, or a long run on one side of the average, is a real change."),
			report.Rich("**Dotted line with open circles:** what the service forecasts. A forecast is never rated."),
			report.Rich("**Open square:** a later figure with its own date. **Dotted upright lines:** dated events."),
		}},
		report.Heading{Rank: 2, Text: "Commentary"},
		report.Paragraph{Text: report.Text{
			{Text: "The words in a solid box are the service’s own. A dashed box is a place where commentary is still to come, with its owner and what it should answer. How everything else was worked out stands under "},
			{Text: "Method", Link: "#method"}, {Text: "."},
		}},
	}
	return report.Section{ID: "how-to-read", Title: "How to read this pack", Blocks: blocks}
}

// legend is the rulebook's bands and the two states that are no band, each as
// a sentence.
func legend(a *report.Assessed) []report.Band {
	bands := slices.Clone(a.Policy.Bands)
	if a.Policy.Gap != "" {
		bands = append(bands, report.Band{Rating: report.BetweenBands, Words: a.Policy.Gap + ", which the bands leave undefined"})
	}
	bands = append(bands, report.Band{Rating: report.NotRated, Words: "no target, no figure, or shown for context; the reason is given"})
	for i := range bands {
		bands[i].Words = capital(bands[i].Words) + "."
	}
	return bands
}

package workbook

import (
	"fmt"

	"panelpack/report"
)

// What the drop-downs of the template offer. The words that the importer goes
// by give each its meaning.
var (
	unitChoices     = []string{"Number", "%", "Average", "Rate", "Days", "£"}
	polarityChoices = []string{"High", "Low", "Near plan", "For context"}
	basisChoices    = []string{"In the month", "At month end", "Rolling 12 months"}
	rowChoices      = []string{"Actual", "Target"}
)

// scorecardColumns stand before the months. The first three stay in sight.
var scorecardColumns = []blankColumn{
	{Heading: "Ref", Width: 8, Check: Check{
		Title: "Ref", Formula: "=COUNTIF($A:$A,A5)=1",
		Refusal: "Another metric has this ref. Give each a ref of its own, and type it on the Actual row only.",
	}},
	{Heading: "Metric", Width: 44},
	{Heading: "Row", Width: 8, Check: Check{
		Title: "Row", Choices: rowChoices, Refusal: "Each row is one of Actual and Target.",
	}},
	{Heading: "Unit", Width: 11, Check: Check{
		Title: "Unit", Choices: unitChoices, Refusal: "Choose one of the list.",
	}},
	{Heading: "Good is", Width: 12, Check: Check{
		Title: "Good is", Choices: polarityChoices, Refusal: "Choose one of the list.",
		Prompt: "High: more is better. Low: less is better. Near plan: away on either side is worse. For context: never rated.",
	}},
	{Heading: "Owner", Width: 26, Check: ownerCheck()},
	{Heading: "Category", Width: 22, Check: anything("Category",
		"The part of the pack that the metric stands in, as the rulebook calls it. Left blank, the rulebook goes by the metric's name.")},
	{Heading: "Final target", Width: 10, Check: Check{
		Title: "Final target", Formula: "=OR(ISNUMBER(H5)," + limitFormula("H5") + ")",
		Refusal: "Type a number, or a limit such as >50%, <=20 or 90-95.",
	}},
}

// inSight is how many columns stay when the scorecard scrolls sideways.
const inSight = 3

func (t Template) scorecard() Sheet {
	s := blankSheet("Scorecard", "Scorecard", "Two rows for each metric: its figures, and the target due by each month.",
		len(rowChoices)*t.Metrics, scorecardColumns...)
	s.FreezeCols = inSight
	headings := s.Rows[headingRow-1]
	for i := range t.Months {
		look := headingLook
		look.Align, look.Format = Right, "mmm-yy"
		headings = append(headings, Entry{Value: t.From.Add(i).Start(), Style: look})
		s.Widths = append(s.Widths, 9)
	}
	s.Rows[headingRow-1] = headings
	for i := range t.Metrics {
		for k, row := range rowChoices {
			s.Rows[headingRow+len(rowChoices)*i+k] = scorecardRow(row, t.Months)
		}
	}
	first, last := report.ColumnName(len(scorecardColumns)+1), report.ColumnName(len(scorecardColumns)+t.Months)
	from := first + fmt.Sprint(headingRow+1)
	s.Checks = append(s.Checks,
		Check{
			Cells: from + ":" + last + fmt.Sprint(headingRow+len(rowChoices)*t.Metrics), Title: "Figure",
			Formula: figureFormula(from, `$C5="Target"`),
			Refusal: "Type a number, or c, n/a, x, z or tbc where there is none. A target may also be a limit such as >50%, <=20 or 90-95.",
		},
		Check{
			Cells: fmt.Sprintf("%s%d:%s%d", first, headingRow, last, headingRow), Day: true, Title: "Month",
			Refusal: "Type a day of the month, such as 1/4/2022.",
		})
	return s
}

// scorecardRow is a blank row of one kind. Those of targets are tinted, so that
// the two rows of a metric are seen to belong together.
func scorecardRow(kind string, months int) []Entry {
	var row []Entry
	fill := ""
	if kind == "Target" {
		fill = "F2F2F2"
	}
	for i, c := range scorecardColumns {
		e := Entry{Style: wordsLook}
		switch {
		case c.Heading == "Row":
			e.Value = kind
		case i == len(scorecardColumns)-1:
			e.Style = figureLook
		}
		e.Style.Fill = fill
		row = append(row, e)
	}
	figure := figureLook
	figure.Fill = fill
	for range months {
		row = append(row, Entry{Style: figure})
	}
	return row
}

// figureFormula is true of what may stand for a figure: a number, a mark that
// says why there is none, and a limit where it is a target.
func figureFormula(cell, isTarget string) string {
	return fmt.Sprintf(`=OR(ISNUMBER(%[1]s),%[1]s="c",%[1]s="n/a",%[1]s="x",%[1]s="z",%[1]s="tbc",%[1]s="-",AND(%[2]s,%[3]s))`,
		cell, isTarget, limitFormula(cell))
}

// limitFormula is true of a target such as >50%, and of a range.
func limitFormula(cell string) string {
	return fmt.Sprintf(`OR(LEFT(%[1]s)=">",LEFT(%[1]s)="<",ISNUMBER(FIND("-",%[1]s,2)))`, cell)
}

func (t Template) definitions() Sheet {
	return blankSheet("Definitions", "Definitions", "What each metric counts: a line for each.", t.Metrics,
		refColumn(),
		blankColumn{Heading: "Short name", Width: 26, Check: anything("Short name", "A few words for charts and questions, where the name is long.")},
		blankColumn{Heading: "Definition", Width: 70},
		blankColumn{Heading: "Period basis", Width: 20, Check: Check{
			Title: "Period basis", Choices: basisChoices, Refusal: "Choose one of the list.",
			Prompt: "In the month: what happened in it. At month end: a number at its last day. Rolling 12 months: the year that ends with it.",
		}},
		blankColumn{Heading: "Statutory timescale", Width: 26},
		blankColumn{Heading: "Source return", Width: 18},
	)
}

func (t Template) commentary() Sheet {
	return blankSheet("Commentary", "Commentary", "What the heads of service write, in their own words: a line for each metric.", t.Metrics,
		refColumn(),
		blankColumn{Heading: "Owner", Width: 30, Check: ownerCheck()},
		blankColumn{Heading: "Commentary", Width: 100, Check: anything("Commentary",
			"Alt and Enter begin a new line. Name no child, and nobody by whom a child may be known.")},
	)
}

// sideLines is how many lines the sheets of single facts begin with.
const sideLines = 25

func sideSheets() []Sheet {
	return []Sheet{
		blankSheet("Snapshots", "Snapshots", "Figures later than the month reported, each with its own date.", sideLines,
			refColumn(), dayColumn("As at", "d mmmm yyyy"), figureColumn("Value", "C5"),
			dayColumn("Compared with", "d mmmm yyyy"), figureColumn("Value then", "E5"), blankColumn{Heading: "Note", Width: 44}),
		blankSheet("Forecasts", "Forecasts", "Figures that the service expects, and what they rest on. They are never rated.", sideLines,
			refColumn(), dayColumn("Month", "mmm-yy"), figureColumn("Value", "C5"), blankColumn{Heading: "Basis", Width: 70}),
		blankSheet("Events", "Events", "What happened when, to be marked on the charts.", sideLines,
			dayColumn("Date", "d mmmm yyyy"), blankColumn{Heading: "Event", Width: 60}, metricsColumn("Left blank, the event is marked on every chart.")),
		blankSheet("Findings", "Findings", "What inspectors found, and the metrics that follow it.", sideLines,
			blankColumn{Heading: "ID", Width: 8}, dayColumn("Inspected", "mmmm yyyy"), blankColumn{Heading: "Area", Width: 36},
			blankColumn{Heading: "Judgement", Width: 18}, blankColumn{Heading: "Finding", Width: 60}, metricsColumn("")),
	}
}

func refColumn() blankColumn {
	return blankColumn{Heading: "Ref", Width: 8, Check: Check{
		Title: "Ref", Formula: "=COUNTIF(Scorecard!$A:$A,A5)>0", Refusal: "Type a ref that stands on the Scorecard.",
	}}
}

func dayColumn(heading, format string) blankColumn {
	return blankColumn{Heading: heading, Width: 19, Format: format, Check: dayCheck("", "")}
}

func dayCheck(cells, prompt string) Check {
	return Check{Cells: cells, Day: true, Title: "Date", Prompt: prompt, Refusal: "Type a day, such as 17/11/2022."}
}

func figureColumn(heading, first string) blankColumn {
	return blankColumn{Heading: heading, Width: 12, Check: Check{
		Title: "Figure", Formula: figureFormula(first, "FALSE"), Refusal: "Type a number, or c, n/a, x, z or tbc where there is none.",
	}}
}

func metricsColumn(prompt string) blankColumn {
	return blankColumn{Heading: "Metrics", Width: 30, Check: anything("Metrics", "Refs of the Scorecard with commas between them. "+prompt)}
}

func ownerCheck() Check {
	return anything("Owner", "A role, such as Head of Front Door. No name of a person.")
}

// anything is a check that refuses nothing and says what is wanted.
func anything(title, prompt string) Check {
	return Check{Title: title, Prompt: prompt}
}

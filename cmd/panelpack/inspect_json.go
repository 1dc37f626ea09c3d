package main

import (
	"encoding/json"
	"io"

	"panelpack/report/record"
	"panelpack/report/workbook"
)

// The answer of inspect as data. Cells are as "Scorecard!F17" and periods as
// 2022-09, as in the record.

type understandingJSON struct {
	Schema   int             `json:"schema"`
	Source   sourceJSON      `json:"source"`
	Metrics  int             `json:"metrics"`
	Periods  []spanJSON      `json:"periods"`
	Sheets   []sheetJSON     `json:"sheets"`
	Figures  []figureJSON    `json:"figures"`
	Findings record.Findings `json:"findings"`
}

type sourceJSON struct {
	File   string `json:"file"`
	SHA256 string `json:"sha256"`
}

type spanJSON struct {
	Kind  string `json:"kind"`
	Count int    `json:"count"`
	First string `json:"first"`
	Last  string `json:"last"`
}

type sheetJSON struct {
	Name   string      `json:"name"`
	Read   bool        `json:"read"`
	Why    string      `json:"why"`
	Tables []tableJSON `json:"tables"`
}

type tableJSON struct {
	First   string       `json:"first"`
	Last    string       `json:"last"`
	Layout  string       `json:"layout"`
	Metrics int          `json:"metrics"`
	Figures int          `json:"figures"`
	Columns []columnJSON `json:"columns"`
}

type columnJSON struct {
	Head   string  `json:"head"`
	Words  string  `json:"words"`
	As     *string `json:"as"`
	Period *string `json:"period"`
}

type figureJSON struct {
	Cell   string      `json:"cell"`
	Ref    string      `json:"ref"`
	Name   string      `json:"name"`
	Period string      `json:"period"`
	Actual json.Number `json:"actual"`
	Text   string      `json:"actual_text"`
}

type cellJSON struct {
	Schema   int             `json:"schema"`
	Cell     string          `json:"cell"`
	Holds    string          `json:"holds"`
	Stored   string          `json:"stored"`
	Format   string          `json:"format"`
	ReadAs   []string        `json:"read_as"`
	Findings record.Findings `json:"findings"`
}

func understandingOf(u *workbook.Understanding) understandingJSON {
	sub := u.Submission
	answer := understandingJSON{
		Schema: record.Schema, Source: sourceJSON{sub.Source.File, sub.Source.SHA256}, Metrics: len(sub.Series),
		Periods: []spanJSON{}, Sheets: []sheetJSON{}, Figures: []figureJSON{}, Findings: sub.Findings,
	}
	for _, s := range spansOf(sub) {
		answer.Periods = append(answer.Periods, spanJSON{kindWords[s.first.Kind()], s.count, s.first.String(), s.last.String()})
	}
	for _, s := range u.Sheets {
		answer.Sheets = append(answer.Sheets, sheetOf(s))
	}
	for _, f := range factsOf(sub) {
		answer.Figures = append(answer.Figures, figureJSON{
			f.ActualCell.String(), f.metric.Ref, f.metric.Name, f.Period.String(),
			json.Number(f.Actual.Decimal()), f.metric.Unit.Format(f.Actual),
		})
	}
	return answer
}

func sheetOf(s workbook.SheetReading) sheetJSON {
	sheet := sheetJSON{s.Name, s.Read, s.Why, []tableJSON{}}
	for _, t := range s.Tables {
		table := tableJSON{t.First.String(), t.Last.String(), t.Layout, t.Metrics, t.Figures, []columnJSON{}}
		for _, c := range t.Columns {
			table.Columns = append(table.Columns, columnJSON{c.Head.String(), c.Words, orNull(c.As), orNull(c.Period.String())})
		}
		sheet.Tables = append(sheet.Tables, table)
	}
	return sheet
}

func cellOf(r *workbook.CellReading) cellJSON {
	return cellJSON{record.Schema, r.Cell.String(), r.Holds, r.Stored, r.Format, r.ReadAs, r.Findings}
}

// orNull is s, or null where it is empty.
func orNull(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

func writeJSON(w io.Writer, answer any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(answer)
}

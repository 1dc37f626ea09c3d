package record

import (
	"io"

	"panelpack/report"
)

type finding struct {
	Severity string   `json:"severity"`
	File     string   `json:"file"`
	Sheet    string   `json:"sheet"`
	Cell     optional `json:"cell"`
	Line     *int     `json:"line"`
	Metric   string   `json:"metric"`
	Message  string   `json:"message"`
	Hint     string   `json:"hint"`
}

func findingOf(f report.Finding) finding {
	answer := finding{
		Severity: f.Severity.String(), File: f.File, Sheet: f.Cell.Sheet,
		Metric: f.Metric, Message: f.Message, Hint: f.Hint,
	}
	if f.Cell.Row > 0 {
		answer.Cell = optional(f.Cell.String())
	}
	if f.Line > 0 {
		answer.Line = &f.Line
	}
	return answer
}

// WriteFindings writes findings alone, in the names of the record, with the
// counts of the ratings that stand beside them: the answer to whoever checks a
// workbook from another program.
func WriteFindings(w io.Writer, a *report.Assessed, findings []report.Finding) error {
	return write(w, struct {
		Schema   int       `json:"schema"`
		Period   optional  `json:"period"`
		Source   source    `json:"source"`
		Rulebook rulebook  `json:"rulebook"`
		Counts   counts    `json:"counts"`
		Findings []finding `json:"findings"`
	}{
		Schema, optional(a.Period.String()), sourceOf(a), rulebookOf(a), countsOf(a.Counts), each(findings, findingOf),
	})
}

type step struct {
	Label string `json:"label"`
	Text  string `json:"text"`
}

// WriteTrace writes what the record says of one metric, and every step of the
// way from its cell to its rating.
func WriteTrace(w io.Writer, p *report.Pack, a *report.Assessment) error {
	return write(w, struct {
		Schema    int    `json:"schema"`
		Metric    metric `json:"metric"`
		Reckoning []step `json:"reckoning"`
	}{
		Schema, metricOf(p, a),
		each(a.Reckoning, func(r report.Reckoning) step { return step{r.Label, r.Text} }),
	})
}

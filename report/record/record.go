// Package record writes a pack as JSON: the machine-readable record of a
// build, with every figure as it is printed beside the same figure as a
// number, the cell it was read from, and the reason for its rating.
//
// The record is a working paper for the officer and for other programs, and is
// not published. It carries the findings, which a published pack does not, and
// the commentary as it was sent, so that next month's can be held against it;
// where commentary may name a person its text is left out and only its hash
// stands. The package judges and words nothing: what it writes stands in the
// [report.Pack] already.
package record

import (
	"encoding/json"
	"io"
	"strings"

	"panelpack/report"
)

// Schema is the version of the record's names and their meaning. It rises
// when a name is removed or changes its meaning, and not when one is added.
const Schema = 1

// Write writes the record of p to w, indented by two spaces and ending in a
// line break. The same pack always gives the same bytes.
//
// A number, date, period, cell or hash that there is none of is null; a text
// that there is none of is empty; a list is never null.
func Write(w io.Writer, p *report.Pack) error {
	return write(w, recordOf(p))
}

func write(w io.Writer, answer any) error {
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	// A record is read by people too, and is never put into a web page as it is.
	enc.SetEscapeHTML(false)
	return enc.Encode(answer)
}

type pack struct {
	Schema      int          `json:"schema"`
	Council     string       `json:"council"`
	Panel       string       `json:"panel"`
	Meeting     optional     `json:"meeting"`
	PublishBy   optional     `json:"publish_by"`
	Period      optional     `json:"period"`
	Date        optional     `json:"date"`
	StatusNote  string       `json:"status_note"`
	Draft       bool         `json:"draft"`
	Source      source       `json:"source"`
	Rulebook    rulebook     `json:"rulebook"`
	Panelpack   string       `json:"panelpack"`
	Counts      counts       `json:"counts"`
	Metrics     []metric     `json:"metrics"`
	Events      []event      `json:"events"`
	Inspections []inspection `json:"inspection_findings"`
	Questions   []question   `json:"questions"`
	Changes     *changes     `json:"changes"` // null where no earlier pack was named
	Findings    []finding    `json:"findings"`
}

type source struct {
	File   string   `json:"file"`
	SHA256 optional `json:"sha256"`
}

type rulebook struct {
	Name   string   `json:"name"`
	SHA256 optional `json:"sha256"`
}

type counts struct {
	Red          int `json:"red"`
	Amber        int `json:"amber"`
	Green        int `json:"green"`
	BetweenBands int `json:"between_bands"`
	NotRated     int `json:"not_rated"`
	Total        int `json:"total"`
}

type event struct {
	Period  optional `json:"period"`
	Label   string   `json:"label"`
	Metrics []string `json:"metrics"`
	Cell    optional `json:"cell"`
}

type inspection struct {
	ID        string   `json:"id"`
	Inspected optional `json:"inspected"`
	Area      string   `json:"area"`
	Judgement string   `json:"judgement"`
	Finding   string   `json:"finding"`
	Metrics   []string `json:"metrics"`
	Cell      optional `json:"cell"`
}

type question struct {
	Text    string   `json:"text"`
	Metrics []string `json:"metrics"`
}

func recordOf(p *report.Pack) pack {
	a := p.Assessed
	details := a.Submission.Details
	_, version, _ := strings.Cut(p.Program, " ")
	return pack{
		Schema:  Schema,
		Council: details.Council, Panel: details.Panel,
		Meeting: optional(details.Meeting.String()), PublishBy: optional(a.PublishBy.String()),
		Period: optional(a.Period.String()), Date: optional(p.Date.String()),
		StatusNote: details.StatusNote, Draft: p.Draft,
		Source:      sourceOf(a),
		Rulebook:    rulebookOf(a),
		Panelpack:   version,
		Counts:      countsOf(a.Counts),
		Metrics:     metricsOf(p),
		Events:      each(a.Submission.Events, eventOf),
		Inspections: each(a.Submission.Inspections, inspectionOf),
		Questions: each(a.Questions, func(q report.Question) question {
			return question{q.Text.String(), each(q.Metrics, same)}
		}),
		Changes:  changesOf(a.Changes),
		Findings: each(p.Findings, findingOf),
	}
}

func sourceOf(a *report.Assessed) source {
	return source{a.Submission.Source.File, optional(a.Submission.Source.SHA256)}
}

func rulebookOf(a *report.Assessed) rulebook {
	return rulebook{a.Policy.Source.File, optional(a.Policy.Source.SHA256)}
}

func countsOf(c report.Counts) counts {
	return counts{
		Red: c[report.Red], Amber: c[report.Amber], Green: c[report.Green],
		BetweenBands: c[report.BetweenBands], NotRated: c[report.NotRated], Total: c.Total(),
	}
}

func eventOf(e report.Event) event {
	return event{optional(e.Period.String()), e.Label, each(e.Metrics, same), optional(e.Cell.String())}
}

func inspectionOf(i report.InspectionFinding) inspection {
	return inspection{
		ID: i.ID, Inspected: optional(i.Inspected.String()), Area: i.Area, Judgement: i.Judgement,
		Finding: i.Finding, Metrics: each(i.Metrics, same), Cell: optional(i.Cell.String()),
	}
}

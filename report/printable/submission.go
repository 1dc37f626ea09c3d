package printable

import (
	"fmt"

	"panelpack/report"
)

// Submission makes the words of a submission printable where they stand, cuts
// those that a pack has no room for, and tells of each cell. Commentary is left
// as it was sent: what is printed of it is made later.
func Submission(sub *report.Submission) []report.Finding {
	g := &gate{file: sub.Source.File}
	g.words(report.Cell{}, "", &sub.Source.File)
	d := &sub.Details
	g.words(report.Cell{}, "", &d.Council, &d.Panel, &d.Title, &d.ReportOf, &d.Contact, &d.StatusNote)
	for i := range sub.Series {
		g.series(&sub.Series[i])
	}
	for i := range sub.Events {
		e := &sub.Events[i]
		g.words(e.Cell, "", &e.Label)
		g.list(e.Cell, e.Metrics)
	}
	for i := range sub.Inspections {
		f := &sub.Inspections[i]
		g.words(f.Cell, "", &f.ID, &f.Area, &f.Judgement)
		g.prose(f.Cell, "", &f.Finding)
		g.list(f.Cell, f.Metrics)
	}
	for i := range sub.Commentary {
		// A ref has to stay the same as its metric's.
		sub.Commentary[i].Metric = Text(sub.Commentary[i].Metric)
	}
	return g.found
}

// gate makes words printable, and collects what it finds.
type gate struct {
	file  string
	found []report.Finding
}

// words are names and labels, and prose is longer texts.
func (g *gate) words(at report.Cell, metric string, texts ...*string) {
	g.print(report.MostInLabel, at, metric, texts)
}

func (g *gate) prose(at report.Cell, metric string, texts ...*string) {
	g.print(report.MostInProse, at, metric, texts)
}

// print makes each text printable, of at most so many letters. All of them come
// from one cell, which is told once of what is not printable.
func (g *gate) print(most int, at report.Cell, metric string, texts []*string) {
	all := ""
	for _, t := range texts {
		all += *t
		*t = g.cut(most, at, metric, Text(*t))
	}
	if f, ok := Finding(all); ok {
		g.tell(f, at, metric)
	}
}

// cut is text, or as much of its start as has room.
func (g *gate) cut(most int, at report.Cell, metric, text string) string {
	short, had := report.Shorten(text, most)
	if had == 0 {
		return text
	}
	which := ""
	if metric != "" {
		which = ", which is said of this metric,"
	}
	start, _ := report.Shorten(text, 20)
	g.tell(report.Finding{
		Severity: report.Error,
		Message: fmt.Sprintf("%q%s has %s letters, and a pack has room for %s; what is beyond them is cut",
			start, which, report.Whole(had), report.Whole(most)),
		Hint: "shorten it, where it stands, to at most " + report.Whole(most) + " letters",
	}, at, metric)
	return short
}

func (g *gate) tell(f report.Finding, at report.Cell, metric string) {
	f.File, f.Cell, f.Metric = g.file, at, metric
	g.found = append(g.found, f)
}

func (g *gate) list(at report.Cell, texts []string) {
	for i := range texts {
		g.words(at, "", &texts[i])
	}
}

func (g *gate) series(s *report.Series) {
	m := &s.Metric
	ref, _ := report.Shorten(Text(m.Ref), report.MostInLabel)
	g.words(m.Cell, ref, &m.Ref, &m.Name, &m.ShortName, &m.Unit.Word, &m.Owner,
		&m.Timescale, &m.Return, &m.Sheet, &m.Section, &m.Category)
	g.prose(m.Cell, ref, &m.Definition)
	for _, of := range [][]report.Observation{s.Observations, s.Outturns} {
		for i := range of {
			g.prose(of[i].ActualCell, ref, &of[i].TargetNote)
			g.words(of[i].DeclaredCell, ref, &of[i].Declared)
		}
	}
	for i := range s.Snapshots {
		g.prose(s.Snapshots[i].Cell, ref, &s.Snapshots[i].Note)
	}
	for i := range s.Forecasts {
		g.prose(s.Forecasts[i].Cell, ref, &s.Forecasts[i].Basis)
	}
	for i := range s.Benchmarks {
		g.words(s.Benchmarks[i].Cell, ref, &s.Benchmarks[i].Name)
	}
}

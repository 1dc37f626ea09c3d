package printable

import "panelpack/report"

// Submission makes the words of a submission printable where they stand, and
// tells of each cell that had something else. Commentary is left as it was
// sent: what is printed of it is made later.
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
		g.words(f.Cell, "", &f.ID, &f.Area, &f.Judgement, &f.Finding)
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

// words makes each text printable. All of them come from one cell, which is
// told once.
func (g *gate) words(at report.Cell, metric string, texts ...*string) {
	all := ""
	for _, t := range texts {
		all += *t
		*t = Text(*t)
	}
	if f, ok := Finding(all); ok {
		f.File, f.Cell, f.Metric = g.file, at, metric
		g.found = append(g.found, f)
	}
}

func (g *gate) list(at report.Cell, texts []string) {
	for i := range texts {
		g.words(at, "", &texts[i])
	}
}

func (g *gate) series(s *report.Series) {
	m := &s.Metric
	ref := Text(m.Ref)
	g.words(m.Cell, ref, &m.Ref, &m.Name, &m.ShortName, &m.Definition, &m.Unit.Word, &m.Owner,
		&m.Timescale, &m.Return, &m.Sheet, &m.Section, &m.Category)
	for _, of := range [][]report.Observation{s.Observations, s.Outturns} {
		for i := range of {
			g.words(of[i].ActualCell, ref, &of[i].TargetNote)
			g.words(of[i].DeclaredCell, ref, &of[i].Declared)
		}
	}
	for i := range s.Snapshots {
		g.words(s.Snapshots[i].Cell, ref, &s.Snapshots[i].Note)
	}
	for i := range s.Forecasts {
		g.words(s.Forecasts[i].Cell, ref, &s.Forecasts[i].Basis)
	}
	for i := range s.Benchmarks {
		g.words(s.Benchmarks[i].Cell, ref, &s.Benchmarks[i].Name)
	}
}

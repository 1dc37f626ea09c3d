// Package figures writes a pack's figures for whoever wants to work with them:
// as one tidy table in CSV, and as a workbook in the style that government
// analysts use for spreadsheets that everybody can read.
//
// It takes figures and words from the pack as they are, rounds nothing and
// judges nothing. Neither file holds commentary or findings.
package figures

import (
	"panelpack/report"
)

// The kinds of figure.
const (
	kindActual    = "actual"       // of a period of the series
	kindOutturn   = "outturn"      // of another length of period, such as last year
	kindSnapshot  = "snapshot"     // later than the period reported, with its own date
	kindForecast  = "forecast"     // what the service expects
	kindFinal     = "final target" // where the incremental targets lead
	kindBenchmark = "benchmark"    // another area's; its name follows
)

// The marks that stand where a figure is missing, as government statistics
// use them.
const (
	markWithheld      = "[c]" // a figure that could identify a child
	markNotAvailable  = "[x]"
	markNotApplicable = "[z]"
)

// figure is one row of the tidy table.
type figure struct {
	metric *report.Assessment
	kind   string
	period report.Period // none for a final target
	asAt   report.Date   // the day the figure belongs to
	value  report.Value
	target report.Target
	rating *report.Rating // nil where figures of the kind are not rated
}

// notation is the mark of a figure that is missing; empty for one that is
// there, and for a kind that has a target only.
func (f figure) notation() string {
	switch f.value.State() {
	case report.Reported:
		return ""
	case report.Suppressed:
		return markWithheld
	case report.NotApplicable:
		return markNotApplicable
	}
	return markNotAvailable
}

// figuresOf is every figure of every metric, metric by metric in the pack's
// order, and kind by kind within each.
func figuresOf(p *report.Pack) []figure {
	var all []figure
	for i := range p.Assessed.Metrics {
		all = append(all, ofMetric(&p.Assessed.Metrics[i])...)
	}
	return all
}

func ofMetric(a *report.Assessment) []figure {
	var all []figure
	add := func(kind string, period report.Period, value report.Value, target report.Target) *figure {
		all = append(all, figure{metric: a, kind: kind, period: period, asAt: period.End(), value: value, target: target})
		return &all[len(all)-1]
	}
	for i, o := range a.Observations {
		f := add(kindActual, o.Period, o.Actual, o.Target)
		if i < len(a.History) {
			f.rating = &a.History[i]
		}
	}
	for _, o := range a.Outturns {
		add(kindOutturn, o.Period, o.Actual, o.Target)
	}
	for _, s := range a.Snapshots {
		add(kindSnapshot, report.DayOf(s.AsAt), s.Value, report.Target{})
	}
	for _, f := range a.Forecasts {
		add(kindForecast, f.Period, f.Value, report.Target{})
	}
	for _, b := range a.Benchmarks {
		add(kindBenchmark+": "+b.Name, b.Period, b.Value, report.Target{})
	}
	if a.FinalTarget.Known() {
		add(kindFinal, report.Period{}, report.Missing(report.NotApplicable), a.FinalTarget)
	}
	return all
}

// categoryTitle is the title of the category that a metric stands in.
func categoryTitle(a *report.Assessed, m *report.Assessment) string {
	for _, c := range a.Categories {
		if c.ID == m.Classification.Category {
			return c.Title
		}
	}
	return ""
}

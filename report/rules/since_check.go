package rules

import (
	"fmt"
	"strconv"

	"panelpack/report"
)

// changesSince compares a with an earlier pack and notes what its officer
// should look at before the panel does. It is nil for a pack that is no
// earlier one.
func changesSince(earlier *report.Earlier, a *report.Assessed, found *report.Findings) *report.Changes {
	if earlier.Period.Compare(a.Period) > 0 {
		found.List = append(found.List, report.Finding{
			Severity: report.Warning, File: earlier.Source.File,
			Message: fmt.Sprintf("the record is of %s, later than %s; nothing is compared with it", earlier.Period.Words(), a.Period.Words()),
			Hint:    "name the record of an earlier pack",
		})
		return nil
	}
	c := Compare(earlier, a)
	pack := "the pack for " + c.Since.Words()
	for _, m := range c.Metrics {
		noteMetric(m, pack, a, found)
	}
	noteFigures(c.Figures, "figure", pack, found)
	noteFigures(c.Targets, "target", pack, found)
	return c
}

// noteMetric notes a change of what is measured.
func noteMetric(m report.MetricChange, pack string, a *report.Assessed, found *report.Findings) {
	if m.Part == report.DroppedMetric {
		found.Add(report.Warning, report.Cell{}, m.Ref, "put it back, or be ready to say why it went: the pack tells of it",
			"%q was in %s and is not in the workbook", m.Name, pack)
		return
	}
	cell := a.Find(m.Ref).Metric.Cell
	if m.Part == report.NewMetric {
		found.Add(report.Note, cell, m.Ref, "", "the metric was not in %s", pack)
		return
	}
	found.Add(report.Note, cell, m.Ref, "see that the change is meant: the pack tells of it",
		"the %s is not what it was in %s", partWords[m.Part], pack)
}

var partWords = map[report.MetricPart]string{
	report.MetricRef: "ref", report.MetricName: "name", report.MetricDefinition: "definition", report.MetricUnit: "unit",
	report.MetricPolarity: "direction that is better", report.MetricCategory: "category",
}

// noteFigures notes figures that changed, once for each metric.
func noteFigures(changes []report.FigureChange, what, pack string, found *report.Findings) {
	for i := 0; i < len(changes); {
		first, n := changes[i], 1
		for i+n < len(changes) && changes[i+n].Ref == first.Ref {
			n++
		}
		i += n
		of := "the final " + what
		if !first.From.IsZero() {
			of = "the " + what + " for " + first.From.Words()
		}
		more := ""
		if n > 1 {
			more = fmt.Sprintf("; %d more changed", n-1)
		}
		found.Add(report.Warning, first.Cell, first.Ref, "see that the change is meant: the pack tells of it",
			"%s is %s and was %s in %s%s", of, strconv.Quote(first.Now), first.Then, pack, more)
	}
}

package rules

import (
	"sort"
	"strings"

	"panelpack/report"
)

// check notes what an officer should know of how j was judged.
func (j *judged) check(found *report.Findings) {
	m := j.Metric
	if j.terms.polarity == report.PolarityUnknown && j.terms.side == unknown && latestTarget(&j.Series).Known() {
		found.Add(report.Warning, m.Cell, m.Ref, "say Low or High in the workbook, or polarity in the rulebook",
			"there is a target, and it is not stated whether higher or lower is better; not rated")
	}
	if s := senseAgainst(j.terms.polarity, j.Now.Target); s != "" {
		found.Add(report.Warning, j.Now.TargetCell, m.Ref, "correct the target or the polarity",
			"target %q is judged as it is written, though %s", j.Now.Target.Words(m.Unit), s)
	}
	if stored := j.storedRating(); stored != j.Rating {
		found.Add(report.Warning, j.Now.ActualCell, m.Ref, "publish another decimal place if the difference matters",
			"actual %q is rated %s; the stored %s would be %s", m.Unit.Format(j.Now.Actual), strings.ToLower(j.Rating.String()),
			trimZeros(j.Now.Stored.Decimal()), strings.ToLower(stored.String()))
	}
	if theirs, ok := declared(j.Now.Declared); ok && theirs != j.Rating {
		found.Add(report.Warning, j.Now.DeclaredCell, m.Ref, "trace the metric to see why, and correct the workbook or the rulebook",
			"the workbook rates it %q, and by the rulebook it is %s", j.Now.Declared, strings.ToLower(j.Rating.String()))
	}
	for _, f := range j.Forecasts {
		if f.Period.End().Compare(j.Now.Period.End()) <= 0 {
			found.Add(report.Note, f.Cell, m.Ref, "take it out, or leave it on the chart as it was expected",
				"the forecast for %s is of a period already reported", f.Period.Words())
		}
	}
}

// declared is a workbook's own rating as one of ours, and whether it is a word
// that says one.
func declared(word string) (report.Rating, bool) {
	word = strings.ToLower(strings.TrimSpace(word))
	for name, rating := range limitRatings {
		if word == name || word == name[:1] {
			return rating, true
		}
	}
	return report.NotRated, false
}

// senseAgainst says which polarity an inequality contradicts; empty where it
// contradicts none.
func senseAgainst(p report.Polarity, t report.Target) string {
	if !t.Known() {
		return ""
	}
	side := wanted(p, t)
	if p == report.HigherIsBetter && side == below || p == report.LowerIsBetter && side == above {
		return p.String()
	}
	return ""
}

// checkRefs notes refs that the workbook or the rulebook names and no metric
// has.
func (b *Rulebook) checkRefs(sub *report.Submission, found *report.Findings) {
	known := map[string]bool{}
	for i := range sub.Series {
		known[sub.Series[i].Metric.Ref] = true
	}
	check := func(refs []string, cell report.Cell, what string) {
		for _, ref := range refs {
			if !known[ref] {
				found.Add(report.Warning, cell, "", "correct the ref, or take it out", "%s names %q, which is the ref of no metric", what, ref)
			}
		}
	}
	for _, e := range sub.Events {
		check(e.Metrics, e.Cell, "an event")
	}
	for _, f := range sub.Inspections {
		check(f.Metrics, f.Cell, "an inspection finding")
	}
	b.checkOwnRefs(known, found)
}

// checkOwnRefs notes exceptions of the rulebook for metrics that are not in
// the workbook.
func (b *Rulebook) checkOwnRefs(known map[string]bool, found *report.Findings) {
	var missing []string
	for ref := range b.exceptions {
		if !known[ref] {
			missing = append(missing, ref)
		}
	}
	sort.Strings(missing)
	for _, ref := range missing {
		found.List = append(found.List, report.Finding{
			Severity: report.Note, File: b.source.File, Line: b.exceptions[ref].place.Line, Column: b.exceptions[ref].place.Column,
			Message: "metric \"" + ref + "\" has terms of its own and is not in the workbook",
			Hint:    "correct the ref, or leave it for workbooks that have it",
		})
	}
}

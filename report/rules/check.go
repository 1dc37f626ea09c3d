package rules

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"panelpack/report"
	"panelpack/report/settings"
)

// check notes what an officer should know of how j was judged.
func (j *judged) check(found *report.Findings) {
	m := j.Metric
	j.checkUnlikely(found)
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
	if _, ok := declared(j.Now.Declared); !ok && j.Now.Declared != "" {
		found.Add(report.Note, j.Now.DeclaredCell, m.Ref, "say under [workbook.words.rating] in council.toml which of red, amber and green it is",
			"the workbook's own rating %q is none of ours and is not compared", j.Now.Declared)
	}
	if j.signal.fitsFew(j.run) {
		outside, of := j.signal.outside(j.run)
		found.Add(report.Note, m.Cell, m.Ref, "start a new range with [[rebaseline]] in the rulebook, or see that the range misleads nobody",
			"%s of %s lie outside the expected range that is worked out from them", report.Whole(outside), plural(of, "figure"))
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

// checkNames notes metrics of one sheet and section that share a name: nobody
// could tell them apart on a page. It names them all, at the first.
func checkNames(sub *report.Submission, found *report.Findings) {
	type called struct{ sheet, section, name string }
	alike := map[called][]string{}
	key := func(m report.Metric) called { return called{m.Sheet, m.Section, strings.ToLower(m.Name)} }
	for i := range sub.Series {
		m := sub.Series[i].Metric
		alike[key(m)] = append(alike[key(m)], m.Ref)
	}
	for i := range sub.Series {
		m := sub.Series[i].Metric
		if refs := alike[key(m)]; m.Name != "" && len(refs) > 1 && refs[0] == m.Ref {
			found.Add(report.Warning, m.Cell, m.Ref, "give each a name of its own, for readers to tell them apart",
				"%s are called %q: %s", plural(len(refs), "metric"), m.Name, list(refs))
		}
	}
}

// checkOwnRefs notes metrics that the rulebook has terms for and that are not
// in the workbook.
func (b *Rulebook) checkOwnRefs(known map[string]bool, found *report.Findings) {
	note := func(s report.Severity, at settings.Place, ref, what string) {
		if known[ref] {
			return
		}
		found.List = append(found.List, report.Finding{
			Severity: s, File: b.source.File, Line: at.Line, Column: at.Column,
			Message: strconv.Quote(ref) + " " + what + " and is not in the workbook",
			Hint:    "correct the ref, or leave it for workbooks that have it",
		})
	}
	for _, ref := range slices.Sorted(maps.Keys(b.exceptions)) {
		note(report.Note, b.exceptions[ref].place, ref, "has terms of its own")
	}
	for _, line := range b.baselines {
		for _, ref := range slices.Sorted(maps.Keys(line.metrics)) {
			note(report.Note, line.place, ref, "starts a new range in "+line.from.Words())
		}
	}
	for _, ref := range b.required {
		note(report.Warning, b.requiredPlace, ref, "needs commentary")
	}
}

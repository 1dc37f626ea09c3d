package workbook

import (
	"slices"

	"panelpack/report"
)

// serve gives the periods without a target of their own the one that stands
// for their year, or for all periods, and says so.
func (b *seriesBuilder) serve() {
	own := slices.ContainsFunc(b.s.Observations, func(o report.Observation) bool { return !o.TargetCell.IsZero() })
	for _, f := range b.facts {
		kind := b.kind()
		wide := f.Period.IsZero() || f.Period.Kind() > kind
		if f.Figure == "yeartarget" && own || f.Figure == "finaltarget" || !isTarget(f.Figure) || !wide {
			continue
		}
		served := false
		for i := range b.s.Observations {
			o := &b.s.Observations[i]
			if !o.TargetCell.IsZero() || !f.Period.IsZero() && !within(o.Period, f.Period) {
				continue
			}
			o.Target, o.TargetCell, o.TargetNote = target(f.goal, b.s.Metric.Places), f.at, servesNote(f.fact, kind)
			served = true
		}
		if !served && f.Period.IsZero() && f.Figure == "target" {
			b.tellIdle(f)
		}
	}
}

// tellIdle tells of a target for all periods that serves none, since each has its
// own, and that differs from the last of them.
func (b *seriesBuilder) tellIdle(f read) {
	idle := target(f.goal, b.s.Metric.Places)
	for _, o := range slices.Backward(b.s.Observations) {
		switch {
		case !o.Target.Known():
		case idle.Known() && idle != o.Target:
			b.ds.Add(report.Warning, f.at, b.s.Metric.Ref, "if it is the final target or that of the year's end, let its heading say so; if not, clear the one that is wrong",
				"the target differs from the one for %s at %s, which is used", o.Period.Words(), o.TargetCell)
			return
		default:
			return
		}
	}
}

// servesNote says how one target came to serve many periods.
func servesNote(f fact, kind report.PeriodKind) string {
	each := map[report.PeriodKind]string{report.Month: "month", report.Quarter: "quarter"}[kind]
	if each == "" {
		each = "period"
	}
	switch {
	case !f.Period.IsZero():
		return "the target for " + f.Period.Words() + " serves every " + each + " of it"
	case f.Figure == "yeartarget":
		return "the year-end target serves every " + each
	}
	return "one target serves every " + each
}

func within(p, q report.Period) bool {
	return p.Start().Compare(q.Start()) >= 0 && p.End().Compare(q.End()) <= 0
}

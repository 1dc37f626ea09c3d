package rules

import (
	"math/big"
	"slices"

	"panelpack/report"
)

// fillTargets is all observations, those without an incremental target having
// the one that the rulebook lets serve, with a note that says so. The given
// ones stay as they are.
func (t *terms) fillTargets(all []report.Observation) []report.Observation {
	if t.missingTarget == leaveOut {
		return all
	}
	filled := slices.Clone(all)
	switch t.missingTarget {
	case carryForward:
		t.carryTargets(filled)
	case straightLine:
		t.joinTargets(filled)
	}
	return filled
}

func (t *terms) carryTargets(all []report.Observation) {
	last := -1
	for i := range all {
		switch {
		case all[i].Target.Known():
			last = i
		case last >= 0:
			from := &all[last]
			all[i].Target, all[i].TargetCell = from.Target, from.TargetCell
			all[i].TargetNote = "the target is carried forward from " + from.Period.Words()
		}
	}
}

// joinTargets draws a straight line between targets that are plain numbers;
// an inequality or a range joins nothing.
func (t *terms) joinTargets(all []report.Observation) {
	last := -1
	for i := range all {
		if !all[i].Target.Known() {
			continue
		}
		if last >= 0 && all[last].Target.Sense == report.Exactly && all[i].Target.Sense == report.Exactly {
			for j := last + 1; j < i; j++ {
				t.putBetween(&all[j], &all[last], &all[i], big.NewRat(int64(j-last), int64(i-last)))
			}
		}
		last = i
	}
}

func (t *terms) putBetween(o, from, to *report.Observation, way *big.Rat) {
	start := from.Target.Value.Rat()
	rise := new(big.Rat).Sub(to.Target.Value.Rat(), start)
	places := max(from.Target.Value.Places(), to.Target.Value.Places(), t.metric.Places)
	o.Target = report.Target{Value: rounded(rise.Mul(rise, way).Add(rise, start), places)}
	o.TargetNote = "the target lies on a straight line from " + from.Period.Words() + " to " + to.Period.Words()
}

package rules

import "panelpack/report"

// checkUnlikely notes a latest figure or target that is below nought or above
// 100% where no other of its metric is. It may be right, and is taken as given.
func (j *judged) checkUnlikely(found *report.Findings) {
	besideActual, besideTarget := []report.Value{j.Now.Target.Value}, []report.Value{}
	for _, o := range j.Observations {
		besideTarget = append(besideTarget, o.Actual)
		if o.Period != j.Now.Period {
			besideActual = append(besideActual, o.Actual)
		}
		if o.TargetCell != j.Now.TargetCell {
			besideActual, besideTarget = append(besideActual, o.Target.Value), append(besideTarget, o.Target.Value)
		}
	}
	note := func(cell report.Cell, what, words, says string) {
		if says != "" {
			found.Add(report.Warning, cell, j.Metric.Ref, "see whether it is meant, and correct the workbook if it is not",
				"%s %q is %s, and the other figures of %s are not; taken as given", what, words, says, j.Metric.Ref)
		}
	}
	u := j.Metric.Unit
	note(j.Now.ActualCell, "actual", u.Format(j.Now.Actual), unlikely(u, j.Now.Actual, besideActual))
	note(j.Now.TargetCell, "target", j.Now.Target.Words(u), unlikely(u, j.Now.Target.Value, besideTarget))
}

// unlikely says what v is that none of the others are; empty where it is like
// them. Money may well turn negative.
func unlikely(u report.Unit, v report.Value, others []report.Value) string {
	whole := report.Number(100, 0)
	known, below, above := 0, 0, 0
	for _, o := range others {
		switch {
		case !o.Known():
			continue
		case o.Sign() < 0:
			below++
		case o.Cmp(whole) > 0:
			above++
		}
		known++
	}
	switch {
	case !v.Known() || known == 0:
		return ""
	case v.Sign() < 0 && below == 0 && u.Kind != report.Pounds:
		return "below nought"
	case u.Kind == report.Percent && v.Cmp(whole) > 0 && above == 0:
		return "above 100%"
	}
	return ""
}

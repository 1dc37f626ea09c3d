package rules

import "panelpack/report"

// WhatIf lists the metrics whose rating another rulebook would change: now is
// a submission judged by the rulebook in use, and other the same one judged by
// the rulebook that is proposed. The reasons are the other's.
func WhatIf(now, other *report.Assessed) []report.RatingChange {
	var all []report.RatingChange
	for _, m := range now.Metrics {
		if o := other.Find(m.Metric.Ref); o != nil && o.Rating != m.Rating {
			all = append(all, report.RatingChange{Ref: m.Metric.Ref, Before: m.Rating, Now: o.Rating, Why: o.Reason})
		}
	}
	return all
}

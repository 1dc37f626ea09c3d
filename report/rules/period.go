package rules

import (
	"sort"

	"panelpack/report"
)

// choosePeriod is the period to report: the one asked for, or the one that
// the workbook declares, or the latest for which at least half of the metrics
// have a figure. It notes which it took where nobody said.
func choosePeriod(sub *report.Submission, asked report.Period, found *report.Findings) report.Period {
	if asked.IsZero() {
		asked = sub.Details.Period
	}
	if !asked.IsZero() {
		if figuresIn(sub, asked) == 0 && len(sub.Series) > 0 {
			found.Add(report.Error, report.Cell{}, "", "name a period that the workbook has figures for, such as 2022-09",
				"no metric has a figure for %s", asked.Words())
		}
		return asked
	}
	periods := reportedPeriods(sub)
	best, most := report.Period{}, 0
	for _, p := range periods {
		n := figuresIn(sub, p)
		if 2*n >= len(sub.Series) {
			found.Add(report.Note, report.Cell{}, "", "declare a reporting period to choose another",
				"reporting %s, the latest period for which at least half of the metrics (%d of %d) have a figure", p.Words(), n, len(sub.Series))
			return p
		}
		if n > most {
			best, most = p, n
		}
	}
	if most == 0 {
		return latestTold(sub)
	}
	found.Add(report.Warning, report.Cell{}, "", "declare the reporting period",
		"no period has a figure for at least half of the metrics; reporting %s, for which %d of %d have one", best.Words(), most, len(sub.Series))
	return best
}

// latestTold is the latest period of which a workbook without any figure says
// something: a rating of its own, or why there is no figure.
func latestTold(sub *report.Submission) report.Period {
	var latest report.Period
	for _, s := range sub.Series {
		for _, o := range s.Observations {
			silent := o.Actual.State() == report.NotReported || o.Actual.State() == report.NotYet
			if (o.Declared != "" || !silent) && (latest.IsZero() || o.Period.Compare(latest) > 0) {
				latest = o.Period
			}
		}
	}
	return latest
}

// reportedPeriods are the periods with a figure of any metric, latest first,
// and of those that end on one day the shortest.
func reportedPeriods(sub *report.Submission) []report.Period {
	known := map[report.Period]bool{}
	for i := range sub.Series {
		for k := range sub.Series[i].Observations {
			if o := &sub.Series[i].Observations[k]; o.Actual.Known() {
				known[o.Period] = true
			}
		}
	}
	shortest := map[report.Date]report.Period{}
	for p := range known {
		if q, ok := shortest[p.End()]; !ok || p.Compare(q) < 0 {
			shortest[p.End()] = p
		}
	}
	var all []report.Period
	for _, p := range shortest {
		all = append(all, p)
	}
	sort.Slice(all, func(i, j int) bool { return all[i].Compare(all[j]) > 0 })
	return all
}

// figuresIn is how many metrics have a figure for p.
func figuresIn(sub *report.Submission, p report.Period) int {
	n := 0
	for i := range sub.Series {
		r := runOf(sub.Series[i].Observations, p)
		if r.now >= 0 && r.all[r.now].Actual.Known() {
			n++
		}
	}
	return n
}

package workbook

import (
	"panelpack/report"
	"panelpack/report/mapping"
)

// doubtBelow is the size up to which a bare number of a percentage may be a
// share: 0.28 may be 28% or 0.28%.
const doubtBelow = 1.5

// shareLimit is the percentage above which a number under a percentage format
// must have been typed as a percentage already.
const shareLimit = 1000

// scale brings the percentages of a metric to one scale, times 100. A cell's
// format or its own sign says which it is on; bare numbers are taken as they
// stand. Where they may as well be shares, they are not guessed at: the mapping
// says which they are, or they become unreadable, and a finding asks.
func (ds *drafts) scale(d *draft, facts []read) {
	if d.Unit.Kind != report.Percent {
		return
	}
	meant := ds.m.ScaleOf(d.known)
	actuals := bareDoubt(facts, func(f read) bool { return !isTarget(f.Figure) })
	targets := bareDoubt(facts, func(f read) bool { return isTarget(f.Figure) })
	for i := range facts {
		f := &facts[i]
		doubt := actuals
		if isTarget(f.Figure) {
			doubt = targets
		}
		switch {
		case f.State != report.Reported:
		case f.Share && f.Number > shareLimit:
			ds.Add(report.Error, f.at, d.Ref, "type the percentage again",
				"%s is shown as more than %d%%: its percentage may have been multiplied twice", nameOf(f.Figure), shareLimit)
			f.figure = figure{State: report.Unreadable}
		case bare(*f) && doubt && meant == mapping.Shares:
			f.Number *= 100
			f.Places = decimals(f.Number)
		case bare(*f) && doubt && f.Number != 0 && meant == mapping.Ask:
			ds.Add(report.Error, f.at, d.Ref, "give the cell a percentage format, type the figure with its % sign, or say in council.toml which it is",
				"%s may be a share or a percentage: nothing says which", nameOf(f.Figure))
			f.figure = figure{State: report.Unreadable}
		}
	}
}

// bare reports whether nothing but the number itself says what scale it is on.
func bare(f read) bool {
	return f.State == report.Reported && !f.Share && !f.Signed
}

// bareDoubt reports whether the bare numbers among the facts look like shares:
// none is larger than a share can be, and some have decimals.
func bareDoubt(facts []read, of func(read) bool) bool {
	doubt := false
	for _, f := range facts {
		if !bare(f) || !of(f) {
			continue
		}
		if f.Number > doubtBelow {
			return false
		}
		doubt = doubt || decimals(f.Number) > 0
	}
	return doubt
}

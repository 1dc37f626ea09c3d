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
	actuals, targets := bareDoubt(facts, false), bareDoubt(facts, true)
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

// farApart is how many times larger one figure is than another beside which it
// may be on another scale.
const farApart = 50

// bareDoubt reports whether the bare numbers among the actuals, or the targets,
// look like shares: none is larger than a share can be, and some have decimals
// or are far below those that they are compared with.
func bareDoubt(facts []read, ofTargets bool) bool {
	doubt, largest, beside := false, 0.0, 0.0
	for _, f := range facts {
		switch {
		case f.State != report.Reported:
		case isTarget(f.Figure) != ofTargets:
			beside = max(beside, f.Number)
		case !bare(f):
		case f.Number > doubtBelow:
			return false
		default:
			doubt = doubt || decimals(f.Number) > 0
			largest = max(largest, f.Number)
		}
	}
	return doubt || largest > 0 && beside >= farApart*largest
}

// tellFar tells of a metric whose actuals are all far above or all far below all
// of its targets: thousands beside single ones, or a month beside a year. Where
// it leads in the end may be far.
func (ds *drafts) tellFar(d *draft, facts []read) {
	actual, target := span{}, span{}
	var at read
	for _, f := range facts {
		switch {
		case f.State != report.Reported || f.Number <= 0:
		case f.Figure == "actual":
			actual.take(f.Number)
		case f.Figure == "target" || f.Figure == "yeartarget":
			if target == (span{}) {
				at = f
			}
			target.take(f.Number)
		}
	}
	says := ""
	switch {
	case actual == span{} || target == span{}:
		return
	case actual.least >= farApart*target.most:
		says = "far above"
	case target.least >= farApart*actual.most:
		says = "far below"
	default:
		return
	}
	ds.Add(report.Warning, at.at, d.Ref, "see that both are in the same unit and for the same length of time",
		"every actual is %s the target: they may be on different scales", says)
}

// tellDivided tells of a metric whose cells show thousands or millions, and hold
// single ones: the pack prints what they hold, which may not go with its name.
func (ds *drafts) tellDivided(d *draft, facts []read) {
	for _, f := range facts {
		if f.State != report.Reported || f.cell == nil || f.cell.kind != number || f.cell.format.Divisor == 0 {
			continue
		}
		ds.Add(report.Warning, f.at, d.Ref, "give the cells a number format without commas at its end, or divide the figures",
			"%s is shown divided by %s by its number format, and the pack prints it whole", nameOf(f.Figure), report.Whole(f.cell.format.Divisor))
		return
	}
}

// span is the least and the most of some figures above nought; zero for none.
type span struct{ least, most float64 }

func (s *span) take(f float64) {
	if *s == (span{}) {
		s.least = f
	}
	s.least, s.most = min(s.least, f), max(s.most, f)
}

package rules

import (
	"math/big"

	"panelpack/report"
)

// directions compares the figure of now with each earlier one that the
// rulebook asks for, the one of the arrow first.
func (b *Rulebook) directions(t *terms, r run) []report.Direction {
	if r.now < 0 {
		return nil
	}
	var all []report.Direction
	if b.againstPrevious {
		earlier := r.all[r.now].Period.Add(-r.step)
		all = append(all, b.compare(t, r, r.before(r.now), earlier))
	}
	if b.againstYear {
		earlier := r.all[r.now].Period.YearBefore()
		all = append(all, b.compare(t, r, r.yearBefore(r.now), earlier))
	}
	if b.yearFirst && len(all) == 2 {
		all[0], all[1] = all[1], all[0]
	}
	return all
}

// compare is the movement from observation i, of period p, to now. With i
// negative the series has no such observation.
func (b *Rulebook) compare(t *terms, r run, i int, p report.Period) report.Direction {
	now := &r.all[r.now]
	d := report.Direction{Against: p}
	if i >= 0 {
		d.Previous = r.all[i].Actual
		d.Change = now.Actual.Sub(d.Previous)
	}
	when := nearWords(p, now.Period)
	if !d.Change.Known() {
		d.Text = "no figure for " + when + " to compare with"
		if !now.Actual.Known() {
			d.Text = "no figure to compare with " + when
		}
		return d
	}
	d.Text = b.changeWords(t.metric.Unit, d.Previous, d.Change) + " on " + when
	if d.Change.Sign() == 0 {
		d.Text = "the same as in " + when
	}
	d.Word = b.direction(t, now, &r.all[i], d)
	return d
}

// direction says whether a change is for the better by the polarity of the
// metric.
func (b *Rulebook) direction(t *terms, now, earlier *report.Observation, d report.Direction) report.Judgement {
	switch {
	case t.side == unknown:
		return report.NoJudgement
	case b.isSteady(t.metric.Unit, d):
		return report.Steady
	case t.side == near:
		return nearer(now, earlier)
	case d.Change.Sign() == int(t.side):
		return report.Better
	}
	return report.Worse
}

// isSteady reports whether a change is no larger than the rulebook calls
// steady.
func (b *Rulebook) isSteady(u report.Unit, d report.Direction) bool {
	if d.Change.Sign() == 0 {
		return true
	}
	if u.Kind == report.Percent {
		return d.Change.Abs().Cmp(b.steadyPoints) <= 0
	}
	if d.Previous.Sign() == 0 {
		return false
	}
	return percentOf(d.Change, d.Previous).Cmp(b.steady.Rat()) <= 0
}

// nearer judges a movement of a metric that should keep near its plan. Each
// figure is held against the target of its own period.
func nearer(now, earlier *report.Observation) report.Judgement {
	if !now.Target.Known() || !earlier.Target.Known() {
		return report.NoJudgement
	}
	after := now.Actual.Sub(now.Target.Value).Abs()
	before := earlier.Actual.Sub(earlier.Target.Value).Abs()
	switch after.Cmp(before) {
	case -1:
		return report.Better
	case 1:
		return report.Worse
	}
	return report.Steady
}

// percentOf is the size of a change in per cent of what it is a change of,
// exactly. Before must not be nought.
func percentOf(change, before report.Value) *big.Rat {
	r := new(big.Rat).Quo(change.Abs().Rat(), before.Abs().Rat())
	return r.Mul(r, big.NewRat(100, 1))
}

// changeWords is a change and its share of what it is a change of: "up 55
// (17%)", "down 2.0 points". A share is given only of figures large enough to
// bear one.
func (b *Rulebook) changeWords(u report.Unit, before, change report.Value) string {
	if change.Sign() == 0 {
		return "no change"
	}
	words := upOrDown(change) + " " + u.FormatSize(change)
	if inPercent := b.changeShare(u, before, change); inPercent != "" {
		words += " (" + inPercent + ")"
	}
	return words
}

// changeShare is a change in per cent: whole from 10% on, with one decimal
// place below, since more would be false precision. It is empty for
// percentages, for changes of small figures and for those across nought.
func (b *Rulebook) changeShare(u report.Unit, before, change report.Value) string {
	if u.Kind == report.Percent || before.Sign() <= 0 || before.Cmp(report.Number(b.percentBase, 0)) < 0 {
		return ""
	}
	if change.Sign() < 0 && change.Abs().Cmp(before) > 0 {
		return ""
	}
	exact := percentOf(change, before)
	places := 0
	if exact.Cmp(big.NewRat(10, 1)) < 0 {
		places = 1
	}
	return report.Unit{Kind: report.Percent}.Format(honestly(exact, places, nil))
}

func upOrDown(change report.Value) string {
	if change.Sign() < 0 {
		return "down"
	}
	return "up"
}

package rules

import (
	"math/big"
	"strings"

	"panelpack/report"
)

// side is where an actual should be.
type side int8

const (
	below   side = -1
	near    side = 0
	above   side = 1
	unknown side = 2
)

// wanted is the better side of a target. An inequality says it itself;
// otherwise the polarity does.
func wanted(p report.Polarity, t report.Target) side {
	switch t.Sense {
	case report.MoreThan, report.AtLeast:
		return above
	case report.LessThan, report.AtMost:
		return below
	}
	switch p {
	case report.HigherIsBetter:
		return above
	case report.LowerIsBetter:
		return below
	case report.NearPlan:
		return near
	}
	if t.Sense == report.Within {
		return near
	}
	return unknown
}

// measure is the distance of actual from what target asks, and whether the
// two can be compared. From a range it is the distance to its nearer end.
func (b *Rulebook) measure(p report.Polarity, actual report.Value, t report.Target) (distance, bool) {
	reference := t.Value
	if t.Sense == report.Within {
		switch {
		case actual.Cmp(t.Upper) > 0:
			reference = t.Upper
		case actual.Cmp(t.Value) >= 0:
			reference = actual
		}
	}
	places := max(actual.Places(), reference.Places())
	a, r := actual.Round(places), reference.Round(places)
	if !a.Known() || !r.Known() {
		return distance{}, false
	}
	d := distance{target: magnitude(r), places: places}
	switch low, high := min(a.Units(), r.Units()), max(a.Units(), r.Units()); {
	case low == high:
	case high == a.Units():
		d.side, d.size = 1, uint64(high)-uint64(low)
	default:
		d.side, d.size = -1, uint64(high)-uint64(low)
	}
	switch wanted(p, t) {
	case above:
		d.adverse = d.side < 0
	case below:
		d.adverse = d.side > 0
	default:
		d.adverse = d.side != 0
	}
	d.limit = d.side == 0 && (t.Sense == report.MoreThan || t.Sense == report.LessThan)
	return d, true
}

func magnitude(v report.Value) uint64 { return uint64(v.Abs().Units()) }

// rat is the distance in the metric's unit, exactly, below target negative.
func (d distance) rat() *big.Rat {
	r := new(big.Rat).SetFrac(new(big.Int).SetUint64(d.size), new(big.Int).SetUint64(powers[d.places]))
	if d.side < 0 {
		r.Neg(r)
	}
	return r
}

// percent is the distance in per cent of the target, exactly; nil where the
// target is nought.
func (d distance) percent() *big.Rat {
	if d.target == 0 {
		return nil
	}
	r := new(big.Rat).SetFrac(new(big.Int).SetUint64(d.size), new(big.Int).SetUint64(d.target))
	r.Mul(r, big.NewRat(100, 1))
	if d.side < 0 {
		r.Neg(r)
	}
	return r
}

// rounded is r with as many decimal places, half away from nought.
func rounded(r *big.Rat, places int) report.Value {
	units, ok := new(big.Int).SetString(strings.ReplaceAll(r.FloatString(places), ".", ""), 10)
	if !ok || !units.IsInt64() {
		return report.Missing(report.Unreadable)
	}
	return report.Number(units.Int64(), places)
}

// honestly is r with the fewest decimal places, from least on, that leave it
// on the same side of every edge, so that a figure printed as 10.0% is never
// one that was judged to be more.
func honestly(r *big.Rat, least int, edges []report.Value) report.Value {
	magnitude := new(big.Rat).Abs(r)
	for places := least; places < report.MaxPlaces; places++ {
		v := rounded(r, places)
		if v.Known() && sameSide(magnitude, v.Abs().Rat(), edges) {
			return v
		}
	}
	return rounded(r, report.MaxPlaces)
}

func sameSide(exact, printed *big.Rat, edges []report.Value) bool {
	if exact.Sign() != printed.Sign() {
		return false
	}
	for _, e := range edges {
		if at := e.Rat(); exact.Cmp(at) != printed.Cmp(at) {
			return false
		}
	}
	return true
}

// deviation puts the distance of v into figures and words.
func (v *verdict) deviation(u report.Unit) report.Deviation {
	if !v.measured {
		return report.Deviation{}
	}
	d := v.distance
	dev := report.Deviation{Known: true, Adverse: d.adverse, Points: rounded(d.rat(), d.places)}
	if percent := d.percent(); percent != nil {
		var edges []report.Value
		if v.set.basis == share {
			edges = v.set.edges()
		}
		dev.Percent = honestly(percent, 1, edges)
	}
	dev.Judged = dev.Points.Abs()
	if v.set.basis == share {
		dev.Judged = dev.Percent.Abs()
	}
	dev.Short = v.short(u, dev)
	return dev
}

// short is the deviation for tables and facts: "63.9% above", "12 above nil",
// "on target".
func (v *verdict) short(u report.Unit, dev report.Deviation) string {
	d := v.distance
	switch {
	case d.limit && v.target.Sense == report.MoreThan:
		return "not above " + u.Format(v.target.Value)
	case d.limit:
		return "not below " + u.Format(v.target.Value)
	case d.size == 0 && v.target.Sense == report.Within:
		return "within target"
	case d.size == 0:
		return "on target"
	}
	where := " above"
	if d.side < 0 {
		where = " below"
	}
	if d.target == 0 {
		where += " nil"
	}
	if v.set.basis == share {
		return report.Unit{Kind: report.Percent}.Format(dev.Percent.Abs()) + where
	}
	return u.FormatSize(dev.Points) + where
}

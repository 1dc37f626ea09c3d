package rules

import (
	"math/big"

	"panelpack/report"
)

// zones are, for each observation, the figures that meet its target where
// that is a limit, a range or a plan to keep near to.
func (b *Rulebook) zones(t *terms, s *report.Series) []report.Zone {
	all := make([]report.Zone, len(s.Observations))
	for i := range s.Observations {
		if target := s.Observations[i].Target; target.Known() && t.polarity != report.Context {
			all[i] = b.zone(t, target)
		}
	}
	return all
}

// zone is the figures that meet one target. Those of a plan are the ones that
// are green.
func (b *Rulebook) zone(t *terms, target report.Target) report.Zone {
	switch side := wanted(t.polarity, target); {
	case side == near && target.Sense == report.Exactly:
		return report.Zone{Low: b.greenEnd(t, target.Value, -1), High: b.greenEnd(t, target.Value, 1)}
	case side == near:
		return report.Zone{Low: target.Value, High: target.Upper}
	case target.Sense == report.Exactly:
		return report.Zone{}
	case side == above:
		return report.Zone{Low: target.Value}
	case target.Sense == report.Within:
		return report.Zone{High: target.Upper}
	}
	return report.Zone{High: target.Value}
}

// greenEnd is the figure furthest from plan on one side (-1 below, 1 above)
// that is green.
func (b *Rulebook) greenEnd(t *terms, plan report.Value, side int) report.Value {
	set := b.bandsFor(t, distance{side: side, target: magnitude(plan), places: plan.Places()})
	green := set.of(report.Green)
	if green == nil || green.high == nil {
		return plan
	}
	away := green.high.at.Rat()
	if set.basis == share {
		away.Mul(away, new(big.Rat).Abs(plan.Rat())).Quo(away, big.NewRat(100, 1))
	}
	if side < 0 {
		away.Neg(away)
	}
	end, _ := away.Add(away, plan.Rat()).Float64()
	return shortest(report.Round(end, report.MaxPlaces))
}

// shortest is v without noughts at the end of its decimal places.
func shortest(v report.Value) report.Value {
	for places := range report.MaxPlaces {
		if short := v.Round(places); short.Cmp(v) == 0 {
			return short
		}
	}
	return v
}

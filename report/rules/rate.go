package rules

import (
	"strconv"
	"strings"

	"panelpack/report"
)

// terms are what the rulebook says of one metric.
type terms struct {
	metric        report.Metric
	polarity      report.Polarity
	side          side // the better one, of the polarity and the latest target; unknown where nothing is better
	yardstick     yardstick
	missingTarget filling
	minimumBase   int64
	basis         *basis   // where it is not the rulebook's
	bands         *bandSet // the metric's own
	why           string   // what the rulebook says of the exception
	line          int      // of the exception in the rulebook; 0 for none
}

// termsFor joins the rulebook's general terms with the exception for the
// metric of s.
func (b *Rulebook) termsFor(s *report.Series) terms {
	t := b.exceptionTerms(s.Metric)
	t.side = unknown
	if t.polarity != report.Context {
		t.side = wanted(t.polarity, latestTarget(s))
	}
	return t
}

// latestTarget is the last incremental target of s, or else its final one.
func latestTarget(s *report.Series) report.Target {
	for i := len(s.Observations) - 1; i >= 0; i-- {
		if s.Observations[i].Target.Known() {
			return s.Observations[i].Target
		}
	}
	return s.FinalTarget
}

func (b *Rulebook) exceptionTerms(m report.Metric) terms {
	t := terms{
		metric: m, polarity: m.Polarity, yardstick: b.yardstick,
		missingTarget: b.missingTarget, minimumBase: b.minimumBase,
	}
	s, ok := b.exceptions[m.Ref]
	if !ok {
		return t
	}
	t.basis, t.bands, t.why, t.line = s.basis, s.bands, s.why, s.place.Line
	t.polarity = given(s.polarity, t.polarity)
	t.yardstick = given(s.yardstick, t.yardstick)
	t.missingTarget = given(s.missingTarget, t.missingTarget)
	t.minimumBase = given(s.minimumBase, t.minimumBase)
	return t
}

// given is what an exception says, or else the general term.
func given[T any](exception *T, general T) T {
	if exception != nil {
		return *exception
	}
	return general
}

// verdict is the rating of one actual, with all that led to it.
type verdict struct {
	rating   report.Rating
	target   report.Target // the one judged against
	distance distance      // meaningful where measured
	measured bool
	set      bandSet
	band     *band  // nil between bands, and where there is no rating
	why      string // why there is no rating: one clause
}

// judge rates the actual of o, whose period is one of s. It makes no words
// beyond the reason for not rating, so that a whole history can be judged.
func (b *Rulebook) judge(t *terms, s *report.Series, o *report.Observation) verdict {
	v := verdict{target: o.Target}
	if t.yardstick == final {
		v.target = s.FinalTarget
	}
	if v.why = t.unrated(o, v.target); v.why != "" {
		return v
	}
	d, ok := b.measure(t.polarity, o.Actual, v.target)
	if !ok {
		v.why = "the figure and its target cannot be compared"
		return v
	}
	v.distance, v.measured = d, true
	v.set = b.bandsFor(t, d)
	switch {
	case d.limit:
		v.rating, v.band = b.onLimit, v.set.of(b.onLimit)
	case !d.adverse && !b.byDistance(t.polarity, v.target):
		v.rating, v.band = report.Green, v.set.of(report.Green)
	default:
		v.rating = report.BetweenBands
		if v.band = v.set.find(d); v.band != nil {
			v.rating = v.band.rating
		}
	}
	return v
}

// unrated is why o cannot be rated against target, in one clause; empty where
// it can.
func (t *terms) unrated(o *report.Observation, target report.Target) string {
	switch {
	case t.polarity == report.Context && !target.Known():
		return "shown for context, with no target"
	case t.polarity == report.Context:
		return "shown for context"
	case !o.Actual.Known():
		return noFigure(o)
	case !target.Known() && t.yardstick == final:
		return missing("no final target", target.Value)
	case !target.Known():
		return missing("no incremental target for "+o.Period.Words(), target.Value)
	case t.polarity == report.PolarityUnknown && target.Sense == report.Exactly:
		return "it is not stated whether higher or lower is better"
	case t.metric.Unit.Kind == report.Percent && o.Base.Known() && o.Base.Cmp(report.Number(t.minimumBase, 0)) < 0:
		return "a percentage of " + o.Base.Decimal() + " cases, fewer than " + strconv.FormatInt(t.minimumBase, 10)
	}
	return ""
}

// noFigure says that o has no actual, and why.
func noFigure(o *report.Observation) string {
	return missing("no figure for "+o.Period.Words(), o.Actual)
}

// missing adds to words why v has no number, where something stands in its
// place.
func missing(words string, v report.Value) string {
	if s := v.State(); s != report.NotReported {
		words += ": " + s.String()
	}
	return words
}

// byDistance reports whether a figure better than target is judged by its
// distance all the same.
func (b *Rulebook) byDistance(p report.Polarity, t report.Target) bool {
	switch wanted(p, t) {
	case above:
		return b.betterHigher
	case below:
		return b.betterLower
	}
	return false
}

// of is the band of rating r, or nil.
func (s bandSet) of(r report.Rating) *band {
	for i := range s.bands {
		if s.bands[i].rating == r {
			return &s.bands[i]
		}
	}
	return nil
}

// noughtOrRed is how a target of nought is judged where the rulebook has no
// absolute bands: nought is green and anything worse is red.
var noughtOrRed = bandSet{absolute, []band{
	{rating: report.Green, low: edge{report.Number(0, 0), true}, high: &edge{report.Number(0, 0), true}},
	{rating: report.Red, low: edge{report.Number(0, 0), false}},
}}

// bandsFor is the bands by which distance d is judged.
func (b *Rulebook) bandsFor(t *terms, d distance) bandSet {
	set := b.usualBands(t, d)
	if set.basis != share || d.target != 0 {
		return set
	}
	if b.absolute != nil {
		return *b.absolute
	}
	return noughtOrRed
}

func (b *Rulebook) usualBands(t *terms, d distance) bandSet {
	switch {
	case t.bands != nil:
		return *t.bands
	case t.basis != nil && *t.basis == absolute && b.absolute != nil:
		return *b.absolute
	case t.basis != nil && *t.basis == points:
		return b.points
	case t.basis != nil && *t.basis == share:
		return b.share
	case t.polarity == report.NearPlan && d.side > 0 && b.abovePlan != nil:
		return *b.abovePlan
	case t.polarity == report.NearPlan && d.side < 0 && b.belowPlan != nil:
		return *b.belowPlan
	case b.byPoints && t.metric.Unit.Kind == report.Percent:
		return b.points
	}
	return b.share
}

// reason is one clause on how the rating came about, such as "63.9% above the
// incremental target of 230: more than 20%".
func (v *verdict) reason(t *terms, short string) string {
	if !v.measured {
		return v.why
	}
	against := "the " + t.yardstick.words() + " of " + v.target.Words(t.metric.Unit)
	switch d := v.distance; {
	case d.limit:
		return "exactly on the limit of " + against + ": " + short
	case d.size == 0 && v.target.Sense == report.Within:
		return "within " + against
	case d.size == 0:
		return "exactly on " + against
	case d.target == 0:
		return short + ", " + strings.TrimSuffix(against, " of "+v.target.Words(t.metric.Unit)) + v.bandClause()
	}
	return short + " " + against + v.bandClause()
}

// bandClause ends a reason with what the rulebook says of the distance.
func (v *verdict) bandClause() string {
	switch {
	case v.rating == report.Green && !v.distance.adverse:
		return ": better than target"
	case v.band != nil && v.set.basis == absolute && v.distance.target == 0 && v.band.line == 0:
		return ": anything worse than nought is red"
	case v.band != nil:
		return ": " + v.band.words(v.set.basis)
	}
	for _, g := range v.set.gaps() {
		return ": the bands say nothing of " + g
	}
	return ""
}

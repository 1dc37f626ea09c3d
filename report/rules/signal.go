package rules

import (
	"math"
	"strconv"

	"panelpack/report"
)

// The numbers of the process behaviour method for individual figures, as the
// NHS "Making Data Count" method has them and NHSRplotthedots 0.2 implements
// them.
const (
	limitFactor  = 2.66  // limits lie this many average moving ranges from the mean
	screenFactor = 3.267 // moving ranges of this many times their average are left out, once
	runLength    = 7     // points in a row that make a pattern
)

// limits is the expected range of a run of points.
type limits struct{ mean, lower, upper float64 }

// limitsOf is the mean of points and the range around it in which the next
// one is to be expected. With screen, unusually large moving ranges are left
// out once before the limits are taken. It needs two points at least.
func limitsOf(points []float64, screen bool) limits {
	ranges := make([]float64, len(points)-1)
	sum := points[0]
	for i := 1; i < len(points); i++ {
		sum += points[i]
		ranges[i-1] = math.Abs(points[i] - points[i-1])
	}
	mean := sum / float64(len(points))
	average := averageBelow(ranges, math.Inf(1))
	if screen {
		average = averageBelow(ranges, screenFactor*average)
	}
	return limits{mean, mean - limitFactor*average, mean + limitFactor*average}
}

// averageBelow is the average of those values that are smaller than cut; 0
// where none is.
func averageBelow(values []float64, cut float64) float64 {
	sum, n := 0.0, 0
	for _, v := range values {
		if v < cut {
			sum += v
			n++
		}
	}
	if n == 0 {
		return 0
	}
	return sum / float64(n)
}

// cause is the pattern that makes a point more than chance.
type cause uint8

const (
	noCause cause = iota
	beyondLimit
	sevenMoving
	twoOfThree
	sevenOneSide
)

// point is the cause that a point shows, and on which side it lies or moves: 1 for high
// or rising, -1 for low or falling.
type point struct {
	cause cause
	side  int
}

// causes names each point by the first pattern that it is part of: beyond a
// limit; one of seven successive points that all rise or all fall; near a
// limit with another of three successive points that lie on the same side of
// the mean; one of seven successive points on one side of the mean.
func causes(points []float64, l limits) []point {
	found := make([]point, len(points))
	mark := func(i int, c cause, side int) {
		if found[i].cause == noCause {
			found[i] = point{c, side}
		}
	}
	for i, p := range points {
		if p > l.upper || p < l.lower {
			mark(i, beyondLimit, sign(p-l.mean))
		}
	}
	markRuns(len(points)-1, runLength-1, func(i int) int { return sign(points[i+1] - points[i]) },
		func(from, to, side int) { markAll(mark, from, to+1, sevenMoving, side) })
	markTwoOfThree(points, l, mark)
	markRuns(len(points), runLength, func(i int) int { return sign(points[i] - l.mean) },
		func(from, to, side int) { markAll(mark, from, to, sevenOneSide, side) })
	return found
}

func sign(f float64) int {
	switch {
	case f < 0:
		return -1
	case f > 0:
		return 1
	}
	return 0
}

func markAll(mark func(int, cause, int), from, to int, c cause, side int) {
	for i := from; i <= to; i++ {
		mark(i, c, side)
	}
}

// markRuns reports every longest run of at least length equal signs that are
// not nought among n of them: first, last and sign.
func markRuns(n, length int, signOf func(int) int, report func(from, to, sign int)) {
	for from := 0; from < n; {
		to := from
		for to+1 < n && signOf(to+1) == signOf(from) {
			to++
		}
		if signOf(from) != 0 && to-from+1 >= length {
			report(from, to, signOf(from))
		}
		from = to + 1
	}
}

// markTwoOfThree marks the points between two thirds of the way to a limit and
// the limit, where two of three successive ones lie so and all three lie on
// that side of the mean.
func markTwoOfThree(points []float64, l limits, mark func(int, cause, int)) {
	nearLimit := func(p float64) bool {
		return p <= l.upper && p >= l.lower && math.Abs(p-l.mean) > (l.upper-l.mean)*2/3
	}
	for i := 0; i+2 < len(points); i++ {
		side, close := sign(points[i]-l.mean), 0
		for _, p := range points[i : i+3] {
			if nearLimit(p) {
				close++
			}
			if sign(p-l.mean) != side {
				side = 0
			}
		}
		if side == 0 || close < 2 {
			continue
		}
		for j := i; j < i+3; j++ {
			if nearLimit(points[j]) {
				mark(j, twoOfThree, side)
			}
		}
	}
}

// group is observations that share an expected range: those with a figure,
// by index.
type group struct {
	index  []int
	points []float64
}

// groups parts the figures up to the reporting period where the rulebook
// starts a new range.
func (b *Rulebook) groups(ref string, r run) []group {
	all := []group{{}}
	for i := 0; i <= r.end(); i++ {
		o := &r.all[i]
		if len(all[len(all)-1].index) > 0 && b.restarts(ref, r.all, i) {
			all = append(all, group{})
		}
		if !o.Actual.Known() {
			continue
		}
		g := &all[len(all)-1]
		g.index = append(g.index, i)
		g.points = append(g.points, o.Actual.Float())
	}
	return all
}

// restarts reports whether observation i is the first of a new range.
func (b *Rulebook) restarts(ref string, all []report.Observation, i int) bool {
	for _, line := range b.baselines {
		start := line.from.Start()
		if line.concerns(ref) && all[i].Period.End().Compare(start) >= 0 && (i == 0 || all[i-1].Period.End().Compare(start) < 0) {
			return true
		}
	}
	return false
}

// signal is what the method says of one series.
type signal struct {
	report.Signal
	now      point  // of the reporting period
	latest   limits // of the group that it is in
	drawn    bool   // latest is meaningful
	judged   report.Judgement
	pattern  string // "7 months in a row above the average": what the latest point is part of
	expected string // "220–290"
	assured  bool   // the assurance verdict is sure either way
}

// signalOf finds the expected range of a series and the points that are more
// than chance.
func (b *Rulebook) signalOf(t *terms, r run) signal {
	var s signal
	if t.metric.Basis == report.Rolling12 {
		s.Why = "no expected range: each figure covers twelve months, and successive ones overlap"
		return s
	}
	groups := b.groups(t.metric.Ref, r)
	last := groups[len(groups)-1]
	s.Points = len(last.points)
	if s.Why = b.noRange(t, last); s.Why != "" {
		return s
	}
	s.Special = make([]report.Judgement, len(r.all))
	for _, g := range groups {
		if b.noRange(t, g) != "" {
			continue
		}
		l := limitsOf(g.points, b.signal.Screen)
		s.Limits = append(s.Limits, drawnLimits(t.metric, g, l))
		for k, p := range causes(g.points, l) {
			s.Special[g.index[k]] = judgedSide(t, p)
			if g.index[k] == r.now {
				s.now = p
			}
		}
		s.latest, s.drawn = l, true
	}
	s.Provisional = s.Points < b.signal.FirmPoints
	s.describe(t, r)
	return s
}

// noRange is why no limits are drawn for g; empty where they are.
func (b *Rulebook) noRange(t *terms, g group) string {
	if n := len(g.points); n < b.signal.MinimumPoints {
		return "no expected range: " + plural(n, "figure") + " so far, and " + strconv.Itoa(b.signal.MinimumPoints) + " are needed"
	}
	l := limitsOf(g.points, b.signal.Screen)
	if l.lower == l.upper {
		return "no expected range: the figures hardly vary"
	}
	if t.metric.Unit.Kind == report.Count && l.mean < b.signal.SmallestMean {
		return "no expected range: the numbers are too small"
	}
	return ""
}

// judgedSide is a special point by the polarity of its metric. Steady stands
// for a special point of a metric that has no better side.
func judgedSide(t *terms, p point) report.Judgement {
	switch {
	case p.cause == noCause:
		return report.NoJudgement
	case t.side != above && t.side != below:
		return report.Steady
	case p.side == int(t.side):
		return report.Better
	}
	return report.Worse
}

// drawnLimits is the range of g within what the unit can be: no count is less
// than nought and no percentage more than a hundred. As printed its ends are
// drawn inwards, so that a figure outside the range is never one of them.
func drawnLimits(m report.Metric, g group, l limits) report.Limits {
	lower, upper := l.lower, l.upper
	least, most := g.points[0], g.points[0]
	for _, p := range g.points {
		least, most = min(least, p), max(most, p)
	}
	if least >= 0 {
		lower = max(lower, 0)
	}
	if m.Unit.Kind == report.Percent && most <= 100 {
		upper = min(upper, 100)
	}
	scale := math.Pow10(m.Places)
	return report.Limits{
		From: g.index[0], To: g.index[len(g.index)-1], Mean: l.mean, Lower: lower, Upper: upper,
		Least: report.Round(math.Ceil(lower*scale)/scale, m.Places),
		Most:  report.Round(math.Floor(upper*scale)/scale, m.Places),
	}
}

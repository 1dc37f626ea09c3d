package rules

import (
	"sort"
	"strconv"
	"strings"

	"panelpack/report"
)

// policy is the rulebook in words, with the metrics whose commentary a final
// pack needs.
func (b *Rulebook) policy(metrics []*judged) report.Policy {
	p := report.Policy{Source: b.source, Title: b.title, Prompts: b.prompts, Abbreviations: b.abbreviations, Method: b.method()}
	for i, one := range b.share.bands {
		words := one.words(share) + " away from the " + b.yardstick.words()
		if i == 0 {
			words = "within " + strings.TrimPrefix(one.words(share), "up to ") + " of the " + b.yardstick.words() + ", or better"
		}
		p.Bands = append(p.Bands, report.Band{Rating: one.rating, Words: words})
	}
	if gaps := b.gaps(); len(gaps) > 0 {
		p.Gap = strings.Join(gaps, " or ") + " away"
	}
	required := setOf(b.required)
	for _, j := range metrics {
		if b.requiredFor[j.Rating] || required[j.Metric.Ref] {
			p.Required = append(p.Required, j.Metric.Ref)
		}
	}
	return p
}

// gaps is what the bands in use leave undefined.
func (b *Rulebook) gaps() []string {
	gaps := b.share.gaps()
	if b.byPoints {
		gaps = append(gaps, b.points.gaps()...)
	}
	return gaps
}

// method explains in paragraphs how the figures were judged.
func (b *Rulebook) method() []report.Text {
	var all []report.Text
	for _, s := range []string{
		b.ratingMethod(), b.planMethod(), b.noughtMethod(), b.targetMethod(), b.exceptionMethod(), b.directionMethod(), recordMethod, b.signalMethod(), forecastMethod, roundingMethod,
	} {
		if s != "" {
			all = append(all, report.Rich(s))
		}
	}
	return all
}

func (b *Rulebook) ratingMethod() string {
	s := "**Ratings.** Each figure is compared with its " + b.yardstick.words() + ". The distance counts in per cent of the target"
	if b.byPoints {
		s += ", and for percentages in percentage points (" + b.points.words() + ")"
	} else {
		s += ", for percentages too: 28% against 50% is 44% below"
	}
	s += "."
	if b.edgesAreBetter() {
		s += " A figure exactly on the edge of a band belongs to the better one."
	}
	if !b.betterHigher && !b.betterLower {
		s += " Better than target is green, except for metrics that should keep near a plan, where either side counts."
	}
	if gaps := b.gaps(); len(gaps) > 0 {
		s += " The bands say nothing of a figure " + strings.Join(gaps, " or ") + " away: such a metric is rated Between bands and counted apart."
	}
	return s + " A metric without a figure, without a target, or shown for context is Not rated, and says why."
}

// edgesAreBetter reports whether every edge is in the better band.
func (b *Rulebook) edgesAreBetter() bool {
	for _, one := range b.share.bands {
		if one.high != nil && !one.high.in || one.low.in && one.low.at.Sign() > 0 {
			return false
		}
	}
	return true
}

func (b *Rulebook) noughtMethod() string {
	if b.absolute == nil {
		return "**Targets of nought.** No percentage can be taken of nought: reaching it is green and anything worse is red."
	}
	return "**Targets of nought.** No percentage can be taken of nought; the distance counts in the metric’s own unit: " + b.absolute.words() + "."
}

// planMethod explains the bands of metrics that should keep near a plan,
// where they have some of their own.
func (b *Rulebook) planMethod() string {
	var parts []string
	if b.abovePlan != nil {
		parts = append(parts, "above it, "+b.abovePlan.words())
	}
	if b.belowPlan != nil {
		parts = append(parts, "below it, "+b.belowPlan.words())
	}
	if len(parts) == 0 {
		return ""
	}
	return "**Near plan.** A metric that should keep near its plan is judged by bands of their own: " + strings.Join(parts, "; ") + "."
}

// targetMethod explains what serves where a target is missing or a percentage
// rests on few cases.
func (b *Rulebook) targetMethod() string {
	s := ""
	switch b.missingTarget {
	case carryForward:
		s += " A period without an incremental target has the last one given, and the metric says so."
	case straightLine:
		s += " A period without an incremental target has one on a straight line between those on either side, and the metric says so."
	}
	if b.onLimit != report.Green {
		s += " A figure exactly on a target of more or less than it is " + strings.ToLower(b.onLimit.String()) + "."
	}
	if b.minimumBase > 0 {
		s += " A percentage of fewer than " + strconv.FormatInt(b.minimumBase, 10) + " cases is not rated, where the number of cases is known."
	}
	if s == "" {
		return ""
	}
	return "**Targets.**" + s
}

// exceptionMethod names the metrics that have terms of their own.
func (b *Rulebook) exceptionMethod() string {
	var refs []string
	for ref := range b.exceptions {
		refs = append(refs, ref)
	}
	if len(refs) == 0 {
		return ""
	}
	sort.Strings(refs)
	for i, ref := range refs {
		if why := b.exceptions[ref].why; why != "" {
			refs[i] += " (" + why + ")"
		}
	}
	return "**Exceptions.** The rulebook has terms of their own for " + strings.ReplaceAll(list(refs), "**", "") + "."
}

func (b *Rulebook) directionMethod() string {
	var against []string
	if b.againstPrevious {
		against = append(against, "the period before (for quarterly figures, the last quarter)")
	}
	if b.againstYear {
		against = append(against, "the same period last year")
	}
	if len(against) == 0 {
		return ""
	}
	s := "**Direction.** Figures are compared with " + list(against) + ". The arrow shows which way the figure moved, and the word whether that is better or worse."
	if b.steady.Sign() > 0 || b.steadyPoints.Sign() > 0 {
		return s + " A change of up to " + share.amount(b.steady) + ", or for percentages " + points.amount(b.steadyPoints) + ", is called steady."
	}
	return s + " Steady means no change as printed."
}

const recordMethod = "**Highest and lowest.** A record always says of what: of the year so far, or since when. A figure that equals an earlier one is no record."

func (b *Rulebook) signalMethod() string {
	s := "**Expected range.** Figures vary from month to month by chance. From at least " + strconv.Itoa(b.signal.MinimumPoints) +
		" figures the range of that variation is worked out by the method of process behaviour charts: the average, and 2.66 times the average change from one figure to the next either side of it."
	if b.signal.Screen {
		s += " Unusually large changes (3.267 times the average or more) are left out of this once."
	}
	s += " A real change is a figure outside the range, seven in a row rising, falling or on one side of the average, or two of three close to an end of the range." +
		" Below " + strconv.Itoa(b.signal.FirmPoints) + " figures the range is provisional. Figures that cover a rolling 12 months get none, since successive ones overlap; nor do figures that hardly vary, and counts that average less than " + strconv.FormatFloat(b.signal.SmallestMean, 'f', -1, 64) + ". A real change in a month-end figure is to be read with care, since a stock moves slowly. A range that fits few figures, since their level moves, says little."
	for _, line := range b.baselines {
		s += " A new range starts in " + line.from.Words()
		if line.why != "" {
			s += " (" + strings.ReplaceAll(line.why, "**", "") + ")"
		}
		s += "."
	}
	return s
}

const forecastMethod = "**Forecasts.** A forecast is the service’s own, shown with what it rests on and never rated. It is set against the largest change seen so far over as many periods. Later figures carry their own date and are not rated either."

const roundingMethod = "**Rounding.** The figure that is judged is the figure that is printed: it is rounded once, half away from nought, to the decimal places in which it is published."

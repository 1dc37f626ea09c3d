package rules

import (
	"fmt"
	"sort"
	"strconv"
	"strings"

	"panelpack/report"
	"panelpack/report/settings"
)

// optional reads such a setting where it may be left out.
func optional[T any](l *loader, key, word string, known map[string]T) *T {
	if word == "" {
		return nil
	}
	value := settings.Choice(l.File, key, word, known)
	return &value
}

var (
	yardsticks = map[string]yardstick{"incremental": incremental, "final": final}
	bases      = map[string]basis{"share": share, "points": points, "absolute": absolute}
	fillings   = map[string]filling{"none": leaveOut, "carry forward": carryForward, "straight line": straightLine}
	byDistance = map[string]bool{"green": false, "distance": true}
	inPoints   = map[string]bool{"share": false, "points": true}
	polarities = map[string]report.Polarity{
		"higher": report.HigherIsBetter, "lower": report.LowerIsBetter,
		"near plan": report.NearPlan, "context": report.Context,
	}
	ratings = map[string]report.Rating{
		"red": report.Red, "amber": report.Amber, "green": report.Green,
		"between bands": report.BetweenBands, "not rated": report.NotRated,
	}
	limitRatings = map[string]report.Rating{"red": report.Red, "amber": report.Amber, "green": report.Green}
	years        = map[string]bool{"calendar": true, "financial": true}
)

// understand turns a file into a Rulebook, noting all that is wrong.
func (l *loader) understand(f file) *Rulebook {
	b := &Rulebook{title: f.Title, signal: f.Signal, records: f.Records, prompts: promptsOf(f.Commentary)}
	l.categories(b, f)
	l.rules(b, f)
	l.rating(b, f)
	l.exceptions(b, f)
	l.direction(b, f.Direction)
	l.signals(b, f)
	l.sentences(b, f)
	l.questions(b, f)
	l.commentary(b, f.Commentary)
	l.abbreviations(b, f.Abbreviations)
	l.publication(b, f.Publication)
	return b
}

func (l *loader) categories(b *Rulebook, f file) {
	seen := map[string]bool{}
	for i, c := range f.Category {
		key := fmt.Sprintf("category[%d]", i)
		switch {
		case c.ID == "" || c.Title == "":
			l.Wrong(key, "a category needs an id and a title", `such as id = "demand" and title = "Demand management"`)
		case c.ID == unplaced.ID:
			l.Wrong(key+".id", strconv.Quote(c.ID)+" is kept for metrics that no rule matches", "choose another id")
		case seen[c.ID]:
			l.Wrong(key+".id", strconv.Quote(c.ID)+" is the id of two categories", "give each category an id of its own")
		}
		seen[c.ID] = true
		b.categories = append(b.categories, category{report.Category{ID: c.ID, Title: c.Title}, l.Place(key)})
	}
	if len(f.Category) == 0 {
		l.Wrong("", "there is no category", "add the [[category]] tables that `panelpack rulebook` prints")
	}
}

func (b *Rulebook) hasCategory(id string) bool {
	for _, c := range b.categories {
		if c.ID == id {
			return true
		}
	}
	return false
}

// rating reads what figures are judged against and by which bands.
func (l *loader) rating(b *Rulebook, f file) {
	r := f.Rating
	b.yardstick = settings.Choice(l.File, "rating.yardstick", r.Yardstick, yardsticks)
	b.byPoints = settings.Choice(l.File, "rating.percentages", r.Percentages, inPoints)
	b.betterHigher = settings.Choice(l.File, "rating.better_when_higher_is_better", r.BetterHigher, byDistance)
	b.betterLower = settings.Choice(l.File, "rating.better_when_lower_is_better", r.BetterLower, byDistance)
	b.onLimit = settings.Choice(l.File, "rating.exactly_on_the_limit", r.ExactlyOnTheLimit, limitRatings)
	b.missingTarget = settings.Choice(l.File, "rating.missing_target", r.MissingTarget, fillings)
	b.minimumBase = r.MinimumBase
	l.atLeast("rating.minimum_base", r.MinimumBase, 0, everyBase)
	read := func(key string, t *bandTable, by basis) *bandSet {
		if t == nil {
			return nil
		}
		set := l.understandBands(key, *t, by)
		return &set
	}
	if set := read("bands.share", f.Bands.Share, share); set != nil {
		b.share = *set
	} else {
		l.Wrong("bands", "there is no table [bands.share]", "add the one that `panelpack rulebook` prints")
	}
	if set := read("bands.points", f.Bands.Points, points); set != nil {
		b.points = *set
	} else if b.byPoints {
		l.Wrong("rating.percentages", "percentages are judged in points, and there is no table [bands.points]", "add the one that `panelpack rulebook` prints")
	}
	b.absolute = read("bands.absolute", f.Bands.Absolute, absolute)
	b.abovePlan = read("bands.above_plan", f.Bands.AbovePlan, share)
	b.belowPlan = read("bands.below_plan", f.Bands.BelowPlan, share)
}

const everyBase = "0 rates every percentage"

// atLeast notes a whole number that is smaller than it can be.
func (l *loader) atLeast(key string, n, least int64, hint string) {
	if n < least {
		l.Wrong(key, fmt.Sprintf("\"%d\" is less than %d", n, least), hint)
	}
}

// exceptions reads what is different for single metrics, in order of ref so
// that messages come in the same order every time.
func (l *loader) exceptions(b *Rulebook, f file) {
	b.exceptions = map[string]special{}
	refs := make([]string, 0, len(f.Metric))
	for ref := range f.Metric {
		refs = append(refs, ref)
	}
	sort.Strings(refs)
	for _, ref := range refs {
		b.exceptions[ref] = l.exception(b, "metric."+ref, f.Metric[ref])
	}
}

func (l *loader) exception(b *Rulebook, key string, e exception) special {
	s := special{category: e.Category, why: e.Why, minimumBase: e.MinimumBase, place: l.Place(key)}
	if e.Category != "" && !b.hasCategory(e.Category) {
		l.Wrong(key+".category", strconv.Quote(e.Category)+" is not the id of a category", l.categoryHint(b))
	}
	s.polarity = optional(l, key+".polarity", e.Polarity, polarities)
	s.yardstick = optional(l, key+".yardstick", e.Yardstick, yardsticks)
	s.basis = optional(l, key+".basis", e.Basis, bases)
	s.missingTarget = optional(l, key+".missing_target", e.MissingTarget, fillings)
	l.atLeast(key+".minimum_base", given(e.MinimumBase, 0), 0, everyBase)
	if e.Green == nil && e.Amber == nil && e.Red == nil {
		if s.basis != nil && *s.basis == absolute && b.absolute == nil {
			l.Wrong(key+".basis", "there are no bands for this basis", "add green, amber and red here, or a table [bands.absolute]")
		}
		if s.basis != nil && *s.basis == points && len(b.points.bands) == 0 {
			l.Wrong(key+".basis", "there are no bands for this basis", "add green, amber and red here, or a table [bands.points]")
		}
		return s
	}
	by := share
	if s.basis != nil {
		by = *s.basis
	}
	set := l.understandBands(key, bandTable{e.Green, e.Amber, e.Red}, by)
	s.bands = &set
	return s
}

func (l *loader) categoryHint(b *Rulebook) string {
	var ids []string
	for _, c := range b.categories {
		ids = append(ids, strconv.Quote(c.ID))
	}
	return "the categories are " + strings.Join(ids, ", ")
}

func (l *loader) direction(b *Rulebook, d directionTable) {
	for i, word := range d.Against {
		switch {
		case word == "previous" && !b.againstPrevious:
			b.againstPrevious = true
		case word == "year" && !b.againstYear:
			b.againstYear = true
			b.yearFirst = i == 0
		default:
			l.Wrong("direction.against", strconv.Quote(word)+" is not a choice here", `choose "previous", "year" or both, once each`)
		}
	}
	var ok bool
	if b.steady, ok = exactly(d.Steady); !ok || d.Steady < 0 {
		l.Wrong("direction.steady", "a steady change is nought or more per cent", "0 means no change at all")
	}
	if b.steadyPoints, ok = exactly(d.SteadyPoints); !ok || d.SteadyPoints < 0 {
		l.Wrong("direction.steady_points", "a steady change is nought or more points", "0 means no change at all")
	}
}

func (l *loader) signals(b *Rulebook, f file) {
	if f.Signal.MinimumPoints < 3 {
		l.Wrong("signal.minimum_points", fmt.Sprintf("\"%d\" points are too few for a range", f.Signal.MinimumPoints), "the method asks for 12")
	}
	l.atLeast("signal.firm_points", int64(f.Signal.FirmPoints), int64(f.Signal.MinimumPoints), "a range is provisional from minimum_points and firm from firm_points; the two may be the same")
	l.atLeast("records.least_this_year", int64(f.Records.LeastThisYear), 1, "a record passes one figure or more")
	l.atLeast("records.least_beyond", int64(f.Records.LeastBeyond), 1, "a record passes one figure or more")
	for i, r := range f.Rebaseline {
		key := fmt.Sprintf("rebaseline[%d]", i)
		from, err := report.ParsePeriod(r.From)
		if err != nil {
			l.Wrong(key+".from", err.Error(), "the first period of the new range")
			continue
		}
		line := baseline{from: from, why: r.Why, place: l.Place(key)}
		if len(r.Metrics) > 0 {
			line.metrics = setOf(r.Metrics)
		}
		b.baselines = append(b.baselines, line)
	}
	settings.Choice(l.File, "records.year", f.Records.Year, years)
}

func setOf(words []string) map[string]bool {
	set := map[string]bool{}
	for _, w := range words {
		set[w] = true
	}
	return set
}

// promptsOf is what commentary should answer, by the rating of its metric.
func promptsOf(c commentaryTable) map[report.Rating][]string {
	own := map[report.Rating][]string{report.Green: c.GreenPrompts, report.NotRated: c.NotRatedPrompts}
	prompts := map[report.Rating][]string{}
	for _, r := range report.Ratings() {
		if prompts[r] = own[r]; len(own[r]) == 0 {
			prompts[r] = c.Prompts
		}
	}
	return prompts
}

func (l *loader) commentary(b *Rulebook, c commentaryTable) {
	b.required, b.requiredPlace = c.Required, l.Place("commentary.required")
	b.requiredFor = map[report.Rating]bool{}
	for _, word := range c.RequiredFor {
		b.requiredFor[settings.Choice(l.File, "commentary.required_for", word, ratings)] = true
	}
}

func (l *loader) publication(b *Rulebook, p publicationTable) {
	b.clearDays = p.ClearDays
	if p.ClearDays < 0 || p.ClearDays > 60 {
		l.Wrong("publication.clear_days", fmt.Sprintf("\"%d\" is not a number of clear days", p.ClearDays), "the statutory number is 5")
	}
	b.closed = map[report.Date]bool{}
	for _, d := range p.ClosureDays {
		b.closed[settings.DateOf(d)] = true
	}
}

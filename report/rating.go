package report

// Rating is how a metric stands to its target. The zero Rating is NotRated.
type Rating uint8

// The ratings.
const (
	NotRated      Rating = iota
	Red                  // furthest from target
	Amber                // some way from target
	Green                // on target, close to it or better
	BetweenBands         // at a distance that the rulebook's bands leave undefined
	ratingsNumber        // how many ratings there are
)

var ratingKeys = [ratingsNumber]string{"not_rated", "red", "amber", "green", "between_bands"}
var ratingWords = [ratingsNumber]string{"Not rated", "Red", "Amber", "Green", "Between bands"}

// String is the rating in words, with a capital: "Between bands".
func (r Rating) String() string { return ratingWords[r] }

// Key is the rating for machines: "between_bands".
func (r Rating) Key() string { return ratingKeys[r] }

// Ratings are all ratings in the order in which a pack counts them.
func Ratings() []Rating { return []Rating{Red, Amber, Green, BetweenBands, NotRated} }

// Counts is how many metrics have each rating.
type Counts [ratingsNumber]int

// Add counts one metric rated r.
func (c *Counts) Add(r Rating) { c[r]++ }

// Total is the number of metrics counted.
func (c Counts) Total() int {
	total := 0
	for _, n := range c {
		total += n
	}
	return total
}

// Judgement says whether a change is for the better.
type Judgement uint8

// The judgements. The zero Judgement is none: there is nothing to compare, or
// the metric is shown for context.
const (
	NoJudgement Judgement = iota
	Better
	Steady
	Worse
)

var judgementWords = [...]string{NoJudgement: "", Better: "better", Steady: "steady", Worse: "worse"}

// String is the judgement in lower case; empty for none.
func (j Judgement) String() string { return judgementWords[j] }

// Direction is the movement of an actual against one named earlier period.
type Direction struct {
	Against  Period
	Previous Value
	Change   Value // actual less previous, whatever the polarity; not Known where either is missing
	Word     Judgement
	Text     string // the change for people, such as "up 55 (17.1%) on August 2022"
}

// Deviation is how far an actual is from its target.
type Deviation struct {
	Known   bool
	Adverse bool   // on the wrong side of the target
	Percent Value  // of the target, signed; not Known where the target is nought
	Points  Value  // in the unit of the metric, signed
	Judged  Value  // Percent or Points, whichever the rulebook judges by, without its sign
	Short   string // "63.9% above", "12 above nil", "on target": for tables and facts
}

// Signal is what the process behaviour method says of a series.
type Signal struct {
	Points      int         // how many points the limits rest on
	Provisional bool        // 12 to 19 points
	Limits      []Limits    // one for each group; empty where no limits are drawn
	Special     []Judgement // for each observation up to the reporting period: Better or Worse at a special cause, Steady at a special cause of a metric without polarity
	Variation   string      // the verdict on the latest point, in words for members
	Assurance   string      // whether the process can be expected to meet its target
	Why         string      // why there are no limits, where there are none
}

// Limits is the expected range of one group of observations, by index.
type Limits struct {
	From, To           int // first and last observation of the group
	Mean, Lower, Upper float64
	Least, Most        Value // Lower and Upper as printed: drawn inwards to published precision
}

// SpecialNow reports whether the figure of the reporting period is a special
// cause, and for better or worse.
func (s Signal) SpecialNow() Judgement {
	if len(s.Special) == 0 {
		return NoJudgement
	}
	return s.Special[len(s.Special)-1]
}

// Record is a highest or lowest figure in the reporting period.
type Record struct {
	Highest bool
	Word    Judgement // whether it is a record for the better
	Text    string    // as far back as it reaches: "the highest month since September 2020"
}

package report

// EarlierMetric is one metric as an earlier pack had it, its words as that
// pack printed them.
type EarlierMetric struct {
	Ref, Name, Definition    string
	Category, Unit, Polarity string
	Rating                   Rating
	Target                   EarlierTarget // of the earlier pack's period
	FinalTarget              EarlierTarget
	Figures                  []EarlierFigure
}

// EarlierTarget is a target as an earlier pack had it. Its words are empty
// where the record does not tell of it.
type EarlierTarget struct {
	Value Value
	Words string // as printed: "more than 50%"
}

// EarlierFigure is what an earlier pack had for one period. Of a target only
// the number is known.
type EarlierFigure struct {
	Period         Period
	Actual, Target Value
}

// Changes is all that is different from an earlier pack. Within each list the
// metrics stand in the pack's order.
type Changes struct {
	Source  Source // the record of the earlier pack
	Since   Period // its reporting period
	Rules   bool   // the rulebook is another one
	Metrics []MetricChange
	Ratings []RatingChange // as published then, and now
	Revised []RatingChange // of Since: as published then, and by what is known now
	Figures []FigureChange // restated
	Targets []FigureChange
}

// MetricChange is a metric that is new or no longer there, or a part of its
// definition that is not what it was.
type MetricChange struct {
	Ref, Name string // as they are now, or as they were where the metric is dropped
	Part      MetricPart
	Then, Now string // empty where it is new or dropped
}

// MetricPart is what of a metric changed.
type MetricPart uint8

// What of a metric may change. NewMetric and DroppedMetric are the whole of it.
const (
	NewMetric MetricPart = iota
	DroppedMetric
	MetricRef
	MetricName
	MetricDefinition
	MetricUnit
	MetricPolarity
	MetricCategory
)

var metricPartKeys = [...]string{
	NewMetric: "new", DroppedMetric: "dropped", MetricRef: "ref", MetricName: "name", MetricDefinition: "definition",
	MetricUnit: "unit", MetricPolarity: "polarity", MetricCategory: "category",
}

// Key is the part for machines, such as "definition".
func (p MetricPart) Key() string { return metricPartKeys[p] }

// RatingChange is a metric whose rating is not what it was, and the reason for
// the one it has now.
type RatingChange struct {
	Ref         string
	Before, Now Rating
	Why         string
}

// FigureChange is an actual or a target that is not what it was, or a run of
// them from one period to another that changed alike. The cell is that of the
// first, as it is now.
type FigureChange struct {
	Ref       string
	From, To  Period // of a final target none
	Then, Now string
	Cell      Cell
}

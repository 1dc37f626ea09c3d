package report

// Polarity says which way a metric should go.
type Polarity uint8

// The polarities. The zero Polarity is unknown: such a metric is not rated.
const (
	PolarityUnknown Polarity = iota
	HigherIsBetter
	LowerIsBetter
	NearPlan // away from target on either side is worse
	Context  // shown for context and never rated
)

var polarityWords = [...]string{
	PolarityUnknown: "not stated", HigherIsBetter: "higher is better", LowerIsBetter: "lower is better",
	NearPlan: "nearest to plan is best", Context: "shown for context",
}

// String is the polarity for people, such as "lower is better".
func (p Polarity) String() string { return polarityWords[p] }

// Basis says what stretch of time a figure covers.
type Basis uint8

// The bases of a figure.
const (
	InPeriod    Basis = iota // what happened in the period
	AtPeriodEnd              // a stock, as at the last day of the period
	Rolling12                // the 12 months that end with the period
)

// Metric is the definition of one line of the pack.
type Metric struct {
	Ref        string
	Name       string
	ShortName  string // for questions and chart labels; empty where the name serves
	Definition string
	Unit       Unit
	Polarity   Polarity
	Basis      Basis
	Owner      string // a role
	Timescale  string // the statutory or local timescale, in words
	Return     string // the statutory return the figure comes from

	// What the rules classify on, besides Ref and Name.
	Sheet    string
	Section  string // the section heading that the metric stands under
	Category string // the workbook's own category column

	Places int  // decimal places at which every figure of the metric is held
	Cell   Cell // where the metric is named
}

// Short is the name for places where room is short.
func (m Metric) Short() string {
	if m.ShortName != "" {
		return m.ShortName
	}
	return m.Name
}

// Observation is one metric in one period: the figures, and the cell that
// each was read from.
type Observation struct {
	Period     Period
	Actual     Value
	ActualCell Cell
	Stored     Value  // the actual as the cell holds it, at MaxPlaces, where Actual was rounded from it
	Base       Value  // how many cases a percentage is of, where the workbook says
	Target     Target // the incremental target: the step due by this period
	TargetCell Cell
	TargetNote string // how Target came to be, where the grid did not give it for this very period

	// Declared is the workbook's own rating of the period as it stands there,
	// such as "Red" or "A", or what the council's words for it mean. It is
	// compared with ours and never followed.
	Declared     string
	DeclaredCell Cell
}

// Snapshot is a figure later than the period reported, with its own date.
type Snapshot struct {
	AsAt     Date
	Value    Value
	BaseAsAt Date // the earlier date it is compared with, if any
	Base     Value
	Note     string
	Cell     Cell
}

// Forecast is a figure that the service expects. It is never rated.
type Forecast struct {
	Period Period
	Value  Value
	Basis  string // what the expectation rests on
	Cell   Cell
}

// Benchmark is another area's figure for comparison, such as England's.
type Benchmark struct {
	Name   string
	Period Period
	Value  Value
	Cell   Cell
}

// Series is all that a workbook says of one metric. Observations are in order
// of period, one each, without a period between them left out of the grid.
//
// Outturns are figures of another length of period than the observations, such
// as last year's outturn beside a series of quarters; they are in order too.
type Series struct {
	Metric          Metric
	Observations    []Observation
	Outturns        []Observation
	FinalTarget     Target // where the incremental targets lead
	FinalTargetCell Cell
	Snapshots       []Snapshot
	Forecasts       []Forecast
	Benchmarks      []Benchmark
}

// At is the observation of period p, and whether there is one.
func (s *Series) At(p Period) (Observation, bool) {
	for _, o := range s.Observations {
		if o.Period == p {
			return o, true
		}
	}
	return Observation{Period: p}, false
}

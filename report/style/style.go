// Package style is the one look of a pack: its type and how wide text is set,
// its colours, the mark of each rating, line weights and type sizes. Pages,
// charts and web pages all take them from here, so that they look the same
// and their contrast is tested in one place.
//
// It draws nothing and knows no page, chart or file format.
package style

// Sizes of type, in points. Nothing in a pack is set smaller than the least
// of them.
const (
	CoverTitle = 28.0 // the pack's title on its cover
	BigFigure  = 30.0 // the latest actual of a metric
	Title      = 18.0 // a section's heading
	Heading    = 13.0 // a heading within a section, and a metric's name
	Body       = 12.0 // running text
	Table      = 10.5 // tables and what stands beside a big figure
	Fine       = 9.0  // running heads, footers and the tables of the appendix
	ChartLabel = 9.0  // words and numbers on a chart
	ChartValue = 11.0 // the latest actual, at the end of its line
)

// Leading is the distance from one baseline to the next, as a share of the
// size of the type.
const Leading = 1.4

// How far Liberation Sans reaches above and below its baseline, as a share of
// its size: Ascent to the top of b and d, CapHeight to the top of capitals
// and figures, Descent to the foot of g and p. Accents on capitals reach
// higher.
const (
	Ascent    = 0.729
	CapHeight = 0.716
	Descent   = 0.212
)

// Weights of lines, in points.
const (
	HairlineWeight = 0.5 // grid, table rules, boxes
	RuleWeight     = 0.75
	TargetWeight   = 1.1
	DataWeight     = 1.8
	SparkWeight    = 1.2
)

// Dash is the lengths of strokes and gaps along a line, in points, in turn.
// The zero Dash is a line without gaps.
type Dash [2]float64

// The dashes that tell lines apart without colour.
var (
	Solid  = Dash{}
	Dashed = Dash{5, 3}
	Dotted = Dash{1.2, 2.4}
	Short  = Dash{2.2, 1.6} // the outline of what is missing or not rated
)

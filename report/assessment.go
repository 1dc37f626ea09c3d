package report

// Category is one of the groups that a pack is ordered by.
type Category struct {
	ID    string
	Title string
}

// Classification is how a metric came to its category. The zero
// Classification is none: no rule matched.
type Classification struct {
	Category string // Category.ID
	Rule     string // id of the rule that decided
	Words    string // the words that matched, as they stand in the workbook
	Evidence string // where they stand: "category", "section", "sheet", "ref" or "name"
}

// Reckoning is one step of the way from a cell to a rating, for whoever asks
// why: "Deviation", "377 − 230 = 147; 147 ÷ 230 = 63.9%".
type Reckoning struct {
	Label, Text string
}

// Assessment is one metric judged for the reporting period. It carries the
// series it was judged on, so that a page needs nothing else.
type Assessment struct {
	Series
	Classification Classification

	Now        Observation // of the reporting period
	LastKnown  Observation // the latest with a figure, where Now has none
	Step       int         // observations from one figure to the next: 3 for a quarterly metric in a monthly grid; 0 counts as 1
	Deviation  Deviation
	Rating     Rating
	Reason     string   // one clause: "63.9% above the incremental target of 230: more than 20%"
	History    []Rating // the rating of each observation, by its own target
	RatedSince Period   // the first of the unbroken run of periods with this rating
	RatedFor   string   // how long, in words: "3 months"; empty for NotRated
	NewlyRated bool     // the rating differs from the period before
	Before     Rating   // the rating of the period before
	Directions []Direction
	Records    []Record
	Signal     Signal
	Events     []Event // to be marked on the chart
	Zones      []Zone  // of each observation, the figures that meet its target

	FigureLines []string // beneath the big figure: "in September 2022", "target 230", "lower is better"
	Facts       []Text
	Notes       []string // printed: what changed or removed a printed figure
	Chart       ChartWords
	Reckoning   []Reckoning
}

// ChartWords are the words that go with a metric's chart.
type ChartWords struct {
	Title    string // active: "Referrals are at their highest this year"
	Subtitle string // what, where and when
	Alt      string // what a sighted reader takes from it
}

// Question is something the figures raise for the panel to ask.
type Question struct {
	Text    Text
	Metrics []string // refs
}

// Policy is the rulebook in words, for the pages that explain it.
type Policy struct {
	Source   Source
	Title    string              // the pack's title, where the workbook declares none
	Bands    []Band              // in order, best first
	Gap      string              // what the bands leave undefined; empty when nothing
	Method   []Text              // paragraphs that explain how ratings were made
	Prompts  map[Rating][]string // what commentary should answer
	Required []string            // refs of metrics whose commentary a final pack needs

	Abbreviations []Abbreviation // to be spelt out, in order of their short forms
}

// Band is one rating of the rulebook with its condition in words.
type Band struct {
	Rating Rating
	Words  string // "within 2% of target, or better"
}

// Assessed is a whole submission judged.
type Assessed struct {
	Submission *Submission
	Period     Period
	Previous   Period // what directions are told against
	Categories []Category
	Metrics    []Assessment // by category, and in the workbook's order within it
	Counts     Counts
	Questions  []Question // best first
	Policy     Policy
	PublishBy  Date
	PublishHow string    // "five clear days"
	Changes    *Changes  // from an earlier pack; nil where none is compared with
	Findings   []Finding // of the submission and of the judging
}

// Find is the assessment of metric ref, or nil.
func (a *Assessed) Find(ref string) *Assessment {
	for i := range a.Metrics {
		if a.Metrics[i].Metric.Ref == ref {
			return &a.Metrics[i]
		}
	}
	return nil
}

// In is the assessments of one category, in order.
func (a *Assessed) In(category string) []*Assessment {
	var in []*Assessment
	for i := range a.Metrics {
		if a.Metrics[i].Classification.Category == category {
			in = append(in, &a.Metrics[i])
		}
	}
	return in
}

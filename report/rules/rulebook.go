// Package rules judges a submission by a rulebook: it classifies each metric,
// rates every figure against its target, compares it with earlier ones, finds
// signals in the series, and puts what it found into sentences, questions and
// a reckoning that can be read out.
//
// Load reads a rulebook and Assess applies one. Both are pure functions: they
// open no file, know no clock, draw nothing, and give the same answer to the
// same question. Figures are judged exactly, in whole units of their last
// published decimal place; floating point serves statistics only.
//
// The package knows no council, no metric and no month. All that a council may
// want otherwise stands in the rulebook, whose settings are explained in
// templates/rulebook.toml.
package rules

import (
	"panelpack/report"
	"panelpack/report/settings"
)

// Rulebook is a council's policy, understood and found whole. Only [Load]
// makes one. It is never changed afterwards and may be shared.
type Rulebook struct {
	source     report.Source
	title      string
	categories []category
	rules      []rule

	yardstick     yardstick
	byPoints      bool // percentages are judged in points
	betterHigher  bool // better than target is judged by distance, where higher is better
	betterLower   bool // likewise where lower is better
	onLimit       report.Rating
	missingTarget filling
	minimumBase   int64

	share, points                  bandSet
	absolute, abovePlan, belowPlan *bandSet
	exceptions                     map[string]special

	againstPrevious, againstYear bool
	yearFirst                    bool
	steady, steadyPoints         report.Value

	signal    signalTable
	baselines []baseline
	records   recordsTable

	most          int // sentences beside a figure
	percentBase   int64
	sentences     map[string]phrase
	questions     []questionRule
	mostQuestions int
	longRed       int
	prompts       map[report.Rating][]string // what commentary should answer, by rating
	abbreviations []report.Abbreviation
	requiredFor   map[report.Rating]bool
	required      []string
	requiredPlace settings.Place
	clearDays     int
	closed        map[report.Date]bool
}

// Source is the file that the rulebook was read from, with its hash.
func (b *Rulebook) Source() report.Source { return b.source }

// yardstick is which target an actual is judged against.
type yardstick uint8

const (
	incremental yardstick = iota
	final
)

// words is the yardstick as a sentence has it: "incremental target".
func (y yardstick) words() string {
	if y == final {
		return "final target"
	}
	return "incremental target"
}

// filling is what serves where a period has no incremental target.
type filling uint8

const (
	leaveOut filling = iota
	carryForward
	straightLine
)

// special is what is different for one metric. A nil field is as the rulebook
// has it for all.
type special struct {
	category      string
	polarity      *report.Polarity
	yardstick     *yardstick
	basis         *basis
	bands         *bandSet
	minimumBase   *int64
	missingTarget *filling
	why           string
	place         settings.Place
}

// baseline is the start of a new expected range.
type baseline struct {
	from    report.Period
	metrics map[string]bool // nil for all
	why     string
	place   settings.Place
}

func (b baseline) concerns(ref string) bool { return b.metrics == nil || b.metrics[ref] }

// category is a category with its place in the rulebook.
type category struct {
	report.Category
	place settings.Place
}

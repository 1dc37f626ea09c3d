// Package mapping is what a council says of the layout of its workbook, where
// the grid alone does not say it: the [workbook] table of council.toml.
//
// It says of it only what can be said without the workbook. Whether a sheet,
// heading or metric is there is for the importer, which follows the mapping and
// tells of every difference. It opens no file.
package mapping

import (
	"cmp"
	"slices"
	"strings"

	"panelpack/report"
	"panelpack/report/settings"
)

// Mapping is what a council says of its workbook. The zero Mapping says
// nothing.
type Mapping struct {
	File      string // that it stands in, for messages
	Words     []Word
	Scale     Scale             // of all metrics that have none of their own
	Years     report.PeriodKind // what a heading such as 2022 is; NoPeriod for a calendar year
	Periods   []Pattern         // how periods are written that nobody else writes so
	SavedOnly bool              // formulas without a saved result are not calculated
	Metrics   []Metric
	Sheets    []Sheet
}

// Place is where something stands in the file of a mapping.
type Place = settings.Place

// Word is a council's own words for one meaning: for "not yet" of the group
// "missing", say. The groups and meanings are those of the importer's words.
type Word struct {
	Group, Meaning string
	Phrases        []string
}

// Scale says how bare numbers are meant that may be shares or percentages,
// such as 0.28.
type Scale uint8

// The scales. The zero Scale leaves it open, and the importer asks.
const (
	Ask         Scale = iota
	Shares            // 0.28 is 28%
	Percentages       // 0.28 is 0.28%
)

// Metric is one metric as the mapping knows it: by its ref, by its name, or by
// another ref or name of the list Also. What is empty the workbook says.
type Metric struct {
	Place
	Ref, Name   string
	Section     string // that the name stands in; empty for any
	Also        []string
	Unit        string // a word for it, such as "%" or "days"
	Polarity    report.Polarity
	Scale       Scale
	Target      string // such as "<=20"; serves every period
	FinalTarget string
}

// Sheet is one sheet, or all whose names fit.
type Sheet struct {
	Place
	Name   string // a * in it stands for any words
	Task   string // a meaning of the group "sheet"; Tables for figures over time
	Hidden bool   // it is read although it is hidden
	Tables []Table
}

// Tables is the task of a sheet of figures.
const Tables = "tables"

// The layouts: where the periods of a table stand.
const (
	Across  = "across"  // in headings over the figures
	Down    = "down"    // in headings beside the figures, with a column for each metric
	Lines   = "lines"   // in a column: a line for each figure
	Nowhere = "nowhere" // not in the table: Period gives the one there is
)

// Table is one table of a sheet. Its places are rows where its lines run
// across, and columns where the periods run down and each column is a line.
type Table struct {
	Place
	Layout     string
	Headings   Places
	Columns    Places // that the table reaches over; none for all
	Last       int    // the last line; 0 for as far as the table goes on
	Ignore     Places // rows and columns that are not read
	Skip       []string
	SkipHidden bool
	Repeat     bool // it stands again wherever its headings do

	Period Given // of every figure, where the table does not say
	Year   Given // of months and quarters without one
	Metric Given // that all of the table is about

	// Section is what all metrics of the table stand in, such as one team of
	// several that have the same metrics on sheets of their own.
	Section Given

	NameByColumn bool     // the headings of columns name metrics
	Group        []string // what each of so many lines of one metric holds, in order
	Suffixes     []Suffix
	Fields       []Column
}

// Suffix is the end of a metric's name by which a line holds another figure of
// it, such as Plan.
type Suffix struct{ Words, Holds string }

// Column is what stands beneath one heading.
type Column struct {
	Place
	At      int    // column, or row where the periods run down, as the mapping was written
	Heading string // without the period in it; empty for a blank one, which At alone tells
	Holds   string // a field or figure; Nothing
	Period  report.Period
	Keep    []string // only lines that have one of these are read; none for all
	Fill    bool     // a blank takes what stands before it
}

// Given is a text, or where it stands: in a cell of the sheet, in its name, or
// in that of the file. The zero Given is none.
type Given struct {
	Text  string
	Cell  report.Cell // without the sheet
	Sheet bool
	File  bool
}

// IsZero reports whether nothing is given.
func (g Given) IsZero() bool { return g == Given{} }

// String is g as it is written: "2014", "=B2", "=sheet", "=file".
func (g Given) String() string {
	switch {
	case g.Sheet:
		return "=sheet"
	case g.File:
		return "=file"
	case !g.Cell.IsZero():
		return "=" + g.Cell.Ref()
	}
	return g.Text
}

// Sheet is what the mapping says of a sheet: the entry that has its very name,
// or else the first that fits it; nil where none does.
func (m *Mapping) Sheet(name string) *Sheet {
	if m == nil {
		return nil
	}
	var fits *Sheet
	for i := range m.Sheets {
		s := &m.Sheets[i]
		switch {
		case tidy(s.Name) == tidy(name):
			return s
		case fits == nil && Fits(s.Name, name):
			fits = s
		}
	}
	return fits
}

// Knows reports whether name is the metric's name or one that the mapping
// allows for it.
func (k *Metric) Knows(name string) bool {
	same := func(other string) bool { return tidy(other) == tidy(name) }
	return k.Name == "" || same(k.Name) || slices.ContainsFunc(k.Also, same)
}

// ScaleOf is the scale of one of the metrics; nil stands for one that the
// mapping does not have.
func (m *Mapping) ScaleOf(k *Metric) Scale {
	switch {
	case m == nil:
		return Ask
	case k == nil:
		return m.Scale
	}
	return cmp.Or(k.Scale, m.Scale)
}

// Fits reports whether words are those of pattern, in which a * stands for any.
// Case and doubled spaces do not matter.
func Fits(pattern, words string) bool {
	parts := strings.Split(tidy(pattern), "*")
	words = tidy(words)
	if len(parts) == 1 {
		return words == parts[0]
	}
	rest, ok := strings.CutPrefix(words, parts[0])
	for _, part := range parts[1 : len(parts)-1] {
		if !ok {
			return false
		}
		_, rest, ok = strings.Cut(rest, part)
	}
	return ok && strings.HasSuffix(rest, parts[len(parts)-1])
}

func tidy(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }

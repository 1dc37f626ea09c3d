package mapping

import (
	"maps"
	"slices"
)

// Nothing is what a column holds that is not read.
const Nothing = "nothing"

// Fields are what a column may say of metrics, and Figures which of their
// figures it may hold: the meanings of the importer's words.
var (
	Fields = []string{
		"ref", "name", "short", "definition", "unit", "polarity", "basis", "owner", "category", "timescale", "return",
		"figure", "kind", "dimension", "group", "period",
	}
	Figures = []string{
		"actual", "target", "yeartarget", "finaltarget", "numerator", "denominator", "lastyear", "forecast", "benchmark",
		"baseline", "rating", "comment", "direction", "total", "updated",
	}
)

// Tasks are what a sheet may be read as.
var Tasks = []string{Tables, Nothing, "pack", "definitions", "snapshots", "forecasts", "events", "findings", "commentary"}

// Meanings are those that a council may have words of its own for, by group.
var Meanings = map[string][]string{
	"heading":  slices.DeleteFunc(slices.Clone(Fields), func(f string) bool { return f == "group" }),
	"figure":   Figures,
	"total":    {"row"},
	"whole":    {"of it"},
	"missing":  {"suppressed", "not available", "not applicable", "not yet"},
	"unit":     {"count", "percent", "average", "rate", "days", "pounds"},
	"polarity": {"high", "low", "near", "context"},
	"basis":    {"month", "end", "rolling"},
	"rating":   {"red", "amber", "green"},
}

// groups are the groups of Meanings, in order.
func groups() []string { return slices.Sorted(maps.Keys(Meanings)) }

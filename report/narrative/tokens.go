package narrative

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"panelpack/report"
)

// token is a figure that commentary leaves to the data, such as {actual}, or
// {DM05.actual} for the figure of another metric.
var token = regexp.MustCompile(`\{([^{}\n]{1,60})\}`)

// A tokenWord is one name that may stand in braces; the names are those of a
// rulebook's sentences where both have one. Its words are empty where a metric
// has no such figure.
type tokenWord struct {
	name  string
	words func(*report.Assessment) string
}

var tokenWords = []tokenWord{
	{"actual", func(a *report.Assessment) string { return known(a, a.Now.Actual) }},
	{"target", func(a *report.Assessment) string { return targetWords(a, a.Now.Target) }},
	{"final_target", func(a *report.Assessment) string { return targetWords(a, a.FinalTarget) }},
	{"away", func(a *report.Assessment) string { return a.Deviation.Short }},
	{"rating", func(a *report.Assessment) string { return lower(a.Rating) }},
	{"month", func(a *report.Assessment) string { return a.Now.Period.Words() }},
	{"change", func(a *report.Assessment) string { return direction(a, a.Now.Period.Add(-1)).Text }},
	{"year_change", func(a *report.Assessment) string { return direction(a, a.Now.Period.YearBefore()).Text }},
	{"previous", func(a *report.Assessment) string { return known(a, direction(a, a.Now.Period.Add(-1)).Previous) }},
	{"last_year", func(a *report.Assessment) string { return known(a, direction(a, a.Now.Period.YearBefore()).Previous) }},
	{"later", func(a *report.Assessment) string { return known(a, later(a).Value) }},
	{"later_date", func(a *report.Assessment) string { return later(a).AsAt.Words() }},
	{"forecast", func(a *report.Assessment) string { return known(a, furthest(a).Value) }},
	{"forecast_month", func(a *report.Assessment) string { return furthest(a).Period.Words() }},
}

func known(a *report.Assessment, v report.Value) string {
	if !v.Known() {
		return ""
	}
	return a.Metric.Unit.Format(v)
}

func targetWords(a *report.Assessment, t report.Target) string {
	if !t.Known() {
		return ""
	}
	return t.Words(a.Metric.Unit)
}

// direction is the movement against period p, or none. A series in longer
// steps than the pack's period is compared with its own step before, which
// then stands first.
func direction(a *report.Assessment, p report.Period) report.Direction {
	for i, d := range a.Directions {
		if d.Change.Known() && (d.Against == p || i == 0 && p == a.Now.Period.Add(-1) && d.Against != a.Now.Period.YearBefore()) {
			return d
		}
	}
	return report.Direction{}
}

// later is the latest snapshot, or none.
func later(a *report.Assessment) report.Snapshot {
	var last report.Snapshot
	for _, s := range a.Snapshots {
		if s.AsAt.Compare(last.AsAt) > 0 {
			last = s
		}
	}
	return last
}

// furthest is the forecast that looks furthest ahead, or none.
func furthest(a *report.Assessment) report.Forecast {
	var last report.Forecast
	for _, f := range a.Forecasts {
		if last.Period.IsZero() || f.Period.Compare(last.Period) > 0 {
			last = f
		}
	}
	return last
}

// filler puts figures in the place of tokens.
type filler struct {
	assessed *report.Assessed
	own      *report.Assessment
	entry    report.CommentaryEntry
	found    []report.Finding
}

func (f *filler) fill(passages []passage) {
	for _, p := range passages {
		for i := range p.items {
			p.items[i] = f.prose(p.items[i])
		}
	}
}

func (f *filler) prose(words prose) prose {
	var all prose
	for _, s := range words {
		rest := s.Text
		for at := token.FindStringSubmatchIndex(rest); at != nil; at = token.FindStringSubmatchIndex(rest) {
			typed, filled := rest[at[2]:at[3]], s
			filled.Text, filled.filled = rest[at[0]:at[1]], true
			if words := f.words(strings.TrimSpace(typed), s.line); words != "" {
				filled.Text = words
			}
			before := s
			before.Text = rest[:at[0]]
			all = append(all, before, filled)
			rest = rest[at[1]:]
		}
		s.Text = rest
		all = append(all, s)
	}
	return slices.DeleteFunc(all, func(s span) bool { return s.Text == "" })
}

// words is what a token stands for; empty, with a finding, where it stands for
// nothing.
func (f *filler) words(typed string, line int) string {
	a, name := f.own, typed
	if ref, figure, ok := strings.Cut(typed, "."); ok {
		name = figure
		known, isKnown := refsOf(f.assessed.Submission).match(ref)
		if a = f.assessed.Find(known); !isKnown || a == nil {
			f.tell(line, "use a ref of the workbook before the full stop", "{%s} names no metric of this workbook", typed)
			return ""
		}
	}
	i := slices.IndexFunc(tokenWords, func(t tokenWord) bool { return t.name == strings.ToLower(name) })
	if i < 0 {
		f.tell(line, "these are known: "+strings.Join(tokenNames(), ", "), "{%s} is not a figure that is known here", typed)
		return ""
	}
	words := tokenWords[i].words(a)
	if words == "" {
		f.tell(line, "write the sentence without it", "{%s}: %s has none for %s", typed, a.Metric.Ref, f.assessed.Period.Words())
	}
	return words
}

func (f *filler) tell(line int, hint, format string, args ...any) {
	f.found = append(f.found, about(f.entry, line, report.Finding{
		Severity: report.Error, Metric: f.entry.Metric, Message: fmt.Sprintf(format, args...), Hint: hint,
	}))
}

func tokenNames() []string {
	var names []string
	for _, t := range tokenWords {
		names = append(names, "{"+t.name+"}")
	}
	return names
}

package main

import (
	"cmp"
	"fmt"
	"io"
	"regexp"
	"strings"

	"panelpack/report"
)

// Of more than mostAlike findings of one kind on a sheet only shownAlike are
// printed, and how many more there are: a foreign sheet may give thousands.
const (
	mostAlike  = 20
	shownAlike = 10
)

// kind is what findings that only differ in their cells, metrics and figures
// have in common.
type kind struct {
	severity    report.Severity
	file, sheet string
	message     string
}

// particulars are what messages of one kind differ in.
var particulars = regexp.MustCompile(`"[^"]*"|[A-Z]*\d[\d,.]*`)

func kindOf(f report.Finding) kind {
	return kind{f.Severity, f.File, f.Cell.Sheet, particulars.ReplaceAllString(f.Message, "")}
}

// printFindings writes each finding on a line, and its hint on a line of its
// own.
func printFindings(w io.Writer, findings []report.Finding) {
	alike, shown := map[kind]int{}, map[kind]int{}
	for _, f := range findings {
		alike[kindOf(f)]++
	}
	for _, f := range findings {
		k := kindOf(f)
		shown[k]++
		switch {
		case alike[k] <= mostAlike || shown[k] <= shownAlike:
			printFinding(w, f)
		case shown[k] == shownAlike+1:
			fmt.Fprintf(w, "%s: %s: %s: %d more like these; panelpack check --json lists them all\n",
				named(f), cmp.Or(f.Cell.Sheet, "everywhere"), f.Severity, alike[k]-shownAlike)
		}
	}
}

func printFinding(w io.Writer, f report.Finding) {
	fmt.Fprintln(w, f)
	if f.Hint != "" {
		fmt.Fprintf(w, "%s: hint: %s\n", named(f), f.Hint)
	}
}

// named is the file that a finding is about, or the program.
func named(f report.Finding) string { return cmp.Or(f.File, "panelpack") }

// count is how many of the findings have severity s.
func count(findings []report.Finding, s report.Severity) int {
	n := 0
	for _, f := range findings {
		if f.Severity == s {
			n++
		}
	}
	return n
}

// summary is the last line of every run on a workbook: "38 metrics, 36 rated,
// 1 error, 1 warning". Severities without a finding are left out.
func summary(a *report.Assessed, findings []report.Finding) string {
	parts := []string{
		plural(len(a.Metrics), "metric"),
		fmt.Sprintf("%d rated", len(a.Metrics)-a.Counts[report.NotRated]),
	}
	return strings.Join(append(parts, severities(findings)...), ", ")
}

// severities counts the findings of each severity that there is, worst first.
func severities(findings []report.Finding) []string {
	var parts []string
	for _, s := range []report.Severity{report.Error, report.Warning, report.Note} {
		if n := count(findings, s); n > 0 {
			parts = append(parts, plural(n, s.String()))
		}
	}
	return parts
}

func plural(n int, word string) string {
	if n != 1 {
		word += "s"
	}
	return fmt.Sprintf("%d %s", n, word)
}

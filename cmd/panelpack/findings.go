package main

import (
	"fmt"
	"io"
	"strings"

	"panelpack/report"
)

// printFindings writes each finding on a line, and its hint on a line of its
// own.
func printFindings(w io.Writer, findings []report.Finding) {
	for _, f := range findings {
		fmt.Fprintln(w, f)
		if f.Hint == "" {
			continue
		}
		file := f.File
		if file == "" {
			file = "panelpack"
		}
		fmt.Fprintf(w, "%s: hint: %s\n", file, f.Hint)
	}
}

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

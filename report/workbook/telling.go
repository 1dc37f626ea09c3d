package workbook

import (
	"cmp"
	"slices"

	"panelpack/report"
)

// maxFindings is how many findings are listed. An officer with more mends the
// cause and reads again.
const maxFindings = 2000

// Add notes a finding, and beyond maxFindings only the worst that is not
// listed.
func (ds *drafts) Add(s report.Severity, at report.Cell, metric, hint, format string, args ...any) {
	if len(ds.List) < maxFindings {
		ds.Findings.Add(s, at, metric, hint, format, args...)
		return
	}
	ds.unlisted++
	ds.worst = max(ds.worst, s)
}

// leftOut notes something that was rightly not read.
func (ds *drafts) leftOut(at report.Cell, why string) { ds.Add(report.Note, at, "", "", "%s", why) }

// told is every finding in order, and last how many are not listed.
func (ds *drafts) told(sheets []SheetReading) []report.Finding {
	all := report.Findings{File: ds.File, List: inOrder(ds.List, sheets)}
	if ds.unlisted > 0 {
		all.Add(ds.worst, report.Cell{}, "", "mend these and check again", "findings that are not listed: %d", ds.unlisted)
	}
	return all.List
}

// inOrder puts findings in the order in which an officer meets their cells.
func inOrder(findings []report.Finding, sheets []SheetReading) []report.Finding {
	number := map[string]int{}
	for i, s := range sheets {
		number[s.Name] = i
	}
	slices.SortStableFunc(findings, func(a, b report.Finding) int {
		return cmp.Or(cmp.Compare(number[a.Cell.Sheet], number[b.Cell.Sheet]), cmp.Compare(a.Cell.Row, b.Cell.Row), cmp.Compare(a.Cell.Col, b.Cell.Col))
	})
	return findings
}

package narrative

import (
	"panelpack/report"
	"panelpack/report/printable"
)

// unprintable tells of characters of e that its pages cannot show: once for a
// cell, and once for each line of a file.
func unprintable(e report.CommentaryEntry) []report.Finding {
	if e.Line == 0 {
		f, found := printable.Finding(e.Text)
		if !found {
			return nil
		}
		f.Metric = e.Metric
		return []report.Finding{about(e, 0, f)}
	}
	_, found := printable.Lines(e.File, []byte(e.Text))
	for i, f := range found {
		f.Metric = e.Metric
		found[i] = about(e, f.Line-1, f)
	}
	return found
}

// Package narrative brings the words of a pack together: it reads the
// commentary that owners have sent, puts a placeholder where there is none,
// and fills the sections of the pack in their order.
//
// It judges no figure: every rating, fact and question comes to it from the
// rules engine. Renderers in turn make no sentence of their own, so that two
// editions of a pack say the same.
package narrative

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"

	"panelpack/report"
)

// Collected is the commentary that has come in, by metric. Its zero value is
// none at all.
type Collected struct {
	entries map[string]report.CommentaryEntry
}

// Has reports whether there is commentary for metric ref.
func (c Collected) Has(ref string) bool {
	_, ok := c.entries[ref]
	return ok
}

// Read sorts the commentary of sub by metric. The findings tell of commentary
// for a metric that the workbook does not have, and of a second, different
// text for a metric: the first stands.
func Read(sub *report.Submission) (Collected, []report.Finding) {
	known := map[string]bool{}
	for _, s := range sub.Series {
		known[s.Metric.Ref] = true
	}
	c := Collected{entries: map[string]report.CommentaryEntry{}}
	found := report.Findings{File: sub.Source.File}
	for _, e := range sub.Commentary {
		if strings.TrimSpace(e.Text) == "" {
			continue
		}
		first, twice := c.entries[e.Metric]
		switch {
		case !known[e.Metric]:
			found.Add(report.Warning, e.Cell, "", "correct the ref, or remove the row",
				"commentary for %q, which is no metric of this workbook", e.Metric)
		case !twice:
			c.entries[e.Metric] = e
		case first.Text != e.Text:
			found.Add(report.Warning, e.Cell, e.Metric, "keep one of the two",
				"a second, different commentary; the one at %s is used", first.Cell)
		}
	}
	return c, found.List
}

// commentary is the entry of metric m, or the place for it.
func (c Collected) commentary(m report.Metric, prompts []string) report.Commentary {
	e, supplied := c.entries[m.Ref]
	if !supplied {
		return report.Commentary{
			Metric: m.Ref, Owner: m.Owner, Prompts: prompts,
			Heading: heading("Commentary to come", ownerWords(m.Owner)),
		}
	}
	owner := m.Owner
	if e.Owner != "" {
		owner = e.Owner
	}
	sum := sha256.Sum256([]byte(e.Text))
	return report.Commentary{
		Metric: m.Ref, Owner: owner, Supplied: true, Paragraphs: paragraphs(e.Text),
		Heading: heading("Commentary", owner), Source: source(e), SHA256: hex.EncodeToString(sum[:]),
	}
}

func heading(word, owner string) string {
	if owner == "" {
		return word
	}
	return word + " · " + owner
}

func ownerWords(owner string) string {
	if owner == "" {
		return "no owner named"
	}
	return "owner: " + owner
}

func source(e report.CommentaryEntry) string {
	if e.Line > 0 {
		return fmt.Sprintf("%s:%d", e.File, e.Line)
	}
	return e.Cell.String()
}

// paragraphs parts text at its blank lines. A single line break is a space.
func paragraphs(text string) []report.Text {
	var all []report.Text
	var lines []string
	flush := func() {
		if len(lines) > 0 {
			all = append(all, report.Plain(strings.Join(lines, " ")))
			lines = nil
		}
	}
	for line := range strings.Lines(strings.ReplaceAll(text, "\r\n", "\n")) {
		if line = strings.TrimSpace(line); line == "" {
			flush()
			continue
		}
		lines = append(lines, line)
	}
	flush()
	return all
}

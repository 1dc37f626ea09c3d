package narrative

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
	"sync"

	"panelpack/report"
	"panelpack/report/printable"
)

// wordsThatFit is how many words of commentary there is room for where two
// metrics share a page with their charts at a readable height. Measured on the
// sample: with 50 words for every metric 6 more pages are needed than with 20,
// and with 60 words 15.
const wordsThatFit = 50

// commentary fills the commentary of every metric, or its place, and adds what
// an officer should know about it to the pack's findings. Each is checked by
// itself, on every core at once.
func commentary(p *report.Pack, c Collected, previous *report.Earlier) {
	people := discloserOf(p.Assessed.Submission)
	all := p.Assessed.Metrics
	filled, found := make([]report.Commentary, len(all)), make([][]report.Finding, len(all))
	var group sync.WaitGroup
	for i := range all {
		a := &all[i]
		e, supplied := c.entries[a.Metric.Ref]
		if !supplied {
			filled[i] = place(a.Metric, p.Assessed.Policy.Prompts[a.Rating])
			continue
		}
		group.Go(func() { filled[i], found[i] = supply(p.Assessed, a, e, people, previous) })
	}
	group.Wait()
	for i, a := range all {
		p.Commentary[a.Metric.Ref] = filled[i]
		p.Findings = append(p.Findings, found[i]...)
	}
}

// place is where the commentary of metric m is to come.
func place(m report.Metric, prompts []string) report.Commentary {
	return report.Commentary{
		Metric: m.Ref, Owner: m.Owner, Prompts: prompts,
		Heading: fmt.Sprintf("%s · %s", heading("Commentary to come", ownerWords(m.Owner)), roomWords()),
	}
}

// roomWords is how much may be written.
func roomWords() string { return fmt.Sprintf("about %d words fit", wordsThatFit) }

// supply is the commentary e as the pack prints it, and all that was found on
// the way.
func supply(all *report.Assessed, a *report.Assessment, e report.CommentaryEntry, people *discloser, previous *report.Earlier) (report.Commentary, []report.Finding) {
	passages := parse(printable.Text(e.Text))
	found := slices.Concat(unset(e), unprintable(e))
	f := filler{assessed: all, own: a, entry: e}
	f.fill(passages)
	k := checker{assessed: all, own: data{a}, entry: e}
	k.check(passages)
	named := people.check(e)
	for _, more := range [][]report.Finding{f.found, tooLong(e), k.found, stale(e, all.Period, previous), anotherMonth(e, passages, a), named} {
		found = append(found, more...)
	}
	owner := orElse(e.Owner, a.Metric.Owner)
	sum := sha256.Sum256([]byte(e.Text))
	c := report.Commentary{
		Metric: a.Metric.Ref, Owner: owner, Supplied: true,
		Heading: heading("Commentary", owner), Body: blocks(passages), Figures: k.checks,
		Source: printedSource(e, all.Submission.Source.File), SHA256: hex.EncodeToString(sum[:]),
	}
	if len(named) == 0 {
		c.Text = e.Text
	}
	return c, found
}

// tooLong tells of commentary beyond its limit. It is printed all the same,
// and goes on on the next page where it has to.
func tooLong(e report.CommentaryEntry) []report.Finding {
	n := len(strings.Fields(e.Text))
	if n <= wordsThatFit {
		return nil
	}
	return []report.Finding{about(e, 0, report.Finding{
		Severity: report.Note, Metric: e.Metric,
		Message: fmt.Sprintf("commentary has %d words and about %d fit; it is printed in full and may take the page to itself", n, wordsThatFit),
		Hint:    "shorten it, so that two metrics share a page",
	})}
}

// printedSource is where e stands: its cell in the workbook of the pack, or
// its file and line.
func printedSource(e report.CommentaryEntry, workbook string) string {
	if e.File == workbook && e.Line == 0 {
		return e.Cell.String()
	}
	return source(e)
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

package narrative

import (
	"fmt"
	"slices"
	"strings"

	"panelpack/report"
)

// Options are what a pack needs to know besides its figures.
type Options struct {
	Date        report.Date // of the document; zero for the latest date in the workbook
	Final       bool
	Program     string          // "panelpack 0.1.0"
	ScalePolicy string          // how the charts choose their scales, one sentence for the method
	House       report.House    // the look of the council's own papers
	Head        string          // at the head of every page; empty for the council's name
	Previous    *report.Earlier // last month's pack, for what its commentary said; nil without one
}

// Fill makes the pack: commentary or a placeholder for every metric, and the
// sections in the order in which a panel reads them. What it doubts in the
// commentary is added to the findings of a.
//
// Whether a pack may be final is not for Fill to say: see [Obstacles].
func Fill(a *report.Assessed, c Collected, o Options) *report.Pack {
	d := a.Submission.Details
	p := &report.Pack{
		Title: d.Title, Program: o.Program, Date: o.Date, Draft: !o.Final,
		House: o.House, Head: orElse(o.Head, d.Council),
		Assessed: a, Commentary: map[string]report.Commentary{},
		Findings: slices.Clip(a.Findings),
	}
	if p.Title == "" {
		p.Title = a.Policy.Title
	}
	if p.Date.IsZero() {
		p.Date = a.Submission.Latest
	}
	if d.Council != "" {
		p.House.Words = "Logo of " + d.Council
	}
	commentary(p, c, o.Previous)
	marks(p)
	p.Sections = sections(p, o)
	p.Findings = append(p.Findings, undeclared(a)...)
	return p
}

func sections(p *report.Pack, o Options) []report.Section {
	all := []report.Section{cover(p), howToRead(p), attention(p), changes(p), further(p), since(p), scorecard(p)}
	before := len(all)
	for _, category := range p.Assessed.Categories {
		if s := metrics(p, category); len(s.Blocks) > 0 {
			s.Continues = len(all) > before
			all = append(all, s)
		}
	}
	defined := definitions(p)
	defined.Blocks = append(defined.Blocks, abbreviations(p, append(all, defined))...)
	all = append(all, inspections(p), method(p, o), defined, dataNotes(p), background(p), figures(p))
	return slices.DeleteFunc(all, func(s report.Section) bool { return len(s.Blocks) == 0 })
}

// marks fills the words that stand on every page.
func marks(p *report.Pack) {
	d := p.Assessed.Submission.Details
	var mark, coverMark []string
	if p.Draft {
		mark = append(mark, "Draft")
		coverMark = append(coverMark, "Draft")
		if missing := missingCommentary(p); missing > 0 {
			coverMark = append(coverMark, report.Whole(missing)+" of "+report.Whole(len(p.Assessed.Metrics))+" commentaries to come")
		}
	}
	p.Mark = join(" · ", append(mark, d.StatusNote)...)
	p.CoverMark = join(" · ", append(coverMark, d.StatusNote)...)
	p.Footer = join(" · ", p.Assessed.Period.Words(), join(", ", d.Panel, d.Meeting.Words()))
	p.SourceLine = join(" · ", "Source: "+sourceWords(p.Assessed.Submission.Source), p.Program)
}

// join puts sep between those of parts that are not empty.
func join(sep string, parts ...string) string {
	var filled []string
	for _, part := range parts {
		if part != "" {
			filled = append(filled, part)
		}
	}
	return strings.Join(filled, sep)
}

// sourceWords names a file with the ends of its hash, enough to tell two
// versions apart on paper.
func sourceWords(s report.Source) string {
	if len(s.SHA256) < 8 {
		return s.File
	}
	return fmt.Sprintf("%s, sha256 %s…%s", s.File, s.SHA256[:4], s.SHA256[len(s.SHA256)-4:])
}

func missingCommentary(p *report.Pack) int {
	missing := 0
	for _, c := range p.Commentary {
		if !c.Supplied {
			missing++
		}
	}
	return missing
}

// undeclared tells of what the cover leaves blank because nobody gave it, and of
// a title that comes from rules which know few of the metrics.
func undeclared(a *report.Assessed) []report.Finding {
	sub := a.Submission
	found := report.Findings{File: sub.Source.File}
	const hint = "on a sheet named Pack, type %s in column A and the answer beside it; or say it in council.toml"
	for _, row := range requiredRows(sub.Details) {
		if row.Value == "" {
			found.Add(report.Warning, report.Cell{}, "", fmt.Sprintf(hint, row.Label), "nobody says %q; it is blank on the cover", row.Label)
		}
	}
	unplaced := 0
	for i := range a.Metrics {
		if a.Metrics[i].Classification.Evidence == "" {
			unplaced++
		}
	}
	if sub.Details.Title == "" && 2*unplaced > len(a.Metrics) {
		found.Add(report.Warning, report.Cell{}, "", fmt.Sprintf(hint, "Title"),
			"nobody says %q; the pack is called %q, though most of its metrics fit no category of the rulebook", "Title", a.Policy.Title)
	}
	return found.List
}

// Obstacles tells what stands in the way of a final pack: error findings, and
// commentary that the rulebook requires and nobody has sent. It is empty when
// nothing does.
func Obstacles(p *report.Pack) []report.Finding {
	var all []report.Finding
	for _, f := range p.Findings {
		if f.Severity == report.Error {
			all = append(all, f)
		}
	}
	found := report.Findings{File: p.Assessed.Submission.Source.File}
	for _, ref := range p.Assessed.Policy.Required {
		if c := p.Commentary[ref]; !c.Supplied {
			found.Add(report.Error, report.Cell{}, ref, "ask "+orElse(c.Owner, "its owner")+" for it; the sheet Commentary has a row for each ref",
				"the rulebook requires commentary and there is none")
		}
	}
	return append(all, found.List...)
}

func orElse(s, otherwise string) string {
	if s == "" {
		return otherwise
	}
	return s
}

package main

import (
	"path/filepath"
	"slices"

	"github.com/urfave/cli/v2"

	"panelpack/report"
	"panelpack/report/mapping"
	"panelpack/report/workbook"
)

func inspectCommand() *cli.Command {
	return &cli.Command{
		Name:      "inspect",
		Usage:     "see how a workbook was understood",
		ArgsUsage: "WORKBOOK",
		Description: `Says of each sheet what it was read as and why, or why it was not read: where
its tables are, what each column was taken for, which periods it has. Below
stand five figures with their cells, to compare with the workbook, and what was
not certain. Nothing is written.

Where the workbook was not understood rightly, write down how it was, change
what is wrong, and every command follows it; docs/mapping.md explains how:

   panelpack inspect --write-mapping council.toml WORKBOOK

Look here when a figure is missing from the pack, and send it along when you ask
for help. It tells nothing of sheets that list people.`,
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "cell", Usage: "look at one `CELL`, such as \"Scorecard!F17\": what it holds and what it was read as"},
			&cli.StringFlag{Name: "write-mapping", Usage: "write how the workbook was understood into `FILE`, the council's own, and keep what else is in it"},
			&cli.StringFlag{Name: "council", Usage: "read by the mapping in `FILE` instead of council.toml beside the workbook"},
			&cli.BoolFlag{Name: "json", Usage: "answer as data for another program", DisableDefaultText: true},
		},
		Action: inspect,
	}
}

func inspect(c *cli.Context) error {
	path, err := only(c, "workbook")
	if err != nil {
		return err
	}
	r, err := requestOf(c, path)
	if err != nil {
		return err
	}
	if c.IsSet("write-mapping") {
		return r.writeMapping(c, c.String("write-mapping"))
	}
	theirs, _, err := r.loadCouncil()
	if err != nil {
		return err
	}
	if c.IsSet("cell") {
		return inspectCell(c, path, theirs.Workbook)
	}
	u, err := r.understand(theirs.Workbook)
	if err != nil {
		return err
	}
	if c.Bool("json") {
		return writeJSON(c.App.Writer, understandingOf(u))
	}
	return printUnderstanding(c.App.Writer, u)
}

// understand reads the workbook by a mapping, or as it looks where that is nil.
func (r request) understand(m *mapping.Mapping) (*workbook.Understanding, error) {
	data, err := readWorkbook(r.workbook)
	if err != nil {
		return nil, err
	}
	return workbook.Understand(filepath.Base(r.workbook), data, workbook.Options{Mapping: m})
}

func inspectCell(c *cli.Context, path string, m *mapping.Mapping) error {
	at, err := report.ParseCell(c.String("cell"))
	if err != nil {
		return badUsage("put quotes around the sheet and the cell", "--cell %v", err)
	}
	data, err := readWorkbook(path)
	if err != nil {
		return err
	}
	r, err := workbook.ReadCell(filepath.Base(path), data, workbook.Options{Mapping: m}, at)
	if err != nil {
		return err
	}
	if c.Bool("json") {
		return writeJSON(c.App.Writer, cellOf(r))
	}
	return printCell(c.App.Writer, r)
}

// A span is the periods of one length that a workbook has figures for.
type span struct {
	count       int
	first, last report.Period
}

// spansOf is the periods of all metrics, the shortest first.
func spansOf(sub *report.Submission) []span {
	seen := map[report.Period]bool{}
	for _, s := range sub.Series {
		for _, o := range slices.Concat(s.Observations, s.Outturns) {
			seen[o.Period] = true
		}
	}
	var periods []report.Period
	for p := range seen {
		periods = append(periods, p)
	}
	slices.SortFunc(periods, report.Period.Compare)
	var spans []span
	for kind := report.Day; kind <= report.SchoolYear; kind++ {
		var s span
		for _, p := range periods {
			if p.Kind() != kind {
				continue
			}
			if s.count++; s.count == 1 {
				s.first = p
			}
			s.last = p
		}
		if s.count > 0 {
			spans = append(spans, s)
		}
	}
	return spans
}

// A fact is one figure that was read.
type fact struct {
	metric report.Metric
	report.Observation
}

// sampleFacts is how many figures are shown to compare with the workbook.
const sampleFacts = 5

// factsOf is some of the figures that were read, spread over all of them.
func factsOf(sub *report.Submission) []fact {
	var all []fact
	for _, s := range sub.Series {
		for _, o := range s.Observations {
			if o.Actual.Known() {
				all = append(all, fact{s.Metric, o})
			}
		}
	}
	if len(all) <= sampleFacts {
		return all
	}
	var some []fact
	for i := range sampleFacts {
		some = append(some, all[i*(len(all)-1)/(sampleFacts-1)])
	}
	return some
}

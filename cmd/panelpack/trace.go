package main

import (
	"fmt"
	"path/filepath"
	"strings"
	"text/tabwriter"

	"github.com/urfave/cli/v2"

	"panelpack/report"
	"panelpack/report/record"
	"panelpack/report/workbook"
)

func traceCommand() *cli.Command {
	return &cli.Command{
		Name:      "trace",
		Usage:     "follow one figure from its cell to its rating",
		ArgsUsage: "WORKBOOK REF",
		Description: `Shows how the metric REF came to its rating: the cell, the target and its
cell, the arithmetic, and the line of the rulebook that decided. It answers
"why is this amber?".`,
		Flags: append([]cli.Flag{
			&cli.BoolFlag{Name: "json", Usage: "answer as data for another program", DisableDefaultText: true},
			commentaryFlag(),
		}, readingFlags()...),
		Action: trace,
	}
}

func trace(c *cli.Context) error {
	if c.Args().Len() != 2 {
		return badUsage(usageOf(c), "trace needs a workbook and a ref, and was given %s", plural(c.Args().Len(), "argument"))
	}
	r, err := requestOf(c, c.Args().Get(0))
	if err != nil {
		return err
	}
	p, err := r.pack()
	if err != nil {
		return err
	}
	a, err := metricOf(p.Assessed, c.Args().Get(1))
	if err != nil {
		return err
	}
	if err := r.addCell(a); err != nil {
		return err
	}
	if c.Bool("json") {
		return record.WriteTrace(c.App.Writer, p, a)
	}
	w := tabwriter.NewWriter(c.App.Writer, 0, 0, 2, ' ', 0)
	fmt.Fprintf(w, "%s\t%s\n", a.Metric.Ref, a.Metric.Name)
	for _, step := range a.Reckoning {
		fmt.Fprintf(w, "%s\t%s\n", step.Label, step.Text)
	}
	if err := w.Flush(); err != nil {
		return err
	}
	printFindings(c.App.Writer, about(p.Findings, a.Metric.Ref))
	return nil
}

// addCell puts what the cell of the figure holds, as the file has it, at the
// head of the reckoning.
func (r request) addCell(a *report.Assessment) error {
	if a.Now.ActualCell.IsZero() {
		return nil
	}
	data, err := readWorkbook(r.workbook)
	if err != nil {
		return err
	}
	cell, err := workbook.ReadCell(filepath.Base(r.workbook), data, workbook.Options{}, a.Now.ActualCell)
	if err != nil {
		return err
	}
	text := cell.Cell.String() + " holds " + cell.Holds
	if cell.Stored != "" {
		text += fmt.Sprintf(", %s, in the format %s", cell.Stored, cell.Format)
	}
	a.Reckoning = append([]report.Reckoning{{Label: "Cell", Text: text}}, a.Reckoning...)
	return nil
}

// metricOf is the metric called ref, however its letters are written.
func metricOf(a *report.Assessed, ref string) (*report.Assessment, error) {
	if m := a.Find(ref); m != nil {
		return m, nil
	}
	var refs []string
	for i := range a.Metrics {
		m := &a.Metrics[i]
		if strings.EqualFold(m.Metric.Ref, ref) {
			return m, nil
		}
		refs = append(refs, m.Metric.Ref)
	}
	return nil, &report.Failure{
		Message: fmt.Sprintf("%s has no metric %q", a.Submission.Source.File, ref),
		Hint:    "it has " + strings.Join(refs, ", "),
	}
}

// about is the findings that concern metric ref.
func about(findings []report.Finding, ref string) []report.Finding {
	var some []report.Finding
	for _, f := range findings {
		if f.Metric == ref {
			some = append(some, f)
		}
	}
	return some
}

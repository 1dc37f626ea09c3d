package main

import (
	"fmt"

	"github.com/urfave/cli/v2"

	"panelpack/report"
	"panelpack/report/narrative"
	"panelpack/report/record"
)

func checkCommand() *cli.Command {
	return &cli.Command{
		Name:      "check",
		Usage:     "list what to look at in a workbook, and make nothing",
		ArgsUsage: "WORKBOOK",
		Description: `Lists what to look at in the workbook, each with its cell and what to do
about it. Nothing is written. The exit status is 1 when an error is among it.

With --final it lists also which commentary is missing that a final pack needs.`,
		Flags: append([]cli.Flag{
			&cli.BoolFlag{Name: "final", Usage: "count missing commentary that the rulebook requires as an error", DisableDefaultText: true},
			&cli.BoolFlag{Name: "json", Usage: "answer as data for another program", DisableDefaultText: true},
			previousFlag(),
			commentaryFlag(),
		}, readingFlags()...),
		Action: check,
	}
}

func check(c *cli.Context) error {
	path, err := only(c, "workbook")
	if err != nil {
		return err
	}
	r, err := requestOf(c, path)
	if err != nil {
		return err
	}
	p, err := r.pack()
	if err != nil {
		return err
	}
	findings := p.Findings
	if r.final {
		findings = forFinal(p)
	}
	if c.Bool("json") {
		if err := record.WriteFindings(c.App.Writer, p.Assessed, findings); err != nil {
			return err
		}
	} else {
		printFindings(c.App.Writer, findings)
		fmt.Fprintf(c.App.Writer, "panelpack: %s\n", summary(p.Assessed, findings))
	}
	if count(findings, report.Error) > 0 {
		return errFound
	}
	return nil
}

// forFinal is the findings with all that stands in the way of a final pack
// last, where the eye is when the list ends.
func forFinal(p *report.Pack) []report.Finding {
	var findings []report.Finding
	for _, f := range p.Findings {
		if f.Severity != report.Error {
			findings = append(findings, f)
		}
	}
	return append(findings, narrative.Obstacles(p)...)
}

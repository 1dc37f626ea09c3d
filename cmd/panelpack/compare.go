package main

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"github.com/urfave/cli/v2"

	"panelpack/report"
	"panelpack/report/record"
	"panelpack/report/rules"
)

const compareUsage = "panelpack rulebook --compare FILE WORKBOOK"

// compareRulebooks rates a workbook by the rulebook in use and by another, and
// tells what the other would change.
func compareRulebooks(c *cli.Context) error {
	if !c.Args().Present() {
		return badUsage(compareUsage, "rulebook --compare needs a workbook")
	}
	path, err := only(c, "workbook")
	if err != nil {
		return err
	}
	r, err := requestOf(c, path)
	if err != nil {
		return err
	}
	theirs, _, err := r.loadCouncil()
	if err != nil {
		return err
	}
	sub, err := r.submission(theirs.Workbook)
	if err != nil {
		return err
	}
	now, err := r.rateBy(sub)
	if err != nil {
		return err
	}
	r.rulebook = c.String("compare")
	other, err := r.rateBy(sub)
	if err != nil {
		return err
	}
	if source := other.Policy.Source; source.SHA256 == now.Policy.Source.SHA256 {
		r.say("%s says the same as the rulebook in use, word for word; a rulebook.toml beside the workbook is in use already", source.File)
	}
	changes := rules.WhatIf(now, other)
	if c.Bool("json") {
		return record.WriteComparison(c.App.Writer, now, other, changes)
	}
	return printComparison(c.App.Writer, now, other, changes)
}

// rateBy judges sub by the rulebook of r, whose remarks are printed.
func (r request) rateBy(sub *report.Submission) (*report.Assessed, error) {
	book, remarks, err := r.loadRulebook()
	if err != nil {
		return nil, err
	}
	if r.rulebook != "" {
		printFindings(r.stderr, remarks)
	}
	return rules.Assess(sub, book, rules.Options{Period: r.period}), nil
}

func printComparison(out io.Writer, now, other *report.Assessed, changes []report.RatingChange) error {
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	for _, change := range changes {
		fmt.Fprintf(w, "%s\t%s\t%s to %s\t%s\n", change.Ref, now.Find(change.Ref).Metric.Short(),
			strings.ToLower(change.Before.String()), strings.ToLower(change.Now.String()), change.Why)
	}
	if len(changes) > 0 {
		fmt.Fprintln(w)
	}
	fmt.Fprintf(w, "%s", now.Period.Words())
	for _, rating := range report.Ratings() {
		fmt.Fprintf(w, "\t%s", strings.ToLower(rating.String()))
	}
	for _, a := range []*report.Assessed{now, other} {
		fmt.Fprintf(w, "\n%s", a.Policy.Source.File)
		for _, rating := range report.Ratings() {
			fmt.Fprintf(w, "\t%d", a.Counts[rating])
		}
	}
	fmt.Fprintln(w)
	if err := w.Flush(); err != nil {
		return err
	}
	_, err := fmt.Fprintf(out, "panelpack: by %s %d of %s would change rating\n", other.Policy.Source.File, len(changes), plural(len(now.Metrics), "metric"))
	return err
}

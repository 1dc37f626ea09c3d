package main

import (
	"bytes"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"panelpack/report"
	"panelpack/report/workbook"
)

// What a blank workbook has room for when nothing else is asked. The first
// month is fixed: two runs on different days give the same workbook.
var blank = workbook.Template{From: report.MonthOf(2025, time.April), Months: 24, Metrics: 40}

// The most that a blank workbook may have room for.
const mostMonths, mostMetrics = 120, 500

func templateCommand() *cli.Command {
	return &cli.Command{
		Name:  "template",
		Usage: "make a blank workbook to fill in",
		Description: `Makes a blank workbook that panelpack reads as it stands: a scorecard with
months across and two rows for each metric, its figures and its targets, and
sheets for definitions, commentary, later figures, forecasts, events and
inspection findings. What is typed in is checked, and its first sheet says how
to fill it in. A file that is there already is never written over.`,
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "out", Aliases: []string{"o"}, Usage: "write to `FILE`, which ends in .xlsx"},
			&cli.StringFlag{Name: "from", Usage: "begin with `MONTH`, such as " + blank.From.String(), DefaultText: blank.From.String()},
			&cli.IntFlag{Name: "months", Usage: "have `N` months across", Value: blank.Months},
			&cli.IntFlag{Name: "metrics", Usage: "have room for `N` metrics", Value: blank.Metrics},
		},
		Action: makeTemplate,
	}
}

func makeTemplate(c *cli.Context) error {
	t, err := templateOf(c)
	if err != nil {
		return err
	}
	out := c.String("out")
	if isFile(out) {
		return &report.Failure{
			Message: out + " is there already and stays as it was",
			Hint:    "somebody may have filled it in; name another place with --out, or move it first",
		}
	}
	var file bytes.Buffer
	if err := workbook.Write(&file, t.Book()); err != nil {
		return err
	}
	made := output{out, file.Bytes()}
	if err := writeAll([]output{made}); err != nil {
		return err
	}
	last := t.From.Add(t.Months - 1)
	fmt.Fprintf(c.App.Writer, "%s: room for %s, %s to %s\n", madeLine(made), plural(t.Metrics, "metric"), t.From.Words(), last.Words())
	return nil
}

// templateOf reads the flags.
func templateOf(c *cli.Context) (workbook.Template, error) {
	t := workbook.Template{From: blank.From, Months: c.Int("months"), Metrics: c.Int("metrics")}
	out, from := c.String("out"), c.String("from")
	const usage = "panelpack template --out scorecard.xlsx"
	switch {
	case c.Args().Present():
		return t, badUsage(usage, "template takes no %q", c.Args().First())
	case out == "":
		return t, badUsage(usage, "template needs --out, the file to write")
	case !strings.EqualFold(filepath.Ext(out), ".xlsx"):
		return t, badUsage(usage, "--out %q does not end in .xlsx", out)
	case t.Months < 1 || t.Months > mostMonths:
		return t, badUsage("", "--months %d is not from 1 to %d", t.Months, mostMonths)
	case t.Metrics < 1 || t.Metrics > mostMetrics:
		return t, badUsage("", "--metrics %d is not from 1 to %d", t.Metrics, mostMetrics)
	case from == "":
		return t, nil
	}
	first, err := report.ParsePeriod(from)
	if err != nil || first.Kind() != report.Month {
		return t, badUsage("", "--from %q is not a month such as %s", from, blank.From)
	}
	t.From = first
	return t, nil
}

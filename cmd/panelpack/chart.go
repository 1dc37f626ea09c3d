package main

import (
	"bytes"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v2"

	"panelpack/report"
	"panelpack/report/chart"
	"panelpack/report/pdf"
	"panelpack/report/raster"
	"panelpack/report/style"
	"panelpack/report/svg"
)

// The size of a single chart, in points: as wide for its height as a slide.
const (
	chartWidth  = 480
	chartHeight = 270
)

// chartWriters write a single chart by the ending of its file.
var chartWriters = map[string]func(io.Writer, *report.Pack, chart.Drawing) error{
	"svg": func(w io.Writer, _ *report.Pack, d chart.Drawing) error { return svg.Write(w, d) },
	"png": func(w io.Writer, _ *report.Pack, d chart.Drawing) error { return raster.Write(w, d) },
	"pdf": pdf.WriteDrawing,
}

func chartCommand() *cli.Command {
	return &cli.Command{
		Name:      "chart",
		Usage:     "make one chart for a letter or a slide",
		ArgsUsage: "WORKBOOK REF",
		Description: `Makes the chart of the metric REF as it stands in the pack, with its title and
where it is from. The ending of the file says which kind: .png for a picture,
.svg for one that stays sharp at every size, .pdf for a page.`,
		Flags: append([]cli.Flag{
			&cli.StringFlag{Name: "out", Aliases: []string{"o"}, Usage: "write to `FILE`, which ends in .png, .svg or .pdf"},
		}, readingFlags()...),
		Action: makeChart,
	}
}

func makeChart(c *cli.Context) error {
	if c.Args().Len() != 2 {
		return badUsage(usageOf(c), "chart needs a workbook and a ref, and was given %s", plural(c.Args().Len(), "argument"))
	}
	out := c.String("out")
	write, known := chartWriters[strings.ToLower(strings.TrimPrefix(filepath.Ext(out), "."))]
	switch {
	case out == "":
		return badUsage(usageOf(c)+" --out FILE.png", "chart needs --out, the file to write")
	case !known:
		return badUsage("name a file that ends in .png, .svg or .pdf", "--out %q ends in none of .png, .svg and .pdf", out)
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
	var b bytes.Buffer
	if err := write(&b, p, cardOf(p, a)); err != nil {
		return fmt.Errorf("%s cannot be made: %w", out, err)
	}
	made := output{out, b.Bytes()}
	if err := writeAll([]output{made}); err != nil {
		return err
	}
	printFindings(r.stderr, about(p.Findings, a.Metric.Ref))
	fmt.Fprintln(c.App.Writer, madeLine(made))
	return nil
}

// cardOf is the chart of a metric in the look of its pack, with the pack's mark
// so that a draft is known as one wherever it goes.
func cardOf(p *report.Pack, a *report.Assessment) chart.Drawing {
	var from []string
	for _, part := range []string{p.Head, a.Metric.Ref, p.Mark} {
		if part != "" {
			from = append(from, part)
		}
	}
	card := chart.Card(a, strings.Join(from, " · "), chartWidth, chartHeight)
	return card.Recoloured(style.Data, style.DataOf(p.House))
}

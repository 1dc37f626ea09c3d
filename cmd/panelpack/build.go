package main

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"

	"github.com/urfave/cli/v2"

	"panelpack/report"
	"panelpack/report/figures"
	"panelpack/report/html"
	"panelpack/report/narrative"
	"panelpack/report/pdf"
	"panelpack/report/record"
)

// writers are the renderers by format.
var writers = map[string]func(io.Writer, *report.Pack) error{
	"pdf": pdf.Write, "html": html.Write, "json": record.Write, "xlsx": figures.WriteWorkbook, "csv": figures.WriteCSV,
}

func buildCommand() *cli.Command {
	return &cli.Command{
		Name:      "build",
		Usage:     "make the pack",
		ArgsUsage: "WORKBOOK",
		Description: `Makes the pack from the workbook: a PDF for the panel, and a record (JSON)
for your own files. They stand beside the workbook, named for the pack and its
month, unless --out names another place. The workbook is never changed.
--format adds the web edition (html) and the figures (xlsx, csv).

What to look at in the workbook is listed, each with its cell. A pack is a
draft, and says so on every page, until it is made with --final.`,
		Flags: append([]cli.Flag{
			&cli.StringFlag{Name: "out", Aliases: []string{"o"}, Usage: "write to `PLACE`: a folder for pack.pdf and so on, or one file that ends in " + endings()},
			&cli.StringFlag{Name: "format", Usage: "write `FORMATS`, such as pdf,html,json,xlsx,csv, instead of pdf and json"},
			&cli.BoolFlag{Name: "final", Usage: "make the final pack; refused while an error stands or required commentary is missing", DisableDefaultText: true},
			&cli.BoolFlag{Name: "summary", Usage: "make a summary of one page too, for the front of an agenda", DisableDefaultText: true},
			&cli.BoolFlag{Name: "attach", Usage: "attach the figures to the PDF, as CSV", DisableDefaultText: true},
			previousFlag(),
			commentaryFlag(),
		}, readingFlags()...),
		Action: build,
	}
}

func build(c *cli.Context) error {
	path, err := only(c, "workbook")
	if err != nil {
		return err
	}
	to, err := whereTo(c, path)
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
	if err := r.allowFinal(p); err != nil {
		return err
	}
	outputs, err := r.outputs(c, p, to)
	if err != nil {
		return err
	}
	if err := spare(path, outputs); err != nil {
		return err
	}
	if err := to.write(outputs); err != nil {
		return err
	}
	printFindings(r.stderr, p.Findings)
	r.say("%s", summary(p.Assessed, p.Findings))
	for _, o := range outputs {
		fmt.Fprintln(c.App.Writer, madeLine(o))
	}
	return nil
}

// whereTo is where a build goes, by its flags and what they allow of each other.
func whereTo(c *cli.Context, path string) (destination, error) {
	to, err := destinationOf(path, c.String("out"), c.String("format"))
	switch {
	case err != nil:
		return to, err
	case c.Bool("attach") && !slices.Contains(to.formats, "pdf"):
		return to, badUsage("leave --attach out, or make the PDF too", "--attach goes with a PDF, and none is made")
	case c.Bool("summary") && to.file != "":
		return to, badUsage("name a folder", "--summary makes a second file, and --out %q is one", to.file)
	}
	return to, nil
}

// outputs is every file that a build makes of p.
func (r request) outputs(c *cli.Context, p *report.Pack, to destination) ([]output, error) {
	if c.Bool("attach") {
		if err := attachFigures(p); err != nil {
			return nil, err
		}
	}
	made, err := r.render(p, to)
	if err != nil || !c.Bool("summary") {
		return made, err
	}
	sheet, err := renderSummary(p, to)
	return append(made, sheet), err
}

// allowFinal refuses a final pack while something stands in its way, and lists
// what does. A draft is always allowed.
func (r request) allowFinal(p *report.Pack) error {
	if !r.final {
		return nil
	}
	obstacles := narrative.Obstacles(p)
	if len(obstacles) == 0 {
		return nil
	}
	printFindings(r.stderr, obstacles)
	verb := "stand"
	if len(obstacles) == 1 {
		verb = "stands"
	}
	return &report.Failure{
		Message: fmt.Sprintf("no final pack was made: %s %s in its way", plural(len(obstacles), "error"), verb),
		Hint:    "mend them, or leave --final out for a draft",
	}
}

// attachFigures puts the figures into the PDF as data. The record is never
// attached: it is a working paper.
func attachFigures(p *report.Pack) error {
	var csv bytes.Buffer
	if err := figures.WriteCSV(&csv, p); err != nil {
		return err
	}
	p.Attached = append(p.Attached, report.Attachment{
		Name: "figures.csv", MediaType: "text/csv", Words: "Every figure of the pack, as data", Data: csv.Bytes(),
	})
	return nil
}

// renderSummary writes the pack on one page, as a PDF: with as many red metrics
// as have room.
func renderSummary(p *report.Pack, to destination) (output, error) {
	if to.base != "" {
		to.base += "-summary"
	}
	var b bytes.Buffer
	for red := narrative.RedInSummary; ; red-- {
		s := narrative.Summary(p, red)
		path := to.path("pdf", s.Title, s.Assessed.Period)
		switch err := pdf.Write(&b, s); {
		case err == nil:
			return output{path, b.Bytes()}, nil
		case !errors.Is(err, pdf.ErrOverOnePage):
			return output{}, fmt.Errorf("%s cannot be made: %w", path, err)
		case red == 1:
			return output{}, &report.Failure{
				Message: "the summary takes more than one page",
				Hint:    "shorten the title of the pack, or the panel's name",
			}
		}
		b.Reset()
	}
}

// render writes the pack in every format wanted, all at once, before any file
// is touched.
func (r request) render(p *report.Pack, to destination) ([]output, error) {
	defer r.progress.clear()
	r.progress.step("writing %s", strings.Join(to.formats, ", "))
	outputs, errs := make([]output, len(to.formats)), make([]error, len(to.formats))
	var group sync.WaitGroup
	for i, format := range to.formats {
		group.Go(func() {
			var b bytes.Buffer
			path := to.path(format, p.Title, p.Assessed.Period)
			if err := writers[format](&b, p); err != nil {
				errs[i] = fmt.Errorf("%s cannot be made: %w", path, err)
			}
			outputs[i] = output{path, b.Bytes()}
		})
	}
	group.Wait()
	return outputs, cmp.Or(errs...)
}

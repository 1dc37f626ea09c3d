package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"panelpack/report"
	"panelpack/report/narrative"
)

// formWriters write a form by the ending of its file.
var formWriters = map[string]func(narrative.Form, report.Date) ([]byte, error){
	"md": markdownForm, "xlsx": workbookForm,
}

func commentaryCommand() *cli.Command {
	return &cli.Command{
		Name:      "commentary",
		Usage:     "make files for owners to write their commentary in",
		ArgsUsage: "WORKBOOK",
		Description: `Makes a file that asks for commentary on each metric, with its figures, what
the pack says of them and what to answer. What has come in already stands in
its place. Owners write in it and send it back; panelpack build reads it with
--commentary. A file that is there already is never written over.`,
		Flags: append([]cli.Flag{
			&cli.StringFlag{Name: "out", Aliases: []string{"o"}, Usage: "write to `PLACE`: a folder, or one file that ends in .md or .xlsx"},
			&cli.StringFlag{Name: "by", Usage: "make a file for each `owner` instead of one for all"},
			&cli.StringFlag{Name: "format", Usage: "write `FORMAT`: md for text, xlsx for Excel"},
			previousFlag(),
			commentaryFlag(),
		}, readingFlags()...),
		Action: writeForms,
	}
}

func writeForms(c *cli.Context) error {
	path, err := only(c, "workbook")
	if err != nil {
		return err
	}
	place, err := formPlaceOf(c)
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
	var outputs []output
	for _, form := range narrative.Forms(p, r.previous, place.byOwner) {
		data, err := formWriters[place.format](form, p.Date)
		if err != nil {
			return fmt.Errorf("%s cannot be made: %w", place.path(form), err)
		}
		outputs = append(outputs, output{place.path(form), data})
	}
	if err := place.write(outputs); err != nil {
		return err
	}
	for _, o := range outputs {
		fmt.Fprintln(c.App.Writer, madeLine(o))
	}
	return nil
}

// A formPlace is where forms go, and in which format.
type formPlace struct {
	destination
	format  string
	byOwner bool
}

// formPlaceOf reads --out, --format and --by. An out that ends in .md or .xlsx
// is one file; any other is a folder.
func formPlaceOf(c *cli.Context) (formPlace, error) {
	out, format, by := c.String("out"), strings.ToLower(c.String("format")), c.String("by")
	ending := strings.ToLower(strings.TrimPrefix(filepath.Ext(out), "."))
	_, isFile := formWriters[ending]
	_, known := formWriters[format]
	switch {
	case out == "":
		return formPlace{}, badUsage(usageOf(c)+" --out FOLDER", "commentary needs --out, the place to write to")
	case by != "" && by != "owner":
		return formPlace{}, badUsage("--by owner makes a file for each", "--by %q is not known", by)
	case format != "" && !known:
		return formPlace{}, badUsage("it takes md or xlsx", "--format %q is not known", format)
	case isFile && format != "" && format != ending:
		return formPlace{}, badUsage("leave --format out", "--out %q and --format %s do not agree", out, format)
	case isFile && by != "":
		return formPlace{}, badUsage("name a folder", "--out %q is one file, and --by owner makes several", out)
	case isFile:
		return formPlace{destination: destination{file: out}, format: ending}, nil
	}
	if format == "" {
		format = "md"
	}
	_, err := os.Stat(out)
	return formPlace{destination: destination{folder: out, make: err != nil}, format: format, byOwner: by != ""}, nil
}

// path is where a form goes.
func (p formPlace) path(f narrative.Form) string {
	if p.file != "" {
		return p.file
	}
	name := fileName(f.Owner)
	if name == "" {
		name = "commentary"
	}
	return filepath.Join(p.folder, name+"."+p.format)
}

// write writes outputs where there is nothing yet: an owner's words in a file
// of the same name would be lost.
func (p formPlace) write(outputs []output) error {
	if at := slices.IndexFunc(outputs, func(o output) bool { return isFile(o.path) }); at >= 0 {
		return &report.Failure{
			Message: outputs[at].path + " is there already and stays as it was",
			Hint:    "somebody may have written in it; name another place with --out, or move it first",
		}
	}
	return p.destination.write(outputs)
}

package main

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"

	"github.com/urfave/cli/v2"

	"panelpack/report"
	"panelpack/report/pdf/object"
	"panelpack/report/pdf/uacheck"
)

func verifyCommand() *cli.Command {
	return &cli.Command{
		Name:      "verify",
		Usage:     "see whether a PDF is accessible, as far as a machine can tell",
		ArgsUsage: "FILE.pdf",
		Description: `Looks at any PDF that you are about to publish, whoever made it, and lists
what keeps people who use a screen reader from it: each with its page and with
the rule of PDF/UA-1 that it breaks. The exit status is 1 when there is any.
Nothing is changed and nothing is sent anywhere.

A machine cannot judge meaning, so what a person must still look at is listed
too. What is asked of PDFs that are kept for ever (PDF/A) stands apart and
decides nothing.`,
		Flags: []cli.Flag{
			&cli.BoolFlag{Name: "json", Usage: "answer as data for another program", DisableDefaultText: true},
		},
		Action: verify,
	}
}

func verify(c *cli.Context) error {
	path, err := only(c, "PDF")
	if err != nil {
		return err
	}
	data, err := readInput(path, "a PDF")
	if err != nil {
		return err
	}
	progress := newProgress(c.App.ErrWriter)
	progress.step("looking at %s", path)
	found, err := uacheck.Check(data)
	progress.clear()
	if err != nil {
		return unjudged(path, data, found, err)
	}
	v := verdict{file: filepath.Base(path), data: data}
	for _, f := range found {
		if f.Standard == uacheck.UA {
			v.faults = append(v.faults, f)
		} else {
			v.archival = append(v.archival, f)
		}
	}
	if c.Bool("json") {
		err = v.writeJSON(c.App.Writer)
	} else {
		v.print(c.App.Writer)
	}
	if err == nil && len(v.faults) > 0 {
		err = errFound
	}
	return err
}

// unjudged says in plain words why a file could not be looked at.
func unjudged(path string, data []byte, found []uacheck.Finding, err error) error {
	const again = "make the PDF again from its Word document or workbook, and verify that"
	switch {
	case len(data) == 0:
		return &report.Failure{Message: path + " is empty", Hint: again}
	case errors.Is(err, object.ErrEncrypted):
		message := path + " is protected, so it cannot be looked at"
		for _, f := range found {
			message += "; and " + f.String()
		}
		return &report.Failure{Message: message, Hint: "save it without a password or restrictions: what is published needs none"}
	case bytes.HasPrefix(data, []byte("PK")):
		return &report.Failure{
			Message: path + " is an Office document, not a PDF",
			Hint:    "save it as a PDF first, with its structure tags for accessibility",
		}
	case errors.Is(err, object.ErrNotPDF) && !bytes.Contains(data, []byte("%PDF-")):
		return &report.Failure{Message: path + " is not a PDF", Hint: "name the PDF that is to be published"}
	}
	return &report.Failure{Message: fmt.Sprintf("%s is damaged: %v", path, err), Hint: again}
}

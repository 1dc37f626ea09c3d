package main

import (
	"fmt"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v2"

	"panelpack/report"
	"panelpack/report/rules"
	"panelpack/templates"
)

func rulebookCommand() *cli.Command {
	return &cli.Command{
		Name:  "rulebook",
		Usage: "print the default rulebook, or check one of your own",
		Description: `Prints the rulebook that is used when you have none of your own: the bands,
the categories, which commentary is required. To change it, save it as
rulebook.toml beside the workbook and edit it there:

   panelpack rulebook > rulebook.toml
   panelpack rulebook --check rulebook.toml`,
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "check", Usage: "look for mistakes in `FILE`, and say at which line they are"},
		},
		Action: rulebook,
	}
}

func rulebook(c *cli.Context) error {
	if c.Args().Present() {
		return badUsage("to check a file, write panelpack rulebook --check "+c.Args().First(),
			"rulebook takes no %q", c.Args().First())
	}
	if !c.IsSet("check") {
		_, err := c.App.Writer.Write(templates.RulebookTOML)
		return err
	}
	path := c.String("check")
	data, err := readInput(path, "a rulebook")
	if err != nil {
		return err
	}
	book, remarks := rules.Load(filepath.Base(path), data)
	printFindings(c.App.Writer, remarks)
	if book == nil {
		fmt.Fprintf(c.App.Writer, "panelpack: %s cannot be used: %s\n", path, strings.Join(severities(remarks), ", "))
		return errFound
	}
	fmt.Fprintf(c.App.Writer, "panelpack: %s can be used: %s\n", path, plural(count(remarks, report.Warning), "warning"))
	return nil
}

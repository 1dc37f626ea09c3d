package main

import (
	"path/filepath"

	"github.com/urfave/cli/v2"

	"panelpack/report/rules"
	"panelpack/templates"
)

func rulebookCommand() *cli.Command {
	return &cli.Command{
		Name:  "rulebook",
		Usage: "print the default rulebook, or check or try one of your own",
		Description: `Prints the rulebook that is used when you have none of your own: the bands,
the categories, which commentary is required. To change it, save it as
rulebook.toml beside the workbook and edit it there:

   panelpack rulebook > rulebook.toml
   panelpack rulebook --check rulebook.toml

Before new tolerances are agreed, see which metrics would change rating:

   panelpack rulebook --compare new.toml WORKBOOK`,
		Flags: append([]cli.Flag{
			&cli.StringFlag{Name: "check", Usage: "look for mistakes in `FILE`, and say at which line they are"},
			&cli.StringFlag{Name: "compare", Usage: "rate a workbook by `FILE` too, and list the metrics whose rating it would change"},
			&cli.BoolFlag{Name: "json", Usage: "with --compare, answer as data for another program", DisableDefaultText: true},
		}, readingFlags()...),
		Action: rulebook,
	}
}

func rulebook(c *cli.Context) error {
	if c.IsSet("compare") {
		if c.IsSet("check") {
			return badUsage("", "--check and --compare are two questions; ask them one at a time")
		}
		return compareRulebooks(c)
	}
	if c.Args().Present() {
		return badUsage("to check a file, write panelpack rulebook --check "+c.Args().First(),
			"rulebook takes no %q", c.Args().First())
	}
	for _, flag := range c.FlagNames() {
		if flag != "check" {
			return badUsage(compareUsage, "--%s is of use with --compare only", flag)
		}
	}
	if c.IsSet("check") {
		return checkRulebook(c, c.String("check"))
	}
	_, err := c.App.Writer.Write(templates.RulebookTOML)
	return err
}

func checkRulebook(c *cli.Context, path string) error {
	data, err := readInput(path, "a rulebook")
	if err != nil {
		return err
	}
	book, remarks := rules.Load(filepath.Base(path), data)
	return tellUsable(c.App.Writer, path, book != nil, remarks)
}

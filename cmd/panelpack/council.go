package main

import (
	"path/filepath"

	"github.com/urfave/cli/v2"

	"panelpack/report"
	"panelpack/report/council"
	"panelpack/templates"
)

// councilFile is the name of the council's own file that is looked for beside a
// workbook.
const councilFile = "council.toml"

func councilCommand() *cli.Command {
	return &cli.Command{
		Name:  "council",
		Usage: "print a file for your council's own details, or check yours",
		Description: `Prints a file in which to say who the pack is for, whom to ask about it, on
which days the council is closed, and the look of your papers: a logo, two
colours, a title. Save it as council.toml beside the workbook and fill in what
you want:

   panelpack council > council.toml
   panelpack council --check council.toml`,
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "check", Usage: "look for mistakes in `FILE`, and say at which line they are"},
		},
		Action: printOrCheckCouncil,
	}
}

func printOrCheckCouncil(c *cli.Context) error {
	if c.Args().Present() {
		return badUsage("to check a file, write panelpack council --check "+c.Args().First(),
			"council takes no %q", c.Args().First())
	}
	if !c.IsSet("check") {
		_, err := c.App.Writer.Write(templates.CouncilTOML)
		return err
	}
	path := c.String("check")
	theirs, remarks, err := readCouncil(path)
	if err != nil {
		return err
	}
	return tellUsable(c.App.Writer, path, theirs != nil, remarks)
}

// readCouncil reads the council's file at path, and the logo beside it.
func readCouncil(path string) (*council.Council, []report.Finding, error) {
	data, err := readInput(path, "a council's file")
	if err != nil {
		return nil, nil, err
	}
	beside := func(name string) ([]byte, error) {
		return readInput(filepath.Join(filepath.Dir(path), name), "a picture")
	}
	theirs, remarks := council.Read(filepath.Base(path), data, beside)
	return theirs, remarks, nil
}

// loadCouncil loads the council's file that was named, or the one beside the
// workbook; without either nothing is said of the council. Its mistakes are
// printed all together.
func (r request) loadCouncil() (*council.Council, []report.Finding, error) {
	path := r.fileFor(r.council, councilFile, "with the council's details in")
	if path == "" {
		return &council.Council{}, nil, nil
	}
	theirs, remarks, err := readCouncil(path)
	if err != nil {
		return nil, nil, err
	}
	if theirs == nil {
		return nil, nil, r.unusable(path, remarks, "council")
	}
	return theirs, remarks, nil
}

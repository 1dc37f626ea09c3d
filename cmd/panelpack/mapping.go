package main

import (
	"fmt"

	"github.com/urfave/cli/v2"

	"panelpack/report"
	"panelpack/report/council"
	"panelpack/report/mapping"
	"panelpack/report/settings"
)

// writeMapping writes how the workbook was understood into the council's file
// at path, and leaves all else in it as it was. What the file says of the
// workbook already is followed, and so stays.
func (r request) writeMapping(c *cli.Context, path string) error {
	if r.council != "" && r.council != path {
		return badUsage("leave --council out: the mapping that is there is followed", "--write-mapping %q and --council %q are two files", path, r.council)
	}
	for _, other := range []string{"cell", "json"} {
		if c.IsSet(other) {
			return badUsage("", "--%s and --write-mapping are two questions; ask them one at a time", other)
		}
	}
	var before []byte
	theirs := &council.Council{}
	if isFile(path) {
		var err error
		r.council = path
		if theirs, _, err = r.loadCouncil(); err != nil {
			return err
		}
		if before, err = readInput(path, "a council's file"); err != nil {
			return err
		}
	}
	u, err := r.understand(theirs.Workbook)
	if err != nil {
		return err
	}
	m := u.Mapping()
	made := output{path, settings.Replace(before, "workbook", m.Text())}
	if err := writeAll([]output{made}); err != nil {
		return err
	}
	// What was in the file and is not in the workbook has gone from it now.
	printFindings(r.stderr, differences(u.Submission, theirs.Workbook))
	fmt.Fprintf(c.App.Writer, "%s: %s and %s\n", madeLine(made), plural(len(m.Sheets), "sheet"), plural(len(m.Metrics), "metric"))
	return nil
}

// differences are the findings about what a mapping has and the workbook does
// not.
func differences(sub *report.Submission, m *mapping.Mapping) []report.Finding {
	var some []report.Finding
	for _, f := range sub.Findings {
		if m != nil && f.File == m.File {
			some = append(some, f)
		}
	}
	return some
}

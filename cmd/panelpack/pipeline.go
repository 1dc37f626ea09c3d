package main

import (
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"sync"

	"github.com/urfave/cli/v2"

	"panelpack/report"
	"panelpack/report/chart"
	"panelpack/report/mapping"
	"panelpack/report/narrative"
	"panelpack/report/printable"
	"panelpack/report/rules"
	"panelpack/report/workbook"
	"panelpack/templates"
)

// The names of the rulebook: of the file that is looked for beside a workbook,
// and of the one that is built in.
const (
	rulebookFile    = "rulebook.toml"
	defaultRulebook = "default rulebook"
)

// A request is what the commands that read a workbook have in common.
type request struct {
	workbook string
	council  string          // empty for council.toml beside the workbook, or none
	rulebook string          // empty for the one beside the workbook, or the default
	sent     []string        // files and folders of commentary
	previous *report.Earlier // last month's pack; nil where none is named
	period   report.Period
	date     report.Date
	final    bool
	stderr   io.Writer
	progress *progress
}

// readingFlags are the options of every command that reads a workbook.
func readingFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "period", Usage: "report on `PERIOD`, such as 2022-09 or 2022/23-Q2, instead of the one that the workbook names or has figures for"},
		&cli.StringFlag{Name: "date", Usage: "date the pack `DATE`, such as 2022-11-03, instead of the latest day that a figure in the workbook belongs to"},
		&cli.StringFlag{Name: "council", Usage: "take the council's details and house style from `FILE` instead of council.toml beside the workbook"},
		&cli.StringFlag{Name: "rulebook", Usage: "rate by `FILE` instead of rulebook.toml beside the workbook, or the default rulebook"},
	}
}

// requestOf reads the flags that commands have in common.
func requestOf(c *cli.Context, path string) (request, error) {
	r := request{
		workbook: path, council: c.String("council"), rulebook: c.String("rulebook"), sent: c.StringSlice("commentary"), final: c.Bool("final"),
		stderr: c.App.ErrWriter, progress: newProgress(c.App.ErrWriter),
	}
	var err error
	if s := c.String("period"); s != "" {
		if r.period, err = report.ParsePeriod(s); err != nil {
			return r, badUsage("", "--period %v", err)
		}
	}
	if s := c.String("date"); s != "" {
		if r.date, err = report.ParseDate(s); err != nil {
			return r, badUsage("", "--date %v", err)
		}
	}
	r.previous, err = readPrevious(c.String("previous"))
	return r, err
}

// pack takes the workbook through every stage up to the finished pack.
func (r request) pack() (*report.Pack, error) {
	defer r.progress.clear()
	r.progress.step("reading %s", r.workbook)
	theirs, ofCouncil, err := r.loadCouncil()
	if err != nil {
		return nil, err
	}
	rulebook, err := r.openRulebook()
	if err != nil {
		return nil, err
	}
	sub, err := r.submission(theirs.Workbook)
	if err != nil {
		return nil, err
	}
	sub.Details = theirs.Complete(sub.Details)
	book, remarks, err := rulebook()
	if err != nil {
		return nil, err
	}
	r.progress.step("judging %s", plural(len(sub.Series), "metric"))
	files, unread, err := readCommentary(r.sent)
	if err != nil {
		return nil, err
	}
	collected, found := narrative.Read(sub, files...)
	// Findings of every input go the same way from here on.
	sub.Findings = slices.Concat(ofCouncil, remarks, sub.Findings, unread, found)
	assessed := rules.Assess(sub, book, rules.Options{Period: r.period, Closed: theirs.Closed, HasCommentary: collected.Has, Previous: r.previous})
	return narrative.Fill(assessed, collected, narrative.Options{
		Date: r.date, Final: r.final, Program: "panelpack " + version, ScalePolicy: chart.ScalePolicy,
		House: theirs.House, Head: theirs.Head,
		Previous: r.previous,
	}), nil
}

// submission reads the workbook by a mapping, or as it looks where that is nil.
func (r request) submission(m *mapping.Mapping) (*report.Submission, error) {
	data, err := readWorkbook(r.workbook)
	if err != nil {
		return nil, err
	}
	sub, err := workbook.Read(filepath.Base(r.workbook), data, workbook.Options{Mapping: m})
	if err != nil {
		return nil, err
	}
	if !r.period.IsZero() && !covers(sub, r.period) {
		return nil, &report.Failure{
			Message: fmt.Sprintf("%s has no column for %s", sub.Source.File, r.period.Words()),
			Hint:    "name a period that the workbook has, or leave --period out",
		}
	}
	r.tellIfOpen()
	sub.Findings = append(sub.Findings, printable.Submission(sub)...)
	return sub, nil
}

// covers reports whether any metric of sub has period p.
func covers(sub *report.Submission, p report.Period) bool {
	for i := range sub.Series {
		if _, ok := sub.Series[i].At(p); ok {
			return true
		}
	}
	return false
}

// tellIfOpen says that Excel has the workbook open, since what nobody has
// saved is not in the file.
func (r request) tellIfOpen() {
	folder, base := filepath.Split(r.workbook)
	if isFile(filepath.Join(folder, lockPrefix+base)) {
		r.say("%s is open in Excel; what has not been saved there is not in this", r.workbook)
	}
}

// openRulebook opens the rulebook that was named, or the one beside the
// workbook, or the default, and begins to load it. What it answers waits for
// that; the mistakes of a rulebook are printed all together.
func (r request) openRulebook() (func() (*rules.Rulebook, []report.Finding, error), error) {
	path := r.fileFor(r.rulebook, rulebookFile, "rating by")
	name, data := defaultRulebook, templates.RulebookTOML
	if path != "" {
		var err error
		if data, err = readInput(path, "a rulebook"); err != nil {
			return nil, err
		}
		name = filepath.Base(path)
	}
	load := sync.OnceValues(func() (*rules.Rulebook, []report.Finding) { return rules.Load(name, data) })
	go load()
	return func() (*rules.Rulebook, []report.Finding, error) {
		book, remarks := load()
		if book == nil {
			return nil, nil, r.unusable(path, remarks, "rulebook")
		}
		return book, remarks, nil
	}, nil
}

// loadRulebook is openRulebook for those who have nothing to do meanwhile.
func (r request) loadRulebook() (*rules.Rulebook, []report.Finding, error) {
	rulebook, err := r.openRulebook()
	if err != nil {
		return nil, nil, err
	}
	return rulebook()
}

// say prints one line about the run itself.
func (r request) say(format string, args ...any) {
	r.progress.clear()
	fmt.Fprintf(r.stderr, "panelpack: "+format+"\n", args...)
}

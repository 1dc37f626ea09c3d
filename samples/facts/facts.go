// Package facts holds what the sample workbook is made from: one council's 38
// metrics, month by month, as files that a person can read and check. It
// reads the files and judges nothing.
package facts

import (
	"embed"
	"encoding/csv"
	"fmt"
	"strings"
)

//go:embed *.csv notes.txt
var files embed.FS

// Row is one line of a file, by the words of its first line.
type Row map[string]string

// Facts are all the files, each list in the order of its file.
type Facts struct {
	Panel     Row   // by field
	Metrics   []Row // metrics.csv
	Snapshots []Row
	Forecasts []Row
	Events    []Row
	Findings  []Row

	Months     []string            // of the series, such as "2022-09"
	Actuals    map[string][]string // by ref, one text a month as the workbook is to show it; empty where none is due
	Targets    map[string][]string // by ref, the incremental target of each month
	Commentary map[string]string   // by ref, for the metrics that have some
	Notes      []string            // lines of notes.txt, headings with "# " before them
}

// Load reads the files. An error means that the files do not fit each other.
func Load() (*Facts, error) {
	f := &Facts{Panel: Row{}, Commentary: map[string]string{}}
	tables := map[string]*[]Row{
		"metrics.csv": &f.Metrics, "snapshots.csv": &f.Snapshots, "forecasts.csv": &f.Forecasts,
		"events.csv": &f.Events, "findings.csv": &f.Findings,
	}
	for name, into := range tables {
		rows, err := table(name)
		if err != nil {
			return nil, err
		}
		*into = rows
	}
	if err := f.loadWords(); err != nil {
		return nil, err
	}
	return f, f.loadSeries()
}

func (f *Facts) loadWords() error {
	panel, err := table("panel.csv")
	if err != nil {
		return err
	}
	for _, row := range panel {
		f.Panel[row["field"]] = row["value"]
	}
	commentary, err := table("commentary.csv")
	if err != nil {
		return err
	}
	for _, row := range commentary {
		f.Commentary[row["ref"]] = row["commentary"]
	}
	notes, err := files.ReadFile("notes.txt")
	f.Notes = strings.Split(strings.TrimSpace(string(notes)), "\n")
	return err
}

// loadSeries reads the actuals, and spreads each step of the targets over the
// months from the one it stands under up to the next.
func (f *Facts) loadSeries() error {
	months, actuals, err := grid("series.csv")
	if err != nil {
		return err
	}
	from, steps, err := grid("steps.csv")
	if err != nil {
		return err
	}
	f.Months, f.Actuals, f.Targets = months, actuals, map[string][]string{}
	for _, metric := range f.Metrics {
		ref := metric["ref"]
		if actuals[ref] == nil || steps[ref] == nil {
			return fmt.Errorf("%s: no series or no steps", ref)
		}
		f.Targets[ref] = spread(months, from, steps[ref], actuals[ref])
	}
	return nil
}

// spread is the target of each month. A month in which no actual is due has no
// target either, as between the surveys of a quarter.
func spread(months, from, steps, actuals []string) []string {
	targets := make([]string, len(months))
	step := 0
	for i, month := range months {
		for step+1 < len(from) && from[step+1] <= month {
			step++
		}
		if actuals[i] != "" {
			targets[i] = steps[step]
		}
	}
	return targets
}

func table(name string) ([]Row, error) {
	header, lines, err := readLines(name)
	if err != nil {
		return nil, err
	}
	var rows []Row
	for _, line := range lines {
		row := Row{}
		for i, word := range header {
			row[word] = line[i]
		}
		rows = append(rows, row)
	}
	return rows, nil
}

// grid reads a file of months across and refs down.
func grid(name string) (months []string, byRef map[string][]string, err error) {
	header, lines, err := readLines(name)
	if err != nil {
		return nil, nil, err
	}
	byRef = map[string][]string{}
	for _, line := range lines {
		byRef[line[0]] = line[1:]
	}
	return header[1:], byRef, nil
}

// readLines reads a file of values parted by commas. Its first line is the
// header, and all others are as long.
func readLines(name string) (header []string, rest [][]string, err error) {
	file, err := files.Open(name)
	if err != nil {
		return nil, nil, err
	}
	defer file.Close()
	all, err := csv.NewReader(file).ReadAll()
	if err != nil {
		return nil, nil, fmt.Errorf("%s: %w", name, err)
	}
	if len(all) == 0 {
		return nil, nil, fmt.Errorf("%s: no lines", name)
	}
	return all[0], all[1:], nil
}

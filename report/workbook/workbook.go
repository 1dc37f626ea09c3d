// Package workbook reads a council's Excel performance workbook into a
// [report.Submission], each figure with the cell it was read from, and tells
// an officer of every cell that needs a person's attention. It is the only
// package that reads or writes Excel files.
//
// It reads in four steps, each a value of its own: the cells of a sheet,
// strictly (grid); the blocks of cells that hang together (view); the tables
// found in them, with their headings, periods and columns (table); and the
// metrics that their lines give (draft). The words it goes by stand in
// words.txt.
//
// It never guesses at a figure: what cannot be read as a number, or may be on
// either of two scales, is unreadable and a finding asks. It rates nothing,
// adds nothing up and changes no workbook.
package workbook

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"panelpack/report"
	"panelpack/report/mapping"
)

// Options are what a workbook does not say of itself. The zero Options are
// the usual ones.
type Options struct {
	// Mapping is what the council says of the workbook's layout; nil where it
	// says nothing. It wins over what the workbook looks like.
	Mapping *mapping.Mapping
}

// Read reads the workbook in data. Its name is used in messages only.
//
// An error means that nothing can be made of the file and is a
// [*report.Failure], in words for the officer; everything less is a finding of
// the submission.
func Read(name string, data []byte, opts Options) (*report.Submission, error) {
	u, err := Understand(name, data, opts)
	if err != nil {
		return nil, err
	}
	if len(u.Submission.Series) == 0 {
		return nil, &report.Failure{
			Message: fmt.Sprintf("%s has no scorecard: no sheet has metrics with figures for named periods%s", baseName(name), u.reasons()),
			Hint:    "a scorecard has its months or quarters in a row of headings, and a row for each metric beneath",
		}
	}
	return u.Submission, nil
}

// Understand reads the workbook in data as [Read] does, and says of each sheet
// how it was read and why. A workbook without a scorecard is no error here.
func Understand(name string, data []byte, opts Options) (*Understanding, error) {
	w, err := vocabulary(opts.Mapping)
	if err != nil {
		return nil, err
	}
	grids, err := readGrids(name, data)
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(data)
	source := report.Source{File: baseName(name), SHA256: hex.EncodeToString(sum[:])}
	ds := newDrafts(source.File, w, opts.Mapping)
	return ds.understand(source, grids), nil
}

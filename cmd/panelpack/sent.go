package main

import (
	"os"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v2"

	"panelpack/report"
	"panelpack/report/narrative"
	"panelpack/report/record"
	"panelpack/report/workbook"
)

// previousFlag names last month's record.
func previousFlag() cli.Flag {
	return &cli.StringFlag{Name: "previous", Usage: "compare with last month's record `FILE` (.json): its metrics, figures, ratings and commentary"}
}

// commentaryFlag names what was sent.
func commentaryFlag() cli.Flag {
	return &cli.StringSliceFlag{Name: "commentary", Usage: "read commentary from `PLACE` too: a file or a folder of them, as panelpack commentary makes them; it wins over the workbook's"}
}

// readPrevious reads last month's record; nil where none is named.
func readPrevious(path string) (*report.Earlier, error) {
	if path == "" {
		return nil, nil
	}
	data, err := readInput(path, "a record")
	if err != nil {
		return nil, err
	}
	return record.Read(filepath.Base(path), data)
}

// readCommentary reads the files and folders named with --commentary: files
// first and then the folders, since what is read later wins. The findings tell
// of files in a folder that are not read, and of commentary that cannot be used.
func readCommentary(paths []string) ([]narrative.File, []report.Finding, error) {
	var files, inFolders []string
	var found []report.Finding
	for _, path := range paths {
		entries, err := os.ReadDir(path)
		if err != nil {
			files = append(files, path)
			continue
		}
		for _, e := range entries {
			switch name := e.Name(); {
			case e.IsDir() || strings.HasPrefix(name, ".") || strings.HasPrefix(name, lockPrefix):
			case isCommentary(name):
				inFolders = append(inFolders, filepath.Join(path, name))
			default:
				found = append(found, report.Finding{
					Severity: report.Warning, File: name,
					Message: "the file is neither text (.md, .txt) nor a workbook (.xlsx); it is not read",
					Hint:    "if it has commentary, paste that into a file that panelpack commentary makes",
				})
			}
		}
	}
	var all []narrative.File
	for _, path := range append(files, inFolders...) {
		f, told, err := readCommentaryFile(path)
		if err != nil {
			return nil, nil, err
		}
		all, found = append(all, f), append(found, told...)
	}
	return all, found, nil
}

func isCommentary(name string) bool {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".md", ".txt", ".xlsx":
		return true
	}
	return false
}

func readCommentaryFile(path string) (narrative.File, []report.Finding, error) {
	data, err := readInput(path, "a file of commentary")
	name := filepath.Base(path)
	switch {
	case err != nil:
		return narrative.File{}, nil, err
	case !isCommentary(name):
		return narrative.File{}, nil, &report.Failure{
			Message: path + " is neither text (.md, .txt) nor a workbook (.xlsx)",
			Hint:    "panelpack commentary makes files to write commentary in",
		}
	case strings.EqualFold(filepath.Ext(name), ".xlsx"):
		rows, told, err := workbook.ReadCommentary(name, data)
		return narrative.File{Name: name, Rows: rows}, told, err
	}
	return narrative.File{Name: name, Data: data}, nil, nil
}

package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"panelpack/report"
)

// maxInput is the size in bytes above which a file is not read. Workbooks of
// whole government departments stay below half of it.
const maxInput = 100 << 20

// lockPrefix begins the name of the note that Excel leaves beside a workbook
// that it has open.
const lockPrefix = "~$"

// readWorkbook is the content of the workbook at path. Excel's own note beside
// an open workbook is not read: Windows keeps it locked, and its name says
// enough for the importer to refuse it.
func readWorkbook(path string) ([]byte, error) {
	if strings.HasPrefix(filepath.Base(path), lockPrefix) {
		return nil, nil
	}
	return readInput(path, "a workbook")
}

// readInput is the content of the file at path, which should be what.
func readInput(path, what string) ([]byte, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, unreadable(path, err)
	}
	if info.IsDir() {
		return nil, &report.Failure{
			Message: fmt.Sprintf("%s is a folder, not %s", path, what),
			Hint:    "name the file in it",
		}
	}
	if !info.Mode().IsRegular() {
		return nil, &report.Failure{Message: fmt.Sprintf("%s is not a file", path), Hint: "name " + what + " saved on a disk"}
	}
	if info.Size() > maxInput {
		return nil, &report.Failure{
			Message: fmt.Sprintf("%s has %d MB, more than the %d MB that are read", path, info.Size()>>20, maxInput>>20),
			Hint:    "save a smaller copy, with fewer sheets or smaller pictures",
		}
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, unreadable(path, err)
	}
	return data, nil
}

// unreadable says in plain words why the file at path cannot be read.
func unreadable(path string, err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return &report.Failure{
			Message: path + " does not exist",
			Hint:    "look at the spelling and the folder; a name with spaces in it needs quotes around it",
		}
	case errors.Is(err, fs.ErrPermission):
		return &report.Failure{
			Message: path + " may not be read by you",
			Hint:    "ask its owner, or copy it to a folder of your own",
		}
	case isLocked(err):
		return &report.Failure{
			Message: path + " is held open by another program",
			Hint:    "close it there, then try again",
		}
	}
	return &report.Failure{Message: fmt.Sprintf("%s cannot be read: %v", path, cause(err))}
}

// cause is what the system says, without the operation and the path that Go
// puts before it.
func cause(err error) error {
	var at *fs.PathError
	if errors.As(err, &at) {
		return at.Err
	}
	var link *os.LinkError
	if errors.As(err, &link) {
		return link.Err
	}
	return err
}

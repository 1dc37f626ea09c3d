package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"panelpack/report"
)

// An output is a file to be written, complete.
type output struct {
	path string
	data []byte
}

// partial ends the name of a file that is not complete yet.
const partial = ".partial"

// writeAll writes all outputs or none. Each is written beside its place and
// then put there in one step, so that nobody ever opens half a file. Where a
// later one fails, the earlier ones are put back as they were.
func writeAll(outputs []output) error {
	defer func() {
		for _, o := range outputs {
			// Gone already where it was put in its place.
			_ = os.Remove(o.path + partial)
		}
	}()
	for _, o := range outputs {
		if err := os.WriteFile(o.path+partial, o.data, 0o666); err != nil {
			return unwritable(o.path, err)
		}
	}
	var undo []func()
	for _, o := range outputs {
		restore, err := replace(o.path)
		if err != nil {
			for _, restore := range undo {
				restore()
			}
			return unwritable(o.path, err)
		}
		undo = append(undo, restore)
	}
	return nil
}

// replace puts the partial file of path in its place and answers how to take
// it back.
func replace(path string) (restore func(), err error) {
	before, err := os.ReadFile(path)
	isNew := errors.Is(err, fs.ErrNotExist)
	if err != nil && !isNew {
		return nil, err
	}
	if err := os.Rename(path+partial, path); err != nil {
		return nil, err
	}
	return func() {
		// The failure that led here is the one to tell.
		if isNew {
			_ = os.Remove(path)
		} else {
			_ = os.WriteFile(path, before, 0o666)
		}
	}, nil
}

// unwritable says in plain words why the file at path cannot be written.
func unwritable(path string, err error) error {
	info, statErr := os.Stat(path)
	switch {
	case statErr == nil && info.IsDir():
		return &report.Failure{Message: path + " is a folder, and a file of that name cannot be written", Hint: "give another name with --out"}
	case errors.Is(err, fs.ErrNotExist):
		return &report.Failure{
			Message: fmt.Sprintf("%s cannot be written: there is no folder %s", path, filepath.Dir(path)),
			Hint:    "make the folder first, or name another with --out",
		}
	case statErr == nil && mayBeOpen(err):
		return &report.Failure{
			Message: path + " is open in another program and stays as it was",
			Hint:    "close it there, then try again; or give another name with --out",
		}
	case errors.Is(err, fs.ErrPermission):
		return &report.Failure{
			Message: path + " cannot be written: this folder or file is not yours to change",
			Hint:    "name a folder of your own with --out",
		}
	}
	return &report.Failure{
		Message: fmt.Sprintf("%s cannot be written: %v", path, cause(err)),
		Hint:    "name another place with --out",
	}
}

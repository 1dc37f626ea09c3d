package main

import (
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"panelpack/report"
)

// fileFor is the path of one of the files that an officer may change: the one
// that was named, or the one called name beside the workbook, which is said in
// the given words. It is empty where there is neither.
func (r request) fileFor(named, name, words string) string {
	beside := filepath.Join(filepath.Dir(r.workbook), name)
	if named != "" || !isFile(beside) {
		return named
	}
	r.say("%s %s, which is beside the workbook", words, beside)
	return beside
}

// unusable tells all mistakes of such a file, and is the failure that they
// bring about. Command is the one that checks the file.
func (r request) unusable(path string, remarks []report.Finding, command string) error {
	r.progress.clear()
	printFindings(r.stderr, remarks)
	return &report.Failure{
		Message: fmt.Sprintf("%s has %s and cannot be used", path, plural(count(remarks, report.Error), "error")),
		Hint:    "mend it, and look again with panelpack " + command + " --check " + path,
	}
}

// tellUsable is the answer to whether such a file can be used.
func tellUsable(w io.Writer, path string, usable bool, remarks []report.Finding) error {
	printFindings(w, remarks)
	if !usable {
		fmt.Fprintf(w, "panelpack: %s cannot be used: %s\n", path, strings.Join(severities(remarks), ", "))
		return errFound
	}
	said := "panelpack: " + path + " can be used"
	if n := count(remarks, report.Warning); n > 0 {
		said += ": " + plural(n, "warning")
	}
	fmt.Fprintln(w, said)
	return nil
}

package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestEveryCommandInTheDocs runs each line of the code blocks in the README
// and docs that begins with panelpack, beside the sample workbook under the
// name that the README uses, and looks for each target of make in the
// Makefile.
func TestEveryCommandInTheDocs(t *testing.T) {
	pages, err := filepath.Glob("../../docs/*.md")
	if err != nil || len(pages) < 8 {
		t.Fatalf("%d pages of docs: %v", len(pages), err)
	}
	var docs []string
	for _, page := range append([]string{"../../README.md"}, pages...) {
		docs = append(docs, readFile(t, page))
	}
	makefile, sample := readFile(t, "../../Makefile"), readFile(t, samplePath)
	t.Chdir(t.TempDir())
	writeFile(t, "q2.xlsx", sample)
	ran := 0
	for _, page := range docs {
		os.RemoveAll("forms") // which are never written over
		for _, line := range codeLines(page) {
			switch fields := strings.Fields(line); fields[0] {
			case "make":
				if !strings.Contains(makefile, "\n"+fields[1]+":") {
					t.Errorf("the docs say %q, and the Makefile has no such target", line)
				}
			case "panelpack":
				ran++
				runLine(t, line)
			}
		}
	}
	if ran < 8 {
		t.Errorf("only %d commands were found in the docs", ran)
	}
}

// codeLines is the lines of a Markdown text that are set as code, without
// their remarks.
func codeLines(markdown string) []string {
	var code []string
	for line := range strings.Lines(markdown) {
		line, isCode := strings.CutPrefix(line, "    ")
		line, _, _ = strings.Cut(line, "#")
		if line = strings.TrimSpace(line); isCode && line != "" {
			code = append(code, line)
		}
	}
	return code
}

// runLine runs one command as a shell would, as far as the docs need it,
// and expects it to succeed. A final pack of the sample is refused, since some
// of its commentary is missing.
func runLine(t *testing.T, line string) {
	t.Helper()
	command, file, toFile := strings.Cut(line, ">")
	args := strings.Fields(command)[1:]
	want := statusDone
	if strings.Contains(line, "--final") {
		want = statusFailed
	}
	var stdout, stderr bytes.Buffer
	if got := run(args, nil, &stdout, &stderr); got != want {
		t.Errorf("%q ends with status %d, want %d:\n%s", line, got, want, stderr.String())
	}
	if toFile {
		writeFile(t, strings.TrimSpace(file), stdout.String())
	}
	for i, arg := range args {
		if arg == "--out" && want == statusDone && !exists(args[i+1]) {
			t.Errorf("%q made no %s", line, args[i+1])
		}
	}
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

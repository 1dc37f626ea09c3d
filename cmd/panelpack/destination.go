package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"panelpack/report"
)

// formats are the files that a pack can be written as, by the ending of their
// names, and usualFormats those that are written when none is named.
var (
	formats      = []string{"pdf", "html", "json", "xlsx", "csv"}
	usualFormats = []string{"pdf", "json"}
)

// A destination is where a build goes, and in which formats.
type destination struct {
	formats []string
	file    string // of the one format; empty where files go into the folder
	folder  string
	base    string // of the files in the folder; empty for the pack's own name and period
	make    bool   // the folder is not there and is to be made
}

// destinationOf reads --out and --format. Without out, files go beside the
// workbook under the pack's own name. An out that is a folder, or that has no
// ending, takes files called pack; any other out is one file, whose ending
// says its format.
func destinationOf(workbook, out, formatList string) (destination, error) {
	wanted, err := parseFormats(formatList)
	if err != nil {
		return destination{}, err
	}
	if out == "" {
		return destination{folder: filepath.Dir(workbook), formats: wanted}, nil
	}
	info, statErr := os.Stat(out)
	isFolder := statErr == nil && info.IsDir()
	ending := strings.ToLower(strings.TrimPrefix(filepath.Ext(out), "."))
	if isFolder || ending == "" {
		return destination{folder: out, base: "pack", formats: wanted, make: !isFolder}, nil
	}
	if !slices.Contains(formats, ending) {
		return destination{}, badUsage("name a folder, or a file that ends in "+endings(),
			"--out %q ends in none of %s", out, endings())
	}
	if formatList != "" && !slices.Equal(wanted, []string{ending}) {
		return destination{}, badUsage("name a folder to have several formats",
			"--out %q is one file, and --format asks for %s", out, formatList)
	}
	return destination{file: out, formats: []string{ending}}, nil
}

func parseFormats(list string) ([]string, error) {
	if list == "" {
		return usualFormats, nil
	}
	var wanted []string
	for f := range strings.SplitSeq(strings.ToLower(list), ",") {
		f = strings.TrimSpace(f)
		if !slices.Contains(formats, f) {
			return nil, badUsage("it takes "+alternatives("", "and")+", with a comma between them",
				"--format %q is not known", f)
		}
		if !slices.Contains(wanted, f) {
			wanted = append(wanted, f)
		}
	}
	return wanted, nil
}

func endings() string { return alternatives(".", "or") }

// alternatives lists the formats, each after mark, with word before the last.
func alternatives(mark, word string) string {
	last := len(formats) - 1
	return mark + strings.Join(formats[:last], ", "+mark) + " " + word + " " + mark + formats[last]
}

// path is where the file of one format goes, for a pack of the given title and
// period.
func (d destination) path(format, title string, period report.Period) string {
	switch {
	case d.file != "":
		return d.file
	case d.base != "":
		return filepath.Join(d.folder, d.base+"."+format)
	}
	return filepath.Join(d.folder, fileName(title+" "+period.Words())+"."+format)
}

// write writes outputs, and first makes the folder where there is none. A
// folder made for a write that fails is taken away again.
func (d destination) write(outputs []output) error {
	if d.make {
		if err := os.Mkdir(d.folder, 0o777); err != nil {
			return unwritable(d.folder, err)
		}
	}
	err := writeAll(outputs)
	if err != nil && d.make {
		_ = os.Remove(d.folder)
	}
	return err
}

// spare refuses to write over the workbook that the outputs are made from.
func spare(workbook string, outputs []output) error {
	from, err := os.Stat(workbook)
	if err != nil {
		return unwritable(workbook, err)
	}
	for _, o := range outputs {
		if to, err := os.Stat(o.path); err == nil && os.SameFile(from, to) {
			return &report.Failure{
				Message: o.path + " is the workbook itself, which is never changed",
				Hint:    "name another place with --out",
			}
		}
	}
	return nil
}

// fileName is s without what Windows cannot have in the name of a file.
func fileName(s string) string {
	clean := strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`<>:"/\|?*`, r) {
			return '-'
		}
		return r
	}, s)
	return strings.Trim(clean, " .")
}

// madeLine tells of one file that was made.
func madeLine(o output) string {
	return fmt.Sprintf("made %s (%d KB)", o.path, (len(o.data)+1023)/1024)
}

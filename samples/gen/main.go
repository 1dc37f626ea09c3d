// Command gen makes the workbooks in samples: the sample from the facts in
// samples/facts, and those that try the program from samples/stress. They have
// the same bytes every time. Run it from the top of the project:
//
//	go run ./samples/gen          writes the workbooks into samples
//	go run ./samples/gen -check   says whether the workbooks there are those
package main

import (
	"bytes"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"panelpack/report"
	"panelpack/report/workbook"
	"panelpack/samples/facts"
	"panelpack/samples/stress"
)

// sampleName is the file name of the sample workbook, and stressFolder holds
// the workbooks that try the program.
const (
	sampleName   = "nel-2022-09.xlsx"
	stressFolder = "stress"
)

// kept is the size in bytes above which a workbook that tries the program is
// not kept in the project; tests make it when they need it.
const kept = 40_000

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

func run(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("gen", flag.ContinueOnError)
	flags.SetOutput(stderr)
	dir := flags.String("dir", "samples", "folder of the workbooks")
	check := flags.Bool("check", false, "write nothing; fail when a workbook there is another")
	if err := flags.Parse(args); err != nil {
		return 2
	}
	files, err := files()
	if err != nil {
		fmt.Fprintf(stderr, "gen: %v\n", err)
		return 1
	}
	for _, f := range files {
		said, err := f.put(*dir, *check)
		if err != nil {
			fmt.Fprintf(stderr, "gen: %v\n", err)
			return 1
		}
		fmt.Fprintln(stdout, said)
	}
	return 0
}

// file is a workbook with its place beneath the folder.
type file struct {
	name string
	data []byte
}

// files are all workbooks that the project keeps.
func files() ([]file, error) {
	made, err := sample()
	if err != nil {
		return nil, err
	}
	all := []file{{sampleName, made}}
	for _, p := range stress.All() {
		var b bytes.Buffer
		if err := workbook.Write(&b, p.Book()); err != nil {
			return nil, fmt.Errorf("%s: %w", p.Name, err)
		}
		if b.Len() <= kept {
			all = append(all, file{filepath.Join(stressFolder, p.Name+".xlsx"), b.Bytes()})
		}
	}
	return all, nil
}

// put writes f, or looks whether it is there already.
func (f file) put(dir string, check bool) (said string, err error) {
	path := filepath.Join(dir, f.name)
	if !check {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return "", err
		}
		return "made " + path, os.WriteFile(path, f.data, 0o644)
	}
	there, err := os.ReadFile(path)
	if err != nil {
		return "", err
	}
	if !bytes.Equal(f.data, there) {
		return "", fmt.Errorf("%s is not what the facts give; make it again without -check", path)
	}
	return path + " is what the facts give", nil
}

// sample is the sample workbook as a file.
func sample() ([]byte, error) {
	f, err := facts.Load()
	if err != nil {
		return nil, err
	}
	var file bytes.Buffer
	err = workbook.Write(&file, book(f))
	return file.Bytes(), err
}

// book is the workbook, its sheets in the order an officer would keep them.
func book(f *facts.Facts) *workbook.Book {
	return &workbook.Book{
		Title:  "Children's services performance workbook (" + f.Panel["status_note"] + ")",
		Author: "Sample",
		Date:   report.Date{Year: 2022, Month: 11, Day: 4},
		Sheets: []workbook.Sheet{
			notes(f), pack(f), scorecard(f), definitions(f), snapshots(f),
			forecasts(f), events(f), findings(f), commentary(f),
		},
	}
}

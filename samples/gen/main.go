// Command gen makes the sample workbook from the facts in samples/facts, the
// same bytes every time. Run it from the top of the project:
//
//	go run ./samples/gen          writes samples/nel-2022-09.xlsx
//	go run ./samples/gen -check   says whether the workbook there is that one
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
)

// sampleName is the file name of the sample workbook.
const sampleName = "nel-2022-09.xlsx"

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

func run(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("gen", flag.ContinueOnError)
	flags.SetOutput(stderr)
	dir := flags.String("dir", "samples", "folder of the workbook")
	check := flags.Bool("check", false, "write nothing; fail when the workbook there is another")
	if err := flags.Parse(args); err != nil {
		return 2
	}
	said, err := generate(filepath.Join(*dir, sampleName), *check)
	if err != nil {
		fmt.Fprintf(stderr, "gen: %v\n", err)
		return 1
	}
	fmt.Fprintln(stdout, said)
	return 0
}

func generate(path string, check bool) (said string, err error) {
	made, err := sample()
	if err != nil {
		return "", err
	}
	if !check {
		return "made " + path, os.WriteFile(path, made, 0o644)
	}
	there, err := os.ReadFile(path)
	if err != nil {
		return "", err
	}
	if !bytes.Equal(made, there) {
		return "", fmt.Errorf("%s is not what the facts give; make it again without -check", path)
	}
	return path + " is what the facts give", nil
}

// sample is the workbook as a file.
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

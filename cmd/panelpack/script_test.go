package main

import (
	"bytes"
	"encoding/hex"
	"errors"
	"flag"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"panelpack/report"
	"panelpack/report/workbook"
)

var update = flag.Bool("update", false, "rewrite what the scripts compare with from what the program does now")

// samplePath is the sample workbook, from this package's folder.
const samplePath = "../../samples/nel-2022-09.xlsx"

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"panelpack": main})
}

// TestScripts runs the real program by the scripts in testdata/script.
// Besides the usual commands they have
//
//	status N panelpack ...   run it and expect exit status N
//	files FOLDER NAME...     expect the folder to hold these and nothing else
//	workbook FILE GRID...    make a workbook from these text files
//	sample FILE              copy the sample workbook
//	big FILE MB              make a file of that many megabytes
//	bytes FILE HEX           make a file of these bytes
func TestScripts(t *testing.T) {
	sample, err := os.ReadFile(samplePath)
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:           "testdata/script",
		UpdateScripts: *update,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"status":   status,
			"files":    files,
			"workbook": makeWorkbook,
			"big":      makeBig,
			"bytes": func(ts *testscript.TestScript, _ bool, args []string) {
				content, err := hex.DecodeString(args[1])
				ts.Check(err)
				ts.Check(os.WriteFile(ts.MkAbs(args[0]), content, 0o666))
			},
			"sample": func(ts *testscript.TestScript, _ bool, args []string) {
				ts.Check(os.WriteFile(ts.MkAbs(args[0]), sample, 0o666))
			},
		},
	})
}

func status(ts *testscript.TestScript, _ bool, args []string) {
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	var exit *exec.ExitError
	if err := ts.Exec(args[1], args[2:]...); errors.As(err, &exit) {
		got = exit.ExitCode()
	} else {
		ts.Check(err)
	}
	if got != want {
		ts.Fatalf("%s ended with status %d, want %d", strings.Join(args[1:], " "), got, want)
	}
	accessible(ts)
}

func files(ts *testscript.TestScript, _ bool, args []string) {
	entries, err := os.ReadDir(ts.MkAbs(args[0]))
	ts.Check(err)
	var got []string
	for _, e := range entries {
		// The scripts' own folder for temporary files is not the program's.
		if e.Name() != ".tmp" {
			got = append(got, e.Name())
		}
	}
	want := slices.Sorted(slices.Values(args[1:]))
	if !slices.Equal(got, want) {
		ts.Fatalf("%s holds %q, want %q", args[0], got, want)
	}
}

func makeBig(ts *testscript.TestScript, _ bool, args []string) {
	megabytes, err := strconv.ParseInt(args[1], 10, 64)
	ts.Check(err)
	path := ts.MkAbs(args[0])
	ts.Check(os.WriteFile(path, nil, 0o666))
	ts.Check(os.Truncate(path, megabytes<<20))
}

// makeWorkbook makes a workbook from lines of text: "= Name" begins a sheet,
// and every other line is a row with "|" between its cells. Numbers, dates
// (2022-11-17) and months (2022-09) become what Excel has for them.
func makeWorkbook(ts *testscript.TestScript, _ bool, args []string) {
	var grid string
	for _, name := range args[1:] {
		grid += ts.ReadFile(name)
	}
	var file bytes.Buffer
	ts.Check(workbook.Write(&file, bookOf(grid)))
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), file.Bytes(), 0o666))
}

func bookOf(grid string) *workbook.Book {
	book := &workbook.Book{}
	for line := range strings.Lines(grid) {
		line = strings.TrimSpace(line)
		if name, ok := strings.CutPrefix(line, "= "); ok {
			book.Sheets = append(book.Sheets, workbook.Sheet{Name: name})
			continue
		}
		var row []workbook.Entry
		for cell := range strings.SplitSeq(line, "|") {
			row = append(row, entryOf(strings.TrimSpace(cell)))
		}
		sheet := &book.Sheets[len(book.Sheets)-1]
		sheet.Rows = append(sheet.Rows, row)
	}
	return book
}

func entryOf(cell string) workbook.Entry {
	if cell == "" {
		return workbook.Entry{}
	}
	if n, err := strconv.Atoi(cell); err == nil {
		return workbook.Entry{Value: n}
	}
	if f, err := strconv.ParseFloat(cell, 64); err == nil {
		return workbook.Entry{Value: f}
	}
	switch p, _ := report.ParsePeriod(cell); p.Kind() {
	case report.Month:
		return workbook.Entry{Value: p.Start(), Style: workbook.Style{Format: "mmm-yy"}}
	case report.Day:
		return workbook.Entry{Value: p.Start(), Style: workbook.Style{Format: "d mmm yyyy"}}
	}
	return workbook.Entry{Value: cell}
}

// Command panelpack turns a council's Excel performance workbook into the pack
// that its scrutiny panel reads.
//
// It reads the arguments, opens and writes the files, prints findings and
// progress, and sets the exit status: 0 when the work is done, 1 when it could
// not be done or a check found errors, 2 for a wrong command line. What is in
// a workbook, how it is judged and how it looks on a page is for the packages
// under report.
package main

import (
	"os"
	"runtime/debug"
)

// version is set when the program is built for others.
var version = "development"

// spareMemory is how far memory may grow before what is no longer used is
// collected, in per cent of what is used. The program ends within seconds, so
// collecting more often costs a fifth of its time and saves it little: 10 MB
// for a pack of 38 metrics.
const spareMemory = 400

func main() {
	debug.SetGCPercent(spareMemory)
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

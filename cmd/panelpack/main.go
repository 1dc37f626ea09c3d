// Command panelpack turns a council's Excel performance workbook into the pack
// that its scrutiny panel reads.
//
// It reads the arguments, opens and writes the files, prints findings and
// progress, and sets the exit status: 0 when the work is done, 1 when it could
// not be done or a check found errors, 2 for a wrong command line. What is in
// a workbook, how it is judged and how it looks on a page is for the packages
// under report.
package main

import "os"

// version is set when the program is built for others.
var version = "development"

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

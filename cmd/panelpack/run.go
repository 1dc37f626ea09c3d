package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/urfave/cli/v2"

	"panelpack/report"
)

// The exit statuses.
const (
	statusDone   = 0
	statusFailed = 1 // the work could not be done, or a check found errors
	statusUsage  = 2 // the command line is wrong
)

// errFound is a check that found errors, all of them printed already.
var errFound = errors.New("errors were found")

// usageError is a wrong command line.
type usageError struct{ report.Failure }

func badUsage(hint, format string, args ...any) error {
	return &usageError{report.Failure{Message: fmt.Sprintf(format, args...), Hint: hint}}
}

// run is the whole program: args are the arguments without the program's name,
// and the answer is the exit status.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	app := newApp(stdin, stdout, stderr)
	named := len(args) > 0 && app.Command(args[0]) != nil
	if !named {
		// A program started by its icon has a window that closes when it ends.
		defer holdWindow(stdin, stderr)
	}
	args, err := arrange(app, args)
	if err == nil {
		err = app.Run(append([]string{app.Name}, args...))
	}
	return conclude(err, stderr)
}

// conclude prints err, if it is one that has not been printed, and gives the
// status that goes with it.
func conclude(err error, stderr io.Writer) int {
	var wrong *usageError
	var failure *report.Failure
	switch {
	case err == nil:
		return statusDone
	case errors.Is(err, errFound):
		return statusFailed
	case errors.As(err, &wrong):
		printFailure(stderr, &wrong.Failure)
		return statusUsage
	case errors.As(err, &failure):
		printFailure(stderr, failure)
	default:
		printFailure(stderr, &report.Failure{Message: err.Error()})
	}
	return statusFailed
}

func printFailure(w io.Writer, f *report.Failure) {
	fmt.Fprintf(w, "panelpack: %s\n", f.Message)
	if f.Hint != "" {
		fmt.Fprintf(w, "panelpack: hint: %s\n", f.Hint)
	}
}

func newApp(stdin io.Reader, stdout, stderr io.Writer) *cli.App {
	app := &cli.App{
		Name:                  "panelpack",
		Usage:                 "turns a council's performance workbook into the pack its scrutiny panel reads",
		Version:               version,
		Reader:                stdin,
		Writer:                stdout,
		ErrWriter:             stderr,
		HideHelpCommand:       true,
		CustomAppHelpTemplate: appHelp,
		Commands: []*cli.Command{
			buildCommand(), checkCommand(), inspectCommand(), traceCommand(), chartCommand(), commentaryCommand(),
			rulebookCommand(), councilCommand(), templateCommand(), verifyCommand(),
		},
		Action:       unknownCommand,
		OnUsageError: onUsageError,
		// The name of a file may have a comma in it.
		DisableSliceFlagSeparator: true,
		// The library would end the program itself.
		ExitErrHandler: func(*cli.Context, error) {},
	}
	for _, c := range app.Commands {
		c.HideHelpCommand = true
		c.CustomHelpTemplate = commandHelp
		c.OnUsageError = onUsageError
	}
	return app
}

// unknownCommand answers a command line that begins with no command and is not
// a workbook alone.
func unknownCommand(c *cli.Context) error {
	const hint = "panelpack --help lists the commands"
	args := c.Args().Slice()
	switch {
	case len(args) == 0:
		return badUsage(hint, "no workbook and no command is named")
	case !isFile(args[0]) && strings.ContainsAny(args[0], `./\`):
		_, err := readInput(args[0], "a workbook")
		return err
	case !isFile(args[0]):
		return badUsage(hint+"; a name with spaces in it needs quotes around it", "%q is neither a command nor a file", args[0])
	case isFile(args[1]):
		return badUsage("name one workbook at a time", "%q and %q are two files", args[0], args[1])
	}
	return badUsage("panelpack build "+strings.Join(args, " "), "%q stands without a command before the workbook", args[1])
}

// onUsageError takes the answer out of the library's hands, which prints it to
// standard output.
func onUsageError(c *cli.Context, err error, _ bool) error {
	return badUsage(helpOf(c.Command), "%v", err)
}

func helpOf(c *cli.Command) string {
	return "panelpack " + c.Name + " --help lists what can be given"
}

func isFile(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular()
}

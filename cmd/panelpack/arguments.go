package main

import (
	"slices"
	"strings"

	"github.com/urfave/cli/v2"
)

// arrange brings a command line into the one order that the library reads:
// command, flags, arguments. It answers flags that the command does not know,
// and turns a single argument that is a file into a build of it.
func arrange(app *cli.App, args []string) ([]string, error) {
	if len(args) == 1 && app.Command(args[0]) == nil && isFile(args[0]) {
		return []string{"build", "--", args[0]}, nil
	}
	if len(args) == 0 || args[0] == "" {
		return nil, nil
	}
	command := app.Command(args[0])
	if command == nil {
		return beforeAnyCommand(args)
	}
	flags, rest, err := sortOut(command, args[1:])
	if err != nil {
		return nil, err
	}
	return append(append(append([]string{args[0]}, flags...), "--"), rest...), nil
}

// beforeAnyCommand is a command line that begins with no command: one of the
// program's own flags, or something for unknownCommand to answer.
func beforeAnyCommand(args []string) ([]string, error) {
	flag := args[0]
	if !strings.HasPrefix(flag, "-") {
		return append([]string{"--"}, args...), nil
	}
	for _, f := range []cli.Flag{cli.HelpFlag, cli.VersionFlag} {
		if slices.Contains(f.Names(), strings.TrimLeft(flag, "-")) {
			return args[:1], nil
		}
	}
	return nil, badUsage("write the command first, such as panelpack build WORKBOOK", "%q stands before any command", flag)
}

// sortOut parts args into flags, each with its value, and all else, in their
// order. What follows "--" is never a flag.
func sortOut(c *cli.Command, args []string) (flags, rest []string, err error) {
	for i := 0; i < len(args); i++ {
		arg := args[i]
		if arg == "--" {
			return flags, append(rest, args[i+1:]...), nil
		}
		if len(arg) < 2 || arg[0] != '-' {
			rest = append(rest, arg)
			continue
		}
		name, _, hasValue := strings.Cut(strings.TrimLeft(arg, "-"), "=")
		takesValue, known := flagOf(c, name)
		if !known {
			return nil, nil, badUsage(helpOf(c), "%q is not known to panelpack %s", arg, c.Name)
		}
		flags = append(flags, arg)
		if hasValue && !takesValue {
			return nil, nil, badUsage(helpOf(c), "%q takes no value", arg)
		}
		if takesValue && !hasValue {
			if i++; i == len(args) {
				return nil, nil, badUsage(helpOf(c), "%q needs a value after it", arg)
			}
			flags = append(flags, args[i])
		}
	}
	return flags, rest, nil
}

// flagOf says whether c has a flag called name and whether a value follows it.
func flagOf(c *cli.Command, name string) (takesValue, known bool) {
	for _, f := range append([]cli.Flag{cli.HelpFlag}, c.Flags...) {
		if slices.Contains(f.Names(), name) {
			d, ok := f.(cli.DocGenerationFlag)
			return ok && d.TakesValue(), true
		}
	}
	return false, false
}

// only is the one argument that a command takes, called what in its help.
func only(c *cli.Context, what string) (string, error) {
	switch c.Args().Len() {
	case 1:
		return c.Args().First(), nil
	case 0:
		return "", badUsage(usageOf(c), "%s needs a %s", c.Command.Name, what)
	}
	return "", badUsage("a name with spaces in it needs quotes around it", "%s takes one %s; %q is one too many",
		c.Command.Name, what, c.Args().Get(1))
}

// usageOf is how a command is written, for a hint.
func usageOf(c *cli.Context) string { return "panelpack " + c.Command.Name + " " + c.Command.ArgsUsage }

package main

// The help of the program and of its commands, as an officer reads it.
const (
	appHelp = `panelpack {{.Usage}}.

The simplest use is to name the workbook, or to drop it on the program's icon:

   panelpack WORKBOOK.xlsx

That makes the pack (a PDF) and its record (JSON) beside the workbook.

Commands:
{{range .VisibleCommands}}   {{.Name}}{{if .ArgsUsage}} {{.ArgsUsage}}{{end}}{{"\t"}}{{.Usage}}
{{end}}
panelpack COMMAND --help explains a command. panelpack --version tells the version.
`
	commandHelp = `{{.HelpName}}{{if .ArgsUsage}} {{.ArgsUsage}}{{end}}

{{.Description}}

Options, before or after what they go with:
{{range .VisibleFlags}}   {{.}}
{{end}}`
)

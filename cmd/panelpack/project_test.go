package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
)

// module is the path that all of the project's own packages begin with.
const module = "panelpack/"

// mayImport is the direction in which the project's packages know each other.
// A stage never knows the next one, and renderers never know each other. The
// command knows all and is not in the table.
var mayImport = map[string][]string{
	"report":              {},
	"report/mapping":      {"report", "report/settings"},
	"report/workbook":     {"report", "report/mapping", "report/settings"},
	"report/settings":     {"report", "report/printable"},
	"report/council":      {"report", "report/mapping", "report/settings", "report/style"},
	"report/rules":        {"report", "report/settings"},
	"report/narrative":    {"report", "report/printable"},
	"report/style":        {"report"},
	"report/printable":    {"report", "report/style"},
	"report/chart":        {"report", "report/style"},
	"report/svg":          {"report/chart", "report/style"},
	"report/html":         {"report", "report/chart", "report/style", "report/svg", "templates"},
	"report/raster":       {"report/chart", "report/style"},
	"report/record":       {"report"},
	"report/figures":      {"report", "report/workbook"},
	"report/pdf":          {"report", "report/chart", "report/style", "report/printable", "report/pdf/tagged"},
	"report/pdf/tagged":   {"report/pdf/object"},
	"report/pdf/object":   {},
	"report/pdf/readback": {"report/style", "report/pdf/object"},
	"report/pdf/uacheck":  {"report/pdf/object"},
	"templates":           {},
	"samples/facts":       {},
	"samples/stress":      {"report", "report/workbook"},
	"samples/gen":         {"report", "report/workbook", "samples/facts", "samples/stress"},
}

// bannedUnderReport are calls that the packages under report may not make,
// each with the reason. A name that ends in a star stands for all that begin
// so.
var bannedUnderReport = []struct{ pkg, name, reason string }{
	{"time", "Now", "the same workbook and date give the same bytes, so there is no clock"},
	{"time", "Since", "there is no clock"},
	{"os", "*", "stages are handed bytes and writers; only the command knows files, arguments and the environment"},
	{"fmt", "Print*", "standard output belongs to the command"},
	{"log", "*", "what an officer should know is a finding"},
	{"math/rand", "*", "the same input gives the same output"},
	{"math/rand/v2", "*", "the same input gives the same output"},
}

// A source is one parsed Go file.
type source struct {
	path string
	file *ast.File
}

func (s source) pkg() string  { return path.Dir(s.path) }
func (s source) isTest() bool { return strings.HasSuffix(s.path, "_test.go") }

func (s source) imports() []string {
	var all []string
	for _, i := range s.file.Imports {
		p, _ := strconv.Unquote(i.Path.Value)
		all = append(all, p)
	}
	return all
}

// sources parses every Go file of the project. It reads the files themselves:
// an answer of the go command would come from the test cache although a file
// has changed.
func sources(t *testing.T, project fs.FS) []source {
	t.Helper()
	var all []source
	err := fs.WalkDir(project, ".", func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (d.Name() == "testdata" || strings.HasPrefix(d.Name(), ".") && p != ".") {
			return fs.SkipDir
		}
		if d.IsDir() || !strings.HasSuffix(p, ".go") {
			return nil
		}
		content, err := fs.ReadFile(project, p)
		if err != nil {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), p, content, parser.SkipObjectResolution)
		all = append(all, source{p, file})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// wrongImports tells of imports against the table, and of outside libraries
// that more than one package imports.
func wrongImports(all []source) []string {
	var wrong []string
	owner := map[string]string{}
	for _, s := range all {
		if s.isTest() {
			continue
		}
		for _, imported := range s.imports() {
			own, isOwn := strings.CutPrefix(imported, module)
			allowed, listed := mayImport[s.pkg()]
			switch {
			case isOwn && strings.HasPrefix(s.pkg(), "cmd/"):
			case isOwn && !listed:
				wrong = append(wrong, fmt.Sprintf("%s: package %s is not in the table of this test", s.path, s.pkg()))
			case isOwn && !slices.Contains(allowed, own):
				wrong = append(wrong, fmt.Sprintf("%s: %s may not import %s", s.path, s.pkg(), own))
			case !isOwn && strings.Contains(strings.Split(imported, "/")[0], "."):
				library := libraryOf(imported)
				if other, ok := owner[library]; ok && other != s.pkg() {
					wrong = append(wrong, fmt.Sprintf("%s: %s is imported by %s already, and by one package only", s.path, library, other))
				}
				owner[library] = s.pkg()
			}
		}
	}
	return wrong
}

// libraryOf is the library that a package belongs to: the first three elements
// of its path. The fonts and the painter of golang.org/x/image are two (decision
// 13).
func libraryOf(imported string) string {
	const images = "golang.org/x/image/"
	if strings.HasPrefix(imported, images) {
		part, _, _ := strings.Cut(imported[len(images):], "/")
		if part == "math" {
			part = "font" // whose lengths they are
		}
		return images + part
	}
	parts := strings.Split(imported, "/")
	return strings.Join(parts[:min(3, len(parts))], "/")
}

// bannedCalls tells of uses of what is banned under report.
func bannedCalls(all []source) []string {
	var found []string
	for _, s := range all {
		if s.isTest() || s.pkg() != "report" && !strings.HasPrefix(s.pkg(), "report/") {
			continue
		}
		for _, ban := range bannedUnderReport {
			if !slices.Contains(s.imports(), ban.pkg) {
				continue
			}
			for _, name := range uses(s.file, ban.pkg) {
				if matches(ban.name, name) {
					found = append(found, fmt.Sprintf("%s uses %s.%s: %s", s.path, ban.pkg, name, ban.reason))
				}
			}
		}
	}
	return found
}

func matches(pattern, name string) bool {
	prefix, open := strings.CutSuffix(pattern, "*")
	return name == pattern || open && strings.HasPrefix(name, prefix)
}

// uses is the names that file takes from package pkg.
func uses(file *ast.File, pkg string) []string {
	local := strings.TrimSuffix(path.Base(pkg), "/v2")
	if local == "v2" {
		local = path.Base(path.Dir(pkg))
	}
	for _, i := range file.Imports {
		if p, _ := strconv.Unquote(i.Path.Value); p == pkg && i.Name != nil {
			local = i.Name.Name
		}
	}
	var names []string
	ast.Inspect(file, func(n ast.Node) bool {
		if sel, ok := n.(*ast.SelectorExpr); ok {
			if x, ok := sel.X.(*ast.Ident); ok && x.Name == local {
				names = append(names, sel.Sel.Name)
			}
		}
		return true
	})
	return names
}

func TestImportsGoOneWay(t *testing.T) {
	all := sources(t, os.DirFS("../.."))
	if len(all) < 30 {
		t.Fatalf("only %d files were found", len(all))
	}
	for _, w := range wrongImports(all) {
		t.Error(w)
	}
}

func TestLibraryHasNoClockAndPrintsNothing(t *testing.T) {
	for _, found := range bannedCalls(sources(t, os.DirFS("../.."))) {
		t.Error(found)
	}
}

// TestOnlyMainExits lets tests run the whole program.
func TestOnlyMainExits(t *testing.T) {
	for _, s := range sources(t, os.DirFS("../..")) {
		if s.path != "cmd/panelpack/main.go" && !s.isTest() && slices.Contains(uses(s.file, "os"), "Exit") && strings.HasPrefix(s.path, "cmd/") {
			t.Errorf("%s ends the program; only main.go may", s.path)
		}
	}
}

// TestTheseTestsSee plants what the tests above look for.
func TestTheseTestsSee(t *testing.T) {
	file := func(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s)} }
	all := sources(t, fstest.MapFS{
		"report/rules/a.go":    file("package rules\nimport _ \"panelpack/report/workbook\"\nimport _ \"example.org/a/toml\"\n"),
		"report/workbook/b.go": file("package workbook\nimport _ \"example.org/a/toml/unstable\"\nimport clock \"time\"\nvar now = clock.Now()\n"),
		"report/new/c.go":      file("package new\nimport _ \"panelpack/report\"\nimport \"fmt\"\nfunc f() { fmt.Println(); fmt.Errorf(\"\") }\n"),
	})
	wantImports := []string{
		"report/new/c.go: package report/new is not in the table of this test",
		"report/rules/a.go: report/rules may not import report/workbook",
		"report/workbook/b.go: example.org/a/toml is imported by report/rules already, and by one package only",
	}
	if got := wrongImports(all); !slices.Equal(got, wantImports) {
		t.Errorf("wrong imports: got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(wantImports, "\n"))
	}
	wantCalls := []string{
		"report/new/c.go uses fmt.Println: standard output belongs to the command",
		"report/workbook/b.go uses time.Now: the same workbook and date give the same bytes, so there is no clock",
	}
	if got := bannedCalls(all); !slices.Equal(got, wantCalls) {
		t.Errorf("banned calls: got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(wantCalls, "\n"))
	}
}

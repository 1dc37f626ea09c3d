package html_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"panelpack/report"
	"panelpack/report/style"
)

const browserFolder = "testdata/browser"

// answer is what testdata/browser/check.mjs tells of one page.
type answer struct {
	Page     string
	Mistakes []string // in the HTML
	Axe      map[string]struct {
		Violations []string
		Undecided  []string
		Passes     int
	}
	Requests      []string
	Errors        []string // on the console
	Sideways      map[string][]string
	WithoutScript struct{ Controls, Metrics int }
	Walk          struct {
		Stops int
		Wrong []string
	}
	Acts []string
}

// TestInABrowser opens the sample and two stress packs in Chromium. With
// PAGES=folder it leaves the pages, pictures at three widths and a print
// there, to be looked at.
func TestInABrowser(t *testing.T) {
	needBrowser(t)
	folder, args := t.TempDir(), []string{"check.mjs"}
	if kept := os.Getenv("PAGES"); kept != "" {
		var err error
		if folder, err = filepath.Abs(kept); err != nil {
			t.Fatal(err)
		}
		args = append(args, "--shots", folder)
	}
	args = append(args, faces(t))
	packs := map[string]*report.Pack{"sample": samplePack(t), "hostile": hostile(t), "large": large(t)}
	for _, name := range []string{"sample", "hostile", "large"} {
		path := filepath.Join(folder, name+".html")
		if err := os.WriteFile(path, []byte(write(t, packs[name])), 0o666); err != nil {
			t.Fatal(err)
		}
		args = append(args, path)
	}
	command := exec.Command("node", args...)
	command.Dir, command.Stderr = browserFolder, os.Stderr
	output, err := command.Output()
	if err != nil {
		t.Fatalf("the browser gave no answer: %v", err)
	}
	var answers []answer
	if err := json.Unmarshal(output, &answers); err != nil {
		t.Fatal(err)
	}
	if len(answers) != len(packs) {
		t.Fatalf("%d pages were looked at, want %d", len(answers), len(packs))
	}
	for _, a := range answers {
		name := strings.TrimSuffix(a.Page, ".html")
		t.Run(name, func(t *testing.T) { a.judge(t, len(packs[name].Assessed.Metrics)) })
	}
}

// faces is a folder with the typeface that the page asks for.
func faces(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	for name, face := range map[string]style.Face{"regular.ttf": style.Regular, "bold.ttf": style.Bold} {
		if err := os.WriteFile(filepath.Join(folder, name), style.TTF(face), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

// judge holds one page to what every page has to be.
func (a answer) judge(t *testing.T, metrics int) {
	none := func(what string, list []string) {
		t.Helper()
		for _, s := range list {
			t.Errorf("%s: %s", what, s)
		}
	}
	none("HTML", a.Mistakes)
	none("request", a.Requests)
	none("console", a.Errors)
	none("keyboard", a.Walk.Wrong)
	none("use", a.Acts)
	for width, list := range a.Sideways {
		none("sideways at "+width, list)
	}
	for look, found := range a.Axe {
		none("axe, "+look, found.Violations)
		if found.Passes < 20 {
			t.Errorf("axe, %s: only %d rules found something to pass", look, found.Passes)
		}
		for _, s := range found.Undecided {
			t.Logf("axe, %s: cannot tell: %s", look, s)
		}
	}
	if len(a.Axe) != 3 || len(a.Sideways) != 8 || a.Walk.Stops < 20 {
		t.Errorf("looked at %d looks, %d widths and %d stops of the keyboard", len(a.Axe), len(a.Sideways), a.Walk.Stops)
	}
	if a.WithoutScript.Controls != 0 || a.WithoutScript.Metrics != metrics {
		t.Errorf("without the script there are %d controls and %d metrics, want none and %d", a.WithoutScript.Controls, a.WithoutScript.Metrics, metrics)
	}
}

// needBrowser leaves the test out where what it needs is not installed, and
// fails it where continuous integration runs it.
func needBrowser(t *testing.T) {
	t.Helper()
	missing := ""
	for _, program := range []string{"node", "chromium"} {
		if _, err := exec.LookPath(program); err != nil {
			missing = program
		}
	}
	if _, err := os.Stat(filepath.Join(browserFolder, "node_modules", "axe-core")); err != nil {
		missing = "axe-core"
	}
	switch {
	case missing == "":
	case os.Getenv("CI") == "true":
		t.Fatalf("%s is not installed, and CI=true requires it", missing)
	default:
		t.Skipf("%s is not installed; .ci/tools says how to have it", missing)
	}
}

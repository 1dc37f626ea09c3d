package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"panelpack/report"
)

func TestWriteAllOrNone(t *testing.T) {
	folder := t.TempDir()
	old, fresh, blocked := filepath.Join(folder, "pack.pdf"), filepath.Join(folder, "fresh.json"), filepath.Join(folder, "pack.json")
	writeFile(t, old, "last month")
	if err := os.Mkdir(blocked, 0o777); err != nil {
		t.Fatal(err)
	}
	err := writeAll([]output{{old, []byte("this month")}, {fresh, []byte("{}")}, {blocked, []byte("{}")}})
	const want = "is a folder, and a file of that name cannot be written"
	if err == nil || !strings.Contains(err.Error(), want) {
		t.Errorf("writing over a folder gives %v, want ...%s", err, want)
	}
	if got := readFile(t, old); got != "last month" {
		t.Errorf("after a failed run last month's pack holds %q", got)
	}
	if got := names(t, folder); !slices.Equal(got, []string{"pack.json", "pack.pdf"}) {
		t.Errorf("after a failed run there are %q", got)
	}

	if err := writeAll([]output{{old, []byte("this month")}, {fresh, []byte("{}")}}); err != nil {
		t.Fatal(err)
	}
	if readFile(t, old) != "this month" || readFile(t, fresh) != "{}" {
		t.Error("a good run did not write what it was given")
	}
	if got := names(t, folder); !slices.Equal(got, []string{"fresh.json", "pack.json", "pack.pdf"}) {
		t.Errorf("after a good run there are %q", got)
	}
}

func TestFolderOfAFailedRunIsTakenAway(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "out")
	to := destination{folder: folder, make: true}
	if err := to.write([]output{{filepath.Join(folder, "nosuch", "pack.pdf"), nil}}); err == nil {
		t.Fatal("a file was written into a folder that is not there")
	}
	if exists(folder) {
		t.Error("a failed run leaves the folder that it made")
	}
}

func TestWhyAFileCannotBeReadOrWritten(t *testing.T) {
	there := filepath.Join(t.TempDir(), "q2.xlsx")
	writeFile(t, there, "")
	busy := error(syscall.EBUSY)
	tests := []struct {
		got  error
		want string
	}{
		{unreadable(there, &fs.PathError{Op: "open", Path: there, Err: fs.ErrNotExist}), there + " does not exist"},
		{unreadable(there, &fs.PathError{Op: "open", Path: there, Err: fs.ErrPermission}), there + " may not be read by you"},
		{unreadable(there, &fs.PathError{Op: "read", Path: there, Err: errors.New("input/output error")}), there + " cannot be read: input/output error"},
		{unreadable(there, &fs.PathError{Op: "open", Path: there, Err: busy}), there + " is held open by another program"},
		{unwritable(there, &os.LinkError{Op: "rename", Err: busy}), there + " is open in another program and stays as it was"},
		{unwritable(there, &fs.PathError{Op: "open", Path: there, Err: fs.ErrPermission}), there + " cannot be written: this folder or file is not yours to change"},
		{unwritable(there, &fs.PathError{Op: "write", Path: there, Err: errors.New("no space left on device")}), there + " cannot be written: no space left on device"},
	}
	for _, tt := range tests {
		if tt.got.Error() != tt.want {
			t.Errorf("got  %s\nwant %s", tt.got, tt.want)
		}
	}
}

func TestDestination(t *testing.T) {
	folder := t.TempDir()
	september := report.MonthOf(2022, time.September)
	tests := []struct {
		out, formats string
		period       report.Period
		want         []string
	}{
		{"", "", september, []string{"months/Children's pack September 2022.pdf", "months/Children's pack September 2022.json"}},
		{"", "json", report.FinancialYearOf(2022), []string{"months/Children's pack 2022-23.json"}},
		{"out", "", september, []string{"out/pack.pdf", "out/pack.json"}},
		{"out", "json, pdf", september, []string{"out/pack.json", "out/pack.pdf"}},
		{"out/nov.pdf", "", september, []string{"out/nov.pdf"}},
		{"NOV.JSON", "json", september, []string{"NOV.JSON"}},
		{folder, "pdf", september, []string{folder + "/pack.pdf"}},
	}
	for _, tt := range tests {
		to, err := destinationOf("months/q2.xlsx", tt.out, tt.formats)
		if err != nil {
			t.Errorf("--out %q --format %q: %v", tt.out, tt.formats, err)
			continue
		}
		var got []string
		for _, f := range to.formats {
			got = append(got, filepath.ToSlash(to.path(f, "Children's pack", tt.period)))
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("--out %q --format %q goes to %q, want %q", tt.out, tt.formats, got, tt.want)
		}
	}
}

func TestFileName(t *testing.T) {
	tests := map[string]string{
		`Children's services performance pack July to September 2022`: `Children's services performance pack July to September 2022`,
		`Pack: "A/B" <2022/23>?`: "Pack- -A-B- -2022-23--",
		" pack. ":                "pack",
		"one\ntwo":               "one-two",
	}
	for given, want := range tests {
		if got := fileName(given); got != want {
			t.Errorf("%q is named %q, want %q", given, got, want)
		}
	}
}

func TestSummary(t *testing.T) {
	assessed := &report.Assessed{Metrics: make([]report.Assessment, 38)}
	for i := range assessed.Metrics {
		rating := report.Amber
		if i < 2 {
			rating = report.NotRated
		}
		assessed.Counts.Add(rating)
	}
	findings := []report.Finding{{Severity: report.Warning}, {Severity: report.Error}}
	if got, want := summary(assessed, findings), "38 metrics, 36 rated, 1 error, 1 warning"; got != want {
		t.Errorf("the summary is %q, want %q", got, want)
	}
	one := &report.Assessed{Metrics: make([]report.Assessment, 1)}
	one.Counts.Add(report.Green)
	if got, want := summary(one, make([]report.Finding, 2)), "1 metric, 1 rated, 2 notes"; got != want {
		t.Errorf("the summary is %q, want %q", got, want)
	}
	if got, want := plural(0, "warning"), "0 warnings"; got != want {
		t.Errorf("none are %q, want %q", got, want)
	}
}

func TestProgress(t *testing.T) {
	var terminal, elsewhere strings.Builder
	p := progress{w: &terminal}
	p.step("reading %s", "q2.xlsx")
	p.step("judging")
	p.clear()
	p.clear()
	want := "\rreading q2.xlsx\rjudging        \r               \r"
	if terminal.String() != want {
		t.Errorf("a terminal shows %q, want %q", terminal.String(), want)
	}
	quiet := newProgress(&elsewhere)
	quiet.step("reading")
	quiet.clear()
	if elsewhere.Len() > 0 {
		t.Errorf("where nobody waits it says %q", elsewhere.String())
	}
}

func writeFile(t *testing.T, path, content string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(content), 0o666); err != nil {
		t.Fatal(err)
	}
}

func readFile(t testing.TB, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func names(t *testing.T, folder string) []string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, e := range entries {
		all = append(all, e.Name())
	}
	return all
}

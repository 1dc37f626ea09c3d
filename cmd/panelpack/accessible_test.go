package main

import (
	"bytes"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"panelpack/report/pdf/object"
	"panelpack/report/pdf/readback"
	"panelpack/report/pdf/uacheck"
)

// faults is everything that keeps a PDF from being accessible, or kept.
func faults(t interface{ Fatalf(string, ...any) }, pdf []byte) []uacheck.Finding {
	found, err := uacheck.Check(pdf)
	if err != nil {
		t.Fatalf("the pack cannot be looked at: %v", err)
	}
	return found
}

// madePDF is how a build tells of a PDF that it made.
var madePDF = regexp.MustCompile(`(?m)^made (.*\.pdf) \(`)

// accessible sees to it that every pack that a script makes is accessible.
func accessible(ts *testscript.TestScript) {
	for _, made := range madePDF.FindAllStringSubmatch(ts.ReadFile("stdout"), -1) {
		for _, f := range faults(ts, []byte(ts.ReadFile(made[1]))) {
			ts.Fatalf("%s: %s: %s", made[1], f.Standard, f)
		}
	}
}

// The sample is accessible, well set and small, with its figures attached and without.
func TestSampleIsAccessible(t *testing.T) {
	const most = 1 << 20
	for _, attach := range []string{"", "--attach"} {
		folder := filepath.Join(t.TempDir(), "out")
		args := append([]string{"build", samplePath, "--format", "pdf,csv", "--out", folder}, strings.Fields(attach)...)
		var stdout, stderr bytes.Buffer
		if status := run(args, nil, &stdout, &stderr); status != statusDone {
			t.Fatalf("%q ends with status %d:\n%s", args, status, stderr.String())
		}
		pdf := []byte(readFile(t, filepath.Join(folder, "pack.pdf")))
		for _, f := range faults(t, pdf) {
			t.Errorf("%q: %s: %s", args, f.Standard, f)
		}
		wrong, err := readback.Faults(pdf)
		if err != nil {
			t.Fatal(err)
		}
		for _, fault := range wrong {
			t.Errorf("%q: %s", args, fault)
		}
		if len(pdf) > most {
			t.Errorf("%q makes %d bytes, more than %d", args, len(pdf), most)
		}
		attached, want := attachments(t, pdf), map[string]string{}
		if attach != "" {
			want["figures.csv"] = readFile(t, filepath.Join(folder, "pack.csv"))
		}
		if len(attached) != len(want) || attached["figures.csv"] != want["figures.csv"] {
			t.Errorf("%q attaches %d files, want %d with the figures as they are in the CSV", args, len(attached), len(want))
		}
	}
}

// attachments is the files within a PDF, by name.
func attachments(t *testing.T, pdf []byte) map[string]string {
	t.Helper()
	f, err := object.Read(pdf)
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	root := f.Dict(f.Trailer["Root"])
	for _, o := range f.Array(f.Dict(f.Dict(root["Names"])["EmbeddedFiles"])["Names"]) {
		file := f.Dict(o)
		if file == nil {
			continue
		}
		name, _ := f.Text(file["UF"])
		data, err := f.Decode(f.Stream(f.Dict(file["EF"])["UF"]))
		if err != nil {
			t.Fatal(err)
		}
		files[name] = string(data)
	}
	return files
}

// heardInSample is what a reader that cannot see hears of the sample, element
// by element. That others hear the same is seen in report/pdf.
func heardInSample(t *testing.T) []string {
	t.Helper()
	folder, _ := buildSample(t)
	sayings, err := readback.Heard([]byte(readFile(t, filepath.Join(folder, "pack.pdf"))))
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, s := range sayings {
		all = append(all, s.Role+" "+plain(s.Words))
	}
	return all
}

func TestSampleIsHeardInOrder(t *testing.T) {
	heard := heardInSample(t)
	at := 0
	for _, want := range []string{
		"H1 Children's services performance pack", "LBody Thursday 17 November 2022", "H1 Contents",
		"Reference How to read this pack ", "H1 How to read this pack",
		"H1 What the panel should look at", "H1 Scorecard", "H1 Demand management",
		"H2 DM02 · Referrals to children's social care", "P Red", "P 377", "P in September 2022", "P target 230", "P lower is better",
		"LBody 63.9% above the incremental target of 230; red for 4 months.", "P Scorecard DM02 as a table", "Figure ",
		"P Commentary to come · owner: Head of Front Door", "P What is driving this?",
		"H2 DM03 · Re-referrals within 12 months of an earlier referral", "H1 Method", "H1 Definitions", "Caption What abbreviations stand for", "TH ASYE",
		"TD assessed and supported year in employment", "H1 Background papers",
	} {
		i := slices.IndexFunc(heard[at:], func(s string) bool { return strings.HasPrefix(s, want) })
		if i < 0 {
			t.Fatalf("%q does not follow", want)
		}
		at += i
	}
	whole := strings.Join(heard, "\n")
	for _, words := range []string{"Page 9 of", "Draft · Sample", "Source: nel-2022-09.xlsx", "Scrutiny Panel, 17 November 2022"} {
		if strings.Contains(whole, words) {
			t.Errorf("the running words %q are read out", words)
		}
	}
}

// Words stay whole and apart where lines break: in the structure, where nobody
// sees the break, and in the text of the pages.
func TestWordsOfTheSampleStayWhole(t *testing.T) {
	heard := strings.Join(heardInSample(t), "\n")
	text := plain(reading(t, "pdftotext", "-raw", "PACK", "-"))
	for _, words := range []string{
		"the step due by now on the way to a final target", "Effectiveness of service delivery and compliance",
		"Inspection findings and the metrics that follow them", "Social workers with a caseload who are permanent staff",
		"Average caseload of social workers in their assessed and supported year in employment (ASYE)",
		"High turnover of social workers and managers means changes of worker for children and inconsistent planning",
	} {
		if !strings.Contains(heard, words) || !strings.Contains(text, words) {
			t.Errorf("%q is not heard, or not in the text", words)
		}
	}
}

func TestOthersFindTheSampleSound(t *testing.T) {
	if said := reading(t, "qpdf", "--check", "PACK"); !strings.Contains(said, "No syntax or stream encoding errors found") {
		t.Error(said)
	}
}

// reading runs another reader over the sample's PDF and gives what it says.
func reading(t *testing.T, program string, args ...string) string {
	t.Helper()
	path := tool(t, program)
	folder, _ := buildSample(t)
	for i, a := range args {
		if a == "PACK" {
			args[i] = filepath.Join(folder, "pack.pdf")
		}
	}
	said, err := exec.Command(path, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", program, err, said)
	}
	return string(said)
}

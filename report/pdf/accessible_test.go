package pdf_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"panelpack/report"
	"panelpack/report/narrative"
	"panelpack/report/pdf/object"
	"panelpack/report/pdf/readback"
	"panelpack/report/pdf/uacheck"
)

// accessible sees to it that the checker finds nothing in a pack.
func accessible(t testing.TB, data []byte) {
	t.Helper()
	found, err := uacheck.Check(data)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range found {
		t.Errorf("%s: %s", f.Standard, f)
	}
}

// heardIn is what a reader that cannot see hears of a finished file: every
// element that has words, with its role before them.
func heardIn(t testing.TB, data []byte) []string {
	t.Helper()
	sayings, err := readback.Heard(data)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, s := range sayings {
		all = append(all, s.Role+" "+s.Words)
	}
	return all
}

// withCommentary is the pack with this commentary on its first metric.
func withCommentary(p *report.Pack, body ...report.Block) *report.Pack {
	for i, s := range p.Sections {
		for j, b := range s.Blocks {
			if m, ok := b.(report.MetricPanel); ok && m.Assessment.Metric.Ref == "M001" {
				m.Commentary.Supplied, m.Commentary.Body, m.Commentary.Prompts = true, body, nil
				m.Commentary.Heading = "Commentary · Head of Front Door"
				p.Sections[i].Blocks[j] = m
			}
		}
	}
	return p
}

// A metric is read in the order of sense, each statement by itself.
func TestMetricIsReadInOrder(t *testing.T) {
	p := withCommentary(pack(2),
		report.Paragraph{Text: report.Plain("School return.")},
		report.List{Items: []report.Text{report.Plain("Advice to schools."), report.Plain("Audit of decisions.")}},
		report.Paragraph{Text: report.Plain("It will take until May.")})
	heard := heardIn(t, write(t, p))
	want := []string{
		"H2 M001 · Referrals to children’s social care",
		"P Red",
		"P 377",
		"P in September 2022",
		"P target 230",
		"P lower is better",
		"Lbl •",
		"LBody 63.9% above the incremental target of 230; red for 3 months.",
		"Lbl •",
		"LBody The highest month of 2022 so far, and since September 2020; up 55 (17.1%) on August.",
		"P Referrals are at their highest this year",
		"P Number in month, September 2020 to September 2022",
		"P Scorecard    M001 as a table",
		"Figure A line rises from 250 to 377.",
		"P Commentary · Head of Front Door  School return.",
		"Lbl •",
		"LBody Advice to schools.",
		"Lbl •",
		"LBody Audit of decisions.",
		"P It will take until May.",
	}
	at := slices.Index(heard, want[0])
	if at < 0 || len(heard) < at+len(want) {
		t.Fatalf("%q is not heard in\n%s", want[0], strings.Join(heard, "\n"))
	}
	for i, s := range heard[at : at+len(want)] {
		if s != want[i] {
			t.Errorf("heard %q, want %q", s, want[i])
		}
	}
}

// pdfinfo walks the same structure and hears the same.
func TestOthersHearTheSame(t *testing.T) {
	pdfinfo, err := exec.LookPath("pdfinfo")
	if err != nil && os.Getenv("CI") == "true" {
		t.Fatal("pdfinfo is not installed, and CI=true requires it")
	} else if err != nil {
		t.Skip("pdfinfo is not installed")
	}
	data := write(t, withCommentary(pack(1), report.Paragraph{Text: report.Plain(strings.Repeat("Words that go on over many lines. ", 60))}))
	file := filepath.Join(t.TempDir(), "pack.pdf")
	if err := os.WriteFile(file, data, 0o600); err != nil {
		t.Fatal(err)
	}
	said, err := exec.Command(pdfinfo, "-struct-text", file).Output()
	if err != nil {
		t.Fatal(err)
	}
	theirs, ours := quoted(string(said)), ""
	for _, s := range heardIn(t, data) {
		if role, words, _ := strings.Cut(s, " "); role != "Figure" {
			ours += words + " "
		}
	}
	if diff := cmp.Diff(wordsOf(theirs), wordsOf(ours)); diff != "" {
		t.Errorf("pdfinfo hears (-) other words than are meant (+):\n%s", diff)
	}
}

// afterLink is what stands without a space after a link, which pdfinfo tells on
// a line of its own.
var afterLink = regexp.MustCompile(` ([.,;])`)

func wordsOf(s string) []string { return strings.Fields(afterLink.ReplaceAllString(s, "$1")) }

// quoted is the words in what pdfinfo tells of a structure, but for what is
// painted in figures, whose alternative text it does not tell.
func quoted(told string) string {
	var b strings.Builder
	figure := false
	for line := range strings.Lines(told) {
		line = strings.TrimSpace(line)
		words, isText := strings.CutPrefix(line, `"`)
		switch {
		case !isText && !strings.HasPrefix(line, "/"): // an element, not an attribute of one
			figure = strings.HasPrefix(line, "Figure")
		case isText && !figure:
			b.WriteString(strings.TrimSuffix(words, `"`) + " ")
		}
	}
	return b.String()
}

// An abbreviation is spelt out where it is first said, and once.
func TestAbbreviationsAreSpeltOutOnce(t *testing.T) {
	p := pack(2)
	p.Assessed.Policy.Abbreviations = []report.Abbreviation{{Short: "ASYE", Long: "assessed and supported year"}, {Short: "NEET", Long: "not in work"}, {Short: "S47", Long: "section 47"}}
	p = withCommentary(p, report.Paragraph{Text: report.Plain("Of NEETs and S47s nothing, but (S47) of ASYE: ASYE and S47.")})
	f, err := object.Read(write(t, p))
	if err != nil {
		t.Fatal(err)
	}
	var spelt []string
	for _, o := range f.Objects {
		if d, ok := o.(object.Dict); ok && d["E"] != nil {
			long, _ := f.Text(d["E"])
			spelt = append(spelt, string(f.Name(d["S"]))+" "+long)
		}
	}
	slices.Sort(spelt)
	if want := []string{"Span assessed and supported year", "Span section 47"}; !slices.Equal(spelt, want) {
		t.Errorf("spelt out %q, want %q", spelt, want)
	}
	if heard := heardIn(t, write(t, p)); !slices.ContainsFunc(heard, func(s string) bool {
		return strings.HasSuffix(s, "Of NEETs and S47s nothing, but (S47) of ASYE: ASYE and S47.")
	}) {
		t.Error("the words around them are not heard whole")
	}
}

// A link says to whoever hears it alone on which page it ends.
func TestLinksSayWhereTheyLead(t *testing.T) {
	f, err := object.Read(write(t, pack(12)))
	if err != nil {
		t.Fatal(err)
	}
	root := f.Dict(f.Trailer["Root"])
	pages := f.Array(f.Dict(root["Pages"])["Kids"])
	ends := map[object.Object]int{} // pages, from 1, by anchor
	anchors := f.Array(f.Dict(f.Dict(root["Names"])["Dests"])["Names"])
	for i := 0; i < len(anchors); i += 2 {
		ends[anchors[i]] = slices.Index(pages, f.Array(anchors[i+1])[0]) + 1
	}
	links := 0
	for _, o := range f.Objects {
		d, _ := o.(object.Dict)
		if d["Subtype"] != object.Name("Link") {
			continue
		}
		links++
		page := fmt.Sprint("page ", ends[d["Dest"]])
		if words, _ := f.Text(d["Contents"]); words != page && !strings.HasSuffix(words, ", "+page) {
			t.Errorf("a link to %s says %q", page, words)
		}
	}
	if links < 50 {
		t.Errorf("only %d links were found", links)
	}
}

// Whatever the words are, and wherever they break, the pack is accessible and
// nothing in it overlaps.
func TestRandomPacksAreAccessible(t *testing.T) {
	for seed := range uint64(60) {
		p := randomPack(rand.New(rand.NewPCG(seed, 5)))
		wellSet(t, write(t, p))
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
}

// words is from none to most words of all sorts.
func words(r *rand.Rand, most int) string {
	known := []string{"children", "a", "377", "£4.50", "–", "plan,", "visits;", "in", "time.", "ŵŷ", "“quoted”", "≥", "\U0001F600",
		"\t", "Donaudampfschifffahrtsgesellschaftskapitänswitwe", "and/or", "(ASYE)", "e\u0301", "<b>", "\u200b", "☃", "S47"}
	var b strings.Builder
	for range r.IntN(most + 1) {
		b.WriteString(known[r.IntN(len(known))] + " ")
	}
	return b.String()
}

// randomPack is a pack of a few metrics with words of all lengths.
func randomPack(r *rand.Rand) *report.Pack {
	p := pack(1 + r.IntN(6))
	a := p.Assessed
	for i := range a.Metrics {
		m := &a.Metrics[i]
		m.Metric.Name = "Name " + words(r, 14)
		m.Metric.Definition = words(r, 60)
		m.Chart.Title, m.Chart.Subtitle, m.Chart.Alt = "Title "+words(r, 12), words(r, 20), "Alt "+words(r, 30)
		m.Facts = nil
		for range r.IntN(4) {
			m.Facts = append(m.Facts, report.Rich("**Fact** "+words(r, 25)))
		}
		for j := range m.Observations {
			if r.IntN(4) == 0 {
				m.Observations[j].Actual = report.Missing(report.NotAvailable)
			}
		}
	}
	a.Submission.Commentary = nil
	collected, _ := narrative.Read(a.Submission)
	p = narrative.Fill(a, collected, narrative.Options{Program: "panelpack test"})
	var body []report.Block
	for range r.IntN(5) {
		l := report.List{Numbered: r.IntN(2) == 0}
		for range r.IntN(4) {
			l.Items = append(l.Items, report.Plain("Point "+words(r, 200)))
		}
		if l.Items == nil {
			body = append(body, report.Paragraph{Text: report.Plain("Words " + words(r, 500))})
		} else {
			body = append(body, l)
		}
	}
	return withCommentary(p, body...)
}

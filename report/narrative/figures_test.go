package narrative

import (
	"fmt"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"panelpack/report"
)

// fixture is a sentence of testdata/figures.txt and the metric it is about.
type fixture struct {
	line     int
	isTrue   bool
	words    string // without the marks
	want     []string
	assessed *report.Assessment
}

var verdictMark = regexp.MustCompile(`\[(yes|no|\?)\]`)

var markWords = map[report.Verdict]string{report.Confirmed: "yes", report.Contradicted: "no", report.NotFound: "?"}

func readFixtures(t *testing.T, name string) []fixture {
	t.Helper()
	content, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var all []fixture
	var now *report.Assessment
	for i, line := range strings.Split(string(content), "\n") {
		kind, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
		switch kind {
		case "", "#":
		case "metric":
			now = fixtureMetric(rest)
		case "figures":
			fixtureFigures(now, strings.Fields(rest))
		case "snapshot":
			f := strings.Fields(rest)
			now.Snapshots = append(now.Snapshots, report.Snapshot{AsAt: day(f[0]), Value: figureOf(f[1]), BaseAsAt: day(f[2]), Base: figureOf(f[3])})
		case "forecast":
			f := strings.Fields(rest)
			p, _ := report.ParsePeriod(f[0])
			now.Forecasts = append(now.Forecasts, report.Forecast{Period: p, Value: figureOf(f[1])})
		case "true:", "false:":
			s := fixture{line: i + 1, isTrue: kind == "true:", words: verdictMark.ReplaceAllString(rest, ""), assessed: now}
			for _, mark := range verdictMark.FindAllStringSubmatch(rest, -1) {
				s.want = append(s.want, mark[1])
			}
			all = append(all, s)
		default:
			if !strings.HasPrefix(kind, "#") {
				t.Fatalf("%s:%d: %q is not understood", name, i+1, kind)
			}
		}
	}
	return all
}

func fixtureMetric(line string) *report.Assessment {
	f := strings.Split(line, "|")
	for i := range f {
		f[i] = strings.TrimSpace(f[i])
	}
	units := map[string]report.Unit{"percent": {Kind: report.Percent}, "cases": {Kind: report.Average, Word: "cases"}}
	polarity := map[string]report.Polarity{"high": report.HigherIsBetter, "low": report.LowerIsBetter}
	a := &report.Assessment{}
	a.Metric = report.Metric{Ref: f[0], Name: f[1], ShortName: f[2], Unit: units[f[3]], Polarity: polarity[f[4]]}
	a.Now.Target = report.Target{Value: figureOf(f[5])}
	a.FinalTarget = report.Target{Value: figureOf(f[6])}
	return a
}

func fixtureFigures(a *report.Assessment, f []string) {
	p, _ := report.ParsePeriod(f[0])
	for _, text := range f[1:] {
		a.Observations = append(a.Observations, report.Observation{Period: p, Actual: figureOf(text), Target: a.Now.Target})
		p = p.Add(1)
	}
	a.Now = a.Observations[len(a.Observations)-1]
}

func figureOf(text string) report.Value {
	f, _ := strconv.ParseFloat(text, 64)
	_, fraction, _ := strings.Cut(text, ".")
	return report.Round(f, len(fraction))
}

func day(text string) report.Date {
	d, _ := report.ParseDate(text)
	return d
}

func checked(a *report.Assessment, words string) []report.FigureCheck {
	k := checker{assessed: &report.Assessed{Metrics: []report.Assessment{*a}}, own: data{a}, entry: report.CommentaryEntry{Metric: a.Metric.Ref}}
	k.check(parse(words))
	return k.checks
}

// TestFiguresAreJudged holds every figure of the sentences to the verdict
// that is written beside it.
func TestFiguresAreJudged(t *testing.T) {
	sentences, figures, right, flagged := 0, 0, 0, 0
	for _, f := range readFixtures(t, "testdata/figures.txt") {
		if f.assessed.Now.Period != report.MonthOf(2022, time.September) {
			t.Fatalf("line %d: the figures of %s end in %s", f.line, f.assessed.Metric.Ref, f.assessed.Now.Period)
		}
		var got, detail []string
		for _, c := range checked(f.assessed, f.words) {
			got = append(got, markWords[c.Verdict])
			detail = append(detail, fmt.Sprintf("%s %s (%s)", c.Text, markWords[c.Verdict], c.Against))
		}
		sentences++
		figures += len(f.want)
		if f.isTrue && strings.Contains(strings.Join(got, " "), "no") {
			flagged++
			t.Errorf("figures.txt:%d: true and flagged: %s", f.line, strings.Join(detail, "; "))
		}
		if strings.Join(got, " ") == strings.Join(f.want, " ") {
			right++
			continue
		}
		t.Errorf("figures.txt:%d: %s\n\tgot  %s\n\twant %s", f.line, f.words, strings.Join(detail, "; "), strings.Join(f.want, " "))
	}
	t.Logf("%d sentences with %d figures: %d judged rightly, %d true sentences flagged", sentences, figures, right, flagged)
}

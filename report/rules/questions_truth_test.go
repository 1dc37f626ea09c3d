package rules

import (
	"math"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"
	"time"

	"panelpack/report"
)

// asked is a metric of which lower is better, as questions are raised about
// it: 25 monthly figures up to September 2022, the last of which may be
// missing.
type asked struct {
	figures   []int64
	target    int64
	missing   bool
	forecast  int64 // for January 2023; 0 for none
	commented bool
}

// series is m as a workbook has it.
func (m *asked) series(ref string) report.Series {
	s := report.Series{Metric: report.Metric{Ref: ref, Name: "Metric " + ref, Polarity: report.LowerIsBetter}}
	for i, f := range m.figures {
		s.Observations = append(s.Observations, report.Observation{
			Period: report.MonthOf(2020, time.September).Add(i), Actual: report.Number(f, 0),
			Target: report.Target{Value: report.Number(m.target, 0)},
		})
	}
	if m.missing {
		s.Observations[24].Actual = report.Missing(report.NotAvailable)
	}
	if m.forecast > 0 {
		s.Forecasts = []report.Forecast{{Period: report.MonthOf(2023, time.January), Value: report.Number(m.forecast, 0)}}
	}
	return s
}

// rangeByHand is the expected range of the figures, as printed.
func (m *asked) rangeByHand() (least, most, mean float64) {
	var ranges []float64
	total := float64(m.figures[0])
	for i := 1; i < 25; i++ {
		total += float64(m.figures[i])
		ranges = append(ranges, math.Abs(float64(m.figures[i]-m.figures[i-1])))
	}
	average := 0.0
	for range 2 {
		cut, n, sum := 3.267*average, 0, 0.0
		for _, r := range ranges {
			if average == 0 || r < cut {
				sum, n = sum+r, n+1
			}
		}
		average = sum / float64(n)
	}
	mean = total / 25
	return math.Ceil(max(mean-2.66*average, 0)), math.Floor(mean + 2.66*average), mean
}

// clause is a part of a question that says something of the figures, and
// whether it is true of them. The other metric is that of two moving apart.
type clause struct {
	kind  string
	text  *regexp.Regexp
	check func(m *asked, said []string, other *asked) bool
}

var clauses = []clause{
	{"range with assurance", regexp.MustCompile(`within normal variation \((\d+)–(\d+)\), and the target of (\d+) lies beyond the expected range, so it can be expected to be missed unless things change`), func(m *asked, said []string, _ *asked) bool {
		least, most, _ := m.rangeByHand()
		now := float64(m.figures[24])
		return number(said[1]) == least && number(said[2]) == most && now >= least && now <= most && number(said[3]) == float64(m.target) && float64(m.target) < least
	}},
	{"above the range", regexp.MustCompile(`above the expected range \((\d+)–(\d+)(, which fits few of its figures)?\), a real change for the worse`), func(m *asked, said []string, _ *asked) bool {
		least, most, _ := m.rangeByHand()
		return number(said[1]) == least && number(said[2]) == most && float64(m.figures[24]) > most && m.mostlyOutside() == (said[3] != "")
	}},
	{"normal", regexp.MustCompile(`; within normal variation \((\d+)–(\d+)\)`), func(m *asked, said []string, _ *asked) bool {
		least, most, _ := m.rangeByHand()
		now := float64(m.figures[24])
		return number(said[1]) == least && number(said[2]) == most && now >= least && now <= most
	}},
	{"seven moving", regexp.MustCompile(`seven months or more in a row rising, a real change for the worse`), func(m *asked, _ []string, _ *asked) bool {
		return m.last(7, func(i int) bool { return i == 18 || m.figures[i] > m.figures[i-1] })
	}},
	{"seven above", regexp.MustCompile(`seven months or more in a row above the average, a real change for the worse`), func(m *asked, _ []string, _ *asked) bool {
		_, _, mean := m.rangeByHand()
		return m.last(7, func(i int) bool { return float64(m.figures[i]) > mean })
	}},
	{"two of three", regexp.MustCompile(`two of three months close to the upper end of the expected range \((\d+)–(\d+)(, which fits few of its figures)?\), a real change for the worse`), func(m *asked, said []string, _ *asked) bool {
		least, most, mean := m.rangeByHand()
		return number(said[1]) == least && number(said[2]) == most && m.mostlyOutside() == (said[3] != "") && m.last(3, func(i int) bool { return float64(m.figures[i]) > mean })
	}},
	{"forecast", regexp.MustCompile(`(\d+) is forecast by January 2023, (up|down) (\d+) in four months; (?:the largest (rise|fall) over four months so far is (\d+)|there has been no (rise|fall) over four months so far)`), checkForecast},
	{"apart", regexp.MustCompile(`worse than in September 2021, while Metric \w did better; both follow inspection finding F\b`), func(m *asked, _ []string, other *asked) bool {
		return other != nil && m.figures[24] > m.figures[12] && other.figures[24] < other.figures[12]
	}},
	{"no figure", regexp.MustCompile(`no figure for September 2022 \(not available\); the last was (\d+) in August 2022`), func(m *asked, said []string, _ *asked) bool {
		return m.missing && number(said[1]) == float64(m.figures[23])
	}},
	{"newly red", regexp.MustCompile(`newly red in September 2022, (green|amber|between bands) in August`), func(m *asked, said []string, _ *asked) bool {
		return ratedByHand(m.figures[24], m.target) == "red" && ratedByHand(m.figures[23], m.target) == said[1]
	}},
	{"away", regexp.MustCompile(`([\d.]+)% (above|below) the target of (\d+)`), func(m *asked, said []string, _ *asked) bool {
		away := 100 * float64(m.figures[24]-m.target) / float64(m.target)
		return number(said[3]) == float64(m.target) && math.Abs(math.Abs(away)-number(said[1])) < 0.0501 && away > 0 == (said[2] == "above")
	}},
	{"time", regexp.MustCompile(`red for (\d+) months( or more)?`), func(m *asked, said []string, _ *asked) bool {
		n := runLengthOf(m.figures, m.target)
		return ratedByHand(m.figures[24], m.target) == "red" && number(said[1]) == float64(n) && (n == 25) == (said[2] != "")
	}},
	{"worse", regexp.MustCompile(`, and worse: `), func(m *asked, _ []string, _ *asked) bool {
		return ratedByHand(m.figures[24], m.target) == "red" && m.figures[24] > m.figures[23]
	}},
	{"change", changeText, func(m *asked, said []string, _ *asked) bool { return checkChange(said, m.figures) == "" }},
	{"rated", regexp.MustCompile(`rated (green|amber), and yet`), func(m *asked, said []string, _ *asked) bool {
		return ratedByHand(m.figures[24], m.target) == said[1]
	}},
	{"no commentary", regexp.MustCompile(`red, with no commentary from the service yet`), func(m *asked, _ []string, _ *asked) bool {
		return ratedByHand(m.figures[24], m.target) == "red" && !m.commented
	}},
	{"between", regexp.MustCompile(`, of which the rating bands say nothing`), func(m *asked, _ []string, _ *asked) bool {
		return ratedByHand(m.figures[24], m.target) == "between bands"
	}},
}

// mostlyOutside reports whether most figures lie outside their own range.
func (m *asked) mostlyOutside() bool {
	least, most, _ := m.rangeByHand()
	outside := 0
	for _, f := range m.figures {
		if float64(f) < least || float64(f) > most {
			outside++
		}
	}
	return 2*outside > len(m.figures)
}

// last reports whether each of the last n figures is so.
func (m *asked) last(n int, isSo func(i int) bool) bool {
	for i := 25 - n; i < 25; i++ {
		if !isSo(i) {
			return false
		}
	}
	return true
}

// checkForecast works out the step that a forecast needs, and the largest one
// that way among the figures.
func checkForecast(m *asked, said []string, _ *asked) bool {
	step, largest := m.forecast-m.figures[24], int64(0)
	for i := 4; i < 25; i++ {
		if change := m.figures[i] - m.figures[i-4]; change > 0 == (step > 0) {
			largest = max(largest, change, -change)
		}
	}
	way, word := "up", "rise"
	if step < 0 {
		way, word = "down", "fall"
	}
	return number(said[1]) == float64(m.forecast) && said[2] == way && number(said[3]) == math.Abs(float64(step)) &&
		said[4]+said[6] == word && (said[6] != "" && largest == 0 || number(said[5]) == float64(largest)) && math.Abs(float64(step)) > float64(largest)
}

// No question may be untrue of the figures it cites: every clause is worked
// out again, by other means, and nothing that could be untrue is left over.
func TestEveryQuestionIsTrue(t *testing.T) {
	book := defaultBook(t)
	random := rand.New(rand.NewPCG(3, 4))
	checked := map[string]int{}
	for range 400 {
		metrics := map[string]*asked{}
		sub := &report.Submission{Inspections: []report.InspectionFinding{{ID: "F", Metrics: []string{"A", "B", "C"}}}}
		sub.Details.Period = report.MonthOf(2022, time.September)
		for _, ref := range strings.Split("ABCDEFGH", "") {
			metrics[ref] = randomly(random)
			sub.Series = append(sub.Series, metrics[ref].series(ref))
		}
		a := Assess(sub, book, Options{HasCommentary: func(ref string) bool { return metrics[ref].commented }})
		for _, q := range a.Questions {
			checkQuestion(t, checked, q, metrics)
		}
	}
	for _, c := range clauses {
		if checked[c.kind] < 5 {
			t.Errorf("only %d clauses of kind %q came up", checked[c.kind], c.kind)
		}
	}
}

// randomly is a metric whose figures wander, or vary about a level, and may
// rise at the end.
func randomly(random *rand.Rand) *asked {
	m := &asked{figures: walk(random), target: int64(60 + random.IntN(80)), missing: random.IntN(8) == 0, commented: random.IntN(2) == 0}
	if random.IntN(2) == 0 {
		for i := range m.figures {
			m.figures[i] = int64(100 + random.IntN(13) - 6)
		}
	}
	if random.IntN(4) == 0 {
		for i := 18; i < 25; i++ {
			m.figures[i] = m.figures[i-1] + 1 + int64(random.IntN(2))
		}
	}
	if random.IntN(4) == 0 {
		m.forecast = int64(40 + random.IntN(150))
	}
	return m
}

// leftOver is what no question may say beyond the clauses that are checked.
var leftOver = regexp.MustCompile(`\d|\b(red|amber|green|worse|better|above|below|up|down|rise|fall|expected)\b`)

func checkQuestion(t *testing.T, checked map[string]int, q report.Question, metrics map[string]*asked) {
	t.Helper()
	m := metrics[q.Metrics[0]]
	var other *asked
	if len(q.Metrics) > 1 {
		other = metrics[q.Metrics[1]]
	}
	text := strings.ReplaceAll(q.Text.String(), "\u00a0", " ")
	rest := strings.TrimPrefix(text, "Metric "+q.Metrics[0]+": ")
	for _, c := range clauses {
		rest = c.text.ReplaceAllStringFunc(rest, func(found string) string {
			checked[c.kind]++
			if !c.check(m, c.text.FindStringSubmatch(found), other) {
				t.Errorf("%q is untrue in its clause %q: %+v", text, c.kind, *m)
			}
			return ""
		})
	}
	if left := leftOver.FindString(rest); left != "" {
		t.Errorf("%q says %q, which nothing checks", text, left)
	}
}

package rules

import (
	"fmt"
	"math"
	"math/rand/v2"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"panelpack/report"
)

var (
	awayText   = regexp.MustCompile(`^([\d.]+)% (above|below) the incremental target of ([\d,]+); (.+)\.$`)
	forText    = regexp.MustCompile(`^(\w+) for (\d+) months?( or more)?$`)
	recordText = regexp.MustCompile(`^The (highest|lowest) month (?:of 2022 so far)?(?:, and )?(of all since|since)? ?(\w+ \d{4})?;`)
	changeText = regexp.MustCompile(`(?i)(up|down) (\d+)(?: \((\d+(?:\.\d)?)%\))? on (\w+)(?: (\d{4}))?`)
	rangeText  = regexp.MustCompile(`^(Above|Below) the expected range \((\d+)–(\d+)`)
)

// No sentence may be untrue of the figures it is about: each number and claim
// is worked out again, by other means, for many series.
func TestEverySentenceIsTrue(t *testing.T) {
	book := defaultBook(t)
	random := rand.New(rand.NewPCG(1, 2))
	checked := map[string]int{}
	for range 400 {
		figures, target := walk(random), int64(60+random.IntN(80))
		a := assessWalk(t, book, figures, target)
		for _, fact := range a.Facts {
			checkFact(t, checked, fact.String(), figures, target)
		}
	}
	for _, kind := range []string{"away", "for", "record", "of all since", "since", "change", "share", "range"} {
		if checked[kind] < 20 {
			t.Errorf("only %d sentences of kind %s came up", checked[kind], kind)
		}
	}
}

// walk is 25 monthly figures up to September 2022.
func walk(random *rand.Rand) []int64 {
	all := []int64{100}
	for len(all) < 25 {
		all = append(all, max(all[len(all)-1]+int64(random.IntN(25))-12, 1))
	}
	return all
}

func assessWalk(t *testing.T, book *Rulebook, figures []int64, target int64) *report.Assessment {
	t.Helper()
	s := report.Series{Metric: report.Metric{Ref: "DM01", Name: "A metric", Polarity: report.LowerIsBetter}}
	for i, f := range figures {
		s.Observations = append(s.Observations, report.Observation{
			Period: report.MonthOf(2020, time.September).Add(i), Actual: report.Number(f, 0),
			Target: report.Target{Value: report.Number(target, 0)},
		})
	}
	a := Assess(&report.Submission{Series: []report.Series{s}}, book, Options{})
	return &a.Metrics[0]
}

func checkFact(t *testing.T, checked map[string]int, fact string, figures []int64, target int64) {
	t.Helper()
	now := figures[24]
	wrong := func(format string, args ...any) {
		t.Errorf("%q is untrue of %v against %d: %s", fact, figures, target, fmt.Sprintf(format, args...))
	}
	if m := awayText.FindStringSubmatch(fact); m != nil {
		checked["away"]++
		if away := 100 * math.Abs(float64(now-target)) / float64(target); math.Abs(away-number(m[1])) > 0.0501 || (now > target) != (m[2] == "above") {
			wrong("it is %f", away)
		}
		if f := forText.FindStringSubmatch(m[4]); f != nil {
			checked["for"]++
			if run := runLengthOf(figures, target); float64(run) != number(f[2]) || (run == 25) != (f[3] != "") {
				wrong("the run is %d long", run)
			}
		}
	}
	if m := recordText.FindStringSubmatch(fact); m != nil {
		checked["record"]++
		checked[m[2]]++
		checkRecord(wrong, figures, m[1] == "highest", strings.Contains(fact, "of 2022"), m[2], m[3])
	}
	for _, m := range changeText.FindAllStringSubmatch(fact, -1) {
		checked["change"]++
		if m[3] != "" {
			checked["share"]++
		}
		if problem := checkChange(m, figures); problem != "" {
			wrong("%s", problem)
		}
	}
	if m := rangeText.FindStringSubmatch(fact); m != nil {
		checked["range"]++
		if above := float64(now) > number(m[3]); above != (m[1] == "Above") || !above && float64(now) >= number(m[2]) {
			wrong("%d does not lie there", now)
		}
	}
}

// checkChange says what is untrue of a match of changeText; empty where
// nothing is.
func checkChange(m []string, figures []int64) string {
	now, before := figures[24], figures[monthIndex(m[4], m[5])]
	share := 100 * math.Abs(float64(now-before)) / float64(before)
	switch {
	case math.Abs(float64(now-before)) != number(m[2]) || (now > before) != strings.EqualFold(m[1], "up"):
		return fmt.Sprintf("%s was %d", m[4], before)
	case m[3] != "" && math.Abs(share-number(m[3])) > 0.5001:
		return fmt.Sprintf("the share is %f", share)
	}
	return ""
}

// runLengthOf counts the months up to now with one rating.
func runLengthOf(figures []int64, target int64) int {
	n := 0
	for i := len(figures) - 1; i >= 0 && ratedByHand(figures[i], target) == ratedByHand(figures[24], target); i-- {
		n++
	}
	return n
}

// ratedByHand rates a figure of which lower is better by the bands as
// published, in floating point.
func ratedByHand(figure, target int64) string {
	switch away := float64(figure-target) / float64(target); {
	case away <= 0.02:
		return "green"
	case away <= 0.1:
		return "amber"
	case away <= 0.2:
		return "between bands"
	}
	return "red"
}

func checkRecord(wrong func(string, ...any), figures []int64, highest, yearly bool, since, month string) {
	from := 24 // the first month that now passes
	for from > 0 && (figures[24] > figures[from-1]) == highest && figures[24] != figures[from-1] {
		from--
	}
	if yearly && from > 16 {
		wrong("a figure of 2022 is not passed")
	}
	at := -1
	if month != "" {
		name, year, _ := strings.Cut(month, " ")
		at = monthIndex(name, year)
	}
	switch {
	case since == "since" && at != from-1:
		wrong("the last month not passed is %d", from-1)
	case since == "of all since" && (from != 0 || at != 0):
		wrong("it passes figures from %d on only", from)
	}
}

// monthIndex is where a month stands in a walk; without a year it is of 2022.
func monthIndex(name, year string) int {
	month, _ := time.Parse("January", name)
	y := 2022
	if year != "" {
		y = int(number(year))
	}
	return (y-2020)*12 + int(month.Month()) - int(time.September)
}

func number(s string) float64 {
	f, _ := strconv.ParseFloat(strings.ReplaceAll(s, ",", ""), 64)
	return f
}

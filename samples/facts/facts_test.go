package facts

import (
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

func load(t *testing.T) *Facts {
	t.Helper()
	f, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// number is the figure in a text such as "27.1", "91%" or ">50%"; NaN where
// there is none.
func number(text string) float64 {
	n, err := strconv.ParseFloat(strings.Trim(text, ">%"), 64)
	if err != nil {
		return math.NaN()
	}
	return n
}

// of is the figure of a metric in a month.
func (f *Facts) of(t *testing.T, ref, month string) float64 {
	t.Helper()
	i := slices.Index(f.Months, month)
	if i < 0 {
		t.Fatalf("no month %s", month)
	}
	return number(f.Actuals[ref][i])
}

func last(list []string) string { return list[len(list)-1] }

func TestSeriesEndOnThePublishedMonth(t *testing.T) {
	f := load(t)
	if len(f.Metrics) != 38 || len(f.Months) != 25 || f.Months[0] != "2020-09" || last(f.Months) != "2022-09" {
		t.Fatalf("%d metrics over %d months to %s", len(f.Metrics), len(f.Months), last(f.Months))
	}
	for _, m := range f.Metrics {
		ref := m["ref"]
		if number(last(f.Actuals[ref])) != number(m["actual_2022_09"]) {
			t.Errorf("%s ends on %s, want %s", ref, last(f.Actuals[ref]), m["actual_2022_09"])
		}
		if got, want := number(last(f.Targets[ref])), number(m["target_2022_09"]); got != want && !math.IsNaN(want) {
			t.Errorf("%s ends on a target of %v, want %v", ref, got, want)
		}
	}
}

// rate judges by the bands as they were published, in the simplest way there
// is, so that the facts do not lean on the program they are to test.
func rate(polarity string, actual, target float64) string {
	if polarity == "context" || math.IsNaN(actual) || math.IsNaN(target) {
		return "not rated"
	}
	adverse := actual - target
	if polarity == "high" {
		adverse = -adverse
	}
	switch share := adverse / target; {
	case adverse <= 0 || share <= 0.02:
		return "green"
	case share <= 0.10:
		return "amber"
	case share <= 0.20:
		return "between bands"
	}
	return "red"
}

func TestSeptemberRatings(t *testing.T) {
	f, counts := load(t), map[string]int{}
	for _, m := range f.Metrics {
		ref := m["ref"]
		got := rate(m["polarity"], number(last(f.Actuals[ref])), number(last(f.Targets[ref])))
		if counts[got]++; got != m["expected_rating"] {
			t.Errorf("%s is %s, want %s", ref, got, m["expected_rating"])
		}
	}
	if counts["red"] != 9 || counts["amber"] != 19 || counts["green"] != 9 || counts["not rated"] != 1 {
		t.Errorf("ratings are %v, want 9 red, 19 amber, 9 green and 1 not rated", counts)
	}
}

// TestRatingsChange keeps the sample worth reading: some metrics turn red in
// the month reported, and some leave red.
func TestRatingsChange(t *testing.T) {
	f := load(t)
	var turned, left, between []string
	for _, m := range f.Metrics {
		ref, i := m["ref"], len(f.Months)-1
		now := rate(m["polarity"], number(f.Actuals[ref][i]), number(f.Targets[ref][i]))
		before := rate(m["polarity"], number(f.Actuals[ref][i-1]), number(f.Targets[ref][i-1]))
		switch {
		case now == "red" && before != "red":
			turned = append(turned, ref)
		case before == "red" && now != "red":
			left = append(left, ref)
		case before == "between bands":
			between = append(between, ref)
		}
	}
	if !slices.Equal(turned, []string{"ES06", "FC04"}) || !slices.Equal(left, []string{"ES14", "FC06"}) {
		t.Errorf("%v turn red and %v leave red, want ES06 and FC04, and ES14 and FC06", turned, left)
	}
	if len(between) == 0 {
		t.Error("no metric lay between the bands in August")
	}
}

// TestOneMonthOutOfRange holds DM02 to a process behaviour chart: of its
// months only the last lies beyond the mean by more than 2.66 average moving
// ranges, whether or not that month's own leap is left out of the average.
func TestOneMonthOutOfRange(t *testing.T) {
	var points []float64
	for _, text := range load(t).Actuals["DM02"] {
		points = append(points, number(text))
	}
	now := len(points) - 1
	mean, whole := points[0], 0.0
	for i := 1; i <= now; i++ {
		mean += points[i]
		whole += math.Abs(points[i] - points[i-1])
	}
	mean /= float64(now + 1)
	screened := (whole - math.Abs(points[now]-points[now-1])) / float64(now-1)
	for _, average := range []float64{whole / float64(now), screened} {
		for i, point := range points {
			if outside := math.Abs(point-mean) > 2.66*average; outside != (i == now) {
				t.Errorf("point %d, %v, outside %v around %v: %v", i, point, 2.66*average, mean, outside)
			}
		}
	}
}

// TestLateBeginnings keeps a metric with too few points for an expected range
// (fewer than 12), and one with a provisional range (12 to 19).
func TestLateBeginnings(t *testing.T) {
	f := load(t)
	for ref, want := range map[string]int{"DM11": 9, "FC06": 18} {
		points := 0
		for _, text := range f.Actuals[ref] {
			if !math.IsNaN(number(text)) {
				points++
			}
		}
		if points != want {
			t.Errorf("%s has %d figures, want %d", ref, points, want)
		}
	}
}

func TestTargetsNeverStepAway(t *testing.T) {
	f := load(t)
	for _, m := range f.Metrics {
		final, away := number(m["end_target"]), math.Inf(1)
		for i, target := range f.Targets[m["ref"]] {
			if target == "" {
				continue
			}
			now := math.Abs(number(target) - final)
			if now > away {
				t.Errorf("%s: the target steps away from the final one in %s", m["ref"], f.Months[i])
			}
			away = now
		}
	}
}

func TestPublishedStatements(t *testing.T) {
	f := load(t)
	for i, month := range f.Months[:len(f.Months)-1] {
		if number(f.Actuals["DM02"][i]) >= 377 {
			t.Errorf("DM02 is as high in %s as in September 2022", month)
		}
		fell := number(f.Actuals["ES16"][i]) > number(f.Actuals["ES16"][i+1])
		if !fell {
			t.Errorf("ES16 does not fall after %s", month)
		}
	}
	if f.of(t, "ES18", "2022-09") <= f.of(t, "ES18", "2022-08") {
		t.Error("ES18 does not rise at the end of September")
	}
	if f.of(t, "DM07", "2022-04") != 229 {
		t.Error("DM07 is not 229 at the turn of April to May 2022")
	}
	for _, target := range f.Targets["ES16"] {
		if target != "" && target != ">50%" {
			t.Errorf("ES16 has a target of %q, want more than half", target)
		}
	}
	for i, month := range f.Months {
		due := slices.Contains([]string{"03", "06", "09", "12"}, month[5:])
		if has := f.Actuals["FC03"][i] != ""; has != due {
			t.Errorf("FC03 in %s: a figure %v, due %v", month, has, due)
		}
	}
}

func TestSnapshotsFitTheSeries(t *testing.T) {
	f := load(t)
	for _, s := range f.Snapshots {
		if strings.HasPrefix(s["base_as_at"], "2022-09-30") && number(s["base_value"]) != f.of(t, s["ref"], "2022-09") {
			t.Errorf("%s: compared with %s, but September is another", s["ref"], s["base_value"])
		}
		if s["ref"] == "DM07" && math.Round(100*(number(s["value"])/number(s["base_value"])-1)) != 49 {
			t.Errorf("DM07 rises from %s to %s, which is not 49 per cent", s["base_value"], s["value"])
		}
	}
}

// TestMarks keeps every mark of a missing figure in the sample, and the
// suppressed one out of the two months that a pack compares.
func TestMarks(t *testing.T) {
	f, seen := load(t), map[string]int{}
	for ref, figures := range f.Actuals {
		for i, figure := range figures {
			switch {
			case figure == "c" && i >= len(figures)-2:
				t.Errorf("%s is suppressed in %s", ref, f.Months[i])
			case math.IsNaN(number(figure)) || strings.HasSuffix(figure, "%"):
				seen[strings.TrimLeft(figure, "0123456789")]++
			}
		}
	}
	if seen["n/a"] == 0 || seen["-"] == 0 || seen["c"] != 1 || seen["%"] < 2 || len(seen) != 5 {
		t.Errorf("marks are %v, want n/a, -, one c, blanks, and percentages as text", seen)
	}
}

var figure = regexp.MustCompile(`\d[\d,]*(\.\d+)?`)

// TestCommentaryIsTrue asks of every figure in the commentary that it is one
// of its metric's, a change since August or since a year before, or part of a
// date.
func TestCommentaryIsTrue(t *testing.T) {
	f := load(t)
	if len(f.Commentary) != 26 || f.Commentary["DM02"] != "" {
		t.Errorf("%d metrics have commentary, want 26 without DM02", len(f.Commentary))
	}
	for _, m := range f.Metrics {
		known := f.knownFigures(m)
		for _, word := range figure.FindAllString(dates.ReplaceAllString(f.Commentary[m["ref"]], ""), -1) {
			n := number(strings.TrimRight(strings.ReplaceAll(word, ",", ""), "."))
			if !slices.Contains(known, n) {
				t.Errorf("%s: the commentary says %s, which the workbook does not", m["ref"], word)
			}
		}
	}
}

var dates = regexp.MustCompile(`(\d{1,2} )?(January|August|September|October|November)( 20\d\d)?`)

func (f *Facts) knownFigures(m Row) []float64 {
	ref := m["ref"]
	words := slices.Concat(f.Actuals[ref], f.Targets[ref], figure.FindAllString(m["name"], -1))
	for _, later := range slices.Concat(f.Snapshots, f.Forecasts) {
		if later["ref"] == ref {
			words = append(words, later["value"])
			words = append(words, figure.FindAllString(later["basis"], -1)...)
		}
	}
	var known []float64
	for _, word := range words {
		known = append(known, number(word))
	}
	now := len(f.Months) - 1
	for _, before := range []int{now - 1, now - 12} {
		known = append(known, math.Abs(known[now]-known[before]))
	}
	return known
}

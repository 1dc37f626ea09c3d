package rules

import (
	"fmt"
	"strings"
	"testing"

	"panelpack/report"
)

// ratingCases are a metric's description, its actual and target, and what has
// to come of them.
const ratingCases = `
count, lower           | 377  | 230    | Red           | 63.9% above     | 63.9% above the incremental target of 230: more than 20%
percent, higher        | 28   | >50    | Red           | 44.0% below     | 44.0% below the incremental target of more than 50%: more than 20%
percent, higher        | 50   | >50    | Green         | not above 50%   | exactly on the limit of the incremental target of more than 50%: not above 50%
percent, higher        | 51   | >50    | Green         | 2.0% above      | 2.0% above the incremental target of more than 50%: better than target
percent, lower         | 5    | <5     | Green         | not below 5%    | exactly on the limit of the incremental target of less than 5%: not below 5%
percent, higher        | 90   | >=90   | Green         | on target       | exactly on the incremental target of at least 90%
percent, higher        | 93   | 90-95  | Green         | within target   | within the incremental target of between 90% and 95%
percent, higher        | 80   | 90-95  | Between bands | 11.1% below     | 11.1% below the incremental target of between 90% and 95%: the bands say nothing of more than 10% and up to 20%
percent, near plan     | 100  | 90-95  | Amber         | 5.3% above      | 5.3% above the incremental target of between 90% and 95%: more than 2% and up to 10%
count, lower           | 16   | 16     | Green         | on target       | exactly on the incremental target of 16
count, lower           | 102  | 100    | Green         | 2.0% above      | 2.0% above the incremental target of 100: up to 2%
count, lower           | 10201| 10000  | Amber         | 2.01% above     | 2.01% above the incremental target of 10,000: more than 2% and up to 10%
count, lower           | 100001 | 100000 | Green       | 0.001% above    | 0.001% above the incremental target of 100,000: up to 2%
count, lower           | 110  | 100    | Amber         | 10.0% above     | 10.0% above the incremental target of 100: more than 2% and up to 10%
count, lower           | 11001| 10000  | Between bands | 10.01% above    | 10.01% above the incremental target of 10,000: the bands say nothing of more than 10% and up to 20%
count, lower           | 120  | 100    | Between bands | 20.0% above     | 20.0% above the incremental target of 100: the bands say nothing of more than 10% and up to 20%
count, lower           | 12001| 10000  | Red           | 20.01% above    | 20.01% above the incremental target of 10,000: more than 20%
count, lower           | 50   | 100    | Green         | 50.0% below     | 50.0% below the incremental target of 100: better than target
count, higher          | 150  | 100    | Green         | 50.0% above     | 50.0% above the incremental target of 100: better than target
count, near plan       | 150  | 100    | Red           | 50.0% above     | 50.0% above the incremental target of 100: more than 20%
count, near plan       | 85   | 100    | Between bands | 15.0% below     | 15.0% below the incremental target of 100: the bands say nothing of more than 10% and up to 20%
count, lower           | 12   | 0      | Red           | 12 above nil    | 12 above nil, the incremental target: anything worse than nought is red
count, lower           | 0    | 0      | Green         | on target       | exactly on the incremental target of 0
percent, lower, one place | 0.3 | 0    | Red           | 0.3 points above nil | 0.3 points above nil, the incremental target: anything worse than nought is red
average, lower, one place | 21.2 | 19.5| Amber         | 8.7% above      | 8.7% above the incremental target of 19.5: more than 2% and up to 10%
count, lower           | n/a  | 230    | Not rated     |                 | no figure for September 2022: not available
count, lower           | c    | 230    | Not rated     |                 | no figure for September 2022: suppressed
count, lower           | .    | 230    | Not rated     |                 | no figure for September 2022
count, lower           | 377  | .      | Not rated     |                 | no incremental target for September 2022
count, lower           | 377  | n/a    | Not rated     |                 | no incremental target for September 2022: not available
count, context         | 27   | .      | Not rated     |                 | shown for context, with no target
count, context         | 27   | 30     | Not rated     |                 | shown for context
count, no polarity     | 27   | 30     | Not rated     |                 | it is not stated whether higher or lower is better
count, no polarity     | 27   | <=30   | Green         | 10.0% below     | 10.0% below the incremental target of at most 30: better than target
`

func TestRatingsWithTheirReasons(t *testing.T) {
	book := defaultBook(t)
	for _, line := range strings.Split(strings.TrimSpace(ratingCases), "\n") {
		f := strings.Split(line, "|")
		for i := range f {
			f[i] = strings.TrimSpace(f[i])
		}
		a := assessAt(t, book, f[0], f[1], f[2])
		short := strings.ReplaceAll(a.Deviation.Short, "\u00a0", " ")
		reason := strings.ReplaceAll(a.Reason, "\u00a0", " ")
		if a.Rating.String() != f[3] || short != f[4] || reason != f[5] {
			t.Errorf("%s against %s (%s):\n got %s, %q\n     %s\nwant %s, %q\n     %s",
				f[1], f[2], f[0], a.Rating, short, reason, f[3], f[4], f[5])
		}
	}
}

// assessAt judges one metric for September 2022.
func assessAt(t testing.TB, book *Rulebook, unit, actual, target string) *report.Assessment {
	t.Helper()
	sub := read(t, fmt.Sprintf("DM01 A metric\n  unit: %s\n  actual: 2022-09 %s\n  target: 2022-09 %s\n", unit, actual, target))
	a := Assess(sub, book, Options{Period: period(t, "2022-09")})
	return &a.Metrics[0]
}

// ratingOf is the bare rating of a figure against its target.
func ratingOf(t testing.TB, book *Rulebook, p report.Polarity, actual, target int64) report.Rating {
	t.Helper()
	s := report.Series{Metric: report.Metric{Polarity: p}}
	terms := book.termsFor(&s)
	o := report.Observation{Actual: report.Number(actual, 0), Target: report.Target{Value: report.Number(target, 0)}}
	return book.judge(&terms, &s, &o).rating
}

// rank orders ratings from best to worst.
var rank = map[report.Rating]int{report.Green: 0, report.Amber: 1, report.BetweenBands: 2, report.Red: 3}

// A figure that is higher where higher is better is as good as one that is
// lower by as much where lower is better.
func TestMirroredPolarityRatesAlike(t *testing.T) {
	book := defaultBook(t)
	for away := int64(-60); away <= 60; away++ {
		high := ratingOf(t, book, report.HigherIsBetter, 100+away, 100)
		low := ratingOf(t, book, report.LowerIsBetter, 100-away, 100)
		if high != low {
			t.Errorf("%+d: %s where higher is better, %s where lower is", away, high, low)
		}
	}
}

func TestABetterFigureNeverRatesWorse(t *testing.T) {
	book := defaultBook(t)
	worst := 3
	for actual := int64(0); actual <= 300; actual++ {
		now := rank[ratingOf(t, book, report.HigherIsBetter, actual, 200)]
		if now > worst {
			t.Errorf("%d against 200 rates worse than %d does", actual, actual-1)
		}
		worst = now
	}
}

// A share does not depend on the size of what it is a share of.
func TestSharesDoNotDependOnScale(t *testing.T) {
	book := defaultBook(t)
	for actual := int64(0); actual <= 400; actual++ {
		want := ratingOf(t, book, report.LowerIsBetter, actual, 230)
		for _, scale := range []int64{10, 1000, 1_000_000_000_000} {
			if got := ratingOf(t, book, report.LowerIsBetter, scale*actual, scale*230); got != want {
				t.Errorf("%d against 230: %s, and %s at %d times the size", actual, want, got, scale)
			}
		}
	}
}

func TestPercentagesInPoints(t *testing.T) {
	book := bookWith(t, `percentages = "share"`, `percentages = "points"`)
	a := assessAt(t, book, "percent, higher", "41", "50")
	if short := strings.ReplaceAll(a.Deviation.Short, "\u00a0", " "); a.Rating != report.Amber || short != "9 points below" {
		t.Errorf("41%% against 50%%: %s, %q, want Amber, 9 points below", a.Rating, short)
	}
	if a := assessAt(t, book, "count, higher", "41", "50"); a.Rating != report.BetweenBands {
		t.Errorf("41 against 50: %s: counts are not judged in points", a.Rating)
	}
}

func TestTargetsOfNoughtByAbsoluteBands(t *testing.T) {
	book := bookWith(t, "# Metrics that should keep near a plan",
		"[bands.absolute]\ngreen = { to = 0 }\namber = { to = 2 }\nred = { over = 2 }\n# Metrics that should keep near a plan")
	for actual, want := range map[string]report.Rating{"0": report.Green, "2": report.Amber, "3": report.Red} {
		if a := assessAt(t, book, "count, lower", actual, "0"); a.Rating != want {
			t.Errorf("%s against nought: %s, want %s", actual, a.Rating, want)
		}
	}
}

func TestNearPlanWithSidesOfItsOwn(t *testing.T) {
	book := bookWith(t, "# What is different for one metric.",
		"[bands.above_plan]\ngreen = { to = 5 }\nred = { over = 5 }\n[bands.below_plan]\ngreen = { to = 1 }\nred = { over = 1 }\n# What is different for one metric.")
	for actual, want := range map[string]report.Rating{"105": report.Green, "106": report.Red, "99": report.Green, "98": report.Red} {
		if a := assessAt(t, book, "count, near plan", actual, "100"); a.Rating != want {
			t.Errorf("%s against a plan of 100: %s, want %s", actual, a.Rating, want)
		}
	}
}

func TestExceptionForOneMetric(t *testing.T) {
	book := bookWith(t, "# What is different for one metric.",
		"[metric.DM01]\nbasis = \"absolute\"\nyardstick = \"final\"\npolarity = \"higher\"\ngreen = { to = 1 }\namber = { below = 4 }\nred = { from = 4 }\nwhy = \"agreed in March\"\n# What is different for one metric.")
	for actual, want := range map[string]report.Rating{"99": report.Green, "97": report.Amber, "96": report.Red} {
		a := assessOne(t, book, "DM01 A metric\n  unit: count, lower\n  actual: 2022-09 "+actual+"\n  target: 50\n  final: 100\n")
		if a.Rating != want {
			t.Errorf("%s against a final target of 100: %s (%s), want %s", actual, a.Rating, a.Reason, want)
		}
		if !strings.Contains(strings.Join(a.Notes, " "), "agreed in March") {
			t.Errorf("notes %q do not say why", a.Notes)
		}
	}
}

func TestPercentagesOfFewCasesAreNotRated(t *testing.T) {
	book := bookWith(t, "minimum_base = 0", "minimum_base = 20")
	sub := read(t, "ES01 A metric\n  unit: percent, higher\n  actual: 2022-09 50\n  target: 90\n")
	sub.Series[0].Observations[0].Base = report.Number(12, 0)
	a := Assess(sub, book, Options{}).Metrics[0]
	if want := "a percentage of 12 cases, fewer than 20"; a.Rating != report.NotRated || a.Reason != want {
		t.Errorf("%s: %s, want Not rated: %s", a.Rating, a.Reason, want)
	}
}

func TestRoundingThatMovesARatingIsSaid(t *testing.T) {
	sub := read(t, "ES01 A metric\n  unit: percent, higher\n  actual: 2022-09 98\n  target: 100\n")
	sub.Series[0].Observations[0].Stored = report.Number(979, 1)
	a := Assess(sub, defaultBook(t), Options{})
	if got := a.Metrics[0].Notes; len(got) != 1 || got[0] != "Rated as printed, 98%; before rounding it would be amber." {
		t.Errorf("notes %q", got)
	}
	if last := a.Findings[len(a.Findings)-1]; last.Message != `actual "98%" is rated green; the stored 97.9 would be amber` {
		t.Errorf("finding %q", last.Message)
	}
}

func TestMissingTargets(t *testing.T) {
	const text = "DM01 A metric\n  unit: count, lower\n  actual: 2022-04 100 100 100 100 100 100\n  target: 2022-05 100 . . . 80\n"
	for setting, want := range map[string]string{"none": "–", "carry forward": "100", "straight line": "90"} {
		book := bookWith(t, `missing_target = "none"`, `missing_target = "`+setting+`"`)
		sub := read(t, text)
		a := Assess(sub, book, Options{Period: period(t, "2022-07")}).Metrics[0]
		if sub.Series[0].Observations[3].Target.Known() {
			t.Errorf("%s: the submission was changed", setting)
		}
		if got := a.Now.Target.Words(a.Metric.Unit); got != want {
			t.Errorf("%s: target for July is %s, want %s", setting, got, want)
		}
		if said := len(a.Notes) == 1; said != (setting != "none") {
			t.Errorf("%s: notes %q", setting, a.Notes)
		}
	}
}

func TestCountsAddUp(t *testing.T) {
	var text strings.Builder
	lines := strings.Split(strings.TrimSpace(ratingCases), "\n")
	for i, line := range lines {
		f := strings.Split(line, "|")
		fmt.Fprintf(&text, "X%02d A metric\n  unit: %s\n  actual: 2022-09 %s\n  target: 2022-09 %s\n", i, strings.TrimSpace(f[0]), f[1], f[2])
	}
	a := Assess(read(t, text.String()), defaultBook(t), Options{})
	if a.Counts.Total() != len(lines) || len(a.Metrics) != len(lines) {
		t.Errorf("%d counted and %d judged of %d metrics", a.Counts.Total(), len(a.Metrics), len(lines))
	}
}

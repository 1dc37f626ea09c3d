package rules

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"panelpack/report"
)

// numbers reads "1 2 2.5".
func numbers(t testing.TB, s string) []float64 {
	t.Helper()
	var all []float64
	for _, f := range strings.Fields(s) {
		n, err := strconv.ParseFloat(f, 64)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, n)
	}
	return all
}

// The method's test vector, from NHSRplotthedots.
func TestLimitsOfTheTestVector(t *testing.T) {
	points := numbers(t, "1 2 1 2 10 1 2 1 2 1 2 1 2 1 2 1 2 1")
	for _, c := range []struct {
		screen       bool
		lower, upper float64
	}{{true, -0.72, 4.60}, {false, -3.06, 6.95}} {
		l := limitsOf(points, c.screen)
		if math.Abs(l.mean-1.94) > 0.005 || math.Abs(l.lower-c.lower) > 0.005 || math.Abs(l.upper-c.upper) > 0.005 {
			t.Errorf("screened %t: mean %.2f, limits %.2f and %.2f, want 1.94, %.2f and %.2f", c.screen, l.mean, l.lower, l.upper, c.lower, c.upper)
		}
	}
}

// causesText writes one letter a point: b beyond a limit, m one of seven
// moving, t two of three, s seven on one side; capitals are high or rising.
func causesText(points []float64, l limits) string {
	letters := [...]string{noCause: "..", beyondLimit: "bB", sevenMoving: "mM", twoOfThree: "tT", sevenOneSide: "sS"}
	var text strings.Builder
	for _, p := range causes(points, l) {
		text.WriteByte(letters[p.cause][(p.side+1)/2])
	}
	return text.String()
}

func TestSpecialCauses(t *testing.T) {
	l := limits{mean: 10, lower: 4, upper: 16} // two thirds of the way: 6 and 14
	for _, c := range []struct{ what, points, want string }{
		{"chance", "9 11 10 8 12 9", "......"},
		{"beyond a limit", "9 17 11 3 9", ".B.b."},
		{"on the limit is within", "9 16 11 4 9", "....."},
		{"seven rising", "8 9 10 11 12 13 14 9", "MMMMMMM."},
		{"six rising", "9 10 11 12 13 13.5 9", "......."},
		{"seven falling", "12 11.5 11 10 9 8 7", "mmmmmmm"},
		{"a standstill breaks it", "8 9 10 11 11 12 13 14", "........"},
		{"two of three near a limit", "9 15 11 15 9", ".T.T."},
		{"the third on the other side", "9 15 9 15 9", "....."},
		{"two thirds exactly is not near", "11 14 14 11", "...."},
		{"two of three low", "11 5 9 5 11", ".t.t."},
		{"seven above the mean", "11 12 11 12 11 12 11 9", "SSSSSSS."},
		{"six above", "11 12 11 12 11 12 9", "......."},
		{"a point on the mean breaks it", "11 12 11 10 11 12 11 12", "........"},
		{"the first pattern names the point", "11 12 11 17 11 12 11", "SSSBSSS"},
	} {
		if got := causesText(numbers(t, c.points), l); got != c.want {
			t.Errorf("%s: %s gives %s, want %s", c.what, c.points, got, c.want)
		}
	}
}

const steady = "50 52 49 51 50 48 52 50 49 51 50 52 49 51 50 48 52 50 49 51 "

func signalFor(t *testing.T, unit, figures, target string, changes ...string) report.Signal {
	t.Helper()
	return assessOne(t, bookWith(t, changes...), "DM01 A metric\n  unit: "+unit+"\n  actual: 2020-01 "+figures+"\n  target: "+target+"\n").Signal
}

func TestVariationByPolarity(t *testing.T) {
	for _, c := range []struct {
		unit, last string
		judged     report.Judgement
		words      string
	}{
		{"count, lower", "70", report.Worse, "a real change for the worse: above the expected range"},
		{"count, higher", "70", report.Better, "a real change for the better: above"},
		{"count, lower", "30", report.Better, "a real change for the better: below"},
		{"count, near plan", "70", report.Steady, "a real change: above"},
		{"count, context", "70", report.Steady, "a real change: above"},
		{"count, lower", "50", report.NoJudgement, "within normal variation ("},
	} {
		s := signalFor(t, c.unit, steady+c.last, "50")
		if s.SpecialNow() != c.judged || !strings.HasPrefix(s.Variation, c.words) {
			t.Errorf("%s, last %s: %q, %q, want %q, %q…", c.unit, c.last, s.SpecialNow(), s.Variation, c.judged, c.words)
		}
	}
}

func TestAssuranceByPolarity(t *testing.T) {
	for _, c := range []struct{ unit, target, want string }{
		{"count, lower", "30", "can be expected to be missed unless things change"},
		{"count, lower", "70", "can be expected to be met unless things change"},
		{"count, lower", "50", "may be chance"},
		{"count, higher", "70", "can be expected to be missed unless things change"},
		{"count, higher", "30", "can be expected to be met unless things change"},
		{"count, near plan", "30", ""},
	} {
		if s := signalFor(t, c.unit, steady+"50", c.target); !strings.HasSuffix(s.Assurance, c.want) || (c.want == "") != (s.Assurance == "") {
			t.Errorf("%s against %s: %q, want …%q", c.unit, c.target, s.Assurance, c.want)
		}
	}
}

func TestAssuranceWhileThingsChange(t *testing.T) {
	if s := signalFor(t, "count, lower", steady+"70", "50"); !strings.HasPrefix(s.Assurance, "as things were, the target of 50 lies within") {
		t.Errorf("after a real change: %q", s.Assurance)
	}
}

func TestWhereNoRangeIsDrawn(t *testing.T) {
	for _, c := range []struct{ what, unit, figures, why string }{
		{"few points", "count, lower", "50 52 49 51 50 48 52 50 49 51 50", "no expected range: 11 figures so far, and 12 are needed"},
		{"rolling", "percent, lower, rolling", steady, "no expected range: each figure covers twelve months, and successive ones overlap"},
		{"constant", "count, lower", "7 7 7 7 7 7 7 7 7 7 7 7", "no expected range: the figures hardly vary"},
		{"small counts", "count, lower", "1 2 1 0 3 1 2 1 0 2 1 2", "no expected range: the numbers are too small"},
	} {
		s := signalFor(t, c.unit, c.figures, "50")
		if s.Why != c.why || len(s.Limits) > 0 || s.Variation != "" || s.SpecialNow() != report.NoJudgement {
			t.Errorf("%s: %q with %d limits and %q, want %q and nothing else", c.what, s.Why, len(s.Limits), s.Variation, c.why)
		}
	}
}

func TestProvisionalRange(t *testing.T) {
	if s := signalFor(t, "count, lower", "50 52 49 51 50 48 52 50 49 51 50 52", "50"); !s.Provisional || s.Points != 12 || !strings.Contains(s.Variation, "provisional") {
		t.Errorf("12 points: %+v, want provisional and said so", s)
	}
	if s := signalFor(t, "count, lower", steady, "50"); s.Provisional {
		t.Error("20 points are provisional")
	}
}

// Figures that are missing are left out, and every index still belongs to its
// own observation.
func TestRangesPassOverGaps(t *testing.T) {
	s := signalFor(t, "count, lower", ". n/a "+steady+"c 70", "50")
	if len(s.Limits) != 1 || s.Limits[0].From != 2 || s.Limits[0].To != 23 || s.SpecialNow() != report.Worse || len(s.Special) != 24 {
		t.Errorf("limits %+v, last %q of %d", s.Limits, s.SpecialNow(), len(s.Special))
	}
}

func TestRebaselining(t *testing.T) {
	moved := steady + strings.NewReplacer("5", "9", "4", "8").Replace(steady)
	line := "\n[[rebaseline]]\nfrom = \"2021-09\"\nmetrics = [\"DM01\"]\n"
	before := signalFor(t, "count, lower", moved, "50")
	after := signalFor(t, "count, lower", moved, "50", "# ------------------------------------------------------ Records", line+"# ---- Records")
	if len(before.Limits) != 1 || before.SpecialNow() == report.NoJudgement {
		t.Fatalf("without a new range: %+v", before)
	}
	if len(after.Limits) != 2 || after.Limits[1].From != 20 || after.Points != 20 || after.SpecialNow() != report.NoJudgement {
		t.Errorf("with a new range from the 21st figure: %+v, now %q", after.Limits, after.SpecialNow())
	}
}

func TestNoRangeGoesBelowNoughtOrAboveAHundred(t *testing.T) {
	s := signalFor(t, "percent, higher", "97 100 91 99 100 90 98 100 92 99 97 100", "95")
	if len(s.Limits) != 1 || s.Limits[0].Upper != 100 {
		t.Errorf("limits %+v, want at most 100%%", s.Limits)
	}
	s = signalFor(t, "count, lower", "2 14 1 9 16 2 12 1 15 3 11 2", "5")
	if len(s.Limits) != 1 || s.Limits[0].Lower != 0 {
		t.Errorf("limits %+v, want no less than 0", s.Limits)
	}
}

// A printed range never holds a figure that is called outside it.
func TestPrintedRangeIsDrawnInwards(t *testing.T) {
	m := report.Metric{}
	got := rangeWords(m, drawnLimits(m, group{index: []int{0, 1}, points: []float64{4, 6}}, limits{mean: 5, lower: 2.2, upper: 8.9}))
	if got != "3–8" {
		t.Errorf("2.2 to 8.9 is printed as %s, want 3–8", got)
	}
}

// A range that most of its own figures lie outside of is told, in the pack and to
// the officer.
func TestARangeOfAMovingLevelIsTold(t *testing.T) {
	moving, steady := "10 20 30 40 50 60 70 80 90 100 110 120 130", "10 20 10 20 10 20 10 20 10 20 10 20 10"
	for figures, want := range map[string]bool{moving: true, steady: false} {
		book := defaultBook(t)
		a := assessOne(t, book, "DM01 A metric\n  unit: count, lower\n  actual: 2021-09 "+figures+"\n  target: 100")
		noted := slices.ContainsFunc(a.Notes, func(note string) bool {
			return strings.HasSuffix(note, "lie outside the expected range.")
		})
		if noted != want {
			t.Errorf("%s: notes %q", figures, a.Notes)
		}
		beside := slices.ContainsFunc(a.Facts, func(fact report.Text) bool {
			return strings.Contains(fact.String(), "which fits few of its figures): a real change")
		})
		if beside != want {
			t.Errorf("%s: facts %v", figures, a.Facts)
		}
	}
}

// A minus is told from the dash of a range.
func TestARangeBelowNought(t *testing.T) {
	m := report.Metric{Unit: report.Unit{Kind: report.Count}}
	got := rangeWords(m, report.Limits{Least: report.Number(-8, 0), Most: report.Number(3, 0)})
	if got != "−8 to 3" {
		t.Errorf("the range is printed as %s", got)
	}
}

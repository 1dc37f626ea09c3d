package chart

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"panelpack/report"
	"panelpack/report/style"
)

var update = flag.Bool("update", false, "rewrite the drawings in testdata")

// Each file of testdata holds a series and, beneath a line of dashes, the
// drawing that it gives.
func TestTrendDrawings(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no series in testdata: %v", err)
	}
	const rule = "----\n"
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		series, want, _ := strings.Cut(string(data), rule)
		got := Trend(assessment(t, series), 480, 130).Dump()
		if *update {
			if err := os.WriteFile(name, []byte(series+rule+got), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: drawing differs (-want +got):\n%s", name, diff)
		}
	}
}

// texts are the words of a drawing, in the order in which they are drawn.
func texts(d Drawing) []string {
	var all []string
	for _, m := range d.Marks {
		if l, ok := m.(Label); ok {
			all = append(all, l.Text)
		}
	}
	return all
}

func hasText(d Drawing, text string) bool {
	for _, s := range texts(d) {
		if s == text {
			return true
		}
	}
	return false
}

func TestTrendSays(t *testing.T) {
	year := "from 2022-01\nactual 60 62 64 63 61 60 65 66 64 62 61 70\n"
	tests := map[string]struct {
		series string
		want   []string
		not    []string
	}{
		"where the scale starts":      {year, []string{"70 actual", "starts at 60, not nought"}, nil},
		"nothing of a scale from 0":   {year + "target 5*12", []string{"5 target"}, []string{"starts at 0, not nought"}},
		"an inequality in words":      {year + "target >50*12", []string{"target more than 50"}, nil},
		"both ends of a range":        {year + "target 50..60*12", []string{"50 to 60 target"}, nil},
		"a final target that differs": {year + "target 60*12\nfinal 50", []string{"60 target", "50 final target"}, nil},
		"a final target once":         {year + "target 60*12\nfinal 60", []string{"60 target"}, []string{"60 final target"}},
		"the expected range":          {year + "limits 1 12 55.4 69.6", []string{"55 to 70 expected"}, nil},
		"a snapshot's day":            {year + "snapshot 2023-01-03 72", []string{"72 on 3 Jan"}, nil},
		"the latest benchmark": {year + "benchmark 2020/21 50 England\nbenchmark 2021/22 52 England",
			[]string{"52 England, 2021/22"}, []string{"50 England, 2020/21"}},
		"a forecast":                        {year + "forecast 2023-02 75", []string{"75 forecast"}, nil},
		"no forecast of what is known":      {year + "forecast 2022-11 75", nil, []string{"75 forecast"}},
		"an event with its month":           {year + "event 2022-04 Inspected", []string{"Inspected, Apr 2022"}, nil},
		"an event with its day":             {year + "event 2022-04-05 Inspected", []string{"Inspected, 5 Apr 2022"}, nil},
		"a date once":                       {year + "event 2022-04 Inspected in April 2022", []string{"Inspected in April 2022"}, nil},
		"an event late in the last month":   {year + "event 2022-12-20 Inspected", []string{"Inspected, 20 Dec 2022"}, nil},
		"an event early in the first month": {year + "event 2022-01-02 Inspected", []string{"Inspected, 2 Jan 2022"}, nil},
		"no event after the last month":     {year + "event 2023-01-20 Inspected", nil, []string{"Inspected, 20 Jan 2023"}},
		"an event in the only month":        {"from 2022-04\nactual 5\nevent 2022-04-05 Inspected", []string{"Inspected, 5 Apr 2022"}, nil},
		"no event outside the chart":        {year + "event 2021-04 Inspected", nil, []string{"Inspected, Apr 2021"}},
		"when the latest figure is missing": {"from 2022-01\nactual 5 6 -", []string{"6, Feb 2022"}, []string{"6 actual"}},
		"quarters beneath their year":       {"from 2022/23-Q3\nactual 5 6 7", []string{"Q3", "Q4", "Q1", "2022/23", "2023/24"}, nil},
		"that there is nothing":             {"from 2022-01\nactual - -", []string{noFigures}, []string{"Jan", "2022"}},
		"a lone forecast":                   {"forecast 2022-11 342", []string{"342 forecast", "Nov"}, nil},
		"a lone snapshot":                   {"snapshot 2022-11-03 342", []string{"342 on 3 Nov", "Nov"}, nil},
	}
	for name, tt := range tests {
		d := Trend(assessment(t, tt.series), 480, 130)
		if problems := faults(d); len(problems) > 0 {
			t.Errorf("%s: %s", name, strings.Join(problems, "; "))
		}
		for _, want := range tt.want {
			if !hasText(d, want) {
				t.Errorf("%s: %q is not among the words %q", name, want, texts(d))
			}
		}
		for _, not := range tt.not {
			if hasText(d, not) {
				t.Errorf("%s: %q is among the words %q", name, not, texts(d))
			}
		}
	}
}

// A pack of a past month must not show what came after it.
func TestTrendStopsAtTheReportingPeriod(t *testing.T) {
	a := assessment(t, "from 2022-01\nactual 60 62 99")
	a.Now = a.Observations[1]
	d := Trend(a, 480, 130)
	if !hasText(d, "62 actual") || hasText(d, "Mar") {
		t.Errorf("the chart of February says %q", texts(d))
	}
}

func TestTrendBreaksItsLineAtAGap(t *testing.T) {
	d := Trend(assessment(t, "from 2022-01\nactual 5 6 - 7 - 8 9"), 480, 130)
	var lengths []int
	circles := 0
	for _, m := range d.Marks {
		switch m := m.(type) {
		case Path:
			if m.Pen.Colour == style.Data {
				lengths = append(lengths, len(m.Points))
			}
		case Circle:
			circles++
		}
	}
	if diff := cmp.Diff([]int{2, 2}, lengths); diff != "" || circles != 5 {
		t.Errorf("want two lines of two points and five markers, got lines of %v and %d markers", lengths, circles)
	}
}

// A quarterly metric in a monthly grid has blanks that are no gaps; a quarter
// without its figure is one.
func TestTrendJoinsFiguresThatComeInSteps(t *testing.T) {
	lines := func(series string) (trend, spark []int) {
		a := assessment(t, series)
		for _, m := range Trend(a, 480, 130).Marks {
			if p, ok := m.(Path); ok && p.Pen.Colour == style.Data {
				trend = append(trend, len(p.Points))
			}
		}
		for _, m := range Spark(a, 70, 14).Marks {
			if p, ok := m.(Path); ok && p.Pen.Colour == style.Data {
				spark = append(spark, len(p.Points))
			}
		}
		return trend, spark
	}
	for series, want := range map[string][]int{
		"from 2021-12\nactual 5 - - 6 - - 7 - - 9\nstep 3":                       {4},
		"from 2021-12\nactual 5 - - 6 - - 7 - - 9 - -\nstep 3":                   {4},
		"from 2021-12\nactual 5 - - 6 - - - - - 9 - - 8\nstep 3":                 {2, 2},
		"from 2021-12\nactual 5 - - 6 - - 7\nstep 3\ntarget 4*7\nlimits 1 7 4 8": {3},
		"from 2021-12\nactual 5 6 - 7 8\nstep 1":                                 {2, 2},
	} {
		trend, spark := lines(series)
		if diff := cmp.Diff(want, trend); diff != "" {
			t.Errorf("%q: points of each line of the trend (-want +got):\n%s", series, diff)
		}
		if diff := cmp.Diff(want, spark); diff != "" {
			t.Errorf("%q: points of each line of the spark (-want +got):\n%s", series, diff)
		}
	}
}

func TestTargetsAndRangesSpanTheBlanksOfSteps(t *testing.T) {
	a := assessment(t, "from 2021-12\nactual 5 - - 6 - - 7\ntarget 4 - - 4 - - 3\nlimits 2 5 4 8\nstep 3")
	levels := 0
	for _, m := range Trend(a, 480, 130).Marks {
		if p, ok := m.(Path); ok && p.Pen.Dash == style.Dashed {
			levels++
		}
	}
	if levels != 1 {
		t.Errorf("the target is drawn in %d pieces, want one line", levels)
	}
	f := figuresOf(a)
	if l := f.limits[0]; l.From != 1 || l.To != 1 {
		t.Errorf("limits of observations 2 to 5 hold for points %d to %d, want the second point alone", l.From, l.To)
	}
}

func TestTrendMarksRedMonths(t *testing.T) {
	count := func(series string) (diamonds int) {
		for _, m := range Trend(assessment(t, series), 480, 130).Marks {
			if p, ok := m.(Path); ok && p.Closed && p.Fill == style.RatingColour(report.Red) && len(p.Points) == 4 {
				diamonds++
			}
		}
		return diamonds
	}
	if n := count("from 2022-01\nactual 5 6 7 8\nred 2 4"); n != 2 {
		t.Errorf("two red months: %d diamonds", n)
	}
	// Months before the first figure take their ratings with them.
	if n := count("from 2022-01\nactual - - 7 8\nred 1 2 4"); n != 1 {
		t.Errorf("one red month after a blank start: %d diamonds", n)
	}
}

func TestSparkShowsThirteenPeriods(t *testing.T) {
	for series, want := range map[string]int{
		"from 2020-01\nactual 1*10 2*10 3*10": SparkPeriods,
		"from 2022-01\nactual 1 2 3":          3,
	} {
		d := Spark(assessment(t, series), 70, 14)
		for _, m := range d.Marks {
			p, ok := m.(Path)
			if ok && len(p.Points) != want {
				t.Errorf("%q: %d points, want %d", series, len(p.Points), want)
			}
			if ok && p.Points[len(p.Points)-1].X != 70-sparkDot {
				t.Errorf("%q: the latest figure is at %v, not at the right edge", series, p.Points[len(p.Points)-1])
			}
		}
		if len(d.Marks) != 2 || d.Title != "" {
			t.Errorf("%q: want a line and a dot without a title, got\n%s", series, d.Dump())
		}
	}
	if d := Spark(assessment(t, "from 2022-01\nactual - -"), 70, 14); len(d.Marks) != 0 {
		t.Errorf("no figures: want no marks, got\n%s", d.Dump())
	}
}

func BenchmarkTrend(b *testing.B) {
	a := assessment(b, `from 2020-09
actual 250 244 232 221 258 268 254 240 262 250 236 246 257 240 228 236 262 270 266 284 300 295 288 322 377
target 250*7 240*12 230*6
limits 1 25 220 290
event 2021-10 Ofsted: inadequate
event 2022-07 Commissioner’s advice
snapshot 2022-11-03 342
final 200`)
	for b.Loop() {
		Trend(a, 493, 128)
	}
}

// A line of more figures than its plot has points is thin, so that it does not
// fill the plot.
func TestACrowdedLineIsThin(t *testing.T) {
	for series, want := range map[string]float64{"from 2020-09\nactual 5*25": style.DataWeight, "from 1900-01\nactual 5*1000": style.RuleWeight} {
		heaviest := 0.0
		for _, m := range Trend(assessment(t, series), 480, 130).Marks {
			if p, ok := m.(Path); ok && p.Pen.Colour == style.Data && !p.Closed {
				heaviest = max(heaviest, p.Pen.Weight)
			}
		}
		if heaviest != want {
			t.Errorf("%q: a line of %v pt, want %v", series, heaviest, want)
		}
	}
}

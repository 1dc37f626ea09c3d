package chart

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestScaleFor(t *testing.T) {
	none := math.Inf(1)
	tests := []struct {
		why     string
		lo, hi  float64
		places  int
		most    int
		ceiling float64
		want    string // from, to and step
	}{
		{"half the highest is near nought", 50, 100, 0, 4, none, "0 100 25"},
		{"more than half is not", 51, 100, 0, 4, none, "40 100 20"},
		{"referrals", 220, 377, 0, 4, none, "200 400 50"},
		{"a constant series", 5, 5, 0, 4, none, "0 6 2"},
		{"nothing but nought", 0, 0, 0, 4, none, "0 1 1"},
		{"no fractions of a count", 0, 3, 0, 6, none, "0 3 1"},
		{"fractions of an average", 0, 3, 1, 6, none, "0 3 0.5"},
		{"a tenth of the highest at least", 996, 1000, 0, 4, none, "900 1050 50"},
		{"no room above 100%", 99, 100, 1, 4, 100, "90 100 2.5"},
		{"either side of nought", -3.2, 4.1, 1, 4, none, "-5 5 2.5"},
		{"below nought alone", -100, -51, 0, 4, none, "-100 -40 20"},
		{"below nought and near it", -100, -20, 0, 4, none, "-100 0 25"},
		{"room for two steps", 220, 377, 0, 2, none, "200 400 100"},
		{"millions", 990000, 1500000, 0, 4, none, "800000 1.6e+06 200000"},
	}
	for _, tt := range tests {
		s := scaleFor(tt.lo, tt.hi, tt.places, tt.most, tt.ceiling)
		if got := fmt.Sprintf("%v %v %v", s.from, s.to, s.step); got != tt.want {
			t.Errorf("%s: scale for %v to %v is %s, want %s", tt.why, tt.lo, tt.hi, got, tt.want)
		}
	}
}

// What ScalePolicy promises holds for any figures.
func TestScalePolicyHolds(t *testing.T) {
	for seed := range uint64(2000) {
		r := rand.New(rand.NewPCG(seed, 2))
		places, most := r.IntN(3), 2+r.IntN(5)
		unit := math.Pow10(-places)
		lo := math.Round(1000*r.Float64()/unit) * unit
		hi := lo + math.Round(1000*r.Float64()*r.Float64()/unit)*unit
		s := scaleFor(lo, hi, places, most, math.Inf(1))
		if s.from > lo+1e-9 || s.to < hi-1e-9 {
			t.Fatalf("figures from %v to %v leave the scale %+v", lo, hi, s)
		}
		if !s.fromNought() && (lo == hi || lo <= hi/2 || s.to-s.from < hi/10-1e-9) {
			t.Fatalf("figures from %v to %v should not have the scale %+v", lo, hi, s)
		}
		if steps := (s.to - s.from) / s.step; steps > float64(most)+1e-9 {
			t.Fatalf("figures from %v to %v: %v steps on %+v, want at most %d", lo, hi, steps, s, most)
		}
		if s.places > places {
			t.Fatalf("figures with %d places: ticks of %+v have more", places, s)
		}
	}
}

func TestTimeline(t *testing.T) {
	tests := []struct {
		first, at string
		want      float64
	}{
		{"2022-09", "2022-09", 0},
		{"2022-09", "2023-01", 4},
		{"2022-09", "2022-09-01", -0.5 + 0.5/30},
		{"2022-09", "2022-11-03", 1.5 + 2.5/30},
		{"2021/22-Q4", "2022/23-Q2", 2},
		{"2021/22-Q4", "2022-02", 0},
		{"2020/21", "2022/23", 2},
		{"2020/21", "2020-04", -0.5 + 0.5/12},
		{"2020", "2021", 1},
		{"2022-11-03", "2022-11-10", 7},
	}
	for _, tt := range tests {
		got := timelineFrom(period(t, tt.first)).middle(period(t, tt.at))
		if math.Abs(got-tt.want) > 1e-9 {
			t.Errorf("from %s, %s is at %v, want %v", tt.first, tt.at, got, tt.want)
		}
	}
}

func TestTickWords(t *testing.T) {
	for at, want := range map[string][2]string{
		"2022-09":    {"Sep", "2022"},
		"2022/23-Q2": {"Q2", "2022/23"},
		"2022/23":    {"2022/23", ""},
		"2022":       {"2022", ""},
		"2022-11-03": {"3 Nov", "2022"},
	} {
		p := period(t, at)
		if got := [2]string{tickWords(p), groupWords(p)}; got != want {
			t.Errorf("%s: axis says %q, want %q", at, got, want)
		}
	}
}

func TestMonthsOnTheAxis(t *testing.T) {
	months := func(series string) []string {
		d := &trend{figures: figuresOf(assessment(t, series))}
		d.frame(nil)
		d.plot = box{0, 0, 400, 100}
		d.drawPeriods(d.periods())
		return texts(d.drawing)
	}
	for series, want := range map[string][]string{
		"from 2022-06\nactual 1 2 3 4": {"Sep", "Jun", "Jul", "Aug"},
		"from 2020-09\nactual 1*25":    {"Sep", "Sep", "Dec", "Mar", "Jun", "Sep", "Dec", "Mar", "Jun"},
		// The last month leaves no room for the one that its turn would give.
		"from 2020-09\nactual 1*26": {"Oct", "Sep", "Dec", "Mar", "Jun", "Sep", "Dec", "Mar", "Jun"},
		// The latest figure has its month although none has its turn there.
		"from 2020-09\nactual 1*24\nforecast 2023-03 1": {"Aug", "Mar", "Sep", "Dec", "Mar", "Jun", "Sep", "Dec", "Mar", "Jun", "Dec"},
		"from 2013-01\nactual 1*60":                     {"Dec", "Jan", "Jul", "Jan", "Jul", "Jan", "Jul", "Jan", "Jul", "Jan", "Jul"},
	} {
		if diff := cmp.Diff(want, months(series)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", series, diff)
		}
	}
}

func TestSpread(t *testing.T) {
	tests := []struct {
		why                   string
		starts, heights, want []float64
	}{
		{"room enough", []float64{10, 30}, []float64{10, 10}, []float64{10, 30}},
		{"two meet halfway", []float64{40, 44}, []float64{10, 10}, []float64{37, 47}},
		{"three about their middle", []float64{40, 40, 40}, []float64{10, 10, 10}, []float64{30, 40, 50}},
		{"at the top", []float64{-20, -10}, []float64{10, 10}, []float64{0, 10}},
		{"at the bottom", []float64{95, 99}, []float64{10, 10}, []float64{80, 90}},
		{"one pushed reaches the next", []float64{40, 41, 52}, []float64{10, 10, 10}, []float64{34 + 1.0/3, 44 + 1.0/3, 54 + 1.0/3}},
	}
	for _, tt := range tests {
		got := spread(tt.starts, tt.heights, 0, 100)
		for i := range got {
			if math.Abs(got[i]-tt.want[i]) > 1e-9 {
				t.Errorf("%s: spread(%v) = %v, want %v", tt.why, tt.starts, got, tt.want)
				break
			}
		}
	}
}

// Every event of a busy year keeps its words; of too many, the latest do.
func TestEventsKeepTheirWords(t *testing.T) {
	year := "from 2022-01\nactual 5*12\nevent 2022-03 Inspected\nevent 2022-04 Director appointed\nevent 2022-04-20 New model\n"
	d := Trend(assessment(t, year), 480, 130)
	for _, want := range []string{"Inspected, Mar 2022", "Director appointed, Apr 2022", "New model, 20 Apr 2022"} {
		if !hasText(d, want) {
			t.Errorf("%q is not among the words %q", want, texts(d))
		}
	}
	for day := range 9 {
		year += fmt.Sprintf("event 2022-05-%02d Something else that happened\n", day+1)
	}
	if d := Trend(assessment(t, year), 480, 130); !hasText(d, "Something else that happened, 9 May 2022") {
		t.Errorf("the latest of twelve events is not among the words %q", texts(d))
	}
}

func TestCut(t *testing.T) {
	for _, width := range []float64{500, 60, 20, 1} {
		got := cut("Statistical neighbours, England", 0, 9, width)
		l := Label{Text: got, Size: 9}
		if l.box().width() > width && got != "…" {
			t.Errorf("cut to %v pt: %q is %.1f wide", width, got, l.box().width())
		}
	}
	if got := cut("Neighbours, all", 0, 9, 58); got != "Neighbours…" {
		t.Errorf(`cut("Neighbours, all") = %q, want "Neighbours…"`, got)
	}
}

func TestCrosses(t *testing.T) {
	b := box{10, 10, 20, 20}
	for name, tt := range map[string]struct {
		s    segment
		want bool
	}{
		"through":         {segment{Point{0, 15}, Point{30, 15}}, true},
		"upright through": {segment{Point{15, 0}, Point{15, 30}}, true},
		"inside":          {segment{Point{15, 15}, Point{15, 15}}, true},
		"ends inside":     {segment{Point{15, 15}, Point{90, 90}}, true},
		"past a corner":   {segment{Point{0, 15}, Point{15, 30}}, false},
		"short of it":     {segment{Point{0, 15}, Point{9, 15}}, false},
		"beside it":       {segment{Point{25, 0}, Point{25, 30}}, false},
		"a point beside":  {segment{Point{5, 5}, Point{5, 5}}, false},
	} {
		if got := b.crosses(tt.s); got != tt.want {
			t.Errorf("%s: crosses = %v, want %v", name, got, tt.want)
		}
	}
}

// The line of a target does not lie on the axis, and what meets a limit is seen
// above it too.
func TestTargetsStandClearOfTheAxes(t *testing.T) {
	for series, want := range map[string][2]float64{
		"unit percent\nfrom 2022-01\nactual 64 80 75\ntarget 60*3":                                                {55, 80},
		"unit percent\nfrom 2022-01\nactual 64 66 65\ntarget 61*3":                                                {60, 68},
		"unit count\nfrom 2022-01\nactual 64 66 65\ntarget 0*3":                                                   {0, 80},
		"unit percent\nfrom 2022-01\nactual 64 66 65\ntarget 70*3\nzone 1 3 70 -":                                 {62, 72},
		"unit percent\nfrom 2022-01\nactual 94 96 95\ntarget 100*3\nzone 1 3 100 -\nbenchmark 2021/22 90 England": {85, 100},
	} {
		f := figuresOf(assessment(t, series))
		if s := f.scale(5); s.from != want[0] || s.to != want[1] {
			t.Errorf("%q: the scale goes from %g to %g, want %v", series, s.from, s.to, want)
		}
	}
}

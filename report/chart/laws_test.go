package chart

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"panelpack/report/style"
)

// faults are what is wrong with any drawing: words that overlap, cover a line
// of figures or are too small, and marks that leave it.
func faults(d Drawing) []string {
	const forgiven = 1e-6 // of a point: what rounding may add
	var found []string
	page := box{0, 0, d.Width, d.Height}.grown(forgiven, forgiven)
	var words []Label
	var events, lines []Path
	for _, m := range d.Marks {
		switch m := m.(type) {
		case Path:
			if len(m.Points) < 2 {
				found = append(found, "a path has fewer than two points")
			}
			if m.Pen.Colour == style.Axis && m.Pen.Dash == style.Dotted {
				events = append(events, m)
			}
			if !m.Closed && m.Pen.Weight >= style.TargetWeight {
				lines = append(lines, m)
			}
			for _, p := range m.Points {
				if !(box{p.X, p.Y, p.X, p.Y}).grown(m.Pen.Weight/2, m.Pen.Weight/2).within(page) {
					found = append(found, fmt.Sprintf("a path leaves the drawing at %s", p.dump()))
				}
			}
		case Circle:
			r := m.Radius + m.Pen.Weight/2
			if !(box{m.Centre.X, m.Centre.Y, m.Centre.X, m.Centre.Y}).grown(r, r).within(page) {
				found = append(found, fmt.Sprintf("a circle leaves the drawing at %s", m.Centre.dump()))
			}
		case Label:
			if !m.box().within(page) {
				found = append(found, fmt.Sprintf("%q leaves the drawing: %.1f", m.Text, m.box()))
			}
			if m.Size < style.ChartLabel {
				found = append(found, fmt.Sprintf("%q is set in %v pt", m.Text, m.Size))
			}
			for _, other := range words {
				if m.box().overlaps(other.box()) {
					found = append(found, fmt.Sprintf("%q overlaps %q", m.Text, other.Text))
				}
			}
			words = append(words, m)
		}
	}
	for _, l := range words {
		for _, line := range lines {
			for i := 1; i < len(line.Points); i++ {
				if l.box().crosses(segment{line.Points[i-1], line.Points[i]}) {
					found = append(found, fmt.Sprintf("%q covers a line at %s", l.Text, line.Points[i].dump()))
				}
			}
		}
		for _, e := range events {
			if l.Colour == style.Quiet && l.box().crosses(segment{e.Points[0], e.Points[1]}) {
				found = append(found, fmt.Sprintf("the line of an event at %s crosses %q", e.Points[0].dump(), l.Text))
			}
		}
	}
	return found
}

// randomSeries writes a series of any kind that a workbook may hold.
func randomSeries(r *rand.Rand) string {
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	maybe := func() bool { return r.IntN(3) == 0 }
	line("unit %s", []string{"count", "percent", "average", "pounds"}[r.IntN(4)])
	line("from %s", []string{"2020-09", "2019-12", "2021/22-Q3", "2015/16", "2014", "2022-10-28"}[r.IntN(6)])
	n := []int{1, 2, 3, 5, 9, 13, 25, 40, 120}[r.IntN(9)]
	base, spread := []int{0, 3, 60, 377, 2352, 1200000}[r.IntN(6)], []int{0, 1, 30, 400}[r.IntN(4)]
	negative := r.IntN(8) == 0
	figure := func() string {
		v := base + r.IntN(spread+1)
		if negative {
			v -= spread / 2
		}
		return fmt.Sprint(v)
	}
	var actual, target []string
	for i := range n {
		actual, target = append(actual, figure()), append(target, fmt.Sprint(base+i/7))
		if r.IntN(6) == 0 {
			actual[i] = "-"
		}
	}
	line("actual %s", strings.Join(actual, " "))
	if !maybe() {
		line("target %s", strings.Join(target, " "))
		line("red %d", 1+r.IntN(n))
	}
	if maybe() {
		ends := [...]string{fmt.Sprintf("%d -", base), fmt.Sprintf("- %d", base+spread), fmt.Sprintf("%d %d", base-1, base+spread)}
		line("zone %d %d %s", 1+n/3, n, ends[r.IntN(3)])
	}
	if maybe() {
		line("final %d..%d", base, base+spread)
	}
	if maybe() {
		line("limits 1 %d %d %d", n, base-spread, base+2*spread)
	}
	for range r.IntN(5) {
		line("event 2022-%02d-%02d %s", 1+r.IntN(12), 1+r.IntN(28), strings.Repeat("Something happened ", 1+r.IntN(4)))
	}
	for i := range r.IntN(3) {
		line("forecast 2023-%02d %s", 1+i, figure())
		line("benchmark 2021/22 %s %s %d", figure(), strings.Repeat("Neighbours ", i+1), i)
	}
	if maybe() {
		line("snapshot 2022-11-%02d %s", 1+r.IntN(28), figure())
	}
	return b.String()
}

func TestEveryDrawingIsSound(t *testing.T) {
	for seed := range uint64(3000) {
		r := rand.New(rand.NewPCG(seed, 0))
		series := randomSeries(r)
		width, height := 240+300*r.Float64(), 90+120*r.Float64()
		a := assessment(t, series)
		d := Trend(a, width, height)
		problems := faults(d)
		if f := figuresOf(a); f.lastActual() >= 0 && !saysActual(d) {
			problems = append(problems, "the latest actual has no label")
		}
		if d.Dump() != Trend(a, width, height).Dump() {
			problems = append(problems, "two drawings of one series differ")
		}
		problems = append(problems, faults(Spark(a, 70, 14))...)
		if len(problems) > 0 {
			t.Fatalf("seed %d, %.0f by %.0f:\n%s\nfrom\n%s", seed, width, height, strings.Join(problems, "\n"), series)
		}
	}
}

func saysActual(d Drawing) bool {
	for _, m := range d.Marks {
		if l, ok := m.(Label); ok && l.Size == style.ChartValue && l.Colour == style.Data {
			return true
		}
	}
	return false
}

// A larger figure is never drawn lower, and equal steps are equally high.
func TestHeightsFollowFigures(t *testing.T) {
	for seed := range uint64(200) {
		r := rand.New(rand.NewPCG(seed, 1))
		lo := float64(r.IntN(400) - 100)
		s := scaleFor(lo, lo+float64(r.IntN(300)), r.IntN(3), 1+r.IntN(5), 1000)
		c := trend{plot: box{0, 0, 100, 100}, scale: s}
		ticks := s.ticks()
		for i := 1; i < len(ticks); i++ {
			rise := c.y(ticks[i-1].Float()) - c.y(ticks[i].Float())
			if want := 100 / float64(len(ticks)-1); rise < want-1e-6 || rise > want+1e-6 {
				t.Fatalf("scale %+v: from %v to %v is %v pt, want %v", s, ticks[i-1].Float(), ticks[i].Float(), rise, want)
			}
		}
	}
}

// What more there is to say above the plot takes no row from it.
func TestDatesTakeNoRow(t *testing.T) {
	rows := func(placed []event) int {
		most := 0
		for _, e := range placed {
			most = max(most, e.row+1)
		}
		return most
	}
	longer := 0
	for seed := range uint64(2000) {
		r := rand.New(rand.NewPCG(seed, 9))
		c := &trend{figures: figuresOf(assessment(t, randomSeries(r)))}
		if c.none() {
			continue
		}
		c.drawing = Drawing{Width: 511, Height: 120}
		c.frame(c.endLabels())
		placed := c.placeEvents()
		short := slices.Clone(placed)
		for i := range short {
			short[i].fuller = short[i].words
		}
		without, with := rows(c.head(short)), rows(c.head(placed))
		if with != without {
			t.Fatalf("seed %d: %d rows with dates, %d without", seed, with, without)
		}
		for _, e := range placed {
			if e.words != e.fuller {
				longer++
			}
		}
	}
	if longer == 0 {
		t.Error("no event had more to say")
	}
}

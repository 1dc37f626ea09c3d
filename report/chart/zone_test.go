package chart

import (
	"testing"

	"panelpack/report/style"
)

// hatching are the lines of a drawing that hatch zones.
func hatching(d Drawing) []Path {
	var lines []Path
	for _, m := range d.Marks {
		if p, ok := m.(Path); ok && p.Pen.Colour == style.Axis && p.Points[0].X != p.Points[1].X && p.Points[0].Y != p.Points[1].Y {
			lines = append(lines, p)
		}
	}
	return lines
}

// A zone is hatched on its own side of the target, for its own periods, and to
// the edge of the plot where its end is open.
func TestZonesAreHatched(t *testing.T) {
	for _, tt := range []struct {
		zone      string
		low, high float64 // of what is hatched, as figures
	}{
		{"3 6 50 -", 50, 100},
		{"3 6 - 50", 0, 50},
		{"3 6 40 60", 40, 60},
	} {
		a := assessment(t, "unit percent\nfrom 2022-01\nactual 10 20 30 60 80 90\ntarget 50*6\nzone "+tt.zone)
		c := &trend{figures: figuresOf(a), drawing: Drawing{Width: 500, Height: 170}}
		c.frame(c.endLabels())
		lines := hatching(Trend(a, 500, 170))
		if len(lines) < 10 {
			t.Fatalf("%s: %d lines", tt.zone, len(lines))
		}
		from, _ := c.stretch(2)
		area := box{c.x(from), c.y(tt.high), c.plot.right, c.y(tt.low)}.grown(0.01, 0.01)
		reached := box{area.right, area.bottom, area.left, area.top}
		for _, l := range lines {
			for _, p := range l.Points {
				if !(box{p.X, p.Y, p.X, p.Y}).within(area) {
					t.Errorf("%s: a line at %s leaves %.1f", tt.zone, p.dump(), area)
				}
				reached = box{min(reached.left, p.X), min(reached.top, p.Y), max(reached.right, p.X), max(reached.bottom, p.Y)}
			}
		}
		if !area.grown(-0.1, -0.1).within(reached) {
			t.Errorf("%s: hatched %.1f, want %.1f", tt.zone, reached, area)
		}
	}
}

// A target that is one figure has no zone, and steps of a zone join.
func TestWhatIsNotHatched(t *testing.T) {
	plain := assessment(t, "unit percent\nfrom 2022-01\nactual 10 20 30 60\ntarget 50*4")
	if lines := hatching(Trend(plain, 500, 170)); len(lines) > 0 {
		t.Errorf("a plain target is hatched: %s", lines[0].dump())
	}
	whole := assessment(t, "unit percent\nfrom 2022-01\nactual 10 20 30 60\ntarget 50*4\nzone 1 4 50 -")
	parts := assessment(t, "unit percent\nfrom 2022-01\nactual 10 20 30 60\ntarget 50*4\nzone 1 2 50 -\nzone 3 4 50 -")
	if Trend(whole, 500, 170).Dump() != Trend(parts, 500, 170).Dump() {
		t.Error("neighbours of one zone are hatched apart")
	}
}

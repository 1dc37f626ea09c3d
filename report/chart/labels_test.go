package chart

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"panelpack/report"
	"panelpack/report/style"
)

// The actual stands clear of its own line where there is room.
func TestLabelsKeepClearOfLines(t *testing.T) {
	a := assessment(t, "unit percent\nfrom 2022-05\nactual 20 30 40 50 60\nforecast 2023-01 10")
	c := &trend{figures: figuresOf(a)}
	c.drawing = Drawing{Width: 480, Height: 130}
	words := c.endLabels()
	c.frame(words)
	c.drawActuals()
	c.drawForecasts()
	c.placeEndLabels(words)
	for _, b := range c.placed {
		if c.covers(b) {
			t.Errorf("words at %.1f cross a line", b)
		}
	}
}

// Words above the plot share a row where they can, since each row takes height
// from the plot; what more there is to say gives way to that.
func TestWordsAboveThePlotShareARow(t *testing.T) {
	series := "unit percent\nfrom 2020-09\nactual 68 70 71*23\ntarget 72*25\nfinal 90\nlimits 1 25 64 77\n" +
		"event 2021-10 Ofsted inspection: inadequate\nevent 2022-07 Commissioner advises partnership\n"
	rows := map[float64][]string{}
	for _, m := range Trend(assessment(t, series), 511, 110).Marks {
		if l, ok := m.(Label); ok && (strings.Contains(l.Text, "Ofsted") || strings.Contains(l.Text, "Commissioner") || strings.Contains(l.Text, "starts")) {
			rows[l.At.Y] = append(rows[l.At.Y], l.Text)
		}
	}
	want := []string{"Commissioner advises partnership", "Ofsted inspection: inadequate, Oct 2021", "starts at 60%"}
	if len(rows) != 1 {
		t.Fatalf("the words stand in %d rows: %v", len(rows), rows)
	}
	for _, row := range rows {
		if diff := cmp.Diff(want, row); diff != "" {
			t.Errorf("words above the plot (-want +got):\n%s", diff)
		}
	}
}

// The bar of a final target touches neither the last marker nor its words.
func TestTheFinalTargetStandsClear(t *testing.T) {
	d := Trend(assessment(t, "unit percent\nfrom 2022-05\nactual 60 61\nfinal 62\nforecast 2022-07 62"), 480, 130)
	red := Trend(assessment(t, "unit percent\nfrom 2022-05\nactual 60 61\nred 2\nfinal 62"), 480, 130)
	var diamond, itsBar float64
	for _, m := range red.Marks {
		switch m, ok := m.(Path); {
		case !ok:
		case m.Closed && len(m.Points) == 4 && m.Fill == style.Mark(report.Red).Fill:
			for _, p := range m.Points {
				diamond = max(diamond, p.X+m.Pen.Weight/2)
			}
		case m.Pen.Weight == 2*style.TargetWeight:
			itsBar = m.Points[0].X
		}
	}
	if diamond == 0 || itsBar < diamond {
		t.Errorf("the bar begins at %.1f, and a red diamond reaches %.1f", itsBar, diamond)
	}
	var last Circle
	var bar Path
	var words Label
	for _, m := range d.Marks {
		switch m := m.(type) {
		case Circle:
			if m.Centre.X > last.Centre.X {
				last = m
			}
		case Path:
			if m.Pen.Weight == 2*style.TargetWeight {
				bar = m
			}
		case Label:
			if m.Text == "62% final target" {
				words = m
			}
		}
	}
	if bar.Points == nil || words.Text == "" {
		t.Fatalf("no bar or no words in %s", d.Dump())
	}
	if reach := last.Centre.X + last.Radius + last.Pen.Weight/2; bar.Points[0].X < reach {
		t.Errorf("the bar begins at %.1f, within the last marker, which reaches %.1f", bar.Points[0].X, reach)
	}
	if gap := words.box().left - bar.Points[1].X; gap < 3 {
		t.Errorf("the words begin %.1f pt after the bar, which reads as a minus", gap)
	}
}

// A label that others keep from the height of its line is tied to it.
func TestALabelThatMovedIsTiedToItsHeight(t *testing.T) {
	ties := func(series string) (all []Path) {
		for _, m := range Trend(assessment(t, series), 480, 130).Marks {
			p, ok := m.(Path)
			if ok && len(p.Points) == 2 && p.Pen.Weight == style.HairlineWeight && p.Points[0].X != p.Points[1].X && p.Points[0].Y != p.Points[1].Y {
				all = append(all, p)
			}
		}
		return all
	}
	if got := ties("from 2022-05\nactual 10 90\ntarget 40*2"); len(got) != 0 {
		t.Errorf("labels at their heights are tied: %v", got)
	}
	if got := ties("from 2022-05\nactual 10 90\ntarget 89*2\nbenchmark 2021/22 88 England"); len(got) == 0 {
		t.Error("labels that had to move are tied to nothing")
	}
}

// A label is tied to the end of its line where forecasts go on beyond it.
func TestALabelIsTiedToALineThatEndsFarAway(t *testing.T) {
	d := Trend(assessment(t, "from 2022-01\nactual 10 20 30 40\ntarget 25*4\nforecast 2022-10 50"), 480, 130)
	var target, tie Path
	for _, m := range d.Marks {
		if p, ok := m.(Path); ok && p.Pen.Weight == style.TargetWeight && p.Pen.Dash == style.Dashed {
			target = p
		} else if ok && p.Pen.Weight == style.HairlineWeight && p.Pen.Colour == style.Axis && p.Points[0].X != p.Points[1].X {
			tie = p
		}
	}
	if target.Points == nil || tie.Points == nil {
		t.Fatalf("no target or no tie in %s", d.Dump())
	}
	end := target.Points[len(target.Points)-1]
	if gap := tie.Points[0].X - end.X; gap < 0 || gap > 3 || tie.Points[0].Y != end.Y {
		t.Errorf("the target ends at %v, and its label is tied to %v", end, tie.Points[0])
	}
}

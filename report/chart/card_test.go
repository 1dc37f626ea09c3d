package chart

import (
	"strings"
	"testing"

	"panelpack/report/style"
)

// A card's words stand within it and over none of each other, however long
// they are.
func TestCardsKeepTheirWordsApart(t *testing.T) {
	long := strings.Repeat("Children becoming subject of a plan for a second time ", 6)
	for _, title := range []string{"", "Referrals are up", long} {
		a := assessment(t, "from 2020-09\nactual 60 62 99 80 70 90 65 76 88 90 91\ntarget 60")
		a.Chart.Title, a.Chart.Subtitle = title, title
		d := Card(a, "Anyshire Council · Draft", 480, 270)
		var boxes []box
		for _, m := range d.Marks {
			l, ok := m.(Label)
			if !ok {
				continue
			}
			if b := l.box(); !b.within(box{0, 0, d.Width, d.Height}) || b.overlapsAny(boxes) {
				t.Errorf("title of %d letters: %q overlaps another label or leaves the card", len(title), l.Text)
			}
			boxes = append(boxes, l.box())
		}
		if !hasText(d, "Anyshire Council · Draft") {
			t.Error("the card does not say where it comes from")
		}
	}
}

func TestCardHasTheTrendAndAGround(t *testing.T) {
	a := assessment(t, "from 2022-01\nactual 60 62 99")
	d := Card(a, "", 400, 200)
	ground, ok := d.Marks[0].(Path)
	if !ok || ground.Fill != style.Paper || ground.Points[2] != (Point{400, 200}) {
		t.Errorf("the first mark is %v, want the ground", d.Marks[0])
	}
	if want := Trend(a, 400-2*cardMargin, 100); len(d.Marks) < len(want.Marks) {
		t.Errorf("the card has %d marks, its chart %d", len(d.Marks), len(want.Marks))
	}
}

func TestLongWordsAreWrapped(t *testing.T) {
	const text = "one two three four five six"
	width := style.Width(style.Regular, 10, "one two three")
	if got := strings.Join(wrapped(text, style.Regular, 10, width, 3), "|"); got != "one two three|four five six" {
		t.Errorf("in lines: %q", got)
	}
	if got := wrapped(text, style.Regular, 10, width, 1); len(got) != 1 || !strings.HasSuffix(got[0], "…") {
		t.Errorf("on one line: %q", got)
	}
	if wrapped("", style.Regular, 10, width, 2) != nil {
		t.Error("no words give lines")
	}
}

package svg

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"panelpack/report"
	"panelpack/report/chart"
	"panelpack/report/style"
)

func write(t *testing.T, d chart.Drawing) string {
	t.Helper()
	var b strings.Builder
	if err := Write(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestWrite(t *testing.T) {
	got := write(t, chart.Drawing{
		Width: 100, Height: 40.5, Title: "Referrals are up", Desc: `"more than" 5 < 6 & rising`,
		Marks: []chart.Mark{
			chart.Path{Points: []chart.Point{{X: 0, Y: 10}, {X: 33.333, Y: 20}},
				Pen: chart.Pen{Weight: 1.5, Colour: style.Data, Dash: style.Dashed}},
			chart.Path{Points: []chart.Point{{X: 1, Y: 1}, {X: 2, Y: 1}, {X: 2, Y: 2}}, Closed: true, Fill: style.Band},
			chart.Circle{Centre: chart.Point{X: 50, Y: 20}, Radius: 2, Fill: style.Paper,
				Pen: chart.Pen{Weight: 1, Colour: style.Data}},
			chart.Label{At: chart.Point{X: 60, Y: 20}, Text: "A&E <5", Size: 9, Colour: style.Ink,
				Face: style.BoldItalic, Anchor: chart.Middle},
		},
	})
	want := `<svg xmlns="http://www.w3.org/2000/svg" width="100" height="40.5" viewBox="0 0 100 40.5" font-family="Liberation Sans, Arial, Helvetica, sans-serif" role="img">
<title>Referrals are up</title>
<desc>&#34;more than&#34; 5 &lt; 6 &amp; rising</desc>
<polyline points="0,10 33.33,20" fill="none" stroke="#0b3c5d" stroke-width="1.5" stroke-dasharray="5 3"/>
<polygon points="1,1 2,1 2,2" fill="#e9eef2"/>
<circle cx="50" cy="20" r="2" fill="#ffffff" stroke="#0b3c5d" stroke-width="1"/>
<text x="60" y="20" textLength="31.76" lengthAdjust="spacingAndGlyphs" font-size="9" fill="#1b1f24" font-weight="bold" font-style="italic" text-anchor="middle">A&amp;E &lt;5</text>
</svg>
`
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("Write (-want +got):\n%s", diff)
	}
}

// A chart has a dot for every period; what they look like is said once.
func TestMarksThatLookAlikeSayItOnce(t *testing.T) {
	dot := func(x, y float64, fill style.Colour) chart.Mark {
		return chart.Circle{Centre: chart.Point{X: x, Y: y}, Radius: x, Fill: fill}
	}
	got := write(t, chart.Drawing{Marks: []chart.Mark{
		dot(1, 2, style.Data), dot(3, 4, style.Data), dot(5, 6, style.Ink), dot(7, 8, style.Data),
	}})
	want := `<g fill="#0b3c5d">
<circle cx="1" cy="2" r="1"/>
<circle cx="3" cy="4" r="3"/>
</g>
<circle cx="5" cy="6" r="5" fill="#1b1f24"/>
<circle cx="7" cy="8" r="7" fill="#0b3c5d"/>
</svg>
`
	if _, marks, _ := strings.Cut(got, "\n"); marks != want {
		t.Errorf("got\n%swant\n%s", marks, want)
	}
}

// A spark stands beside its figures: a screen reader passes over it.
func TestDecorationIsHidden(t *testing.T) {
	got := write(t, chart.Drawing{Width: 10, Height: 10})
	if !strings.Contains(got, `aria-hidden="true"`) || strings.Contains(got, "role=") || strings.Contains(got, "<title>") {
		t.Errorf("a drawing without a title should be hidden:\n%s", got)
	}
}

// Whatever a workbook says, the picture stays well-formed and says the same
// twice.
func TestStaysWellFormed(t *testing.T) {
	april := report.MonthOf(2022, 4)
	a := &report.Assessment{Chart: report.ChartWords{Title: "</title><script>", Alt: "\x00 ]]> &amp;"}}
	a.Observations = []report.Observation{
		{Period: april, Actual: report.Number(5, 0)}, {Period: april.Add(1), Actual: report.Number(7, 0)}}
	a.Events = []report.Event{{Period: april, Label: `<b onclick="x">Ofsted</b> & 'others' 👋`}}
	d := chart.Trend(a, 480, 130)
	got := write(t, d)
	for decoder := xml.NewDecoder(strings.NewReader(got)); ; {
		if _, err := decoder.Token(); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatalf("%v in\n%s", err, got)
		}
	}
	if strings.Contains(got, "<script") || strings.Contains(got, "<b ") {
		t.Errorf("words became elements:\n%s", got)
	}
	if got != write(t, d) {
		t.Error("the same drawing gave other bytes")
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("disk full") }

func TestWriteSaysWhenItCannot(t *testing.T) {
	if err := Write(full{}, chart.Drawing{}); err == nil {
		t.Error("writing to a full disk: want an error")
	}
}

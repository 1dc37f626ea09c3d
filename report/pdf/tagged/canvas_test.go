package tagged_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"panelpack/report/pdf/object"
	"panelpack/report/pdf/tagged"
)

// What is painted, in the page's own terms: heights from the bottom, each shape
// in a graphics state of its own.
func TestCanvas(t *testing.T) {
	red, blue := tagged.Colour{R: 255}, tagged.Colour{B: 51}
	for _, c := range []struct {
		paint func(c *tagged.Canvas)
		want  string
	}{
		{func(c *tagged.Canvas) {
			c.Line(tagged.Point{X: 10, Y: 20}, tagged.Point{X: 10.126, Y: 300}, tagged.Pen{Width: 0.5})
		},
			"0.5 w 10 280 m 10.13 0 l S"},
		{func(c *tagged.Canvas) { c.Rect(tagged.Rect{X: 1, Y: 2, W: 3, H: 4}, &red, nil) },
			"1 0 0 rg 1 298 m 4 298 l 4 294 l 1 294 l h f"},
		{func(c *tagged.Canvas) {
			pen := tagged.Pen{Width: 2, Colour: blue, Dash: []float64{3, 1.5}, Round: true}
			c.Path([]tagged.Point{{X: 0, Y: 300}, {X: 5, Y: 290}, {X: 9, Y: 300}}, false, &red, &pen)
		}, "1 0 0 rg 2 w 1 J 1 j [3 1.5 ] 0 d 0 0 0.2 RG 0 0 m 5 10 l 9 0 l B"},
		{func(c *tagged.Canvas) { c.Circle(tagged.Point{X: 100, Y: 200}, 10, &blue, nil) },
			"0 0 0.2 rg 110 100 m 110 94.48 105.52 90 100 90 c 94.48 90 90 94.48 90 100 c 90 105.52 94.48 110 100 110 c 105.52 110 110 105.52 110 100 c h f"},
		{func(c *tagged.Canvas) { // what is as it was is not said again, and what was another's is taken back
			dashed := tagged.Pen{Width: 1, Colour: blue, Dash: []float64{3}}
			c.Line(tagged.Point{X: 1}, tagged.Point{X: 2}, dashed)
			c.Line(tagged.Point{X: 2}, tagged.Point{X: 3}, dashed)
			c.Line(tagged.Point{X: 3}, tagged.Point{X: 4}, tagged.Pen{Width: 1})
		}, "1 w [3 ] 0 d 0 0 0.2 RG 1 300 m 2 300 l S 2 300 m 3 300 l S [] 0 d 0 0 0 RG 3 300 m 4 300 l S"},
		{func(c *tagged.Canvas) { c.Rect(tagged.Rect{W: 3, H: 4}, nil, nil) }, ""},
		{func(c *tagged.Canvas) { c.Path([]tagged.Point{{X: 1, Y: 1}}, true, &red, nil) }, ""},
		{func(c *tagged.Canvas) { c.Text(10, 20, "", ink) }, ""},
	} {
		o := options()
		o.Furniture = nil
		d := tagged.New(o)
		d.NewPage()
		d.Artifact(tagged.Layout, c.paint)
		want := c.want
		if want != "" {
			want = "/Artifact <</Type /Layout>> BDC " + want + " EMC"
		}
		if diff := cmp.Diff(want, painted(t, write(t, d))); diff != "" {
			t.Error(diff)
		}
	}
}

// painted is the content of the first page after what the canvas sets up, on
// one line.
func painted(t *testing.T, pdf []byte) string {
	t.Helper()
	_, after, _ := strings.Cut(string(firstPage(t, pdf)), "0.000 g\n")
	return strings.Join(strings.Fields(after), " ")
}

// firstPage is the content of the first page.
func firstPage(t *testing.T, pdf []byte) []byte {
	t.Helper()
	file, err := object.Read(pdf)
	if err != nil {
		t.Fatal(err)
	}
	page := file.Dict(file.Array(file.Dict(file.Dict(file.Trailer["Root"])["Pages"])["Kids"])[0])
	content, err := file.Decode(file.Stream(page["Contents"]))
	if err != nil {
		t.Fatal(err)
	}
	return content
}

// A pen's dashes are the caller's: painting leaves them, and what lies behind
// them, alone.
func TestCanvasLeavesDashesAlone(t *testing.T) {
	dashes := []float64{3, 1, 7}
	d := tagged.New(options())
	d.NewPage()
	d.Artifact(tagged.Layout, func(c *tagged.Canvas) {
		c.Line(tagged.Point{}, tagged.Point{X: 9}, tagged.Pen{Width: 5, Dash: dashes[:2]})
	})
	if dashes[2] != 7 {
		t.Errorf("dashes are now %v", dashes)
	}
}

package readback_test

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"golang.org/x/image/font/gofont/goregular"

	"panelpack/report/pdf/readback"
	"panelpack/report/pdf/tagged"
	"panelpack/report/style"
)

// file is a PDF with one A4 page, or more, on which paint paints words in the
// four faces.
func file(t *testing.T, paint func(d *tagged.Doc)) []byte {
	t.Helper()
	d := tagged.New(tagged.Options{
		Title: "A page", Language: "en-GB", Producer: "readback test", Date: time.Unix(0, 0), Width: 595.28, Height: 841.89,
		Fonts: [][]byte{style.TTF(style.Regular), style.TTF(style.Bold), style.TTF(style.Italic), style.TTF(style.BoldItalic)},
	})
	d.NewPage()
	paint(d)
	var b bytes.Buffer
	if err := d.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// say paints words as a paragraph, in regular type.
func say(d *tagged.Doc, x, baseline, size float64, words string) {
	d.Text(tagged.P, func(c *tagged.Canvas) { c.Text(x, baseline, words, tagged.Style{Size: size}) })
}

func TestWordsStandWhereTheyWerePainted(t *testing.T) {
	pages, err := readback.Pages(file(t, func(d *tagged.Doc) {
		d.Artifact(tagged.Pagination, func(c *tagged.Canvas) {
			c.Text(50, 40, "Head", tagged.Style{Size: 9, Colour: tagged.Colour(style.Quiet)})
		})
		d.Text(tagged.P, func(c *tagged.Canvas) {
			c.Text(60, 100, "Ŵyneb ", tagged.Style{Face: int(style.Bold), Size: 12})
			c.Text(200, 100, "£5 – more", tagged.Style{Face: int(style.Italic), Size: 10.5})
		})
	}))
	if err != nil {
		t.Fatal(err)
	}
	if len(pages) != 1 || len(pages[0].Words) != 3 {
		t.Fatalf("read %+v", pages)
	}
	want := []readback.Word{
		{Text: "Head", Face: style.Regular, Size: 9, X: 50, Baseline: 40, Colour: style.Quiet, Artifact: true},
		{Text: "Ŵyneb ", Face: style.Bold, Size: 12, X: 60, Baseline: 100},
		{Text: "£5 – more", Face: style.Italic, Size: 10.5, X: 200, Baseline: 100},
	}
	for i, w := range pages[0].Words {
		w.Baseline = float64(int(w.Baseline*100+0.5)) / 100
		if w != want[i] {
			t.Errorf("word %d is %+v, want %+v", i, w, want[i])
		}
	}
	if got := pages[0].Text(); got != "Ŵyneb £5 – more" {
		t.Errorf("the page says %q", got)
	}
}

func TestLinesAndBoxesStandWhereTheyWereDrawn(t *testing.T) {
	pages, err := readback.Pages(file(t, func(d *tagged.Doc) {
		pen := &tagged.Pen{Width: 1.5}
		d.Artifact(tagged.Layout, func(c *tagged.Canvas) {
			c.Rect(tagged.Rect{X: 60, Y: 70, W: 30, H: 20}, nil, pen)
			c.Rect(tagged.Rect{X: 60, Y: 70, W: 30, H: 20}, &tagged.Colour{}, nil)
			c.Circle(tagged.Point{X: 60, Y: 70}, 5, nil, pen)
			c.Path([]tagged.Point{{X: 50, Y: 60}, {X: 90, Y: 60}, {X: 90, Y: 80}}, false, &tagged.Colour{}, nil)
			c.Path([]tagged.Point{{X: 50, Y: 60}, {X: 90, Y: 60}, {X: 90, Y: 80.5}, {X: 50, Y: 80.5}}, false, nil, pen)
		})
		d.Text(tagged.Figure, func(c *tagged.Canvas) {
			c.Line(tagged.Point{X: 50, Y: 60}, tagged.Point{X: 90, Y: 60}, tagged.Pen{Width: 0.5})
		}, tagged.Alt("A line"), tagged.BBox(tagged.Rect{X: 50, Y: 50, W: 100, H: 100}))
	}))
	if err != nil {
		t.Fatal(err)
	}
	want := readback.Page{
		Boxes: []readback.Box{{Left: 60, Top: 70, Right: 90, Bottom: 90}},
		Strokes: []readback.Stroke{
			{Points: []readback.Point{{X: 50, Y: 60}, {X: 90, Y: 60}, {X: 90, Y: 80.5}, {X: 50, Y: 80.5}}, Weight: 1.5, Artifact: true},
			{Points: []readback.Point{{X: 50, Y: 60}, {X: 90, Y: 60}}, Weight: 0.5},
		},
	}
	got := readback.Page{Boxes: pages[0].Boxes, Strokes: pages[0].Strokes}
	if diff := cmp.Diff(want, got, cmpopts.EquateApprox(0, 0.01)); diff != "" {
		t.Errorf("what is drawn (-want +got):\n%s", diff)
	}
}

func TestOtherTypeIsSeen(t *testing.T) {
	d := tagged.New(tagged.Options{
		Title: "A page", Language: "en-GB", Producer: "readback test", Date: time.Unix(0, 0), Width: 595.28, Height: 841.89,
		Fonts: [][]byte{goregular.TTF},
	})
	d.NewPage()
	say(d, 50, 100, 12, "Words")
	var b bytes.Buffer
	if err := d.Write(&b); err != nil {
		t.Fatal(err)
	}
	if _, err := readback.Pages(b.Bytes()); err == nil || !strings.Contains(err.Error(), `"GoRegular" is no face of Liberation Sans`) {
		t.Errorf("a page in another typeface gives the error %v", err)
	}
}

func TestWhatIsNoPDF(t *testing.T) {
	if _, err := readback.Pages([]byte("PK")); err == nil {
		t.Error("a workbook was read as a PDF")
	}
}

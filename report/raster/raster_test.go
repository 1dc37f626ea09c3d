package raster

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"math"
	"testing"

	"panelpack/report/chart"
	"panelpack/report/style"
)

func picture(t *testing.T, width, height float64, marks ...chart.Mark) image.Image {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, chart.Drawing{Width: width, Height: height, Marks: marks}); err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(&b)
	if err != nil {
		t.Fatal(err)
	}
	return img
}

// ink is how much of a picture is not white, in square points.
func ink(img image.Image) float64 {
	total := 0.0
	for y := range img.Bounds().Dy() {
		for x := range img.Bounds().Dx() {
			total += 255 - float64(color.GrayModel.Convert(img.At(x, y)).(color.Gray).Y)
		}
	}
	return total / 255 / (PerPoint * PerPoint)
}

func near(t *testing.T, what string, got, want, within float64) {
	t.Helper()
	if math.Abs(got-want) > within {
		t.Errorf("%s covers %.2f square points, want %.2f", what, got, want)
	}
}

var black = style.Colour{}

func TestPictureIsTwiceTheSizeOnWhite(t *testing.T) {
	img := picture(t, 10.2, 5)
	if size := img.Bounds().Size(); size != image.Pt(21, 10) {
		t.Errorf("10.2 by 5 points are %v pixels", size)
	}
	if r, g, b, a := img.At(3, 3).RGBA(); r != 0xffff || g != 0xffff || b != 0xffff || a != 0xffff {
		t.Error("the ground is not white")
	}
}

func TestMarksCoverTheirArea(t *testing.T) {
	square := []chart.Point{{X: 10, Y: 10}, {X: 30, Y: 10}, {X: 30, Y: 20}, {X: 10, Y: 20}}
	pen := chart.Pen{Weight: 2}
	near(t, "a filled rectangle", ink(picture(t, 60, 60, chart.Path{Points: square, Closed: true, Fill: black})), 200, 0.5)
	near(t, "an open path", ink(picture(t, 60, 60, chart.Path{Points: square[:2], Fill: black, Pen: pen})), 20*2+math.Pi, 0.3)
	near(t, "a corner", ink(picture(t, 60, 60, chart.Path{Points: square[:3], Pen: pen})), 30*2+math.Pi-1+math.Pi/4, 0.4)
	near(t, "a closed outline", ink(picture(t, 60, 60, chart.Path{Points: square, Closed: true, Fill: style.Paper, Pen: pen})), 22*12-18*8-(4-math.Pi), 0.5)
	near(t, "a disc", ink(picture(t, 60, 60, chart.Circle{Centre: chart.Point{X: 30, Y: 30}, Radius: 10, Fill: black})), 100*math.Pi, 2)
	near(t, "a ring", ink(picture(t, 60, 60, chart.Circle{Centre: chart.Point{X: 30, Y: 30}, Radius: 10, Fill: style.Paper, Pen: pen})), 40*math.Pi, 2)
	if got := ink(picture(t, 60, 60, chart.Path{Points: square, Fill: black})); got != 0 {
		t.Errorf("an open path without a pen covers %.2f", got)
	}
}

// A dash goes on round a corner, and covers its share of the line.
func TestDashes(t *testing.T) {
	pen := chart.Pen{Weight: 2, Dash: style.Dash{3, 1}}
	corner := chart.Path{Points: []chart.Point{{X: 10, Y: 10}, {X: 31, Y: 10}, {X: 31, Y: 29}}, Pen: pen}
	near(t, "a dashed line of 40", ink(picture(t, 60, 60, corner)), 40*2*0.75-0.5, 1)
	d := dasher{dash: style.Dash{3, 1}}
	if n := len(d.along(chart.Point{}, chart.Point{X: 8})); n != 2 {
		t.Errorf("8 points have %d dashes of 3 and gaps of 1, want 2", n)
	}
	if n := len(d.along(chart.Point{X: 8}, chart.Point{X: 8.5})); n != 1 || d.done != 0.5 {
		t.Errorf("the next half point has %d dashes, %.2f of one done", n, d.done)
	}
	if d.along(chart.Point{}, chart.Point{}) != nil {
		t.Error("no length has dashes")
	}
}

// Words stand from their anchor on, between baseline and capital height, and
// the hole of an O is white.
func TestLabels(t *testing.T) {
	label := chart.Label{At: chart.Point{X: 50, Y: 40}, Text: "HOH", Size: 20, Colour: black, Face: style.Bold}
	width := style.Width(style.Bold, 20, "HOH")
	for anchor, left := range map[chart.Anchor]float64{chart.Start: 50, chart.Middle: 50 - width/2, chart.End: 50 - width} {
		label.Anchor = anchor
		img := picture(t, 120, 60, label)
		first, last, top, bottom := math.Inf(1), 0.0, math.Inf(1), 0.0
		for y := range img.Bounds().Dy() {
			for x := range img.Bounds().Dx() {
				if r, _, _, _ := img.At(x, y).RGBA(); r < 0x8000 {
					first, last = min(first, float64(x)/2), max(last, float64(x+1)/2)
					top, bottom = min(top, float64(y)/2), max(bottom, float64(y+1)/2)
				}
			}
		}
		if first < left || last > left+width || math.Abs(bottom-40) > 0.6 || math.Abs(40-top-20*style.CapHeight) > 1 {
			t.Errorf("anchor %d: words from %.1f to %.1f and %.1f to %.1f", anchor, first, last, top, bottom)
		}
		middle := img.At(int(2*(left+width/2)), 66)
		if r, _, _, _ := middle.RGBA(); r != 0xffff {
			t.Error("the O is filled")
		}
	}
}

func TestTheSameDrawingGivesTheSameBytes(t *testing.T) {
	d := chart.Drawing{Width: 600, Height: 300, Marks: []chart.Mark{
		chart.Path{Points: []chart.Point{{X: 1, Y: 7}, {X: 590.3, Y: 222.2}}, Pen: chart.Pen{Weight: 1.8, Dash: style.Dotted}},
		chart.Label{At: chart.Point{X: 7.3, Y: 90.1}, Text: "Ŵyn £4", Size: 9},
	}}
	var first, second bytes.Buffer
	if Write(&first, d) != nil || Write(&second, d) != nil || !bytes.Equal(first.Bytes(), second.Bytes()) {
		t.Error("two pictures of one drawing differ")
	}
}

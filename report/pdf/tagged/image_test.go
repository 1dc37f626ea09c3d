package tagged_test

import (
	"bytes"
	"image"
	"image/color"
	"regexp"
	"strings"
	"testing"

	"panelpack/report/pdf/object"
	"panelpack/report/pdf/tagged"
)

// A picture half of which is seen through.
func picture() image.Image {
	img := image.NewNRGBA(image.Rect(5, 5, 9, 7))
	img.Set(5, 5, color.NRGBA{R: 255, A: 255})
	img.Set(6, 6, color.NRGBA{B: 255, A: 128})
	return img
}

// pictured is a document that paints one picture twice in an area.
func pictured(t *testing.T, area tagged.Rect) []byte {
	t.Helper()
	o := options()
	o.Furniture = nil
	d := tagged.New(o)
	d.NewPage()
	for range 2 {
		d.Text(tagged.Figure, func(c *tagged.Canvas) { c.Image(area, picture()) }, tagged.Alt("A logo"), tagged.BBox(area))
	}
	return write(t, d)
}

func TestPicture(t *testing.T) {
	area := tagged.Rect{X: 10, Y: 20, W: 40, H: 30}
	data := pictured(t, area)
	shape := regexp.MustCompile(`^/Figure <</MCID 0>> BDC q 40 0 0 30 10 250 cm /Im\w+ Do Q EMC /Figure <</MCID 1>> BDC q`)
	if got := painted(t, data); !shape.MatchString(got) {
		t.Errorf("painted %q", got)
	}
	pictures := picturesIn(t, data)
	if len(pictures) != 1 {
		t.Fatalf("the file holds %d pictures, want one", len(pictures))
	}
	p := pictures[0].Dict
	want := []byte{255, 0, 0, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 127, 127, 255, 255, 255, 255, 255, 255, 255}
	if got := pictures[0].Data; !bytes.Equal(got, want) {
		t.Errorf("its pixels are %v, want red, half blue and white: %v", got, want)
	}
	if p["SMask"] != nil || p["ColorSpace"] != object.Name("DeviceRGB") || p["Width"] != 4 || p["Height"] != 2 {
		t.Errorf("the picture is %v, want 4 by 2 opaque pixels of sRGB", p)
	}
	if !bytes.Equal(data, pictured(t, area)) {
		t.Error("the same picture painted again gives other bytes")
	}
}

// picturesIn are the pictures of a file, with their pixels.
func picturesIn(t *testing.T, data []byte) []*object.Stream {
	t.Helper()
	file, err := object.Read(data)
	if err != nil {
		t.Fatal(err)
	}
	var all []*object.Stream
	for _, o := range file.Objects {
		if s := file.Stream(o); s != nil && s.Dict["Subtype"] == object.Name("Image") {
			pixels, err := file.Decode(s)
			if err != nil {
				t.Fatal(err)
			}
			all = append(all, &object.Stream{Dict: s.Dict, Data: pixels})
		}
	}
	return all
}

func TestPicturesThatCannotBePainted(t *testing.T) {
	for want, img := range map[string]image.Image{
		"a picture of 0 by 0 pixels": image.NewRGBA(image.Rectangle{}),
	} {
		d := tagged.New(options())
		d.NewPage()
		d.Artifact(tagged.Layout, func(c *tagged.Canvas) { c.Image(tagged.Rect{W: 10, H: 10}, img) })
		if err := d.Err(); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %q", err, want)
		}
	}
	d := tagged.New(options())
	d.NewPage()
	d.Artifact(tagged.Layout, func(c *tagged.Canvas) { c.Image(tagged.Rect{W: 10}, picture()) })
	if d.Err() == nil {
		t.Error("a picture was painted in an area without a height")
	}
}

package pdf

import (
	"bytes"
	"image"
	"image/png"

	"panelpack/report"
	"panelpack/report/pdf/tagged"
)

// The logo stands at the top of the cover, above its rule, as large as it can
// within this box and never larger than its pixels are sharp.
const (
	logoTop    = 76.0
	logoWidth  = 200.0
	logoHeight = 80.0
	sharp      = 72.0 / 150 // points to the pixel: 150 pixels to the inch
)

// logoOf is the logo of house h; nil where it has none.
func logoOf(h report.House) (image.Image, error) {
	if len(h.Logo) == 0 {
		return nil, nil
	}
	return png.Decode(bytes.NewReader(h.Logo))
}

// paintLogo sets the logo at the top of the cover.
func (s *setter) paintLogo() {
	if s.logo == nil {
		return
	}
	area := logoArea(s.logo.Bounds().Size())
	paint := func(c *tagged.Canvas) { c.Image(area, s.logo) }
	words := onLine(s.pack.House.Words)
	if words == "" {
		s.doc.Artifact(tagged.Layout, paint)
		return
	}
	s.doc.Text(tagged.Figure, paint, tagged.Alt(words), tagged.BBox(area))
}

// logoArea is where a logo of this size in pixels stands.
func logoArea(size image.Point) tagged.Rect {
	scale := min(logoWidth/float64(size.X), logoHeight/float64(size.Y), sharp)
	width, height := scale*float64(size.X), scale*float64(size.Y)
	return tagged.Rect{X: marginLeft, Y: logoTop + (logoHeight-height)/2, W: width, H: height}
}

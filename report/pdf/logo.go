package pdf

import (
	"bytes"
	"image"
	"image/png"

	"panelpack/report"
	"panelpack/report/pdf/tagged"
	"panelpack/report/style"
)

// logoTop is where the room of the logo begins, at the top of the cover, above
// its rule.
const logoTop = 76.0

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
	width, height := style.LogoSize(size.X, size.Y)
	return tagged.Rect{X: marginLeft, Y: logoTop + (style.LogoHeight-height)/2, W: width, H: height}
}

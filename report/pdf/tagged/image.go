package tagged

import (
	"crypto/sha256"
	"fmt"
	"image"
	"image/color"
	"image/draw"

	"panelpack/report/pdf/object"
)

// picture is a picture painted in the document, known by its pixels.
type picture struct {
	name          object.Name
	width, height int
	pixels        []byte // red, green and blue of each pixel, row by row
}

// Image paints a picture so that it fills an area, whatever its own
// proportions. It is painted as opaque sRGB: where the picture is transparent
// the page is white. A picture painted more than once is embedded once.
func (c *Canvas) Image(r Rect, img image.Image) {
	if !c.ready(r.X, r.Y, r.W, r.H) {
		return
	}
	if size := img.Bounds(); size.Empty() || r.W <= 0 || r.H <= 0 {
		c.doc.fail(c.owner, fmt.Errorf("a picture of %d by %d pixels in an area of %g by %g points", size.Dx(), size.Dy(), r.W, r.H))
		return
	}
	name := c.doc.embed(img)
	var ops operators
	ops.op("q")
	for _, v := range [6]float64{r.W, 0, 0, r.H, r.X, c.doc.opts.Height - r.Y - r.H} {
		ops.number(v, 2)
	}
	ops.op("cm /" + string(name) + " Do Q")
	c.doc.begin(c.owner, r.Y)
	c.doc.raw(ops.String())
}

// embed keeps a picture for the file, once, and gives its name there.
func (d *Doc) embed(img image.Image) object.Name {
	size := img.Bounds()
	flat := image.NewNRGBA(image.Rect(0, 0, size.Dx(), size.Dy()))
	draw.Draw(flat, flat.Rect, image.NewUniform(color.White), image.Point{}, draw.Src)
	draw.Draw(flat, flat.Rect, img, size.Min, draw.Over)
	p := picture{width: size.Dx(), height: size.Dy(), pixels: make([]byte, 0, 3*size.Dx()*size.Dy())}
	for i := 0; i < len(flat.Pix); i += 4 {
		p.pixels = append(p.pixels, flat.Pix[i:i+3]...)
	}
	p.name = object.Name(fmt.Sprintf("Im%dx%x", p.width, sha256.Sum256(p.pixels)))
	for _, known := range d.pictures {
		if known.name == p.name {
			return p.name
		}
	}
	d.pictures = append(d.pictures, p)
	return p.name
}

// images puts the pictures into the file, by the names that the pages have for
// them.
func (f *finisher) images() object.Dict {
	named := object.Dict{}
	for _, p := range f.doc.pictures {
		named[p.name] = f.file.Add(&object.Stream{
			Dict: object.Dict{
				"Type": object.Name("XObject"), "Subtype": object.Name("Image"),
				"Width": p.width, "Height": p.height, "ColorSpace": object.Name("DeviceRGB"), "BitsPerComponent": 8,
			},
			Data: p.pixels,
		})
	}
	return named
}

package tagged

import (
	"bytes"

	"github.com/go-pdf/fpdf"

	"panelpack/report/pdf/object"
)

// page is what belongs to one page: its canvas, the owner of each marked
// sequence by its number, and the links in it.
//
// Each page has a canvas of its own, so that it can be finished and compressed
// on another core while the next is painted.
type page struct {
	canvas    *fpdf.Fpdf // nil once the page is turned
	sequences []*element
	links     []*annotation

	// What the canvas made of it, once it is finished.
	dict    object.Dict
	content *object.Stream
	err     error
}

// newCanvas is a canvas of one empty page.
func newCanvas(o Options) *fpdf.Fpdf {
	f := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: fpdf.SizeType{Wd: o.Width, Ht: o.Height}})
	f.SetCompression(false)
	f.SetMargins(0, 0, 0)
	f.SetAutoPageBreak(false, 0)
	f.AddPage()
	return f
}

// current is the page that is being painted.
func (d *Doc) current() *page { return d.pages[len(d.pages)-1] }

// raw writes operators to the current page.
func (d *Doc) raw(ops string) { d.current().canvas.RawWriteStr(ops) }

// turn ends the current page, and begins to finish it.
func (d *Doc) turn() {
	if d.Page() == 0 {
		return
	}
	d.end()
	p := d.current()
	canvas := p.canvas
	p.canvas = nil
	d.turning.Go(func() { p.err = p.finish(canvas) })
}

// finish reads what the canvas wrote, and compresses it.
func (p *page) finish(canvas *fpdf.Fpdf) error {
	var raw bytes.Buffer
	if err := canvas.Output(&raw); err != nil {
		return err
	}
	file, err := object.Read(raw.Bytes())
	if err != nil {
		return err
	}
	pages := file.Dict(file.Dict(file.Trailer["Root"])["Pages"])
	p.dict = file.Dict(file.Array(pages["Kids"])[0])
	p.dict["MediaBox"] = pages["MediaBox"]
	p.content = file.Stream(p.dict["Contents"])
	return p.content.Compress()
}

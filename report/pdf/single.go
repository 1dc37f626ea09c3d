package pdf

import (
	"cmp"
	"io"

	"panelpack/report"
	"panelpack/report/chart"
	"panelpack/report/pdf/tagged"
)

// WriteDrawing writes one drawing of p on a page of its own size, as accessible
// as the pack: a figure with its words. The same drawing gives the same bytes.
func WriteDrawing(w io.Writer, p *report.Pack, d chart.Drawing) error {
	doc := tagged.New(documentOptions(p, onLine(cmp.Or(d.Title, p.Title)), d.Width, d.Height))
	doc.NewPage()
	area := tagged.Rect{W: d.Width, H: d.Height}
	words := tagged.Alt(onLine(cmp.Or(d.Desc, d.Title)))
	doc.Text(tagged.Figure, func(c *tagged.Canvas) { paintDrawing(c, d, 0, 0) }, words, tagged.BBox(area))
	return doc.Write(w)
}

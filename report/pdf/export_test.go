package pdf

import (
	"maps"

	"panelpack/report"
	"panelpack/report/pdf/tagged"
)

// MeasuresWell reports whether measuring p finds the pages that it is painted
// on, so that it is painted once.
func MeasuresWell(p *report.Pack) bool {
	s := newSetter(p, nil, newMemory())
	o := documentOptions(p, documentTitle(p), pageWidth, pageHeight)
	o.Furniture = func(c *tagged.Canvas, page int) { s.furniture(c, page) }
	s.set(tagged.New(tagged.Options{Measure: true}))
	s = s.informed()
	s.set(tagged.New(o))
	return s.doc.Err() == nil && s.pages == s.doc.Page() && maps.Equal(s.known, s.anchors)
}

package tagged

import (
	"fmt"
	"strconv"
)

// begin makes sure that what is painted next, at a height of y, is marked as
// the owner's. Running furniture is a header or a footer by the half of the page
// that it is painted on (ISO 14289-1, 7.8).
func (d *Doc) begin(o owner, y float64) {
	if o.running {
		o.subtype = "Header"
		if y > d.opts.Height/2 {
			o.subtype = "Footer"
		}
	}
	if d.marked == o {
		return
	}
	d.end()
	d.marked = o
	if o.elem == nil {
		d.raw("/Artifact " + o.properties(d.opts) + " BDC")
		return
	}
	p := d.current()
	n := len(p.sequences)
	p.sequences = append(p.sequences, o.elem)
	o.elem.kids = append(o.elem.kids, kid{page: d.Page(), sequence: n})
	d.raw("/" + string(o.elem.role) + " <</MCID " + strconv.Itoa(n) + ">> BDC")
}

// properties is what is said of decoration (ISO 32000-1, table 330). What lies
// behind a page has to give its area: the page.
func (o owner) properties(opts Options) string {
	s := "<</Type /" + string(o.kind)
	if o.running {
		s += " /Attached [/" + map[string]string{"Header": "Top", "Footer": "Bottom"}[o.subtype] + "] /Subtype /" + o.subtype
	}
	if o.kind == Background {
		s += fmt.Sprintf(" /BBox [0 0 %.2f %.2f]", opts.Width, opts.Height)
	}
	return s + ">>"
}

// end closes the open marked sequence.
func (d *Doc) end() {
	if d.marked == (owner{}) {
		return
	}
	d.raw("EMC")
	d.marked = owner{}
}

// fail keeps the first mistake, with its page and element.
func (d *Doc) fail(o owner, err error) {
	if d.err == nil {
		d.err = fmt.Errorf("page %d: %s: %w", max(d.Page(), 1), o, err)
	}
}

// Package svg writes a chart.Drawing as a picture for web pages. It copies
// marks and lays out nothing.
package svg

import (
	"bufio"
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"panelpack/report/chart"
	"panelpack/report/style"
)

// Write writes d to w as an SVG element, one CSS pixel to the point: an image
// with its title and description for whoever cannot see it, or hidden from
// them where it has no title. The same drawing gives the same bytes.
func Write(w io.Writer, d chart.Drawing) error {
	b := bufio.NewWriter(w)
	size := fmt.Sprintf(`width="%[1]s" height="%[2]s" viewBox="0 0 %[1]s %[2]s"`,
		chart.Coordinate(d.Width), chart.Coordinate(d.Height))
	family := style.Family + ", " + style.Fallback
	fmt.Fprintf(b, `<svg xmlns="http://www.w3.org/2000/svg" %s font-family="%s"`, size, family)
	if d.Title == "" {
		fmt.Fprint(b, " aria-hidden=\"true\">\n")
	} else {
		fmt.Fprintf(b, " role=\"img\">\n<title>%s</title>\n<desc>%s</desc>\n", escape(d.Title), escape(d.Desc))
	}
	for _, m := range d.Marks {
		switch m := m.(type) {
		case chart.Path:
			writePath(b, m)
		case chart.Circle:
			fmt.Fprintf(b, `<circle cx="%s" cy="%s" r="%s" fill="%v"%s/>`, chart.Coordinate(m.Centre.X),
				chart.Coordinate(m.Centre.Y), chart.Coordinate(m.Radius), m.Fill, pen(m.Pen))
		case chart.Label:
			writeLabel(b, m)
		}
		fmt.Fprintln(b)
	}
	fmt.Fprintln(b, "</svg>")
	return b.Flush()
}

func writePath(w io.Writer, p chart.Path) {
	element, fill := "polyline", "none"
	if p.Closed {
		element, fill = "polygon", p.Fill.String()
	}
	var points []string
	for _, at := range p.Points {
		points = append(points, chart.Coordinate(at.X)+","+chart.Coordinate(at.Y))
	}
	fmt.Fprintf(w, `<%s points="%s" fill="%s"%s/>`, element, strings.Join(points, " "), fill, pen(p.Pen))
}

func writeLabel(w io.Writer, l chart.Label) {
	fmt.Fprintf(w, `<text x="%s" y="%s" font-size="%s" fill="%v"`, chart.Coordinate(l.At.X),
		chart.Coordinate(l.At.Y), chart.Coordinate(l.Size), l.Colour)
	if l.Face == style.Bold || l.Face == style.BoldItalic {
		fmt.Fprint(w, ` font-weight="bold"`)
	}
	if l.Face == style.Italic || l.Face == style.BoldItalic {
		fmt.Fprint(w, ` font-style="italic"`)
	}
	switch l.Anchor {
	case chart.Middle:
		fmt.Fprint(w, ` text-anchor="middle"`)
	case chart.End:
		fmt.Fprint(w, ` text-anchor="end"`)
	}
	fmt.Fprintf(w, ">%s</text>", escape(l.Text))
}

// pen is the attributes of p's line; none where p draws none.
func pen(p chart.Pen) string {
	if p.Weight == 0 {
		return ""
	}
	s := fmt.Sprintf(` stroke="%v" stroke-width="%s"`, p.Colour, chart.Coordinate(p.Weight))
	if p.Dash != style.Solid {
		s += fmt.Sprintf(` stroke-dasharray="%s %s"`, chart.Coordinate(p.Dash[0]), chart.Coordinate(p.Dash[1]))
	}
	return s
}

// escape makes s safe within an element; what XML cannot hold becomes U+FFFD.
func escape(s string) string {
	var b strings.Builder
	// A strings.Builder never fails to write.
	_ = xml.EscapeText(&b, []byte(s))
	return b.String()
}

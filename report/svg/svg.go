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
// them where it has no title. Labels keep the width that they were laid out
// with in any typeface. The same drawing gives the same bytes.
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
	for rest := d.Marks; len(rest) > 0; {
		n := alike(rest)
		writeRun(b, rest[:n])
		rest = rest[n:]
	}
	fmt.Fprintln(b, "</svg>")
	return b.Flush()
}

// alike is how many of marks, from the first on, look like the first.
func alike(marks []chart.Mark) int {
	first, n := look(marks[0]), 1
	for n < len(marks) && look(marks[n]) == first {
		n++
	}
	return n
}

// writeRun writes marks that look alike. Several say how they look once
// between them, since a chart has a dot and a tick for every period.
func writeRun(b *bufio.Writer, marks []chart.Mark) {
	shared := look(marks[0])
	if len(marks) == 1 {
		writeMark(b, marks[0], shared)
		return
	}
	b.WriteString("<g" + shared + ">\n")
	for _, m := range marks {
		writeMark(b, m, "")
	}
	b.WriteString("</g>\n")
}

// writeMark writes the place of m, and the attributes that say how it looks.
func writeMark(b *bufio.Writer, m chart.Mark, look string) {
	switch m := m.(type) {
	case chart.Path:
		element := "polyline"
		if m.Closed {
			element = "polygon"
		}
		b.WriteString("<" + element + ` points="`)
		for i, at := range m.Points {
			if i > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(chart.Coordinate(at.X) + "," + chart.Coordinate(at.Y))
		}
		b.WriteString(`"` + look + "/>\n")
	case chart.Circle:
		b.WriteString(`<circle cx="` + chart.Coordinate(m.Centre.X) + `" cy="` + chart.Coordinate(m.Centre.Y) +
			`" r="` + chart.Coordinate(m.Radius) + `"` + look + "/>\n")
	case chart.Label:
		b.WriteString(`<text x="` + chart.Coordinate(m.At.X) + `" y="` + chart.Coordinate(m.At.Y) + `"` + width(m) + look + ">" +
			escape(m.Text) + "</text>\n")
	}
}

// width holds the letters of l to the room that the chart was laid out with,
// whichever typeface they are shown in.
func width(l chart.Label) string {
	return ` textLength="` + chart.Coordinate(style.Width(l.Face, l.Size, l.Text)) + `" lengthAdjust="spacingAndGlyphs"`
}

// look is the attributes that say how m looks, wherever it stands.
func look(m chart.Mark) string {
	switch m := m.(type) {
	case chart.Path:
		if m.Closed {
			return fill(m.Fill) + pen(m.Pen)
		}
		return ` fill="none"` + pen(m.Pen)
	case chart.Circle:
		return fill(m.Fill) + pen(m.Pen)
	case chart.Label:
		return ` font-size="` + chart.Coordinate(m.Size) + `"` + fill(m.Colour) + face(m.Face) + anchor(m.Anchor)
	}
	return ""
}

func fill(c style.Colour) string { return ` fill="` + c.String() + `"` }

func face(f style.Face) string {
	return map[style.Face]string{
		style.Bold: ` font-weight="bold"`, style.Italic: ` font-style="italic"`,
		style.BoldItalic: ` font-weight="bold" font-style="italic"`,
	}[f]
}

func anchor(a chart.Anchor) string {
	return [...]string{chart.Start: "", chart.Middle: ` text-anchor="middle"`, chart.End: ` text-anchor="end"`}[a]
}

// pen is the attributes of p's line; none where p draws none.
func pen(p chart.Pen) string {
	if p.Weight == 0 {
		return ""
	}
	s := ` stroke="` + p.Colour.String() + `" stroke-width="` + chart.Coordinate(p.Weight) + `"`
	if p.Dash != style.Solid {
		s += ` stroke-dasharray="` + chart.Coordinate(p.Dash[0]) + " " + chart.Coordinate(p.Dash[1]) + `"`
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

package html

import (
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"strings"

	"panelpack/report"
	"panelpack/report/chart"
	"panelpack/report/style"
	"panelpack/templates"
)

// policy lets the page use its own style, script and logo and nothing else: no
// request, no frame, no form, and no script but the one in the template, even
// if words from a workbook should ever come to stand as markup.
func policy(look, script string, logo bool) string {
	own := fmt.Sprintf("default-src 'none'; style-src '%s'; script-src '%s'; base-uri 'none'; form-action 'none'",
		hash(look), hash(script))
	if logo {
		own += "; img-src data:"
	}
	return own
}

func hash(s string) string {
	sum := sha256.Sum256([]byte(s))
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}

// lookOf is the page's style: the palette and sizes of package style, the
// shares of the pack's bars, the words in the margins of printed pages, and
// the template's rules.
func lookOf(p *report.Pack) string {
	var b strings.Builder
	b.WriteString("\n:root { color-scheme: light dark; --family: " + style.Family + ", " + style.Fallback + ";\n")
	writeSizes(&b)
	writeColours(&b, p.House, func(c style.Colour) style.Colour { return c })
	b.WriteString("}\n")
	writeRecoloured(&b, style.Data, style.DataOf(p.House))
	b.WriteString("@media screen and (prefers-color-scheme: dark) {\n:root {\n")
	// A council chose its colours for white paper.
	writeColours(&b, report.House{}, style.Colour.Dark)
	b.WriteString("}\n")
	writeDarkDrawings(&b)
	b.WriteString("}\n")
	writeShares(&b, p)
	writeMargins(&b, p)
	b.WriteString(templates.PageCSS)
	return b.String()
}

// writeSizes gives the sizes of type relative to running text, so that they
// follow the size that a reader has chosen.
func writeSizes(b *strings.Builder) {
	for _, size := range []struct {
		name string
		pt   float64
	}{
		{"cover", style.CoverTitle}, {"figure", style.BigFigure}, {"title", style.Title},
		{"heading", style.Heading}, {"table", style.Table}, {"fine", style.Fine},
	} {
		fmt.Fprintf(b, "--size-%s: %srem;\n", size.name, chart.Coordinate(size.pt/style.Body))
	}
}

func writeColours(b *strings.Builder, h report.House, as func(style.Colour) style.Colour) {
	set := func(name string, c style.Colour) { fmt.Fprintf(b, "--%s: %v;\n", name, as(c)) }
	set("ink", style.Ink)
	set("heading", style.HeadingOf(h))
	set("rule", style.RuleOf(h))
	set("quiet", style.Quiet)
	set("data", style.Data)
	set("axis", style.Axis)
	set("hairline", style.Hairline)
	set("grid", style.Grid)
	set("faint", style.Faint)
	set("paper", style.Paper)
	for _, r := range report.Ratings() {
		set(r.Key(), style.RatingColour(r))
		set(r.Key()+"-ink", style.RatingInk(r))
		set(r.Key()+"-edge", style.RatingEdge(r))
	}
}

// writeDarkDrawings changes the colours of drawings to their dark pairs.
func writeDarkDrawings(b *strings.Builder) {
	for _, c := range style.Palette() {
		writeRecoloured(b, c, c.Dark())
	}
}

// writeRecoloured shows one colour of drawings as another. A rule of a style
// sheet stands above the attribute that it asks for.
func writeRecoloured(b *strings.Builder, from, to style.Colour) {
	if from != to {
		fmt.Fprintf(b, "[fill=\"%[1]v\"] { fill: %[2]v; } [stroke=\"%[1]v\"] { stroke: %[2]v; }\n", from, to)
	}
}

// writeShares lets each part of a bar grow with its count. The policy forbids
// the attribute that would say it on the spot.
func writeShares(b *strings.Builder, p *report.Pack) {
	written := map[int]bool{}
	for _, s := range p.Sections {
		for _, block := range s.Blocks {
			bar, ok := block.(report.RatingBar)
			if !ok {
				continue
			}
			for _, share := range shares(bar.Counts) {
				if !written[share.Count] {
					written[share.Count] = true
					fmt.Fprintf(b, ".bar .grow-%[1]d { flex-grow: %[1]d; }\n", share.Count)
				}
			}
		}
	}
}

// sideMargin is left at either side of a printed page, in millimetres.
const sideMargin = 16.0

// writeMargins puts the mark of a draft, the foot and the page's number on
// every printed page. The bottom 15 mm stay empty, as in the PDF.
func writeMargins(b *strings.Builder, p *report.Pack) {
	font := "font: " + chart.Coordinate(style.Fine) + "pt var(--family);"
	fmt.Fprintf(b, "@page { size: A4; margin: 18mm %vmm 25mm;\n", sideMargin)
	fmt.Fprintf(b, "@top-right { %s content: %s; }\n", font, cssString(p.Mark))
	fmt.Fprintf(b, "@bottom-left { %s vertical-align: top; padding-top: 2mm; content: %s; }\n", font, cssString(p.Footer))
	fmt.Fprintf(b, "@bottom-right { %s vertical-align: top; padding-top: 2mm; content: \"Page \" counter(page) \" of \" counter(pages); } }\n", font)
}

// cssString is s as a string of CSS. All but plain letters and figures is
// written as its number, so that nothing in s can end the string or the style.
func cssString(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == ' ' || r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z':
			b.WriteRune(r)
		case r != 0:
			fmt.Fprintf(&b, `\%x `, r) // the space ends the number and is no part of the string
		}
	}
	b.WriteByte('"')
	return b.String()
}

// marks is the symbols of all ratings.
func marks() []mark {
	var all []mark
	hundredths := func(v float64) string { return chart.Coordinate(v * 100) }
	for _, r := range report.Ratings() {
		shape := style.Mark(r)
		m := mark{
			ID: markID(r), Shape: shape, LetterY: hundredths(shape.Baseline), LetterSize: hundredths(shape.Size),
			// The dashes of an outline on paper are for a mark of about 11 points.
			Dashes: chart.Coordinate(style.Short[0]*9) + " " + chart.Coordinate(style.Short[1]*9),
		}
		for i, p := range shape.Points {
			if i > 0 {
				m.Corners += " "
			}
			m.Corners += hundredths(p.X) + "," + hundredths(p.Y)
		}
		all = append(all, m)
	}
	return all
}

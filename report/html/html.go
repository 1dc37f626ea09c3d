// Package html writes a pack as one web page that needs nothing but itself:
// no other file, no request to anywhere, and no script to be read.
//
// It lays out what the pack says, in the pack's order, and judges nothing;
// every sentence comes from the pack. What a workbook holds is text on the page
// and can never be markup, style or script: html/template sees to that, and a
// content security policy in the page allows the page's own style and script
// by their hashes and nothing else.
package html

import (
	"encoding/base64"
	"html/template"
	"io"
	"strings"
	"sync"

	"panelpack/report"
	"panelpack/report/chart"
	"panelpack/report/style"
	"panelpack/report/svg"
	"panelpack/templates"
)

// Write writes p as a page to w. The same pack gives the same bytes. After an
// error, what was written is not to be used.
func Write(w io.Writer, p *report.Pack) error {
	return page().Execute(w, viewOf(p))
}

// page is the template, read once: it is part of the program.
var page = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("page").Funcs(template.FuncMap{
		"anchor": anchor, "href": href, "kind": kind, "shares": shares, "markID": markID,
		"spark": func(a *report.Assessment) (template.HTML, error) {
			return picture(chart.Spark(a, sparkWidth, sparkHeight))
		},
		"wide": func(a *report.Assessment) (template.HTML, error) {
			return picture(chart.Trend(a, wideWidth, wideHeight))
		},
		"narrow": func(a *report.Assessment) (template.HTML, error) {
			return picture(chart.Trend(a, narrowWidth, narrowHeight))
		},
	}).Parse(templates.PageHTML))
})

// The sizes at which charts are laid out, in points. A wide one is as wide as
// paper prints it, so that its words are as large there as in the PDF. A page
// of a phone's width has a chart of its own, since a wide one shrunk could not
// be read.
const (
	wideWidth    = 504.0
	wideHeight   = 132.0
	narrowWidth  = 290.0
	narrowHeight = 170.0
	sparkWidth   = 60.0
	sparkHeight  = 16.0
)

// picture is d as an SVG element. Package svg escapes the words in it.
func picture(d chart.Drawing) (template.HTML, error) {
	var b strings.Builder
	err := svg.Write(&b, d)
	return template.HTML(b.String()), err
}

// view is all that the template shows.
type view struct {
	Pack     *report.Pack
	Title    string       // of the document
	Logo     template.URL // the picture itself; empty for none
	Cover    section
	Sections []section // without the cover
	Marks    []mark
	Style    template.CSS
	Script   template.JS
	Security string // the content security policy
}

func viewOf(p *report.Pack) view {
	v := view{
		Pack: p, Title: p.Title, Marks: marks(), Script: template.JS(templates.PageJS),
	}
	if len(p.House.Logo) > 0 {
		v.Logo = template.URL("data:image/png;base64," + base64.StdEncoding.EncodeToString(p.House.Logo))
	}
	if period := p.Assessed.Period.Words(); period != "" {
		v.Title += ": " + period
	}
	figures := tablesByID(p)
	for i, s := range p.Sections {
		if i == 0 {
			v.Cover = sectionOf(s, figures)
			continue
		}
		v.Sections = append(v.Sections, sectionOf(s, figures))
	}
	look := lookOf(p)
	v.Style, v.Security = template.CSS(look), policy(look, templates.PageJS, v.Logo != "")
	return v
}

// markID is the id of the symbol that draws the mark of r.
func markID(r report.Rating) string { return "mark-" + r.Key() }

// mark is the symbol of one rating, in hundredths of its square.
type mark struct {
	ID                  string
	Shape               style.Shape
	Corners             string
	Dashes              string
	LetterY, LetterSize string
}

package html_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"panelpack/report"
	"panelpack/report/pdf"
	"panelpack/report/pdf/object"
)

// edition is what one rendition of a pack says, section by section, without
// the spaces, which an edition may set as it likes.
type edition struct {
	titles []string
	words  map[string]string
}

func (e *edition) start(title string) {
	title = bare(title)
	e.titles = append(e.titles, title)
	if e.words == nil {
		e.words = map[string]string{}
	}
}

func (e *edition) say(words string) {
	if n := len(e.titles); n > 0 {
		e.words[e.titles[n-1]] += bare(words)
	}
}

func bare(s string) string {
	return strings.Join(strings.Fields(strings.ReplaceAll(s, "\u00a0", " ")), "")
}

// TestBothEditionsSayTheSame reads the finished PDF and the finished page and
// holds every section's words and figures against each other. What is left
// out is what only one of them has: page numbers, the contents, and the words
// in drawings, which both take from one drawing.
func TestBothEditionsSayTheSame(t *testing.T) {
	for name, p := range map[string]*report.Pack{"sample": samplePack(t), "large": large(t)} {
		withoutPages(p)
		paper, page := readPDF(t, p), readPage(t, p)
		if !slices.Equal(paper.titles, page.titles) {
			t.Errorf("%s: the sections are\n%q on paper and\n%q on the page", name, paper.titles, page.titles)
		}
		total := 0
		for _, title := range paper.titles {
			total += len(paper.words[title])
			tellDifference(t, name+": "+title, paper.words[title], page.words[title])
		}
		for _, m := range p.Assessed.Metrics {
			if head := bare(m.Metric.Ref + "·" + m.Metric.Name); !strings.Contains(strings.Join(pageWords(page), ""), head) {
				t.Errorf("%s: %s was not compared", name, m.Metric.Ref)
			}
		}
		t.Logf("%s: %d sections, %d letters and figures are the same", name, len(paper.titles), total)
	}
}

func pageWords(e edition) []string {
	var all []string
	for _, title := range e.titles {
		all = append(all, e.words[title])
	}
	return all
}

func tellDifference(t *testing.T, where, paper, page string) {
	t.Helper()
	if paper == page {
		return
	}
	at := 0
	for at < min(len(paper), len(page)) && paper[at] == page[at] {
		at++
	}
	around := func(s string) string { return s[max(0, at-60):min(len(s), at+60)] }
	t.Errorf("%s differs at %d:\npaper …%s…\npage  …%s…", where, at, around(paper), around(page))
}

// withoutPages takes the columns of page numbers from every table.
func withoutPages(p *report.Pack) {
	for _, s := range p.Sections {
		for i, b := range s.Blocks {
			if t, ok := b.(report.Table); ok {
				s.Blocks[i] = tableWithoutPages(t)
			}
		}
	}
}

func tableWithoutPages(t report.Table) report.Table {
	pages := func(c report.Column) bool { return c.Pages }
	at := slices.IndexFunc(t.Columns, pages)
	if at < 0 {
		return t
	}
	t.Columns = slices.Delete(slices.Clone(t.Columns), at, at+1)
	t.Rows = slices.Clone(t.Rows)
	for i, r := range t.Rows {
		if r.Group == "" {
			t.Rows[i].Cells = slices.Delete(slices.Clone(r.Cells), at, at+1)
		}
	}
	return t
}

// readPage reads the page as a text reader would: from its first heading on,
// without the contents, drawings and what opens beneath them.
func readPage(t *testing.T, p *report.Pack) edition {
	t.Helper()
	page := write(t, p)
	page = regexp.MustCompile(`(?s)<(style|script)>.*?</(style|script)>|<nav.*?</nav>|<footer.*?</footer>|<p class="running.*?</p>`).ReplaceAllString(page, "")
	d := xml.NewDecoder(strings.NewReader(page[strings.Index(page, "<header"):strings.Index(page, "</body")]))
	d.Strict, d.AutoClose, d.Entity = false, xml.HTMLAutoClose, xml.HTMLEntity
	var e edition
	var heading strings.Builder
	inHeading, skipped := false, 0
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return e
		}
		if err != nil {
			t.Fatal(err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			if skipped > 0 || unread(token) {
				skipped++
			}
			if name := token.Name.Local; name == "h1" || name == "h2" {
				inHeading = true
				heading.Reset()
			}
		case xml.EndElement:
			if skipped > 0 {
				skipped--
			}
			if name := token.Name.Local; name == "h1" || name == "h2" {
				inHeading = false
				e.start(heading.String())
			}
		case xml.CharData:
			switch {
			case inHeading:
				heading.Write(token)
			case skipped == 0:
				e.say(string(token))
			}
		}
	}
}

// unread reports whether an element holds nothing that the PDF has as text in
// the same place. The words on a table that opens are read, its figures not.
func unread(e xml.StartElement) bool {
	if e.Name.Local == "svg" {
		return true
	}
	for _, a := range e.Attr {
		if a.Name.Local == "role" && a.Value == "img" || a.Name.Local == "class" && a.Value == "fine" && e.Name.Local == "table" && inDetails(e) {
			return true
		}
	}
	return false
}

// inDetails tells the table that opens beneath a chart from the one at the end
// of the pack, which bears the id.
func inDetails(e xml.StartElement) bool {
	return !slices.ContainsFunc(e.Attr, func(a xml.Attr) bool { return a.Name.Local == "id" })
}

// readPDF reads the content of the finished file in its order: what is
// decoration, drawing or the label of a list's point is left out.
func readPDF(t *testing.T, p *report.Pack) edition {
	t.Helper()
	var b bytes.Buffer
	if err := pdf.Write(&b, p); err != nil {
		t.Fatal(err)
	}
	f, err := object.Read(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	r := pdfReader{point: regexp.MustCompile(`^(•|\d+\.)\s*$`)}
	for _, page := range pages(f, f.Dict(f.Dict(f.Trailer["Root"])["Pages"])) {
		content, err := f.Decode(f.Stream(page["Contents"]))
		if err != nil {
			t.Fatal(err)
		}
		for op, err := range object.Operations(content) {
			if err != nil {
				t.Fatal(err)
			}
			r.operation(op)
		}
	}
	r.endHeading()
	delete(r.words, "Contents")
	r.titles = slices.DeleteFunc(r.titles, func(title string) bool { return title == "Contents" })
	return r.edition
}

func pages(f *object.File, node object.Dict) []object.Dict {
	if f.Name(node["Type"]) == "Page" {
		return []object.Dict{node}
	}
	var all []object.Dict
	for _, kid := range f.Array(node["Kids"]) {
		all = append(all, pages(f, f.Dict(kid))...)
	}
	return all
}

type pdfReader struct {
	edition
	point   *regexp.Regexp // the label of a list's point
	roles   []string       // of the open sequences
	heading string         // the words of a heading of the first rank, so far
}

func (r *pdfReader) operation(op object.Operation) {
	switch op.Operator {
	case "BDC", "BMC":
		role, _ := op.Operands[0].(object.Name)
		r.roles = append(r.roles, string(role))
	case "EMC":
		r.roles = r.roles[:len(r.roles)-1]
	case "Tj":
		s, _ := op.Operands[0].(object.String)
		if n := len(r.roles); n > 0 {
			r.text(r.roles[n-1], utf16Words(string(s)))
		}
	}
}

func (r *pdfReader) text(role, words string) {
	switch {
	case role == "H1":
		r.heading += words
		return
	case role == "Artifact" || role == "Figure" || role == "Lbl" && r.point.MatchString(words):
		return
	}
	r.endHeading()
	r.say(words)
}

func (r *pdfReader) endHeading() {
	if r.heading != "" {
		r.start(r.heading)
		r.heading = ""
	}
}

func utf16Words(s string) string {
	var units []uint16
	for i := 0; i+1 < len(s); i += 2 {
		units = append(units, uint16(s[i])<<8|uint16(s[i+1]))
	}
	return string(utf16.Decode(units))
}

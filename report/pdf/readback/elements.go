package readback

import (
	"strings"

	"panelpack/report/pdf/object"
)

// Element is one piece of a file's structure that says something by itself,
// with what spans and links within it say.
type Element struct {
	Role  string // "P", "H2", "TD"
	Words []Placed
	Alt   string // what stands for a figure

	Table, Row int  // numbers of the table and row that it is in, from 1; 0 outside
	Cell       int  // its place in the row, from 0
	List       int  // number of the list that it is in, from 1; 0 outside
	Service    bool // what the service says: commentary is a section within one
}

// Placed is a word with the number of its page, from 1.
type Placed struct {
	Word
	Page int
}

// Text is what a reader hears of e.
func (e Element) Text() string {
	if e.Alt != "" {
		return e.Alt
	}
	var b strings.Builder
	for _, w := range e.Words {
		b.WriteString(w.Text)
	}
	return strings.TrimSpace(b.String())
}

// Elements are the elements of a file in reading order, those that say nothing
// left out.
func Elements(pdf []byte) ([]Element, error) {
	f, err := object.Read(pdf)
	if err != nil {
		return nil, err
	}
	pages, err := Pages(pdf)
	if err != nil {
		return nil, err
	}
	r := &reader{file: f, words: map[place][]Placed{}, pages: map[object.Ref]int{}}
	root := f.Dict(f.Trailer["Root"])
	for i, ref := range f.Array(f.Dict(root["Pages"])["Kids"]) {
		r.pages[ref.(object.Ref)] = i
	}
	for i, p := range pages {
		for _, w := range p.Words {
			if !w.Artifact {
				at := place{i, w.Sequence}
				r.words[at] = append(r.words[at], Placed{w, i + 1})
			}
		}
	}
	r.read(f.Dict(root["StructTreeRoot"])["K"], 0, -1)
	var said []Element
	for _, e := range r.said {
		if e.Text() != "" {
			said = append(said, e)
		}
	}
	return said, nil
}

// place is one marked sequence of one page, counted from 0.
type place struct{ page, sequence int }

// reader walks the structure of a file.
type reader struct {
	file                *object.File
	words               map[place][]Placed
	pages               map[object.Ref]int // their numbers, from 0
	said                []Element
	tables, rows, lists int // how many there were
	within
}

// within is what is open: sections within each other, a row with so many cells,
// and others by their numbers.
type within struct{ sections, table, row, cells, list int }

func (r *reader) open(role string) {
	switch role {
	case "Sect":
		r.sections++
	case "Table":
		r.tables++
		r.table = r.tables
	case "TR":
		r.rows++
		r.row, r.cells = r.rows, 0
	case "L":
		r.lists++
		r.list = r.lists
	}
}

// read walks o, which stands on a page. What it says itself goes to element
// number into of those said: its words when it is a sequence, a span or a link.
func (r *reader) read(o object.Object, page, into int) {
	if sequence, ok := r.file.Int(o); ok {
		r.say(place{page, sequence}, into)
		return
	}
	d := r.file.Dict(o)
	if ref, ok := d["Pg"].(object.Ref); ok {
		page = r.pages[ref]
	}
	if sequence, ok := r.file.Int(d["MCID"]); ok {
		r.say(place{page, sequence}, into)
		return
	}
	role := string(r.file.Name(d["S"]))
	if role == "" {
		return // the area of a link
	}
	if role != "Span" && role != "Link" {
		into = len(r.said)
		r.said = append(r.said, r.element(role, d))
	}
	around := r.within
	r.open(role)
	kids := r.file.Array(d["K"])
	if kids == nil && d["K"] != nil {
		kids = object.Array{d["K"]}
	}
	for _, k := range kids {
		r.read(k, page, into)
	}
	r.within = around
}

// element is the element of d, without its words.
func (r *reader) element(role string, d object.Dict) Element {
	e := Element{Role: role, Table: r.table, Row: r.row, List: r.list, Service: r.sections > 1}
	e.Alt, _ = r.file.Text(d["Alt"])
	if role == "TD" || role == "TH" {
		e.Cell = r.cells
		r.cells++
	}
	return e
}

func (r *reader) say(at place, into int) {
	if into >= 0 {
		r.said[into].Words = append(r.said[into].Words, r.words[at]...)
	}
}

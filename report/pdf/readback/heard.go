package readback

import (
	"strings"

	"panelpack/report/pdf/object"
)

// Saying is what one element of a file's structure says by itself: its words
// with those of spans and links within it, or the words that stand for a
// figure.
type Saying struct {
	Role  string // "P", "H2", "TD"
	Words string // without spaces around them
}

// Heard is what a reader that cannot see hears of a file, in order. Elements
// that say nothing are left out.
func Heard(pdf []byte) ([]Saying, error) {
	f, err := object.Read(pdf)
	if err != nil {
		return nil, err
	}
	pages, err := Pages(pdf)
	if err != nil {
		return nil, err
	}
	r := &reader{file: f, words: map[place]string{}, pages: map[object.Ref]int{}}
	root := f.Dict(f.Trailer["Root"])
	for i, ref := range f.Array(f.Dict(root["Pages"])["Kids"]) {
		r.pages[ref.(object.Ref)] = i
	}
	for i, p := range pages {
		for _, w := range p.Words {
			if !w.Artifact {
				r.words[place{i, w.Sequence}] += w.Text
			}
		}
	}
	r.read(f.Dict(root["StructTreeRoot"])["K"], 0)
	var said []Saying
	for _, s := range r.said {
		if s.Words = strings.TrimSpace(s.Words); s.Words != "" {
			said = append(said, s)
		}
	}
	return said, nil
}

// place is one marked sequence of one page, counted from 0.
type place struct{ page, sequence int }

// reader walks the structure of a file.
type reader struct {
	file  *object.File
	words map[place]string
	pages map[object.Ref]int // their numbers, from 0
	said  []Saying
}

// read gives the words that o, in an element on this page, adds to those of the
// element: its own when it is a sequence, a span or a link. Any other element
// says them itself.
func (r *reader) read(o object.Object, page int) string {
	if sequence, ok := r.file.Int(o); ok {
		return r.words[place{page, sequence}]
	}
	d := r.file.Dict(o)
	if ref, ok := d["Pg"].(object.Ref); ok {
		page = r.pages[ref]
	}
	if sequence, ok := r.file.Int(d["MCID"]); ok {
		return r.words[place{page, sequence}]
	}
	if d["S"] == nil {
		return "" // the area of a link
	}
	role := string(r.file.Name(d["S"]))
	inline := role == "Span" || role == "Link"
	at := len(r.said)
	if !inline {
		r.said = append(r.said, Saying{Role: role})
	}
	kids := r.file.Array(d["K"])
	if kids == nil && d["K"] != nil {
		kids = object.Array{d["K"]}
	}
	words := ""
	for _, k := range kids {
		words += r.read(k, page)
	}
	if alt, ok := r.file.Text(d["Alt"]); ok {
		words = alt
	}
	if inline {
		return words
	}
	r.said[at].Words = words
	return ""
}

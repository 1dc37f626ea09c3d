package tagged

import (
	"errors"
	"fmt"
	"io"
	"sync"
	"time"
)

// Options is what a document is, apart from its pages.
type Options struct {
	Title    string
	Author   string
	Subject  string
	Language string // of the whole document, such as "en-GB"
	Producer string // the program that makes it

	// Date is both dates of the document. There is no other clock: the same
	// calls with the same options give the same bytes.
	Date time.Time

	// Fonts are TrueType files of proportional letters, with a Unicode character
	// map; [Style.Face] is an index into them. What is used of each is embedded.
	Fonts [][]byte

	// Width and Height are the size of every page in points.
	Width, Height float64

	// Attachments are files that go with the document, such as the figures
	// behind its charts. With any, the document is PDF/A-3a; without, PDF/A-2a.
	Attachments []Attachment

	// Measure counts pages and does nothing else: nothing is painted, what
	// paints is not called, no mistake is found and nothing can be written. It is
	// for setting a document a first time, to learn how many pages it has, at a
	// fraction of the cost, and needs no other option.
	Measure bool

	// Furniture paints the running header and footer of each page when it
	// begins, as decoration. It may be nil.
	Furniture func(c *Canvas, page int)
}

// Attachment is a file embedded in the document. All of it must be said.
type Attachment struct {
	Name      string // "figures.csv"
	MediaType string // "text/csv"
	Words     string // what it is, for the reader's list of attachments
	Data      []byte
}

// Doc is a document being painted. Make one with [New].
//
// Pages that are turned are finished on other cores, also of a document that is
// never written.
//
// The first mistake stays, turns every later call into nothing and is told by
// [Doc.Err] and [Doc.Write].
type Doc struct {
	opts     Options
	faces    []*face
	root     *element
	open     *element // the innermost open element
	pages    []*page
	turning  sync.WaitGroup // of the pages that are being finished
	marked   owner          // whose marked sequence is open; the zero value is nobody's
	look     look           // of the current page
	marks    []bookmark
	anchor   map[string]destination
	pictures []picture // in the order in which they were first painted
	err      error
}

// New starts a document without pages.
func New(o Options) *Doc {
	root := &element{role: Document, attrs: &unsaid}
	d := &Doc{opts: o, root: root, open: root, anchor: map[string]destination{}}
	if o.Measure {
		return d
	}
	for i, ttf := range o.Fonts {
		face, err := readFace(ttf)
		if err != nil {
			d.err = fmt.Errorf("face %d: %w", i, err)
			return d
		}
		d.faces = append(d.faces, face)
	}
	return d
}

// NewPage starts a page. Elements that are open, and what is being painted, go
// on there by themselves.
func (d *Doc) NewPage() {
	if d.err != nil {
		return
	}
	if d.opts.Measure {
		d.pages = append(d.pages, nil)
		return
	}
	d.turn()
	d.look = freshLook
	d.pages = append(d.pages, &page{canvas: newCanvas(d.opts)})
	if d.opts.Furniture != nil {
		n := d.Page()
		d.paint(owner{kind: Pagination, running: true}, func(c *Canvas) { d.opts.Furniture(c, n) })
	}
}

// Page is the number of the current page, from 1; 0 before the first.
func (d *Doc) Page() int { return len(d.pages) }

// In opens an element for the length of fn.
func (d *Doc) In(role Role, fn func(), attrs ...Attr) {
	if d.opts.Measure {
		fn()
		return
	}
	if d.err != nil {
		return
	}
	if err := admit(d.open, role); err != nil {
		d.fail(owner{elem: d.open}, err)
		return
	}
	e := &element{role: role, attrs: &unsaid, parent: d.open, page: max(d.Page(), 1)}
	if len(attrs) > 0 {
		e.attrs = &attributes{}
	}
	for _, a := range attrs {
		a(e.attrs)
	}
	d.open.kids = append(d.open.kids, kid{elem: e})
	d.open = e
	fn()
	d.open = e.parent
}

// Mark paints content of the innermost open element.
func (d *Doc) Mark(draw func(c *Canvas)) { d.paint(owner{elem: d.open}, draw) }

// Text opens an element and paints its content: [Doc.In] and [Doc.Mark] in one.
func (d *Doc) Text(role Role, draw func(c *Canvas), attrs ...Attr) {
	d.In(role, func() { d.Mark(draw) }, attrs...)
}

// Artifact paints decoration, wherever it is called: what is being painted
// goes on after it.
func (d *Doc) Artifact(kind Kind, draw func(c *Canvas)) { d.paint(owner{kind: kind}, draw) }

func (d *Doc) paint(o owner, draw func(c *Canvas)) {
	if d.err != nil || d.opts.Measure {
		return
	}
	c := &Canvas{doc: d, owner: o}
	draw(c)
	c.closed = true
}

// Heading paints a heading of level 1 to 3: an element, a bookmark with the
// title, and a place that links reach as "#id" (none when id is empty), at the
// height top on the current page.
func (d *Doc) Heading(level int, title, id string, top float64, draw func(c *Canvas)) {
	if d.opts.Measure {
		return
	}
	switch {
	case level < 1 || level > 3:
		d.fail(owner{elem: d.open}, fmt.Errorf("a heading of level %d", level))
	case d.Page() == 0:
		d.fail(owner{elem: d.open}, fmt.Errorf("a heading before the first page"))
	}
	if d.err != nil {
		return
	}
	if id != "" {
		d.Anchor(id, top)
	}
	d.In([]Role{H1, H2, H3}[level-1], func() {
		d.marks = append(d.marks, bookmark{level, title, destination{d.Page(), top}, d.open})
		d.Mark(draw)
	})
}

// Anchor makes a place on the current page that links reach as "#id".
func (d *Doc) Anchor(id string, top float64) {
	if d.opts.Measure {
		return
	}
	if d.Page() == 0 {
		d.fail(owner{elem: d.open}, fmt.Errorf("anchor %q before the first page", id))
	}
	if _, taken := d.anchor[id]; taken {
		d.fail(owner{elem: d.open}, fmt.Errorf("anchor %q is there twice", id))
	}
	d.anchor[id] = destination{d.Page(), top}
}

// Link paints a link: an element, its content, and an area of the current page
// that leads to the target, which is "#id" for a place in the document or else
// a web address. Words say where it leads, for those who cannot see what is
// around it.
func (d *Doc) Link(target string, area Rect, words string, draw func(c *Canvas)) {
	if d.opts.Measure {
		return
	}
	d.In(Link, func() {
		d.Mark(draw)
		if d.Page() == 0 || d.err != nil {
			return
		}
		a := &annotation{page: d.Page(), area: area, target: target, words: words, elem: d.open}
		d.open.kids = append(d.open.kids, kid{link: a})
		p := d.pages[a.page-1]
		p.links = append(p.links, a)
	})
}

// Err is the first mistake, or nil.
func (d *Doc) Err() error { return d.err }

// errWritten keeps a document from being written, or painted, after it is;
// errMeasured one that was never painted.
var (
	errWritten  = errors.New("the document is written")
	errMeasured = errors.New("the document was only measured")
)

// Write completes the document and writes it, once; or gives the mistake that
// keeps it from being written, and writes nothing.
func (d *Doc) Write(w io.Writer) error {
	if d.opts.Measure {
		return errMeasured
	}
	defer d.turning.Wait()
	d.check()
	if d.err != nil {
		return d.err
	}
	d.err = errWritten
	return d.finish(w)
}

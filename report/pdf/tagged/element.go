package tagged

import (
	"strings"

	"panelpack/report/pdf/object"
)

// element is a node of the structure tree.
type element struct {
	role   Role
	attrs  *attributes
	parent *element
	kids   []kid
	page   int        // where it was opened, for messages
	ref    object.Ref // its number in the file, once there is one
}

// kid is a child of an element: another element, a marked sequence of a page,
// or a link. Exactly one of elem and link is set, or neither for a sequence.
type kid struct {
	elem           *element
	link           *annotation
	page, sequence int
}

// annotation is a link's area on a page and where it leads.
type annotation struct {
	page   int
	area   Rect
	target string
	words  string
	elem   *element
	ref    object.Ref // as of an element
}

// within is the anchor that a link within the document leads to, and whether
// it is one.
func (a *annotation) within() (id string, is bool) { return strings.CutPrefix(a.target, "#") }

// bookmark is a heading in the reader's outline.
type bookmark struct {
	level int
	title string
	at    destination
	elem  *element
}

// destination is a height on a page.
type destination struct {
	page int
	top  float64
}

// owner is whom a marked sequence belongs to: an element, or decoration of a
// kind.
type owner struct {
	elem    *element
	kind    Kind
	running bool   // painted by the furniture of the page
	subtype string // Header or Footer, for what is running
}

func (o owner) String() string {
	if o.elem != nil {
		return string(o.elem.role)
	}
	return "artifact"
}

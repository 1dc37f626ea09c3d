package tagged

import (
	"fmt"
	"iter"
	"regexp"
	"slices"
	"strings"
)

// language is the form of a language tag: "en", "en-GB", "zh-Hant-TW".
var language = regexp.MustCompile(`^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$`)

// webAddress is the form of a target outside the document: a scheme and plain
// ASCII.
var webAddress = regexp.MustCompile(`^[a-z][a-z0-9+.-]*:[!-~]+$`)

// numberings are the values of [ListNumbering].
var numberings = []string{
	"None", "Disc", "Circle", "Square", "Decimal", "UpperRoman", "LowerRoman", "UpperAlpha", "LowerAlpha",
}

// check judges the finished tree by the rules that no element can be judged by
// alone, and fails with the first one broken.
func (d *Doc) check() {
	switch {
	case d.err != nil:
		return
	case d.Page() == 0:
		d.err = fmt.Errorf("there are no pages")
	case strings.TrimSpace(d.opts.Title) == "":
		d.err = fmt.Errorf("there is no title")
	case !language.MatchString(d.opts.Language):
		d.err = fmt.Errorf("%q is not a language such as en-GB", d.opts.Language)
	default:
		d.err = d.checkAttachments()
	}
	ids := map[string]bool{}
	rank := 0
	for e := range d.root.all() {
		err := e.check(d)
		if e.attrs.id != "" {
			if ids[e.attrs.id] {
				err = fmt.Errorf("the id %q is there twice", e.attrs.id)
			}
			ids[e.attrs.id] = true
		}
		if level := slices.Index([]Role{H1, H2, H3}, e.role) + 1; level > 0 {
			if level > rank+1 {
				err = fmt.Errorf("a heading of level %d after level %d", level, rank)
			}
			rank = level
		}
		if err != nil {
			d.failAt(e, err)
			return
		}
	}
}

// failAt keeps a mistake found after painting, with the page of its element.
func (d *Doc) failAt(e *element, err error) {
	if d.err == nil {
		d.err = fmt.Errorf("page %d: %s: %w", e.page, e.role, err)
	}
}

// all yields the element and everything beneath it, in reading order.
func (e *element) all() iter.Seq[*element] {
	return func(yield func(*element) bool) { e.walk(yield) }
}

func (e *element) walk(yield func(*element) bool) bool {
	if !yield(e) {
		return false
	}
	for _, k := range e.kids {
		if k.elem != nil && !k.elem.walk(yield) {
			return false
		}
	}
	return true
}

// holds yields the elements of a role directly beneath e.
func (e *element) holds(roles ...Role) []*element {
	var found []*element
	for _, k := range e.kids {
		if k.elem != nil && slices.Contains(roles, k.elem.role) {
			found = append(found, k.elem)
		}
	}
	return found
}

// check says what is wrong with an element that is complete, or nil.
func (e *element) check(d *Doc) error {
	if e.attrs.lang != "" && !language.MatchString(e.attrs.lang) {
		return fmt.Errorf("%q is not a language such as en-GB", e.attrs.lang)
	}
	switch e.role {
	case Figure:
		return e.checkFigure()
	case Link:
		return e.checkLink(d)
	case Table:
		return e.checkTable()
	case L:
		return e.checkList()
	case TH:
		if !slices.Contains([]Axis{Row, Column, Both}, e.attrs.scope) {
			return fmt.Errorf("a header cell without a scope")
		}
	case Note:
		if e.attrs.id == "" {
			return fmt.Errorf("a note without an id")
		}
	case H1, H2, H3:
		if len(e.kids) == 0 {
			return fmt.Errorf("an empty heading")
		}
	case LI, TR, TOCI, TOC:
		if len(e.kids) == 0 {
			return fmt.Errorf("it is empty")
		}
	}
	return nil
}

func (e *element) checkFigure() error {
	if strings.TrimSpace(e.attrs.alt+e.attrs.actual) == "" {
		return fmt.Errorf("a figure without words")
	}
	if e.attrs.box == nil || e.attrs.box.W <= 0 || e.attrs.box.H <= 0 {
		return fmt.Errorf("a figure without its area")
	}
	page := 0
	for _, k := range e.kids {
		if k.elem != nil {
			continue
		}
		if page != 0 && k.page != page {
			return fmt.Errorf("a figure on pages %d and %d", page, k.page)
		}
		page = k.page
	}
	if page == 0 {
		return fmt.Errorf("a figure that paints nothing")
	}
	return nil
}

func (e *element) checkLink(d *Doc) error {
	painted := false
	for _, k := range e.kids {
		if k.link == nil {
			painted = true
			continue
		}
		if strings.TrimSpace(k.link.words) == "" {
			return fmt.Errorf("a link without words")
		}
		if k.link.area.W <= 0 || k.link.area.H <= 0 {
			return fmt.Errorf("a link without an area")
		}
		if id, within := k.link.within(); within {
			if _, ok := d.anchor[id]; !ok {
				return fmt.Errorf("a link to %q, which is nowhere", k.link.target)
			}
		} else if !webAddress.MatchString(k.link.target) {
			return fmt.Errorf("%q is not a web address", k.link.target)
		}
	}
	if !painted {
		return fmt.Errorf("a link that paints nothing")
	}
	return nil
}

func (e *element) checkList() error {
	if n := e.attrs.numbering; n != "" && !slices.Contains(numberings, n) {
		return fmt.Errorf("list numbering %q", n)
	}
	items := e.holds(LI, L)
	if len(items) == 0 {
		return fmt.Errorf("a list without items")
	}
	for _, item := range items {
		if len(item.holds(Lbl)) > 0 && e.attrs.numbering == "" {
			return fmt.Errorf("a list with labels and without numbering")
		}
	}
	return nil
}

func (e *element) checkTable() error {
	if len(e.holds(THead)) > 1 {
		return fmt.Errorf("a table with two heads")
	}
	if len(e.holds(THead)) == 1 && (len(e.holds(TBody)) == 0 || len(e.holds(TR)) > 0) {
		return fmt.Errorf("a table with a head and rows outside a body")
	}
	rows := e.holds(TR)
	headers := 0
	for _, part := range e.holds(THead, TBody) {
		rows = append(rows, part.holds(TR)...)
	}
	for _, row := range rows {
		headers += len(row.holds(TH))
	}
	if headers == 0 {
		return fmt.Errorf("a table without header cells")
	}
	return checkGrid(rows)
}

// checkGrid lays the cells of rows out, spans and all: every place of the grid
// must be covered once.
func checkGrid(rows []*element) error {
	width := 0
	below := []int{} // for how many more rows each column is covered from above
	for n, row := range rows {
		at := 0
		for _, c := range row.holds(TH, TD) {
			for at < len(below) && below[at] > 0 {
				at++
			}
			for range max(c.attrs.colSpan, 1) {
				if at == len(below) {
					below = append(below, 0)
				}
				if below[at] > 0 {
					return fmt.Errorf("two cells in one place in row %d", n+1)
				}
				below[at] = max(c.attrs.rowSpan, 1)
				at++
			}
		}
		covered := 0
		for i := range below {
			if below[i] > 0 {
				covered++
				below[i]--
			}
		}
		if n == 0 {
			width = covered
		}
		if covered != width {
			return fmt.Errorf("row %d has %d columns where the first has %d", n+1, covered, width)
		}
	}
	if slices.Max(below) > 0 {
		return fmt.Errorf("a cell reaches below the last row")
	}
	return nil
}

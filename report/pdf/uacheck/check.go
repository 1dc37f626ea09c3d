package uacheck

import (
	"cmp"
	"errors"
	"fmt"
	"slices"

	"panelpack/report/pdf/object"
)

// Standard is which standard a finding is about.
type Standard string

// The standards. UA decides whether a document is accessible; A is about
// keeping it, and decides nothing here.
const (
	UA Standard = "PDF/UA-1"
	A  Standard = "PDF/A-2a"
)

// Finding is one condition that a document breaks.
type Finding struct {
	Standard Standard
	Rule     string // such as "7.1-3" or "table-headers"
	Page     int    // from 1; 0 where it is about the document
	Message  string // what is wrong: "a table has no header cells"
}

// String is the finding in one line: where, what, which rule.
func (f Finding) String() string {
	if f.Page == 0 {
		return fmt.Sprintf("%s (%s)", f.Message, f.Rule)
	}
	return fmt.Sprintf("page %d: %s (%s)", f.Page, f.Message, f.Rule)
}

// Human is what no machine can judge and a person must still look at.
func Human() []string {
	return []string{
		"the order in which the pages are read is the order in which they make sense",
		"every heading is one, and nothing else looks like a heading",
		"the words for each figure say what the figure says",
		"header cells are those that name their row or column",
		"links make sense without the words around them",
		"nothing is said by colour alone, and text stands out from its background",
		"decoration is decoration: nothing that matters is left out of the reading",
	}
}

// Check gives what is wrong with a PDF: first what concerns the whole document,
// then by page. No findings means that it meets every condition that a machine
// can test.
//
// An error means that it could not be looked at. Where that is because it is
// encrypted ([object.ErrEncrypted]), there is a finding beside the error if
// readers for the blind are locked out as well.
func Check(data []byte) ([]Finding, error) {
	file, err := object.Read(data)
	if errors.Is(err, object.ErrEncrypted) {
		return checkEncryption(file), err
	}
	if err != nil {
		return nil, err
	}
	c := &checker{file: file, root: file.Dict(file.Trailer["Root"]), found: map[Finding]bool{}}
	c.readPages()
	c.readTree()
	c.checkDocument()
	c.checkMetadata()
	c.checkElements()
	c.checkLanguage()
	c.readContent()
	c.checkOwners()
	c.checkAnnotations()
	c.checkFonts()
	c.checkArchive(data)
	slices.SortFunc(c.findings, func(a, b Finding) int {
		return cmp.Or(a.Page-b.Page, -cmp.Compare(a.Standard, b.Standard), cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Message, b.Message))
	})
	return c.findings, nil
}

// checkEncryption judges what can be seen of an encrypted file: whether readers
// for the blind may take its text.
func checkEncryption(file *object.File) []Finding {
	const extractForAccess = 1 << 9 // bit 10 of P, counted from 1
	p, ok := file.Int(file.Dict(file.Trailer["Encrypt"])["P"])
	if ok && p&extractForAccess != 0 {
		return nil
	}
	return []Finding{{UA, "7.16-1", 0, "the document is locked against screen readers"}}
}

// checker holds a document and what is found in it.
type checker struct {
	file     *object.File
	root     object.Dict
	pages    []*page
	pageOf   map[object.Ref]int // page numbers by object
	nodes    []*node            // every element, in reading order
	nodeOf   map[object.Ref]*node
	owners   map[sequence][]*node // who claims each marked sequence
	painted  map[sequence]bool    // which there are
	fonts    map[object.Ref]*shown
	loose    []*shown // fonts that are not objects of their own
	parents  map[int]object.Object
	drawn    map[object.Ref]int // how often each form is drawn
	looked   map[look]bool
	findings []Finding
	found    map[Finding]bool
}

func (c *checker) find(s Standard, rule string, page int, format string, args ...any) {
	f := Finding{s, rule, page, fmt.Sprintf(format, args...)}
	if !c.found[f] {
		c.found[f] = true
		c.findings = append(c.findings, f)
	}
}

// ua notes a condition of PDF/UA-1 that is broken.
func (c *checker) ua(rule string, page int, format string, args ...any) {
	c.find(UA, rule, page, format, args...)
}

// page is a page with what it inherits.
type page struct {
	number    int
	dict      object.Dict
	resources object.Dict
}

// readPages walks the tree of pages.
func (c *checker) readPages() {
	c.pageOf = map[object.Ref]int{}
	seen := map[object.Ref]bool{}
	var walk func(o object.Object, inherited object.Dict, depth int)
	walk = func(o object.Object, inherited object.Dict, depth int) {
		ref, isRef := o.(object.Ref)
		if isRef && seen[ref] || depth > deepest {
			return
		}
		seen[ref] = true
		d := c.file.Dict(o)
		resources := inherited
		if r := c.file.Dict(d["Resources"]); r != nil {
			resources = r
		}
		kids := c.file.Array(d["Kids"])
		if kids == nil && d != nil {
			c.pages = append(c.pages, &page{len(c.pages) + 1, d, resources})
			if isRef {
				c.pageOf[ref] = len(c.pages)
			}
		}
		for _, k := range kids {
			walk(k, resources, depth+1)
		}
	}
	walk(c.root["Pages"], nil, 0)
}

// text is a text string with words in it.
func (c *checker) text(o object.Object) string {
	s, _ := c.file.Text(o)
	return s
}

package uacheck

import (
	"slices"

	"panelpack/report/pdf/object"
)

// node is an element of the structure tree.
type node struct {
	dict    object.Dict
	ref     object.Ref // 0 when it is not an object of its own
	role    string     // its standard role, after the role map
	parent  *node
	depth   int
	kids    []*node
	marked  []sequence   // content that it claims
	objects []object.Ref // annotations and pictures that it claims
	page    int          // where it, or the first of what is in it, is; 0 if nowhere
}

// deepest is how far elements, pages and the like may be nested: further than
// any person nests them.
const deepest = 500

// sequence names a piece of marked content: by its number within a page, or
// within a form that is drawn on pages.
type sequence struct {
	page int
	form object.Ref // 0 on the page itself
	mcid int
}

// standardRoles are those of ISO 32000-1, 14.8.4.
var standardRoles = []string{
	"Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct", "Private",
	"H", "H1", "H2", "H3", "H4", "H5", "H6", "P", "L", "LI", "Lbl", "LBody",
	"Table", "TR", "TH", "TD", "THead", "TBody", "TFoot",
	"Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link", "Annot",
	"Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP", "Figure", "Formula", "Form",
}

// readTree reads the structure tree and judges what every element must have.
func (c *checker) readTree() {
	c.nodeOf, c.owners = map[object.Ref]*node{}, map[sequence][]*node{}
	tree := c.file.Dict(c.root["StructTreeRoot"])
	if tree == nil {
		c.ua("7.1-11", 0, "the document has no structure: nothing in it is tagged")
		return
	}
	for _, k := range c.list(tree["K"]) {
		c.readNode(k, nil, refOf(c.root["StructTreeRoot"]), 0)
	}
	c.checkRoleMap(c.file.Dict(tree["RoleMap"]))
}

// list is an array, one object as an array of one, or nothing.
func (c *checker) list(o object.Object) object.Array {
	switch o := c.file.Resolve(o).(type) {
	case nil:
		return nil
	case object.Array:
		return o
	}
	return object.Array{o}
}

// readNode reads an element and all beneath it. Its content is on the page that
// it names, or that its parent does.
func (c *checker) readNode(o object.Object, parent *node, parentRef object.Ref, page int) {
	d := c.file.Dict(o)
	if d["S"] == nil {
		return
	}
	n := &node{dict: d, parent: parent, ref: refOf(o)}
	if parent != nil {
		n.depth = parent.depth + 1
	}
	if c.nodeOf[n.ref] != nil || n.depth > deepest {
		c.ua("tree", page, "an element is in the tree twice, or too deep")
		return
	}
	if n.ref != 0 {
		c.nodeOf[n.ref] = n
	}
	if p := c.pageOf[refOf(d["Pg"])]; p > 0 {
		page, n.page = p, p
	}
	n.role = c.role(d, page)
	c.checkParent(n, parentRef, page)
	c.nodes = append(c.nodes, n)
	if parent != nil {
		parent.kids = append(parent.kids, n)
	}
	for _, k := range c.list(d["K"]) {
		c.readKid(n, k, page)
	}
	for _, k := range n.kids {
		n.setPage(k.page)
	}
}

// checkParent judges whether an element names the one around it as its parent.
func (c *checker) checkParent(n *node, parentRef object.Ref, page int) {
	switch named := n.dict["P"]; {
	case named == nil:
		c.ua("7.1-12", page, "%s does not name its parent", n.words())
	case refOf(named) != parentRef:
		c.ua("parent", page, "%s names another element as its parent", n.words())
	}
}

func (c *checker) readKid(n *node, k object.Object, page int) {
	if mcid, ok := c.file.Int(k); ok {
		c.claim(n, sequence{page: page, mcid: mcid})
		return
	}
	d := c.file.Dict(k)
	if p := c.pageOf[refOf(d["Pg"])]; p > 0 && d["S"] == nil {
		page = p
	}
	switch {
	case d["S"] != nil:
		c.readNode(k, n, n.ref, page)
	case d["Obj"] != nil:
		n.objects = append(n.objects, refOf(d["Obj"]))
		n.setPage(page)
	case d["MCID"] != nil:
		mcid, _ := c.file.Int(d["MCID"])
		c.claim(n, sequence{page, refOf(d["Stm"]), mcid})
	}
}

func (c *checker) claim(n *node, s sequence) {
	if s.form != 0 {
		s.page = 0 // a form's content is its own, wherever it is drawn
	}
	n.marked = append(n.marked, s)
	n.setPage(s.page)
	c.owners[s] = append(c.owners[s], n)
}

func (n *node) setPage(page int) {
	if n.page == 0 {
		n.page = page
	}
}

func refOf(o object.Object) object.Ref {
	r, _ := o.(object.Ref)
	return r
}

// role follows the role map to a standard role; "" when it leads to none.
func (c *checker) role(d object.Dict, page int) string {
	roles := c.file.Dict(c.file.Dict(c.root["StructTreeRoot"])["RoleMap"])
	role := c.file.Name(d["S"])
	for seen := map[object.Name]bool{}; !slices.Contains(standardRoles, string(role)); {
		if seen[role] {
			c.ua("7.1-6", page, "the role %q leads round in a circle", role)
			return ""
		}
		seen[role] = true
		next := c.file.Name(roles[role])
		if next == "" {
			c.ua("7.1-5", page, "%q is not a role that readers know", role)
			return ""
		}
		role = next
	}
	return string(role)
}

func (c *checker) checkRoleMap(roles object.Dict) {
	for _, r := range roles.Keys() {
		switch {
		case !slices.Contains(standardRoles, string(r)):
		case roles[r] == r:
			c.ua("7.1-6", 0, "the role %q leads round in a circle", r)
		default:
			c.ua("7.1-7", 0, "the role map gives %q another meaning", r)
		}
	}
}

// within yields the element and those around it, from the inside out.
func (n *node) within(yield func(*node) bool) {
	for ; n != nil; n = n.parent {
		if !yield(n) {
			return
		}
	}
}

// words is what people call an element.
func (n *node) words() string {
	names := map[string]string{
		"Document": "the document element", "P": "a paragraph", "L": "a list", "LI": "a list item", "Lbl": "a label",
		"LBody": "the body of a list item", "Table": "a table", "TR": "a table row", "TH": "a header cell",
		"TD": "a table cell", "THead": "a table head", "TBody": "a table body", "TFoot": "a table foot",
		"Figure": "a figure", "Formula": "a formula", "Link": "a link", "Note": "a note", "Caption": "a caption",
		"TOC": "a table of contents", "TOCI": "an entry of the contents", "Form": "a form field", "Sect": "a section",
	}
	if w, ok := names[n.role]; ok {
		return w
	}
	if n.heading() > 0 || n.role == "H" {
		return "a heading"
	}
	return "an element of role " + string(n.role)
}

// heading is the level of a numbered heading, or 0.
func (n *node) heading() int {
	if len(n.role) == 2 && n.role[0] == 'H' && n.role[1] >= '1' && n.role[1] <= '6' {
		return int(n.role[1] - '0')
	}
	return 0
}

// attribute is what is said of an element under an owner, such as Scope under
// Table; nil when unsaid.
func (c *checker) attribute(n *node, owner, key object.Name) object.Object {
	find := func(o object.Object) object.Object {
		for _, a := range c.list(o) {
			if d := c.file.Dict(a); d["O"] == owner && d[key] != nil {
				return c.file.Resolve(d[key])
			}
		}
		return nil
	}
	if v := find(n.dict["A"]); v != nil {
		return v
	}
	classes := c.file.Dict(c.file.Dict(c.root["StructTreeRoot"])["ClassMap"])
	for _, class := range c.list(n.dict["C"]) {
		if name, ok := class.(object.Name); ok {
			if v := find(classes[name]); v != nil {
				return v
			}
		}
	}
	return nil
}

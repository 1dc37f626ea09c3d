package uacheck

import "panelpack/report/pdf/object"

// checkAnnotations judges links, notes and form fields: each tagged, in the
// element that suits it, and with words.
func (c *checker) checkAnnotations() {
	claimed := map[object.Ref]*node{}
	for _, n := range c.nodes {
		for _, o := range n.objects {
			claimed[o] = n
		}
	}
	for _, p := range c.pages {
		annots := c.file.Array(p.dict["Annots"])
		if len(annots) > 0 && c.file.Name(p.dict["Tabs"]) != "S" {
			c.ua("7.18.3-1", p.number, "links are not visited in the order of reading")
		}
		for _, o := range annots {
			if d := c.file.Dict(o); d != nil {
				c.checkAnnotation(p, d, claimed[refOf(o)])
			}
		}
	}
}

// checkAnnotation judges one annotation and the element that claims it, which
// is nil if none does.
func (c *checker) checkAnnotation(p *page, d object.Dict, owner *node) {
	parent := c.structParent(d)
	role := ""
	if parent != nil {
		role = parent.role
	}
	kind := c.file.Name(d["Subtype"])
	if kind != "PrinterMark" && kind != "Popup" && parent != owner {
		c.ua("annotation-owner", p.number, "the document and its page disagree on whose a link or note is")
	}
	c.checkTag(d["Lang"], p.number)
	if d["Contents"] != nil && d["Lang"] == nil && !c.speaks(parent) {
		c.ua("7.2-24", p.number, "the words of a link or note are in no known language")
	}
	switch kind {
	case "Popup":
	case "TrapNet":
		c.ua("7.18.2-1", p.number, "a page holds instructions to a printing press")
	case "PrinterMark":
		if parent != nil {
			c.ua("7.18.8-1", p.number, "a printer's mark is tagged as content")
		}
	case "Link":
		if role != "Link" {
			c.ua("7.18.5-1", p.number, "a link is not tagged as one")
		}
		if c.text(d["Contents"]) == "" {
			c.ua("7.18.5-2", p.number, "a link has no words that say where it leads")
		}
	case "Widget":
		c.checkWidget(p, d, parent)
	default:
		c.checkNote(p, d, parent)
	}
}

// checkNote judges what is neither link nor field: a comment, a stamp, a film.
func (c *checker) checkNote(p *page, d object.Dict, parent *node) {
	if c.hidden(p, d) {
		return
	}
	if parent == nil || parent.role != "Annot" {
		c.ua("7.18.1-1", p.number, "a note on the page is not tagged")
	}
	if c.text(d["Contents"]) == "" && (parent == nil || c.text(parent.dict["Alt"]) == "") {
		c.ua("7.18.1-2", p.number, "a note on the page has no words")
	}
}

// checkWidget judges a form field: its words are its own, or those of the
// element around it.
func (c *checker) checkWidget(p *page, d object.Dict, parent *node) {
	if c.hidden(p, d) {
		return
	}
	if parent == nil || parent.role != "Form" {
		c.ua("7.18.4-1", p.number, "a form field is not tagged as one")
	}
	words := parent != nil && c.text(parent.dict["Alt"]) != ""
	for field := range c.fields(d) {
		if field["T"] == nil || c.text(field["TU"]) == "" {
			continue
		}
		words = true
		if !c.speaks(parent) {
			c.ua("7.2-25", p.number, "the words of a form field are in no known language")
		}
	}
	if !words {
		c.ua("7.18.1-3", p.number, "a form field has no words")
	}
}

// fields yields a field and those around it.
func (c *checker) fields(d object.Dict) func(func(object.Dict) bool) {
	return func(yield func(object.Dict) bool) {
		for range 32 {
			if d == nil || !yield(d) {
				return
			}
			d = c.file.Dict(d["Parent"])
		}
	}
}

// hidden reports whether an annotation is never seen: by its flag, or because
// it lies outside the page.
func (c *checker) hidden(p *page, d object.Dict) bool {
	const hidden = 2
	if flags, _ := c.file.Int(d["F"]); flags&hidden != 0 {
		return true
	}
	rect, box := c.rectangle(d["Rect"]), c.pageBox(p)
	return rect != nil && box != nil &&
		(rect[2] <= box[0] || rect[0] >= box[2] || rect[3] <= box[1] || rect[1] >= box[3])
}

// rectangle is left, bottom, right and top, or nil.
func (c *checker) rectangle(o object.Object) []float64 {
	a := c.file.Array(o)
	if len(a) != 4 {
		return nil
	}
	var v [4]float64
	for i := range a {
		var ok bool
		if v[i], ok = c.file.Number(a[i]); !ok {
			return nil
		}
	}
	return []float64{min(v[0], v[2]), min(v[1], v[3]), max(v[0], v[2]), max(v[1], v[3])}
}

// pageBox is what of a page is seen, its own or inherited.
func (c *checker) pageBox(p *page) []float64 {
	for _, key := range []object.Name{"CropBox", "MediaBox"} {
		for d := range c.fields(p.dict) {
			if box := c.rectangle(d[key]); box != nil {
				return box
			}
		}
	}
	return nil
}

// structParent is the element that an object's StructParent leads to through
// the parent tree, or nil.
func (c *checker) structParent(d object.Dict) *node {
	key, ok := c.file.Int(d["StructParent"])
	if !ok {
		return nil
	}
	return c.nodeOf[refOf(c.parentTree()[key])]
}

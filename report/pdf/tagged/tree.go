package tagged

import (
	"slices"

	"panelpack/report/pdf/object"
)

// tree fills in the elements and gives the root of the structure tree.
//
// Its parent tree leads back from what is painted to its element: under the
// number of each page the owners of its sequences in order, and under a number
// of its own each link.
func (f *finisher) tree() object.Ref {
	root := f.file.Add(nil)
	ids := map[string]object.Object{}
	for e := range f.doc.root.all() {
		parent := root
		if e.parent != nil {
			parent = e.parent.ref
		}
		f.file.Objects[e.ref] = f.element(e, parent)
		if e.attrs.id != "" {
			ids[e.attrs.id] = e.ref
		}
	}
	var nums object.Array
	for i, p := range f.doc.pages {
		owners := object.Array{}
		for _, e := range p.sequences {
			owners = append(owners, e.ref)
		}
		nums = append(nums, i, f.file.Add(owners))
	}
	next := len(f.doc.pages)
	for _, p := range f.doc.pages {
		for _, a := range p.links {
			nums = append(nums, next, a.elem.ref)
			next++
		}
	}
	d := object.Dict{
		"Type": object.Name("StructTreeRoot"), "K": f.doc.root.ref,
		"ParentTree": f.file.Add(object.Dict{"Nums": nums}), "ParentTreeNextKey": next,
	}
	if len(ids) > 0 {
		d["IDTree"] = f.file.Add(object.Dict{"Names": nameList(ids)})
	}
	f.file.Objects[root] = d
	return root
}

// nameList is the leaf of a name tree: names and what they stand for, in the
// order of the names' bytes.
func nameList(values map[string]object.Object) object.Array {
	names := make([]object.String, 0, len(values))
	for n := range values {
		names = append(names, object.Text(n))
	}
	slices.Sort(names)
	list := object.Array{}
	for _, n := range names {
		list = append(list, n, values[n.Text()])
	}
	return list
}

// element is a node of the tree as PDF has it. Its sequences are on the page
// that Pg names, unless they say otherwise.
func (f *finisher) element(e *element, parent object.Ref) object.Pairs {
	kids, home := f.kids(e)
	d := make(object.Pairs, 0, 6)
	say := func(key object.Name, words string) {
		if words != "" {
			d = append(d, object.Pair{Key: key, Value: object.Text(words)})
		}
	}
	list := func(key object.Name, all object.Array) {
		switch len(all) {
		case 0:
		case 1:
			d = append(d, object.Pair{Key: key, Value: all[0]})
		default:
			d = append(d, object.Pair{Key: key, Value: all})
		}
	}
	list("A", f.attributes(e))
	say("ActualText", e.attrs.actual)
	say("Alt", e.attrs.alt)
	say("E", e.attrs.expansion)
	say("ID", e.attrs.id)
	list("K", kids)
	say("Lang", e.attrs.lang)
	d = append(d, object.Pair{Key: "P", Value: parent})
	if home > 0 {
		d = append(d, object.Pair{Key: "Pg", Value: f.pages[home-1]})
	}
	return append(d, object.Pair{Key: "S", Value: object.Name(e.role)}, object.Pair{Key: "Type", Value: object.Name("StructElem")})
}

// kids are what an element holds, and the page of the first of it that is
// painted; 0 where nothing is.
func (f *finisher) kids(e *element) (kids object.Array, home int) {
	for _, k := range e.kids {
		if k.elem == nil && home == 0 {
			home = k.onPage()
		}
		kids = append(kids, f.kid(k, home))
	}
	return kids, home
}

func (k kid) onPage() int {
	if k.link != nil {
		return k.link.page
	}
	return k.page
}

func (f *finisher) kid(k kid, home int) object.Object {
	switch {
	case k.elem != nil:
		return k.elem.ref
	case k.link != nil:
		return object.Dict{"Type": object.Name("OBJR"), "Obj": k.link.ref, "Pg": f.pages[k.link.page-1]}
	case k.page != home:
		return object.Dict{"Type": object.Name("MCR"), "MCID": k.sequence, "Pg": f.pages[k.page-1]}
	}
	return k.sequence
}

// attributes are what is said of an element beyond its role, by who owns the
// words (ISO 32000-1, 14.8.5).
func (f *finisher) attributes(e *element) object.Array {
	var all object.Array
	if e.attrs.scope != "" || e.attrs.colSpan > 1 || e.attrs.rowSpan > 1 {
		table := object.Dict{"O": object.Name("Table")}
		if e.attrs.scope != "" {
			table["Scope"] = object.Name(e.attrs.scope)
		}
		if e.attrs.colSpan > 1 {
			table["ColSpan"] = e.attrs.colSpan
		}
		if e.attrs.rowSpan > 1 {
			table["RowSpan"] = e.attrs.rowSpan
		}
		all = append(all, table)
	}
	if e.attrs.numbering != "" {
		all = append(all, object.Dict{"O": object.Name("List"), "ListNumbering": object.Name(e.attrs.numbering)})
	}
	if b := e.attrs.box; b != nil {
		bottom := f.doc.opts.Height - b.Y - b.H
		all = append(all, object.Dict{
			"O": object.Name("Layout"), "Placement": object.Name("Block"),
			"BBox": object.Array{round(b.X), round(bottom), round(b.X + b.W), round(bottom + b.H)},
		})
	}
	return all
}

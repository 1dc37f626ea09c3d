package tagged

import "panelpack/report/pdf/object"

// entry is a bookmark with those beneath it.
type entry struct {
	mark bookmark
	ref  object.Ref
	kids []*entry
}

// outline makes the bookmarks: a tree by the levels of the headings.
func (f *finisher) outline() object.Ref {
	root := &entry{ref: f.file.Add(object.Dict{})}
	path := []*entry{root} // the last bookmark of each level
	for _, m := range f.doc.marks {
		path = path[:min(m.level, len(path))]
		e := &entry{mark: m, ref: f.file.Add(object.Dict{})}
		above := path[len(path)-1]
		above.kids = append(above.kids, e)
		path = append(path, e)
	}
	d := f.bookmarks(root)
	d["Type"] = object.Name("Outlines")
	f.file.Objects[root.ref] = d
	return root.ref
}

// bookmarks fills in what is beneath an entry and gives its own dictionary.
// The first two levels are open when the document is; Count is negative for a
// closed one.
func (f *finisher) bookmarks(e *entry) object.Dict {
	d := object.Dict{}
	if len(e.kids) == 0 {
		return d
	}
	shown := len(e.kids)
	for i, k := range e.kids {
		kd := f.bookmarks(k)
		kd["Title"] = object.Text(k.mark.title)
		kd["Parent"] = e.ref
		kd["Dest"] = f.destination(k.mark.at)
		kd["SE"] = k.mark.elem.ref
		if i > 0 {
			kd["Prev"] = e.kids[i-1].ref
		}
		if i+1 < len(e.kids) {
			kd["Next"] = e.kids[i+1].ref
		}
		if n, _ := kd["Count"].(int); n > 0 {
			shown += n
		}
		f.file.Objects[k.ref] = kd
	}
	d["First"], d["Last"] = e.kids[0].ref, e.kids[len(e.kids)-1].ref
	d["Count"] = shown
	if e.mark.level > 1 {
		d["Count"] = -len(e.kids)
	}
	return d
}

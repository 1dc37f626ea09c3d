package tagged

import (
	"io"
	"math"

	"panelpack/report/pdf/object"
)

// finisher puts the pages that the canvases wrote into one file, with all that
// a canvas cannot say.
type finisher struct {
	doc   *Doc
	file  *object.File
	pages []object.Ref
}

// finish writes the document whole.
func (d *Doc) finish(w io.Writer) error {
	d.turn()
	subsets := d.cut()
	f := &finisher{doc: d, file: &object.File{Trailer: object.Dict{}}}
	f.number()
	pages := f.file.Add(nil)
	f.file.Trailer["Root"] = f.file.Add(f.catalog(pages))
	f.file.Trailer["Info"] = f.file.Add(f.info())
	fonts, err := f.fonts(subsets())
	if err != nil {
		return err
	}
	if f.file.Objects[pages], err = f.pageTree(pages, fonts); err != nil {
		return err
	}
	return object.Write(w, f.file)
}

// number makes room for every element, page and link, so that they can refer to
// each other before they are filled in.
func (f *finisher) number() {
	for e := range f.doc.root.all() {
		e.ref = f.file.Add(nil)
	}
	for _, p := range f.doc.pages {
		f.pages = append(f.pages, f.file.Add(nil))
		for _, a := range p.links {
			a.ref = f.file.Add(nil)
		}
	}
}

// pageTree fills in the pages, and gives what holds them. They share what they
// are painted with.
func (f *finisher) pageTree(parent object.Ref, fonts object.Dict) (object.Dict, error) {
	f.doc.turning.Wait()
	resources := object.Dict{"Font": fonts}
	if images := f.images(); len(images) > 0 {
		resources["XObject"] = images
	}
	shared := f.file.Add(resources)
	key := len(f.pages)
	kids := object.Array{}
	for i, p := range f.doc.pages {
		if p.err != nil {
			return nil, p.err
		}
		page := p.dict
		page["Parent"], page["Resources"], page["Contents"] = parent, shared, f.file.Add(p.content)
		page["StructParents"], page["Tabs"] = i, object.Name("S")
		var annots object.Array
		for _, a := range p.links {
			f.file.Objects[a.ref] = f.annotation(a, key)
			annots = append(annots, a.ref)
			key++
		}
		if annots != nil {
			page["Annots"] = annots
		}
		f.file.Objects[f.pages[i]] = page
		kids = append(kids, f.pages[i])
	}
	return object.Dict{"Type": object.Name("Pages"), "Kids": kids, "Count": len(kids)}, nil
}

// annotation is a link as PDF has it; printing it (F 4) is what PDF/A asks for.
func (f *finisher) annotation(a *annotation, key int) object.Dict {
	bottom := f.doc.opts.Height - a.area.Y - a.area.H
	d := object.Dict{
		"Type": object.Name("Annot"), "Subtype": object.Name("Link"),
		"Rect":   object.Array{round(a.area.X), round(bottom), round(a.area.X + a.area.W), round(bottom + a.area.H)},
		"Border": object.Array{0, 0, 0}, "F": 4, "P": f.pages[a.page-1],
		"Contents": object.Text(a.words), "StructParent": key,
	}
	if id, within := a.within(); within {
		d["Dest"] = object.Text(id)
	} else {
		d["A"] = object.Dict{"S": object.Name("URI"), "URI": object.String(a.target)}
	}
	return d
}

// catalog is the root of the file.
func (f *finisher) catalog(pages object.Object) object.Dict {
	c := object.Dict{
		"Type": object.Name("Catalog"), "Pages": pages,
		"Lang":              object.Text(f.doc.opts.Language),
		"MarkInfo":          object.Dict{"Marked": true},
		"ViewerPreferences": object.Dict{"DisplayDocTitle": true},
		"PageLabels":        object.Dict{"Nums": object.Array{0, object.Dict{"S": object.Name("D")}}},
		"StructTreeRoot":    f.tree(),
		"OutputIntents":     object.Array{f.outputIntent()},
		"Metadata": f.file.Add(&object.Stream{
			Dict: object.Dict{"Type": object.Name("Metadata"), "Subtype": object.Name("XML")},
			Data: xmp(f.doc.opts),
		}),
	}
	if len(f.doc.marks) > 0 {
		c["Outlines"] = f.outline()
		c["PageMode"] = object.Name("UseOutlines")
	}
	names := object.Dict{}
	if len(f.doc.anchor) > 0 {
		names["Dests"] = f.destinations()
	}
	if len(f.doc.opts.Attachments) > 0 {
		names["EmbeddedFiles"], c["AF"] = f.attachments()
	}
	if len(names) > 0 {
		c["Names"] = names
	}
	return c
}

// destinations are the anchors by name, in the order of their bytes.
func (f *finisher) destinations() object.Dict {
	at := map[string]object.Object{}
	for id, d := range f.doc.anchor {
		at[id] = f.destination(d)
	}
	return object.Dict{"Names": nameList(at)}
}

func (f *finisher) destination(at destination) object.Array {
	return object.Array{f.pages[at.page-1], object.Name("XYZ"), nil, round(f.doc.opts.Height - at.top), nil}
}

// round keeps a length to a hundredth of a point, as the canvas does.
func round(v float64) float64 {
	return math.Round(v*100)/100 + 0 // never -0
}

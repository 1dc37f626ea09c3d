package tagged

import (
	"bytes"
	"io"
	"math"

	"panelpack/report/pdf/object"
)

// finisher turns the canvas's plain file into the finished one: it reads the
// objects back and adds all that the canvas cannot say.
type finisher struct {
	doc   *Doc
	file  *object.File
	pages []object.Ref
}

// finish writes the document whole.
func (d *Doc) finish(w io.Writer) error {
	var raw bytes.Buffer
	if err := d.canvas.Output(&raw); err != nil {
		return err
	}
	file, err := object.Read(raw.Bytes())
	if err != nil {
		return err
	}
	f := &finisher{doc: d, file: file}
	pages := file.Dict(file.Dict(file.Trailer["Root"])["Pages"])
	for _, p := range file.Array(pages["Kids"]) {
		f.pages = append(f.pages, p.(object.Ref))
	}
	if err := f.fonts(); err != nil {
		return err
	}
	f.images()
	f.number()
	f.paintedPages()
	file.Trailer["Root"] = file.Add(f.catalog(file.Dict(file.Trailer["Root"])["Pages"]))
	file.Trailer["Info"] = file.Add(f.info())
	return object.Write(w, file)
}

// number makes room for every element and link, so that they can refer to each
// other before they are filled in.
func (f *finisher) number() {
	for e := range f.doc.root.all() {
		e.ref = f.file.Add(nil)
	}
	for _, p := range f.doc.pages {
		for _, a := range p.links {
			a.ref = f.file.Add(nil)
		}
	}
}

// paintedPages completes the pages: their links, and the keys by which the
// parent tree knows them.
func (f *finisher) paintedPages() {
	key := len(f.pages)
	for i, p := range f.doc.pages {
		page := f.file.Dict(f.pages[i])
		page["StructParents"] = i
		page["Tabs"] = object.Name("S")
		var annots object.Array
		for _, a := range p.links {
			f.file.Objects[a.ref] = f.annotation(a, key)
			annots = append(annots, a.ref)
			key++
		}
		if annots != nil {
			page["Annots"] = annots
		}
	}
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

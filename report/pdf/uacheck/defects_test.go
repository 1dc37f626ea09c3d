package uacheck_test

import (
	"bytes"

	"panelpack/report/pdf/object"
)

// defects are the sample spoilt in one way each, by the rule that must see it.
var defects = []struct {
	rule, name string
	spoil      func(d *doc)
}{
	{"6.2-1", "not said to be tagged", func(d *doc) { delete(d.root, "MarkInfo") }},
	{"7.1-1", "decoration within content", func(d *doc) { d.content("EMC\n/L", "/Artifact BMC EMC EMC\n/L") }},
	{"7.1-2", "content within decoration", func(d *doc) {
		d.content("/Artifact", "/Artifact BMC /Artifact")
		d.content("EMC\n", "EMC\n/P <</MCID 0>> BDC EMC EMC ")
	}},
	{"7.1-3", "text that is not marked", func(d *doc) { d.content("/H1 <</MCID 0>> BDC", "/H1 BMC") }},
	{"7.1-3", "a line that is not marked", func(d *doc) { d.content("/Artifact", "0 0 m 9 9 l S /Artifact") }},
	{"7.1-4", "tags that may be wrong", func(d *doc) { d.Dict(d.root["MarkInfo"])["Suspects"] = true }},
	{"7.1-5", "a role nobody knows", func(d *doc) { d.elem("P", 0)["S"] = object.Name("Story") }},
	{"7.1-6", "roles in a circle", func(d *doc) {
		d.elem("P", 0)["S"] = object.Name("Story")
		d.tree["RoleMap"] = object.Dict{"Story": object.Name("Tale"), "Tale": object.Name("Story")}
	}},
	{"7.1-7", "a known role mapped", func(d *doc) { d.tree["RoleMap"] = object.Dict{"P": object.Name("Span")} }},
	{"7.1-8", "no metadata", func(d *doc) { delete(d.root, "Metadata") }},
	{"7.1-9", "no title", func(d *doc) {
		d.replace(d.root["Metadata"], "<dc:title>", "<dc:source>")
		d.replace(d.root["Metadata"], "</dc:title>", "</dc:source>")
	}},
	{"7.1-10", "a title that is not shown", func(d *doc) { delete(d.root, "ViewerPreferences") }},
	{"7.1-11", "no structure", func(d *doc) { delete(d.root, "StructTreeRoot") }},
	{"7.1-12", "an element without a parent", func(d *doc) { delete(d.elem("P", 0), "P") }},
	{"5-1", "not said to be PDF/UA", func(d *doc) { d.replace(d.root["Metadata"], "<pdfuaid:part>1</pdfuaid:part>", "") }},
	{"5-2", "another part of PDF/UA", func(d *doc) { d.replace(d.root["Metadata"], "<pdfuaid:part>1", "<pdfuaid:part>2") }},
	{"5-3", "another prefix", func(d *doc) {
		d.replace(d.root["Metadata"], "xmlns:pdfuaid", "xmlns:ua")
		d.replace(d.root["Metadata"], "<pdfuaid:part>1</pdfuaid:part>", "<ua:part>1</ua:part>")
	}},
	{"metadata", "metadata that is no XML", func(d *doc) { d.replace(d.root["Metadata"], "</rdf:RDF>", "") }},

	{"7.2-3", "a paragraph in a table", func(d *doc) { d.move(d.elem("P", 0), d.elem("Table", 0)) }},
	{"7.2-4", "a row outside a table", func(d *doc) { d.move(d.elem("TR", 1), d.elem("Document", 0)) }},
	{"7.2-5", "a table head outside a table", func(d *doc) { d.move(d.elem("THead", 0), d.elem("Document", 0)) }},
	{"7.2-6", "a table body outside a table", func(d *doc) { d.move(d.elem("TBody", 0), d.elem("Document", 0)) }},
	{"7.2-7", "a table foot outside a table", func(d *doc) { d.elem("P", 0)["S"] = object.Name("TFoot") }},
	{"7.2-8", "a header cell outside a row", func(d *doc) { d.move(d.elem("TH", 2), d.elem("TBody", 0)) }},
	{"7.2-9", "a cell outside a row", func(d *doc) { d.move(d.elem("TD", 0), d.elem("TBody", 0)) }},
	{"7.2-10", "a paragraph in a row", func(d *doc) { d.move(d.elem("P", 0), d.elem("TR", 0)) }},
	{"7.2-11", "two table heads", func(d *doc) { d.elem("TBody", 0)["S"] = object.Name("THead") }},
	{"7.2-13", "a foot without a body", func(d *doc) { d.elem("TBody", 0)["S"] = object.Name("TFoot") }},
	{"7.2-14", "a head without a body", func(d *doc) { d.elem("TBody", 0)["S"] = object.Name("TFoot") }},
	{"7.2-15", "two cells in one place", func(d *doc) {
		d.elem("TD", 0)["A"] = object.Dict{"O": object.Name("Table"), "RowSpan": 2}
		d.elem("TH", 3)["A"] = object.Dict{"O": object.Name("Table"), "Scope": object.Name("Row"), "ColSpan": 2}
	}},
	{"7.2-17", "an item outside a list", func(d *doc) { d.move(d.elem("LI", 0), d.elem("Document", 0)) }},
	{"7.2-18", "a body outside an item", func(d *doc) { d.move(d.elem("LBody", 0), d.elem("L", 0)) }},
	{"7.2-19", "a paragraph in a list", func(d *doc) { d.move(d.elem("P", 0), d.elem("L", 0)) }},
	{"7.2-20", "a paragraph in an item", func(d *doc) { d.move(d.elem("P", 0), d.elem("LI", 0)) }},
	{"7.2-26", "an entry outside the contents", func(d *doc) { d.move(d.elem("TOCI", 0), d.elem("Document", 0)) }},
	{"7.2-27", "a paragraph in the contents", func(d *doc) { d.move(d.elem("P", 0), d.elem("TOC", 0)) }},
	{"7.2-36", "a paragraph in a table head", func(d *doc) { d.move(d.elem("P", 0), d.elem("THead", 0)) }},
	{"7.2-37", "a paragraph in a table body", func(d *doc) { d.move(d.elem("P", 0), d.elem("TBody", 0)) }},
	{"7.2-39", "a caption in the middle", func(d *doc) {
		t := d.elem("Table", 0)
		k := d.kids(t)
		t["K"] = object.Array{k[1], k[0], k[2]}
	}},
	{"7.2-41", "a cell that reaches too far down", func(d *doc) { d.elem("TD", 1)["A"] = object.Dict{"O": object.Name("Table"), "RowSpan": 2} }},
	{"7.2-42", "a row with a cell more", func(d *doc) { d.elem("TD", 1)["A"] = object.Dict{"O": object.Name("Table"), "ColSpan": 2} }},

	{"7.2-2", "bookmarks in no language", mute},
	{"7.2-21", "replacement text in no language", mute},
	{"7.2-22", "alternative text in no language", mute},
	{"7.2-23", "an expansion in no language", mute},
	{"7.2-24", "a link's words in no language", mute},
	{"7.2-33", "metadata in no language", mute},
	{"7.2-34", "text in no language", mute},
	{"7.2-29", "a language that is none", func(d *doc) { d.root["Lang"] = object.Text("English (UK)") }},

	{"7.3-1", "a figure without words", func(d *doc) { delete(d.elem("Figure", 0), "Alt") }},
	{"7.4.2-1", "headings that skip a level", func(d *doc) { d.elem("H2", 0)["S"] = object.Name("H3") }},
	{"7.4.4-2", "headings of both kinds", func(d *doc) { d.elem("H2", 0)["S"] = object.Name("H") }},
	{"7.5-1", "a header cell without a scope", func(d *doc) { delete(d.elem("TH", 2), "A") }},
	{"7.5-2", "a header that is not there", func(d *doc) {
		delete(d.elem("TH", 2), "A")
		d.elem("TD", 0)["A"] = object.Dict{"O": object.Name("Table"), "Headers": object.Array{object.String("nobody")}}
	}},
	{"7.7-1", "a formula without words", func(d *doc) { d.elem("P", 0)["S"] = object.Name("Formula") }},
	{"7.9-1", "a note without an ID", func(d *doc) { delete(d.elem("Note", 0), "ID") }},
	{"7.9-2", "two notes of one ID", func(d *doc) { d.elem("Note", 0)["ID"] = d.elem("Note", 1)["ID"] }},
	{"7.10-1", "layers without a name", func(d *doc) { d.root["OCProperties"] = object.Dict{"D": object.Dict{}} }},
	{"7.11-1", "an attached file without a name", func(d *doc) {
		d.root["AF"] = object.Array{d.Add(object.Dict{"Type": object.Name("Filespec"), "EF": object.Dict{}, "F": object.String("a.csv")})}
	}},
	{"7.18.1-2", "a stamp without words", func(d *doc) { d.link()["Subtype"] = object.Name("Stamp"); delete(d.link(), "Contents") }},
	{"7.18.3-1", "another order of links", func(d *doc) { delete(d.page, "Tabs") }},
	{"7.18.4-1", "a field that is no field", func(d *doc) { d.link()["Subtype"] = object.Name("Widget") }},
	{"7.18.5-1", "a link in a paragraph", func(d *doc) { d.elem("Link", 0)["S"] = object.Name("P") }},
	{"7.18.5-2", "a link without words", func(d *doc) { delete(d.link(), "Contents") }},
	{"7.20-1", "a part of another file", func(d *doc) { form(d, "", object.Dict{"Ref": object.Dict{}}) }},
	{"7.20-2", "tagged content drawn twice", func(d *doc) { form(d, "/P <</MCID 0>> BDC EMC", nil); form(d, "", nil) }},

	{"7.21.3.1-1", "an encoding of other glyphs", func(d *doc) { d.font()["Encoding"] = object.Name("UniGB-UCS2-H") }},
	{"7.21.3.2-1", "no way to the glyphs", func(d *doc) { delete(d.glyphs(), "CIDToGIDMap") }},
	{"7.21.3.3-1", "an encoding that is not there", func(d *doc) { d.font()["Encoding"] = object.Name("House-H") }},
	{"7.21.4.1-1", "a font that is not there", func(d *doc) { delete(d.Dict(d.glyphs()["FontDescriptor"]), "FontFile2") }},
	{"7.21.4.1-2", "a glyph that is not there", func(d *doc) {
		d.glyphs()["CIDToGIDMap"] = d.Add(&object.Stream{Dict: object.Dict{}, Data: bytes.Repeat([]byte{0xFF}, 512)})
	}},
	{"7.21.5-1", "widths that are wrong", func(d *doc) { delete(d.glyphs(), "W") }},
	{"7.21.7-1", "no letters for codes", func(d *doc) { delete(d.font(), "ToUnicode") }},
	{"7.21.7-2", "a letter that is none", func(d *doc) { d.replace(d.font()["ToUnicode"], "<0041> <0041>", "<0041> <FEFF>") }},
	{"7.21.8-1", "a box for a letter", func(d *doc) {
		d.glyphs()["CIDToGIDMap"] = d.Add(&object.Stream{Dict: object.Dict{}, Data: make([]byte, 512)})
	}},

	{"parent", "an element with the wrong parent", func(d *doc) { d.elem("P", 0)["P"] = d.ref(d.elem("L", 0)) }},
	{"tree", "an element twice in the tree", func(d *doc) { p := d.elem("Document", 0); p["K"] = append(d.kids(p), d.ref(d.elem("P", 0))) }},
	{"parent-tree", "ways back that are swapped", func(d *doc) {
		nums := d.Array(d.Dict(d.tree["ParentTree"])["Nums"])
		owners := d.Array(nums[1])
		owners[0], owners[1] = owners[1], owners[0]
	}},
	{"content-owner", "content that nobody owns", func(d *doc) { delete(d.elem("H1", 0), "K") }},
	{"content-owner", "content that two own", func(d *doc) { d.elem("H2", 0)["K"] = object.Array{d.elem("H2", 0)["K"], 0} }},
	{"content-missing", "content that is not there", func(d *doc) { d.elem("H1", 0)["K"] = object.Array{0, 99} }},
	{"marks", "content that is not closed", func(d *doc) { d.content("/H1 <<", "/Artifact BMC /H1 <<") }},
	{"marks", "content that begins within text", func(d *doc) { d.content("EMC\n", "BT EMC ET\n") }},
	{"content", "text in no font", func(d *doc) { d.content(" Tf", " Tw") }},
	{"content", "a page that cannot be read", func(d *doc) { d.content("BT", "(BT") }},
	{"annotation-owner", "a link claimed by another", func(d *doc) {
		link, p := d.elem("Link", 0), d.elem("P", 0)
		k := d.kids(link)
		link["K"], p["K"] = k[0], append(d.kids(p), k[1])
	}},
	{"link-target", "a link without an area", func(d *doc) { d.elem("Link", 0)["K"] = d.kids(d.elem("Link", 0))[0] }},
	{"table-headers", "a table without header cells", func(d *doc) {
		for range 4 {
			d.elem("TH", 0)["S"] = object.Name("TD")
		}
	}},
	{"figure-area", "a figure without its area", func(d *doc) { delete(d.elem("Figure", 0), "A") }},
	{"heading-empty", "a heading with nothing in it", func(d *doc) { d.elem("H1", 0)["K"] = object.Array{} }},
}

// archival are the sample spoilt for PDF/A alone.
var archival = []struct {
	rule, name string
	spoil      func(d *doc)
}{
	{"6.2.3-1", "a profile that is none", func(d *doc) {
		d.Stream(d.Dict(d.Array(d.root["OutputIntents"])[0])["DestOutputProfile"]).Dict["N"] = 4
	}},
	{"6.2.4.3-2", "colours that mean nothing", func(d *doc) { delete(d.root, "OutputIntents") }},
	{"6.2.4.3-3", "printing inks", func(d *doc) { d.content("/Artifact", "0 0 0 1 k /Artifact") }},
	{"6.1.13-8", "graphics states too deep", func(d *doc) {
		d.content("/Artifact", string(bytes.Repeat([]byte("q "), 29))+string(bytes.Repeat([]byte("Q "), 29))+"/Artifact")
	}},
	{"6.3.2-1", "a link that is not printed", func(d *doc) { delete(d.link(), "F") }},
	{"6.5.1-1", "a script at the start", func(d *doc) { d.root["OpenAction"] = object.Dict{"S": object.Name("JavaScript")} }},
	{"6.6.2.3-1", "properties not described", func(d *doc) {
		d.replace(d.root["Metadata"], "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua", "<pdfaSchema:namespaceURI>http://example.org")
	}},
	{"6.8-5", "files in PDF/A-2", func(d *doc) { d.Dict(d.root["Names"])["EmbeddedFiles"] = object.Dict{} }},
	{"6.6.4-1", "not said to be PDF/A", func(d *doc) { d.replace(d.root["Metadata"], "<pdfaid:part>2", "<pdfaid:part>1") }},
	{"6.6.4-3", "another level of PDF/A", func(d *doc) { d.replace(d.root["Metadata"], "conformance>A<", "conformance>B<") }},
}

// mute takes the language away, everywhere.
func mute(d *doc) { delete(d.root, "Lang") }

// form draws a form with some content on the page.
func form(d *doc, content string, with object.Dict) {
	resources := d.Dict(d.page["Resources"])
	if resources["XObject"] == nil {
		s := &object.Stream{Dict: object.Dict{"Subtype": object.Name("Form")}, Data: []byte(content)}
		for k, v := range with {
			s.Dict[k] = v
		}
		resources["XObject"] = object.Dict{"Fm": d.Add(s)}
	}
	d.content("/Artifact", "/Fm Do /Artifact")
}

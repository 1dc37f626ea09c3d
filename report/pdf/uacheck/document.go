package uacheck

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"iter"
	"regexp"
	"strings"

	"panelpack/report/pdf/object"
)

var (
	version = regexp.MustCompile(`^1\.[0-7]$`)
	dynamic = regexp.MustCompile(`<dynamicRender[^>]*>\s*required`)
	// uaPrefix matches the declaration of a prefix for the PDF/UA properties.
	uaPrefix = regexp.MustCompile(`xmlns:([\w-]+)\s*=\s*["']` + regexp.QuoteMeta(nsUA) + `["']`)
)

// checkDocument judges what the catalog says of the whole document.
func (c *checker) checkDocument() {
	if !version.MatchString(c.file.Version) {
		c.ua("6.1-1", 0, "the file's header is not that of PDF 1.0 to 1.7")
	}
	mark := c.file.Dict(c.root["MarkInfo"])
	if c.file.Resolve(mark["Marked"]) != true {
		c.ua("6.2-1", 0, "the document does not say that it is tagged")
	}
	if c.file.Resolve(mark["Suspects"]) == true {
		c.ua("7.1-4", 0, "the document says that its tags may be wrong")
	}
	if c.file.Resolve(c.file.Dict(c.root["ViewerPreferences"])["DisplayDocTitle"]) != true {
		c.ua("7.1-10", 0, "the window shows the file's name and not the document's title")
	}
	c.checkLayers()
	c.checkFiles()
	form := c.file.Dict(c.root["AcroForm"])
	if c.dynamicForm(form["XFA"]) {
		c.ua("7.15-1", 0, "the document is a form that is laid out while it is read")
	}
}

// checkLayers judges the settings of layers (optional content).
func (c *checker) checkLayers() {
	layers := c.file.Dict(c.root["OCProperties"])
	settings := append(object.Array{layers["D"]}, c.file.Array(layers["Configs"])...)
	for _, s := range settings {
		d := c.file.Dict(s)
		if d == nil {
			continue
		}
		if c.text(d["Name"]) == "" {
			c.ua("7.10-1", 0, "a setting of the layers has no name")
		}
		if d["AS"] != nil {
			c.ua("7.10-2", 0, "layers are switched by themselves")
		}
	}
}

// checkFiles judges what is attached.
func (c *checker) checkFiles() {
	for _, o := range c.file.Objects {
		for d := range dicts(o) {
			if d["EF"] != nil && (c.text(d["F"]) == "" || c.text(d["UF"]) == "") {
				c.ua("7.11-1", 0, "an attached file has no name")
			}
			if d["S"] == object.Name("MCD") {
				c.checkClip(d)
			}
		}
	}
}

// dicts yields a dictionary and those within it, without following references.
func dicts(o object.Object) iter.Seq[object.Dict] {
	return func(yield func(object.Dict) bool) { eachDict(o, yield) }
}

func eachDict(o object.Object, yield func(object.Dict) bool) bool {
	switch o := o.(type) {
	case object.Array:
		for _, v := range o {
			if !eachDict(v, yield) {
				return false
			}
		}
	case object.Dict:
		if !yield(o) {
			return false
		}
		for _, v := range o {
			if !eachDict(v, yield) {
				return false
			}
		}
	}
	return true
}

// checkClip judges a film or sound.
func (c *checker) checkClip(d object.Dict) {
	if d["CT"] == nil {
		c.ua("7.18.6.2-1", 0, "a media clip does not say what kind it is")
	}
	if alt := c.list(d["Alt"]); len(alt) < 2 || c.text(alt[1]) == "" {
		c.ua("7.18.6.2-2", 0, "a media clip has no words")
	}
}

// dynamicForm reports whether an XFA form asks to be laid out by the reader.
func (c *checker) dynamicForm(xfa object.Object) bool {
	for _, part := range c.list(xfa) {
		if s := c.file.Stream(part); s != nil {
			if data, err := c.file.Decode(s); err == nil && dynamic.Match(data) {
				return true
			}
		}
	}
	return false
}

// metadata is what is needed of a document's XMP packet: its properties, by
// namespace and name, and their text.
type metadata map[xml.Name]string

// Namespaces of metadata.
const (
	nsUA  = "http://www.aiim.org/pdfua/ns/id/"
	nsA   = "http://www.aiim.org/pdfa/ns/id/"
	nsDC  = "http://purl.org/dc/elements/1.1/"
	nsRDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
	nsExt = "http://www.aiim.org/pdfa/ns/extension/"
)

// readMetadata reads XMP: properties are elements or attributes of a
// Description. Text of anything deeper belongs to the property.
func readMetadata(packet []byte) (metadata, error) {
	m := metadata{}
	decoder := xml.NewDecoder(bytes.NewReader(packet))
	var path []xml.Name
	base := -1 // how deep the open Description is
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			if len(m) == 0 {
				return nil, errors.New("there is nothing in it")
			}
			return m, nil
		}
		if err != nil {
			return nil, err
		}
		switch t := token.(type) {
		case xml.StartElement:
			if base < 0 && t.Name == (xml.Name{Space: nsRDF, Local: "Description"}) {
				base = len(path)
				for _, a := range t.Attr {
					m[a.Name] += a.Value
				}
			} else if base >= 0 && len(path) == base+1 {
				m[t.Name] += ""
			}
			path = append(path, t.Name)
		case xml.EndElement:
			path = path[:len(path)-1]
			if len(path) == base {
				base = -1
			}
		case xml.CharData:
			if base >= 0 && len(path) > base+1 {
				m[path[base+1]] += string(t)
			}
		}
	}
}

// spokenMetadata matches metadata that says what language a title is in.
var spokenMetadata = regexp.MustCompile(`xml:lang\s*=\s*["'](?:[^x"']|x[^-"'])`)

// checkMetadata judges what the document says of itself.
func (c *checker) checkMetadata() {
	stream := c.file.Stream(c.root["Metadata"])
	if stream == nil {
		c.ua("7.1-8", 0, "the document has no metadata")
		return
	}
	packet, err := c.file.Decode(stream)
	var m metadata
	if err == nil {
		m, err = readMetadata(packet)
	}
	if err != nil {
		c.ua("metadata", 0, "the document's metadata cannot be read")
		return
	}
	part, claimed := m[xml.Name{Space: nsUA, Local: "part"}]
	if !claimed {
		c.ua("5-1", 0, "the document does not say that it is PDF/UA")
	} else if strings.TrimSpace(part) != "1" {
		c.ua("5-2", 0, "the document says that it is part %q of PDF/UA, not 1", strings.TrimSpace(part))
	}
	if _, titled := m[xml.Name{Space: nsDC, Local: "title"}]; !titled {
		c.ua("7.1-9", 0, "the metadata has no title")
	}
	if c.root["Lang"] == nil && !spokenMetadata.Match(packet) {
		c.ua("7.2-33", 0, "the document does not say what language it is in")
	}
	c.checkPrefixes(packet)
	c.checkArchiveMetadata(m)
}

// checkPrefixes judges the prefix of the PDF/UA properties, which is fixed.
func (c *checker) checkPrefixes(packet []byte) {
	prefix := uaPrefix.FindSubmatch(packet)
	if prefix == nil || string(prefix[1]) == "pdfuaid" {
		return
	}
	for property, rule := range map[string]string{"part": "5-3", "amd": "5-4", "corr": "5-5"} {
		if bytes.Contains(packet, []byte(string(prefix[1])+":"+property)) {
			c.ua(rule, 0, "the metadata calls %s by another prefix than pdfuaid", property)
		}
	}
}

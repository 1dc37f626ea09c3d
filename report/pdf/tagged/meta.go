package tagged

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"time"

	"panelpack/report/pdf/object"
)

// pdfDate is a date as PDF has it: with +00'00' instead of Z, the one form that
// every checker takes.
func pdfDate(t time.Time) object.String {
	return object.String(t.UTC().Format("D:20060102150405") + "+00'00'")
}

// info is the document's information in the old form; xmp says the same.
func (f *finisher) info() object.Dict {
	o := f.doc.opts
	date := pdfDate(o.Date)
	d := object.Dict{"CreationDate": date, "ModDate": date}
	for key, text := range map[object.Name]string{
		"Title": o.Title, "Author": o.Author, "Subject": o.Subject, "Producer": o.Producer,
	} {
		if text != "" {
			d[key] = object.Text(text)
		}
	}
	return d
}

// The parts of the metadata. PDF/A wants every schema that is not its own
// described, so that of PDF/UA is.
const (
	xmpHead = `<?xpacket begin="` + "\uFEFF" + `" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfuaid:part>1</pdfuaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
`
	xmpTail = `<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289 that the document conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>
`
)

// xmp is the document's metadata: who and what, and the standards it keeps.
func xmp(o Options) []byte {
	var b bytes.Buffer
	b.WriteString(xmpHead)
	say := func(format, text string) {
		if text == "" {
			return
		}
		var escaped bytes.Buffer
		xml.EscapeText(&escaped, []byte(text)) // a Buffer takes every write
		fmt.Fprintf(&b, format+"\n", escaped.String())
	}
	part := "2"
	if len(o.Attachments) > 0 {
		part = "3"
	}
	say(`<pdfaid:part>%s</pdfaid:part>`, part)
	say(`<dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>`, o.Title)
	say(`<dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>`, o.Author)
	say(`<dc:description><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:description>`, o.Subject)
	say(`<dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>`, o.Language)
	say(`<pdf:Producer>%s</pdf:Producer>`, o.Producer)
	date := o.Date.UTC().Format("2006-01-02T15:04:05+00:00")
	say(`<xmp:CreateDate>%s</xmp:CreateDate>`, date)
	say(`<xmp:ModifyDate>%s</xmp:ModifyDate>`, date)
	b.WriteString(xmpTail)
	return b.Bytes()
}

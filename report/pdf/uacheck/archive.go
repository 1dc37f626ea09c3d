package uacheck

import (
	"bytes"
	"encoding/xml"
	"strings"

	"panelpack/report/pdf/object"
)

// archive notes a condition of PDF/A-2a that is broken.
func (c *checker) archive(rule string, page int, message string) {
	c.find(A, rule, page, "%s", message)
}

// checkArchive judges what PDF/A-2a asks beyond PDF/UA-1.
func (c *checker) checkArchive(data []byte) {
	start := bytes.Index(data, []byte("%PDF-"))
	_, second, _ := bytes.Cut(data[start:min(len(data), start+64)], []byte("\n"))
	if len(second) < 5 || second[0] != '%' || second[1] < 0x80 || second[2] < 0x80 || second[3] < 0x80 || second[4] < 0x80 {
		c.archive("6.1.2-2", 0, "the file does not say at once that it is binary")
	}
	if len(c.file.Array(c.file.Trailer["ID"])) != 2 {
		c.archive("6.1.3-1", 0, "the file has no ID")
	}
	c.checkIntent()
	for _, p := range c.pages {
		for _, a := range c.file.Array(p.dict["Annots"]) {
			c.checkPrinted(p.number, c.file.Dict(a))
		}
	}
	for _, key := range []object.Name{"OpenAction", "AA"} {
		action := c.file.Name(c.file.Dict(c.root[key])["S"])
		if action == "JavaScript" || action == "Launch" {
			c.archive("6.5.1-1", 0, "the document runs something when it is opened")
		}
	}
}

// checkIntent judges whether the file says what its colours mean.
func (c *checker) checkIntent() {
	for _, o := range c.file.Array(c.root["OutputIntents"]) {
		d := c.file.Dict(o)
		profile := c.file.Stream(d["DestOutputProfile"])
		if d["S"] != object.Name("GTS_PDFA1") || profile == nil {
			continue
		}
		icc, err := c.file.Decode(profile)
		n, _ := c.file.Int(profile.Dict["N"])
		if err != nil || len(icc) < 128 || string(icc[36:40]) != "acsp" || string(icc[16:20]) != "RGB " || n != 3 {
			c.archive("6.2.3-1", 0, "the profile of the colours is not one of red, green and blue")
		}
		return
	}
	c.archive("6.2.4.3-2", 0, "the file does not say what its colours mean")
}

// checkPrinted judges whether an annotation prints as it shows.
func (c *checker) checkPrinted(page int, d object.Dict) {
	const hiding, printing = 1 | 2 | 32, 4
	flags, ok := c.file.Int(d["F"])
	if d["Subtype"] != object.Name("Popup") && (!ok || flags&printing == 0 || flags&hiding != 0) {
		c.archive("6.3.2-1", page, "a link or note is not printed")
	}
}

// checkArchiveMetadata judges whether the file says that it is PDF/A-2a, and
// describes the properties that PDF/A does not know.
func (c *checker) checkArchiveMetadata(m metadata) {
	says := func(name string) string { return strings.TrimSpace(m[xml.Name{Space: nsA, Local: name}]) }
	attached := c.file.Dict(c.root["Names"])["EmbeddedFiles"] != nil
	switch part := says("part"); {
	case part == "2" && attached:
		c.archive("6.8-5", 0, "the document has files attached, and does not say that it is PDF/A-3")
	case part != "2" && part != "3":
		c.archive("6.6.4-1", 0, "the document does not say that it is PDF/A-2")
	}
	if says("conformance") != "A" {
		c.archive("6.6.4-3", 0, "the document does not say that it is PDF/A at level A")
	}
	_, ua := m[xml.Name{Space: nsUA, Local: "part"}]
	if ua && !strings.Contains(m[xml.Name{Space: nsExt, Local: "schemas"}], nsUA) {
		c.archive("6.6.2.3-1", 0, "the metadata does not describe the properties of PDF/UA")
	}
}

package uacheck

import (
	"slices"
	"strings"

	"panelpack/report/pdf/object"
)

// codeMap is a character map: how text is cut into codes, and what they mean.
type codeMap struct {
	ranges    []codeRange
	text      map[int]string // letters by code, of a map to Unicode
	cids      []cidRange     // glyph numbers by code, of an encoding
	direction int            // 1 is downwards
	uses      string         // the map that this one continues
}

// codeRange is the first and last code of a length in bytes.
type codeRange struct{ bytes, low, high int }

// cidRange maps codes from low to high to glyph numbers from first on.
type cidRange struct{ low, high, first int }

var (
	oneByte  = &codeMap{ranges: []codeRange{{1, 0, 0xFF}}}
	twoBytes = &codeMap{ranges: []codeRange{{2, 0, 0xFFFF}}, cids: []cidRange{{0, 0xFFFF, 0}}}
)

// next cuts the first code off text.
func (m *codeMap) next(text []byte) (code, length int) {
	v := 0
	for i := range min(4, len(text)) {
		v = v<<8 | int(text[i])
		for _, r := range m.ranges {
			if r.bytes == i+1 && v >= r.low && v <= r.high {
				return v, i + 1
			}
		}
	}
	return int(text[0]), 1
}

// cid is the glyph number of a code.
func (m *codeMap) cid(code int) (int, bool) {
	for _, r := range m.cids {
		if code >= r.low && code <= r.high {
			return r.first + code - r.low, true
		}
	}
	return 0, false
}

// encoding is the code map of a composite font's encoding, or nil where it is
// one of the predefined ones, which are not in the file.
func (c *checker) encoding(o object.Object) *codeMap {
	if strings.HasPrefix(string(c.file.Name(o)), "Identity-") {
		return twoBytes
	}
	if s := c.file.Stream(o); s != nil {
		if data, err := c.file.Decode(s); err == nil {
			if m := readMap(data); len(m.ranges) > 0 && m.uses == "" && s.Dict["UseCMap"] == nil {
				return m
			}
		}
	}
	return nil
}

// readMap reads a character map; what is broken in it is left out.
func readMap(data []byte) *codeMap {
	m := &codeMap{text: map[int]string{}}
	for op, err := range object.Operations(data) {
		if err != nil {
			return m
		}
		switch op.Operator {
		case "endcodespacerange":
			for pair := range slices.Chunk(op.Operands, 2) {
				if low, high := number(pair, 0), number(pair, 1); low >= 0 && high >= 0 {
					m.ranges = append(m.ranges, codeRange{len(pair[0].(object.String)), low, high})
				}
			}
		case "endbfchar":
			for pair := range slices.Chunk(op.Operands, 2) {
				m.letter(pair)
			}
		case "endbfrange":
			for triple := range slices.Chunk(op.Operands, 3) {
				m.letters(triple)
			}
		case "endcidchar":
			for pair := range slices.Chunk(op.Operands, 2) {
				m.addCIDs(number(pair, 0), number(pair, 0), pair[len(pair)-1])
			}
		case "endcidrange":
			for triple := range slices.Chunk(op.Operands, 3) {
				m.addCIDs(number(triple, 0), number(triple, 1), triple[len(triple)-1])
			}
		case "def":
			if n := len(op.Operands); n >= 2 && op.Operands[n-2] == object.Name("WMode") {
				m.direction, _ = op.Operands[n-1].(int)
			}
		case "usecmap":
			m.uses = string(name(op, len(op.Operands)-1))
		}
	}
	return m
}

// number is an operand that is a code, or -1.
func number(operands []object.Object, i int) int {
	if i >= len(operands) {
		return -1
	}
	s, ok := operands[i].(object.String)
	if !ok || len(s) > 4 || len(s) == 0 {
		return -1
	}
	v := 0
	for j := range len(s) {
		v = v<<8 | int(s[j])
	}
	return v
}

func (m *codeMap) addCIDs(low, high int, first object.Object) {
	if n, ok := first.(int); ok && low >= 0 && high >= low {
		m.cids = append(m.cids, cidRange{low, high, n})
	}
}

func (m *codeMap) letter(pair []object.Object) {
	code := number(pair, 0)
	if code < 0 || len(pair) < 2 {
		return
	}
	if s, ok := pair[1].(object.String); ok {
		m.text[code] = ("\xFE\xFF" + s).Text()
	}
}

// mostLetters is how many letters of one map are read.
const mostLetters = 1 << 18

// letters reads a range: letters that follow each other, or a list of them.
func (m *codeMap) letters(triple []object.Object) {
	low, high := number(triple, 0), number(triple, 1)
	if low < 0 || high < low || high-low > 0xFFFF || len(triple) < 3 || len(m.text) > mostLetters {
		return
	}
	switch to := triple[2].(type) {
	case object.String:
		if len(to) < 2 {
			return
		}
		for code := low; code <= high; code++ {
			b := []byte(to)
			last := int(b[len(b)-2])<<8 | int(b[len(b)-1]) + code - low
			b[len(b)-2], b[len(b)-1] = byte(last>>8), byte(last)
			m.text[code] = ("\xFE\xFF" + object.String(b)).Text()
		}
	case object.Array:
		for i, o := range to {
			if s, ok := o.(object.String); ok && low+i <= high {
				m.text[low+i] = ("\xFE\xFF" + s).Text()
			}
		}
	}
}

// predefined are the encodings of ISO 32000-1, table 118, by the collection of
// glyphs that they belong to.
var predefined = map[string]string{
	"GB1": "GB-EUC-H GB-EUC-V GBpc-EUC-H GBpc-EUC-V GBK-EUC-H GBK-EUC-V GBKp-EUC-H GBKp-EUC-V GBK2K-H GBK2K-V " +
		"UniGB-UCS2-H UniGB-UCS2-V UniGB-UTF16-H UniGB-UTF16-V",
	"CNS1": "B5pc-H B5pc-V HKscs-B5-H HKscs-B5-V ETen-B5-H ETen-B5-V ETenms-B5-H ETenms-B5-V CNS-EUC-H CNS-EUC-V " +
		"UniCNS-UCS2-H UniCNS-UCS2-V UniCNS-UTF16-H UniCNS-UTF16-V",
	"Japan1": "83pv-RKSJ-H 90ms-RKSJ-H 90ms-RKSJ-V 90msp-RKSJ-H 90msp-RKSJ-V 90pv-RKSJ-H Add-RKSJ-H Add-RKSJ-V " +
		"EUC-H EUC-V Ext-RKSJ-H Ext-RKSJ-V H V UniJIS-UCS2-H UniJIS-UCS2-V UniJIS-UCS2-HW-H UniJIS-UCS2-HW-V " +
		"UniJIS-UTF16-H UniJIS-UTF16-V",
	"Korea1": "KSC-EUC-H KSC-EUC-V KSCms-UHC-H KSCms-UHC-V KSCms-UHC-HW-H KSCms-UHC-HW-V KSCpc-EUC-H " +
		"UniKS-UCS2-H UniKS-UCS2-V UniKS-UTF16-H UniKS-UTF16-V",
}

func predefinedMap(name string) bool {
	return name == "Identity-H" || name == "Identity-V" || predefinedOrdering(name) != ""
}

// predefinedOrdering is the collection of a predefined encoding, or "".
func predefinedOrdering(name string) string {
	for ordering, names := range predefined {
		if slices.Contains(strings.Fields(names), name) {
			return ordering
		}
	}
	return ""
}

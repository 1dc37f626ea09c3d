package tagged

import (
	"encoding/binary"
	"math"
	"unicode/utf16"

	"panelpack/report/pdf/object"
)

// outputIntent says what the colours of the pages mean: sRGB.
func (f *finisher) outputIntent() object.Dict {
	profile := f.file.Add(&object.Stream{Dict: object.Dict{"N": 3}, Data: srgb()})
	return object.Dict{
		"Type": object.Name("OutputIntent"), "S": object.Name("GTS_PDFA1"),
		"OutputConditionIdentifier": object.Text("sRGB"), "Info": object.Text("sRGB IEC61966-2.1"),
		"RegistryName": object.Text("http://www.color.org"), "DestOutputProfile": profile,
	}
}

// srgb is an ICC profile of sRGB: a display of three primaries by ICC.1:2004
// (version 4.2), with the numbers of IEC 61966-2-1.
//
// Primaries and white are seen under D50, the light of ICC profiles, by way of
// the Bradford adaptation from sRGB's own D65, which the chad tag records.
func srgb() []byte {
	white := xyz(0.9642, 1, 0.8249)
	curve := iccTag("para", 3<<16) // a power curve with a straight foot
	for _, v := range []float64{2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045} {
		curve = binary.BigEndian.AppendUint32(curve, fixed(v))
	}
	adaptation := iccTag("sf32")
	for _, v := range []float64{
		1.04791, 0.02293, -0.05019,
		0.02960, 0.99046, -0.01707,
		-0.00925, 0.01506, 0.75179,
	} {
		adaptation = binary.BigEndian.AppendUint32(adaptation, fixed(v))
	}
	return iccProfile([]iccEntry{
		{"desc", iccText("sRGB")},
		{"cprt", iccText("No copyright, use freely")},
		{"wtpt", white},
		{"chad", adaptation},
		{"rXYZ", xyz(0.43607, 0.22249, 0.01392)},
		{"gXYZ", xyz(0.38515, 0.71687, 0.09708)},
		{"bXYZ", xyz(0.14307, 0.06061, 0.71410)},
		{"rTRC", curve},
		{"gTRC", curve},
		{"bTRC", curve},
	})
}

// iccEntry is one tag of a profile.
type iccEntry struct {
	name string
	data []byte
}

// iccProfile puts a profile together: a header of 128 bytes, an index, and the
// tags, each at a multiple of four bytes.
func iccProfile(entries []iccEntry) []byte {
	header := make([]byte, 128)
	copy(header[8:], "\x04\x20\x00\x00mntrRGB XYZ ")
	binary.BigEndian.PutUint16(header[24:], 2004) // its date: year, month, day
	header[27], header[29] = 10, 1
	copy(header[36:], "acsp")
	copy(header[68:], xyz(0.9642, 1, 0.8249)[8:])
	index := binary.BigEndian.AppendUint32(nil, uint32(len(entries)))
	var body []byte
	start := len(header) + 4 + 12*len(entries)
	for _, e := range entries {
		index = append(index, e.name...)
		index = binary.BigEndian.AppendUint32(index, uint32(start+len(body)))
		index = binary.BigEndian.AppendUint32(index, uint32(len(e.data)))
		body = append(body, e.data...)
		for len(body)%4 != 0 {
			body = append(body, 0)
		}
	}
	binary.BigEndian.PutUint32(header, uint32(start+len(body)))
	return append(append(header, index...), body...)
}

// iccTag begins a tag: its type, four bytes of nothing, and numbers.
func iccTag(kind string, numbers ...uint32) []byte {
	b := append([]byte(kind), 0, 0, 0, 0)
	for _, n := range numbers {
		b = binary.BigEndian.AppendUint32(b, n)
	}
	return b
}

func xyz(x, y, z float64) []byte { return iccTag("XYZ ", fixed(x), fixed(y), fixed(z)) }

// fixed is a number with 16 bits after the point.
func fixed(v float64) uint32 { return uint32(int32(math.Round(v * 65536))) }

// iccText is text in English.
func iccText(s string) []byte {
	units := utf16.Encode([]rune(s))
	b := iccTag("mluc", 1, 12)
	b = append(b, "enUS"...)
	b = binary.BigEndian.AppendUint32(b, uint32(2*len(units)))
	b = binary.BigEndian.AppendUint32(b, 28)
	for _, u := range units {
		b = binary.BigEndian.AppendUint16(b, u)
	}
	return b
}

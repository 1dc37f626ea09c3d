package object

import (
	"slices"
	"strings"
	"unicode/utf16"
)

// Object is any PDF object: nil, bool, int, float64, [String], [Name], [Array],
// [Dict], *[Stream] or [Ref]; and [Pairs], which is only ever written.
type Object any

// Name is a PDF name, without its slash and with its escapes undone.
type Name string

// String is the bytes of a PDF string. [String.Text] gives the words of one
// that is a text string.
type String string

// Array is a PDF array.
type Array []Object

// Dict is a PDF dictionary.
type Dict map[Name]Object

// Pairs is a dictionary to be written, its keys in order. A structure tree has
// one for each of its elements, which would be heavy as a [Dict] each.
type Pairs []Pair

// Pair is one entry of a dictionary.
type Pair struct {
	Key   Name
	Value Object
}

// Stream is a dictionary with data, encoded as the dictionary's Filter says.
// See [File.Decode].
type Stream struct {
	Dict Dict
	Data []byte
}

// Ref refers to an object of the same file by its number. Generations are not
// kept: a file has one live object of a number.
type Ref int

// Keys are the dictionary's keys in order.
func (d Dict) Keys() []Name {
	keys := make([]Name, 0, len(d))
	for k := range d {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// Text is words as a PDF text string: as they are when they are plain ASCII,
// else in UTF-16 with a byte order mark.
func Text(s string) String {
	plain := func(r rune) bool { return r >= ' ' && r <= '~' || r == '\n' || r == '\r' || r == '\t' }
	if strings.IndexFunc(s, func(r rune) bool { return !plain(r) }) < 0 {
		return String(s)
	}
	b := []byte{0xFE, 0xFF}
	for _, u := range utf16.Encode([]rune(s)) {
		b = append(b, byte(u>>8), byte(u))
	}
	return String(b)
}

// Text is the words of a text string: UTF-16 or UTF-8 by its byte order mark,
// else PDFDocEncoding. Language escapes inside it are left out.
func (s String) Text() string {
	switch {
	case strings.HasPrefix(string(s), "\xFE\xFF"):
		return decodeUTF16(string(s[2:]))
	case strings.HasPrefix(string(s), "\xEF\xBB\xBF"):
		return string(s[3:])
	}
	var b strings.Builder
	for i := range len(s) {
		b.WriteRune(docEncoding(s[i]))
	}
	return b.String()
}

func decodeUTF16(s string) string {
	var units []uint16
	escaped := false
	for i := 0; i+1 < len(s); i += 2 {
		u := uint16(s[i])<<8 | uint16(s[i+1])
		if u == 0x1B {
			escaped = !escaped
		} else if !escaped {
			units = append(units, u)
		}
	}
	return string(utf16.Decode(units))
}

// docEncoding is PDFDocEncoding (ISO 32000-1, annex D.2): Latin-1 but for two
// runs.
func docEncoding(c byte) rune {
	switch {
	case c >= 0x18 && c < 0x20:
		return []rune("˘ˇˆ˙˝˛˚˜")[c-0x18]
	case c >= 0x80 && c < 0x9F:
		return []rune("•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž")[c-0x80]
	case c == 0xA0:
		return '€'
	}
	return rune(c)
}

// File is the objects of a PDF.
type File struct {
	// Version is what the header claims, such as "1.7"; empty when there is no
	// header.
	Version string

	// Trailer names the Root and the Info.
	Trailer Dict

	// Objects holds every object by its number.
	Objects map[Ref]Object
}

// Add puts an object into the file under a number that is free.
func (f *File) Add(o Object) Ref {
	if f.Objects == nil {
		f.Objects = map[Ref]Object{}
	}
	r := Ref(len(f.Objects) + 1)
	for f.Objects[r] != nil {
		r++
	}
	f.Objects[r] = o
	return r
}

// Resolve follows references until there is an object; nil when there is none
// or they go round in a circle.
func (f *File) Resolve(o Object) Object {
	for range 32 {
		r, ok := o.(Ref)
		if !ok {
			return o
		}
		o = f.Objects[r]
	}
	return nil
}

// Dict is o, or what it refers to, as a dictionary; a stream answers with its
// own. Anything else gives nil, which may be read like an empty one.
func (f *File) Dict(o Object) Dict {
	switch o := f.Resolve(o).(type) {
	case Dict:
		return o
	case *Stream:
		return o.Dict
	}
	return nil
}

// Array is o, or what it refers to, as an array, or nil.
func (f *File) Array(o Object) Array {
	a, _ := f.Resolve(o).(Array)
	return a
}

// Stream is o, or what it refers to, as a stream, or nil.
func (f *File) Stream(o Object) *Stream {
	s, _ := f.Resolve(o).(*Stream)
	return s
}

// Name is o, or what it refers to, as a name, or "".
func (f *File) Name(o Object) Name {
	n, _ := f.Resolve(o).(Name)
	return n
}

// Int is o, or what it refers to, as a whole number, and whether it is one.
func (f *File) Int(o Object) (int, bool) {
	n, ok := f.Resolve(o).(int)
	return n, ok
}

// Number is o, or what it refers to, as a number, and whether it is one.
func (f *File) Number(o Object) (float64, bool) {
	switch n := f.Resolve(o).(type) {
	case int:
		return float64(n), true
	case float64:
		return n, true
	}
	return 0, false
}

// Text is the words of o, or of what it refers to, and whether it is a string.
func (f *File) Text(o Object) (string, bool) {
	s, ok := f.Resolve(o).(String)
	return s.Text(), ok
}

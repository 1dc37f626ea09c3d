package object_test

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"panelpack/report/pdf/object"
)

// small is a file as a person would write it; the positions in its index are
// put in by build.
const small = `%PDF-1.4
1 0 obj
<</Type /Catalog /Pages 2 0 R /Lang (en\055GB)>>
endobj
2 0 obj
<</Kids [3 0 R] /Count 1>> % one page
endobj
3 0 obj
<</Parent 2 0 R /MediaBox [0 0 595.28 -.5] /Contents 4 0 R /Odd#20Name <48 65 6C6c6>>>
endobj
4 0 obj
<</Length 5 0 R>>
stream
BT (in \(brackets\)) Tj ET
endstream
endobj
5 0 obj
26
endobj
`

// build adds an index to objects.
func build(objects string) []byte {
	var b strings.Builder
	b.WriteString(objects)
	n := strings.Count(objects, "\nendobj")
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", n+1)
	for i := range n {
		fmt.Fprintf(&b, "%010d 00000 n \n", strings.Index(objects, fmt.Sprintf("\n%d 0 obj", i+1))+1)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d /Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", n+1, len(objects))
	return []byte(b.String())
}

var smallObjects = map[object.Ref]object.Object{
	1: object.Dict{"Type": object.Name("Catalog"), "Pages": object.Ref(2), "Lang": object.String("en-GB")},
	2: object.Dict{"Kids": object.Array{object.Ref(3)}, "Count": 1},
	3: object.Dict{
		"Parent": object.Ref(2), "MediaBox": object.Array{0, 0, 595.28, -0.5},
		"Contents": object.Ref(4), "Odd Name": object.String("Hell`"),
	},
	4: &object.Stream{Dict: object.Dict{"Length": object.Ref(5)}, Data: []byte(`BT (in \(brackets\)) Tj ET`)},
	5: 26,
}

func read(t *testing.T, data []byte) *object.File {
	t.Helper()
	f, err := object.Read(data)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestRead(t *testing.T) {
	f := read(t, build(small))
	if f.Version != "1.4" {
		t.Errorf("version %q", f.Version)
	}
	if diff := cmp.Diff(smallObjects, f.Objects); diff != "" {
		t.Errorf("objects (- wanted, + read):\n%s", diff)
	}
}

// swapped exchanges the last two entries of the index.
func swapped(data []byte) []byte {
	lines := bytes.Split(data, []byte("\n"))
	first := slices.IndexFunc(lines, func(l []byte) bool { return bytes.HasSuffix(l, []byte(" n ")) })
	lines[first+3], lines[first+4] = lines[first+4], lines[first+3]
	return bytes.Join(lines, []byte("\n"))
}

// However the index is damaged, the objects are found.
func TestReadWithoutIndex(t *testing.T) {
	for name, data := range map[string][]byte{
		"shifted":    bytes.Replace(build(small), []byte("%PDF-1.4\n"), []byte("%PDF-1.4\n% a line more\n"), 1),
		"no index":   []byte(small + "trailer <</Root 1 0 R>>"),
		"in rubbish": append([]byte("HTTP/1.1 200 OK\r\n\r\n"), build(small)...),
		"swapped":    swapped(build(small)),
		"bad length": build(strings.Replace(small, "\n26\n", "\n99\n", 1)),
	} {
		f := read(t, data)
		delete(f.Objects, 5)
		want := map[object.Ref]object.Object{}
		for n := range object.Ref(4) {
			want[n+1] = smallObjects[n+1]
		}
		if diff := cmp.Diff(want, f.Objects); diff != "" {
			t.Errorf("%s: objects (- wanted, + read):\n%s", name, diff)
		}
	}
}

func TestReadUpdate(t *testing.T) {
	before := build(small)
	update := string(before) + "1 0 obj\n<</Pages 2 0 R /Lang (cy)>>\nendobj\n"
	update += fmt.Sprintf("xref\n1 1\n%010d 00000 n \ntrailer\n<</Root 1 0 R /Prev %d>>\nstartxref\n%d\n%%%%EOF\n",
		len(before), strings.Index(string(before), "xref\n"), strings.LastIndex(update, "endobj\n")+7)
	f := read(t, []byte(update))
	if lang, _ := f.Text(f.Dict(f.Trailer["Root"])["Lang"]); lang != "cy" || len(f.Objects) != 5 {
		t.Errorf("language %q, %d objects", lang, len(f.Objects))
	}
}

// An update can take an object away, which a search for objects would bring
// back: the index is believed.
func TestReadBelievesTheIndex(t *testing.T) {
	before := build(small)
	update := string(before) + fmt.Sprintf("xref\n3 1\n0000000000 00001 f \ntrailer\n<</Root 1 0 R /Prev %d>>\nstartxref\n%d\n%%%%EOF\n",
		strings.Index(string(before), "xref\n"), len(before))
	if f := read(t, []byte(update)); f.Objects[3] != nil || f.Objects[5] == nil {
		t.Errorf("objects %v", f.Objects)
	}
}

func TestReadRefuses(t *testing.T) {
	for name, data := range map[string]string{
		"empty": "", "a zip": "PK\x03\x04", "header only": "%PDF-1.7\n", "no root": "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n",
	} {
		if _, err := object.Read([]byte(data)); !errors.Is(err, object.ErrNotPDF) {
			t.Errorf("%s: %v", name, err)
		}
	}
	locked := bytes.Replace(build(small), []byte("/Root 1 0 R"), []byte("/Root 1 0 R /Encrypt <</V 4>>"), 1)
	if f, err := object.Read(locked); !errors.Is(err, object.ErrEncrypted) || f == nil {
		t.Errorf("encrypted: %v, %v", f, err)
	}
}

// Text survives, whatever letters it is made of.
func TestText(t *testing.T) {
	for _, s := range []string{"", "plain", "Gwasanaethau plant – ŵ", "£1.2m", "😀", "a\\(b"} {
		if got := object.Text(s).Text(); got != s {
			t.Errorf("%q came back as %q", s, got)
		}
	}
	for s, want := range map[object.String]string{"\x85\xA3\xA0": "–£€", "\xEF\xBB\xBFŵ": "ŵ", "\xFE\xFF\x00\x1ben\x00\x1b\x00a": "a"} {
		if got := s.Text(); got != want {
			t.Errorf("%q reads %q, want %q", string(s), got, want)
		}
	}
}

// Whatever happens to a file, reading it ends without a panic.
func TestReadDamaged(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	plain, packed := build(small), write(t, read(t, build(small)))
	for range 3000 {
		data := bytes.Clone(plain)
		if r.IntN(2) == 0 {
			data = bytes.Clone(packed)
		}
		for range 1 + r.IntN(4) {
			data[r.IntN(len(data))] = byte(r.IntN(256))
		}
		if f, err := object.Read(data[:r.IntN(len(data)+1)]); err == nil {
			for _, o := range f.Objects {
				if s, ok := o.(*object.Stream); ok {
					f.Decode(s)
				}
			}
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(build(small))
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := object.Read(data)
		if err != nil {
			return
		}
		var b bytes.Buffer
		if err := object.Write(&b, file); err != nil {
			t.Fatal(err)
		}
		if _, err := object.Read(b.Bytes()); err != nil && file.Dict(file.Trailer["Root"]) != nil {
			t.Fatalf("what was written does not read: %v", err)
		}
	})
}

func ExampleRead() {
	f, err := object.Read(build(small))
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return
	}
	root := f.Dict(f.Trailer["Root"])
	pages := f.Dict(root["Pages"])
	fmt.Println(root["Lang"], pages["Count"])
	for _, p := range f.Array(pages["Kids"]) {
		content, _ := f.Decode(f.Stream(f.Dict(p)["Contents"]))
		for op := range object.Operations(content) {
			fmt.Println(op.Operator, op.Operands)
		}
	}
	// Output:
	// en-GB 1
	// BT []
	// Tj [in (brackets)]
	// ET []
}

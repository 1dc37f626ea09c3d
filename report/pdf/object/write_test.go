package object_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"panelpack/report/pdf/object"
)

// What is written reads back as the same objects, and writes as the same bytes.
func TestWriteIsStable(t *testing.T) {
	first := write(t, read(t, build(small)))
	second := write(t, read(t, first))
	if !bytes.Equal(first, second) {
		t.Error("reading and writing changed the file")
	}
	f := read(t, first)
	page := f.Dict(f.Array(f.Dict(f.Dict(f.Trailer["Root"])["Pages"])["Kids"])[0])
	if diff := cmp.Diff(object.Array{0, 0, 595.28, -0.5}, page["MediaBox"]); diff != "" {
		t.Error(diff)
	}
	content, err := f.Decode(f.Stream(page["Contents"]))
	if err != nil || string(content) != `BT (in \(brackets\)) Tj ET` {
		t.Errorf("content %q, %v", content, err)
	}
	if page["Odd Name"] != object.String("Hell`") {
		t.Errorf("page %v", page)
	}
}

// Strings, names and numbers come back as they were, whatever is in them.
func TestWriteKeepsValues(t *testing.T) {
	var every []byte
	for c := range 256 {
		every = append(every, byte(c))
	}
	values := object.Array{
		object.String(every), object.String("(\\)\r\n"), object.Name(every[1:]), object.Name(""),
		true, false, nil, 0, -1, 4294967295, 0.5, -0.001, 1e10, object.Array{}, object.Dict{"": object.Array{1}},
	}
	f := read(t, build(small))
	f.Dict(f.Trailer["Root"])["Values"] = values
	out := read(t, write(t, f))
	if diff := cmp.Diff(values, out.Dict(out.Trailer["Root"])["Values"]); diff != "" {
		t.Errorf("values (- as they were, + as they came back):\n%s", diff)
	}
}

// Other programs look for metadata without unpacking anything.
func TestWriteLeavesMetadataPlain(t *testing.T) {
	f := read(t, build(small))
	words := strings.Repeat("<metadata/>", 100)
	f.Dict(f.Trailer["Root"])["Metadata"] = f.Add(&object.Stream{Dict: object.Dict{"Type": object.Name("Metadata")}, Data: []byte(words)})
	f.Dict(f.Trailer["Root"])["Other"] = f.Add(&object.Stream{Dict: object.Dict{}, Data: []byte(strings.Repeat("other", 100))})
	pdf := write(t, f)
	if !bytes.Contains(pdf, []byte(words)) || bytes.Contains(pdf, []byte("otherother")) {
		t.Error("metadata is compressed, or something else is not")
	}
}

func TestWriteLeavesOutWhatNothingReaches(t *testing.T) {
	f := read(t, build(small))
	f.Add(object.String("nobody's"))
	f.Dict(f.Trailer["Root"])["Gone"] = object.Ref(999)
	out := read(t, write(t, f))
	for _, o := range out.Objects {
		if o == object.String("nobody's") {
			t.Error("an object that nothing refers to was written")
		}
	}
	if _, there := out.Dict(out.Trailer["Root"])["Gone"]; there {
		t.Error("a reference to nothing was written")
	}
}

func TestWriteRefusesWhatIsNoObject(t *testing.T) {
	f := read(t, build(small))
	f.Dict(f.Trailer["Root"])["X"] = "a Go string"
	var b bytes.Buffer
	if err := object.Write(&b, f); err == nil || b.Len() > 0 {
		t.Errorf("%v, %d bytes", err, b.Len())
	}
}

func write(t *testing.T, f *object.File) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := object.Write(&b, f); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

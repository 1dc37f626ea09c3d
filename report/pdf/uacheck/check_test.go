package uacheck_test

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"panelpack/report/pdf/object"
	"panelpack/report/pdf/uacheck"
)

func TestDefects(t *testing.T) {
	for _, c := range defects {
		d := open(t)
		c.spoil(d)
		caught(t, d.write(t), c.rule, c.name, uacheck.UA)
	}
	for _, c := range archival {
		d := open(t)
		c.spoil(d)
		caught(t, d.write(t), c.rule, c.name, uacheck.A)
	}
	t.Logf("%d defects of PDF/UA and %d of PDF/A planted", len(defects), len(archival))
}

func caught(t *testing.T, pdf []byte, rule, name string, s uacheck.Standard) {
	t.Helper()
	found, err := uacheck.Check(pdf)
	if err != nil {
		t.Errorf("%s: %v", name, err)
	}
	if !slices.ContainsFunc(found, func(f uacheck.Finding) bool { return f.Rule == rule && f.Standard == s }) {
		t.Errorf("%s: rule %s did not see it; found %v", name, rule, found)
	}
}

// What the writer of the file decides can only be spoilt in its bytes.
func TestDefectsInBytes(t *testing.T) {
	pdf, err := sample()
	if err != nil {
		t.Fatal(err)
	}
	caught(t, bytes.Replace(pdf, []byte("%PDF-1.7"), []byte("%PDF-2.0"), 1), "6.1-1", "another version", uacheck.UA)
	caught(t, bytes.Replace(pdf, []byte("\n%\xE2\xE3\xCF\xD3"), []byte("\n%text"), 1), "6.1.2-2", "not said to be binary", uacheck.A)
	caught(t, bytes.Replace(pdf, []byte("/ID ["), []byte("/IX ["), 1), "6.1.3-1", "no ID", uacheck.A)
}

func TestNoFindingsInTheSample(t *testing.T) {
	pdf, err := sample()
	if err != nil {
		t.Fatal(err)
	}
	found, err := uacheck.Check(pdf)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range found {
		t.Error(f.Standard, f)
	}
}

func TestRefusals(t *testing.T) {
	if _, err := uacheck.Check([]byte("PK\x03\x04")); !errors.Is(err, object.ErrNotPDF) {
		t.Errorf("a zip: %v", err)
	}
	pdf, err := sample()
	if err != nil {
		t.Fatal(err)
	}
	for p, want := range map[int]int{-1: 0, -4 &^ 512: 1} {
		locked := bytes.Replace(pdf, []byte("/ID ["), fmt.Appendf(nil, "/Encrypt <</P %d>> /ID [", p), 1)
		found, err := uacheck.Check(locked)
		if !errors.Is(err, object.ErrEncrypted) || len(found) != want || want > 0 && found[0].Rule != "7.16-1" {
			t.Errorf("locked with P %d: %v, %v", p, found, err)
		}
	}
}

func TestFindingsNameTheirPage(t *testing.T) {
	d := open(t)
	d.elem("Figure", 0)["Alt"] = object.Text("")
	found, err := uacheck.Check(d.write(t))
	if err != nil || len(found) != 1 || found[0].String() != "page 1: a figure has no alternative text (7.3-1)" {
		t.Errorf("%v, %v", found, err)
	}
}

func ExampleCheck() {
	pdf, err := sample()
	if err != nil {
		fmt.Println(err)
		return
	}
	pdf = bytes.ReplaceAll(pdf, []byte("<pdfuaid:part>1</pdfuaid:part>"), []byte("                              "))
	found, err := uacheck.Check(pdf)
	for _, f := range found {
		fmt.Println(f)
	}
	fmt.Println(err)
	// Output:
	// the document does not say that it is PDF/UA (5-1)
	// <nil>
}

func BenchmarkCheck(b *testing.B) {
	pdf, err := sample()
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		uacheck.Check(pdf)
	}
}

// Whatever stands where something else should, checking ends without a panic.
func TestNonsense(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 400 {
		d := open(t)
		values := []object.Object{
			nil, -1, 1 << 31, 0.5, object.Name("P"), object.String("\xFF"), object.Array{}, object.Dict{},
			object.Array{-1, object.Ref(1), object.Name("Link"), object.Dict{"S": object.Name("TR")}},
			object.Ref(r.IntN(len(d.Objects))), d.root["StructTreeRoot"], d.tree["K"], d.page["Contents"],
		}
		for range 1 + r.IntN(4) {
			o := d.Objects[object.Ref(1+r.IntN(len(d.Objects)))]
			if s, ok := o.(*object.Stream); ok {
				o = s.Dict
			}
			value := values[r.IntN(len(values))]
			switch o := o.(type) {
			case object.Dict:
				keys := append(o.Keys(), "S", "K", "A", "Kids")
				o[keys[r.IntN(len(keys))]] = value
			case object.Array:
				if len(o) > 0 {
					o[r.IntN(len(o))] = value
				}
			}
		}
		var b bytes.Buffer
		if err := object.Write(&b, d.File); err == nil {
			uacheck.Check(b.Bytes())
		}
	}
}

package tagged_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"panelpack/report/pdf/object"
	"panelpack/report/pdf/tagged"
)

const sampleTree = `
Document
  Sect
    H1 p1 "Attention"
    TOC
      TOCI
        Reference
          Link p1 "The table 2" → "The table, page 2"
    L ListNumbering=Disc
      LI
        Lbl p1 "• "
        LBody p1 "Red: 9"
      LI
        Lbl p1 "• "
        LBody p1 "Amber: 19"
    Figure Alt="A line that falls" BBox=[40 120 150 170] Placement=Block p1 ""
    P p1 "Words that go on " p2 "overleaf, with "
      Span E="section 47 enquiry" p2 "S47"
      Link p2 " example" → "The example"
  Sect
    H2 p2 "Table – every figure"
    Table
      Caption p2 "Assessments by month "
      THead
        TR
          TH Scope=Row p2 "Month "
          TH Scope=Column p2 "2021 "
          TH Scope=Column p2 "2022 "
      TBody
        TR
          TH Scope=Row p2 "August "
          TD p2 "346 "
          TD p2 "360 "
        TR
          TH Scope=Row p2 "September "
          TD p2 "351 "
          TD p2 "377 "
`

func TestTree(t *testing.T) {
	if diff := cmp.Diff(strings.TrimPrefix(sampleTree, "\n"), dump(t, sample(t))); diff != "" {
		t.Errorf("the tree (- wanted, + written):\n%s", diff)
	}
}

func TestSameCallsSameBytes(t *testing.T) {
	if !bytes.Equal(sample(t), sample(t)) {
		t.Error("two runs gave different bytes")
	}
}

func TestBookmarks(t *testing.T) {
	d := tagged.New(options())
	d.NewPage()
	for i, level := range []int{1, 2, 3, 3, 2, 1} {
		d.Heading(level, fmt.Sprintf("%d of level %d", i, level), "", float64(40+20*i), line(float64(50+20*i), "Heading"))
	}
	file, err := object.Read(write(t, d))
	if err != nil {
		t.Fatal(err)
	}
	var got strings.Builder
	var list func(o object.Object, depth int)
	list = func(o object.Object, depth int) {
		for e := file.Dict(o); e != nil; e = file.Dict(e["Next"]) {
			title, _ := file.Text(e["Title"])
			fmt.Fprintf(&got, "%s%s at %v to %v, count %v\n", strings.Repeat("  ", depth), title,
				file.Array(e["Dest"])[3], file.Dict(e["SE"])["S"], e["Count"])
			list(e["First"], depth+1)
		}
	}
	all := file.Dict(file.Dict(file.Trailer["Root"])["Outlines"])
	list(all["First"], 0)
	want := `0 of level 1 at 260 to H1, count 2
  1 of level 2 at 240 to H2, count -2
    2 of level 3 at 220 to H3, count <nil>
    3 of level 3 at 200 to H3, count <nil>
  4 of level 2 at 180 to H2, count <nil>
5 of level 1 at 160 to H1, count <nil>
`
	if all["Count"] != 4 {
		t.Errorf("%v bookmarks are open at first", all["Count"])
	}
	if diff := cmp.Diff(want, got.String()); diff != "" {
		t.Errorf("bookmarks (- wanted, + written):\n%s", diff)
	}
}

func TestOtherReadersAgree(t *testing.T) {
	pdf := sample(t)
	t.Run("qpdf", func(t *testing.T) { run(t, pdf, "qpdf", "--check", "FILE") })
	t.Run("structure", func(t *testing.T) {
		text := run(t, pdf, "pdfinfo", "-struct-text", "FILE")
		if strings.Contains(text, "Running head") || strings.Contains(text, "page 1") {
			t.Error("the structure holds running heads or feet")
		}
		order := []string{"Attention", "The table 2", "Red: 9", "Words that go on ", "overleaf, with ", "S47", " example", "Table – every figure", "377"}
		at := 0
		for _, want := range order {
			i := strings.Index(text[at:], want)
			if i < 0 {
				t.Fatalf("%q does not follow in the reading order:\n%s", want, text)
			}
			at += i
		}
	})
	t.Run("text", func(t *testing.T) {
		text := strings.Join(strings.Fields(run(t, pdf, "pdftotext", "FILE", "-")), " ")
		for _, want := range []string{"Words that go on", "overleaf, with S47 example", "• Red: 9", "Table – every figure"} {
			if !strings.Contains(text, want) {
				t.Errorf("%q is not in the text %q", want, text)
			}
		}
	})
}

func TestSpansAndIDs(t *testing.T) {
	d := tagged.New(options())
	d.NewPage()
	cell := func(role tagged.Role, attrs ...tagged.Attr) { d.Text(role, line(50, "x"), attrs...) }
	d.In(tagged.Table, func() {
		d.In(tagged.TR, func() {
			cell(tagged.TH, tagged.Scope(tagged.Both), tagged.RowSpan(2))
			cell(tagged.TD, tagged.ColSpan(2))
		})
		d.In(tagged.TR, func() { cell(tagged.TD); cell(tagged.TD, tagged.RowSpan(1)) })
	})
	d.Text(tagged.Note, line(90, "y"), tagged.ID("ŵ"), tagged.Lang("cy"))
	pdf := write(t, d)
	accessible(t, pdf)
	want := `Document
  Table
    TR
      TH RowSpan=2 Scope=Both p1 "x"
      TD ColSpan=2 p1 "x"
    TR
      TD p1 "x"
      TD p1 "x"
  Note Lang="cy" ID="ŵ" p1 "y"
`
	if diff := cmp.Diff(want, dump(t, pdf)); diff != "" {
		t.Error(diff)
	}
	file, err := object.Read(pdf)
	if err != nil {
		t.Fatal(err)
	}
	root := file.Dict(file.Trailer["Root"])
	names := file.Array(file.Dict(file.Dict(root["StructTreeRoot"])["IDTree"])["Names"])
	if len(names) != 2 || names[0] != object.Text("ŵ") || file.Dict(names[1])["S"] != object.Name("Note") {
		t.Errorf("IDs %v", names)
	}
	if labels := file.Array(file.Dict(root["PageLabels"])["Nums"]); len(labels) != 2 {
		t.Errorf("page labels %v", labels)
	}
}

func TestAttachments(t *testing.T) {
	o := options()
	o.Attachments = []tagged.Attachment{{Name: "figures.csv", MediaType: "text/csv", Words: "every charted figure", Data: []byte("ref,actual\nES05,94.9\n")}}
	d := tagged.New(o)
	paintSample(d)
	pdf := write(t, d)
	accessible(t, pdf)
	if list := run(t, pdf, "qpdf", "--list-attachments", "FILE"); !strings.Contains(list, "figures.csv") {
		t.Errorf("attachments: %s", list)
	}
	if got := run(t, pdf, "qpdf", "--show-attachment=figures.csv", "FILE"); got != string(o.Attachments[0].Data) {
		t.Errorf("the attachment reads %q", got)
	}
}

func TestNothingIsWrittenTwice(t *testing.T) {
	d := tagged.New(options())
	paintSample(d)
	write(t, d)
	var b bytes.Buffer
	if err := d.Write(&b); err == nil || b.Len() > 0 {
		t.Errorf("a second Write gave %v and %d bytes", err, b.Len())
	}
}

// A face in which nothing is painted is not in the file.
func TestUnusedFacesAreLeftOut(t *testing.T) {
	d := tagged.New(options())
	d.NewPage()
	d.Text(tagged.P, line(50, "Words"))
	file, err := object.Read(write(t, d))
	if err != nil {
		t.Fatal(err)
	}
	fonts := 0
	for _, o := range file.Objects {
		if file.Name(file.Dict(o)["Type"]) == "Font" && file.Name(file.Dict(o)["Subtype"]) == "Type0" {
			fonts++
		}
	}
	if want := 1; fonts != want {
		t.Errorf("%d fonts, want %d", fonts, want)
	}
}

package readback_test

import (
	"bytes"
	"testing"
	"time"

	"panelpack/report/pdf/readback"
	"panelpack/report/pdf/tagged"
	"panelpack/report/style"
)

// file is a PDF with one A4 page, or more, on which paint paints words in the
// four faces.
func file(t *testing.T, paint func(d *tagged.Doc)) []byte {
	t.Helper()
	d := tagged.New(tagged.Options{
		Title: "A page", Language: "en-GB", Producer: "readback test", Date: time.Unix(0, 0), Width: 595.28, Height: 841.89,
		Fonts: [][]byte{style.TTF(style.Regular), style.TTF(style.Bold), style.TTF(style.Italic), style.TTF(style.BoldItalic)},
	})
	d.NewPage()
	paint(d)
	var b bytes.Buffer
	if err := d.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// say paints words as a paragraph, in regular type.
func say(d *tagged.Doc, x, baseline, size float64, words string) {
	d.Text(tagged.P, func(c *tagged.Canvas) { c.Text(x, baseline, words, tagged.Style{Size: size}) })
}

func TestWordsStandWhereTheyWerePainted(t *testing.T) {
	pages, err := readback.Pages(file(t, func(d *tagged.Doc) {
		d.Artifact(tagged.Pagination, func(c *tagged.Canvas) { c.Text(50, 40, "Head", tagged.Style{Size: 9}) })
		d.Text(tagged.P, func(c *tagged.Canvas) {
			c.Text(60, 100, "Ŵyneb ", tagged.Style{Face: int(style.Bold), Size: 12})
			c.Text(200, 100, "£5 – more", tagged.Style{Face: int(style.Italic), Size: 10.5})
		})
	}))
	if err != nil {
		t.Fatal(err)
	}
	if len(pages) != 1 || len(pages[0].Words) != 3 {
		t.Fatalf("read %+v", pages)
	}
	want := []readback.Word{
		{Text: "Head", Face: style.Regular, Size: 9, X: 50, Baseline: 40, Artifact: true},
		{Text: "Ŵyneb ", Face: style.Bold, Size: 12, X: 60, Baseline: 100},
		{Text: "£5 – more", Face: style.Italic, Size: 10.5, X: 200, Baseline: 100},
	}
	for i, w := range pages[0].Words {
		w.Baseline = float64(int(w.Baseline*100+0.5)) / 100
		if w != want[i] {
			t.Errorf("word %d is %+v, want %+v", i, w, want[i])
		}
	}
	if got := pages[0].Text(); got != "Ŵyneb £5 – more" {
		t.Errorf("the page says %q", got)
	}
}

func TestWhatIsNoPDF(t *testing.T) {
	if _, err := readback.Pages([]byte("PK")); err == nil {
		t.Error("a workbook was read as a PDF")
	}
}

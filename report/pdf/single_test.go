package pdf_test

import (
	"bytes"
	"math"
	"testing"

	"panelpack/report/chart"
	"panelpack/report/pdf"
	"panelpack/report/pdf/uacheck"
)

func TestASingleChartIsAnAccessiblePage(t *testing.T) {
	p := pack(1)
	d := chart.Card(&p.Assessed.Metrics[0], "Anyshire Council · Draft", 480, 270)
	var b bytes.Buffer
	if err := pdf.WriteDrawing(&b, p, d); err != nil {
		t.Fatal(err)
	}
	pages := pagesOf(t, b.Bytes())
	if len(pages) != 1 || math.Abs(pages[0].Width-480)+math.Abs(pages[0].Height-270) > 0.01 {
		t.Errorf("%d pages, the first %v by %v", len(pages), pages[0].Width, pages[0].Height)
	}
	if want := "Referrals are at their highest this year"; len(pages[0].Words) == 0 || pages[0].Words[0].Text != want {
		t.Errorf("the page begins with %q, want %q", pages[0].Text(), want)
	}
	found, err := uacheck.Check(b.Bytes())
	if err != nil || len(found) > 0 {
		t.Errorf("the checker found %v, %v", found, err)
	}
}

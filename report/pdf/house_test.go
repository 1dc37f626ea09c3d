package pdf_test

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"slices"
	"strings"
	"testing"

	"panelpack/report"
	"panelpack/report/pdf"
	"panelpack/report/pdf/object"
	"panelpack/report/pdf/readback"
	"panelpack/report/pdf/uacheck"
	"panelpack/report/style"
)

// ourHouse is a house style with all there is in one.
func ourHouse(t *testing.T) report.House {
	t.Helper()
	picture := image.NewNRGBA(image.Rect(0, 0, 60, 20))
	for x := range 60 {
		picture.Set(x, x%20, color.NRGBA{R: 75, G: 42, B: 107, A: uint8(4 * x)})
	}
	var logo bytes.Buffer
	if err := png.Encode(&logo, picture); err != nil {
		t.Fatal(err)
	}
	return report.House{
		Logo: logo.Bytes(), Words: "Logo of Anyshire Council",
		Accent: &report.Colour{R: 0x4b, G: 0x2a, B: 0x6b}, Data: &report.Colour{R: 0x33, G: 0x33, B: 0x33},
	}
}

// painted is what is painted on the pages of a file, one string for each.
func painted(t *testing.T, data []byte) []string {
	t.Helper()
	f, err := object.Read(data)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, kid := range f.Array(f.Dict(f.Dict(f.Trailer["Root"])["Pages"])["Kids"]) {
		content, err := f.Decode(f.Stream(f.Dict(kid)["Contents"]))
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, string(content))
	}
	return all
}

func TestHouseStyle(t *testing.T) {
	const accent, house, ours = "0.294 0.165 0.42", "0.2 0.2 0.2 RG", "0.043 0.235 0.365 RG"
	p := pack(6)
	plain := painted(t, write(t, p))
	p.House, p.Head = ourHouse(t), "Anyshire performance"
	data := write(t, p)
	pages := painted(t, data)
	if strings.Contains(strings.Join(plain, ""), accent) || !strings.Contains(strings.Join(plain, ""), ours) {
		t.Error("a pack without a house style is not in the program's own colours")
	}
	if rule := accent + " rg 42 "; !strings.Contains(pages[0], rule) || strings.Count(pages[0], " Do ") != 1 {
		t.Errorf("the cover has no rule in the accent, or %d pictures", strings.Count(pages[0], " Do "))
	}
	if whole := strings.Join(pages, ""); strings.Contains(whole, ours) || !strings.Contains(whole, house) {
		t.Error("charts are not drawn in the house's colour of data")
	}
	read := pagesOf(t, data)
	titled := slices.ContainsFunc(read[0].Words, func(w readback.Word) bool {
		return w.Size == style.CoverTitle && w.Colour == style.Colour{R: 0x4b, G: 0x2a, B: 0x6b}
	})
	if !titled {
		t.Error("the title on the cover is not in the accent")
	}
	wellSet(t, data)
	for i, page := range read {
		if !strings.Contains(page.Words[0].Text, p.Head) {
			t.Errorf("page %d begins with %q, want the running head", i+1, page.Words[0].Text)
		}
	}
	findings, err := uacheck.Check(data)
	if err != nil || len(findings) > 0 {
		t.Errorf("the checker found %v, %v", findings, err)
	}
	if !bytes.Equal(data, write(t, p)) {
		t.Error("two packs in one house style differ")
	}
}

func TestALogoThatIsNoPictureMakesNoPack(t *testing.T) {
	p := pack(1)
	p.House.Logo = []byte("GIF89a")
	var b bytes.Buffer
	if err := pdf.Write(&b, p); err == nil || b.Len() > 0 {
		t.Errorf("wrote %d bytes, error %v", b.Len(), err)
	}
}

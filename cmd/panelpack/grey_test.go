package main

import (
	"fmt"
	"image"
	"math"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"panelpack/report"
	"panelpack/report/pdf/readback"
	"panelpack/report/style"
	"panelpack/samples/stress"
)

// The pages as a grey printer makes them. What stands in colour on the screen
// has to be told apart without it.

// greyDots is how many dots a printed inch has in these tests.
const greyDots = 200

// greyPages are the pages of a PDF, printed in grey.
func greyPages(t *testing.T, path string) []*image.Gray {
	t.Helper()
	folder := t.TempDir()
	out, err := exec.Command(tool(t, "pdftoppm"), "-gray", "-r", fmt.Sprint(greyDots), path, filepath.Join(folder, "page")).CombinedOutput()
	if err != nil {
		t.Fatalf("pdftoppm: %v\n%s", err, out)
	}
	names, err := filepath.Glob(filepath.Join(folder, "page-*.pgm"))
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(names)
	var pages []*image.Gray
	for _, name := range names {
		// A portable grey map is its size in words and then a byte for each dot.
		data, width, height := readFile(t, name), 0, 0
		if n, err := fmt.Sscanf(data, "P5\n%d %d\n255\n", &width, &height); n != 2 || len(data) < width*height {
			t.Fatalf("%s is no picture in grey: %v", name, err)
		}
		page := image.NewGray(image.Rect(0, 0, width, height))
		copy(page.Pix, data[len(data)-width*height:])
		pages = append(pages, page)
	}
	return pages
}

// pixels is a part of a page, given in points from its top left corner.
func pixels(page *image.Gray, left, top, right, bottom float64) *image.Gray {
	dots := func(points float64) int { return int(math.Round(points / 72 * greyDots)) }
	return page.SubImage(image.Rect(dots(left), dots(top), dots(right), dots(bottom))).(*image.Gray)
}

// shade is the darkest and the lightest of the pixels of a part of a page.
func shade(part *image.Gray) (darkest, lightest uint8) {
	darkest = 255
	for y := part.Rect.Min.Y; y < part.Rect.Max.Y; y++ {
		for x := part.Rect.Min.X; x < part.Rect.Max.X; x++ {
			v := part.GrayAt(x, y).Y
			darkest, lightest = min(darkest, v), max(lightest, v)
		}
	}
	return darkest, lightest
}

func greyContrast(part *image.Gray) float64 {
	dark, light := shade(part)
	return style.Contrast(style.Colour{R: dark, G: dark, B: dark}, style.Colour{R: light, G: light, B: light})
}

// outline is how wide a mark is at the widest of each of five bands from its
// top to its bottom, and how high, as shares of its greater side: what is left
// of it when nobody can read its letter. A band is higher than the gap of a
// dashed edge.
type outline [bands + 1]float64

const bands = 5

func outlineOf(mark *image.Gray) outline {
	const paper = 240 // and lighter
	var ink image.Rectangle
	for y := mark.Rect.Min.Y; y < mark.Rect.Max.Y; y++ {
		for x := mark.Rect.Min.X; x < mark.Rect.Max.X; x++ {
			if mark.GrayAt(x, y).Y < paper {
				ink = ink.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	side := float64(max(ink.Dx(), ink.Dy()))
	o := outline{bands: float64(ink.Dy()) / side}
	for i := range bands {
		first, last := ink.Max.X, ink.Min.X
		for y := ink.Min.Y + i*ink.Dy()/bands; y < ink.Min.Y+(i+1)*ink.Dy()/bands; y++ {
			for x := ink.Min.X; x < ink.Max.X; x++ {
				if mark.GrayAt(x, y).Y < paper {
					first, last = min(first, x), max(last, x+1)
				}
			}
		}
		o[i] = float64(last-first) / side
	}
	return o
}

// differs is how much of the square two outlines do not share.
func (o outline) differs(other outline) float64 {
	total := 0.0
	for i := range o {
		total += math.Abs(o[i]-other[i]) / float64(len(o))
	}
	return total
}

// marksOn gives the mark of every rating on a page: what stands before its
// word, found by its letter.
func marksOn(words []readback.Word, page *image.Gray) map[report.Rating][]*image.Gray {
	found := map[report.Rating][]*image.Gray{}
	for i, letter := range words[:max(len(words)-1, 0)] {
		for _, r := range report.Ratings() {
			shape := style.Mark(r)
			if letter.Text != shape.Letter || strings.TrimSpace(words[i+1].Text) != r.String() || letter.Size >= style.Fine {
				continue
			}
			size := letter.Size / shape.Size
			middle, top := (letter.X+letter.Right())/2, letter.Baseline-shape.Baseline*size
			found[r] = append(found[r], pixels(page, middle-size/2-1, top-1, middle+size/2+1, top+size+1))
		}
	}
	return found
}

// TestPagesInGrey prints packs in grey. Every word can be read. Marks of one
// rating are alike, those of two differ in outline, and each stands out from
// the paper.
func TestPagesInGrey(t *testing.T) {
	const alike, apart = 0.05, 0.08 // of a mark's square
	outlines := map[report.Rating]outline{}
	for name, path := range packsInGrey(t) {
		pages := greyPages(t, path)
		for i, p := range pagesOf(t, path) {
			page := fmt.Sprintf("%s, page %d", name, i+1)
			wordsStandOut(t, page, p.Words, pages[i])
			for r, marks := range marksOn(p.Words, pages[i]) {
				for _, mark := range marks {
					o := outlineOf(mark)
					if first, known := outlines[r]; !known {
						outlines[r] = o
					} else if d := o.differs(first); d > alike {
						t.Errorf("%s: a mark of %v differs from another by %.0f%% of its square", page, r, 100*d)
					}
					if c := greyContrast(mark); c < 3 {
						t.Errorf("%s: a mark of %v stands out by %.1f:1", page, r, c)
					}
				}
			}
		}
	}
	for i, r := range report.Ratings() {
		if _, seen := outlines[r]; !seen {
			t.Errorf("no page has a mark of %v", r)
		}
		for _, other := range report.Ratings()[:i] {
			if d := outlines[r].differs(outlines[other]); d < apart {
				t.Errorf("%v and %v differ by %.0f%% of their squares: %.2f and %.2f", r, other, 100*d, outlines[r], outlines[other])
			}
		}
	}
}

// wordsStandOut finds words that are too pale to be read.
func wordsStandOut(t *testing.T, page string, words []readback.Word, printed *image.Gray) {
	t.Helper()
	for _, w := range words {
		if strings.Trim(w.Text, " .,·–-") == "" {
			continue
		}
		if c := greyContrast(pixels(printed, w.X-1, w.Top()-1, w.Right()+1, w.Baseline+1)); c < 4.5 {
			t.Errorf("%s: %q stands out by %.1f:1", page, w.Text, c)
		}
	}
}

// packsInGrey are the PDFs that are printed, by name: all packs but the
// largest, whose pages are like those of the others.
func packsInGrey(t *testing.T) map[string]string {
	t.Helper()
	folder, _ := buildSample(t)
	packs := map[string]string{"sample": filepath.Join(folder, "pack.pdf")}
	for _, p := range stress.All() {
		if p.Name != "large" {
			packs[p.Name] = filepath.Join(buildStress(t, p, "pdf"), "pack.pdf")
		}
	}
	return packs
}

func pagesOf(t *testing.T, path string) []readback.Page {
	t.Helper()
	pages, err := readback.Pages([]byte(readFile(t, path)))
	if err != nil {
		t.Fatal(err)
	}
	return pages
}

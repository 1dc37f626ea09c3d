package readback

import (
	"fmt"
	"strings"

	"panelpack/report/style"
)

// What a page has to keep free, in points: a printer's margins at its sides,
// and the bottom 15 mm for the page numbers that an agenda stamps there.
const (
	margin = 40.0
	stamp  = 15 / 25.4 * 72
)

// Faults is everything that a pack does wrong on paper: words over one another,
// beyond their box or the margins, or in the bottom 15 mm; type that is too
// small; headings alone at the foot of a page and rows torn apart; figures out
// of line, or not written as they should be.
func Faults(pdf []byte) ([]string, error) {
	pages, err := Pages(pdf)
	if err != nil {
		return nil, err
	}
	elements, err := Elements(pdf)
	if err != nil {
		return nil, err
	}
	var faults []string
	for i, p := range pages {
		for _, fault := range p.faults() {
			faults = append(faults, fmt.Sprintf("page %d: %s", i+1, fault))
		}
	}
	for _, rule := range []func([]Element) []string{sizes, rhythm, loneHeadings, tornRows, unevenColumns, writtenFigures} {
		faults = append(faults, rule(elements)...)
	}
	return faults, nil
}

func (p Page) faults() []string {
	var faults []string
	add := func(format string, args ...any) { faults = append(faults, fmt.Sprintf(format, args...)) }
	for j, w := range p.Words {
		for _, fault := range p.faultsOf(w) {
			add("%q %s", w.Text, fault)
		}
		for _, other := range p.Words[:j] {
			if overlap(w, other) {
				add("%q overlaps %q", w.Text, other.Text)
			}
		}
		for _, b := range p.Boxes {
			within := w.X > b.Left && w.X < b.Right && w.Baseline > b.Top && w.Baseline < b.Bottom
			if within && (w.Right() > b.Right-hair || w.Top() < b.Top || w.Bottom() > b.Bottom) {
				add("%q leaves its box", w.Text)
			}
		}
	}
	return faults
}

func (p Page) faultsOf(w Word) []string {
	var faults []string
	if w.X < margin || w.Right() > p.Width-margin {
		faults = append(faults, fmt.Sprintf("leaves the margins: %.1f to %.1f", w.X, w.Right()))
	}
	if w.Bottom() > p.Height-stamp {
		faults = append(faults, "stands in the bottom 15 mm")
	}
	if w.Top() < 0 {
		faults = append(faults, "leaves the page at its top")
	}
	// The letter of a rating's mark may be smaller: its word stands beside it.
	if w.Size < style.Fine && len([]rune(w.Text)) > 1 {
		faults = append(faults, fmt.Sprintf("is set in %.1f pt", w.Size))
	}
	return faults
}

// hair is what words may be out by, in points.
const hair = 0.6

// overlap reports whether two words cover each other by more than a hair.
func overlap(a, b Word) bool {
	if a.Top()+hair >= b.Bottom() || b.Top()+hair >= a.Bottom() {
		return false
	}
	if strings.TrimSpace(a.Text) == "" || strings.TrimSpace(b.Text) == "" {
		return false
	}
	return a.X+hair < b.Right() && b.X+hair < a.Right()
}

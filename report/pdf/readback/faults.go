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

// Faults is everything that pages of a pack do wrong on paper: words over one
// another, beyond the margins or in the bottom 15 mm, or set too small.
func Faults(pages []Page) []string {
	var faults []string
	for i, p := range pages {
		for j, w := range p.Words {
			for _, fault := range p.faultsOf(w) {
				faults = append(faults, fmt.Sprintf("page %d: %q %s", i+1, w.Text, fault))
			}
			for _, other := range p.Words[:j] {
				if overlap(w, other) {
					faults = append(faults, fmt.Sprintf("page %d: %q overlaps %q", i+1, w.Text, other.Text))
				}
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

// overlap reports whether two words cover each other by more than a hair.
func overlap(a, b Word) bool {
	const hair = 0.6
	if a.Top()+hair >= b.Bottom() || b.Top()+hair >= a.Bottom() {
		return false
	}
	if strings.TrimSpace(a.Text) == "" || strings.TrimSpace(b.Text) == "" {
		return false
	}
	return a.X+hair < b.Right() && b.X+hair < a.Right()
}

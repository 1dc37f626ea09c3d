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

// Faults is everything that a pack does wrong on paper: words over one another
// or over lines, beyond their box or the margins, or in the bottom 15 mm; type
// that is too small; lines and points of a list out of rhythm, and lines that
// part what belongs together; headings alone at the foot of a page and rows torn
// apart; figures out of line, or not written as they should be.
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
	for _, rule := range rules {
		faults = append(faults, rule(elements)...)
	}
	return faults, nil
}

// rules are those of what a pack says, wherever its pages end.
var rules = []func([]Element) []string{
	sizes, rhythm, unevenLists, unevenRows, partedWords, loneHeadings, headsWithoutRows, tornRows, unevenColumns, writtenFigures,
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
			if b.cuts(w) {
				add("%q leaves its box", w.Text)
			}
		}
		for _, s := range p.Strokes {
			if s.bars(w) {
				add("%q stands over a line", w.Text)
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
	if w.Artifact && w.Size < style.Fine && len([]rune(w.Text)) > 1 {
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

// cuts reports whether some of w stands within b, and some of it on its edge or
// beyond.
func (b Box) cuts(w Word) bool {
	touches := w.X < b.Right-hair && w.Right() > b.Left+hair && w.Top() < b.Bottom-hair && w.Bottom() > b.Top+hair
	clear := w.X > b.Left+hair && w.Right() < b.Right-hair && w.Top() > b.Top+hair && w.Bottom() < b.Bottom-hair
	return touches && !clear
}

// bars reports whether w stands over s, and may not: words of a chart may stand
// over the fine lines of its scale, but over none of figures or targets. What
// is decoration divides words, and none stand over it.
func (s Stroke) bars(w Word) bool {
	if !s.Artifact && s.Weight < style.TargetWeight || strings.TrimSpace(w.Text) == "" {
		return false
	}
	half := s.Weight / 2
	room := Box{w.X - half, w.Top() - half, w.Right() + half, w.Bottom() + half}
	for i := 1; i < len(s.Points); i++ {
		if room.crossed(s.Points[i-1], s.Points[i]) {
			return true
		}
	}
	return false
}

// crossed reports whether any of the line from one point to another lies within
// b (Liang and Barsky's clipping, of which only the answer is kept).
func (b Box) crossed(from, to Point) bool {
	enter, leave := 0.0, 1.0 // shares of the line
	for _, edge := range [...]struct{ step, room float64 }{
		{from.X - to.X, from.X - b.Left}, {to.X - from.X, b.Right - from.X},
		{from.Y - to.Y, from.Y - b.Top}, {to.Y - from.Y, b.Bottom - from.Y},
	} {
		switch {
		case edge.step == 0 && edge.room <= 0:
			return false
		case edge.step < 0:
			enter = max(enter, edge.room/edge.step)
		case edge.step > 0:
			leave = min(leave, edge.room/edge.step)
		}
	}
	return enter < leave
}

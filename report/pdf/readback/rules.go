package readback

import (
	"fmt"
	"math"
	"slices"

	"panelpack/report/style"
)

// page is the page on which e begins.
func (e Element) page() int {
	if len(e.Words) == 0 {
		return 0
	}
	return e.Words[0].Page
}

func (e Element) fault(format string, args ...any) string {
	return fmt.Sprintf("page %d: %s %q ", e.page(), e.Role, e.Text()) + fmt.Sprintf(format, args...)
}

func (e Element) isCell() bool { return e.Role == "TD" || e.Role == "TH" }

func (e Element) isHeading() bool { return e.Role == "H1" || e.Role == "H2" || e.Role == "H3" }

// appendix is where the last of several sections begins: the data, which may be
// in finer type.
func appendix(elements []Element) int {
	last, sections := len(elements), 0
	for i, e := range elements {
		if e.Role == "H1" {
			sections++
			last = i
		}
	}
	if sections < 2 {
		return len(elements)
	}
	return last
}

// sizes finds words that are smaller than they may be where they stand.
func sizes(elements []Element) []string {
	var faults []string
	end := appendix(elements)
	for i, e := range elements {
		for _, w := range e.Words {
			if least := e.leastSize(w, elements[i+1:], i < end); w.Size < least {
				faults = append(faults, e.fault("is set in %.1f pt, less than %.1f", w.Size, least))
				break
			}
		}
	}
	return faults
}

// leastSize is the least size of a word of e, before the appendix or in it.
//
// Running text is in ink. What is in bold is a label, and what is grey is a
// note: those may be as small as tables are, and what stands over a figure may
// be as small as the words in it. Commentary is neither.
func (e Element) leastSize(w Placed, following []Element, before bool) float64 {
	label := w.Face == style.Bold || w.Colour == style.Quiet
	switch {
	case e.Role == "P" && overFigure(following):
		return style.Fine
	case e.Role == "P" && (!label || e.Service), e.Role == "LBody", e.isHeading():
		return style.Body
	case e.Role == "P", e.Role == "Lbl", e.Role == "Reference", e.isCell() && before:
		return style.Table
	}
	return style.Fine
}

// overFigure reports whether a figure follows with nothing before it but other
// words in fine type.
func overFigure(following []Element) bool {
	for _, next := range following {
		if next.Role != "P" || len(next.Words) == 0 || next.Words[0].Size > style.Fine {
			return next.Role == "Figure"
		}
	}
	return false
}

// headsWithoutRows finds captions of tables whose first row stands elsewhere.
func headsWithoutRows(elements []Element) []string {
	var faults []string
	for i, e := range elements {
		if e.Role != "Caption" {
			continue
		}
		row := slices.IndexFunc(elements[i:], func(next Element) bool { return next.Role == "TD" && len(next.Words) > 0 })
		if row < 0 || len(e.Words) == 0 {
			continue
		}
		if cell := elements[i+row]; cell.page() != e.page() || cell.Words[0].Baseline < e.Words[0].Baseline {
			faults = append(faults, e.fault("stands over a head without rows"))
		}
	}
	return faults
}

// loneHeadings finds headings and captions with nothing of theirs beneath them
// on their page, or in their column of it. A mark may stand beside a heading.
func loneHeadings(elements []Element) []string {
	const beside = 2 // elements, at most
	var faults []string
	for i, e := range elements {
		if !e.isHeading() && e.Role != "Caption" || len(e.Words) == 0 || i+1 == len(elements) {
			continue
		}
		foot := e.Words[len(e.Words)-1]
		beneath := slices.ContainsFunc(elements[i+1:min(i+2+beside, len(elements))], func(next Element) bool {
			return next.page() == foot.Page && next.Words[0].Baseline > foot.Baseline+hair
		})
		if !beneath {
			faults = append(faults, e.fault("stands alone at the foot of a page or column"))
		}
	}
	return faults
}

// tornRows finds rows whose cells do not begin on one line of one page, and
// those that go on elsewhere.
func tornRows(elements []Element) []string {
	var faults []string
	var first Element
	for _, e := range elements {
		if !e.isCell() || len(e.Words) == 0 {
			continue
		}
		if e.Row != first.Row {
			first = e
		}
		begins, ends := e.Words[0], e.Words[len(e.Words)-1]
		if begins.Page != first.page() || math.Abs(begins.Baseline-first.Words[0].Baseline) > 1 {
			faults = append(faults, e.fault("is not in line with %q of its row", first.Text()))
		}
		if ends.Page != begins.Page || ends.Baseline < begins.Baseline-hair {
			faults = append(faults, e.fault("is torn apart"))
		}
	}
	return faults
}

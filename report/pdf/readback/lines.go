package readback

import (
	"math"
	"regexp"
	"slices"

	"panelpack/report/style"
)

// rhythm finds lines of one element that are not one leading apart.
func rhythm(elements []Element) []string {
	var faults []string
	for _, e := range elements {
		for i := 1; i < len(e.Words) && e.Role != "Figure"; i++ {
			w, above := e.Words[i], e.Words[i-1]
			apart := w.Baseline - above.Baseline
			if w.Page == above.Page && apart > hair && math.Abs(apart-w.Size*style.Leading) > 0.05 {
				faults = append(faults, e.fault("has lines %.2f pt apart, not %.2f", apart, w.Size*style.Leading))
				break
			}
		}
	}
	return faults
}

// unevenLists finds points of a list that are not as far below the point above
// them as others of the list are.
func unevenLists(elements []Element) []string {
	var faults []string
	var above Element
	usual := map[int]float64{} // by the number of the list
	for _, e := range elements {
		if e.Role != "LBody" || len(e.Words) == 0 {
			continue
		}
		if e.List == above.List {
			begins, foot := e.Words[0], above.Words[len(above.Words)-1]
			apart, known := begins.Baseline-foot.Baseline, usual[e.List] > 0
			switch {
			case begins.Page != foot.Page || apart < 0: // in another column
			case !known:
				usual[e.List] = apart
			case math.Abs(apart-usual[e.List]) > 0.05:
				faults = append(faults, e.fault("stands %.2f pt below the point above it, not %.2f", apart, usual[e.List]))
			}
		}
		above = e
	}
	return faults
}

// unevenRows finds rows in fine type that are not whole lines of a table from
// the first such row of their page: they stand in several columns, whose
// baselines agree.
func unevenRows(elements []Element) []string {
	const row = style.Table * style.Leading
	var faults []string
	first := map[int]float64{} // by page
	for _, e := range elements {
		if e.Role != "TD" || len(e.Words) == 0 || e.Words[0].Size >= style.Table {
			continue
		}
		at, known := first[e.page()]
		if !known {
			first[e.page()] = e.Words[0].Baseline
			continue
		}
		if off := math.Abs(math.Remainder(e.Words[0].Baseline-at, row)); off > 0.05 {
			faults = append(faults, e.fault("stands %.2f pt off the lines of the columns beside it", off))
		}
	}
	return faults
}

// counted is a number at the end of a line and what it counts, or its month, at
// the start of the next; a year counts nothing.
var (
	counted = regexp.MustCompile(`\d \n([a-z]|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)`)
	year    = regexp.MustCompile(`(^|[^\d,.])(19|20)\d\d \n`)
)

// partings are what else no line may end with where the next begins so, with "\n"
// where it ends.
var partings = []*regexp.Regexp{
	// The letters of a word and the signs at it, of the many rules of UAX 14. A
	// word that is wider than a line is cut; it begins one, and has no space
	// before it.
	regexp.MustCompile(`\S .*[\p{L}\d£(]\n[\p{L}\p{M}\d%),.;:]`),
	// The ends of a range.
	regexp.MustCompile(`\d%?–\n[\d£−]`),
	// A space that does not break, and any that begins a line.
	regexp.MustCompile(`\x{a0}\n|\n[ \x{a0}]`),
}

// partedWords finds lines that end where none may, be it at the end of a column
// or a page.
func partedWords(elements []Element) []string {
	var faults []string
	for _, e := range elements {
		lines := e.lines()
		for i := 1; i < len(lines); i++ {
			above, line := lines[i-1], lines[i]
			if breaksBadly(above + "\n" + line) {
				faults = append(faults, e.fault("parts %q from %q", above, line))
			}
		}
	}
	return faults
}

func breaksBadly(joint string) bool {
	return counted.MatchString(joint) && !year.MatchString(joint) ||
		slices.ContainsFunc(partings, func(p *regexp.Regexp) bool { return p.MatchString(joint) })
}

// lines is the words of e as they stand on lines; those of a figure stand in no
// lines.
func (e Element) lines() []string {
	if e.Role == "Figure" {
		return nil
	}
	var lines []string
	for i, w := range e.Words {
		if i == 0 || !w.besides(e.Words[i-1]) {
			lines = append(lines, "")
		}
		lines[len(lines)-1] += w.Text
	}
	return lines
}

// besides reports whether w stands on the line of other.
func (w Placed) besides(other Placed) bool {
	return w.Page == other.Page && w.Baseline > other.Baseline-hair && w.Baseline < other.Baseline+hair
}

package pdf

import (
	"fmt"
	"image"
	"slices"
	"strings"

	"panelpack/report"
	"panelpack/report/pdf/tagged"
	"panelpack/report/style"
)

// The page, in points: A4 with even margins. The bottom 15 mm stay empty for
// the page numbers that an agenda stamps there; our own footer stands above.
const (
	pageWidth  = 595.28
	pageHeight = 841.89
	marginLeft = 42.0
	textWidth  = pageWidth - 2*marginLeft
	textRight  = marginLeft + textWidth

	headBaseline = 46.0
	bodyTop      = 66.0
	bodyBottom   = 768.0
	footRule     = 778.0
	footBaseline = 791.0
	blockGap     = 9.0 // between one block and the next
	bodyHeight   = bodyBottom - bodyTop
	aHair        = 0.01 // what sums of heights may be out by
	columnGap    = 18.0
	headingGap   = 12.0 // more room above a heading than below it
	leastLines   = 2    // of a paragraph at the foot or the head of a page
)

// The fonts of the pages.
var (
	bodyFont    = font{style.Regular, style.Body, style.Ink}
	smallFont   = font{style.Regular, style.Table, style.Quiet}
	tableFont   = font{style.Regular, style.Table, style.Ink}
	headFont    = font{style.Bold, style.Table, style.Quiet}
	fineFont    = font{style.Regular, style.Fine, style.Quiet}
	titleFont   = font{style.Bold, style.Title, style.Ink}
	headingFont = font{style.Bold, style.Heading, style.Ink}
	figureFont  = font{style.Bold, style.BigFigure, style.Ink}
	coverFont   = font{style.Bold, style.CoverTitle, style.Ink}
)

// setter sets a pack on pages, from top to bottom.
//
// A pack is set several times: at first to learn on which page each anchor
// stands and how many pages there are, and then with those numbers filled in;
// see [Write].
type setter struct {
	*memory
	doc     *tagged.Doc
	pack    *report.Pack
	logo    image.Image           // for the cover; nil for none
	y       float64               // where the next block starts
	title   string                // title of the section being set, for the running head
	known   map[string]int        // page of each anchor, from the time before
	pages   int                   // how many there are, from the time before
	anchors map[string]int        // page of each anchor, this time
	unsaid  []report.Abbreviation // that no words have spelt out yet
	tables  int                   // how many are set

	left, width float64 // of the column being set: the whole text but within inColumns
	top         float64 // where the columns of this page start
	column      int     // counted from 0
	columns     int     // how many there are
}

// newPage starts a page at the top of its text.
func (s *setter) newPage() {
	s.doc.NewPage()
	s.y, s.top = bodyTop, bodyTop
	s.column = 0
	s.left = marginLeft
}

// room is how much of the page or column is left.
func (s *setter) room() float64 { return bodyBottom - s.y }

// need goes on to the next column or page unless heightPt is left on this one.
// What is higher than a page goes on too, unless the page is still empty.
func (s *setter) need(heightPt float64) {
	switch {
	case heightPt <= s.room()+aHair || s.y <= s.top:
	case s.column+1 < s.columns:
		s.column++
		s.left += s.width + columnGap
		s.y = s.top
	default:
		s.newPage()
	}
}

// inColumns lets set fill n columns, page after page, from where the page
// stands.
func (s *setter) inColumns(n int, set func()) {
	s.columns, s.column, s.top = n, 0, s.y
	s.width = (textWidth - float64(n-1)*columnGap) / float64(n)
	set()
	if s.column > 0 {
		s.y = bodyBottom // the columns before it are full
	}
	s.columns, s.column, s.left, s.width = 1, 0, marginLeft, textWidth
}

// anchor makes the top of what comes next a place that links lead to.
func (s *setter) anchor(id string) {
	if id == "" {
		return
	}
	s.anchors[id] = s.doc.Page()
	s.doc.Anchor(id, s.y)
}

// widestPage is as wide as the number of a page is taken to be. One of four
// digits has room beneath the head of its column, and before its leader.
const widestPage = "888"

// pageOf is the number of the page on which anchor id stands; the widest
// number while it is not known.
func (s *setter) pageOf(id string) string {
	if n, ok := s.known[id]; ok {
		return fmt.Sprint(n)
	}
	return widestPage
}

// furniture is the running head and foot of a page.
func (s *setter) furniture(c *tagged.Canvas, page int) {
	head := onLine(s.pack.Head)
	pen := tagged.Pen{Width: style.HairlineWeight, Colour: tagged.Colour(style.Hairline)}
	c.Line(tagged.Point{X: marginLeft, Y: footRule}, tagged.Point{X: textRight, Y: footRule}, pen)
	if page == 1 && !s.pack.Sheet {
		ends(c, headBaseline, head, fineFont.bold().in(style.Ink), onLine(s.pack.CoverMark), fineFont)
		ends(c, footBaseline, onLine(s.pack.SourceLine), fineFont, "", fineFont)
		return
	}
	if head != "" && s.title != "" {
		head += " · "
	}
	ends(c, headBaseline, head+onLine(s.title), fineFont, onLine(s.pack.Mark), fineFont.bold())
	ends(c, footBaseline, onLine(s.pack.Footer), fineFont, fmt.Sprintf("Page %d of %d", page, s.pages), fineFont)
}

// ends sets words at both ends of a line of page furniture. The right ones
// stand whole, but for what would fill the line; the left ones are cut where
// they would reach them.
func ends(c *tagged.Canvas, baseline float64, left string, leftFont font, right string, rightFont font) {
	right = cut(right, rightFont, 0.9*textWidth)
	x := textRight - rightFont.width(right)
	c.Text(marginLeft, baseline, cut(left, leftFont, x-marginLeft-cellGap), leftFont.style())
	c.Text(x, baseline, right, rightFont.style())
}

// cut is s, or as much of its start as fits into widthPt with an ellipsis.
func cut(s string, f font, widthPt float64) string {
	if f.width(s) <= widthPt {
		return s
	}
	runes := []rune(s)
	for len(runes) > 0 && f.width(string(runes)+"…") > widthPt {
		runes = runes[:len(runes)-1]
	}
	return strings.TrimSpace(string(runes)) + "…"
}

// lines paints lines from the top y down, each in its own part of the
// innermost open element, and parts of them that lead somewhere as links.
func (s *setter) lines(lines []line, x, y float64) {
	for _, l := range lines {
		s.line(l, x, y)
		y += l.runs[0].font.leadingPt()
	}
}

// line paints one line whose box starts at y.
func (s *setter) line(l line, x, y float64) {
	if len(l.runs) == 0 {
		return
	}
	baseline := y + l.runs[0].font.ascentPt()
	for _, r := range l.runs {
		if r.link == "" {
			s.spell(r, x, baseline)
		} else {
			paint := func(c *tagged.Canvas) { c.Text(x, baseline, r.text, r.font.style()) }
			area := tagged.Rect{X: x, Y: y, W: r.width(), H: r.font.leadingPt()}
			s.doc.Link(r.link, area, s.linkWords(r.link, r.words), paint)
		}
		x += r.width()
	}
}

// spell paints r, and has each abbreviation in it that was not said before
// spelt out to whoever hears it.
func (s *setter) spell(r run, x, baseline float64) {
	paint := func(text string) func(*tagged.Canvas) {
		from := x
		x += r.font.width(text)
		return func(c *tagged.Canvas) { c.Text(from, baseline, text, r.font.style()) }
	}
	for {
		first, at := -1, len(r.text)
		for i, a := range s.unsaid {
			if n := a.In(r.text); n >= 0 && n < at {
				first, at = i, n
			}
		}
		s.doc.Mark(paint(r.text[:at]))
		if first < 0 {
			return
		}
		a := s.unsaid[first]
		s.doc.Text(tagged.Span, paint(a.Short), tagged.Expansion(onLine(a.Long)))
		s.unsaid = slices.Delete(s.unsaid, first, first+1)
		r.text = r.text[at+len(a.Short):]
	}
}

// linkWords says where a link with these words leads, for those who hear it
// alone.
func (s *setter) linkWords(link, words string) string {
	id, within := strings.CutPrefix(link, "#")
	words = strings.TrimSpace(words)
	page := s.pageOf(id)
	switch {
	case !within:
		return words
	case words == page:
		return "page " + page
	}
	return words + ", page " + page
}

// flow sets lines of one element from where the page stands, over as many
// pages as they need. At least leastLines of them stay together.
func (s *setter) flow(lines []line, x float64) {
	for i, l := range lines {
		leading := l.runs[0].font.leadingPt()
		keep := 1
		if i == 0 || i == len(lines)-leastLines {
			keep = min(leastLines, len(lines)-i)
		}
		s.need(float64(keep) * leading)
		s.line(l, x, s.y)
		s.y += leading
	}
}

// height is how high lines stand.
func height(lines []line) float64 {
	total := 0.0
	for _, l := range lines {
		total += l.runs[0].font.leadingPt()
	}
	return total
}

// hairline draws a rule across from x0 to x1.
func (s *setter) hairline(x0, x1, y float64, weight float64, colour style.Colour) {
	s.doc.Artifact(tagged.Layout, func(c *tagged.Canvas) {
		pen := tagged.Pen{Width: weight, Colour: tagged.Colour(colour)}
		c.Line(tagged.Point{X: x0, Y: y}, tagged.Point{X: x1, Y: y}, pen)
	})
}

// paintLines paints lines from y down, each from the place that x gives for it.
func paintLines(c *tagged.Canvas, lines []line, y float64, x func(line) float64) {
	for _, l := range lines {
		at := x(l)
		for _, r := range l.runs {
			c.Text(at, y+r.font.ascentPt(), r.text, r.font.style())
			at += r.width()
		}
		y += l.runs[0].font.leadingPt()
	}
}

package pdf

import (
	"strings"

	"panelpack/report"
	"panelpack/report/pdf/tagged"
	"panelpack/report/style"
)

// boxPadding is the room between the words of a commentary and their box.
const boxPadding = 6.0

// passage is a paragraph of a commentary, or a point of a list in it.
type passage struct {
	lines     []line
	label     string // before a point
	numbering string // of the list that the point belongs to; empty for a paragraph
	indent    float64
}

// passages sets a commentary with its heading run in to the first paragraph,
// or the heading of a placeholder with its prompts below.
func (s *setter) passages(c report.Commentary) []passage {
	width := s.width - 2*boxPadding
	heading := report.Text{{Text: c.Heading, Bold: true}}
	if !c.Supplied {
		prompts := report.Text{{Text: strings.Join(c.Prompts, "  "), Italic: true}}
		return []passage{
			{lines: breakLines(heading, bodyFont, width)},
			{lines: breakLines(prompts, bodyFont.in(style.Quiet), width)},
		}
	}
	var all []passage
	for _, b := range c.Body {
		switch b := b.(type) {
		case report.Paragraph:
			if heading != nil {
				heading[0].Text += "  "
			}
			all = append(all, passage{lines: breakLines(append(heading, b.Text...), bodyFont, width)})
		case report.List:
			if heading != nil {
				all = append(all, passage{lines: breakLines(heading, bodyFont, width)})
			}
			all = append(all, points(b, width)...)
		}
		heading = nil
	}
	return all
}

// points is the points of a list within width.
func points(l report.List, width float64) []passage {
	indent := indentOf(l)
	var all []passage
	for i, item := range l.Items {
		lines := breakLines(item, bodyFont, width-indent)
		all = append(all, passage{lines, pointLabel(l, i), numberingOf(l), indent})
	}
	return all
}

func linesOf(passages []passage) []line {
	var all []line
	for _, p := range passages {
		all = append(all, p.lines...)
	}
	return all
}

// box is what stands around a commentary: one on each page that it takes.
type box struct {
	*setter
	supplied bool
	heading  string // stands again, as decoration, where the commentary goes on
	begun    bool
	unset    []line // lines that are still to come
	fitting  int    // how many of them have room in the box that is drawn
}

// commentary sets the service's words in a box, or a dashed box where they
// are to come.
func (s *setter) commentary(p *panel) {
	b := &box{setter: s, supplied: p.Commentary.Supplied, heading: p.Commentary.Heading, unset: linesOf(p.words)}
	s.doc.In(tagged.Sect, func() {
		for rest := p.words; len(rest) > 0; {
			n := 1
			for n < len(rest) && rest[n].numbering == rest[0].numbering {
				n++
			}
			b.alike(rest[:n])
			rest = rest[n:]
		}
	})
}

// alike sets passages that are all paragraphs, or all points of one list.
func (b *box) alike(passages []passage) {
	x := b.left + boxPadding
	if passages[0].numbering == "" {
		for _, p := range passages {
			b.doc.In(tagged.P, func() { b.write(p.lines, x) })
		}
		return
	}
	b.doc.In(tagged.L, func() {
		for _, p := range passages {
			b.doc.In(tagged.LI, func() {
				b.open()
				b.label(p.label, x, p.indent)
				b.doc.In(tagged.LBody, func() { b.write(p.lines, x+p.indent) })
			})
		}
	}, tagged.ListNumbering(passages[0].numbering))
}

// write sets lines from x, and goes on in a box on the next page where this one
// is full.
func (b *box) write(lines []line, x float64) {
	for _, l := range lines {
		b.open()
		b.line(l, x, b.y)
		b.y += l.runs[0].font.leadingPt()
		b.unset, b.fitting = b.unset[1:], b.fitting-1
		if b.fitting == 0 {
			b.y += boxPadding
		}
	}
}

// open draws a box around as many lines as have room on this page, or on the
// next when none have. It does nothing while there is one with room, or no line
// to come.
func (b *box) open() {
	if b.fitting > 0 || len(b.unset) == 0 {
		return
	}
	again := 0.0
	if b.begun {
		again = fineFont.leadingPt()
	}
	b.need(min(height(b.unset), leastLines*bodyFont.leadingPt()) + 2*boxPadding + again)
	room := b.room() - 2*boxPadding - again
	for b.fitting < len(b.unset) && (b.fitting == 0 || room >= b.unset[b.fitting].runs[0].font.leadingPt()-aHair) {
		room -= b.unset[b.fitting].runs[0].font.leadingPt()
		b.fitting++
	}
	b.outline(height(b.unset[:b.fitting]) + 2*boxPadding + again)
	b.y += boxPadding
	if b.begun {
		b.headAgain()
	}
	b.begun = true
}

// headAgain says of which commentary a box on a further page is.
func (b *box) headAgain() {
	x, y := b.left+boxPadding, b.y+fineFont.ascentPt()
	words := cut(onLine(b.heading)+", continued", fineFont, b.width-2*boxPadding)
	b.doc.Artifact(tagged.Pagination, func(c *tagged.Canvas) { c.Text(x, y, words, fineFont.style()) })
	b.y += fineFont.leadingPt()
}

func (b *box) outline(heightPt float64) {
	r := tagged.Rect{X: b.left, Y: b.y, W: b.width, H: heightPt}
	b.doc.Artifact(tagged.Layout, func(c *tagged.Canvas) {
		pen := tagged.Pen{Width: style.HairlineWeight, Colour: tagged.Colour(style.Axis)}
		if b.supplied {
			c.Rect(r, nil, &pen)
			return
		}
		fill := tagged.Colour(style.Faint)
		pen = tagged.Pen{Width: style.RuleWeight, Colour: tagged.Colour(style.Axis), Dash: style.Short[:]}
		c.Rect(r, &fill, &pen)
	})
}

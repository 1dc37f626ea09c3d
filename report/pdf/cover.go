package pdf

import (
	"fmt"
	"math"
	"strings"

	"panelpack/report"
	"panelpack/report/pdf/tagged"
	"panelpack/report/style"
)

// The cover, from the top of the page.
const (
	coverRuleY     = 178.0
	coverRuleWidth = 97.0
	coverTitleY    = 204.0
	coverTitleMost = 160.0 // height of a title before it is set smaller
	coverTitleStep = 2.0   // points from one size to the next
	coverGap       = 32.0
	detailLabelAt  = 119.0
	barHeight      = 26.0
	barGap         = 2.0
)

var (
	subtitleFont = font{style.Regular, 14, style.Quiet}
	detailFont   = bodyFont
)

// cover sets the first section on a page of its own.
func (s *setter) cover(section report.Section) {
	s.newPage()
	s.doc.Artifact(tagged.Layout, func(c *tagged.Canvas) {
		fill := tagged.Colour(style.RuleOf(s.pack.House))
		c.Rect(tagged.Rect{X: marginLeft, Y: coverRuleY, W: coverRuleWidth, H: 4.5}, &fill, nil)
	})
	s.y = coverTitleY
	s.doc.In(tagged.Sect, func() {
		s.paintLogo()
		f, width := s.coverTitle(section.Title)
		s.heading(1, section.ID, section.Title, f.in(style.HeadingOf(s.pack.House)), width)
		s.y += blockGap
		if section.Subtitle != "" {
			lines := s.breakLines(report.Plain(section.Subtitle), subtitleFont, s.width)
			s.doc.In(tagged.P, func() { s.flow(lines, s.left) })
		}
		s.y += coverGap
		s.blocks(section.Blocks)
	})
}

// coverTitle is the type and the width of a title on the cover. A long one is
// wider and smaller, down to the size of a section's, so that what the cover
// says below it stays on the cover.
func (s *setter) coverTitle(title string) (f font, width float64) {
	f, width = coverFont, 0.75*s.width
	for f.sizePt > titleFont.sizePt && height(s.breakLines(report.Plain(onLine(title)), f, width)) > coverTitleMost {
		f.sizePt, width = f.sizePt-coverTitleStep, s.width
	}
	return f, width
}

// details sets labels with their values beside them.
func (s *setter) details(d report.DetailList) {
	s.doc.In(tagged.L, func() {
		for _, row := range d.Rows {
			label := s.breakLines(report.Plain(row.Label), detailFont.in(style.Quiet), detailLabelAt)
			value := report.Text{{Text: row.Value, Bold: row.Strong}}
			words := s.breakLines(value, detailFont, s.width-detailLabelAt)
			s.need(max(height(words), height(label)))
			y := s.y
			s.doc.In(tagged.LI, func() {
				s.doc.In(tagged.Lbl, func() { s.lines(label, s.left, y) })
				s.doc.In(tagged.LBody, func() {
					s.lines(words, s.left+detailLabelAt, y)
					s.remark(row, words, y)
				})
			})
			s.y += max(height(words), height(label)) + 5
		}
	}, tagged.ListNumbering("None"))
	s.y += coverGap
}

// remark sets the quiet words after the value of a row, on its last line.
func (s *setter) remark(row report.Detail, words []line, y float64) {
	if row.Remark == "" {
		return
	}
	x, text := s.left+detailLabelAt, onLine(row.Remark)
	if n := len(words); n > 0 {
		x += words[n-1].widthPt
		y += height(words[:n-1])
		text = " " + text
	}
	f := detailFont.in(style.Quiet)
	s.doc.Mark(func(c *tagged.Canvas) { c.Text(x, y+f.ascentPt(), text, f.style()) })
}

// share is one rating's part of the bar.
type share struct {
	rating report.Rating
	count  int
	x, w   float64
}

// ratingBar sets the counts as a bar of their shares, each with its number and
// word where they fit, else its number alone.
func (s *setter) ratingBar(b report.RatingBar) {
	title := s.breakLines(report.Text{{Text: b.Title, Bold: true}}, bodyFont, s.width)
	s.need(height(title) + barHeight + blockGap)
	s.doc.In(tagged.P, func() { s.flow(title, s.left) })
	s.y += blockGap / 2
	area := tagged.Rect{X: s.left, Y: s.y, W: s.width, H: barHeight}
	s.doc.Text(tagged.Figure, func(c *tagged.Canvas) {
		for _, part := range s.shares(b.Counts) {
			paintShare(c, part, s.y)
		}
	}, tagged.Alt(onLine(b.Alt)), tagged.BBox(area))
	s.y += barHeight
}

// leastShareWidth leaves room for a number of two digits.
const leastShareWidth = 24.0

// shares gives each rating that occurs its part of the width, and none less
// than it needs to be seen.
func (s *setter) shares(counts report.Counts) []share {
	var parts []share
	for _, r := range report.Ratings() {
		if counts[r] > 0 {
			parts = append(parts, share{rating: r, count: counts[r]})
		}
	}
	free := s.width - barGap*float64(len(parts)-1) - leastShareWidth*float64(len(parts))
	x := s.left
	for i := range parts {
		parts[i].x = x
		parts[i].w = leastShareWidth + free*float64(parts[i].count)/float64(counts.Total())
		x += parts[i].w + barGap
	}
	return parts
}

func paintShare(c *tagged.Canvas, part share, y float64) {
	m := style.Mark(part.rating)
	fill := tagged.Colour(m.Fill)
	pen := tagged.Pen{Width: style.RuleWeight, Colour: tagged.Colour(m.Edge)}
	if m.Dashed {
		pen.Dash = style.Short[:]
	}
	const inset = style.RuleWeight / 2
	c.Rect(tagged.Rect{X: part.x + inset, Y: y + inset, W: part.w - 2*inset, H: barHeight - 2*inset}, &fill, &pen)
	f := tableFont.bold().in(m.Ink)
	words := fmt.Sprintf("%d %s", part.count, strings.ToLower(part.rating.String()))
	if f.width(words) > part.w-6 {
		words = fmt.Sprint(part.count)
	}
	baseline := y + (barHeight+f.sizePt*style.CapHeight)/2
	c.Text(part.x+math.Max((part.w-f.width(words))/2, 0), baseline, words, f.style())
}

// Package pdf sets a pack on A4 pages.
//
// It lays out what the pack says and judges nothing; every sentence comes
// from the pack. It paints only through package tagged, so that each piece of
// a page is content of an element or marked as decoration.
package pdf

import (
	"errors"
	"image"
	"io"
	"maps"
	"slices"

	"panelpack/report"
	"panelpack/report/pdf/tagged"
	"panelpack/report/style"
)

// Write writes p as a PDF file to w. The same pack gives the same bytes. An
// error means that nothing useful was written.
func Write(w io.Writer, p *report.Pack) error {
	logo, err := logoOf(p.House)
	if err != nil {
		return err
	}
	s := newSetter(p, logo, newMemory())
	o := documentOptions(p, documentTitle(p), pageWidth, pageHeight)
	o.Attachments = attachments(p)
	o.Furniture = func(c *tagged.Canvas, page int) { s.furniture(c, page) }
	s.set(tagged.New(tagged.Options{Measure: true}))
	for range timesPainted {
		s = s.informed()
		s.set(tagged.New(o))
		if err := s.doc.Err(); err != nil {
			return err
		}
		if p.Sheet && s.doc.Page() > 1 {
			return ErrOverOnePage
		}
		if s.pages == s.doc.Page() && maps.Equal(s.known, s.anchors) {
			return s.doc.Write(w)
		}
	}
	return errUnsettled
}

// timesPainted is how often a pack is painted at the most: again where the page
// numbers that were filled in moved what stands after them.
const timesPainted = 4

// ErrOverOnePage is the error of a pack that is to be one sheet, and has more
// words than a page takes.
var ErrOverOnePage = errors.New("there are more words than one page takes")

var errUnsettled = errors.New("the page numbers move the pages, however often they are set")

// newSetter is for setting p when nothing is known of its pages.
func newSetter(p *report.Pack, logo image.Image, m *memory) *setter {
	return &setter{
		memory: m, pack: p, logo: logo, anchors: map[string]int{},
		unsaid: slices.Clone(p.Assessed.Policy.Abbreviations),
		left:   marginLeft, width: textWidth, columns: 1,
	}
}

// informed is for setting the pack again, with what s found of its pages.
func (s *setter) informed() *setter {
	next := newSetter(s.pack, s.logo, s.memory)
	next.known, next.pages = s.anchors, s.doc.Page()
	return next
}

// set lays the pack out on doc.
func (s *setter) set(doc *tagged.Doc) {
	s.doc = doc
	if s.placed == nil {
		s.placed = s.placePanels(s.pack.Sections)
	}
	for i, section := range s.pack.Sections {
		if i == 0 && !s.pack.Sheet {
			s.cover(section)
			s.contents(s.pack.Sections[1:])
			continue
		}
		s.section(section)
	}
}

func attachments(p *report.Pack) []tagged.Attachment {
	var all []tagged.Attachment
	for _, a := range p.Attached {
		all = append(all, tagged.Attachment(a))
	}
	return all
}

// documentOptions are those of any document made from p, on pages of this size.
func documentOptions(p *report.Pack, title string, width, height float64) tagged.Options {
	return tagged.Options{
		Title: title, Author: p.Assessed.Submission.Details.Council,
		Language: "en-GB", Producer: p.Program, Date: p.Date.Time(),
		Fonts: [][]byte{style.TTF(style.Regular), style.TTF(style.Bold), style.TTF(style.Italic), style.TTF(style.BoldItalic)},
		Width: width, Height: height,
	}
}

func documentTitle(p *report.Pack) string {
	title := onLine(p.Title)
	if period := p.Assessed.Period.Words(); period != "" {
		title += ": " + period
	}
	return title
}

// section sets one section from the top of a page, or below the section before
// where it may continue and there is room.
func (s *setter) section(section report.Section) {
	s.title = section.Title // of the pages that begin from here on
	if s.continues(section) {
		s.y += sectionGap
	} else {
		s.newPage()
	}
	s.doc.In(tagged.Sect, func() {
		s.sectionTitle(section)
		s.blocks(section.Blocks)
	})
}

// sectionGap is the room above a section that continues on the page of the one
// before.
const sectionGap = 2 * headingGap

// continues reports whether a section starts on the page of the one before it:
// where it may, and its first metric or a third of a page has room there.
func (s *setter) continues(section report.Section) bool {
	if panels := panelsOf(section); len(panels) > 0 {
		return !s.placed[panels[0].Assessment.Metric.Ref].startsPage
	}
	return section.Continues && s.room() > bodyHeight/3
}

func (s *setter) titleHeight(section report.Section) float64 {
	return height(s.breakLines(report.Plain(section.Title), titleFont, s.width)) + headingGap/2
}

func (s *setter) sectionTitle(section report.Section) {
	s.heading(1, section.ID, section.Title, titleFont.in(style.HeadingOf(s.pack.House)), s.width)
	s.y += headingGap / 2
}

// heading sets a heading of the given rank where the page stands, and makes
// it an anchor when it has an id.
func (s *setter) heading(rank int, id, title string, f font, width float64) {
	title = onLine(title)
	if id != "" {
		s.anchors[id] = s.doc.Page()
	}
	y := s.y
	lines := s.breakLines(report.Plain(title), f, width)
	s.doc.Heading(rank, title, id, y, func(c *tagged.Canvas) {
		paintLines(c, lines, y, func(line) float64 { return s.left })
	})
	s.y += height(lines)
}

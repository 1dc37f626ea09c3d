package pdf

import (
	"strings"
	"unicode/utf8"

	"github.com/rivo/uniseg"

	"panelpack/report"
	"panelpack/report/printable"
	"panelpack/report/style"
)

// run is text in one font, with the place it leads to if any and all the words
// of that link, of which a line may have a part.
type run struct {
	text  string
	font  font
	link  string
	words string
}

func (r run) width() float64 { return r.font.width(r.text) }

// line is the runs that stand on one line, without the space at its end.
type line struct {
	runs    []run
	widthPt float64
}

// onLine is s as it stands on a line of a page: with spaces in place of tabs
// and line breaks. The words of a pack are printable already; what is not is
// made so, since a page cannot hold it.
func onLine(s string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case '\t', '\n', '\r', '\u2028', '\u2029':
			return ' '
		}
		return r
	}, printable.Text(s))
}

// runsOf is t in base and its bold and italic faces. Links are in the colour
// of data.
func runsOf(t report.Text, base font) []run {
	var runs []run
	for _, s := range t {
		f := base
		if s.Bold {
			f = f.bold()
		}
		if s.Italic {
			f = f.italic()
		}
		if s.Link != "" {
			f = f.in(style.Data)
		}
		text := onLine(s.Text)
		runs = append(runs, run{text: text, font: f, link: s.Link, words: text})
	}
	return runs
}

// piece is the text between two places where a line may break. It may cross
// from one run to the next.
type piece struct {
	runs      []run
	widthPt   float64
	trimmedPt float64 // without the spaces at its end
}

// pieces cuts runs at the line-break opportunities of UAX 14, but not between a
// number and the word that says of what it is.
func pieces(runs []run) []piece {
	var all strings.Builder
	for _, r := range runs {
		all.WriteString(r.text)
	}
	var cut []piece
	rest, state, before := all.String(), -1, ""
	for rest != "" {
		var segment string
		segment, rest, _, state = uniseg.FirstLineSegmentInString(rest, state)
		var p piece
		p, runs = take(runs, len(segment))
		if counts(before, segment) {
			p = cut[len(cut)-1].joined(p)
			cut = cut[:len(cut)-1]
		}
		cut, before = append(cut, p), segment
	}
	return cut
}

// counts reports whether a piece that ends in a number is followed by a word in
// small letters, as "12 " is by "months".
func counts(before, after string) bool {
	number, spaced := strings.CutSuffix(before, " ")
	if !spaced || number == "" || after == "" {
		return false
	}
	last := number[len(number)-1]
	return last >= '0' && last <= '9' && after[0] >= 'a' && after[0] <= 'z'
}

// joined is p and q as one piece.
func (p piece) joined(q piece) piece {
	return piece{append(p.runs, q.runs...), p.widthPt + q.widthPt, p.widthPt + q.trimmedPt}
}

// take is the first n bytes of runs as one piece, and the runs that are left.
func take(runs []run, n int) (piece, []run) {
	var p piece
	for n > 0 {
		part := runs[0]
		if len(part.text) > n {
			rest := part
			part.text, rest.text = part.text[:n], part.text[n:]
			runs = append([]run{rest}, runs[1:]...)
		} else {
			runs = runs[1:]
		}
		n -= len(part.text)
		if part.text == "" {
			continue
		}
		p.runs = append(p.runs, part)
		p.widthPt += part.width()
	}
	p.trimmedPt = p.widthPt
	if len(p.runs) > 0 {
		last := p.runs[len(p.runs)-1]
		spaces := last.text[len(strings.TrimRight(last.text, " ")):]
		p.trimmedPt -= last.font.width(spaces)
	}
	return p, runs
}

// split cuts a piece that is wider than a whole line between its characters.
func (p piece) split(widthPt float64) []piece {
	var parts []piece
	runs := p.runs
	for len(runs) > 0 {
		n := 0
		for room := widthPt; n < len(runs[0].text); {
			_, size := utf8.DecodeRuneInString(runs[0].text[n:])
			room -= runs[0].font.width(runs[0].text[n : n+size])
			if room < 0 && n > 0 {
				break
			}
			n += size
		}
		var part piece
		part, runs = take(runs, n)
		parts = append(parts, part)
	}
	return parts
}

// breakLines sets t in lines of at most widthPt.
func breakLines(t report.Text, base font, widthPt float64) []line {
	runs := runsOf(t, base)
	whole := lineOf(runs)
	switch {
	case len(whole.runs) == 0:
		return nil
	case whole.widthPt <= widthPt:
		return []line{whole} // most words do not fill a line, and looking for breaks in them costs the most
	}
	var lines []line
	var now piece
	end := func() {
		lines = append(lines, lineOf(now.runs))
		now = piece{}
	}
	var place func(p piece)
	place = func(p piece) {
		if now.widthPt > 0 && now.widthPt+p.trimmedPt > widthPt {
			end()
		}
		if now.widthPt == 0 && p.trimmedPt > widthPt && len(p.split(widthPt)) > 1 {
			for _, part := range p.split(widthPt) {
				place(part)
			}
			return
		}
		now.runs = append(now.runs, p.runs...)
		now.widthPt += p.widthPt
	}
	for _, p := range pieces(runs) {
		place(p)
	}
	end()
	return lines
}

// lineOf is the line of these runs. Neighbours of one font and link are joined,
// so that it is drawn in as few pieces as it has styles. The space at its end
// stays, so that a reader of the file hears two words where a line breaks.
func lineOf(runs []run) line {
	var l line
	for _, r := range runs {
		if r.text == "" {
			continue
		}
		l.widthPt += r.width()
		if n := len(l.runs); n > 0 && l.runs[n-1].font == r.font && l.runs[n-1].link == r.link {
			l.runs[n-1].text += r.text
			continue
		}
		l.runs = append(l.runs, r)
	}
	if n := len(l.runs); n > 0 {
		last := l.runs[n-1]
		l.widthPt -= last.font.width(last.text[len(strings.TrimRight(last.text, " ")):])
	}
	return l
}

// extent is how wide words are on a single line, on two lines, and in their
// widest piece.
type extent struct{ single, double, word float64 }

// setWords are a span in a font.
type setWords struct {
	span report.Span
	base font
}

// extent measures t, once: the same months stand in every table of figures.
func (s *setter) extent(t report.Text, base font) extent {
	if len(t) != 1 {
		return extentOf(t, base)
	}
	key := setWords{t[0], base}
	e, known := s.extents[key]
	if !known {
		e = extentOf(t, base)
		s.extents[key] = e
	}
	return e
}

func extentOf(t report.Text, base font) extent {
	var e extent
	all := pieces(runsOf(t, base))
	for _, p := range all {
		e.word = max(e.word, p.trimmedPt)
		e.single += p.widthPt
	}
	e.double = e.single
	first := 0.0
	for _, p := range all {
		e.double = min(e.double, max(first+p.trimmedPt, e.single-first-p.widthPt))
		first += p.widthPt
	}
	return e
}

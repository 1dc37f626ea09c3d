package pdf

import (
	"iter"
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

// pieces cuts runs at the line-break opportunities of UAX 14, but for those
// within what [belongs] together.
func pieces(runs []run) []piece {
	var all strings.Builder
	for _, r := range runs {
		all.WriteString(r.text)
	}
	var cut []piece
	before := ""
	for segment := range segments(all.String()) {
		var p piece
		p, runs = take(runs, len(segment))
		if belongs(before, segment) {
			p = cut[len(cut)-1].joined(p)
			cut = cut[:len(cut)-1]
		}
		cut, before = append(cut, p), segment
	}
	return cut
}

// segments are the parts of s between its line-break opportunities.
func segments(s string) iter.Seq[string] {
	plain := isPlain(s)
	return func(yield func(string) bool) {
		segment, state := "", -1
		for s != "" {
			if plain {
				n := strings.IndexByte(s+" ", ' ')
				n = len(s) - len(strings.TrimLeft(s[n:], " "))
				segment, s = s[:n], s[n:]
			} else {
				segment, s, _, state = uniseg.FirstLineSegmentInString(s, state)
			}
			if !yield(segment) {
				return
			}
		}
	}
}

// isPlain reports whether s is of letters, figures and the signs within figures,
// as most cells are: it breaks after its spaces and nowhere else, which is sooner
// found than by all the rules of UAX 14.
func isPlain(s string) bool {
	before := byte(' ')
	for i := range len(s) {
		switch c := s[i]; {
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c >= '0' && c <= '9', c == ' ':
		case (c == '.' || c == ',' || c == '%') && before >= '0' && before <= '9':
		default:
			return false
		}
		before = s[i]
	}
	return true
}

// belongs reports whether a piece and the next are one: a number and what it
// counts or its month, as "12 " and "months" or "30 " and "September", and the
// two ends of a range, as "191–" and "339". A year counts nothing.
func belongs(before, after string) bool {
	if end, ok := strings.CutSuffix(before, "–"); ok && after != "" {
		return endsInDigit(strings.TrimSuffix(end, "%")) && strings.ContainsRune("0123456789£−", []rune(after)[0])
	}
	number, spaced := strings.CutSuffix(before, " ")
	if !spaced || number == "" || after == "" || isYear(number) {
		return false
	}
	return endsInDigit(number) && (after[0] >= 'a' && after[0] <= 'z' || isMonth(after))
}

func endsInDigit(s string) bool {
	return s != "" && s[len(s)-1] >= '0' && s[len(s)-1] <= '9'
}

// isYear reports whether s ends in a year, such as "(2022".
func isYear(s string) bool {
	n := len(s) - 4
	if n < 0 || s[n:] < "1900" || s[n:] > "2099" || strings.Trim(s[n:], "0123456789") != "" {
		return false
	}
	return n == 0 || !strings.ContainsRune("0123456789,.", rune(s[n-1]))
}

func isMonth(s string) bool {
	return len(s) >= 3 && strings.Contains("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec", s[:3])
}

// joined is p and q as one piece.
func (p piece) joined(q piece) piece {
	return piece{append(p.runs, q.runs...), p.widthPt + q.widthPt, p.widthPt + q.trimmedPt}
}

// apart is p without what [belongs] joined in it: the part up to its first space,
// and the rest. A word that is wider than its line is not joined to anything.
func (p piece) apart() (first, rest piece, ok bool) {
	n, length := -1, 0
	for _, r := range p.runs {
		if i := strings.IndexByte(r.text, ' '); n < 0 && i >= 0 {
			n = length + i + 1
		}
		length += len(r.text)
	}
	if n <= 0 || n == length {
		return p, piece{}, false
	}
	first, left := take(p.runs, n)
	rest, _ = take(left, length-n)
	return first, rest, rest.trimmedPt > 0
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

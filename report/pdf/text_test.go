package pdf

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/rivo/uniseg"

	"panelpack/report"
)

// joined is the text of lines, as a reader of the file hears it.
func joined(lines []line) string {
	var b strings.Builder
	for _, l := range lines {
		for _, r := range l.runs {
			b.WriteString(r.text)
		}
	}
	return b.String()
}

// setAsWideAs is the lines of text, parted by "|", where a line is as wide as
// fits is.
func setAsWideAs(fits, text string) string {
	var lines []string
	for _, l := range breakLines(report.Plain(text), bodyFont, bodyFont.width(fits)) {
		lines = append(lines, joined([]line{l}))
	}
	return strings.Join(lines, "|")
}

// randomText is words of odd lengths in several spans, some without a place
// to break and some with dashes, no-break spaces and accents.
func randomText(r *rand.Rand) report.Text {
	words := []string{"a", "children", "28%", "Llywodraethwyr", "—", "front-door", "£1,000\u00a0a", "Ünïcödé", " ", "  ", strings.Repeat("x", 90), "and/or"}
	var t report.Text
	for range 1 + r.IntN(5) {
		var b strings.Builder
		for range 1 + r.IntN(8) {
			b.WriteString(words[r.IntN(len(words))])
			if r.IntN(4) > 0 {
				b.WriteByte(' ')
			}
		}
		t = append(t, report.Span{Text: b.String(), Bold: r.IntN(2) == 0, Italic: r.IntN(5) == 0})
	}
	return t
}

func TestLinesHoldEveryCharacterAndKeepToTheirWidth(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 3000 {
		text, width := randomText(r), 20+400*r.Float64()
		lines := breakLines(text, bodyFont, width)
		if got := joined(lines); got != text.String() {
			t.Fatalf("set in %.1f pt\n%q\nbecame\n%q", width, text.String(), got)
		}
		for _, l := range lines {
			words := strings.TrimRight(joined([]line{l}), " ")
			if l.widthPt > width+aHair && utf8.RuneCountInString(words) > 1 {
				t.Fatalf("%q is %.1f pt wide in %.1f pt", words, l.widthPt, width)
			}
		}
	}
}

func TestALineThatBreaksKeepsItsSpace(t *testing.T) {
	lines := breakLines(report.Plain("out with"), bodyFont, bodyFont.width("out wi"))
	if len(lines) != 2 || joined(lines[:1]) != "out " {
		t.Errorf("%q breaks after its space, so that it is not heard as outwith", joined(lines[:1]))
	}
}

func TestTextIsCutWithAnEllipsis(t *testing.T) {
	whole := "Children’s and Lifelong Learning Scrutiny Panel"
	if got := cut(whole, fineFont, fineFont.width(whole)); got != whole {
		t.Errorf("%q fits and became %q", whole, got)
	}
	got := cut(whole, fineFont, 60)
	if fineFont.width(got) > 60 || !strings.HasSuffix(got, "…") || !strings.HasPrefix(whole, strings.TrimSuffix(got, "…")) {
		t.Errorf("cut to 60 pt: %q", got)
	}
}

func TestUnprintableCharactersAreSeenOrLeftOut(t *testing.T) {
	for in, want := range map[string]string{
		"a\tb\nc":         "a b c",
		"a\u0007\u200bb":  "ab",
		"\U0001F600":      "□",
		"e\u0301":         "é",
		"ŵ ŷ € – ’ … ≥ ▲": "ŵ ŷ € – ’ … ≥ ▲",
		"汉":               "□",
	} {
		if got := onLine(in); got != want {
			t.Errorf("%q is printed as %q, want %q", in, got, want)
		}
	}
}

// A number stays with the word that says of what it is.
func TestANumberStaysWithItsWord(t *testing.T) {
	for _, tt := range []struct{ text, fits, want string }{
		{"red for 12 months", "red for 12 mon", "red for |12 months"},
		{"since 2022. Then", "since 2022. Th", "since 2022. |Then"},
		{"12 of 38 metrics", "12 of 38 met", "12 of |38 metrics"},
		{"it went up on 30 September", "it went up on 30 Sep", "it went up on |30 September"},
		{"the expected range (191–339) is", "the expected range (191–33", "the expected range |(191–339) is"},
		{"within 81.0%–93.0% of it", "within 81.0%–93.0", "within |81.0%–93.0% of it"},
		{"12 unbreakably", "12 unbreak", "12 |unbreakabl|y"},
		{"Oct 2022 forecast", "Oct 2022 fore", "Oct 2022 |forecast"},
		{"(since 2022) it fell to 2,022 cases", "(since 2022) it fell to 2,022 ca", "(since 2022) it fell to |2,022 cases"},
	} {
		if got := setAsWideAs(tt.fits, tt.text); got != tt.want {
			t.Errorf("%q is set as %q, want %q", tt.text, got, tt.want)
		}
	}
}

// A short last word does not stand alone, unless the line above it is short too
// or has no room to spare.
func TestTheLastLineIsNoRunt(t *testing.T) {
	for _, tt := range []struct{ text, fits, want string }{
		{"six months in a row above the average of it", "six months in a row above the average of ", "six months in a row above the average |of it"},
		{"six months in a row above the average, steadily", "six months in a row above the average, st", "six months in a row above the average, |steadily"},
		{"a b", "a ", "a |b"},
	} {
		if got := setAsWideAs(tt.fits, tt.text); got != tt.want {
			t.Errorf("%q is set as %q, want %q", tt.text, got, tt.want)
		}
	}
}

// Plain words break where the rules of UAX 14 have it.
func TestPlainWordsBreakAfterSpaces(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	plain := 0
	for range 200000 {
		var b strings.Builder
		for range 1 + r.IntN(12) {
			b.WriteByte("aZ05  .,%"[r.IntN(9)])
		}
		s := b.String()
		if !isPlain(s) {
			continue
		}
		plain++
		rest, state := s, -1
		for segment := range segments(s) {
			var want string
			if want, rest, _, state = uniseg.FirstLineSegmentInString(rest, state); segment != want {
				t.Fatalf("%q breaks after %q, want %q", s, segment, want)
			}
		}
	}
	if plain < 1000 {
		t.Errorf("only %d plain texts came up", plain)
	}
}

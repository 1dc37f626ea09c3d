package workbook

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"
)

// tokensOf is what the scanner gives for a text, a line for each token.
func tokensOf(r io.Reader) (string, error) {
	var b strings.Builder
	s := newScanner(r)
	for {
		what, err := s.next()
		switch {
		case err == io.EOF:
			return b.String(), nil
		case err != nil:
			return b.String(), err
		case what == opens:
			fmt.Fprintf(&b, "<%s", s.element.name)
			for _, a := range s.element.attributes {
				fmt.Fprintf(&b, " %s=%q", a.name, a.value)
			}
			b.WriteString(">\n")
		case what == closes:
			fmt.Fprintf(&b, "</%s>\n", s.element.name)
		case what == chars:
			fmt.Fprintf(&b, "%q\n", s.text)
		}
	}
}

// tokensOfOthers is the same by encoding/xml.
func tokensOfOthers(r io.Reader) (string, error) {
	var b strings.Builder
	d := xml.NewDecoder(r)
	for {
		token, err := d.RawToken()
		if err == io.EOF {
			return b.String(), nil
		}
		if err != nil {
			return b.String(), err
		}
		switch t := token.(type) {
		case xml.StartElement:
			fmt.Fprintf(&b, "<%s", t.Name.Local)
			for _, a := range t.Attr {
				fmt.Fprintf(&b, " %s=%q", a.Name.Local, a.Value)
			}
			b.WriteString(">\n")
		case xml.EndElement:
			fmt.Fprintf(&b, "</%s>\n", t.Name.Local)
		case xml.CharData:
			fmt.Fprintf(&b, "%q\n", t)
		case xml.Directive:
			return b.String(), errors.New("a directive")
		}
	}
}

var xmlSeeds = []string{
	`<?xml version="1.0" encoding="UTF-8" standalone="yes"?><x:row r="1" x:id='two'><x:c r="A1"/>&lt;&#65;&#x42;</x:row>`,
	"<a>one\r\ntwo\rthree</a>\n", `<a b="1 &amp; 2" c = '"'>]]&gt;<![CDATA[<b>&amp;]]]]><!-- x --></a >`,
	`<a b="1"c="2"/>`, `<a b=1>`, `<a b>`, `<a b="<">`, "<a b='\n'>", `</a b>`, `<1>`, `<a:b:c>`, `<:a>`, `<a:>`, `< a>`, `<a`, `<`, ``,
	`]]>`, `<![CDATA[`, `<![CDAT`, `<!--`, `<!-- -- -->`, `<!-->`, `<!--->`, `<!DOCTYPE x>`, `<?xml version="1.0" encoding="latin1"?>`, `<?`, `<? x?>`,
	`&lol9;`, `&`, `&#0;`, `&#;`, `&#x;`, "\x00", "\xff", "é\ufffe", `<a b="é"/>`, `<é/>`,
}

// TestTokensAreThoseOfXML holds the scanner to encoding/xml, and holds that a
// part read in pieces is the same part.
func TestTokensAreThoseOfXML(t *testing.T) {
	for _, s := range xmlSeeds {
		want, wantErr := tokensOfOthers(strings.NewReader(s))
		for _, r := range []io.Reader{strings.NewReader(s), iotest.OneByteReader(strings.NewReader(s))} {
			got, err := tokensOf(r)
			if diff := cmp.Diff(want, got); (err == nil) != (wantErr == nil && s != `<é/>`) || err == nil && diff != "" {
				t.Errorf("%q: %v, but by encoding/xml %v (-want +got):\n%s", s, err, wantErr, diff)
			}
		}
	}
}

// TestTokensOfAnySize are the same, however large they are beside the buffer.
func TestTokensOfAnySize(t *testing.T) {
	for _, n := range []int{1, 1 << 15, 1<<16 - 3, 1<<16 - 1, 1 << 16, 1<<16 + 1, 1 << 19} {
		long := strings.Repeat("a", n)
		s := "<a>" + long + `</a><b c="` + long + `"/><!--` + long + "--><d/>"
		want, _ := tokensOfOthers(strings.NewReader(s))
		if got, err := tokensOf(strings.NewReader(s)); got != want || err != nil {
			t.Errorf("a text of %d bytes: %v", n, err)
		}
	}
	if _, err := tokensOf(strings.NewReader(`<a b="` + strings.Repeat("a", 2*maxRun))); !errors.Is(err, errTooLong) {
		t.Errorf("a tag without end: %v", err)
	}
}

// FuzzTokens holds the scanner to encoding/xml: what it takes is the same, and
// it refuses nothing that the other takes but for what it says.
func FuzzTokens(f *testing.F) {
	for _, s := range xmlSeeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got, err := tokensOf(strings.NewReader(s))
		want, wantErr := tokensOfOthers(strings.NewReader(s))
		if again, errAgain := tokensOf(iotest.OneByteReader(strings.NewReader(s))); (errAgain == nil) != (err == nil) || again != got {
			t.Fatalf("%q: %v, and read in pieces %v", s, err, errAgain)
		}
		stricter := strings.ContainsFunc(s, func(r rune) bool { return r >= 0x80 }) || strings.Contains(s, "&#") || strings.Contains(s, "<?")
		if err == nil && wantErr == nil && got != want || err == nil && wantErr != nil && !strings.Contains(s, "<?") || err != nil && wantErr == nil && !stricter {
			t.Fatalf("%q: %v, but by encoding/xml %v\n%s\n%s", s, err, wantErr, got, want)
		}
	})
}

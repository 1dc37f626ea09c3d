package html_test

import (
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"
	"testing"

	"panelpack/report"
	"panelpack/report/html"
	"panelpack/report/style"
)

func TestTheSamePackGivesTheSameBytes(t *testing.T) {
	first := write(t, samplePack(t))
	if second := write(t, samplePack(t)); first != second {
		t.Error("two packs of the same figures differ")
	}
}

func TestASampleOfThePageIsUnderAMegabyte(t *testing.T) {
	if size := len(write(t, samplePack(t))); size >= 1_000_000 {
		t.Errorf("the sample's page has %d bytes", size)
	}
}

// TestThePageNeedsNothing looks for whatever would make a browser ask for
// another file.
func TestThePageNeedsNothing(t *testing.T) {
	page := write(t, samplePack(t))
	for _, asks := range []string{"src=", "@import", "url(", "<link", "<iframe", "<form", "<object", "<base", "http-equiv=\"refresh"} {
		if strings.Contains(page, asks) {
			t.Errorf("the page has %s", asks)
		}
	}
	for _, address := range regexp.MustCompile(`https?://[^"\s]+`).FindAllString(page, -1) {
		if address != "http://www.w3.org/2000/svg" {
			t.Errorf("the page names %s", address)
		}
	}
}

// between is what stands between the first from and the next to.
func between(s, from, to string) string {
	_, s, _ = strings.Cut(s, from)
	s, _, _ = strings.Cut(s, to)
	return s
}

// TestWordsStayWords gives the page every word of an attack that a workbook
// could hold: none becomes an element, an attribute, a style or a script.
func TestWordsStayWords(t *testing.T) {
	page := write(t, hostile(t))
	for _, element := range []string{"html", "head", "title", "style", "script", "body", "main"} {
		within := page
		if element == "title" { // every chart has a title too
			within = between(page, "<head>", "</head>")
		}
		if opened := len(regexp.MustCompile("<"+element+"[ >]").FindAllString(within, -1)); opened != 1 {
			t.Errorf("<%s> stands %d times on the page", element, opened)
		}
	}
	quoted := regexp.MustCompile(`"[^"]*"`)
	page = strings.Replace(page, `<img src="data:image/png;base64,`, `<img "`, 1) // the council's own logo
	for _, tag := range regexp.MustCompile(`<[a-z][^>]*>`).FindAllString(page, -1) {
		if bare := quoted.ReplaceAllString(tag, ""); regexp.MustCompile(`\s(on[a-z]+|style|src)=`).MatchString(bare) {
			t.Errorf("a tag that runs, asks or looks: %.200s", tag)
		}
	}
	if !strings.Contains(page, "&lt;img src=x") {
		t.Error("the words of the attack are not on the page")
	}
}

// TestThePolicyAllowsThePagesOwn holds the policy in the page to the style and
// script that the page has.
func TestThePolicyAllowsThePagesOwn(t *testing.T) {
	for name, p := range map[string]*report.Pack{"sample": samplePack(t), "hostile": hostile(t)} {
		page := write(t, p)
		policy := strings.ReplaceAll(between(page, `http-equiv="Content-Security-Policy" content="`, `"`), "&#39;", "'")
		policy = strings.ReplaceAll(policy, "&#43;", "+")
		for _, element := range []string{"style", "script"} {
			sum := sha256.Sum256([]byte(between(page, "<"+element+">", "</"+element+">")))
			allowed := fmt.Sprintf("%s-src 'sha256-%s'", element, base64.StdEncoding.EncodeToString(sum[:]))
			if !strings.Contains(policy, allowed) {
				t.Errorf("%s: the policy %q does not have %s", name, policy, allowed)
			}
		}
		if !strings.HasPrefix(policy, "default-src 'none';") || strings.Contains(policy, "unsafe") {
			t.Errorf("%s: the policy is %q", name, policy)
		}
	}
}

// TestAddressesThatRunAreNoLinks gives links whatever a commentary could say.
func TestAddressesThatRunAreNoLinks(t *testing.T) {
	p := samplePack(t)
	p.Sections = append(p.Sections, report.Section{ID: "links", Title: "Links", Blocks: []report.Block{report.Paragraph{Text: report.Text{
		{Text: "bad", Link: "javascript:alert(1)"}, {Text: "worse", Link: "data:text/html,x"},
		{Text: "good", Link: "https://example.org/a?b=c"}, {Text: "here", Link: "#metric-A 1"},
	}}}})
	links := between(write(t, p), `<h2 id="links">`, "</section>")
	want := `<a href="#ZgotmplZ">bad</a><a href="#ZgotmplZ">worse</a><a href="https://example.org/a?b=c">good</a><a href="#metric-A_20_1">here</a>`
	if !strings.Contains(links, want) {
		t.Errorf("got  %s\nwant %s", links, want)
	}
}

// TestEveryLinkHasItsPlace follows every link within the page.
func TestEveryLinkHasItsPlace(t *testing.T) {
	for name, p := range map[string]*report.Pack{"sample": samplePack(t), "hostile": hostile(t)} {
		page := write(t, p)
		ids := map[string]bool{}
		for _, m := range regexp.MustCompile(`\sid="([^"]*)"`).FindAllStringSubmatch(page, -1) {
			if ids[m[1]] || strings.ContainsAny(m[1], " <'&%") {
				t.Errorf("%s: id %q stands twice or cannot be led to", name, m[1])
			}
			ids[m[1]] = true
		}
		links := regexp.MustCompile(`href="#([^"]*)"`).FindAllStringSubmatch(page, -1)
		for _, m := range links {
			if !ids[m[1]] {
				t.Errorf("%s: a link leads to %q, which is nowhere", name, m[1])
			}
		}
		if len(links) < 40 {
			t.Errorf("%s: only %d links were followed", name, len(links))
		}
	}
}

// TestDrawingsTurnDark looks for the dark pair of every colour that is drawn.
func TestDrawingsTurnDark(t *testing.T) {
	page := write(t, samplePack(t))
	dark := between(page, "prefers-color-scheme: dark", "@page")
	drawn := map[string]bool{}
	for _, m := range regexp.MustCompile(`(fill|stroke)="(#[0-9a-f]{6})"`).FindAllStringSubmatch(page[strings.Index(page, "<body"):], -1) {
		drawn[fmt.Sprintf("[%s=\"%s\"] { %s: #", m[1], m[2], m[1])] = true
	}
	for rule := range drawn {
		if !strings.Contains(dark, rule) {
			t.Errorf("no rule %s…", rule)
		}
	}
	if len(drawn) < 8 || !strings.Contains(dark, "--paper: "+style.Paper.Dark().String()) {
		t.Errorf("%d colours are drawn, and the dark page is not in its own colours", len(drawn))
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("disk full") }

func TestWriteSaysWhenItCannot(t *testing.T) {
	if err := html.Write(full{}, samplePack(t)); err == nil {
		t.Error("writing to a full disk: want an error")
	}
}

// TestThePageWearsTheCouncilsLook gives the pack a logo and two colours.
func TestThePageWearsTheCouncilsLook(t *testing.T) {
	p := samplePack(t)
	p.House = report.House{Logo: []byte("\x89PNG"), Words: `Logo of "Anyshire"`, Accent: &report.Colour{R: 0x4b, G: 0x2a, B: 0x6b}, Data: &report.Colour{R: 0x12, G: 0x34, B: 0x56}}
	page := write(t, p)
	light, dark, _ := strings.Cut(between(page, "<style>", "</style>"), "prefers-color-scheme: dark")
	for _, want := range []string{"--heading: #4b2a6b", "--rule: #4b2a6b", `[stroke="#0b3c5d"] { stroke: #123456; }`} {
		if !strings.Contains(light, want) {
			t.Errorf("the page has no %s", want)
		}
	}
	if strings.Contains(dark, "#4b2a6b") || strings.Contains(dark, "#123456") {
		t.Error("a colour chosen for white paper stands on a dark page")
	}
	if want := `<img src="data:image/png;base64,iVBORw==" alt="Logo of &#34;Anyshire&#34;">`; !strings.Contains(page, want) {
		t.Errorf("no %s", want)
	}
	if allowed := "; img-src data:\">"; !strings.Contains(page, allowed) || strings.Contains(write(t, samplePack(t)), allowed) {
		t.Error("pictures are allowed to a page with a logo, and to no other")
	}
}

func BenchmarkWrite(b *testing.B) {
	packs := map[string]*report.Pack{"sample": samplePack(b), "1000": packOf(b, submission(1000, nil))}
	for _, name := range []string{"sample", "1000"} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if err := html.Write(io.Discard, packs[name]); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

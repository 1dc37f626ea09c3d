package narrative

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"panelpack/report"
)

// span is a run of text in one style, with where it came from.
type span struct {
	report.Span
	line   int  // of the commentary, from 0
	filled bool // put in from the data, so no figure that anybody typed
}

// prose is one paragraph or point of a list.
type prose []span

// passage is a paragraph, or a list of points.
type passage struct {
	list, numbered bool
	items          []prose // one for a paragraph
}

// Only paragraphs, lists, emphasis and links are parsed. Everything else in
// Markdown stays as it was typed, raw HTML above all, which no renderer takes
// for anything but text.
var markdownParser = parser.NewParser(
	parser.WithBlockParsers(
		util.Prioritized(parser.NewListParser(), 300),
		util.Prioritized(parser.NewListItemParser(), 400),
		util.Prioritized(parser.NewParagraphParser(), 1000),
	),
	parser.WithInlineParsers(
		util.Prioritized(parser.NewLinkParser(), 200),
		util.Prioritized(parser.NewEmphasisParser(), 500),
	),
)

// parse reads the Markdown that commentary may be written in.
func parse(source string) []passage {
	m := markup{source: []byte(source)}
	for n := markdownParser.Parse(text.NewReader(m.source)).FirstChild(); n != nil; n = n.NextSibling() {
		if list, ok := n.(*ast.List); ok {
			p := passage{list: true, numbered: list.IsOrdered()}
			m.points(list, &p)
			m.passages = append(m.passages, p)
			continue
		}
		m.passages = append(m.passages, passage{items: []prose{m.prose(n)}})
	}
	return m.passages
}

// markup turns the parsed tree into passages.
type markup struct {
	source   []byte
	passages []passage
}

// points adds the points of a list, and after each the points of a list
// within it.
func (m *markup) points(list ast.Node, p *passage) {
	for item := list.FirstChild(); item != nil; item = item.NextSibling() {
		var words prose
		var within []ast.Node
		for n := item.FirstChild(); n != nil; n = n.NextSibling() {
			if n.Kind() == ast.KindList {
				within = append(within, n)
				continue
			}
			if len(words) > 0 {
				words = append(words, span{Span: report.Span{Text: " "}, line: words[len(words)-1].line})
			}
			words = append(words, m.prose(n)...)
		}
		if len(words) > 0 {
			p.items = append(p.items, words)
		}
		for _, n := range within {
			m.points(n, p)
		}
	}
}

func (m *markup) prose(n ast.Node) prose {
	var all prose
	m.inline(n, report.Span{}, &all)
	return all
}

// inline adds the runs within n, which is in the given style.
func (m *markup) inline(n ast.Node, style report.Span, into *prose) {
	for n := n.FirstChild(); n != nil; n = n.NextSibling() {
		within := style
		switch n := n.(type) {
		case *ast.Text:
			m.run(n, style, into)
			continue
		case *ast.Emphasis:
			within.Bold = within.Bold || n.Level == 2
			within.Italic = within.Italic || n.Level == 1
		case *ast.Link:
			if address := string(n.Destination); mayLink.MatchString(address) {
				within.Link = address
			}
		}
		m.inline(n, within, into)
	}
}

// mayLink are the addresses that a link may lead to: nothing that could run.
var mayLink = regexp.MustCompile(`^(?i:https?://|mailto:)\S+$`)

func (m *markup) run(n *ast.Text, style report.Span, into *prose) {
	words := util.UnescapePunctuations(n.Segment.Value(m.source))
	style.Text = string(util.ResolveEntityNames(util.ResolveNumericReferences(words)))
	if n.SoftLineBreak() || n.HardLineBreak() {
		style.Text += " "
	}
	s := span{Span: style, line: strings.Count(string(m.source[:n.Segment.Start]), "\n")}
	// A character that might have been a mark parts runs of one style.
	if n := len(*into); n > 0 && (*into)[n-1].joins(s) {
		(*into)[n-1].Text += s.Text
		return
	}
	*into = append(*into, s)
}

// joins reports whether t goes on with s in the same style and on its line.
func (s span) joins(t span) bool {
	return s.line == t.line && s.Bold == t.Bold && s.Italic == t.Italic && s.Link == t.Link
}

// notSet is what commentary may not have, by how a line of it looks.
var notSet = []struct {
	look *regexp.Regexp
	what string
}{
	{regexp.MustCompile(`^\s*#{1,6}\s`), "a heading"},
	{regexp.MustCompile("^\\s*(```|~~~)|`[^`]+`"), "code"},
	{regexp.MustCompile(`<!--|</?[A-Za-z][^<>]*>`), "HTML"},
	{regexp.MustCompile(`!\[`), "a picture"},
	{regexp.MustCompile(`^\s*\|.*\|\s*$`), "a table"},
	{regexp.MustCompile(`^\s*(-{3,}|\*{3,}|_{3,})\s*$`), "a rule"},
	{regexp.MustCompile(`^(\s{2,}|\t)([-*+]|\d+[.)])\s+\S`), "a list within a list"},
}

// unset tells of everything in a commentary that is not set as its author
// meant it.
func unset(e report.CommentaryEntry) []report.Finding {
	var found []report.Finding
	for i, line := range strings.Split(e.Text, "\n") {
		for _, not := range notSet {
			if not.look.MatchString(line) {
				found = append(found, about(e, i, report.Finding{
					Severity: report.Warning, Metric: e.Metric,
					Message: fmt.Sprintf("%s in commentary; it stands there as plain text", not.what),
					Hint:    "write paragraphs, lists, **bold**, *italic* and [links](https://...) only",
				}))
			}
		}
	}
	return found
}

// blocks is passages as a pack has them.
func blocks(passages []passage) []report.Block {
	var all []report.Block
	for _, p := range passages {
		items := make([]report.Text, len(p.items))
		for i, words := range p.items {
			items[i] = words.text()
		}
		if p.list {
			all = append(all, report.List{Numbered: p.numbered, Items: items})
		} else {
			all = append(all, report.Paragraph{Text: items[0]})
		}
	}
	return all
}

// text joins neighbouring runs of one style.
func (p prose) text() report.Text {
	var t report.Text
	for _, s := range p {
		if n := len(t); n > 0 && t[n-1].Bold == s.Bold && t[n-1].Italic == s.Italic && t[n-1].Link == s.Link {
			t[n-1].Text += s.Text
			continue
		}
		t = append(t, s.Span)
	}
	return t
}

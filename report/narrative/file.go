package narrative

import (
	"regexp"
	"strings"

	"panelpack/report"
	"panelpack/report/printable"
)

// headingLine is a heading in Markdown: its marks and its words.
var headingLine = regexp.MustCompile(`^ {0,3}(#{1,6})\s+(.*?)[\s#]*$`)

// isQuoted reports whether a line of a file is a quotation, such as the
// figures and prompts that [WriteMarkdown] puts before the owner. Quotations
// are not read back. A ">" with a figure right after it is part of the text.
func isQuoted(line string) bool {
	line = strings.TrimLeft(line, " ")
	return line == ">" || strings.HasPrefix(line, "> ") || strings.HasPrefix(line, ">>")
}

// part is what stands beneath one heading of a file.
type part struct {
	heading string
	line    int // of the heading, from 1; 0 for what stands before any
	ref     string
	text    []string // its lines, quotations blanked
}

// words is the text of a part, and how many blank lines come before it.
func (p part) words() (text string, skipped int) {
	for skipped < len(p.text) && strings.TrimSpace(p.text[skipped]) == "" {
		skipped++
	}
	return strings.TrimSpace(strings.Join(p.text[skipped:], "\n")), skipped
}

// markdown takes the commentary of a file: what stands beneath the heading of
// each ref.
func (r *reader) markdown(f File) {
	lines := strings.Split(plainLines(f.Data), "\n")
	at := func(line int) report.CommentaryEntry { return report.CommentaryEntry{File: f.Name, Line: line} }
	if r.refs.depth(lines) == 0 {
		r.tell(at(0), "", "begin a heading with each ref, such as ## followed by the ref", "no heading names a metric of this workbook")
		return
	}
	seen := false
	for _, p := range r.refs.parts(lines) {
		text, skipped := p.words()
		switch {
		case p.ref != "":
			seen = true
			r.take(report.CommentaryEntry{Metric: p.ref, Text: text, File: f.Name, Line: p.line + 1 + skipped})
		case text == "":
		case seen:
			r.tell(at(p.line), "", "begin the heading with a ref, or give it more # than those of the refs",
				"the heading %q names no metric of this workbook; what stands beneath it is not used", clip(p.heading))
		default:
			r.tell(at(p.line+1+skipped), "", "move it beneath the heading of its metric, or put > before each line of a remark",
				"text before the first heading that names a metric; it is not used")
		}
	}
}

// parts cuts the lines of a file at its headings. A heading that is deeper
// than the first one to name a ref belongs to the text.
func (rs refs) parts(lines []string) []part {
	depth := rs.depth(lines)
	parts := []part{{}}
	for i, line := range lines {
		if h := headingLine.FindStringSubmatch(line); h != nil && len(h[1]) <= depth {
			ref, _ := rs.opening(h[2])
			parts = append(parts, part{heading: h[2], line: i + 1, ref: ref})
			continue
		}
		if isQuoted(line) {
			line = ""
		}
		last := &parts[len(parts)-1]
		last.text = append(last.text, line)
	}
	return parts
}

// depth is how deep the first heading is that names a ref; 0 without one.
func (rs refs) depth(lines []string) int {
	for _, line := range lines {
		if h := headingLine.FindStringSubmatch(line); h != nil {
			if _, ok := rs.opening(h[2]); ok {
				return len(h[1])
			}
		}
	}
	return 0
}

// plainLines is the text of a file with one kind of line break.
func plainLines(data []byte) string {
	return strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(string(printable.UTF8(data)))
}

// clip is s short enough for a message.
func clip(s string) string {
	const most = 40
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}

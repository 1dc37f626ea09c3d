package report

import "strings"

// Span is a run of text in one style.
type Span struct {
	Text   string
	Bold   bool
	Italic bool
	Link   string // "#" and an anchor of the pack, or a web address; empty for none
}

// Text is a sentence or paragraph for people, in the styles a renderer knows.
type Text []Span

// Plain is text in one plain run.
func Plain(s string) Text {
	if s == "" {
		return nil
	}
	return Text{{Text: s}}
}

// Rich reads bold runs from s, which marks them as **so**. Everything else is
// taken as it stands, so it is for our own words and never for a workbook's.
func Rich(s string) Text {
	var t Text
	for i, part := range strings.Split(s, "**") {
		if part != "" {
			t = append(t, Span{Text: part, Bold: i%2 == 1})
		}
	}
	return t
}

// String is the text without its styles.
func (t Text) String() string {
	var b strings.Builder
	for _, s := range t {
		b.WriteString(s.Text)
	}
	return b.String()
}

// MetricAnchor is the anchor of the part of a pack that shows metric ref.
func MetricAnchor(ref string) string { return "metric-" + ref }

// MetricLink is a run of text that leads to the part that shows metric ref.
func MetricLink(ref, text string) Span { return Span{Text: text, Link: "#" + MetricAnchor(ref)} }

// FiguresAnchor is the anchor of the table of every charted figure of metric
// ref.
func FiguresAnchor(ref string) string { return "figures-" + ref }

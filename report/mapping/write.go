package mapping

import (
	"fmt"
	"strings"

	"panelpack/report"
)

// Text is m as the [workbook] table of council.toml, for an officer to read and
// change. [Read] makes of it what it was made of.
func (m *Mapping) Text() string {
	w := &writer{}
	w.line("[workbook]")
	w.line("# How this workbook was understood. Change what is not right: it is followed")
	w.line("# exactly, and a heading or metric that is not where it was is told.")
	w.text("scale", nameOf(m.Scale, scales))
	w.text("years", nameOf(m.Years, years))
	w.patterns(m.Periods)
	w.flag("saved_only", m.SavedOnly)
	w.metrics(m.Metrics)
	w.words(m.Words)
	for _, s := range m.Sheets {
		w.sheet(s)
	}
	return w.String()
}

// nameOf is the word that stands for a value; empty for the zero value.
func nameOf[T comparable](value T, known map[string]T) string {
	var none T
	for word, v := range known {
		if v == value && v != none {
			return word
		}
	}
	return ""
}

type writer struct{ strings.Builder }

func (w *writer) line(format string, args ...any) { fmt.Fprintf(w, format+"\n", args...) }

// text writes a setting that has something to say.
func (w *writer) text(key, value string) {
	if value != "" {
		w.line("%s = %s", key, quote(value))
	}
}

func (w *writer) list(key string, values []string) {
	if len(values) > 0 {
		w.line("%s = %s", key, listOf(values))
	}
}

func (w *writer) patterns(patterns []Pattern) {
	var all []string
	for _, p := range patterns {
		all = append(all, p.Text)
	}
	w.list("periods", all)
}

func (w *writer) flag(key string, value bool) {
	if value {
		w.line("%s = true", key)
	}
}

func (w *writer) words(words []Word) {
	group := ""
	for _, word := range words {
		if word.Group != group {
			w.line("\n[workbook.words.%s]", word.Group)
			group = word.Group
		}
		w.line("%s = %s", key(word.Meaning), listOf(word.Phrases))
	}
}

// metrics writes a metric a line, so that it can be taken out with its line.
func (w *writer) metrics(metrics []Metric) {
	if len(metrics) == 0 {
		return
	}
	w.line("\n# A metric that is no longer in the workbook is told, and so is another name.")
	w.line("metric = [")
	for _, k := range metrics {
		w.line("  %s,", braces{}.
			text("ref", k.Ref).text("name", k.Name).text("section", k.Section).list("also", k.Also).text("unit", k.Unit).
			text("polarity", nameOf(k.Polarity, polarities)).text("scale", nameOf(k.Scale, scales)).
			text("target", k.Target).text("final_target", k.FinalTarget))
	}
	w.line("]")
}

func (w *writer) sheet(s Sheet) {
	w.line("\n[[workbook.sheet]]")
	w.text("name", s.Name)
	if s.Task != Tables {
		w.text("read", s.Task)
	}
	w.flag("hidden", s.Hidden)
	for _, t := range s.Tables {
		w.table(t)
	}
}

func (w *writer) table(t Table) {
	w.line("\n[[workbook.sheet.table]]")
	w.text("periods", t.Layout)
	w.text("headings", t.Headings.String())
	w.text("columns", t.Columns.String())
	if t.Last > 0 {
		w.text("last", placeName(t.Last, t.Layout == Down))
	}
	w.text("ignore", t.Ignore.String())
	w.list("skip", t.Skip)
	w.flag("skip_hidden", t.SkipHidden)
	w.flag("repeat", t.Repeat)
	w.text("period", t.Period.String())
	w.text("year", t.Year.String())
	w.text("metric", t.Metric.String())
	w.text("section", t.Section.String())
	w.text("metrics", nameOf(t.NameByColumn, namedBy))
	w.list("group", t.Group)
	w.suffixes(t.Suffixes)
	w.fields(t)
}

func (w *writer) suffixes(suffixes []Suffix) {
	if len(suffixes) == 0 {
		return
	}
	var all braces
	for _, s := range suffixes {
		all = all.text(key(s.Words), s.Holds)
	}
	w.line("suffix = %s", all)
}

func (w *writer) fields(t Table) {
	if len(t.Fields) == 0 {
		return
	}
	w.line("column = [")
	for _, c := range t.Fields {
		var fields braces
		if c.At > 0 {
			fields = fields.text("at", placeName(c.At, t.Layout != Down))
		}
		fields = fields.text("heading", c.Heading).text("holds", c.Holds)
		if c.Period != (report.Period{}) {
			fields = fields.text("period", c.Period.String())
		}
		fields = fields.list("keep", c.Keep)
		if c.Fill {
			fields = append(fields, "fill = true")
		}
		w.line("  %s,", fields)
	}
	w.line("]")
}

// braces are settings in braces on one line.
type braces []string

func (b braces) text(key, value string) braces {
	if value == "" {
		return b
	}
	return append(b, key+" = "+quote(value))
}

func (b braces) list(key string, values []string) braces {
	if len(values) == 0 {
		return b
	}
	return append(b, key+" = "+listOf(values))
}

func (b braces) String() string { return "{ " + strings.Join(b, ", ") + " }" }

func listOf(values []string) string {
	var quoted []string
	for _, v := range values {
		quoted = append(quoted, quote(v))
	}
	return "[" + strings.Join(quoted, ", ") + "]"
}

// key is a key, in quotes where it is more than a word.
func key(s string) string {
	if strings.Trim(s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-") == "" && s != "" {
		return s
	}
	return quote(s)
}

// quote is s as text in a file of settings, on one line.
func quote(s string) string {
	var b strings.Builder
	for _, r := range strings.ToValidUTF8(s, "\ufffd") {
		switch {
		case r == '"' || r == '\\':
			b.WriteString(`\` + string(r))
		case r < ' ' || r == 0x7f:
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	return `"` + b.String() + `"`
}

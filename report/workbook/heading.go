package workbook

import (
	"cmp"
	"regexp"
	"strings"

	"panelpack/report"
)

// heading is what one heading cell says of the figures beneath it: a period, a
// kind of figure ("Actual"), something about metrics ("Good is"), or several
// of these.
type heading struct {
	Words   string // as it stands; empty for a day or the number of a year
	Beside  string // what stands beside the period
	Key     string // the words without any period: the same next month
	reading        // of time
	Pure    bool   // it says a period and nothing else
	Figure  string // a meaning of the group "figure"
	Field   string // a meaning of the group "heading"
}

// longestHeading is how many bytes a text has at most that is looked at as a
// heading.
const longestHeading = 1000

// heading reads one heading cell.
func (w *words) heading(g *grid, c cell) heading {
	switch {
	case c.isDay():
		r := reading{Period: report.DayOf(g.day(c.number))}
		if !c.format.Day {
			r.Period = monthOfDay(r.Period)
		}
		return heading{reading: r, Pure: true}
	case c.kind == number && !c.format.Named && c.number == float64(int(c.number)) && c.number >= 1990 && c.number <= 2040:
		return heading{reading: w.bareYear(int(c.number)), Pure: true}
	case c.kind != text || len(c.text) > longestHeading:
		return heading{}
	}
	return w.textHeading(c.label())
}

// bareYear is what the number of a year stands for: the year, unless the mapping
// says that it is the financial year that begins in it.
func (w *words) bareYear(y int) reading {
	if w.years == report.FinancialYear {
		return reading{Period: report.FinancialYearOf(y), Bare: true}
	}
	return reading{Period: report.CalendarYearOf(y), Bare: true}
}

// schoolWords say that a year such as 2019/20 is a school year.
var schoolWords = regexp.MustCompile(`(?i)\b(?:academic|school) year\b`)

// findPeriod finds a period within s as findPeriod does; a year such as 2019/20
// is a school year where s or the mapping says so.
func (w *words) findPeriod(s string) (r reading, rest string, ok bool) {
	for _, form := range w.forms {
		if parts, is := form.Read(s); is {
			r = readParts(parts)
			return r, "", r.says()
		}
	}
	r, rest, ok = findPeriod(s)
	if r.Period.Kind() == report.FinancialYear && (w.years == report.SchoolYear || schoolWords.MatchString(s)) {
		r.Period = report.SchoolYearOf(r.Period.Start().Year)
	}
	return r, rest, ok
}

func (w *words) textHeading(label string) heading {
	h, known := w.read[label]
	if !known {
		h = w.understandHeading(label)
		if len(w.read) < maxKept {
			w.read[label] = h
		}
	}
	return h
}

func (w *words) understandHeading(label string) heading {
	h := heading{Words: label, Field: w.opening("heading", label), Figure: w.opening("figure", label)}
	if h.Field != "" || h.Figure != "" {
		return h
	}
	r, rest, ok := w.findPeriod(label)
	if either, is := w.eitherQuarter(label); is {
		r, rest, ok = either, "", either.says()
	}
	if !ok {
		return h
	}
	if r.Bare {
		r = w.bareYear(r.Period.Start().Year)
	}
	if rest == "" {
		h.reading, h.Pure = r, true
	} else if figure := w.opening("figure", rest); figure != "" {
		h.reading, h.Figure, h.Beside = r, figure, rest
	}
	return h
}

// join is the heading of a column from its levels, the highest first. A lower
// level wins, and a month or quarter takes its year from a level above.
func join(levels []heading) heading {
	var all heading
	var said, keys []string
	last := ""
	for _, h := range levels {
		if h.Words != "" && (len(said) == 0 || said[len(said)-1] != h.Words) {
			said = append(said, h.Words)
		}
		switch {
		case h.needsYear() && isYear(all.Period):
			all.reading = reading{Period: h.in(all.Period)}
		case h.says():
			all.reading, all.Pure = h.reading, h.Pure
		}
		if key := h.key(); key != "" && key != last {
			keys, last = append(keys, key), key
		}
		if h.Figure != "" {
			all.Figure = h.Figure
		}
		if h.Field != "" {
			all.Field = h.Field
		}
		all.Beside = cmp.Or(h.Beside, all.Beside)
	}
	all.Words, all.Key = strings.Join(said, " > "), strings.Join(keys, " > ")
	return all
}

// key is the words of one level without its period.
func (h heading) key() string {
	if h.says() {
		return h.Beside
	}
	return h.Words
}

func isYear(p report.Period) bool { return p.Kind().IsYear() }

// headings reads one line of headings. Where fill is given, a period stands
// also over the blank places after it for which fill is true, merged or not.
func (w *words) headings(v view, line int, fill func(at int) bool) []heading {
	all := make([]heading, v.places())
	for at := range all {
		c := v.cell(line, at)
		switch {
		case !c.blank():
			all[at] = w.heading(v.grid, c)
		case at > 0 && fill != nil && all[at-1].says() && fill(at):
			all[at] = all[at-1]
		}
	}
	return all
}

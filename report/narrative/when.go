package narrative

import (
	"strconv"
	"strings"
	"time"

	"panelpack/report"
)

// mention is a period named in a sentence.
type mention struct {
	from, to int             // its words
	periods  []report.Period // what it may mean, the likeliest first; none for a time that has no month
	word     string          // of a month named without its year
}

// calendar knows what the periods named in a commentary may mean.
type calendar struct {
	now    report.Period
	beyond map[report.Period]bool // periods after now for which there are figures
}

// calendarOf is the calendar of a metric's figures.
func calendarOf(a *report.Assessment) calendar {
	c := calendar{now: a.Now.Period, beyond: map[report.Period]bool{}}
	for _, s := range a.Snapshots {
		c.beyond[monthOf(s.AsAt)] = true
	}
	for _, f := range a.Forecasts {
		c.beyond[monthOf(f.Period.End())] = true
	}
	return c
}

func monthOf(d report.Date) report.Period { return report.MonthOf(d.Year, d.Month) }

var monthNames = func() map[string]time.Month {
	names := map[string]time.Month{"sept": time.September}
	for m := time.January; m <= time.December; m++ {
		full := strings.ToLower(m.String())
		names[full], names[full[:3]] = m, m
	}
	return names
}()

func isMonth(low string) bool { return monthNames[strings.TrimSuffix(low, "'s")] != 0 }

// mentions finds the periods named in a sentence, in order.
func (c calendar) mentions(words []word) []mention {
	var all []mention
	for i := 0; i < len(words); i++ {
		m, ok := c.mention(words, i)
		if !ok {
			continue
		}
		all = append(all, m)
		i = m.to - 1
	}
	return all
}

// mention is the period named from words[i] on.
func (c calendar) mention(words []word, i int) (mention, bool) {
	if n := english.at("season", words, i); n > 0 {
		return mention{from: i, to: i + n}, true
	}
	if n := english.at("part of month", words, i); n > 0 && i+n < len(words) {
		if m, ok := c.month(words, i+n); ok {
			return mention{from: i, to: m.to}, true
		}
	}
	for _, try := range []func([]word, int) (mention, bool){c.day, c.month, c.distance, c.year} {
		if m, ok := try(words, i); ok {
			m.from = i
			return m, true
		}
	}
	if n := english.at("now", words, i); n > 0 {
		return mention{from: i, to: i + n, periods: []report.Period{c.now}}, true
	}
	return mention{}, false
}

// day is "3 November" or "3rd November 2022".
func (c calendar) day(words []word, i int) (mention, bool) {
	if !words[i].hasDigit() {
		return mention{}, false
	}
	day, err := strconv.Atoi(strings.TrimRight(words[i].low, "stndrh"))
	if err != nil || day < 1 || day > 31 || i+1 >= len(words) {
		return mention{}, false
	}
	at := i + 1
	if words[at].low == "of" && at+1 < len(words) {
		at++
	}
	m, ok := c.month(words, at)
	if !ok {
		return mention{}, false
	}
	for n, p := range m.periods {
		start := p.Start()
		m.periods[n] = report.DayOf(report.Date{Year: start.Year, Month: start.Month, Day: day})
	}
	return m, true
}

// month is "September", "September 2022" or "August's".
func (c calendar) month(words []word, i int) (mention, bool) {
	low := strings.TrimSuffix(words[i].low, "'s")
	month := monthNames[low]
	if month == 0 || words[i].text == words[i].low {
		return mention{}, false
	}
	if i+1 < len(words) && isYear(words[i+1]) {
		year, _ := strconv.Atoi(words[i+1].text)
		return mention{to: i + 2, periods: []report.Period{report.MonthOf(year, month)}}, true
	}
	if low == "may" && !afterPreposition(words, i) {
		return mention{}, false
	}
	return mention{to: i + 1, word: month.String(), periods: c.without(month)}, true
}

func afterPreposition(words []word, i int) bool {
	if i == 0 {
		return false
	}
	_, err := strconv.Atoi(strings.TrimRight(words[i-1].low, "stndrh"))
	return english["preposition"][words[i-1].low] || err == nil
}

// without is what a month without its year may mean: the one to come where
// the metric has figures for it, and the last one up to now.
func (c calendar) without(month time.Month) []report.Period {
	last := c.now.End()
	past := report.MonthOf(last.Year, month)
	if past.Compare(monthOf(last)) > 0 {
		past = past.YearBefore()
	}
	coming := past.Add(12)
	if c.beyond[coming] {
		return []report.Period{coming, past}
	}
	return []report.Period{past}
}

var smallNumber = map[string]int{
	"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "nine": 9, "ten": 10, "twelve": 12, "eighteen": 18,
}

// back is how many months a span of time goes back.
var back = map[string]int{"month": -1, "quarter": -3, "year": -12}

// distance is a period told from now: "last month", "a year before", "six
// months earlier", "the same month last year".
func (c calendar) distance(words []word, i int) (mention, bool) {
	low := func(n int) string {
		if i+n < len(words) {
			return words[i+n].low
		}
		return ""
	}
	switch low(0) {
	case "last", "previous", "prior":
		if n, ok := back[low(1)]; ok && (i == 0 || words[i-1].low != "the" || low(0) != "last") {
			return mention{to: i + 2, periods: c.monthsAgo(n)}, true
		}
	case "month", "year", "quarter":
		if isAgo(low(1)) {
			return mention{to: i + 2, periods: c.monthsAgo(back[low(0)])}, true
		}
	}
	count, isCount := smallNumber[low(0)]
	if words[i].hasDigit() {
		if n, err := strconv.Atoi(low(0)); err == nil {
			count, isCount = n, true
		}
	}
	n, isSpan := back[strings.TrimSuffix(low(1), "s")]
	if isCount && isSpan && isAgo(low(2)) {
		return mention{to: i + 3, periods: c.monthsAgo(count * n)}, true
	}
	return mention{}, false
}

func isAgo(low string) bool { return low == "ago" || low == "before" || low == "earlier" }

// monthsAgo is the period n months from now, in the steps of now.
func (c calendar) monthsAgo(n int) []report.Period {
	switch c.now.Kind() {
	case report.Month:
		return []report.Period{c.now.Add(n)}
	case report.Quarter:
		return []report.Period{c.now.Add(n / 3)}
	}
	return []report.Period{c.now.Add(n / 12)}
}

// year is "2021/22", or a calendar year by itself.
func (c calendar) year(words []word, i int) (mention, bool) {
	if !words[i].hasDigit() {
		return mention{}, false
	}
	text := strings.ReplaceAll(strings.ReplaceAll(words[i].text, "-", "/"), "–", "/")
	if len(text) == len("2021/2022") {
		text = text[:5] + text[7:]
	}
	p, err := report.ParsePeriod(text)
	if err != nil || p.Kind() == report.CalendarYear && (!isYear(words[i]) || words[i].filled) {
		return mention{}, false
	}
	if c.now.Kind() == report.SchoolYear && p.Kind() == report.FinancialYear {
		p = report.SchoolYearOf(p.Start().Year)
	}
	return mention{to: i + 1, periods: []report.Period{p}}, true
}

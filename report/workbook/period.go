package workbook

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"panelpack/report"
)

// reading is what a heading says of time: a whole period, or a part of one
// that needs its year from elsewhere. The zero reading says nothing.
type reading struct {
	Period  report.Period // zero where the year is missing
	Month   time.Month    // "Apr": a month without its year
	Quarter int           // "Q2": a quarter without its year
	AsMonth report.Period // what "2008-09" is, should its neighbours be months
	Bare    bool          // nothing but the number of a year, which may be any number
}

// says reports whether the reading is of anything.
func (r reading) says() bool { return !r.Period.IsZero() || r.needsYear() }

func (r reading) needsYear() bool { return r.Month != 0 || r.Quarter != 0 }

// in is the reading within the year that y says. A school year has no quarters.
func (r reading) in(y report.Period) report.Period {
	year := y.Start().Year
	financial := y.Kind() == report.FinancialYear
	switch {
	case y.IsZero() || !r.needsYear():
		return r.Period
	case r.Month != 0 && r.Month < y.Start().Month:
		return report.MonthOf(year+1, r.Month)
	case r.Month == 0 && y.Kind() == report.SchoolYear:
		return report.Period{}
	case r.Month != 0:
		return report.MonthOf(year, r.Month)
	case financial:
		return report.QuarterOf(year, r.Quarter)
	}
	// The quarter of a calendar year: the last one stands first in it.
	if r.Quarter == 4 {
		year--
	}
	return report.QuarterOf(year, r.Quarter)
}

// readPeriod reads a text that is a period and nothing else.
func readPeriod(s string) (reading, bool) {
	r, rest, ok := findPeriod(s)
	return r, ok && rest == ""
}

const monthName = `(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?`

// periodForm is one way of writing a period. Forms are tried in order; the
// first that is found decides.
type periodForm struct {
	sign    sign
	pattern *regexp.Regexp
	read    func(part []string) reading
}

func written(sign sign, pattern string, read func(part []string) reading) periodForm {
	return periodForm{sign, regexp.MustCompile(`(?i)(?:^|[^\pL\d.,£])(?:` + pattern + `)(?:$|[^\pL\d.,%]|[.,](?:\s|$))`), read}
}

const year2or4 = `((?:19|20)\d{2}|\d{2})`

var periodForms = []periodForm{
	written(parted, `(\d{4})-(\d{2})-(\d{2})(?: 00:00:00)?`, func(p []string) reading { return day(p[3], p[2], p[1]) }),
	written(parted, `(\d{1,2})[/-](\d{1,2})[/-]`+year2or4, func(p []string) reading { return day(p[1], p[2], p[3]) }),
	written(aYear, `(\d{1,2})\.(\d{1,2})\.((?:19|20)\d{2})`, func(p []string) reading { return day(p[1], p[2], p[3]) }),
	written(aMonth, `(\d{1,2})(?:st|nd|rd|th)?[ -]`+monthName+`[ ,-]*`+year2or4, func(p []string) reading { return dayOfMonth(p[1], p[2], p[3]) }),
	written(aQuarter, `(?:q|quarter ?)([1-4])[ ,(-]*(?:fy ?)?`+year2or4+` ?[/–-] ?`+year2or4+`\)?`, func(p []string) reading { return quarter(p[1], p[2], p[3]) }),
	written(aQuarter, year2or4+` ?[/–-] ?`+year2or4+`[ ,-]*(?:q|quarter ?)([1-4])`, func(p []string) reading { return quarter(p[3], p[1], p[2]) }),
	written(aMonth, `\(?`+monthName+` ?(?:to|-|–) ?`+monthName+`\)?(?: ?`+year2or4+`)?`, func(p []string) reading { return window(p[1], p[2], p[3]) }),
	written(aMonth, monthName+`[ '’/,-]*`+year2or4, func(p []string) reading { return monthOf(p[1], p[2]) }),
	written(aMonth, `((?:19|20)\d{2})[ -]`+monthName, func(p []string) reading { return monthOf(p[2], p[1]) }),
	written(aYear, `(?:f/?y ?)?((?:19|20)\d{2})(?: ?[/–-] ?| to )((?:19|20)?\d{2})`, func(p []string) reading { return yearOrMonth(p[1], p[2]) }),
	written(parted, `(?:f/?y ?)?(\d{2})/(\d{2})`, func(p []string) reading { return financialYear(p[1], p[2]) }),
	written(parted, `(0?[1-9]|1[0-2])/((?:19|20)\d{2})`, func(p []string) reading { return monthNumber(p[2], p[1]) }),
	written(aYear, `(20\d{2})(0[1-9]|1[0-2])`, func(p []string) reading { return monthNumber(p[1], p[2]) }),
	written(aQuarter, `(?:q|quarter ?)([1-4])`, func(p []string) reading { return reading{Quarter: atoi(p[1])} }),
	written(aMonth, monthName, func(p []string) reading { return reading{Month: monthNamed(p[1])} }),
	written(aYear, `((?:19|20)\d{2})`, func(p []string) reading {
		return reading{Period: report.CalendarYearOf(atoi(p[1])), Bare: true}
	}),
}

// yearWords say what kind of period follows and add nothing to it.
var yearWords = regexp.MustCompile(`(?i)^(?:(?:financial|academic|school) year|fin year|f/?y|month|month ending|as at|at|as of|q[1-4] \(|period|,|\(|\)|-|–|:|\s)+$`)

// findPeriod finds a period within s, and gives what is left of s without it.
// A text that only looks like a period, such as "31/31/2022", has none.
func findPeriod(s string) (r reading, rest string, ok bool) {
	s = tidy(s)
	if len(s) > 80 {
		return reading{}, s, false
	}
	signs := signsOf(s)
	for _, f := range periodForms {
		if signs&f.sign == 0 {
			continue
		}
		at := f.pattern.FindStringSubmatchIndex(s)
		if at == nil {
			continue
		}
		parts := make([]string, len(at)/2)
		for i := range parts {
			if at[2*i] >= 0 {
				parts[i] = s[at[2*i]:at[2*i+1]]
			}
		}
		if r = f.read(parts); !r.says() {
			continue
		}
		rest = strings.TrimSpace(s[:at[0]] + " " + s[at[1]:])
		if yearWords.MatchString(rest) {
			rest = ""
		}
		return r, strings.Trim(rest, " :-–()"), true
	}
	return reading{}, s, false
}

// sign is what a text must have for a form to be found in it. A glance for
// signs is far quicker than the forms are.
type sign uint8

const (
	aYear    sign = 1 << iota // 19 or 20
	aMonth                    // the first letters of one
	aQuarter                  // Q1, Quarter 1
	parted                    // a digit before a slash or a dash
)

// signsOf is every sign that s has, and perhaps others: no period is missed.
func signsOf(s string) sign {
	var found sign
	for i := range len(s) - 1 {
		a, b := s[i], s[i+1]
		switch {
		case isDigit(a) && (b == '/' || b == '-'):
			found |= parted
		case (a == '1' && b == '9' || a == '2' && b == '0'):
			found |= aYear
		case strings.IndexByte("qQrR", a) >= 0 && isDigit(b), a|0x20 == 'r' && b == ' ':
			found |= aQuarter
		case strings.IndexByte("jfmasondJFMASOND", a) >= 0 && monthNamed(s[i:]) != 0:
			found |= aMonth
		}
	}
	return found
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func day(d, m, y string) reading {
	date, err := report.ParseDate(fullYear(y) + "-" + twoDigits(m) + "-" + twoDigits(d))
	if err != nil {
		return reading{}
	}
	return reading{Period: report.DayOf(date)}
}

func dayOfMonth(d, name, y string) reading {
	return day(d, strconv.Itoa(int(monthNamed(name))), y)
}

func monthOf(name, y string) reading {
	return reading{Period: report.MonthOf(atoi(fullYear(y)), monthNamed(name))}
}

func monthNumber(y, m string) reading {
	return reading{Period: report.MonthOf(atoi(y), time.Month(atoi(m)))}
}

// quarter is a quarter of a financial year whose two years follow each other.
func quarter(q, y, next string) reading {
	year := financialYear(y, next)
	if !year.says() {
		return year
	}
	return reading{Period: report.QuarterOf(year.Period.Start().Year, atoi(q))}
}

// window is a quarter by its first and last months, such as Jan to Mar 1997.
func window(first, last, y string) reading {
	from, to := monthNamed(first), monthNamed(last)
	if from%3 != 1 || to != from+2 {
		return reading{}
	}
	r := reading{Quarter: (int(from)+8)%12/3 + 1}
	if y == "" {
		return r
	}
	return reading{Period: r.in(report.CalendarYearOf(atoi(fullYear(y))))}
}

// yearOrMonth reads "2008-09": the financial year where the second number
// follows the first, the month where it does not and can be one.
func yearOrMonth(y, next string) reading {
	r := financialYear(y, next)
	if m := atoi(next); len(next) == 2 && m >= 1 && m <= 12 {
		month := monthNumber(y, next).Period
		if !r.says() {
			return reading{Period: month}
		}
		r.AsMonth = month
	}
	return r
}

func financialYear(y, next string) reading {
	first, second := atoi(fullYear(y)), atoi(next)
	if (first+1)%100 != second%100 || len(next) == 4 && second != first+1 {
		return reading{}
	}
	return reading{Period: report.FinancialYearOf(first)}
}

func monthNamed(name string) time.Month {
	for m := time.January; m <= time.December; m++ {
		if len(name) >= 3 && strings.EqualFold(name[:3], m.String()[:3]) {
			return m
		}
	}
	return 0
}

func fullYear(y string) string {
	if len(y) == 2 {
		return "20" + y
	}
	return y
}

func twoDigits(n string) string {
	if len(n) == 1 {
		return "0" + n
	}
	return n
}

// atoi reads digits that a pattern has already checked.
func atoi(digits string) int {
	n, _ := strconv.Atoi(digits)
	return n
}

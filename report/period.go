package report

import (
	"fmt"
	"regexp"
	"strconv"
	"time"
)

// PeriodKind is the length of a period.
type PeriodKind uint8

// The kinds of period, shortest first after the zero kind, which is none.
const (
	NoPeriod PeriodKind = iota
	Day
	Month
	Quarter       // of the financial year: Q1 is April to June
	FinancialYear // April to March
	CalendarYear
	SchoolYear // September to August
)

// IsYear reports whether periods of kind k are years.
func (k PeriodKind) IsYear() bool { return k >= FinancialYear }

// Period is one step of a time series. It is comparable with ==; the zero
// Period is none.
type Period struct {
	kind  PeriodKind
	start Date
}

// MonthOf is the month m of year y.
func MonthOf(y int, m time.Month) Period { return Period{Month, Date{y, m, 1}} }

// QuarterOf is quarter q (1 to 4) of the financial year that starts in April
// of year y.
func QuarterOf(y, q int) Period {
	return Period{Quarter, DateOf(time.Date(y, time.April+time.Month(3*(q-1)), 1, 0, 0, 0, 0, time.UTC))}
}

// FinancialYearOf is the financial year that starts in April of year y.
func FinancialYearOf(y int) Period { return Period{FinancialYear, Date{y, time.April, 1}} }

// SchoolYearOf is the school year that starts in September of year y.
func SchoolYearOf(y int) Period { return Period{SchoolYear, Date{y, time.September, 1}} }

// CalendarYearOf is the year y.
func CalendarYearOf(y int) Period { return Period{CalendarYear, Date{y, time.January, 1}} }

// DayOf is the single day d.
func DayOf(d Date) Period { return Period{Day, d} }

// Kind is the length of p.
func (p Period) Kind() PeriodKind { return p.kind }

// IsZero reports whether p is none.
func (p Period) IsZero() bool { return p.kind == NoPeriod }

// Start is the first day of p.
func (p Period) Start() Date { return p.start }

// End is the last day of p.
func (p Period) End() Date {
	if p.kind == Day || p.IsZero() {
		return p.start
	}
	return p.Add(1).start.AddDays(-1)
}

// Add is the period n steps of its own length later.
func (p Period) Add(n int) Period {
	t := p.start.Time()
	switch p.kind {
	case Day:
		t = t.AddDate(0, 0, n)
	case Month:
		t = t.AddDate(0, n, 0)
	case Quarter:
		t = t.AddDate(0, 3*n, 0)
	case FinancialYear, CalendarYear, SchoolYear:
		t = t.AddDate(n, 0, 0)
	default:
		return p
	}
	return Period{p.kind, DateOf(t)}
}

// YearBefore is the period of the same kind one year earlier.
func (p Period) YearBefore() Period {
	if p.IsZero() {
		return p
	}
	return Period{p.kind, DateOf(p.start.Time().AddDate(-1, 0, 0))}
}

// Compare orders periods by where they end, and at the same end the shorter
// first: -1 when p comes before q.
func (p Period) Compare(q Period) int {
	if p.kind == q.kind {
		return p.start.Compare(q.start)
	}
	if c := p.End().Compare(q.End()); c != 0 {
		return c
	}
	return int(p.kind) - int(q.kind)
}

// FinancialYear is the year in whose April the financial year of p's first
// day began.
func (p Period) FinancialYear() int {
	if p.start.Month < time.April {
		return p.start.Year - 1
	}
	return p.start.Year
}

func (p Period) quarter() int { return int(p.start.Month+8)%12/3 + 1 }

// twoYears is the name of a year that is not a calendar year.
func twoYears(y int) string { return fmt.Sprintf("%d/%02d", y, (y+1)%100) }

// String is the period for machines: "2022-09", "2022/23-Q2", "2022/23",
// "2022", "2022/23-school" or "2022-11-03"; empty when there is none.
func (p Period) String() string {
	switch p.kind {
	case Month:
		return p.start.format("2006-01")
	case Quarter:
		return fmt.Sprintf("%s-Q%d", twoYears(p.FinancialYear()), p.quarter())
	case FinancialYear:
		return twoYears(p.start.Year)
	case CalendarYear:
		return strconv.Itoa(p.start.Year)
	case SchoolYear:
		return twoYears(p.start.Year) + schoolMark
	}
	return p.start.String()
}

// schoolMark tells a school year from a financial one.
const schoolMark = "-school"

// Words is the period for people: "September 2022", "July to September 2022",
// "2022/23", "2022", "school year 2022/23" or "3 November 2022".
func (p Period) Words() string { return p.words("January") }

// When is the period as the time of a figure: "in September 2022", "on 21 April
// 2020".
func (p Period) When() string {
	if p.kind == Day {
		return "on " + p.Words()
	}
	return "in " + p.Words()
}

// ShortWords is the period where room is short: "Sep 2022", "Jul–Sep 2022".
func (p Period) ShortWords() string { return p.words("Jan") }

func (p Period) words(month string) string {
	switch p.kind {
	case Month:
		return p.start.format(month + " 2006")
	case Quarter:
		join := " to "
		if month == "Jan" {
			join = enDash
		}
		return p.start.format(month) + join + p.End().format(month+" 2006")
	case FinancialYear, CalendarYear:
		return p.String()
	case SchoolYear:
		return "school year " + twoYears(p.start.Year)
	}
	return p.start.Words()
}

var (
	monthText   = regexp.MustCompile(`^(\d{4})-(\d{2})$`)
	quarterText = regexp.MustCompile(`^(\d{4})/(\d{2})-Q([1-4])$`)
	yearText    = regexp.MustCompile(`^(\d{4})(?:/(\d{2})(` + schoolMark + `)?)?$`)
)

// ParsePeriod reads what Period.String writes; anything else is an error that
// says what is understood.
func ParsePeriod(s string) (Period, error) {
	if m := monthText.FindStringSubmatch(s); m != nil {
		if month := atoi(m[2]); month >= 1 && month <= 12 {
			return MonthOf(atoi(m[1]), time.Month(month)), nil
		}
	}
	if m := quarterText.FindStringSubmatch(s); m != nil && followsOn(m[1], m[2]) {
		return QuarterOf(atoi(m[1]), atoi(m[3])), nil
	}
	if m := yearText.FindStringSubmatch(s); m != nil {
		if m[2] == "" {
			return CalendarYearOf(atoi(m[1])), nil
		}
		if followsOn(m[1], m[2]) && m[3] != "" {
			return SchoolYearOf(atoi(m[1])), nil
		}
		if followsOn(m[1], m[2]) {
			return FinancialYearOf(atoi(m[1])), nil
		}
	}
	if d, err := ParseDate(s); err == nil {
		return DayOf(d), nil
	}
	return Period{}, fmt.Errorf("%q is not a period such as 2022-09, 2022/23-Q2, 2022/23, 2022, 2022/23-school or 2022-11-03", s)
}

func followsOn(year, next string) bool { return (atoi(year)+1)%100 == atoi(next) }

// atoi reads digits that a pattern has already checked.
func atoi(digits string) int {
	n, _ := strconv.Atoi(digits)
	return n
}

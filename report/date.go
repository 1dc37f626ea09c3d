package report

import (
	"cmp"
	"fmt"
	"time"
)

// Date is a day of the calendar, without time or zone. The zero Date is no
// date.
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// DateOf is the day on which t falls in its own zone.
func DateOf(t time.Time) Date {
	y, m, d := t.Date()
	return Date{Year: y, Month: m, Day: d}
}

// ParseDate reads "2022-11-17"; anything else is an error that says so.
func ParseDate(s string) (Date, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return Date{}, fmt.Errorf("%q is not a date such as 2022-11-17", s)
	}
	return DateOf(t), nil
}

// IsZero reports whether d is no date.
func (d Date) IsZero() bool { return d == Date{} }

// Time is midnight UTC at the start of d.
func (d Date) Time() time.Time { return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC) }

// AddDays is the date n days after d.
func (d Date) AddDays(n int) Date { return DateOf(d.Time().AddDate(0, 0, n)) }

// Compare is -1 when d is before e, 1 when after, 0 when the same day.
func (d Date) Compare(e Date) int {
	return cmp.Or(cmp.Compare(d.Year, e.Year), cmp.Compare(d.Month, e.Month), cmp.Compare(d.Day, e.Day))
}

// String is the date for machines, "2022-11-17"; empty when there is none.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return d.Time().Format(time.DateOnly)
}

// Words is the date for people, "17 November 2022"; empty when there is none.
func (d Date) Words() string { return d.format("2 January 2006") }

// WordsWithDay is "Thursday 17 November 2022"; empty when there is none.
func (d Date) WordsWithDay() string { return d.format("Monday 2 January 2006") }

func (d Date) format(layout string) string {
	if d.IsZero() {
		return ""
	}
	return d.Time().Format(layout)
}

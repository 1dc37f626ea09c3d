package report

import (
	"slices"
	"testing"
	"time"
)

func TestPeriodText(t *testing.T) {
	tests := []struct {
		period                Period
		machine, words, short string
		start, end            string
		next, before          string
		financialYear         int
		kind                  PeriodKind
	}{
		{MonthOf(2022, time.September), "2022-09", "September 2022", "Sep 2022", "2022-09-01", "2022-09-30", "2022-10", "2021-09", 2022, Month},
		{MonthOf(2024, time.February), "2024-02", "February 2024", "Feb 2024", "2024-02-01", "2024-02-29", "2024-03", "2023-02", 2023, Month},
		{QuarterOf(2022, 2), "2022/23-Q2", "July to September 2022", "Jul–Sep 2022", "2022-07-01", "2022-09-30", "2022/23-Q3", "2021/22-Q2", 2022, Quarter},
		{QuarterOf(2022, 4), "2022/23-Q4", "January to March 2023", "Jan–Mar 2023", "2023-01-01", "2023-03-31", "2023/24-Q1", "2021/22-Q4", 2022, Quarter},
		{SchoolYearOf(2022), "2022/23-school", "school year 2022/23", "school year 2022/23", "2022-09-01", "2023-08-31", "2023/24-school", "2021/22-school", 2022, SchoolYear},
		{FinancialYearOf(2022), "2022/23", "2022/23", "2022/23", "2022-04-01", "2023-03-31", "2023/24", "2021/22", 2022, FinancialYear},
		{FinancialYearOf(1999), "1999/00", "1999/00", "1999/00", "1999-04-01", "2000-03-31", "2000/01", "1998/99", 1999, FinancialYear},
		{CalendarYearOf(2022), "2022", "2022", "2022", "2022-01-01", "2022-12-31", "2023", "2021", 2021, CalendarYear},
		{DayOf(Date{2022, time.November, 3}), "2022-11-03", "3 November 2022", "3 November 2022", "2022-11-03", "2022-11-03", "2022-11-04", "2021-11-03", 2022, Day},
	}
	for _, tt := range tests {
		p := tt.period
		got := []string{p.String(), p.Words(), p.ShortWords(), p.Start().String(), p.End().String(), p.Add(1).String(), p.YearBefore().String()}
		want := []string{tt.machine, tt.words, tt.short, tt.start, tt.end, tt.next, tt.before}
		if !slices.Equal(got, want) {
			t.Errorf("%s:\n got %q\nwant %q", tt.machine, got, want)
		}
		if p.FinancialYear() != tt.financialYear || p.Kind() != tt.kind {
			t.Errorf("%s: financial year %d kind %d, want %d and %d", tt.machine, p.FinancialYear(), p.Kind(), tt.financialYear, tt.kind)
		}
		if read, err := ParsePeriod(tt.machine); err != nil || read != p {
			t.Errorf("ParsePeriod(%q) = %v, %v", tt.machine, read, err)
		}
		if back := p.Add(5).Add(-5); back != p {
			t.Errorf("%s five steps on and back is %s", p, back)
		}
	}
}

func TestNoPeriod(t *testing.T) {
	var none Period
	if !none.IsZero() || none.String() != "" || none.Words() != "" || none.Add(3) != none || none.YearBefore() != none {
		t.Errorf("the zero Period is %q %q", none.String(), none.Words())
	}
	if MonthOf(2022, time.September).IsZero() {
		t.Error("a month is no period")
	}
}

func TestParsePeriodRefuses(t *testing.T) {
	for _, s := range []string{"", "2022-13", "2022-00", "2022/24", "2022/23-Q5", "Sep 2022", "2022-9", "2022-02-30", " 2022-09"} {
		p, err := ParsePeriod(s)
		if err == nil {
			t.Errorf("ParsePeriod(%q) = %s, want an error", s, p)
		}
	}
	_, err := ParsePeriod("Sept")
	const want = `"Sept" is not a period such as 2022-09, 2022/23-Q2, 2022/23, 2022, 2022/23-school or 2022-11-03`
	if err == nil || err.Error() != want {
		t.Errorf("error %q, want %q", err, want)
	}
}

func TestPeriodsInOrder(t *testing.T) {
	want := []Period{
		{}, MonthOf(2022, time.August), DayOf(Date{2022, time.September, 30}), MonthOf(2022, time.September),
		QuarterOf(2022, 2), CalendarYearOf(2022), FinancialYearOf(2022),
	}
	got := slices.Clone(want)
	slices.Reverse(got)
	slices.SortFunc(got, Period.Compare)
	if !slices.Equal(got, want) {
		t.Errorf("in order: %v, want %v", got, want)
	}
}

func TestDates(t *testing.T) {
	meeting, err := ParseDate("2022-11-17")
	if err != nil {
		t.Fatal(err)
	}
	got := []string{meeting.String(), meeting.Words(), meeting.WordsWithDay(), meeting.AddDays(-8).WordsWithDay(), meeting.AddDays(14).String()}
	want := []string{"2022-11-17", "17 November 2022", "Thursday 17 November 2022", "Wednesday 9 November 2022", "2022-12-01"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if (Date{}).String() != "" || (Date{}).Words() != "" || !(Date{}).IsZero() || meeting.IsZero() {
		t.Error("no date has words")
	}
	if meeting.Compare(meeting.AddDays(1)) != -1 || meeting.Compare(meeting.AddDays(-1)) != 1 || meeting.Compare(meeting) != 0 {
		t.Error("days are out of order")
	}
	if late := DateOf(time.Date(2022, 11, 17, 23, 59, 0, 0, time.UTC)); late != meeting {
		t.Errorf("late on the day is %v", late)
	}
	for _, s := range []string{"", "17/11/2022", "2022-11-31", "2022-1-1"} {
		if d, err := ParseDate(s); err == nil {
			t.Errorf("ParseDate(%q) = %v, want an error", s, d)
		}
	}
}

package chart

import (
	"strconv"

	"panelpack/report"
)

// timeline places periods and days along a chart. Its unit is one period of
// the series: the first observation is at 0 and the next at 1; days are
// counted for a series of days.
type timeline struct {
	first  report.Period
	months int // in one unit; 0 where the unit is a day
}

func timelineFrom(first report.Period) timeline {
	t := timeline{first: first}
	switch k := first.Kind(); {
	case k == report.Month:
		t.months = 1
	case k == report.Quarter:
		t.months = 3
	case k.IsYear():
		t.months = 12
	}
	return t
}

// middle is where p is marked: halfway between its first and its last moment.
func (t timeline) middle(p report.Period) float64 {
	return (t.start(p.Start()) + t.start(p.End().AddDays(1))) / 2
}

// start is where day d begins. The first period begins at -0.5.
func (t timeline) start(d report.Date) float64 {
	origin := t.first.Start()
	if t.months == 0 {
		return d.Time().Sub(origin.Time()).Hours()/24 - 0.5
	}
	whole := 12*(d.Year-origin.Year) + int(d.Month) - int(origin.Month)
	inMonth := report.MonthOf(d.Year, d.Month).End().Day
	return (float64(whole)+float64(d.Day-1)/float64(inMonth))/float64(t.months) - 0.5
}

// tickWords is p on the axis and groupWords is what stands beneath the first
// tick of many: "Sep" above "2020", "Q2" above "2022/23".
func tickWords(p report.Period) string {
	switch p.Kind() {
	case report.Month:
		return p.Start().Time().Format("Jan")
	case report.Quarter:
		return p.String()[len("2022/23-"):]
	case report.Day:
		return p.Start().Time().Format("2 Jan")
	case report.SchoolYear: // the subtitle says that it is one
		return report.FinancialYearOf(p.Start().Year).String()
	}
	return p.String()
}

func groupWords(p report.Period) string {
	switch p.Kind() {
	case report.Month, report.Day:
		return strconv.Itoa(p.Start().Year)
	case report.Quarter:
		return report.FinancialYearOf(p.FinancialYear()).String()
	}
	return ""
}

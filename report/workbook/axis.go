package workbook

import (
	"slices"

	"panelpack/report"
)

// settle gives each reading of an axis its period, by what its neighbours are.
//
// A month or quarter without its year takes the year of the nearest reading of
// a year before it, or else the year given. Days that step by months stand for
// those months, as first, last or any other day of them; "2008-09" is a month
// among months. A reading that stays without a year has the zero Period.
func settle(readings []reading, year report.Period) []report.Period {
	readings = slices.Clone(readings)
	if slices.ContainsFunc(readings, func(r reading) bool { return r.Period.Kind() == report.Month }) {
		for i, r := range readings {
			if !r.AsMonth.IsZero() {
				readings[i].Period = r.AsMonth
			}
		}
	}
	periods := make([]report.Period, len(readings))
	var last report.Period
	for i, r := range readings {
		if r.Period.Kind().IsYear() {
			year, last = r.Period, report.Period{}
		}
		periods[i] = r.in(year)
		// December is followed by the January of the next calendar year.
		if r.needsYear() && year.Kind() == report.CalendarYear && !last.IsZero() && periods[i].Compare(last) < 0 {
			year = year.Add(1)
			periods[i] = r.in(year)
		}
		if r.needsYear() {
			last = periods[i]
		}
	}
	return monthsOfDays(periods)
}

// monthsOfDays turns days into the months or quarters they stand for, where
// every day lies in a month of its own.
func monthsOfDays(periods []report.Period) []report.Period {
	periods = monthsAmongMonths(periods)
	var months []report.Period // of the different days, in order of the axis
	seen := map[report.Period]bool{}
	for _, p := range periods {
		if p.Kind() == report.Day && !seen[p] {
			seen[p] = true
			months = append(months, monthOfDay(p))
		}
	}
	if len(months) < 2 {
		return periods
	}
	for i, m := range months[1:] {
		if gap := monthsBetween(months[i], m); gap == 0 || gap > 12 || gap < -12 {
			return periods
		}
	}
	out := slices.Clone(periods)
	for i, p := range out {
		if p.Kind() == report.Day {
			out[i] = monthOfDay(p)
		}
	}
	return out
}

// monthsAmongMonths turns a day among months into its month, where that is not
// there already.
func monthsAmongMonths(periods []report.Period) []report.Period {
	there := map[report.Period]bool{}
	for _, p := range periods {
		if p.Kind() == report.Month {
			there[p] = true
		}
	}
	if len(there) < 2 {
		return periods
	}
	out := slices.Clone(periods)
	for i, p := range out {
		if p.Kind() == report.Day && !there[monthOfDay(p)] {
			out[i] = monthOfDay(p)
		}
	}
	return out
}

func monthOfDay(p report.Period) report.Period {
	return report.MonthOf(p.Start().Year, p.Start().Month)
}

func monthsBetween(a, b report.Period) int {
	return (b.Start().Year-a.Start().Year)*12 + int(b.Start().Month) - int(a.Start().Month)
}

// regular reports whether periods run as those of an axis do: those of the
// commonest length go one way, and no step is many times another. A list of
// dates of birth does not. Repeats are allowed, as when each period heads
// several columns, and so is beginning again.
func regular(periods []report.Period) bool {
	run := commonest(periods)
	if len(run) < 2 {
		return false
	}
	steps := map[int]bool{}
	restarts := 0
	for i, p := range run[1:] {
		switch step := stepsBetween(run[i], p); {
		case step == 0:
		case p == run[0]:
			restarts++
		default:
			steps[step] = true
		}
	}
	smallest, largest := bounds(steps)
	return len(steps) > 0 && (smallest > 0 || largest < 0) && len(steps) <= 3 && restarts <= len(run)/2
}

func bounds(set map[int]bool) (smallest, largest int) {
	first := true
	for n := range set {
		if first {
			smallest, largest, first = n, n, false
		}
		smallest, largest = min(smallest, n), max(largest, n)
	}
	return smallest, largest
}

// commonest is the periods of the length that most of them have.
func commonest(periods []report.Period) []report.Period {
	counts := map[report.PeriodKind]int{}
	for _, p := range periods {
		counts[p.Kind()]++
	}
	delete(counts, report.NoPeriod)
	kind, most := report.NoPeriod, 0
	for k := report.Day; k <= report.SchoolYear; k++ {
		if counts[k] > most {
			kind, most = k, counts[k]
		}
	}
	return slices.DeleteFunc(slices.Clone(periods), func(p report.Period) bool { return p.Kind() != kind || kind == report.NoPeriod })
}

// stepsBetween is how many periods of their common length b comes after a.
func stepsBetween(a, b report.Period) int {
	switch k := a.Kind(); {
	case k == report.Day:
		return int(b.Start().Time().Sub(a.Start().Time()).Hours() / 24)
	case k == report.Quarter:
		return monthsBetween(a, b) / 3
	case k.IsYear():
		return b.Start().Year - a.Start().Year
	}
	return monthsBetween(a, b)
}

// different is how many different periods there are.
func different(periods []report.Period) int {
	seen := map[report.Period]bool{}
	for _, p := range periods {
		if !p.IsZero() {
			seen[p] = true
		}
	}
	return len(seen)
}

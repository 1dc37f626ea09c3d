package rules

import (
	"slices"

	"panelpack/report"

	"github.com/rickar/cal/v2"
	"github.com/rickar/cal/v2/gb"
)

// publishBy is the last day on which the papers of a meeting may be
// published, and the rule in words. Between that day and the meeting, neither
// counted, lie the rulebook's clear days; weekends, bank holidays of England
// and the days on which the council is closed are none. Without a meeting there is no date.
//
// Source: Local Government Act 1972, section 100B, as councils count it.
func (b *Rulebook) publishBy(meeting report.Date, closed []report.Date) (report.Date, string) {
	if meeting.IsZero() {
		return report.Date{}, ""
	}
	calendar := cal.NewBusinessCalendar()
	calendar.AddHoliday(gb.Holidays...)
	day := meeting.AddDays(-1)
	for clear := 0; ; day = day.AddDays(-1) {
		if !calendar.IsWorkday(day.Time()) || b.closed[day] || slices.Contains(closed, day) {
			continue
		}
		if clear == b.clearDays {
			return day, speltPlural(b.clearDays, "clear day")
		}
		clear++
	}
}

package rules

import (
	"slices"

	"panelpack/report"

	"github.com/rickar/cal/v2"
	"github.com/rickar/cal/v2/gb"
)

// checkMeeting notes a meeting that has no figures of the reporting period yet:
// its date may be last quarter's.
func checkMeeting(meeting report.Date, p report.Period, found *report.Findings) {
	if !meeting.IsZero() && !p.IsZero() && meeting.Compare(p.End()) <= 0 {
		found.Add(report.Warning, report.Cell{}, "", "correct the date of the meeting, on the Pack sheet or in council.toml",
			"the meeting is on %s, before the reporting period %s has ended", meeting.Words(), p.Words())
	}
}

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

package rules

import (
	"testing"

	"panelpack/report"
)

func TestPublishBy(t *testing.T) {
	for meeting, want := range map[string]string{
		"2022-11-17": "Wednesday 9 November 2022",
		"2026-05-28": "Tuesday 19 May 2026",        // the spring bank holiday lies between
		"2026-01-06": "Wednesday 24 December 2025", // so do Christmas and New Year
		"2022-09-26": "Thursday 15 September 2022", // and the State Funeral, which the rulebook lists
	} {
		date, err := report.ParseDate(meeting)
		if err != nil {
			t.Fatal(err)
		}
		got, how := defaultBook(t).publishBy(date, nil)
		if got.WordsWithDay() != want || how != "five clear days" {
			t.Errorf("meeting on %s: %s (%s), want %s", meeting, got.WordsWithDay(), how, want)
		}
	}
}

func TestClosureDaysOfTheCouncil(t *testing.T) {
	book := bookWith(t, "closure_days = [", "closure_days = [ 2022-11-10, 2022-11-09,")
	got, _ := book.publishBy(report.Date{Year: 2022, Month: 11, Day: 17}, nil)
	if want := "2022-11-07"; got.String() != want {
		t.Errorf("closed on 9 and 10 November: publish by %s, want %s", got, want)
	}
	closed := []report.Date{{Year: 2022, Month: 11, Day: 4}, {Year: 2022, Month: 11, Day: 7}}
	got, _ = book.publishBy(report.Date{Year: 2022, Month: 11, Day: 17}, closed)
	if want := "2022-11-03"; got.String() != want {
		t.Errorf("closed on 4 and 7 November too: publish by %s, want %s", got, want)
	}
}

func TestNoMeetingNoDate(t *testing.T) {
	if got, how := defaultBook(t).publishBy(report.Date{}, nil); !got.IsZero() || how != "" {
		t.Errorf("without a meeting: %s, %q", got, how)
	}
}

// A meeting within the reporting period, or before it, is last quarter's.
func TestAMeetingBeforeItsFiguresIsTold(t *testing.T) {
	for day, want := range map[string]bool{"2022-09-30": true, "1900-01-01": true, "2022-10-01": false, "2022-11-17": false} {
		sub := read(t, "DM01 A metric\n  unit: count, lower\n  actual: 2022-08 5 6")
		sub.Details.Meeting = period(t, day).Start()
		a := Assess(sub, defaultBook(t), Options{})
		if got := hasFinding(a, "before the reporting period September 2022 has ended"); got != want {
			t.Errorf("%s: told %v", day, got)
		}
	}
}

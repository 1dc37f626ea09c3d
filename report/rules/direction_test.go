package rules

import (
	"strings"
	"testing"

	"panelpack/report"
)

// directionText is a direction as "against, text, judgement".
func directionText(d report.Direction) string {
	text := d.Against.String() + ", " + d.Text
	if d.Word != report.NoJudgement {
		text += ", " + d.Word.String()
	}
	return strings.ReplaceAll(text, "\u00a0", " ")
}

func TestDirections(t *testing.T) {
	for _, c := range []struct{ what, metric, previous, year string }{
		{"up is worse where lower is better", `
			unit: count, lower
			actual: 2021-09 300 . . . . . . . . . . 322 377`,
			"2022-08, up 55 (17%) on August, worse", "2021-09, up 77 (26%) on September 2021, worse"},
		{"points between percentages", `
			unit: percent, higher
			actual: 2022-08 31 28`,
			"2022-08, down 3 points on August, worse", "2021-09, no figure for September 2021 to compare with"},
		{"across the new year", `
			unit: count, higher
			actual: 2021-12 50 60`,
			"2021-12, up 10 (20%) on December 2021, better", "2021-01, no figure for January 2021 to compare with"},
		{"a small base bears no share", `
			unit: count, lower
			actual: 2022-08 19 9`,
			"2022-08, down 10 on August, better", "2021-09, no figure for September 2021 to compare with"},
		{"a tiny change is not printed as none", `
			unit: count, lower
			actual: 2022-08 10000 10001`,
			"2022-08, up 1 (0.01%) on August, worse", "2021-09, no figure for September 2021 to compare with"},
		{"no change", `
			unit: count, lower
			actual: 2022-08 19 19`,
			"2022-08, the same as in August, steady", "2021-09, no figure for September 2021 to compare with"},
		{"context has no better side", `
			unit: count, context
			actual: 2022-08 19 25`,
			"2022-08, up 6 on August", "2021-09, no figure for September 2021 to compare with"},
		{"nearer to plan on the other side", `
			unit: count, near plan
			actual: 2022-08 80 115
			target: 100`,
			"2022-08, up 35 (44%) on August, better", "2021-09, no figure for September 2021 to compare with"},
		{"a quarterly metric in a monthly grid", `
			unit: percent, higher
			actual: 2021-09 60 . . 61 . . 62 . . 66 . . 68`,
			"2022-06, up 2 points on June, better", "2021-09, up 8 points on September 2021, better"},
		{"a missing month is no earlier one", `
			unit: count, lower
			actual: 2022-06 30 31 n/a 32`,
			"2022-08, no figure for August to compare with", "2021-09, no figure for September 2021 to compare with"},
	} {
		a := assessOne(t, defaultBook(t), "DM01 A metric\n  "+strings.ReplaceAll(strings.TrimSpace(c.metric), "\t\t\t", "  "))
		if len(a.Directions) != 2 {
			t.Fatalf("%s: %d directions", c.what, len(a.Directions))
		}
		if got := directionText(a.Directions[0]); got != c.previous {
			t.Errorf("%s: %s, want %s", c.what, got, c.previous)
		}
		if got := directionText(a.Directions[1]); got != c.year {
			t.Errorf("%s: %s, want %s", c.what, got, c.year)
		}
	}
}

// A change across nought has no share: of what it would be is anybody's guess.
func TestChangesAcrossNoughtHaveNoShare(t *testing.T) {
	for figures, want := range map[string]string{"40 -10": "down 50 on August", "40 10": "down 30 (75%) on August", "40 0": "down 40 (100%) on August"} {
		a := assessOne(t, defaultBook(t), "DM01 A metric\n  unit: count, lower\n  actual: 2022-08 "+figures)
		if got := a.Directions[0].Text; got != want {
			t.Errorf("%s: %q, want %q", figures, got, want)
		}
	}
}

// Where nothing is earlier than the reporting period, nothing is compared.
func TestNoPreviousPeriodWithoutFigures(t *testing.T) {
	for figures, want := range map[string]string{"2022-09 5": "", "2022-08 . 5": "", "2022-08 4 5": "August 2022"} {
		a := Assess(read(t, "DM01 A metric\n  unit: count, lower\n  actual: "+figures), defaultBook(t), Options{})
		if got := a.Previous.Words(); got != want {
			t.Errorf("%s: compared with %q, want %q", figures, got, want)
		}
	}
}

func TestSmallChangesAreSteadyWhereTheRulebookSaysSo(t *testing.T) {
	book := bookWith(t, "steady = 0", "steady = 5", "steady_points = 0", "steady_points = 1.5")
	for _, c := range []struct {
		figures string
		want    report.Judgement
	}{
		{"count, lower|100 105", report.Steady}, {"count, lower|100 106", report.Worse},
		{"percent, lower, one place|30 31.5", report.Steady}, {"percent, lower, one place|30 31.6", report.Worse},
	} {
		unit, figures, _ := strings.Cut(c.figures, "|")
		a := assessOne(t, book, "DM01 A metric\n  unit: "+unit+"\n  actual: 2022-08 "+figures)
		if got := a.Directions[0].Word; got != c.want {
			t.Errorf("%s: %s, want %s", c.figures, got, c.want)
		}
	}
}

func TestTheArrowIsTheRulebooksChoice(t *testing.T) {
	book := bookWith(t, `against = ["previous", "year"]`, `against = ["year", "previous"]`)
	a := assessOne(t, book, "DM01 A metric\n  actual: 2022-08 100 105")
	if got := a.Directions[0].Against.String(); got != "2021-09" {
		t.Errorf("first against %s, want 2021-09", got)
	}
}

func TestHowLongARatingHasLasted(t *testing.T) {
	for _, c := range []struct {
		what, figures, since, lasted string
		newly                        bool
	}{
		{"a run", "100 130 131 132", "2022-07", "3 months", true},
		{"from the beginning", "130 131 132 133", "2022-06", "4 months or more", false},
		{"a gap leaves it open", "130 131 n/a 132", "2022-09", "1 month or more", false},
		{"new this month", "100 100 100 132", "2022-09", "1 month", true},
	} {
		a := assessOne(t, defaultBook(t), "DM01 A metric\n  actual: 2022-06 "+c.figures+"\n  target: 100")
		newly := c.newly && c.lasted == "1 month"
		if a.RatedSince.String() != c.since || a.RatedFor != c.lasted || a.NewlyRated != newly {
			t.Errorf("%s: since %s, %s, newly %t; want %s, %s, %t", c.what, a.RatedSince, a.RatedFor, a.NewlyRated, c.since, c.lasted, newly)
		}
	}
}

func TestRecords(t *testing.T) {
	for _, c := range []struct{ what, from, figures, want string }{
		{"of the year", "2022-01", "5 6 7 6 5 6 7 6 9", "the highest month of 2022 so far"},
		{"too early in the year", "2022-05", "5 6 7 6 9", ""},
		{"an equal figure is no record", "2022-01", "5 6 9 6 5 6 7 6 9", ""},
		{"since an earlier month", "2021-06", "9 5 6 7 6 5 6 7 6 5 6 7 6 5 6 8", "the highest month since June 2021"},
		{"lowest of all", "2021-06", "9 5 6 7 6 5 6 7 6 5 6 7 6 5 6 4", "the lowest month of all since June 2021"},
		{"beyond a figure of this year that was higher", "2020-09", "9 5 6 7 6 5 6 7 6 5 6 7 6 5 6 4 9 5 5 5 5 5 5 5 8", ""},
	} {
		a := assessOne(t, defaultBook(t), "DM01 A metric\n  actual: "+c.from+" "+c.figures)
		got := ""
		if len(a.Records) > 0 {
			got = a.Records[0].Text
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.what, got, c.want)
		}
	}
}

func TestRecordsOfTheFinancialYear(t *testing.T) {
	book := bookWith(t, `year = "calendar"`, `year = "financial"`)
	a := assessOne(t, book, "DM01 A metric\n  actual: 2022-03 11 5 6 7 6 5 6 8")
	if len(a.Records) != 1 || a.Records[0].Text != "the highest month of 2022/23 so far" || a.Records[0].Word != report.Worse {
		t.Errorf("records %+v", a.Records)
	}
}

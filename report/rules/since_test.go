package rules

import (
	"testing"

	"panelpack/report"

	"github.com/google/go-cmp/cmp"
)

// earlierOf is a pack as its record would tell of it.
func earlierOf(a *report.Assessed) *report.Earlier {
	e := &report.Earlier{Source: report.Source{File: "last.json"}, Rulebook: a.Policy.Source, Period: a.Period}
	for _, m := range a.Metrics {
		then := report.EarlierMetric{
			Ref: m.Metric.Ref, Name: m.Metric.Name, Definition: m.Metric.Definition, Category: titleIn(a.Categories, m.Classification.Category),
			Unit: m.Metric.Unit.String(), Polarity: m.Metric.Polarity.String(), Rating: m.Rating,
			Target:      report.EarlierTarget{Value: m.Now.Target.Value, Words: m.Now.Target.Words(m.Metric.Unit)},
			FinalTarget: report.EarlierTarget{Value: m.FinalTarget.Value, Words: m.FinalTarget.Words(m.Metric.Unit)},
		}
		for _, o := range m.Observations {
			then.Figures = append(then.Figures, report.EarlierFigure{Period: o.Period, Actual: o.Actual, Target: o.Target.Value})
		}
		e.Metrics = append(e.Metrics, then)
	}
	return e
}

// since compares two workbooks, the first as it was packed.
func since(t *testing.T, then, now string) *report.Changes {
	t.Helper()
	book := defaultBook(t)
	earlier := earlierOf(Assess(read(t, then), book, Options{}))
	return Assess(read(t, now), book, Options{Previous: earlier}).Changes
}

func changed(list []report.FigureChange) []string {
	var all []string
	for _, f := range list {
		all = append(all, f.Ref+" "+f.From.String()+" "+f.To.String()+": "+f.Then+", "+f.Now)
	}
	return all
}

const augustPack = `
DM01 Referrals
  unit: count, lower
  actual: 2022-06 200 210 220
  target: 2022-06 200 200 200 200 190
  final: 180
DM02 Contacts
  unit: count, lower
  actual: 2022-06 90 95 100
  target: 100
ES01 Visits in time
  unit: percent, higher, one place
  actual: 2022-06 80.1 80.2 80.3
  target: 80
`

func TestAnotherMonthAloneChangesOnlyRatings(t *testing.T) {
	c := since(t, augustPack, `
DM01 Referrals
  unit: count, lower
  actual: 2022-06 200 210 220 260
  target: 2022-06 200 200 200 200 190
  final: 180
DM02 Contacts
  unit: count, lower
  actual: 2022-06 90 95 100 100
  target: 100
ES01 visits in  time
  unit: percent, higher
  actual: 2022-06 80 80 80 80
  target: 80
`)
	want := &report.Changes{
		Source: report.Source{File: "last.json"}, Since: period(t, "2022-08"),
		Ratings: []report.RatingChange{{
			Ref: "DM01", Before: report.Amber, Now: report.Red, Why: "30.0% above the incremental target of 200: more than 20%",
		}},
	}
	if diff := cmp.Diff(want, c, cmp.AllowUnexported(report.Period{})); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestRestatedFiguresAndTargets(t *testing.T) {
	c := since(t, augustPack, `
DM01 Referrals
  unit: count, lower
  actual: 2022-06 200 215 250 240
  target: 2022-06 205 205 200 200 195
  final: <180
DM02 Contacts
  unit: count, lower
  actual: 2022-06 c n/a 100 100
  target: <=100
ES01 Visits in time
  unit: percent, higher, one place
  actual: 2022-06 80.1 80.2 80.3 79
  target: 80
`)
	wantFigures := []string{"DM01 2022-07 2022-07: 210, 215", "DM01 2022-08 2022-08: 220, 250", "DM02 2022-06 2022-06: a figure, suppressed", "DM02 2022-07 2022-07: 95, not available"}
	if diff := cmp.Diff(wantFigures, changed(c.Figures)); diff != "" {
		t.Errorf("figures (-want +got)\n%s", diff)
	}
	wantTargets := []string{"DM01 2022-06 2022-07: 200, 205", "DM01 2022-10 2022-10: 190, 195", "DM01  : 180, less than 180", "DM02 2022-08 2022-08: 100, at most 100"}
	if diff := cmp.Diff(wantTargets, changed(c.Targets)); diff != "" {
		t.Errorf("targets (-want +got)\n%s", diff)
	}
	wantRevised := []report.RatingChange{{Ref: "DM01", Before: report.Amber, Now: report.Red}}
	if diff := cmp.Diff(wantRevised, c.Revised); diff != "" {
		t.Errorf("ratings of August by what is known now (-want +got)\n%s", diff)
	}
}

func TestMetricsAreKnownAgain(t *testing.T) {
	then := `
M01 Referrals
  actual: 2022-08 1
M02 Contacts
  actual: 2022-08 2
M03 Visits
  unit: count, higher
  actual: 2022-08 3
M04 Children in care
  actual: 2022-08 4
M05 Money
  actual: 2022-08 50
`
	now := `
M01 Assessments
  actual: 2022-08 9
M02 Referrals
  actual: 2022-08 1
M03 Visits
  unit: percent, lower
  actual: 2022-08 30
M04 Children looked after
  actual: 2022-08 4
M06 Money
  actual: 2022-08 50
`
	c := since(t, then, now)
	var got []string
	for _, m := range c.Metrics {
		got = append(got, m.Ref+" "+m.Name+": "+m.Part.Key()+" "+m.Then)
	}
	want := []string{
		"M01 Assessments: new ", "M02 Referrals: ref M01",
		"M04 Children looked after: name Children in care",
		"M03 Visits: unit count", "M03 Visits: polarity higher is better",
		"M06 Money: ref M05",
		"M02 Contacts: dropped ",
	}
	if diff := cmp.Diff(setOf(want), setOf(got)); diff != "" || len(got) != len(want) {
		t.Errorf("%d changes (-want +got)\n%s", len(got), diff)
	}
	if len(c.Figures) != 0 {
		t.Errorf("figures of other units are compared: %v", changed(c.Figures))
	}
}

// A pack held against itself has no changes, whatever is in it.
func TestNothingChangesAgainstOneself(t *testing.T) {
	c := since(t, questionMetrics, questionMetrics)
	if n := len(c.Metrics) + len(c.Ratings) + len(c.Revised) + len(c.Figures) + len(c.Targets); n != 0 || c.Rules {
		t.Errorf("%d changes: %+v", n, c)
	}
}

func TestAnotherRulebookIsSaid(t *testing.T) {
	earlier := earlierOf(Assess(read(t, augustPack), defaultBook(t), Options{}))
	c := Compare(earlier, Assess(read(t, augustPack), bookWith(t, "red = { over = 20 }", "red = { over = 10 }"), Options{}))
	if !c.Rules {
		t.Error("another rulebook passes for the same")
	}
}

func TestOfficerIsToldWhatChanged(t *testing.T) {
	earlier := earlierOf(Assess(read(t, augustPack), defaultBook(t), Options{}))
	now := read(t, `
DM01 Referrals
  unit: count, lower
  actual: 2022-06 200 215 250
  target: 2022-06 200 200 200 200 195
  final: 180
DM03 New one
  unit: count, lower
  actual: 2022-06 90 95 100
  target: 100
ES01 Visits made in time
  unit: percent, higher, one place
  actual: 2022-06 80.1 80.2 80.3
  target: 80
`)
	now.Details.Period = period(t, "2022-08")
	var got []string
	for _, f := range Assess(now, defaultBook(t), Options{Previous: earlier}).Findings {
		got = append(got, f.String())
	}
	want := []string{
		`book.xlsx: note: DM03: the metric was not in the pack for August 2022`,
		`book.xlsx: note: ES01: the name is not what it was in the pack for August 2022`,
		`book.xlsx: warning: DM02: "Contacts" was in the pack for August 2022 and is not in the workbook`,
		`book.xlsx: warning: DM01: the figure for July 2022 is "215" and was 210 in the pack for August 2022; 1 more changed`,
		`book.xlsx: warning: DM01: the target for October 2022 is "195" and was 190 in the pack for August 2022`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestALaterPackIsNotComparedWith(t *testing.T) {
	book := defaultBook(t)
	earlier := earlierOf(Assess(read(t, augustPack), book, Options{}))
	a := Assess(read(t, augustPack), book, Options{Period: period(t, "2022-07"), Previous: earlier})
	if a.Changes != nil {
		t.Error("a later pack is taken for an earlier one")
	}
	last := a.Findings[len(a.Findings)-1]
	if want := "last.json: warning: the record is of August 2022, later than July 2022; nothing is compared with it"; last.String() != want {
		t.Errorf("the finding is %q, want %q", last, want)
	}
}

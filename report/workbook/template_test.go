package workbook

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"panelpack/report"
)

var smallTemplate = Template{From: report.MonthOf(2022, time.July), Months: 4, Metrics: 6}

// filledTemplate is the template as an officer fills it in and saves it: each
// line of entries is a sheet, a cell and what is typed there.
func filledTemplate(t *testing.T, entries string) []byte {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(write(t, smallTemplate.Book())))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for line := range strings.Lines(entries) {
		line = strings.TrimSpace(line)
		where, typed, ok := strings.Cut(line, " = ")
		sheet, cell, placed := strings.Cut(where, "!")
		if !ok || !placed {
			continue
		}
		if err := f.SetCellValue(sheet, cell, typedValue(typed)); err != nil {
			t.Fatal(err)
		}
	}
	var saved bytes.Buffer
	if err := f.Write(&saved); err != nil {
		t.Fatal(err)
	}
	return saved.Bytes()
}

// typedValue is what Excel makes of what is typed.
func typedValue(typed string) any {
	if day, err := time.Parse("2/1/2006", typed); err == nil {
		return day
	}
	if f, ok := parseText(typed); ok && !f.Signed {
		return f.Number
	}
	return typed
}

const filledIn = `
	Pack!B4 = Anyshire Council
	Pack!B6 = 17/11/2022
	Pack!B7 = 1/9/2022
	Pack!B9 = Provisional figures
	Scorecard!A5 = CS02
	Scorecard!B5 = Referrals
	Scorecard!D5 = Number
	Scorecard!E5 = Low
	Scorecard!F5 = Head of Front Door
	Scorecard!G5 = Demand
	Scorecard!H5 = 220
	Scorecard!I5 = 310
	Scorecard!J5 = 251
	Scorecard!K5 = 377
	Scorecard!I6 = 240
	Scorecard!J6 = 235
	Scorecard!K6 = 230
	Scorecard!L6 = 225
	Scorecard!A7 = CS04
	Scorecard!B7 = Assessments in timescale
	Scorecard!D7 = %
	Scorecard!E7 = High
	Scorecard!I7 = 83.2
	Scorecard!J7 = n/a
	Scorecard!K7 = 76.4%
	Scorecard!K8 = >50%
	Scorecard!A11 = CS09
	Scorecard!B11 = Moves
	Scorecard!D11 = Number
	Scorecard!E11 = Near plan
	Scorecard!I11 = c
	Scorecard!J11 = 0
	Scorecard!K11 = 12
	Scorecard!K12 = 10-15
	Definitions!A5 = CS02
	Definitions!B5 = Referrals
	Definitions!C5 = Every referral that was accepted
	Definitions!D5 = In the month
	Definitions!A6 = CS09
	Definitions!D6 = Rolling 12 months
	Commentary!A5 = CS02
	Commentary!B5 = Head of Front Door
	Commentary!C5 = Schools went back.
	Snapshots!A5 = CS02
	Snapshots!B5 = 3/11/2022
	Snapshots!C5 = 342
	Snapshots!D5 = 3/5/2022
	Snapshots!E5 = 229
	Forecasts!A5 = CS04
	Forecasts!B5 = 1/1/2023
	Forecasts!C5 = 69%
	Forecasts!D5 = Two new teams
	Events!A5 = 1/7/2022
	Events!B5 = Inspection
	Events!C5 = CS02, CS04
	Findings!A5 = F1
	Findings!B5 = 1/7/2022
	Findings!C5 = Front door
	Findings!D5 = Inadequate
	Findings!E5 = Referrals wait too long
	Findings!F5 = CS02
`

// TestTemplateFilledInIsReadWhole: every figure, and nothing to ask about.
func TestTemplateFilledInIsReadWhole(t *testing.T) {
	sub, err := Read("filled.xlsx", filledTemplate(t, filledIn), Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range sub.Findings {
		t.Errorf("unexpected finding: %v", f)
	}
	expect(t, sub, map[string]string{
		"CS02": "2022-07 310 of 240\n2022-08 251 of 235\n2022-09 377 of 230\n2022-10 not yet available of 225",
		"CS04": "2022-07 83.2%\n2022-08 not available\n2022-09 76.4% of more than 50.0%\n2022-10 not yet available",
		"CS09": "2022-07 suppressed\n2022-08 0\n2022-09 12 of between 10 and 15\n2022-10 not yet available",
	})
	referrals := find(t, sub, "CS02")
	got := fmt.Sprintf("%d metrics; %s on %s about %s, %s; %s by %s, %s, %s, %s, %s, final %s; %s",
		len(sub.Series), sub.Details.Council, sub.Details.Meeting, sub.Details.Period, sub.Details.StatusNote,
		referrals.Metric.Name, referrals.Metric.Owner, referrals.Metric.Category, referrals.Metric.Definition,
		referrals.Metric.Polarity, find(t, sub, "CS09").Metric.Polarity, referrals.FinalTarget.Words(report.Unit{}), sub.Commentary[0].Text)
	want := "3 metrics; Anyshire Council on 2022-11-17 about 2022-09, Provisional figures; " +
		"Referrals by Head of Front Door, Demand, Every referral that was accepted, lower is better, nearest to plan is best, final 220; Schools went back."
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	s, f := referrals.Snapshots[0], find(t, sub, "CS04").Forecasts[0]
	got = fmt.Sprintf("%s %s since %s %s; %s %s, %s; %s of %v; %s of %v", s.AsAt, s.Value.Decimal(), s.BaseAsAt, s.Base.Decimal(),
		f.Period, f.Value.Decimal(), f.Basis, sub.Events[0].Label, sub.Events[0].Metrics, sub.Inspections[0].ID, sub.Inspections[0].Metrics)
	if want := "2022-11-03 342 since 2022-05-03 229; 2023-01 69.0, Two new teams; Inspection of [CS02 CS04]; F1 of [CS02]"; got != want {
		t.Errorf("the other sheets:\n%s, want\n%s", got, want)
	}
}

// TestTemplateLeftBlankIsRefused: an officer who builds from it at once is told.
func TestTemplateLeftBlankIsRefused(t *testing.T) {
	_, err := Read("blank.xlsx", write(t, smallTemplate.Book()), Options{})
	if want := "blank.xlsx has no scorecard: no sheet has metrics with figures for named periods"; err == nil || err.Error() != want {
		t.Errorf("%v, want %s", err, want)
	}
	u, err := Understand("blank.xlsx", write(t, smallTemplate.Book()), Options{})
	if err != nil || len(u.Submission.Findings) > 0 {
		t.Errorf("the blank template raises %v, %v", err, u.Submission.Findings)
	}
}

// TestTemplateOffersWordsThatAreRead holds the drop-downs, and the marks that
// the instructions name, to what the importer goes by.
func TestTemplateOffersWordsThatAreRead(t *testing.T) {
	w := newWords()
	if err := w.readWords(embeddedWords); err != nil {
		t.Fatal(err)
	}
	for group, choices := range map[string][]string{"unit": unitChoices, "polarity": polarityChoices, "basis": basisChoices, "figure": rowChoices} {
		for _, choice := range choices {
			if w.meaning(group, choice) == "" {
				t.Errorf("%q is offered and says nothing as a %s", choice, group)
			}
			if strings.Contains(choice, ",") {
				t.Errorf("%q would be two choices", choice)
			}
		}
	}
	for _, choice := range append(append([]string{}, unitChoices...), polarityChoices...) {
		if !strings.Contains(templateText, "\n"+choice+" | ") {
			t.Errorf("the instructions do not explain %q", choice)
		}
	}
	for _, mark := range []string{"c", "n/a", "z", "tbc"} {
		if f, trouble := w.textFigure(mark); trouble != nil || f.State == report.NotReported || !strings.Contains(templateText, "\n"+mark+" | ") {
			t.Errorf("the mark %q is %v, %v", mark, f.State, trouble)
		}
	}
}

func TestTemplateHasNothingMergedAndStaysInSight(t *testing.T) {
	for _, s := range smallTemplate.Book().Sheets {
		for r, row := range s.Rows {
			for c, e := range row {
				if e.Across > 1 {
					t.Errorf("%s merges %s%d", s.Name, report.ColumnName(c+1), r+1)
				}
			}
		}
		if s.Name != "Instructions" && s.Name != "Pack" && s.FreezeRows != headingRow {
			t.Errorf("%s keeps %d rows in sight, want its headings", s.Name, s.FreezeRows)
		}
	}
}

// TestTemplateChecks works the formulas of the checks out as Excel does.
func TestTemplateChecks(t *testing.T) {
	checks := map[string]Check{}
	for _, c := range smallTemplate.scorecard().Checks {
		checks[c.Title] = c
	}
	tests := []struct {
		title, row, typed string
		want              bool
	}{
		{"Figure", "Actual", "377", true}, {"Figure", "Actual", "0.5", true}, {"Figure", "Actual", "c", true},
		{"Figure", "Actual", "N/A", true}, {"Figure", "Actual", "tbc", true}, {"Figure", "Actual", "-", true},
		{"Figure", "Actual", "9l.4", false}, {"Figure", "Actual", ">50%", false}, {"Figure", "Actual", "90-95", false},
		{"Figure", "Target", "230", true}, {"Figure", "Target", ">50%", true}, {"Figure", "Target", "<=20", true},
		{"Figure", "Target", "90-95%", true}, {"Figure", "Target", "soon", false},
		{"Final target", "Actual", "70", true}, {"Final target", "Actual", ">=90%", true}, {"Final target", "Actual", "?", false},
		{"Ref", "Actual", "CS02", true}, {"Ref", "Actual", "CS99", false},
	}
	for _, tt := range tests {
		f := excelize.NewFile()
		first, _, _ := strings.Cut(checks[tt.title].Cells, ":")
		_ = f.SetCellValue("Sheet1", "A9", "CS99")
		_ = f.SetCellValue("Sheet1", "C5", tt.row)
		_ = f.SetCellValue("Sheet1", first, typedValue(tt.typed))
		_ = f.SetCellFormula("Sheet1", "Z1", checks[tt.title].Formula)
		got, err := f.CalcCellValue("Sheet1", "Z1")
		if err != nil || got != strings.ToUpper(fmt.Sprint(tt.want)) {
			t.Errorf("%q as the %s of a row %s: %s %v, want %v", tt.typed, tt.title, tt.row, got, err, tt.want)
		}
	}
}

// TestWriteCheck: the library that writes them does not escape formulas.
func TestWriteCheck(t *testing.T) {
	book := &Book{Sheets: []Sheet{{Name: "Scorecard", Checks: []Check{
		{Cells: "A1:A9", Choices: []string{"High", "Low"}, Title: "Good is", Prompt: "Which way is good?", Refusal: "Choose one."},
		{Cells: "B1:B9", Day: true, Refusal: "Type a day."},
		{Cells: "C1:C9", Formula: `=AND(C1<5,C1<>"a&b")`},
		{Cells: "D1:D9", Prompt: "A role, and no name"},
	}}}}
	f, err := excelize.OpenReader(bytes.NewReader(write(t, book)))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rules, err := f.GetDataValidations("Scorecard")
	if err != nil || len(rules) != 4 {
		t.Fatalf("%d checks, %v", len(rules), err)
	}
	for i, want := range []string{`list A1:A9 "High,Low"`, "date B1:B9 32874", `custom C1:C9 AND(C1<5,C1<>"a&b")`} {
		if got := rules[i].Type + " " + rules[i].Sqref + " " + rules[i].Formula1; got != want {
			t.Errorf("check %d is %s, want %s", i+1, got, want)
		}
	}
	if rules[3].Type != "" || rules[3].Sqref != "D1:D9" || rules[3].Error != nil {
		t.Errorf("a check that refuses nothing is %+v", rules[3])
	}
	if *rules[0].Prompt != "Which way is good?" || *rules[0].Error != "Choose one." || *rules[0].ErrorStyle != "stop" || rules[1].ShowInputMessage {
		t.Errorf("the messages are %+v", rules[0])
	}
	book.Sheets[0].Checks = []Check{{Cells: "A1", Formula: "=TRUE", Prompt: strings.Repeat("£", 256)}}
	if err := Write(&bytes.Buffer{}, book); err == nil || err.Error() != "Scorecard: a text of the check of A1 is too long" {
		t.Errorf("a text that Excel does not take: %v", err)
	}
}

package pdf_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"panelpack/report"
	"panelpack/report/narrative"
	"panelpack/report/pdf"
)

var september = report.MonthOf(2022, time.September)

// assessment is a metric with figures for the 25 months up to September 2022.
func assessment(n int, category string, rating report.Rating) report.Assessment {
	a := report.Assessment{
		Rating: rating, Reason: "63.9% above the incremental target of 230: more than 20%", RatedFor: "3 months",
		Deviation:   report.Deviation{Known: true, Adverse: true, Percent: report.Number(639, 1), Short: "63.9% above"},
		FigureLines: []string{"in September 2022", "target 230", "lower is better"},
		Facts: []report.Text{
			report.Rich("**63.9% above** the incremental target of 230; red for 3 months."),
			report.Rich("The **highest month of 2022** so far, and since September 2020; up 55 (17.1%) on August."),
		},
		Chart: report.ChartWords{
			Title: "Referrals are at their highest this year", Subtitle: "Number in month, September 2020 to September 2022",
			Alt: "A line rises from 250 to 377.",
		},
		Directions: []report.Direction{{Against: september.Add(-1), Change: report.Number(55, 0), Word: report.Worse}},
	}
	a.Classification.Category = category
	a.Metric = report.Metric{Ref: fmt.Sprintf("M%03d", n), Name: "Referrals to children’s social care", ShortName: "Referrals",
		Owner: "Head of Front Door", Definition: "Requests for services accepted as a referral.", Polarity: report.LowerIsBetter}
	for i := range 25 {
		o := report.Observation{Period: september.Add(i - 24), Actual: report.Number(int64(250+7*(i%5)+3*i), 0)}
		o.Target = report.Target{Value: report.Number(230, 0)}
		a.Observations = append(a.Observations, o)
		a.History = append(a.History, report.Amber)
	}
	a.Observations[24].Actual = report.Number(377, 0)
	a.History[24] = rating
	a.Now = a.Observations[24]
	return a
}

// pack is a pack of n metrics in two categories; every second has commentary.
func pack(n int) *report.Pack {
	sub := &report.Submission{
		Source: report.Source{File: "anyshire.xlsx", SHA256: strings.Repeat("4be1", 16)},
		Details: report.Details{Council: "Anyshire Council", Panel: "Children’s, Young People’s and Lifelong Learning Overview and Scrutiny Panel (South)", ReportOf: "Director",
			Meeting: report.Date{Year: 2022, Month: 11, Day: 17}, StatusNote: "Trial: invented figures"},
		Latest: report.Date{Year: 2022, Month: 9, Day: 30},
	}
	a := &report.Assessed{
		Submission: sub, Period: september, Previous: september.Add(-1),
		Categories: []report.Category{{ID: "one", Title: "Demand management"}, {ID: "two", Title: "Feedback from children"}},
		Policy: report.Policy{Title: "Children’s services performance pack", Gap: "more than 10%, up to 20% away",
			Prompts: map[report.Rating][]string{report.Red: {"What is driving this?", "What are we doing about it?", "When will it be back on track?"}},
			Bands:   []report.Band{{Rating: report.Green, Words: "within 2% of target, or better"}, {Rating: report.Red, Words: "more than 20% away"}}},
		PublishBy: report.Date{Year: 2022, Month: 11, Day: 9}, PublishHow: "five clear days",
	}
	for i := range n {
		category := "one"
		if i >= n/2 {
			category = "two"
		}
		m := assessment(i+1, category, report.Ratings()[i%5])
		a.Metrics = append(a.Metrics, m)
		a.Counts.Add(m.Rating)
		sub.Series = append(sub.Series, m.Series)
		if i%2 == 1 {
			sub.Commentary = append(sub.Commentary, report.CommentaryEntry{Metric: m.Metric.Ref, File: sub.Source.File,
				Text: strings.Repeat("School return brought more contacts than in any September before. ", 1+i%4)})
		}
	}
	collected, _ := narrative.Read(sub)
	return narrative.Fill(a, collected, narrative.Options{Program: "panelpack test"})
}

func write(t testing.TB, p *report.Pack) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := pdf.Write(&b, p); err != nil {
		t.Fatal(err)
	}
	if _, timed := t.(*testing.B); !timed {
		accessible(t, b.Bytes())
	}
	return b.Bytes()
}

func TestTheSamePackGivesTheSameBytes(t *testing.T) {
	if !bytes.Equal(write(t, pack(7)), write(t, pack(7))) {
		t.Error("two packs of the same figures differ")
	}
}

func BenchmarkWrite(b *testing.B) {
	for _, n := range []int{38, 200, 1000} {
		p := pack(n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			size := 0
			for b.Loop() {
				size = len(write(b, p))
			}
			b.ReportMetric(float64(size)/1024, "KB")
		})
	}
}

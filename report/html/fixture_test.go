package html_test

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"os"
	"strings"
	"testing"
	"time"

	"panelpack/report"
	"panelpack/report/chart"
	"panelpack/report/html"
	"panelpack/report/narrative"
	"panelpack/report/rules"
	"panelpack/report/workbook"
	"panelpack/templates"
)

const sampleFile = "../../samples/nel-2022-09.xlsx"

var september = report.MonthOf(2022, time.September)

// samplePack is the sample workbook taken through every stage.
func samplePack(t testing.TB) *report.Pack {
	t.Helper()
	data, err := os.ReadFile(sampleFile)
	if err != nil {
		t.Fatal(err)
	}
	sub, err := workbook.Read("nel-2022-09.xlsx", data, workbook.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return packOf(t, sub)
}

// packOf judges sub by the default rulebook and fills the pack.
func packOf(t testing.TB, sub *report.Submission) *report.Pack {
	t.Helper()
	book, _ := rules.Load("default rulebook", templates.RulebookTOML)
	if book == nil {
		t.Fatal("the default rulebook has errors")
	}
	collected, _ := narrative.Read(sub)
	assessed := rules.Assess(sub, book, rules.Options{HasCommentary: collected.Has})
	return narrative.Fill(assessed, collected, narrative.Options{Program: "panelpack test", ScalePolicy: chart.ScalePolicy})
}

// submission is n metrics of a made-up council, each with 25 months of plain
// figures, which change may change. Every second has commentary.
func submission(n int, change func(i int, s *report.Series)) *report.Submission {
	sub := &report.Submission{
		Source: report.Source{File: "anyshire.xlsx", SHA256: strings.Repeat("4be1", 16)},
		Details: report.Details{Council: "Anyshire Council", Panel: "Children’s Scrutiny Panel", Title: "Performance pack",
			Meeting: report.Date{Year: 2022, Month: 11, Day: 17}, Period: september, StatusNote: "Trial: invented figures"},
		Latest: report.Date{Year: 2022, Month: 9, Day: 30},
	}
	for i := range n {
		ref := fmt.Sprintf("M%03d", i+1)
		s := report.Series{Metric: report.Metric{
			Ref: ref, Name: fmt.Sprintf("Referrals to team %d", i+1), Polarity: report.LowerIsBetter, Owner: "Head of Front Door",
			Section: []string{"Demand", "Effectiveness", "Feedback from children"}[i*3/n], Definition: "Requests for services accepted as a referral.",
		}}
		for m := range 25 {
			s.Observations = append(s.Observations, report.Observation{
				Period: september.Add(m - 24), Actual: report.Number(int64(200+7*((m+i)%9)+i%60), 0), Target: report.Target{Value: report.Number(230, 0)},
			})
		}
		if change != nil {
			change(i, &s)
		}
		sub.Series = append(sub.Series, s)
		if i%2 == 1 {
			sub.Commentary = append(sub.Commentary, report.CommentaryEntry{Metric: s.Metric.Ref, File: sub.Source.File,
				Text: strings.Repeat("School return brought more contacts than any September before. ", 1+i%4)})
		}
	}
	return sub
}

// hostile is a pack whose every word tries to be something else, and whose
// names, refs and figures are as odd as a workbook can make them.
func hostile(t testing.TB) *report.Pack {
	t.Helper()
	const attack = `</title></style></script><script>alert(1)</script><img src=x onerror="alert(2)">'"&{{.}}`
	sub := submission(9, func(i int, s *report.Series) {
		m := &s.Metric
		switch i {
		case 0:
			m.Name, m.Owner, m.Definition = attack, attack, attack
		case 1:
			m.Ref = `A "1" <b>`
		case 2:
			m.Name = "Plant sy’n derbyn gofal yng Nghymru ŵŷ €5 \U0001F600"
		case 3:
			m.Name = strings.Repeat("Children who waited for an assessment of their emotional needs ", 3)
		case 4:
			s.Observations = s.Observations[:0]
		case 5:
			for j := range s.Observations {
				s.Observations[j].Actual = report.Missing(report.Suppressed)
			}
		case 6:
			m.Ref, m.Name = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch", "Averylongwordwithoutanyspacesatallthatcannotbebrokenanywhere"
		case 7:
			m.Unit, m.Places = report.Unit{Kind: report.Percent}, 1
			for j := range s.Observations {
				s.Observations[j].Actual = report.Number(int64(-300+j*30), 1)
				s.Observations[j].Target = report.Target{Sense: report.MoreThan, Value: report.Number(500, 1)}
			}
		}
	})
	d := &sub.Details
	d.Council, d.Panel, d.Title, d.StatusNote, d.ReportOf = attack, attack, attack, attack+"\\ }", attack
	sub.Source.File = attack
	sub.Events = []report.Event{{Period: september.Add(-3), Label: attack}}
	sub.Commentary = append(sub.Commentary, report.CommentaryEntry{Metric: "M001", Text: attack + "\n\n" + strings.Repeat("A page of words. ", 200)})
	sub.Inspections = []report.InspectionFinding{{ID: attack, Area: attack, Judgement: attack, Finding: attack, Metrics: []string{"M001"}}}
	p := packOf(t, sub)
	p.House = report.House{Logo: picture(t), Words: attack, Accent: &report.Colour{R: 0x4b, G: 0x2a, B: 0x6b}}
	return p
}

// picture is a small PNG.
func picture(t testing.TB) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 120, 40))); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// large is a pack of 60 metrics, most of them far from target.
func large(t testing.TB) *report.Pack {
	t.Helper()
	return packOf(t, submission(60, func(i int, s *report.Series) {
		for j := range s.Observations {
			s.Observations[j].Actual = report.Number(int64(400+(i*j)%90), 0)
		}
	}))
}

func write(t testing.TB, p *report.Pack) string {
	t.Helper()
	var b bytes.Buffer
	if err := html.Write(&b, p); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

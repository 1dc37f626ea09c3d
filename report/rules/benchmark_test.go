package rules

import (
	"fmt"
	"testing"
	"time"

	"panelpack/report"
)

// many is metrics with figures for as many months.
func many(metrics, months int) *report.Submission {
	sub := &report.Submission{}
	for i := range metrics {
		s := report.Series{Metric: report.Metric{Ref: fmt.Sprintf("DM%04d", i), Name: "Assessments completed within 45 working days", Polarity: report.LowerIsBetter}}
		for k := range months {
			s.Observations = append(s.Observations, report.Observation{
				Period: report.MonthOf(2015, time.April).Add(k),
				Actual: report.Number(int64(200+(i+7*k*k)%90), 0),
				Target: report.Target{Value: report.Number(210, 0)},
			})
		}
		sub.Series = append(sub.Series, s)
	}
	return sub
}

func benchmarkAssess(b *testing.B, metrics, months int) {
	book, sub := defaultBook(b), many(metrics, months)
	b.ReportAllocs()
	for b.Loop() {
		Assess(sub, book, Options{})
	}
}

func BenchmarkAssess38x60(b *testing.B)    { benchmarkAssess(b, 38, 60) }
func BenchmarkAssess1000x120(b *testing.B) { benchmarkAssess(b, 1000, 120) }

func BenchmarkLoad(b *testing.B) {
	data := rulebookText(b)
	for b.Loop() {
		Load("rulebook.toml", data)
	}
}

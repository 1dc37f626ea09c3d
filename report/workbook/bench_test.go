package workbook

import (
	"fmt"
	"strings"
	"testing"
)

// scorecardOf is a scorecard of so many metrics over so many months.
func scorecardOf(t testing.TB, metrics, months int) []byte {
	var b strings.Builder
	b.WriteString("sheet Scorecard\n1: Ref | Metric | Unit | Target")
	for m := range months {
		fmt.Fprintf(&b, " | %d-%02d", 2000+m/12, m%12+1)
	}
	for row := range metrics {
		fmt.Fprintf(&b, "\n%d: CS%d | Children counted in way %d | Number | 230", row+2, row, row)
		for m := range months {
			fmt.Fprintf(&b, " | %d", 200+(row*31+m*17)%90)
		}
	}
	return workbookOf(t, b.String())
}

// extractOf is a long extract of so many lines, ten years of each metric.
func extractOf(t testing.TB, rows int) []byte {
	var b strings.Builder
	b.WriteString("sheet Export\n1: Ref | Metric | Unit | Team | Period | Value | Target | Status")
	for row := range rows {
		metric, month := row/120, row%120
		fmt.Fprintf(&b, "\n%d: CS%d | Children counted in way %d | Number | All | %d-%02d | %d | 230 | AMBER",
			row+2, metric, metric, 2000+month/12, month%12+1, 200+(row*31)%90)
	}
	return workbookOf(t, b.String())
}

func benchmarkRead(b *testing.B, data []byte, metrics int) {
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		sub, err := Read("bench.xlsx", data, Options{})
		if err != nil || len(sub.Series) != metrics {
			b.Fatalf("%v, want %d metrics", err, metrics)
		}
	}
}

func BenchmarkScorecard38x36(b *testing.B)    { benchmarkRead(b, scorecardOf(b, 38, 36), 38) }
func BenchmarkScorecard1000x60(b *testing.B)  { benchmarkRead(b, scorecardOf(b, 1000, 60), 1000) }
func BenchmarkScorecard1000x120(b *testing.B) { benchmarkRead(b, scorecardOf(b, 1000, 120), 1000) }
func BenchmarkExtract10000(b *testing.B)      { benchmarkRead(b, extractOf(b, 10_000), 84) }
func BenchmarkExtract100000(b *testing.B)     { benchmarkRead(b, extractOf(b, 100_000), 834) }

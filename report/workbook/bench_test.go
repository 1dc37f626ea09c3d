package workbook

import (
	"bytes"
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
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

// benchmarkPeak runs read, and reports the most memory that was in use at once.
func benchmarkPeak(b *testing.B, read func()) {
	runtime.GC()
	var before, now runtime.MemStats
	runtime.ReadMemStats(&before)
	peak := before.HeapAlloc
	stop, stopped := make(chan bool), make(chan bool)
	go func() {
		defer close(stopped)
		for tick := time.Tick(5 * time.Millisecond); ; {
			select {
			case <-stop:
				return
			case <-tick:
				runtime.ReadMemStats(&now)
				peak = max(peak, now.HeapAlloc)
			}
		}
	}()
	b.ReportAllocs()
	for b.Loop() {
		read()
	}
	close(stop)
	<-stopped
	b.ReportMetric(float64(peak-before.HeapAlloc)/(1<<20), "peak-MB")
}

// sizes are workbooks of two layouts, three of each, so that the growth with
// size can be seen.
var sizes = []struct {
	name    string
	data    func(t testing.TB) []byte
	metrics int
}{
	{"scorecard_38x36", func(t testing.TB) []byte { return scorecardOf(t, 38, 36) }, 38},
	{"scorecard_300x120", func(t testing.TB) []byte { return scorecardOf(t, 300, 120) }, 300},
	{"scorecard_1000x120", func(t testing.TB) []byte { return scorecardOf(t, 1000, 120) }, 1000},
	{"extract_10000", func(t testing.TB) []byte { return extractOf(t, 10_000) }, 84},
	{"extract_30000", func(t testing.TB) []byte { return extractOf(t, 30_000) }, 250},
	{"extract_100000", func(t testing.TB) []byte { return extractOf(t, 100_000) }, 834},
}

// BenchmarkRead is the whole reading: cells, layout, metrics and findings.
func BenchmarkRead(b *testing.B) {
	for _, size := range sizes {
		b.Run(size.name, func(b *testing.B) {
			data := size.data(b)
			benchmarkPeak(b, func() {
				sub, err := Read("bench.xlsx", data, Options{})
				if err != nil || len(sub.Series) != size.metrics {
					b.Fatalf("%v, want %d metrics", err, size.metrics)
				}
			})
		})
	}
}

// BenchmarkExcelize is for comparison: only the cells, each with its type, its
// number format and its stored value.
func BenchmarkExcelize(b *testing.B) {
	for _, size := range sizes {
		b.Run(size.name, func(b *testing.B) {
			data := size.data(b)
			benchmarkPeak(b, func() { readByExcelize(b, data) })
		})
	}
}

func readByExcelize(b *testing.B, data []byte) {
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	sheet := f.GetSheetName(0)
	rows, err := f.GetRows(sheet, excelize.Options{RawCellValue: true})
	if err != nil {
		b.Fatal(err)
	}
	for i, row := range rows {
		for k := range row {
			at, err := excelize.CoordinatesToCellName(k+1, i+1)
			if err == nil {
				_, err = f.GetCellType(sheet, at)
			}
			if err == nil {
				_, err = f.GetCellStyle(sheet, at)
			}
			if err != nil {
				b.Fatal(err)
			}
		}
	}
}

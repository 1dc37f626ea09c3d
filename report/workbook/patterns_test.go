package workbook

import (
	"testing"

	"panelpack/report/mapping"
)

// TestPatternsOfPeriods: the mapping may say how a council writes its periods.
func TestPatternsOfPeriods(t *testing.T) {
	for pattern, tt := range map[string]struct{ heads, want string }{
		"P{month of year} {years}":     {"P05 22/23 | p06 22/23 | P10 2223", "2022-08 7\n2022-09 8\n2023-01 9"},
		"FY{year} P{month of year}":    {"FY22 P5 | FY22 P6 | FY2022 P10", "2022-08 7\n2022-09 8\n2023-01 9"},
		"{year}M{month}":               {"2022M08 | 2022M09 | 2023M01", "2022-08 7\n2022-09 8\n2023-01 9"},
		"Quarter {quarter} of {years}": {"Quarter 1 of 2022-23 | Quarter 2 of 2022-23 | Quarter 4 of 2022/2023", "2022/23-Q1 7\n2022/23-Q2 8\n2022/23-Q4 9"},
		"CHN1 {years}":                 {"CHN1 2020-21 | CHN1 2021-22 | CHN1 2022-23", "2020/21 7\n2021/22 8\n2022/23 9"},
	} {
		p, err := mapping.ParsePattern(pattern)
		if err != nil {
			t.Fatal(err)
		}
		sub, err := Read("q.xlsx", workbookOf(t, `
			sheet Scorecard
			1: Ref | Metric | `+tt.heads+`
			2: CS02 | Referrals | 7 | 8 | 9`), Options{Mapping: &mapping.Mapping{Periods: []mapping.Pattern{p}}})
		if err != nil {
			t.Errorf("%s: %v", pattern, err)
			continue
		}
		expect(t, sub, map[string]string{"CS02": tt.want})
	}
}

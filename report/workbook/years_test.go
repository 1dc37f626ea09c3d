package workbook

import (
	"testing"

	"panelpack/report"
	"panelpack/report/mapping"
)

// TestSchoolYears: where the mapping says so, two years are a school year, in
// headings, in titles over months, and in lines.
func TestSchoolYears(t *testing.T) {
	school := Options{Mapping: &mapping.Mapping{Years: report.SchoolYear}}
	for name, tt := range map[string]struct {
		book string
		want map[string]string
	}{
		"across": {`
			sheet Attainment
			1: Ref | Metric | 2019/20 | 2020-21 | 2021/22 academic year
			2: ED01 | Pupils at level 4 | 61 | 63 | 66`,
			map[string]string{"ED01": "2019/20-school 61\n2020/21-school 63\n2021/22-school 66"}},
		"months beneath a year": {`
			sheet Attendance
			1: 2021/22
			2: Ref | Metric | Sep | Oct | Jul | Aug
			3: ED02 | Pupils absent | 31 | 33 | 36 | 30`,
			map[string]string{"ED02": "2021-09 31\n2021-10 33\n2022-07 36\n2022-08 30"}},
		"a line for each": {`
			sheet Export
			1: Ref | Metric | Period | Value
			2: ED03 | Exclusions | 2019/20 | 14
			3: ED03 | Exclusions | 2020/21 | 11`,
			map[string]string{"ED03": "2019/20-school 14\n2020/21-school 11"}},
	} {
		t.Run(name, func(t *testing.T) {
			sub, err := Read("schools.xlsx", workbookOf(t, tt.book), school)
			if err != nil {
				t.Fatal(err)
			}
			expect(t, sub, tt.want)
		})
	}
}

// Without the mapping two years are a financial year, unless they say that
// they are not.
func TestFinancialYearsAreUsual(t *testing.T) {
	sub, err := Read("plan.xlsx", workbookOf(t, `
		sheet Plan
		1: Ref | Metric | 2019/20 | 2020/21
		2: CP01 | Visits | 61 | 63
		sheet Schools
		1: Ref | Metric | Academic year 2019/20 | Academic year 2020/21
		2: ED01 | Exclusions | 14 | 11`), Options{})
	if err != nil {
		t.Fatal(err)
	}
	expect(t, sub, map[string]string{"CP01": "2019/20 61\n2020/21 63", "ED01": "2019/20-school 14\n2020/21-school 11"})
}

// What years are is asked once, where nothing says so.
func TestYearsAreAskedAboutOnce(t *testing.T) {
	expectTold(t, `
		sheet Plan
		1: Ref | Metric | 2019/20 | 2020/21
		2: CP01 | Visits | 61 | 63
		3: CP02 | Reviews | 51 | 53
	`, `
		Plan!C2: note: years such as 2019/20 are read as financial years, from April to March
	`)
}

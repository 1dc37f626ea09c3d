package workbook

import (
	"strings"
	"testing"

	"panelpack/report"
)

func TestPeriodsAsPeopleWriteThem(t *testing.T) {
	tests := map[string]string{
		"2022-09":    "Sep-22 | Sep 22 | September 2022 | SEPT 2022 | Sep-2022 | 2022 Sep | 09/2022 | 202209 | Sept. 22 | Sep '22 | 2022-09",
		"2022/23":    "2022/23 | 22/23 | 2022-23 | FY 2022/23 | 2022-23 financial year | Financial year 2022 to 2023 | 2022/2023 | Financial Year 2022/23",
		"2022/23-Q2": "Q2 2022/23 | 2022/23 Q2 | Q2 22/23 | Quarter 2 2022/23 | Q2 (2022/23) | Jul to Sep 2022 | Jul-Sep 2022 | July to September 2022 | 2022/23-Q2",
		"2022/23-Q4": "Jan to Mar 2023 | Q4 2022/23",
		"2022":       "2022",
		"2022-10-31": "31/10/2022 | 31 October 2022 | 31-Oct-22 | 2022-10-31 | as at 31 October 2022 | 31/10/22 | 31st October 2022 | 31.10.2022",
		"2008/09":    "2008-09 | 2008/09",
		"2008-10":    "2008-10",
	}
	for want, list := range tests {
		for _, written := range strings.Split(list, " | ") {
			if r, ok := readPeriod(written); !ok || r.Period.String() != want {
				t.Errorf("%q is %q, want %s", written, r.Period, want)
			}
		}
	}
	for _, written := range []string{
		"", "12", "1,012", "2.01.1", "31/31/2022", "0-2", "90-99", "18-19", "2019/22", "Feb to Apr 2022", "Apr to Jul 2022", "Maybe", "Marching", "7 days",
		"year ending March 2022", "Number of contacts", "PERIOD_1", "2022 cohort", "£2022", "2,022", "20.22",
	} {
		if r, ok := readPeriod(written); ok {
			t.Errorf("%q is taken for %q", written, r.Period)
		}
	}
}

// TestPeriodsBesideWords: a heading may name a figure as well as its period.
func TestPeriodsBesideWords(t *testing.T) {
	w := embedded(t)
	tests := map[string]string{
		"Target 22/23":     "2022/23 target",
		"2022/23 outturn":  "2022/23 actual",
		"SN avg 21/22":     "2021/22 benchmark",
		"England 2021/22":  "2021/22 benchmark",
		"Sep-22 Actual":    "2022-09 actual",
		"Q1 23/24 RAG":     "2023/24-Q1 rating",
		"YTD":              " total",
		"Year end target":  " yeartarget",
		"RAG (vs target)":  " rating",
		"Children in 2022": " ",
	}
	for heading, want := range tests {
		h := w.textHeading(heading)
		if got := h.Period.String() + " " + h.Figure; got != want {
			t.Errorf("%q is %q, want %q", heading, got, want)
		}
	}
}

func TestPartsOfPeriodsTakeTheirYear(t *testing.T) {
	financial, calendar := report.FinancialYearOf(2022), report.CalendarYearOf(2022)
	tests := []struct {
		year    report.Period
		written string
		want    string
	}{
		{financial, "Apr May Dec Jan Mar", "2022-04 2022-05 2022-12 2023-01 2023-03"},
		{calendar, "Jan Feb Dec", "2022-01 2022-02 2022-12"},
		{calendar, "Nov Dec Jan Feb", "2022-11 2022-12 2023-01 2023-02"},
		{financial, "Q1 Q4", "2022/23-Q1 2022/23-Q4"},
		{report.Period{}, "Apr May", " "},
		{report.Period{}, "2022 Jan Dec 2023 Jan", "2022 2022-01 2022-12 2023 2023-01"},
		{report.Period{}, "2022/23 Apr Mar 2023/24 Apr", "2022/23 2022-04 2023-03 2023/24 2023-04"},
		{report.Period{}, "2008-08 2008-09 2008-10", "2008-08 2008-09 2008-10"},
		{report.Period{}, "2008-09 2009-10 2010-11", "2008/09 2009/10 2010/11"},
		{report.Period{}, "31/05/2022 30/06/2022 26/07/2022", "2022-05 2022-06 2022-07"},
		{report.Period{}, "01/07/2022 02/07/2022 03/07/2022", "2022-07-01 2022-07-02 2022-07-03"},
	}
	for _, tt := range tests {
		var readings []reading
		for written := range strings.FieldsSeq(tt.written) {
			r, _ := readPeriod(written)
			readings = append(readings, r)
		}
		var got []string
		for _, p := range settle(readings, tt.year) {
			got = append(got, p.String())
		}
		if strings.Join(got, " ") != tt.want {
			t.Errorf("%s in %q is %q, want %q", tt.written, tt.year, strings.Join(got, " "), tt.want)
		}
	}
}

func TestRegular(t *testing.T) {
	tests := []struct {
		written string
		want    bool
	}{
		{"2022-04 2022-05 2022-06", true},
		{"2022-04 2022-04 2022-05 2022-05", true},
		{"2022-06 2022-05 2022-04", true},
		{"2022-04 2022-05 2022-08", true},
		{"2022-04 2022-06 2022-05", false},
		{"2010-03-02 2008-11-30 2012-07-15 2009-01-01", false},
		{"2022-04", false},
		{"", false},
	}
	for _, tt := range tests {
		var periods []report.Period
		for written := range strings.FieldsSeq(tt.written) {
			p, err := report.ParsePeriod(written)
			if err != nil {
				t.Fatal(err)
			}
			periods = append(periods, p)
		}
		if got := regular(periods); got != tt.want {
			t.Errorf("%q is regular: %v, want %v", tt.written, got, tt.want)
		}
	}
}

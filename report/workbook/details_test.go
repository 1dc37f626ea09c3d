package workbook

import "testing"

// TestAReportingPeriodWithoutAColumn: a quarter over figures of months, or a
// month that nobody has a column for, heads no pack.
func TestAReportingPeriodWithoutAColumn(t *testing.T) {
	const months = `
		sheet Scorecard
		1: Ref | Metric | Jul-22 | Aug-22 | Sep-22
		2: CS01 | Contacts | 10 | 11 | 12`
	const quarters = `
		sheet Scorecard
		1: Ref | Metric | Q1 2022/23 | Q2 2022/23
		2: CS01 | Contacts | 10 | 11`
	const both = months + `
		sheet By quarter
		1: Ref | Metric | Q1 2022/23 | Q2 2022/23
		2: CS02 | Visits | 10 | 11`
	for _, tt := range []struct{ book, period, want, told string }{
		{months, "Q2 2022/23", "2022-09", "July to September 2022"},
		{months, "Oct 2022", "2022-09", "October 2022"},
		{months, "Aug 2022", "2022-08", ""},
		{quarters, "Sep 2022", "2022/23-Q2", "September 2022"},
		{quarters, "Q1 2022/23", "2022/23-Q1", ""},
		{both, "Q2 2022/23", "2022/23-Q2", ""},
	} {
		told := ""
		if tt.told != "" {
			told = "Pack!B1: error: the workbook has no column for " + tt.told + "; this reporting period is not used"
		}
		sub := expectTold(t, "sheet Pack\n1: Reporting period | "+tt.period+tt.book, told)
		if got := sub.ReportingPeriod().String(); got != tt.want {
			t.Errorf("%s over %s: the pack is about %s, want %s", tt.period, tt.book, got, tt.want)
		}
	}
}

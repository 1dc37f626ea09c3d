package workbook

import (
	"strings"
	"testing"

	"panelpack/report"
)

// TestMonthlyScorecard is sample layout S1: a metric in each row with one
// target for the year, totals and a rating behind the months.
func TestMonthlyScorecard(t *testing.T) {
	sub := readText(t, `
		sheet "CSC Scorecard "
		1: Anyshire Children's Services Scorecard
		2: Data as at 31 October 2022
		3: "Good is" : H = high, L = low
		5: Ref | Indicator¹ | Good is | Target 22/23 | 2022-04-01 {mmm-yy} | 2022-05-01 {mmm-yy} | 2022-06-01 {mmm-yy} | 2022-07-01 {mmm-yy} | 2022-08-01 {mmm-yy} | 2022-09-01 {mmm-yy} | 2022-10-01 {mmm-yy} | 2022-11-01 {mmm-yy} | 2022-12-01 {mmm-yy} | 2023-01-01 {mmm-yy} | 2023-02-01 {mmm-yy} | 2023-03-01 {mmm-yy} | YTD | RAG | DoT | Commentary
		6: Front door
		7: CS01 | Number of contacts | _ | _ | 1012 {#,##0} | 987 {#,##0} | 1040 | 1101 | 802 | 1233 | 1190 | _ | _ | _ | _ | _ | =SUM(E7:P7) -> 7365 | _ | ▲
		8: CS02 | Referrals | L | 230 | 301 | 322 | 298 | 310 | 251 | 377 | 333 | _ | _ | _ | _ | _ | 2192 | Red | ▲ | School return peak
		9: CS03 | % re-referrals in 12 mths | L | 0.2 {0%} | 0.19 {0.0%} | 0.21 {0.0%} | n/a | 0.224 {0.0%} | 0.2 {0.0%} | 0.231 {0.0%} | 0.218 {0.0%} | _ | _ | _ | _ | _ | 0.213 {0.0%} | Amber | ◄►
		10: Assessment
		11: CS04 | Assessments in 45 days % | H | 85 | 83.2 | 81 | 79.5 | 80.1 | 77 | 76.4 | 78 | _ | _ | _ | _ | _ | 79.3 | Red | ▼ | Agency vacancies
		12: CS05 | CP plans > 2 years | L | <5% | * | * | 3 | * | 4 | .. | c
		20: Source: ChAT, Mosaic.
		21: ¹ Excludes repeat contacts
		merge A1:R1
	`)
	blank := ""
	for _, month := range []string{"2022-11", "2022-12", "2023-01", "2023-02", "2023-03"} {
		blank += month + " not yet available of %\n"
	}
	expect(t, sub, map[string]string{
		"CS02": `
			2022-04 301 of 230
			2022-05 322 of 230
			2022-06 298 of 230
			2022-07 310 of 230
			2022-08 251 of 230
			2022-09 377 of 230
			2022-10 333 of 230
		` + strings.ReplaceAll(blank, "%", "230"),
		"CS03": `
			2022-04 19.0% of 20.0%
			2022-05 21.0% of 20.0%
			2022-06 not available of 20.0%
			2022-07 22.4% of 20.0%
			2022-08 20.0% of 20.0%
			2022-09 23.1% of 20.0%
			2022-10 21.8% of 20.0%
		` + strings.ReplaceAll(blank, "%", "20.0%"),
		"CS04": `
			2022-04 83.2% of 85.0%
			2022-05 81.0% of 85.0%
			2022-06 79.5% of 85.0%
			2022-07 80.1% of 85.0%
			2022-08 77.0% of 85.0%
			2022-09 76.4% of 85.0%
			2022-10 78.0% of 85.0%
		` + strings.ReplaceAll(blank, "%", "85.0%"),
	})
	if len(sub.Series) != 5 {
		t.Errorf("%d metrics, want 5: headings, totals and footnotes are none", len(sub.Series))
	}
	if s := find(t, sub, "CS04"); s.Metric.Section != "Assessment" || s.Metric.Polarity != report.HigherIsBetter || s.Metric.Sheet != "CSC Scorecard" {
		t.Errorf("CS04 stands under %q on %q and %s", s.Metric.Section, s.Metric.Sheet, s.Metric.Polarity)
	}
	if o := find(t, sub, "CS02").Observations[0]; o.TargetNote != "the target for 2022/23 serves every month of it" {
		t.Errorf("the year's target is explained as %q", o.TargetNote)
	}
	if o := find(t, sub, "CS02").Observations[6]; o.Declared != "Red" || o.DeclaredCell.Ref() != "R8" || o.Period.String() != "2022-10" {
		t.Errorf("the council's own rating of %s is %q at %s, want Red for the month that the sheet is as at", o.Period, o.Declared, o.DeclaredCell)
	}
	plans := find(t, sub, "CS05")
	if o := plans.Observations[6]; o.Actual.State() != report.Suppressed || plans.Observations[5].Actual.State() != report.NotAvailable {
		t.Errorf("the marks c and .. of CS05 are %q and %q", o.Actual.State(), plans.Observations[5].Actual.State())
	}
	if got := sub.ReportingPeriod().String(); got != "2022-10" {
		t.Errorf("the workbook is about %s, want 2022-10", got)
	}
	if len(sub.Commentary) != 2 || sub.Commentary[0].Text != "School return peak" || sub.Commentary[0].Metric != "CS02" {
		t.Errorf("commentary: %+v", sub.Commentary)
	}
}

// TestQuarterlyPlan is sample layout S2: quarters over actual, target and
// rating, with last year's outturn before them.
func TestQuarterlyPlan(t *testing.T) {
	sub := readText(t, `
		sheet Q2 Corporate Plan
		1: Corporate Plan KPIs 2023/24
		3: KPI | Unit | 2022/23 outturn | Q1 2023/24 | _ | _ | Q2 2023/24 | _ | _ | Q3 2023/24 | _ | _ | Year end target
		4: _ | _ | _ | Actual | Target | RAG | Actual | Target | RAG | Actual | Target | RAG
		5: PRIORITY 1 - CHILDREN
		6: Children looked after per 10,000 | Rate | 71.4 | 72.0 | 70 | A | 72.9 | 70 | R | _ | 70 | _ | 70
		7: Care leavers in suitable accommodation | % | 91 | 92.3 | 93 | G | 90.1% | 93 | A | _ | 93 | _ | 93
		8: Placement stability (3+ moves) | % | 9.8 (p) | 9.9 | 9 | A | tbc | 9 | _ | _ | 9 | _ | 9
		merge A3:A4 B3:B4 C3:C4 D3:F3 G3:I3 J3:L3 M3:M4 A5:M5
	`)
	expect(t, sub, map[string]string{
		"Children looked after per 10,000": `
			2023/24-Q1 72.0 of 70.0
			2023/24-Q2 72.9 of 70.0
			2023/24-Q3 not yet available of 70.0
			2022/23 71.4
		`,
		"Care leavers in suitable accommodation": `
			2023/24-Q1 92.3% of 93.0%
			2023/24-Q2 90.1% of 93.0%
			2023/24-Q3 not yet available of 93.0%
			2022/23 91.0%
		`,
		"Placement stability (3+ moves)": `
			2023/24-Q1 9.9% of 9.0%
			2023/24-Q2 not yet available of 9.0%
			2023/24-Q3 not yet available of 9.0%
			2022/23 9.8%
		`,
	})
	rate := find(t, sub, "Children looked after per 10,000")
	if o := rate.Observations[1]; o.Declared != "R" || o.DeclaredCell.Ref() != "I6" {
		t.Errorf("the council's own rating of Q2 is %q at %s, want R at I6", o.Declared, o.DeclaredCell)
	}
	if rate.Metric.Section != "PRIORITY 1 - CHILDREN" || rate.FinalTarget.Value.Decimal() != "70.0" || rate.Metric.Unit.Kind != report.Rate {
		t.Errorf("section %q, final target %s, unit %s", rate.Metric.Section, rate.FinalTarget.Value.Decimal(), rate.Metric.Unit)
	}
	if !strings.Contains(told(sub), "the metrics have no refs and are called M01 to M03 in their order") {
		t.Errorf("nobody says that the refs were given by us:\n%s", told(sub))
	}
}

// TestTriples is sample layout S3: numerator, denominator and percentage in
// three rows for each metric, beside other areas' figures.
func TestTriples(t *testing.T) {
	sub := readText(t, `
		sheet Dataset
		1: CHILDREN'S SOCIAL CARE DATASET
		3: PI | Measure | Row | SN avg 21/22 | England 21/22 | "Apr 22" | "May 22" | "Jun 22"
		4: ICPC1 | ICPCs held within 15 days | Num | _ | _ | 21 | 18 | 25
		5: _ | _ | Den | _ | _ | 28 | 24 | 25
		6: _ | _ | % | 79 | 79.1 | =F4/F5 -> 0.75 {0%} | =G4/G5 -> 0.75 {0%} | 1 {0%}
		7: CLA2 | CLA reviews in time | Num | _ | _ | 0 | 48 | 47
		8: _ | _ | Den | _ | _ | 0 | 50 | 50
		9: _ | _ | % | _ | _ | =F7/F8 -> #DIV/0! {0%} | 0.96 {0%} | 0.94 {0%}
		merge A4:A6 B4:B6 A7:A9 B7:B9
	`)
	expect(t, sub, map[string]string{
		"ICPC1": `
			2022-04 75.0%
			2022-05 75.0%
			2022-06 100.0%
		`,
		"CLA2": `
			2022-04 could not be read
			2022-05 96%
			2022-06 94%
		`,
	})
	s := find(t, sub, "ICPC1")
	if s.Metric.Name != "ICPCs held within 15 days" || len(s.Benchmarks) != 2 {
		t.Fatalf("%q with benchmarks %+v", s.Metric.Name, s.Benchmarks)
	}
	if o := s.Observations[1]; o.Base.Decimal() != "24" || o.Actual.Places() != 1 {
		t.Errorf("May is a percentage of %q cases at %d places, want 24 at 1", o.Base.Decimal(), o.Actual.Places())
	}
	if b := s.Benchmarks[0]; b.Name != "SN avg" || b.Period.String() != "2021/22" || b.Value.Decimal() != "79.0" {
		t.Errorf("benchmark %+v, want SN avg 2021/22 at 79", b)
	}
	if !strings.Contains(told(sub), "Dataset!F9: error: CLA2: actual is the error #DIV/0!") {
		t.Errorf("nobody tells of the error in F9:\n%s", told(sub))
	}
}

// TestMonthsDown is sample layout S4: a month in each row and a metric in each
// column, with the year on a row of its own.
func TestMonthsDown(t *testing.T) {
	sub := readText(t, `
		sheet Trend
		1: Measure | Referrals | % assessments in timescale | Agency social workers %
		2: Ref | CS02 | CS04 | WF03
		3: Unit | Number | % | %
		4: Good is | Low | High | Low
		5: Target | 230 | 85 | 15
		6: 2022
		7: Jan | 288 | 81 | 17.1
		8: Feb | 301 | 80.2 | 17.9
		9: Mar | 294 | 80 | 18
		10: Dec | 240 | 79 | 19
		11: 2023
		12: Jan | 312 | 77 | -
	`)
	expect(t, sub, map[string]string{
		"CS02": `
			2022-01 288 of 230
			2022-02 301 of 230
			2022-03 294 of 230
			2022-12 240 of 230
			2023-01 312 of 230
		`,
		"WF03": `
			2022-01 17.1% of 15.0%
			2022-02 17.9% of 15.0%
			2022-03 18.0% of 15.0%
			2022-12 19.0% of 15.0%
			2023-01 not available of 15.0%
		`,
	})
	s := find(t, sub, "CS02")
	if o := s.Observations[1]; o.ActualCell.String() != "Trend!B8" || o.TargetCell.String() != "Trend!B5" || o.TargetNote == "" {
		t.Errorf("February: %s against %s, %q", o.ActualCell, o.TargetCell, o.TargetNote)
	}
	if s.Metric.Polarity != report.LowerIsBetter || s.Metric.Name != "Referrals" {
		t.Errorf("%q, %s", s.Metric.Name, s.Metric.Polarity)
	}
}

// TestLongExtract is sample layout S5: a row for each figure, with periods of
// several lengths and figures of single teams.
func TestLongExtract(t *testing.T) {
	sub := readText(t, `
		sheet Export_20231104
		1: MeasureID | Measure | Directorate | Team | Period | PeriodType | Value | Numerator | Denominator | Target | Status | Comment | Updated
		2: CS02 | Referrals | Children | All | "2023-08" | M | "352" | _ | _ | 230 | RED | _ | 04/10/2023
		3: CS02 | Referrals | Children | All | "2023-09" | M | "377" | _ | _ | 230 | RED | _ | 04/10/2023
		4: CS02 | Referrals | Children | MASH North | "2023-09" | M | "<5" | _ | _ | _ | _ | _ | 04/10/2023
		5: CS04 | Assessments in timescale | Children | All | 2023/24 Q2 | Q | "81.5%" | 815 | 1000 | 0.85 | AMBER | Recovery plan, see board paper | 04/10/2023
	`)
	expect(t, sub, map[string]string{
		"CS02": `
			2023-08 352 of 230
			2023-09 377 of 230
		`,
		"CS04": `
			2023/24-Q2 81.5%
		`,
	})
	if o := find(t, sub, "CS04").Observations[0]; o.Base.Decimal() != "1000" || !o.Actual.Known() {
		t.Errorf("Q2 is %s of %s cases, want 81.5 of 1000", o.Actual.Decimal(), o.Base.Decimal())
	}
	if s := find(t, sub, "CS04"); s.Metric.Category != "Children" {
		t.Errorf("CS04 is of the category %q, want Children", s.Metric.Category)
	}
	for _, want := range []string{
		"Export_20231104!J5: error: CS04: target may be a share or a percentage: nothing says which",
		"Export_20231104: note: lines about a part of the whole are not read: 1",
	} {
		if !strings.Contains(told(sub), want) {
			t.Errorf("not told: %s\nbut:\n%s", want, told(sub))
		}
	}
}

// TestRowsOfFigures is sample layout S6: actual, target and last year in three
// rows for each metric, under months whose year stands elsewhere.
func TestRowsOfFigures(t *testing.T) {
	sub := readText(t, `
		sheet Performance Report
		1: 2023/24
		4: Indicator | _ | Apr | May | Jun | Jan | Mar | 2023/24
		5: CLA number | Actual | 402 | 405 | 409 | 411 | _
		6: _ | Target | 390 | 390 | 390 | 385 | 385
		7: _ | Last year | 381 | 384 | 386 | 390 | 399
		8: NEET 16-17 % | Actual | 3.1 | 3.2 | n/a | 3.3 | _
		9: _ | Target | 2.9 | 2.9 | 2.9 | 2.8 | 2.8
		10: _ | Last year | 3.4 | 3.3 | 3.3 | 3.2 | 3.2
		merge A5:A7 A8:A10
	`)
	expect(t, sub, map[string]string{
		"CLA number": `
			2022-04 381
			2022-05 384
			2022-06 386
			2023-01 390
			2023-03 399
			2023-04 402 of 390
			2023-05 405 of 390
			2023-06 409 of 390
			2024-01 411 of 385
			2024-03 not yet available of 385
		`,
		"NEET 16-17 %": `
			2022-04 3.4%
			2022-05 3.3%
			2022-06 3.3%
			2023-01 3.2%
			2023-03 3.2%
			2023-04 3.1% of 2.9%
			2023-05 3.2% of 2.9%
			2023-06 not available of 2.9%
			2024-01 3.3% of 2.8%
			2024-03 not yet available of 2.8%
		`,
	})
}

package workbook

import (
	"os"
	"testing"

	"panelpack/report"
)

// TestSample reads the project's own sample whole.
func TestSample(t *testing.T) {
	data, err := os.ReadFile("../../samples/nel-2022-09.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	sub, err := Read("samples/nel-2022-09.xlsx", data, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range sub.Findings {
		t.Errorf("unexpected finding: %v", f)
	}
	if len(sub.Series) != 38 || sub.Latest.String() != "2022-11-03" || len(sub.Commentary) != 26 {
		t.Errorf("%d metrics up to %s with %d commentaries, want 38 up to 2022-11-03 with 26", len(sub.Series), sub.Latest, len(sub.Commentary))
	}
	for _, s := range sub.Series {
		if n := len(s.Observations); n != 25 {
			t.Errorf("%s has %d months, want 25: a blank is a month too", s.Metric.Ref, n)
		}
		if s.Metric.Definition == "" || s.Metric.ShortName == "" || s.Metric.Owner == "" || s.Metric.Section == "" {
			t.Errorf("%s is not fully described: %+v", s.Metric.Ref, s.Metric)
		}
	}
	referrals := sub.Series[1]
	september, _ := referrals.At(sub.ReportingPeriod())
	if got := september.Actual.Decimal() + " against " + september.Target.Words(report.Unit{}); got != "377 against 230" {
		t.Errorf("referrals in September: %s, want 377 against 230", got)
	}
	if !(september.ActualCell.Sheet == "Scorecard" && september.ActualCell.Ref() == "AF8") {
		t.Errorf("377 was read from %s, want Scorecard!AF8", september.ActualCell)
	}
}

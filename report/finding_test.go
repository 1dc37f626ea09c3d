package report

import "testing"

func TestColumnNames(t *testing.T) {
	want := map[int]string{0: "", 1: "A", 26: "Z", 27: "AA", 52: "AZ", 702: "ZZ", 703: "AAA", 16384: "XFD"}
	for col, name := range want {
		if got := ColumnName(col); got != name {
			t.Errorf("column %d is %q, want %q", col, got, name)
		}
	}
}

func TestFindingOnOneLine(t *testing.T) {
	cell := Cell{Sheet: "Scorecard", Col: 6, Row: 17}
	tests := []struct {
		finding Finding
		want    string
	}{
		{
			Finding{Severity: Error, File: "q3.xlsx", Cell: cell, Metric: "ES05", Message: `actual "9l.4" is not a number`},
			`q3.xlsx: Scorecard!F17: error: ES05: actual "9l.4" is not a number`,
		},
		{
			Finding{Severity: Warning, File: "q3.xlsx", Cell: Cell{Sheet: "Old"}, Message: "the sheet is hidden"},
			"q3.xlsx: Old: warning: the sheet is hidden",
		},
		{
			Finding{Severity: Error, File: "rulebook.toml", Line: 12, Column: 3, Message: `"bnad" is not known`},
			`rulebook.toml:12:3: error: "bnad" is not known`,
		},
		{Finding{File: "rulebook.toml", Line: 12, Message: "odd"}, "rulebook.toml:12: note: odd"},
		{Finding{Cell: cell, Message: "odd"}, "Scorecard!F17: note: odd"},
		{Finding{Message: "odd"}, "note: odd"},
	}
	for _, tt := range tests {
		if got := tt.finding.String(); got != tt.want {
			t.Errorf("got  %s\nwant %s", got, tt.want)
		}
	}
	if !(Cell{}).IsZero() || cell.IsZero() || cell.Ref() != "F17" || (Cell{Sheet: "Old"}).Ref() != "" {
		t.Error("cells are misnamed")
	}
}

func TestFindingsCollect(t *testing.T) {
	fs := Findings{File: "q3.xlsx"}
	fs.Add(Warning, Cell{Sheet: "Scorecard", Col: 1, Row: 2}, "DM02", "type a number", "actual %q is not a number", "n.a")
	want := Finding{
		Severity: Warning, File: "q3.xlsx", Cell: Cell{Sheet: "Scorecard", Col: 1, Row: 2},
		Metric: "DM02", Message: `actual "n.a" is not a number`, Hint: "type a number",
	}
	if len(fs.List) != 1 || fs.List[0] != want {
		t.Errorf("collected %+v, want %+v", fs.List, want)
	}
	if err := error(&Failure{Message: "no such file", Hint: "look again"}); err.Error() != "no such file" {
		t.Errorf("a failure says %q", err)
	}
}

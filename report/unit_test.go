package report

import "testing"

func TestUnitFormat(t *testing.T) {
	count, percent, pounds := Unit{}, Unit{Kind: Percent}, Unit{Kind: Pounds}
	cases := Unit{Kind: Average, Word: "cases"}
	tests := []struct{ what, got, want string }{
		{"a count with thousands", count.Format(Number(1148, 0)), "1,148"},
		{"how many", Whole(1027) + " of " + Whole(-3), "1,027 of \u22123"},
		{"a long count", count.Format(Number(1234567, 0)), "1,234,567"},
		{"three digits", count.Format(Number(230, 0)), "230"},
		{"a fall", count.Format(Number(-3, 0)), "\u22123"},
		{"a percentage", percent.Format(Number(271, 1)), "27.1%"},
		{"nought", percent.Format(Number(0, 0)), "0%"},
		{"money", pounds.Format(Number(-125050, 2)), "\u2212£1,250.50"},
		{"a mean", cases.Format(Number(212, 1)), "21.2"},
		{"no figure", percent.Format(Missing(Suppressed)), "\u2013"},
		{"points", percent.FormatSize(Number(-32, 1)), "3.2\u00a0points"},
		{"one point", percent.FormatSize(Number(-10, 1)), "1.0\u00a0point"},
		{"the size of a change of a count", count.FormatSize(Number(-55, 0)), "55"},
		{"the size of no change", percent.FormatSize(Value{}), "\u2013"},
		{"the name of a unit with a word", cases.String(), "cases"},
		{"the name of a unit without", percent.String(), "percentage"},
	}
	for _, tt := range tests {
		if tt.got != tt.want {
			t.Errorf("%s: %q, want %q", tt.what, tt.got, tt.want)
		}
	}
}

func TestCapPlaces(t *testing.T) {
	want := map[UnitKind]int{Count: 0, Days: 0, Percent: 1, Average: 1, Rate: 1, Pounds: 2}
	for kind, places := range want {
		if got := (Unit{Kind: kind}).CapPlaces(); got != places {
			t.Errorf("%v keeps %d places, want %d", kind, got, places)
		}
	}
}

func TestTargetWords(t *testing.T) {
	fifty := Number(50, 0)
	tests := []struct {
		target Target
		want   string
	}{
		{Target{Value: fifty}, "50%"},
		{Target{Sense: MoreThan, Value: fifty}, "more than 50%"},
		{Target{Sense: AtLeast, Value: fifty}, "at least 50%"},
		{Target{Sense: LessThan, Value: fifty}, "less than 50%"},
		{Target{Sense: AtMost, Value: fifty}, "at most 50%"},
		{Target{Sense: Within, Value: fifty, Upper: Number(55, 0)}, "between 50% and 55%"},
		{Target{Sense: MoreThan}, "\u2013"},
	}
	for _, tt := range tests {
		if got := tt.target.Words(Unit{Kind: Percent}); got != tt.want {
			t.Errorf("target %+v in words is %q, want %q", tt.target, got, tt.want)
		}
	}
	if (Target{}).Known() || !(Target{Value: Number(0, 0)}).Known() {
		t.Error("a target of nought is a target, and no target is none")
	}
}

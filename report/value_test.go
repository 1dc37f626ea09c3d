package report

import (
	"math"
	"math/rand/v2"
	"testing"
)

func TestRoundAsSpreadsheetsDo(t *testing.T) {
	tests := []struct {
		stored float64
		places int
		want   string
	}{
		{0.94899999999999995 * 100, 1, "94.9"},
		{0.285, 2, "0.29"}, // its binary form is a little smaller
		{1.005, 2, "1.01"},
		{2.5, 0, "3"},
		{-2.5, 0, "-3"},
		{-0.5, 0, "-1"},
		{0.4999999999, 0, "0"},
		{-0.04, 1, "0.0"},
		{1148, 0, "1148"},
		{8.3249999999999993, 2, "8.33"},
		{1e-7, 6, "0.000000"},
		{21.2, 3, "21.200"},
		{12.34, -1, "12"},
		{1.23456789, 9, "1.234568"},
	}
	for _, tt := range tests {
		if got := Round(tt.stored, tt.places).Decimal(); got != tt.want {
			t.Errorf("Round(%v, %d) = %s, want %s", tt.stored, tt.places, got, tt.want)
		}
	}
}

func TestRoundRefusesWhatIsNoNumber(t *testing.T) {
	for _, f := range []float64{math.NaN(), math.Inf(1), math.Inf(-1), 1e300, -1e19} {
		if v := Round(f, 0); v.State() != Unreadable {
			t.Errorf("Round(%v) is %v, want it unreadable", f, v.State())
		}
	}
}

func TestZeroValueIsNotNought(t *testing.T) {
	var blank Value
	nought := Number(0, 0)
	if blank.Known() || blank.State() != NotReported || blank.Decimal() != "" || blank.Rat() != nil {
		t.Errorf("the zero Value is %v %q, want not reported", blank.State(), blank.Decimal())
	}
	if !nought.Known() || nought.Decimal() != "0" {
		t.Errorf("nought is %v %q, want a reported 0", nought.State(), nought.Decimal())
	}
	if !math.IsNaN(blank.Float()) {
		t.Errorf("the zero Value is drawn at height %v, want NaN", blank.Float())
	}
	if blank == nought || blank.Cmp(nought) != -1 || nought.Cmp(blank) != 1 {
		t.Error("a blank and nought do not differ")
	}
	if Missing(Reported) != blank || Missing(Suppressed).State() != Suppressed {
		t.Error("Missing keeps the wrong reason")
	}
}

func TestValueArithmetic(t *testing.T) {
	a, b := Number(949, 1), Number(94, 0)
	tests := []struct{ what, got, want string }{
		{"94.9 - 94", a.Sub(b).Decimal(), "0.9"},
		{"94 - 94.9", b.Sub(a).Decimal(), "-0.9"},
		{"|94 - 94.9|", b.Sub(a).Abs().Decimal(), "0.9"},
		{"94.9 less a blank", a.Sub(Value{}).Decimal(), ""},
		{"94.9 at no places", a.Round(0).Decimal(), "95"},
		{"94 at two places", b.Round(2).Decimal(), "94.00"},
		{"a suppressed figure, rounded", Missing(Suppressed).Round(1).State().String(), "suppressed"},
	}
	for _, tt := range tests {
		if tt.got != tt.want {
			t.Errorf("%s = %q, want %q", tt.what, tt.got, tt.want)
		}
	}
	if a.Sign() != 1 || b.Sub(a).Sign() != -1 || Number(0, 2).Sign() != 0 || (Value{}).Sign() != 0 {
		t.Error("Sign is wrong")
	}
	if Number(940, 1).Cmp(b) != 0 || a.Cmp(b) != 1 || b.Cmp(a) != -1 || (Value{}).Cmp(Missing(NotYet)) != 0 {
		t.Error("Cmp does not look past the places")
	}
}

// TestRoundingLaws holds for any number: the sign only mirrors the result,
// the result lies within half of the last place, and rounding again changes
// nothing.
func TestRoundingLaws(t *testing.T) {
	random := rand.New(rand.NewPCG(2022, 9))
	for range 5000 {
		f := (random.Float64() - 0.5) * math.Pow10(random.IntN(8))
		places := random.IntN(MaxPlaces + 1)
		v := Round(f, places)
		if mirrored := Round(-f, places); mirrored.Units() != -v.Units() {
			t.Fatalf("Round(%v, %d) = %s but Round(%v) = %s", f, places, v.Decimal(), -f, mirrored.Decimal())
		}
		if off := math.Abs(v.Float() - f); off > 0.5000001*math.Pow10(-places) {
			t.Fatalf("Round(%v, %d) = %s is %v away", f, places, v.Decimal(), off)
		}
		if again := Round(v.Float(), places); again != v {
			t.Fatalf("%s rounds to %s when rounded again", v.Decimal(), again.Decimal())
		}
		w := Round((random.Float64()-0.5)*100, random.IntN(3))
		if sum := v.Sub(w).Sub(v).Cmp(Number(0, 0).Sub(w)); sum != 0 {
			t.Fatalf("(v - w) - v is not -w for v = %s, w = %s", v.Decimal(), w.Decimal())
		}
	}
}

// A value is written as its exact fraction is.
func TestDecimalIsTheFraction(t *testing.T) {
	for _, units := range []int64{0, 1, -1, 9, 10, -10, 99, 100, 101, -12345, 999999999999999} {
		for places := range 7 {
			v := Number(units, places)
			if got, want := v.Decimal(), v.Rat().FloatString(places); got != want {
				t.Errorf("%d at %d places is %q, want %q", units, places, got, want)
			}
		}
	}
}

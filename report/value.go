package report

import (
	"cmp"
	"math"
	"math/big"
	"strconv"
	"strings"
)

// State says whether a Value holds a number and, if not, why there is none.
type State uint8

// The states of a Value. The zero State is NotReported: a blank cell is no
// figure, and never nought.
const (
	NotReported   State = iota // the cell is blank or absent
	Reported                   // there is a number
	Suppressed                 // withheld so that no child can be identified ("c", "*")
	NotAvailable               // not known to the council ("n/a", "x", "-", "..")
	NotApplicable              // cannot exist for this metric or period ("z", ".")
	NotYet                     // expected later ("tbc")
	Unreadable                 // something stands in the cell and it cannot be read as a number
)

var stateWords = [...]string{
	NotReported:   "not reported",
	Reported:      "reported",
	Suppressed:    "suppressed",
	NotAvailable:  "not available",
	NotApplicable: "not applicable",
	NotYet:        "not yet available",
	Unreadable:    "could not be read",
}

// String gives the state in words for a reader, such as "not available".
func (s State) String() string { return stateWords[s] }

// Value is a number at its published precision, or the reason why there is
// none.
//
// A number is held as an integer count of units of its last decimal place, so
// that the figure judged is the figure printed: 94.9 is 949 with one place.
// The zero Value is "not reported", never nought.
type Value struct {
	units  int64
	places uint8
	state  State
}

// MaxPlaces is the largest number of decimal places a Value keeps.
const MaxPlaces = 6

// Number is the value units × 10^-places. Places outside 0 to MaxPlaces are
// brought to the nearest of them.
func Number(units int64, places int) Value {
	return Value{units: units, places: clampPlaces(places), state: Reported}
}

// Missing is a value without a number, for the reason s. Missing(Reported) is
// the zero Value.
func Missing(s State) Value {
	if s == Reported {
		return Value{}
	}
	return Value{state: s}
}

// Round gives f at the given number of decimal places.
//
// It goes through 15 significant digits first and rounds half away from
// nought, as spreadsheets do, so 0.285 is 0.29 although its binary form is
// smaller. Infinities, NaN and numbers too large to hold are Unreadable.
func Round(f float64, places int) Value {
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return Missing(Unreadable)
	}
	// Most figures are counts: a whole number needs no rounding.
	if whole := int64(f); math.Abs(f) < 1e9 && float64(whole) == f {
		return Number(whole*int64(math.Pow10(int(clampPlaces(places)))), places)
	}
	decimal, ok := new(big.Rat).SetString(strconv.FormatFloat(f, 'e', 14, 64))
	if !ok {
		return Missing(Unreadable)
	}
	return roundRat(decimal, clampPlaces(places))
}

func roundRat(r *big.Rat, places uint8) Value {
	scaled := new(big.Int).Mul(r.Num(), pow10(places))
	negative := scaled.Sign() < 0
	scaled.Abs(scaled)
	// Half away from nought: floor((2n + d) / 2d) on the magnitude.
	scaled.Lsh(scaled, 1).Add(scaled, r.Denom())
	scaled.Quo(scaled, new(big.Int).Lsh(r.Denom(), 1))
	if negative {
		scaled.Neg(scaled)
	}
	if !scaled.IsInt64() || scaled.Int64() == math.MinInt64 {
		return Missing(Unreadable)
	}
	return Value{units: scaled.Int64(), places: places, state: Reported}
}

func pow10(places uint8) *big.Int {
	return new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(places)), nil)
}

func clampPlaces(places int) uint8 { return uint8(min(max(places, 0), MaxPlaces)) }

// State says whether v holds a number.
func (v Value) State() State { return v.state }

// Known reports whether v holds a number.
func (v Value) Known() bool { return v.state == Reported }

// Units is the number of v counted in units of its last place; 0 when v is
// not Known.
func (v Value) Units() int64 { return v.units }

// Places is the number of decimal places of v.
func (v Value) Places() int { return int(v.places) }

// Rat is v as an exact fraction; nil when v is not Known.
func (v Value) Rat() *big.Rat {
	if !v.Known() {
		return nil
	}
	return new(big.Rat).SetFrac(big.NewInt(v.units), pow10(v.places))
}

// Float is v as a floating-point number, for heights on a chart and for
// statistics; NaN when v is not Known. Ratings are never judged on it.
func (v Value) Float() float64 {
	if !v.Known() {
		return math.NaN()
	}
	return float64(v.units) / math.Pow10(int(v.places))
}

// Round gives v at another number of places, half away from nought. A value
// that is not Known stays as it is.
func (v Value) Round(places int) Value {
	if !v.Known() || clampPlaces(places) == v.places {
		return v
	}
	return roundRat(v.Rat(), clampPlaces(places))
}

// Sign is -1, 0 or 1; 0 also when v is not Known.
func (v Value) Sign() int {
	switch {
	case v.units < 0:
		return -1
	case v.units > 0:
		return 1
	}
	return 0
}

// Cmp compares two known values exactly, whatever their places: -1 when v is
// smaller than w, 0 when they are equal, 1 when v is larger. A value that is
// not Known counts as smaller than every number.
func (v Value) Cmp(w Value) int {
	switch {
	case !v.Known() && !w.Known():
		return 0
	case !v.Known():
		return -1
	case !w.Known():
		return 1
	case v.places == w.places:
		return cmp.Compare(v.units, w.units)
	}
	return v.Rat().Cmp(w.Rat())
}

// Sub is v - w at the larger of their places. It is not reported when either
// is not Known.
func (v Value) Sub(w Value) Value {
	if !v.Known() || !w.Known() {
		return Value{}
	}
	return roundRat(new(big.Rat).Sub(v.Rat(), w.Rat()), max(v.places, w.places))
}

// Abs is v without its sign.
func (v Value) Abs() Value {
	if v.units < 0 {
		v.units = -v.units
	}
	return v
}

// Decimal writes v for machines: "-1234.5", with an ASCII minus and no
// thousands separators; empty when v is not Known. People read Unit.Format.
func (v Value) Decimal() string {
	if !v.Known() {
		return ""
	}
	s := strconv.FormatInt(v.Abs().units, 10)
	if places := int(v.places); places > 0 {
		s = strings.Repeat("0", max(places+1-len(s), 0)) + s
		s = s[:len(s)-places] + "." + s[len(s)-places:]
	}
	if v.units < 0 {
		return "-" + s
	}
	return s
}

// Whole is how many of something there are, as it is printed: "38", "1,027".
func Whole(n int) string { return Unit{}.Format(Number(int64(n), 0)) }

// digits writes the magnitude of v with thousands separators.
func (v Value) digits() string {
	whole, fraction, hasFraction := strings.Cut(v.Abs().Decimal(), ".")
	var b strings.Builder
	for i, r := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteRune(r)
	}
	if hasFraction {
		b.WriteString("." + fraction)
	}
	return b.String()
}

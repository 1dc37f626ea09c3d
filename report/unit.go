package report

// UnitKind is the kind of quantity a metric counts in.
type UnitKind uint8

// The kinds of unit.
const (
	Count   UnitKind = iota // whole things: children, referrals
	Percent                 // a share, held times 100: 28 is 28%
	Average                 // a mean, such as cases per social worker
	Rate                    // per head of population, such as per 10,000 children
	Days                    // a length of time in days
	Pounds                  // money
)

var kindWords = [...]string{
	Count: "count", Percent: "percentage", Average: "average", Rate: "rate", Days: "days", Pounds: "pounds",
}

// String names the kind, such as "percentage".
func (k UnitKind) String() string { return kindWords[k] }

// Unit is what a metric is counted in. Word is the council's own word for it
// where it has one ("cases", "per 10,000"); the zero Unit is a plain count.
type Unit struct {
	Kind UnitKind
	Word string
}

// String is the unit as a heading would have it: its word, or its kind.
func (u Unit) String() string {
	if u.Word != "" {
		return u.Word
	}
	return u.Kind.String()
}

// CapPlaces is the number of decimal places kept where a cell's format names
// none: 0 for counts and days, 1 for everything else, 2 for money.
func (u Unit) CapPlaces() int {
	switch u.Kind {
	case Count, Days:
		return 0
	case Pounds:
		return 2
	}
	return 1
}

const (
	minusSign   = "\u2212"
	enDash      = "\u2013"
	noBreak     = "\u00a0"
	pointsWord  = "points"
	percentSign = "%"
)

// Format writes v for people: "1,148", "27.1%", "−3", "£12.50". A value that
// is not Known is an en dash; its State says why in words.
func (u Unit) Format(v Value) string {
	if !v.Known() {
		return enDash
	}
	text := v.digits()
	switch u.Kind {
	case Percent:
		text += percentSign
	case Pounds:
		text = "£" + text
	}
	if v.Sign() < 0 {
		return minusSign + text
	}
	return text
}

// FormatSize writes the size of a difference for people, without a sign:
// "55", and "3.2 points" for percentages, since the difference of two
// percentages is no percentage.
func (u Unit) FormatSize(difference Value) string {
	if u.Kind != Percent || !difference.Known() {
		return u.Format(difference.Abs())
	}
	word := pointsWord
	if difference.Abs().Cmp(Number(1, 0)) == 0 {
		word = "point"
	}
	return difference.digits() + noBreak + word
}

package report

// Sense is how an actual has to stand to its target.
type Sense uint8

// The senses of a target. The zero Sense leaves the wanted side to the
// metric's polarity.
const (
	Exactly  Sense = iota // "230": the polarity says which side is better
	MoreThan              // ">50%"
	AtLeast               // ">=90%"
	LessThan              // "<5%"
	AtMost                // "<=20"
	Within                // "90-95%": anywhere from Value to Upper
)

// Target is what a metric should reach in a period. The zero Target is none.
type Target struct {
	Sense Sense
	Value Value // the number; the lower end of Within
	Upper Value // the upper end of Within, and otherwise not reported
}

// Known reports whether there is a target to judge against.
func (t Target) Known() bool { return t.Value.Known() }

// Words is the target for people, in the unit of its metric: "230", "more
// than 50%", "between 90% and 95%"; an en dash when there is none.
func (t Target) Words(u Unit) string {
	number := u.Format(t.Value)
	switch {
	case !t.Known():
		return number
	case t.Sense == MoreThan:
		return "more than " + number
	case t.Sense == AtLeast:
		return "at least " + number
	case t.Sense == LessThan:
		return "less than " + number
	case t.Sense == AtMost:
		return "at most " + number
	case t.Sense == Within:
		return "between " + number + " and " + u.Format(t.Upper)
	}
	return number
}

// Zone is the figures that meet a target which is more than one figure: those
// on the wanted side of a limit, within a range, or near enough to a plan. An
// end that is not Known is open. The zero Zone is for every other target.
type Zone struct{ Low, High Value }

// Known reports whether z is the zone of any target.
func (z Zone) Known() bool { return z.Low.Known() || z.High.Known() }

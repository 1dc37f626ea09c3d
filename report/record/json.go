package record

import (
	"encoding/json"

	"panelpack/report"
)

// A number is a value as a JSON number with just the decimal places at which
// it is published, or null.
type number report.Value

// MarshalJSON writes the number, or null where there is none.
func (n number) MarshalJSON() ([]byte, error) {
	v := report.Value(n)
	if !v.Known() {
		return []byte("null"), nil
	}
	return []byte(v.Decimal()), nil
}

// An optional is a date, period, cell or hash, which is null when empty.
type optional string

// MarshalJSON writes the text, or null where there is none.
func (o optional) MarshalJSON() ([]byte, error) {
	if o == "" {
		return []byte("null"), nil
	}
	return json.Marshal(string(o))
}

// each is f of every element of in, and never nil.
func each[T, U any](in []T, f func(T) U) []U {
	out := make([]U, len(in))
	for i, v := range in {
		out[i] = f(v)
	}
	return out
}

func same(s string) string { return s }

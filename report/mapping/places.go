package mapping

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"panelpack/report"
)

// Span is rows or columns from one to another, both counted from 1 and both
// included.
type Span struct {
	Columns  bool
	From, To int
}

// Places are rows or columns of a sheet, as Excel writes them: "5:7, 9" or
// "A, C:E".
type Places []Span

// Has reports whether a row, or a column, is among the places.
func (p Places) Has(n int, column bool) bool {
	return slices.ContainsFunc(p, func(s Span) bool { return s.Columns == column && s.From <= n && n <= s.To })
}

// Each is every place in order.
func (p Places) Each() []int {
	var all []int
	for _, s := range p {
		for n := s.From; n <= s.To; n++ {
			all = append(all, n)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// String is the places as they are written.
func (p Places) String() string {
	var parts []string
	for _, s := range p {
		part := placeName(s.From, s.Columns)
		if s.To > s.From {
			part += ":" + placeName(s.To, s.Columns)
		}
		parts = append(parts, part)
	}
	return strings.Join(parts, ", ")
}

// PlacesOf are rows or columns as places, with those next to each other
// together.
func PlacesOf(numbers []int, columns bool) Places {
	var p Places
	for _, n := range numbers {
		if last := len(p) - 1; last >= 0 && p[last].To == n-1 {
			p[last].To = n
		} else {
			p = append(p, Span{Columns: columns, From: n, To: n})
		}
	}
	return p
}

func placeName(n int, column bool) string {
	if column {
		return report.ColumnName(n)
	}
	return strconv.Itoa(n)
}

// mostRows is how many rows a sheet of Excel has.
const mostRows = 1 << 20

var placeText = regexp.MustCompile(`^(?:([1-9]\d{0,6})|([A-Za-z]{1,3}))$`)

// parsePlace reads "17" or "AF".
func parsePlace(s string) (n int, column, ok bool) {
	m := placeText.FindStringSubmatch(strings.TrimSpace(s))
	switch {
	case m == nil:
		return 0, false, false
	case m[1] != "":
		n, err := strconv.Atoi(m[1])
		return n, false, err == nil && n <= mostRows
	}
	c, err := report.ParseCell("sheet!" + m[2] + "1")
	return c.Col, true, err == nil
}

// parsePlaces reads "5:7, 9" or "A, C:E".
func parsePlaces(s string) (Places, bool) {
	var p Places
	for part := range strings.SplitSeq(s, ",") {
		from, to, isRange := strings.Cut(part, ":")
		if !isRange {
			to = from
		}
		first, column, ok := parsePlace(from)
		last, alsoColumn, okay := parsePlace(to)
		if !ok || !okay || column != alsoColumn || last < first {
			return nil, false
		}
		p = append(p, Span{Columns: column, From: first, To: last})
	}
	return p, true
}

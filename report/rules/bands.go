package rules

import (
	"math/bits"
	"strconv"
	"strings"

	"panelpack/report"
)

// basis is what a distance from target is counted in.
type basis uint8

const (
	share    basis = iota // per cent of the target
	points                // percentage points
	absolute              // the metric's own unit
)

// distance is how far an actual is from what it should reach, in whole units
// of its last decimal place, so that nothing is rounded before it is judged.
type distance struct {
	side    int    // of the actual: -1 below, 0 on it, 1 above
	size    uint64 // how far
	target  uint64 // magnitude of the target
	places  int    // decimal places of size and target
	adverse bool   // on the worse side
	limit   bool   // exactly on the limit of "more than" or "less than"
}

var powers = [...]uint64{1, 10, 100, 1000, 10_000, 100_000, 1_000_000}

// compare is -1, 0 or 1 as d is smaller than, on or larger than the edge e,
// counted in b. It is exact.
func (d distance) compare(e report.Value, b basis) int {
	size, edge := d.size, uint64(e.Units())
	scale, against := powers[e.Places()], powers[d.places]
	if b == share {
		scale, against = 100*scale, d.target
	}
	high, low := bits.Mul64(size, scale)
	edgeHigh, edgeLow := bits.Mul64(edge, against)
	switch {
	case high != edgeHigh && high < edgeHigh, high == edgeHigh && low < edgeLow:
		return -1
	case high == edgeHigh && low == edgeLow:
		return 0
	}
	return 1
}

// edge is where a band begins or ends, and whether a distance exactly there
// is in it.
type edge struct {
	at report.Value
	in bool
}

// band is one rating with the distances that it is for.
type band struct {
	rating report.Rating
	low    edge
	high   *edge // nil for no end
	line   int   // in the rulebook
}

func (b band) holds(d distance, by basis) bool {
	if c := d.compare(b.low.at, by); c < 0 || c == 0 && !b.low.in {
		return false
	}
	if b.high == nil {
		return true
	}
	c := d.compare(b.high.at, by)
	return c < 0 || c == 0 && b.high.in
}

// bandSet is the bands of one basis, best first.
type bandSet struct {
	basis basis
	bands []band
}

// find is the band that d is in, or nil where the bands leave d undefined.
func (s bandSet) find(d distance) *band {
	for i := range s.bands {
		if s.bands[i].holds(d, s.basis) {
			return &s.bands[i]
		}
	}
	return nil
}

// edges are all edges between the bands, in order.
func (s bandSet) edges() []report.Value {
	var all []report.Value
	for _, b := range s.bands {
		all = append(all, b.low.at)
		if b.high != nil {
			all = append(all, b.high.at)
		}
	}
	return all
}

// amount is a distance in words: "2%", "2.5 points", "3".
func (b basis) amount(v report.Value) string {
	number := trimZeros(v.Decimal())
	switch b {
	case share:
		return number + "%"
	case points:
		if number == "1" {
			return "1 point"
		}
		return number + " points"
	}
	return number
}

func trimZeros(decimal string) string {
	if !strings.Contains(decimal, ".") {
		return decimal
	}
	return strings.TrimSuffix(strings.TrimRight(decimal, "0"), ".")
}

// words is the distances of the band: "up to 2%", "more than 2% and up to
// 10%", "more than 20%".
func (b band) words(by basis) string {
	low := "more than "
	if b.low.in {
		low = "at least "
	}
	low += by.amount(b.low.at)
	if b.high == nil {
		return low
	}
	high := "less than "
	if b.high.in {
		high = "up to "
	}
	high += by.amount(b.high.at)
	if b.low.at.Sign() == 0 && b.low.in {
		return high
	}
	return low + " and " + high
}

// words is every band of s: "green up to 2%; amber more than 2% and up to 10%;
// red more than 10%".
func (s bandSet) words() string {
	var parts []string
	for _, b := range s.bands {
		parts = append(parts, strings.ToLower(b.rating.String())+" "+b.words(s.basis))
	}
	return strings.Join(parts, "; ")
}

// gap is the distances between two neighbouring bands that neither is for, in
// words; empty where they meet.
func gap(better, worse band, by basis) string {
	if better.high == nil {
		return ""
	}
	c := worse.low.at.Cmp(better.high.at)
	if c < 0 || c == 0 && (worse.low.in || better.high.in) {
		return ""
	}
	between := band{low: edge{better.high.at, !better.high.in}, high: &edge{worse.low.at, !worse.low.in}}
	return between.words(by)
}

// gaps is every gap of s in words.
func (s bandSet) gaps() []string {
	var all []string
	for i := 1; i < len(s.bands); i++ {
		if g := gap(s.bands[i-1], s.bands[i], s.basis); g != "" {
			all = append(all, g)
		}
	}
	return all
}

// understandBands reads the bands that stand under key. One set's mistakes
// are all noted; what cannot be used of it is left out.
func (l *loader) understandBands(key string, t bandTable, by basis) bandSet {
	set := bandSet{basis: by}
	next := edge{report.Number(0, 0), true}
	for _, one := range []struct {
		name   string
		rating report.Rating
		edges  *edgesTable
	}{{"green", report.Green, t.Green}, {"amber", report.Amber, t.Amber}, {"red", report.Red, t.Red}} {
		if one.edges == nil {
			continue
		}
		b, ok := l.understandBand(key+"."+one.name, *one.edges, next)
		if !ok {
			continue
		}
		b.rating = one.rating
		set.bands = append(set.bands, b)
		if b.high != nil {
			next = edge{b.high.at, !b.high.in}
		}
	}
	l.checkBands(key, t, set)
	return set
}

// understandBand reads one band; it begins at low where it does not say.
func (l *loader) understandBand(key string, t edgesTable, low edge) (band, bool) {
	b := band{low: low, line: l.Place(key).Line}
	begin, beginOK := l.understandEdge(key, t.From, t.Over, "from", "over")
	end, endOK := l.understandEdge(key, t.To, t.Below, "to", "below")
	if begin != nil {
		b.low = *begin
	}
	b.high = end
	return b, beginOK && endOK
}

// understandEdge reads one end of a band: in, which includes it, or out, which
// does not. It is nil where neither is given.
func (l *loader) understandEdge(key string, in, out *float64, inName, outName string) (*edge, bool) {
	value := in
	switch {
	case in != nil && out != nil:
		l.Wrong(key, `says both "`+inName+`" and "`+outName+`"`, `"`+inName+`" includes the edge, "`+outName+`" does not; keep one`)
		return nil, false
	case in == nil && out == nil:
		return nil, true
	case in == nil:
		value = out
	}
	at, known := exactly(*value)
	if !known || at.Sign() < 0 {
		l.Wrong(key, strconv.Quote(strconv.FormatFloat(*value, 'g', -1, 64))+" is not a distance", "a distance is nought or more, with at most six decimal places")
		return nil, false
	}
	return &edge{at, in != nil}, true
}

// exactly is a number of the rulebook as it is written there.
func exactly(f float64) (report.Value, bool) {
	v := report.Round(f, report.MaxPlaces)
	return v, v.Known() && v.Float() == f
}

// checkBands notes bands that overlap, end too soon or leave a gap.
func (l *loader) checkBands(key string, t bandTable, set bandSet) {
	if t.Green == nil {
		l.Wrong(key, "there is no green band", "add green = { to = 2 }")
	}
	if t.Red == nil {
		l.Wrong(key, "there is no red band", "add red = { over = 10 }")
	}
	for i, b := range set.bands {
		name := strings.ToLower(b.rating.String())
		at := key + "." + name
		switch {
		case b.rating == report.Red && b.high != nil:
			l.Wrong(at, "red has an end, and nothing is worse than red", `take out "to" or "below"`)
		case b.rating != report.Red && b.high == nil:
			l.Wrong(at, name+" has no end", `say how far it goes, such as `+name+` = { to = 10 }`)
		case b.high != nil && (b.low.at.Cmp(b.high.at) > 0 || b.low.at.Cmp(b.high.at) == 0 && !(b.low.in && b.high.in)):
			l.Wrong(at, name+" ends before it begins", "a band goes from the smaller distance to the larger")
		}
		if i > 0 {
			l.checkNeighbours(at, name, set.bands[i-1], b, set.basis)
		}
	}
}

func (l *loader) checkNeighbours(at, name string, better, worse band, by basis) {
	if better.high == nil {
		return
	}
	betterName := strings.ToLower(better.rating.String())
	if c := worse.low.at.Cmp(better.high.at); c < 0 || c == 0 && worse.low.in && better.high.in {
		l.Wrong(at, name+" overlaps "+betterName, "let "+name+" begin where "+betterName+" ends: over = "+trimZeros(better.high.at.Decimal()))
		return
	}
	if g := gap(better, worse, by); g != "" {
		l.Note(report.Warning, l.Place(at), "the bands say nothing of a figure "+g+" from target",
			"such a metric is rated Between bands and counted apart; "+name+" = { over = "+trimZeros(better.high.at.Decimal())+" } would close the gap")
	}
}

package chart

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"panelpack/report"
	"panelpack/report/style"
)

const (
	eventGap    = 3.0  // between an event's line and its words
	eventRows   = 3    // most rows of words above the plot
	eventWidest = 0.6  // of the drawing's width: longer words are cut
	plotLeast   = 0.45 // of the drawing's height that rows of words leave to the plot
)

// event is a dated event with the place of its words: row 0 is next to the
// plot.
type event struct {
	x      float64
	words  string
	fuller string // the words with more to them, for where that has room
	row    int
	side   Anchor
}

// placeEvents finds a row and a side for the words of each event within the
// timeline, the latest first, in as few rows as take the most of them. An event
// whose words find no place is left out: a line without words says nothing.
func (t *trend) placeEvents() []event {
	var wanted, best []event
	from, to := t.edges()
	const half = 0.5 // of the first and the last period, which are marked in their middles
	for _, e := range t.events {
		if at := t.time.middle(e.Period); at >= from-half && at <= to+half {
			wanted = append(wanted, event{x: t.x(at), words: t.cutWords(e.Label), fuller: eventWords(e)})
		}
	}
	slices.SortStableFunc(wanted, func(a, b event) int { return cmp.Compare(b.x, a.x) })
	for rows := 1; rows <= t.eventRows() && len(best) < len(wanted); rows++ {
		if placed := t.placeInRows(wanted, rows); len(placed) > len(best) {
			best = placed
		}
	}
	return best
}

// placeInRows tries each of wanted in the given number of rows. The top row
// goes first: words there are in the way of no line that ends below them.
func (t *trend) placeInRows(wanted []event, rows int) []event {
	var placed []event
	for _, e := range wanted {
		for e.row = rows - 1; e.row >= 0; e.row-- {
			if free, ok := t.sided(e, placed); ok {
				placed = append(placed, free)
				break
			}
		}
	}
	return placed
}

// sided is e in its row, to the right of its line, on top of it or to the left,
// and whether its words are clear of others there.
func (t *trend) sided(e event, others []event) (event, bool) {
	for _, e.side = range []Anchor{Start, Middle, End} {
		room := e.label(0).box()
		if room.left >= 0 && room.right <= t.drawing.Width && e.clearOf(others) {
			return e, true
		}
	}
	return e, false
}

// lengthened is e with its fuller words where its row has room for them, whole.
func (t *trend) lengthened(e event, others []event) event {
	fuller := e
	fuller.words = e.fuller
	if t.cutWords(e.fuller) != e.fuller {
		return e
	}
	if free, ok := t.sided(fuller, others); ok {
		return free
	}
	return e
}

// label is the words of e, where row 0 stands on the baseline.
func (e event) label(baseline float64) Label {
	x := e.x
	switch e.side {
	case Start:
		x += eventGap
	case End:
		x -= eventGap
	}
	return Label{At: Point{x, baseline - float64(e.row)*rowHeight}, Text: e.words,
		Size: style.ChartLabel, Colour: style.Quiet, Anchor: e.side}
}

// clearOf reports whether neither the words of e nor its line, which reaches
// down from them, touch those of others.
func (e event) clearOf(others []event) bool {
	room := e.label(0).box().grown(eventGap-0.5, 0)
	for _, o := range others {
		other := o.label(0).box().grown(eventGap-0.5, 0)
		lineThroughWords := o.row >= e.row && room.left < o.x && o.x < room.right ||
			e.row >= o.row && other.left < e.x && e.x < other.right
		if lineThroughWords || room.overlaps(other) {
			return false
		}
	}
	return true
}

// eventRows is how many rows of words the drawing has room for.
func (t *trend) eventRows() int {
	room := t.plot.height() - plotLeast*t.drawing.Height
	return min(max(int(room/rowHeight), 1), eventRows)
}

// head is placed with the note on a scale without nought, where one is due, in
// the lowest row that has room for it. Dates, which the axis tells too, and what
// more the note has to say stand where they need no further row. It makes room
// above the plot for the rows of all.
func (t *trend) head(placed []event) []event {
	if note, due := t.scaleNote(); due {
		for !note.clearOf(placed) {
			note.row++
		}
		placed = append(placed, note)
	}
	for i, e := range placed {
		placed[i] = t.lengthened(e, slices.Delete(slices.Clone(placed), i, i+1))
	}
	rows := 0
	for _, e := range placed {
		rows = max(rows, e.row+1)
	}
	t.plot.top += float64(rows) * rowHeight
	return placed
}

// drawHead writes the words above the plot, and draws the lines of those that
// have theirs within it.
func (t *trend) drawHead(head []event) {
	baseline := t.plot.top - margin + 0.5 - style.Descent*style.ChartLabel
	for _, e := range head {
		l := e.label(baseline)
		if e.x >= t.plot.left {
			top := l.At.Y - style.CapHeight*l.Size
			if e.side == Middle {
				top = l.box().bottom + 1
			}
			t.line(Pen{style.RuleWeight, style.Axis, style.Dotted}, Point{e.x, top}, Point{e.x, t.plot.bottom})
		}
		t.label(l)
	}
}

// scaleNote says that the scale leaves nought out, and where it starts
// instead; whether it does is the second answer.
func (t *trend) scaleNote() (event, bool) {
	start := t.scale.from
	if t.scale.to < 0 {
		start = t.scale.to
	}
	words := "starts at " + t.metric.Unit.Format(report.Round(start, t.scale.places))
	return event{x: -eventGap, words: words, fuller: words + ", not nought"}, !t.scale.fromNought()
}

// eventWords is the label of e with its date, unless the label names the year
// already.
func eventWords(e report.Event) string {
	if strings.Contains(e.Label, strconv.Itoa(e.Period.Start().Year)) {
		return e.Label
	}
	if e.Period.Kind() == report.Day {
		return e.Label + ", " + e.Period.Start().Time().Format("2 Jan 2006")
	}
	return e.Label + ", " + e.Period.ShortWords()
}

// cutWords is the words of an event, or as many as a row is for.
func (t *trend) cutWords(s string) string {
	return cut(s, style.Regular, style.ChartLabel, eventWidest*t.drawing.Width)
}

// cut is s, shortened with an ellipsis where it is wider than width points.
func cut(s string, face style.Face, size, width float64) string {
	for kept := []rune(s); style.Width(face, size, s) > width && len(kept) > 0; {
		kept = kept[:len(kept)-1]
		s = strings.TrimRight(string(kept), " ,;:–-") + "…"
	}
	return s
}

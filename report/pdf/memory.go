package pdf

import "panelpack/report"

// memory is what a pack was measured to be. It holds every time that the pack
// is set, since nothing in it depends on what number a page has.
type memory struct {
	extents map[setWords]extent
	broken  map[setLines][]line
	laid    []*laid             // each table, in the order in which they are set
	placed  map[string]*placing // the panel of each metric, by its ref; nil until placed
}

func newMemory() *memory {
	return &memory{extents: map[setWords]extent{}, broken: map[setLines][]line{}}
}

// laid is the widths of a table's columns, and the lines of each of its rows;
// nil for a row that was not set yet.
type laid struct {
	widths []float64
	rows   [][][]line
}

// setWords are a span in a font.
type setWords struct {
	span report.Span
	base font
}

// setLines are a span in a font, in lines of a width.
type setLines struct {
	setWords
	widthPt float64
}

// breakLines sets t in lines of at most widthPt, once: the same months stand in
// every table of figures.
func (m *memory) breakLines(t report.Text, base font, widthPt float64) []line {
	if len(t) != 1 {
		return breakLines(t, base, widthPt)
	}
	key := setLines{setWords{t[0], base}, widthPt}
	lines, known := m.broken[key]
	if !known {
		lines = breakLines(t, base, widthPt)
		m.broken[key] = lines
	}
	return lines
}

// extent is how wide words are on a single line, on two lines, and in their
// widest piece.
type extent struct{ single, double, word float64 }

// extent measures t, once.
func (m *memory) extent(t report.Text, base font) extent {
	if len(t) != 1 {
		return extentOf(t, base)
	}
	key := setWords{t[0], base}
	e, known := m.extents[key]
	if !known {
		e = extentOf(t, base)
		m.extents[key] = e
	}
	return e
}

func extentOf(t report.Text, base font) extent {
	var e extent
	all := pieces(runsOf(t, base))
	for _, p := range all {
		e.word = max(e.word, p.trimmedPt)
		e.single += p.widthPt
	}
	e.double = e.single
	first := 0.0
	for _, p := range all {
		e.double = min(e.double, max(first+p.trimmedPt, e.single-first-p.widthPt))
		first += p.widthPt
	}
	return e
}

package pdf

import (
	"strings"

	"panelpack/report"
)

// line is the runs that stand on one line, without the space at its end.
type line struct {
	runs    []run
	widthPt float64
}

// breakLines sets t in lines of at most widthPt.
func breakLines(t report.Text, base font, widthPt float64) []line {
	runs := runsOf(t, base)
	whole := lineOf(runs)
	switch {
	case len(whole.runs) == 0:
		return nil
	case whole.widthPt <= widthPt:
		return []line{whole} // most words do not fill a line, and looking for breaks in them costs the most
	}
	var rows []row
	for _, p := range pieces(runs) {
		rows = place(rows, p, widthPt)
	}
	mendRunt(rows, widthPt)
	lines := make([]line, len(rows))
	for i, r := range rows {
		lines[i] = lineOf(r.runs())
	}
	return lines
}

// row is the pieces that share a line.
type row []piece

// widthPt is the width of r up to where a further piece would begin.
func (r row) widthPt() float64 {
	total := 0.0
	for _, p := range r {
		total += p.widthPt
	}
	return total
}

func (r row) runs() []run {
	var all []run
	for _, p := range r {
		all = append(all, p.runs...)
	}
	return all
}

// place puts p at the end of the last of rows, or on a row of its own where it
// has no room there.
func place(rows []row, p piece, widthPt float64) []row {
	last := len(rows) - 1
	if last >= 0 && rows[last].widthPt()+p.trimmedPt <= widthPt {
		rows[last] = append(rows[last], p)
		return rows
	}
	if p.trimmedPt <= widthPt {
		return append(rows, row{p})
	}
	if first, rest, ok := p.apart(); ok {
		return place(place(rows, first, widthPt), rest, widthPt)
	}
	for _, part := range p.split(widthPt) {
		rows = append(rows, row{part})
	}
	return rows
}

// runt is the share of a line below which a word is too short to stand alone on
// the last of several.
const runt = 0.125

// mendRunt takes a word down to a last row that is a runt.
func mendRunt(rows []row, widthPt float64) {
	last := len(rows) - 1
	if last < 1 || len(rows[last]) > 1 || len(rows[last-1]) < 3 || rows[last][0].trimmedPt > runt*widthPt {
		return
	}
	above := rows[last-1]
	down := above[len(above)-1]
	if down.widthPt+rows[last][0].trimmedPt <= widthPt {
		rows[last-1], rows[last] = above[:len(above)-1], row{down, rows[last][0]}
	}
}

// lineOf is the line of these runs. Neighbours of one font and link are joined,
// so that it is drawn in as few pieces as it has styles. The space at its end
// stays, so that a reader of the file hears two words where a line breaks.
func lineOf(runs []run) line {
	var l line
	for _, r := range runs {
		if r.text == "" {
			continue
		}
		l.widthPt += r.width()
		if n := len(l.runs); n > 0 && l.runs[n-1].font == r.font && l.runs[n-1].link == r.link {
			l.runs[n-1].text += r.text
			continue
		}
		l.runs = append(l.runs, r)
	}
	if n := len(l.runs); n > 0 {
		last := l.runs[n-1]
		l.widthPt -= last.font.width(last.text[len(strings.TrimRight(last.text, " ")):])
	}
	return l
}

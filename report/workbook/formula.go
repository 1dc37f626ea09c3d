package workbook

// maxFormula is how many characters a formula has at most that is calculated,
// and maxFormulas how many bytes of formulas are kept.
const (
	maxFormula  = 255
	maxFormulas = 4 << 20
)

// formula is one as it is stored. What it says of cells holds so many columns
// and rows further on: a formula that several cells share stands in one of
// them.
type formula struct {
	text  string
	moved place
}

// formulaReader keeps the formulas of the sheet being read whose results the
// file does not hold.
type formulaReader struct {
	grid   *grid
	shared map[string]sharedFormula // by their number
	left   int                      // bytes that may still be kept

	// Of the cell being read, and overwritten by the next.
	text  []byte
	moved place
}

type sharedFormula struct {
	text string
	at   place
}

func (r *formulaReader) begin(g *grid) {
	r.grid, r.shared = g, map[string]sharedFormula{}
	g.formulas = map[place]formula{}
}

// read reads the formula of the cell at a place. Those that fill several cells
// at once are passed over.
func (r *formulaReader) read(p *part, e element, at place) error {
	kind, number := string(e.attr("t")), string(e.attr("si"))
	var err error
	r.text, err = p.text(r.text[:0])
	r.moved = place{}
	switch s, known := r.shared[number]; {
	case kind == "" || kind == "normal":
	case kind != "shared":
		r.text = r.text[:0]
	case len(r.text) > 0:
		if r.afford(len(r.text)) {
			r.shared[number] = sharedFormula{string(r.text), at}
		}
	case known:
		r.text = append(r.text, s.text...)
		r.moved = place{at.col - s.at.col, at.row - s.at.row}
	}
	return err
}

// keep keeps the formula just read as that of the cell at a place.
func (r *formulaReader) keep(at place) {
	if r.afford(len(r.text)) {
		r.grid.formulas[at] = formula{string(r.text), r.moved}
	}
}

// afford reports whether so many bytes of a formula may be kept.
func (r *formulaReader) afford(n int) bool {
	if n == 0 || n > maxFormula || n > r.left {
		return false
	}
	r.left -= n
	return true
}

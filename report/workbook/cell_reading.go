package workbook

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"panelpack/report"
)

// CellReading is one cell of a workbook and what was made of it.
type CellReading struct {
	Cell   report.Cell
	Holds  string   // "a number", "text", "nothing"
	Stored string   // as the file holds it; long text is clipped
	Format string   // the number format, as Excel has it; "General" for none
	ReadAs []string // each a clause: "the actual of CS02 for September 2022: 377"; never empty
	// Findings are those about the cell.
	Findings []report.Finding
}

// ReadCell reads the workbook in data as [Understand] does, and says of one
// cell what it holds and what it was read as. The sheet's name may differ in
// case and in spaces around it.
//
// Of a sheet that lists people nothing is told but that it is not read, and of
// commentary only how long it is and where it belongs.
func ReadCell(name string, data []byte, opts Options, at report.Cell) (*CellReading, error) {
	u, err := Understand(name, data, opts)
	if err != nil {
		return nil, err
	}
	grids, err := readGrids(name, data)
	if err != nil {
		return nil, err
	}
	i := sheetNamed(grids, at.Sheet)
	if i < 0 {
		return nil, noSuchSheet(name, at.Sheet, grids)
	}
	at.Sheet = grids[i].Name
	r := &CellReading{Cell: at, Holds: "something that is not shown", Format: general.Code}
	w, err := vocabulary(opts.Mapping)
	if err != nil {
		return nil, err
	}
	if w.holdsRecords(grids[i]) {
		r.ReadAs = []string{"nothing: the sheet looks like a list of records about people"}
		return r, nil
	}
	used := u.usesOf(at, u.Sheets[i])
	r.ReadAs = used.list
	for _, f := range u.Submission.Findings {
		if f.Cell == at {
			r.Findings = append(r.Findings, f)
		}
	}
	r.stored(grids[i].at(at.Col, at.Row), grids[i], used.commentary || w.meaning("sheet", grids[i].Name) == "commentary")
	return r, nil
}

// sheetNamed is the sheet that a person means, the exact name first; -1 for
// none.
func sheetNamed(grids []*grid, name string) int {
	exact := slices.IndexFunc(grids, func(g *grid) bool { return g.Name == name })
	if exact >= 0 {
		return exact
	}
	return slices.IndexFunc(grids, func(g *grid) bool { return strings.EqualFold(tidy(g.Name), tidy(name)) })
}

func noSuchSheet(file, sheet string, grids []*grid) error {
	var names []string
	for _, g := range grids {
		names = append(names, tidy(g.Name))
	}
	return &report.Failure{
		Message: fmt.Sprintf("%s has no sheet %q", baseName(file), sheet),
		Hint:    "it has " + strings.Join(names, ", "),
	}
}

// holdsRecords reports whether a sheet is refused as a list of records about
// people, or would be if it were not hidden.
func (w *words) holdsRecords(g *grid) bool {
	if w.listsPeople(g) {
		return true
	}
	for _, a := range g.blocks() {
		for _, t := range w.tables(view{grid: g, area: a}) {
			if w.bind(&t); w.listsRecords(&t) {
				return true
			}
		}
	}
	return false
}

// asTyped is a number as Excel's formula bar has it: in full, but for those of
// more digits than it keeps.
func asTyped(n float64) string {
	if math.Abs(n) < 1e15 {
		return strconv.FormatFloat(n, 'f', -1, 64)
	}
	return strconv.FormatFloat(n, 'G', -1, 64)
}

// stored says what a cell holds, and of commentary only its length.
func (r *CellReading) stored(c cell, g *grid, commentary bool) {
	r.Holds = holdings[c.kind]
	if c.format != nil && c.format.Code != "" {
		r.Format = c.format.Code
	}
	switch {
	case commentary && c.kind == text:
		r.Stored = fmt.Sprintf("%d characters", len([]rune(c.text)))
	case c.kind == number:
		r.Stored = asTyped(c.number)
		if c.isDay() {
			r.Holds, r.Stored = "a day", r.Stored+", which is "+g.day(c.number).Words()
		}
	case c.kind == truth:
		r.Stored = strings.ToUpper(strconv.FormatBool(c.number != 0))
	default:
		r.Stored = clip(c.text)
	}
}

var holdings = map[kind]string{
	blank: "nothing", number: "a number", text: "text", truth: "TRUE or FALSE",
	errorValue: "an error", uncached: "a formula without a result",
}

// usesOf is everything that was made of a cell, or else why nothing was.
func (u *Understanding) usesOf(at report.Cell, s SheetReading) uses {
	all := uses{at: at}
	for i := range u.Submission.Series {
		all.series(&u.Submission.Series[i])
	}
	for _, e := range u.Submission.Events {
		all.add(e.Cell, "an event of %s", e.Period.Words())
	}
	for _, f := range u.Submission.Inspections {
		all.add(f.Cell, "the inspection finding %s", f.ID)
	}
	for _, c := range u.Submission.Commentary {
		all.add(c.Cell, "commentary on %s", c.Metric)
		all.commentary = all.commentary || c.Cell == at
	}
	if len(all.list) == 0 {
		all.place(s)
	}
	return all
}

// uses collects what one cell was used for.
type uses struct {
	at         report.Cell
	list       []string
	commentary bool // the cell is where commentary stands
}

func (u *uses) add(cell report.Cell, format string, args ...any) {
	if cell == u.at {
		u.list = append(u.list, fmt.Sprintf(format, args...))
	}
}

func (u *uses) series(s *report.Series) {
	m := s.Metric
	u.add(m.Cell, "the metric %s, %s: %s, %s", m.Ref, m.Name, m.Unit, m.Polarity)
	for _, o := range slices.Concat(s.Observations, s.Outturns) {
		u.add(o.ActualCell, "the actual of %s for %s: %s", m.Ref, o.Period.Words(), figureWords(m.Unit, o.Actual))
		if o.TargetNote == "" {
			u.add(o.TargetCell, "the target of %s for %s: %s", m.Ref, o.Period.Words(), targetWords(m.Unit, o.Target))
		}
		u.add(o.DeclaredCell, "the council's own rating of %s for %s: %s", m.Ref, o.Period.Words(), o.Declared)
	}
	for _, o := range s.Observations {
		if o.TargetCell == u.at && o.TargetNote != "" {
			u.add(o.TargetCell, "the target of %s: %s; %s", m.Ref, targetWords(m.Unit, o.Target), o.TargetNote)
			break
		}
	}
	u.add(s.FinalTargetCell, "the final target of %s: %s", m.Ref, targetWords(m.Unit, s.FinalTarget))
	for _, f := range s.Snapshots {
		u.add(f.Cell, "a later figure of %s as at %s: %s", m.Ref, f.AsAt.Words(), figureWords(m.Unit, f.Value))
	}
	for _, f := range s.Forecasts {
		u.add(f.Cell, "a forecast of %s for %s: %s", m.Ref, f.Period.Words(), figureWords(m.Unit, f.Value))
	}
	for _, b := range s.Benchmarks {
		u.add(b.Cell, "the figure of %s beside %s: %s", b.Name, m.Ref, figureWords(m.Unit, b.Value))
	}
}

// figureWords is a figure for people, or the reason why there is none.
func figureWords(u report.Unit, v report.Value) string {
	if !v.Known() {
		return v.State().String()
	}
	return u.Format(v)
}

func targetWords(u report.Unit, t report.Target) string {
	if !t.Known() {
		return t.Value.State().String()
	}
	return t.Words(u)
}

// place says of a cell that nothing was made of where it stands.
func (u *uses) place(s SheetReading) {
	t, c, ok := s.columnAt(u.at)
	switch {
	case ok && c.Head == u.at:
		u.list = append(u.list, "a heading: "+c.Use())
	case ok:
		u.list = append(u.list, "what stands under the heading "+c.Head.Ref()+": "+c.Use())
		u.commentary = c.As == "comment"
	case t != nil:
		u.list = append(u.list, "nothing: it stands in a table, under no heading")
	case s.Read && len(s.Tables) > 0:
		u.list = append(u.list, "nothing: it stands outside the tables that were found")
	case s.Read:
		u.list = append(u.list, "part of the sheet, which is read as: "+s.Why)
	default:
		u.list = append(u.list, "nothing: the sheet is not read, since "+s.Why)
	}
}

// columnAt is the table and the column of it that a cell stands in, if it
// stands in any.
func (s SheetReading) columnAt(at report.Cell) (t *TableReading, c ColumnReading, ok bool) {
	for i := range s.Tables {
		t := &s.Tables[i]
		if at.Row < t.First.Row || at.Row > t.Last.Row || at.Col < t.First.Col || at.Col > t.Last.Col {
			continue
		}
		for _, c := range t.Columns {
			if c.Head.Col == at.Col && !t.Down() || c.Head.Row == at.Row && t.Down() {
				return t, c, true
			}
		}
		return t, ColumnReading{}, false
	}
	return nil, ColumnReading{}, false
}

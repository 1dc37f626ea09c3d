package workbook

import (
	"fmt"

	"panelpack/report"
)

// Understanding is a workbook as it was read, sheet by sheet: what an officer
// looks at when figures are missing, and sends when asking for help.
type Understanding struct {
	Submission *report.Submission
	Sheets     []SheetReading // in the workbook's order
}

// SheetReading is how one sheet was read.
type SheetReading struct {
	Name   string
	Read   bool
	Why    string // what it was read as, or why it was not
	Tables []TableReading

	refused bool // there may be figures on it
}

// TableReading is how one table of a sheet was read.
type TableReading struct {
	First, Last report.Cell // the corners of its headings and lines
	Layout      string      // "periods across", "periods down", "a line for each figure"
	Columns     []ColumnReading
	Metrics     int // metrics it gave figures for, or defined
	Figures     int // cells of figures taken from it
}

// ColumnReading is what one column of a table was bound to. Of a table whose
// periods run down, the columns are rows.
type ColumnReading struct {
	Head   report.Cell
	Words  string        // the heading as it stands, its levels joined by " > "
	As     string        // "ref", "target"; empty for a column that is not used
	Period report.Period // of its figures, if they have one
}

// understand reads every sheet: the scorecards first, since the other sheets
// speak of their metrics.
func (w *words) understand(source report.Source, data []byte, grids []*grid) *Understanding {
	sub := &report.Submission{Source: source}
	ds := newDrafts(source.File, data, w)
	u := &Understanding{Submission: sub, Sheets: make([]SheetReading, len(grids))}
	for i, g := range grids {
		u.Sheets[i] = SheetReading{Name: g.Name}
		if w.task(g) == "" {
			ds.scorecard(g, &u.Sheets[i])
		}
	}
	ds.giveRefs()
	for i, g := range grids {
		if task := w.task(g); task == "definitions" {
			u.Sheets[i].Read, u.Sheets[i].Why = true, ds.side(task, g, sub)
		}
	}
	for _, d := range ds.list {
		sub.Series = append(sub.Series, ds.series(d))
	}
	for i, g := range grids {
		switch task := w.task(g); task {
		case "", "definitions":
		case "nothing":
			u.Sheets[i].Why = "its name says that it holds no figures"
		default:
			u.Sheets[i].Read, u.Sheets[i].Why = true, ds.side(task, g, sub)
		}
	}
	ds.finish(sub, u.Sheets)
	return u
}

// task is the task that a sheet's name gives it; empty for a scorecard, and for
// every hidden sheet.
func (w *words) task(g *grid) string {
	if g.Hidden {
		return ""
	}
	return w.meaning("sheet", g.Name)
}

// scorecard reads the tables of a sheet, unless it is hidden or lists people.
func (ds *drafts) scorecard(g *grid, s *SheetReading) {
	whole := report.Cell{Sheet: g.Name}
	if g.Hidden {
		s.refuse("it is hidden")
		ds.Add(report.Warning, whole, "", "show the sheet in Excel if its figures are wanted", "the sheet is hidden and is not read")
		return
	}
	if ds.w.listsPeople(g) {
		s.refuse(ds.refuseRecords(g.Name))
		return
	}
	for _, a := range g.blocks() {
		for _, t := range ds.w.tables(view{grid: g, area: a}) {
			switch reading, refused := ds.table(&t); {
			case refused != "":
				s.refuse(refused)
			case reading.Figures > 0:
				s.Tables = append(s.Tables, reading)
			}
		}
	}
	switch {
	case len(s.Tables) > 0:
		s.Read, s.Why = true, fmt.Sprintf("%d tables of figures over time", len(s.Tables))
	case s.refused:
	case ds.w.lacksYear(g):
		s.refuse("its months or quarters have no year")
		ds.Add(report.Error, whole, "", "write the year into the headings or the title above them", "the months or quarters have no year; the sheet is not read")
	default:
		s.Why = "it has no table of metrics with figures for named periods"
	}
}

func (s *SheetReading) refuse(why string) { s.refused, s.Why = true, why }

// lacksYear reports whether a sheet has headings of months or quarters that
// stay without their year.
func (w *words) lacksYear(g *grid) bool {
	for _, row := range g.rows[:min(len(g.rows), maxHeadLine)] {
		yearless := 0
		for _, c := range row.cells {
			if w.heading(g, c).needsYear() {
				yearless++
			}
		}
		if yearless > 2 {
			return true
		}
	}
	return false
}

// reasons is why sheets that may hold a scorecard were refused, for a failure
// to end with.
func (u *Understanding) reasons() string {
	all := ""
	for _, s := range u.Sheets {
		if s.refused {
			all += fmt.Sprintf("; sheet %q is not read: %s", s.Name, s.Why)
		}
	}
	return all
}

// refuseRecords tells that a sheet is not read, repeating none of its words,
// and gives the reason.
func (ds *drafts) refuseRecords(sheet string) string {
	const reason = "it looks like a list of records about people"
	ds.Add(report.Warning, report.Cell{Sheet: sheet}, "", "take the sheet out of the workbook before it is sent on",
		"the sheet is not read: %s", reason)
	return reason
}

// table reads one table, unless it is refused for a reason. A table without a
// figure gives no metrics.
func (ds *drafts) table(t *table) (reading TableReading, refused string) {
	ds.w.bind(t)
	switch {
	case !ds.w.hasFigures(t):
		return reading, ""
	case ds.w.listsRecords(t):
		return reading, ds.refuseRecords(t.Name)
	}
	before := len(ds.list)
	reading = TableReading{First: t.where(t.head[0], 0), Last: t.where(t.to, t.places()-1), Layout: t.Layout}
	reading.Figures = ds.w.readTable(t, ds)
	reading.Metrics = len(ds.list) - before
	for _, c := range t.columns {
		as := c.Field
		if as == "" {
			as = c.Figure
		}
		if c.Words != "" || as != "" {
			reading.Columns = append(reading.Columns, ColumnReading{
				Head: t.where(t.head[len(t.head)-1], c.at), Words: c.Words, As: as, Period: c.Period,
			})
		}
	}
	return reading, ""
}

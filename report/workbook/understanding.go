package workbook

import (
	"fmt"
	"regexp"
	"slices"

	"panelpack/report"
	"panelpack/report/mapping"
)

// Understanding is a workbook as it was read, sheet by sheet: what an officer
// looks at when figures are missing, and sends when asking for help.
type Understanding struct {
	Submission *report.Submission
	Sheets     []SheetReading // in the workbook's order

	mapping *mapping.Mapping // that was followed; nil for none
	drafts  []*draft
}

// SheetReading is how one sheet was read.
type SheetReading struct {
	Name   string
	Read   bool
	Why    string // what it was read as, or why it was not
	Tables []TableReading

	refused bool   // there may be figures on it
	task    string // other than figures over time
}

// TableReading is how one table of a sheet was read.
type TableReading struct {
	First, Last report.Cell // the corners of its headings and lines
	Layout      string      // "periods across", "periods down", "a line for each figure"
	Columns     []ColumnReading
	Metrics     int // metrics it gave figures for, or defined
	Figures     int // cells of figures taken from it

	rule mapping.Table // the table as a mapping says it
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
func (ds *drafts) understand(source report.Source, grids []*grid) *Understanding {
	sub := &report.Submission{Source: source}
	u := &Understanding{Submission: sub, Sheets: make([]SheetReading, len(grids)), mapping: ds.m}
	ds.calc.grids = grids
	for i, g := range grids {
		u.Sheets[i] = SheetReading{Name: g.Name}
		switch task := ds.task(g); {
		case task != mapping.Nothing && ds.w.listsPeople(g):
			u.Sheets[i].refuse(ds.refuseRecords(g.Name))
		case ds.isHidden(g):
			u.Sheets[i].refuse(hiddenSheet)
		case task == "":
			ds.scorecard(g, &u.Sheets[i])
		}
	}
	ds.giveRefs()
	for i, g := range grids {
		if ds.task(g) == "definitions" && !u.Sheets[i].refused {
			ds.readSide(&u.Sheets[i], g, sub)
		}
	}
	for _, d := range ds.list {
		sub.Series = append(sub.Series, ds.series(d))
	}
	for i, g := range grids {
		switch task := ds.task(g); {
		case ds.isHidden(g) && u.Sheets[i].Why == hiddenSheet:
			ds.tellHidden(g, sub)
		case task == "" || task == "definitions" || u.Sheets[i].refused:
		case task == mapping.Nothing && ds.m.Sheet(g.Name) != nil:
			u.Sheets[i].Why = "the mapping says so"
		case task == mapping.Nothing:
			u.Sheets[i].Why = "its name says that it holds no figures"
		default:
			ds.readSide(&u.Sheets[i], g, sub)
		}
	}
	ds.tellMapping(grids)
	ds.finish(sub, u.Sheets)
	u.drafts = ds.list
	return u
}

// readSide reads a sheet with a task of its own.
func (ds *drafts) readSide(into *SheetReading, g *grid, sub *report.Submission) {
	into.task = ds.task(g)
	into.Read, into.Why = true, ds.side(into.task, g, sub)
}

// task is the task that the mapping or a sheet's name gives it; empty for a
// scorecard, and for every hidden sheet that the mapping does not show.
func (ds *drafts) task(g *grid) string {
	s := ds.m.Sheet(g.Name)
	switch {
	case ds.isHidden(g):
		return ""
	case s != nil && s.Task == mapping.Tables:
		return ""
	case s != nil:
		return s.Task
	}
	return ds.w.meaning("sheet", g.Name)
}

// scorecard reads the tables of a sheet.
func (ds *drafts) scorecard(g *grid, s *SheetReading) {
	whole := report.Cell{Sheet: g.Name}
	mapped := ds.m.Sheet(g.Name)
	ds.tellVast(g)
	tables, others := ds.tables(g, mapped)
	for _, t := range tables {
		switch reading, refused := ds.table(&t); {
		case refused != "":
			s.refuse(refused)
		case reading.Figures > 0:
			s.Tables = append(s.Tables, reading)
		}
	}
	quarters := ds.tellQuarters(g)
	switch {
	case len(s.Tables) > 0:
		s.Read, s.Why = true, counted(len(s.Tables), "table")+" of figures over time"
		if mapped != nil && len(mapped.Tables) > 0 {
			s.Why += ", as the mapping says"
		}
		ds.tellNew(g.Name)
		ds.tellUnreadLines(g, others, 2) // not a key such as Red and how many are
	case s.refused:
	case quarters != "":
		s.refuse(quarters)
	case monthsFirst(g):
		s.refuse("its dates have the month first")
		ds.Add(report.Error, whole, "", "write them as real dates, or with the day first as in 31/08/2022",
			"the headings are dates with the month first, such as 08/31/2022; the sheet is not read")
	case ds.w.lacksYear(g):
		s.refuse("its months or quarters have no year")
		ds.Add(report.Error, whole, "", "write the year into the headings or the title above them", "the months or quarters have no year; the sheet is not read")
	default:
		ds.unread(g, s)
	}
}

// unread says of a sheet without a table what may be lost with it.
func (ds *drafts) unread(g *grid, s *SheetReading) {
	if disorder := ds.tellDisorder(g); disorder != "" {
		s.refuse(disorder)
		return
	}
	s.Why = "it has no table of metrics with figures for named periods"
	if !ds.tellUnreadLines(g, g.blocks(), 1) && ds.m.Sheet(g.Name) == nil && slices.ContainsFunc(g.rows[:min(len(g.rows), maxHeadLine)], ds.w.asksForCommentary) {
		ds.Add(report.Warning, report.Cell{Sheet: g.Name}, "", "call the sheet Commentary if its words belong in the pack, or else Notes",
			"the sheet has columns of refs and of commentary, and is not read: it is not called Commentary")
	}
}

// tellVast tells of areas too large to be looked through.
func (ds *drafts) tellVast(g *grid) {
	for _, a := range g.areas() {
		if a.vast() {
			ds.Add(report.Warning, g.cellAt(a.from.col, a.from.row), "", "delete the columns and rows that the table does not need",
				"what stands from here to %s is mostly blank and larger than any table; it is not read", g.cellAt(a.to.col, a.to.row).Ref())
		}
	}
}

func (s *SheetReading) refuse(why string) { s.refused, s.Why = true, why }

// tables are those that the mapping says the sheet has, or else those that are
// found on it, and the blocks in which none is found.
func (ds *drafts) tables(g *grid, mapped *mapping.Sheet) (all []table, others []area) {
	if mapped != nil && len(mapped.Tables) > 0 {
		return ds.mappedTables(g, mapped), nil
	}
	blocks := g.blocks()
	for i, found := range ds.w.tablesOf(g, blocks) {
		if len(found) == 0 {
			others = append(others, blocks[i])
		}
		all = append(all, found...)
	}
	seen := ds.reach(g, all)
	for i := range all {
		ds.w.bind(&all[i])
		seen = append(seen, all[i].area)
	}
	return all, without(others, seen)
}

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

// americanDate is a date as text.
var americanDate = regexp.MustCompile(`^(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})$`)

// monthsFirst reports whether a sheet has headings that are dates only with the
// month before the day.
func monthsFirst(g *grid) bool {
	for _, row := range g.rows[:min(len(g.rows), maxHeadLine)] {
		found := 0
		for _, c := range row.cells {
			if d := americanDate.FindStringSubmatch(c.label()); d != nil && atoi(d[1]) <= 12 && atoi(d[2]) > 12 && atoi(d[2]) <= 31 {
				found++
			}
		}
		if found > 1 {
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

// Why a sheet is not read.
const (
	hiddenSheet   = "it is hidden"
	listOfRecords = "it looks like a list of records about people"
)

// refuseRecords tells that a sheet is not read, repeating none of its words,
// and gives the reason.
func (ds *drafts) refuseRecords(sheet string) string {
	ds.Add(report.Warning, report.Cell{Sheet: sheet}, "", "take the sheet out of the workbook before it is sent on",
		"the sheet is not read: %s", listOfRecords)
	return listOfRecords
}

// table reads one table, unless it is refused for a reason. A table without a
// figure gives no metrics.
func (ds *drafts) table(t *table) (reading TableReading, refused string) {
	switch {
	case !ds.w.hasFigures(t):
		return reading, ""
	case ds.w.listsRecords(t) || t.listsCases():
		return reading, ds.refuseRecords(t.Name)
	}
	before := len(ds.list)
	reading = TableReading{First: t.where(t.head[0], 0), Last: t.where(t.to, t.places()-1), Layout: t.Layout}
	reading.Figures = ds.w.readTable(t, ds)
	reading.Metrics = len(ds.list) - before
	reading.rule = t.asRule()
	if reading.Figures > 0 {
		ds.tellUnread(t)
		ds.tellUndated(t)
		ds.tellMisspelt(t)
		ds.tellMisplaced(t)
	}
	for _, c := range t.columns {
		as := t.use(c)
		if c.Words != "" || as != "" {
			reading.Columns = append(reading.Columns, ColumnReading{
				Head: t.where(t.head[len(t.head)-1], c.at), Words: c.Words, As: as, Period: c.Period,
			})
		}
	}
	return reading, ""
}

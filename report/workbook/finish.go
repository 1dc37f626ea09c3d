package workbook

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"panelpack/report"
)

// hasFigures reports whether any cell of a table holds an actual. Without one
// it is a blank form; but a table may be of ratings alone.
func (w *words) hasFigures(t *table) bool {
	for n := t.from; n <= t.to; n++ {
		for _, i := range w.readLine(t, n).figures {
			if t.ratings {
				return true
			}
			if t.columns[i].Figure != "actual" {
				continue
			}
			c := t.cell(n, t.columns[i].at)
			if f, _ := w.readFigure(c); f.State == report.Reported || c.kind == uncached {
				return true
			}
		}
	}
	return false
}

// giveRefs numbers the metrics that have no ref, and says so.
func (ds *drafts) giveRefs() {
	var without []*draft
	for _, d := range slices.Backward(ds.list) {
		ds.byName[plain(d.Name)] = d
	}
	for _, d := range ds.list {
		if d.Ref == "" {
			without = append(without, d)
		} else {
			ds.byRef[plain(d.Ref)] = d
		}
	}
	number := 0
	for _, d := range without {
		for d.Ref == "" || ds.byRef[plain(d.Ref)] != nil {
			number++
			d.Ref = fmt.Sprintf("M%02d", number)
		}
		ds.byRef[plain(d.Ref)] = d
		if len(without) == 1 || len(without) < len(ds.list) {
			ds.Add(report.Warning, d.Cell, d.Ref, "give the metric a ref of its own, which stays the same from month to month",
				"the metric has no ref and is called %s", d.Ref)
		}
	}
	if len(without) > 1 && len(without) == len(ds.list) {
		ds.Add(report.Warning, without[0].Cell, "", "add a column of refs, which stay the same from month to month",
			"the metrics have no refs and are called %s to %s in their order", without[0].Ref, without[len(without)-1].Ref)
	}
}

// finish completes a submission once every sheet is read.
func (ds *drafts) finish(sub *report.Submission, sheets []SheetReading) {
	ds.notYet(sub)
	sub.Latest = latest(sub)
	for _, d := range ds.list {
		for _, c := range d.comments {
			c.Metric, c.Owner = d.Ref, d.Owner
			sub.Commentary = append(sub.Commentary, c)
		}
	}
	ds.holdToPeriods(sub)
	period := sub.ReportingPeriod()
	for i := range sub.Series {
		ds.look(&sub.Series[i], period)
	}
	ds.tellParts()
	ds.askYears(sub)
	ds.askSuffixes()
	ds.askNames()
	ds.askNoughts(sub)
	sub.Findings = ds.told(sheets)
}

// askYears asks once whether years such as 2019/20 are financial years, where
// neither words nor the mapping say so.
func (ds *drafts) askYears(sub *report.Submission) {
	for _, s := range sub.Series {
		for _, o := range s.Observations {
			if o.Period.Kind() == report.FinancialYear && filled(o.Actual) && ds.w.years == report.NoPeriod {
				ds.Add(report.Note, o.ActualCell, "", `if they are school years, write years = "school" under [workbook] in council.toml`,
					"years such as %s are read as financial years, from April to March", o.Period)
				return
			}
		}
	}
}

// askNames asks about metrics that are called by a number: a column of figures
// may have been taken for that of the names.
func (ds *drafts) askNames() {
	for _, d := range ds.list {
		if numberName.MatchString(d.Name) {
			ds.Add(report.Warning, d.Cell, d.Ref, "see with panelpack inspect which column was taken for the names, and name the right one in the mapping",
				"a number, %s, stands where the name of a metric is expected", clip(d.Name))
		}
	}
}

var numberName = regexp.MustCompile(`^-?£?\d[\d,. ]*%?$`)

// askSuffixes asks about metrics whose names are those of others and a word such
// as Target: their figures may be the targets of the others.
func (ds *drafts) askSuffixes() {
	for _, d := range ds.list {
		name, last := cutLast(plain(d.Name))
		other, figure := ds.byName[name], ds.w.meaning("figure", last)
		if other == nil || other == d || figure == "" || figure == "actual" {
			continue
		}
		ds.Add(report.Warning, d.Cell, d.Ref, `if it is, say so in the mapping: suffix = { "`+last+`" = "`+figure+`" }`,
			"the metric is called like %s with %q after it, and may be its %s; it is read as a metric", other.Ref, last, nameOf(figure))
	}
}

// leastNoughts is how many metrics have to be nought all at once to be asked
// about.
const leastNoughts = 2

// askNoughts asks about the last periods of a workbook, should every figure in
// them be nought: they may be cells that are filled before their time.
func (ds *drafts) askNoughts(sub *report.Submission) {
	figures, others := map[report.Period]int{}, map[report.Period]int{}
	first := map[report.Period]report.Cell{}
	for _, s := range sub.Series {
		for _, o := range s.Observations {
			if !o.Actual.Known() {
				continue
			}
			if figures[o.Period]++; figures[o.Period] == 1 {
				first[o.Period] = o.ActualCell
			}
			if o.Actual.Sign() != 0 {
				others[o.Period]++
			}
		}
	}
	var periods []report.Period
	for p := range figures {
		periods = append(periods, p)
	}
	slices.SortFunc(periods, report.Period.Compare)
	from := len(periods)
	for from > 0 && others[periods[from-1]] == 0 && figures[periods[from-1]] >= leastNoughts {
		from--
	}
	if from > 0 && from < len(periods) {
		ds.Add(report.Warning, first[periods[from]], "", "clear the cells of what is still to come; a nought is read as a figure",
			"every figure from %s on is nought", periods[from].Words())
	}
}

// cutLast parts a name from its last word.
func cutLast(name string) (before, last string) {
	at := strings.LastIndexByte(name, ' ')
	if at < 0 {
		return "", name
	}
	return strings.TrimSpace(name[:at]), name[at+1:]
}

// look tells what an officer should look at in a metric that was read.
func (ds *drafts) look(s *report.Series, period report.Period) {
	if !slices.ContainsFunc(s.Observations, func(o report.Observation) bool { return filled(o.Actual) || o.Declared != "" }) {
		ds.Add(report.Warning, s.Metric.Cell, s.Metric.Ref, "fill in its figures, or take the metric out", "the metric has no figures")
	}
	now, _ := s.At(period)
	if s.Metric.Unit.Kind == report.Count && ds.w.mayCountChildren(s.Metric) && now.Actual.Sign() > 0 && now.Actual.Cmp(report.Number(smallCount, 0)) <= 0 {
		ds.Add(report.Warning, now.ActualCell, s.Metric.Ref, "look before the pack is published",
			"a count of 1 to %d may identify a child; suppression is the council's decision", smallCount)
	}
}

// mayCountChildren reports whether a metric is not only about others, such as
// staff, by the words of its name and definition.
func (w *words) mayCountChildren(m report.Metric) bool {
	s := m.Name + " " + m.Definition
	return w.mentions("counts", "children", s) || !w.mentions("counts", "others", s)
}

// tellParts tells of the lines about parts, and of the metrics that stand in
// the workbook as parts only.
func (ds *drafts) tellParts() {
	for sheet, lines := range ds.brokenDown {
		ds.Add(report.Note, report.Cell{Sheet: sheet}, "", "", "lines about a part of the whole are not read: %d", lines)
	}
	for key, at := range ds.parts {
		if ds.byKey[key] == nil {
			ds.Add(report.Warning, at, "", "add a line about all of it, such as All", "the metric has no line about the whole and is not read")
		}
	}
}

// smallCount is the largest count that may identify a child: 1 to 5 are
// suppressed in the statistics of the Department for Education.
const smallCount = 5

// notYet marks the blanks after the last figure of the whole workbook: they
// are expected, and no gap.
func (ds *drafts) notYet(sub *report.Submission) {
	last := lastActual(sub, filled)
	for i := range sub.Series {
		for k := range sub.Series[i].Observations {
			o := &sub.Series[i].Observations[k]
			if o.Actual == (report.Value{}) && o.Declared == "" && o.Period.End().Compare(last) > 0 {
				o.Actual = report.Missing(report.NotYet)
			}
		}
	}
}

// filled reports whether somebody has filled in an actual, readable or not.
func filled(v report.Value) bool {
	return v.State() != report.NotReported && v.State() != report.NotYet
}

// lastActual is the end of the last period with an actual that counts.
func lastActual(sub *report.Submission, counts func(report.Value) bool) report.Date {
	var last report.Date
	for _, s := range sub.Series {
		for _, o := range slices.Concat(s.Observations, s.Outturns) {
			if counts(o.Actual) && o.Period.End().Compare(last) > 0 {
				last = o.Period.End()
			}
		}
	}
	return last
}

// latest is the last day that a figure belongs to, later snapshots included.
func latest(sub *report.Submission) report.Date {
	last := lastActual(sub, report.Value.Known)
	for _, s := range sub.Series {
		for _, snapshot := range s.Snapshots {
			if snapshot.AsAt.Compare(last) > 0 {
				last = snapshot.AsAt
			}
		}
	}
	return last
}

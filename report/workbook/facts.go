package workbook

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"panelpack/report"
	"panelpack/report/mapping"
)

// fact is one cell of figures, and which figure of which period it is.
type fact struct {
	Figure string        // a meaning of the group "figure"
	Period report.Period // zero for a target that serves every period
	Whose  string        // of a benchmark: the heading that names the other area
	cell   *cell         // in its sheet
	at     report.Cell
}

// draft is a metric while its workbook is read: its definition as far as it is
// known, and its facts as they come.
type draft struct {
	report.Metric
	unitWord string
	facts    []fact
	periods  []report.Period          // of the columns it had a chance of figures in
	comments []report.CommentaryEntry // without ref and owner, which may come later
	known    *mapping.Metric          // what the mapping says of it; nil where it does not have it
	ownRef   bool                     // its lines give its ref
	key      string                   // under which lines find it
}

// drafts collects the metrics of a workbook, and what an officer should know.
type drafts struct {
	report.Findings
	w          *words
	m          *mapping.Mapping             // nil for none
	mapped     map[string][]*mapping.Metric // its metrics, by ref and by name
	list       []*draft
	byKey      map[string]*draft
	byRef      map[string]*draft // once every metric has a ref
	byName     map[string]*draft // the first of each name
	again      map[string]int    // how often a ref was given to a metric more
	calc       calculator
	brokenDown map[string]int         // lines about a part of the whole, by sheet
	parts      map[string]report.Cell // the first such line of each metric, by key

	taken map[taken]mapping.Place // by which table of the mapping, where tables share cells

	declared report.Cell // where the reporting period stands

	unlisted int // findings
	worst    report.Severity

	// Of the metric at hand, and overwritten by the next.
	reads    []read
	observed []report.Observation
}

// newDrafts begins the reading of a workbook.
func newDrafts(file string, w *words, m *mapping.Mapping) *drafts {
	ds := &drafts{
		Findings: report.Findings{File: file}, w: w, m: m, calc: newCalculator(),
		byKey: map[string]*draft{}, byRef: map[string]*draft{}, byName: map[string]*draft{},
		again: map[string]int{}, brokenDown: map[string]int{}, parts: map[string]report.Cell{},
		taken: map[taken]mapping.Place{},
	}
	if m != nil {
		ds.mapped = byKeys(m.Metrics)
	}
	if m != nil && m.SavedOnly {
		ds.calc.left = 0
	}
	return ds
}

// keyOf is what makes two lines speak of one metric: its ref, or else its name
// and the section that it stands in.
func keyOf(section, ref, name string) string {
	if ref != "" {
		return "ref " + plain(ref)
	}
	return "name " + plain(section) + " > " + plain(name)
}

// partly notes a line about a part of what a metric counts.
func (ds *drafts) partly(section, ref, name string, at report.Cell) {
	ds.brokenDown[at.Sheet]++
	ref, name, _ = ds.known(section, ref, name)
	key := keyOf(section, ref, name)
	if _, known := ds.parts[key]; !known && ref+name != "" {
		ds.parts[key] = at
	}
}

// draft is the metric that a line names: the one already there, or a new one.
func (ds *drafts) draft(t *table, section string, at report.Cell, ref, name string) *draft {
	ownRef := ref != ""
	if t.within != "" {
		return ds.draftWithin(t, section, at, ref, name)
	}
	ref, name, known := ds.known(section, ref, name)
	key := keyOf(section, ref, name)
	d := ds.byKey[key]
	if d != nil && name != "" && d.Name != "" && plain(d.Name) != plain(name) {
		ds.Add(report.Error, at, ref, "give every metric a ref of its own",
			"the ref %q is given to two metrics, the first at %s", ref, d.Cell)
		key += " > " + plain(name)
		ref = ds.freeRef(ref)
		_, _, known = ds.known(section, ref, name)
		d = ds.byKey[key]
	}
	if d == nil {
		d = ds.begin(&draft{Metric: report.Metric{Ref: ref, Name: name, Sheet: tidy(t.Name), Section: section, Cell: at}, known: known, ownRef: ownRef, key: key})
	}
	return d
}

// draftWithin is the metric that a line names where the mapping says what it
// stands in: there its name tells it, since its ref may stand in others too.
func (ds *drafts) draftWithin(t *table, section string, at report.Cell, ref, name string) *draft {
	key := keyOf(section, "", cmp.Or(name, ref))
	if d := ds.byKey[key]; d != nil {
		return d
	}
	_, name, known := ds.known(section, "", name)
	switch {
	case known != nil:
		ref = known.Ref
	case ref != "" && ds.byKey["ref "+plain(ref)] != nil:
		ref = ds.freeRef(ref)
	}
	return ds.begin(&draft{Metric: report.Metric{Ref: ref, Name: name, Sheet: tidy(t.Name), Section: section, Cell: at}, known: known, key: key})
}

// begin keeps a draft that is new.
func (ds *drafts) begin(d *draft) *draft {
	ds.byKey[d.key] = d
	if d.Ref != "" {
		ds.byKey["ref "+plain(d.Ref)] = d
	}
	ds.list = append(ds.list, d)
	return d
}

// runs notes the periods of a table that has a line about the metric, once for
// several lines of it.
func (d *draft) runs(axis []report.Period) {
	if n := len(d.periods) - len(axis); n < 0 || !slices.Equal(d.periods[n:], axis) {
		d.periods = append(d.periods, axis...)
	}
}

// freeRef is ref with the first number after it that makes it one of its own.
func (ds *drafts) freeRef(ref string) string {
	for {
		ds.again[ref]++
		free := fmt.Sprintf("%s-%d", ref, ds.again[ref]+1)
		if ds.byKey["ref "+plain(free)] == nil {
			return free
		}
	}
}

// field is where a draft keeps the words of a field; nil for other fields.
func (d *draft) field(name string) *string {
	switch name {
	case "name":
		return &d.Name
	case "short":
		return &d.ShortName
	case "definition":
		return &d.Definition
	case "owner":
		return &d.Owner
	case "unit":
		return &d.unitWord
	case "category":
		return &d.Category
	case "timescale":
		return &d.Timescale
	case "return":
		return &d.Return
	}
	return nil
}

// describe fills in what a line says of its metric, where nothing is known yet.
func (ds *drafts) describe(d *draft, l line) {
	for field := range l.table.fields {
		if into := d.field(field); into != nil && *into == "" {
			*into = l.label(field)
		}
	}
	if word := l.label("basis"); word != "" {
		d.Basis = bases[ds.w.opening("basis", word)]
	}
	ds.direct(d, l.label("polarity"), l.where("polarity"))
}

// direct says of a metric which way is better, where that is not known yet. A
// word that does not say it is told.
func (ds *drafts) direct(d *draft, word string, at report.Cell) {
	if word == "" || d.Polarity != report.PolarityUnknown {
		return
	}
	d.Polarity = ds.w.polarity(word)
	if d.Polarity == report.PolarityUnknown {
		ds.Add(report.Warning, at, d.Ref, "write High, Low, Near plan or For context",
			"%q does not say which way is better", clip(word))
	}
}

// polarity is which way is better by a word, alone or before a remark. Two that
// lead different ways, as in High/Low, say nothing.
func (w *words) polarity(word string) report.Polarity {
	meaning := w.opening("polarity", word)
	for second := range strings.FieldsFuncSeq(plain(word), func(r rune) bool { return strings.ContainsRune("()[]/–—|", r) }) {
		if m := w.meaning("polarity", second); m != "" && m != "context" && m != meaning {
			return report.PolarityUnknown
		}
	}
	return polarities[meaning]
}

var polarities = map[string]report.Polarity{
	"high": report.HigherIsBetter, "low": report.LowerIsBetter, "near": report.NearPlan, "context": report.Context,
}

var bases = map[string]report.Basis{"month": report.InPeriod, "end": report.AtPeriodEnd, "rolling": report.Rolling12}

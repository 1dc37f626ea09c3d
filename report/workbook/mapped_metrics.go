package workbook

import (
	"cmp"
	"fmt"
	"slices"

	"panelpack/report"
	"panelpack/report/mapping"
)

// byKeys are the metrics of a mapping under each ref and name that they go by.
func byKeys(metrics []mapping.Metric) map[string][]*mapping.Metric {
	all := map[string][]*mapping.Metric{}
	for i := range metrics {
		k := &metrics[i]
		keys := []string{"ref " + plain(k.Ref)}
		if k.Name != "" {
			keys = append(keys, "name "+plain(k.Name))
		}
		for _, other := range k.Also {
			keys = append(keys, "ref "+plain(other), "name "+plain(other))
		}
		for _, key := range keys {
			all[key] = append(all[key], k)
		}
	}
	return all
}

// known is a metric's ref and name as the mapping has them, and what it says of
// the metric; nil where it does not have it. A metric is known by its ref, or
// without one by its name, in its section where the mapping gives that. A name
// that the mapping does not have stays as it is.
func (ds *drafts) known(section, ref, name string) (string, string, *mapping.Metric) {
	if len(ds.mapped) == 0 {
		return ref, name, nil // as nearly always; an extract has many lines
	}
	key := "ref " + plain(ref)
	if ref == "" {
		key = "name " + plain(name)
	}
	var here, anywhere *mapping.Metric
	for _, k := range ds.mapped[key] {
		switch {
		case ref != "" || plain(k.Section) == plain(section):
			if here == nil || ds.hasOwnRef(here) {
				here = k // of two with this name, the one that no line gives a ref
			}
		case k.Section == "":
			anywhere = cmp.Or(anywhere, k)
		}
	}
	k := cmp.Or(here, anywhere)
	if k == nil {
		return ref, name, nil
	}
	if name == "" || k.Knows(name) {
		name = cmp.Or(k.Name, name)
	}
	return k.Ref, name, k
}

// hasOwnRef reports whether lines that were read give a metric's ref.
func (ds *drafts) hasOwnRef(k *mapping.Metric) bool {
	d := ds.byKey["ref "+plain(k.Ref)]
	return d != nil && d.ownRef
}

// serveMapped gives the periods without a target the one that the mapping has.
func (b *seriesBuilder) serveMapped(d *draft) {
	if d.known == nil {
		return
	}
	t, ok := b.ds.goalOf(d, d.known.Target)
	for i := range b.s.Observations {
		if o := &b.s.Observations[i]; ok && !o.Target.Known() && o.TargetCell.IsZero() {
			o.Target, o.TargetNote = t, fmt.Sprintf("the target is that of %s, line %d", b.ds.m.File, d.known.Line)
		}
	}
	if t, ok := b.ds.goalOf(d, d.known.FinalTarget); ok && b.s.FinalTargetCell.IsZero() {
		b.s.FinalTarget = t
	}
}

// goalOf is a target as the mapping has it, at the precision of its metric.
func (ds *drafts) goalOf(d *draft, words string) (report.Target, bool) {
	if words == "" {
		return report.Target{}, false
	}
	g, trouble := ds.w.readGoal(cell{kind: text, text: words, format: general})
	if trouble != nil || g.State != report.Reported {
		ds.tellAt(d.known.Place, report.Error, report.Cell{}, fmt.Sprintf("%q is not a target", words), `write it as in "85", "<=20" or "90-95%"`)
		return report.Target{}, false
	}
	return target(g, max(d.Places, g.Places)), true
}

// tellMapping tells of the sheets and metrics that the mapping has and the
// workbook has not.
func (ds *drafts) tellMapping(grids []*grid) {
	if ds.m == nil {
		return
	}
	for i := range ds.m.Sheets {
		s := &ds.m.Sheets[i]
		if !slices.ContainsFunc(grids, func(g *grid) bool { return ds.m.Sheet(g.Name) == s }) {
			ds.tellAt(s.Place, report.Error, report.Cell{}, fmt.Sprintf("the workbook has no sheet %q", s.Name), "put the sheet back, or mend its name here")
		}
	}
	ds.tellMetrics()
}

// tellMetrics tells of the metrics that the mapping has and the workbook has
// not, or has under another name. Where it has none of several, something else
// is wrong, and that is told once.
func (ds *drafts) tellMetrics() {
	metrics := ds.m.Metrics
	if len(metrics) > 1 && !slices.ContainsFunc(ds.list, func(d *draft) bool { return d.known != nil }) {
		ds.tellAt(metrics[0].Place, report.Error, report.Cell{}, fmt.Sprintf("none of the %d metrics of the mapping is in the workbook", len(metrics)),
			"see first what else is told, and whether this is the workbook that is meant")
		return
	}
	for i := range metrics {
		k := &metrics[i]
		switch at := slices.IndexFunc(ds.list, func(d *draft) bool { return d.known == k }); {
		case at < 0:
			ds.tellAt(k.Place, report.Error, report.Cell{}, fmt.Sprintf("the metric %s is not in the workbook", calledBy(k)),
				"put it back, or take this line out where it is dropped on purpose")
		case !k.Knows(ds.list[at].Name):
			ds.Add(report.Warning, ds.list[at].Cell, k.Ref, "where it is the same metric, write its new name in the mapping",
				"the metric has another name than when the mapping was written, %q", clip(k.Name))
		}
	}
}

// calledBy is how a metric of the mapping is called in messages.
func calledBy(k *mapping.Metric) string {
	if k.Name == "" {
		return k.Ref
	}
	return k.Ref + ", " + k.Name + ","
}

// tellNew tells of a sheet of figures that the mapping does not have.
func (ds *drafts) tellNew(sheet string) {
	if ds.m != nil && len(ds.m.Sheets) > 0 && ds.m.Sheet(sheet) == nil {
		ds.Add(report.Warning, report.Cell{Sheet: sheet}, "", rewriteHint, "the mapping does not have this sheet, which is read as it looks")
	}
}

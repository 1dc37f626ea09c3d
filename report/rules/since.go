package rules

import (
	"strings"

	"panelpack/report"
)

// Compare finds all that is different in a from an earlier pack: its metrics
// and their definitions, ratings, figures that were restated, and targets.
//
// Metrics are known again by ref and name, or else by either of them. Only
// periods that both packs show are compared, and a figure that is merely
// published at another precision is no other figure. What a figure was is not
// told where it is suppressed now.
func Compare(earlier *report.Earlier, a *report.Assessed) *report.Changes {
	c := &comparison{a: a, last: earlier.Period, Changes: report.Changes{
		Source: earlier.Source, Since: earlier.Period,
		Rules: earlier.Rulebook.SHA256 != "" && earlier.Rulebook.SHA256 != a.Policy.Source.SHA256,
	}}
	if a.Period.Compare(c.last) < 0 {
		c.last = a.Period
	}
	then := pair(earlier.Metrics, a.Metrics)
	kept := map[*report.EarlierMetric]bool{}
	for i := range a.Metrics {
		kept[then[i]] = true
		c.metric(then[i], &a.Metrics[i])
	}
	for i := range earlier.Metrics {
		if m := &earlier.Metrics[i]; !kept[m] {
			c.Metrics = append(c.Metrics, report.MetricChange{Ref: m.Ref, Name: m.Name, Part: report.DroppedMetric})
		}
	}
	return &c.Changes
}

// comparison is a pack being held against an earlier one.
type comparison struct {
	report.Changes
	a    *report.Assessed
	last report.Period // the last whose figures both packs show
}

// pair finds the earlier of each metric now, nil where there is none.
func pair(earlier []report.EarlierMetric, now []report.Assessment) []*report.EarlierMetric {
	then := make([]*report.EarlierMetric, len(now))
	taken := map[*report.EarlierMetric]bool{}
	for _, key := range []func(ref, name string) string{
		func(ref, name string) string { return ref + "\n" + plainWords(name) },
		func(_, name string) string { return plainWords(name) },
		func(ref, _ string) string { return ref },
	} {
		free := map[string]*report.EarlierMetric{}
		for i := range earlier {
			if e := &earlier[i]; !taken[e] {
				free[key(e.Ref, e.Name)] = e
			}
		}
		for i := range now {
			k := key(now[i].Metric.Ref, now[i].Metric.Name)
			if e := free[k]; e != nil && then[i] == nil {
				then[i], taken[e] = e, true
				delete(free, k)
			}
		}
	}
	return then
}

// plainWords is text without what makes no difference: capitals and spaces.
func plainWords(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }

// metric compares one metric. Figures in different units are not compared.
func (c *comparison) metric(then *report.EarlierMetric, now *report.Assessment) {
	if then == nil {
		c.Metrics = append(c.Metrics, report.MetricChange{Ref: now.Metric.Ref, Name: now.Metric.Name, Part: report.NewMetric})
		return
	}
	c.definition(then, now)
	c.ratings(then, now)
	if then.Unit == now.Metric.Unit.String() {
		c.figures(then, now)
		c.finalTarget(then, now)
	}
}

// definition compares what a metric is. A part that the earlier pack did not
// tell is no change.
func (c *comparison) definition(then *report.EarlierMetric, now *report.Assessment) {
	m := now.Metric
	for _, part := range []struct {
		part      report.MetricPart
		then, now string
	}{
		{report.MetricRef, then.Ref, m.Ref},
		{report.MetricName, then.Name, m.Name},
		{report.MetricDefinition, then.Definition, m.Definition},
		{report.MetricUnit, then.Unit, m.Unit.String()},
		{report.MetricPolarity, then.Polarity, m.Polarity.String()},
		{report.MetricCategory, then.Category, titleIn(c.a.Categories, now.Classification.Category)},
	} {
		if part.then != "" && plainWords(part.then) != plainWords(part.now) {
			c.Metrics = append(c.Metrics, report.MetricChange{Ref: m.Ref, Name: m.Name, Part: part.part, Then: part.then, Now: part.now})
		}
	}
}

func titleIn(categories []report.Category, id string) string {
	for _, c := range categories {
		if c.ID == id {
			return c.Title
		}
	}
	return ""
}

// ratings compares the rating of then with that of now, and with the one that
// the earlier period would have by what is known now.
func (c *comparison) ratings(then *report.EarlierMetric, now *report.Assessment) {
	ref := now.Metric.Ref
	if then.Rating != now.Rating {
		c.Ratings = append(c.Ratings, report.RatingChange{Ref: ref, Before: then.Rating, Now: now.Rating, Why: now.Reason})
	}
	if c.Since == c.a.Period {
		return
	}
	for i, o := range now.Observations {
		if o.Period == c.Since && now.History[i] != then.Rating {
			c.Revised = append(c.Revised, report.RatingChange{Ref: ref, Before: then.Rating, Now: now.History[i]})
		}
	}
}

// figures compares actuals up to the last period that both packs report, and
// targets of all periods.
func (c *comparison) figures(then *report.EarlierMetric, now *report.Assessment) {
	actuals := changeRun{ref: now.Metric.Ref, list: &c.Figures}
	targets := changeRun{ref: now.Metric.Ref, list: &c.Targets}
	u := now.Metric.Unit
	for _, f := range then.Figures {
		o, shown := now.At(f.Period)
		if !shown {
			continue
		}
		restated := f.Period.Compare(c.last) <= 0 && !sameFigure(f.Actual, o.Actual)
		actuals.add(restated, f.Period, figureThen(u, f.Actual, o.Actual), figureWords(u, o.Actual), o.ActualCell)

		target := report.EarlierTarget{Value: f.Target}
		if f.Period == c.Since {
			target = then.Target
		}
		targets.add(!sameTarget(u, target, o.Target), f.Period, targetThen(u, target), targetWords(u, o.Target), o.TargetCell)
	}
}

func (c *comparison) finalTarget(then *report.EarlierMetric, now *report.Assessment) {
	u := now.Metric.Unit
	if then.FinalTarget.Words != "" && !sameTarget(u, then.FinalTarget, now.FinalTarget) {
		c.Targets = append(c.Targets, report.FigureChange{
			Ref:  now.Metric.Ref,
			Then: targetThen(u, then.FinalTarget), Now: targetWords(u, now.FinalTarget), Cell: now.FinalTargetCell,
		})
	}
}

// sameFigure reports whether two figures are one, as far as the less precise
// of them goes. Of two missing ones the reasons may differ.
func sameFigure(then, now report.Value) bool {
	places := min(then.Places(), now.Places())
	return then.Round(places).Cmp(now.Round(places)) == 0
}

// sameTarget reports whether two targets are one, in their words too where
// those of then are known: "50%" is not "more than 50%".
func sameTarget(u report.Unit, then report.EarlierTarget, now report.Target) bool {
	if !sameFigure(then.Value, now.Value) {
		return false
	}
	now.Value = then.Value
	return then.Words == "" || !now.Known() || then.Words == now.Words(u)
}

// figureThen is a figure as it was. Beside one that is suppressed now it would
// give away what the suppression hides.
func figureThen(u report.Unit, then, now report.Value) string {
	if now.State() == report.Suppressed {
		return "a figure"
	}
	return figureWords(u, then)
}

func figureWords(u report.Unit, v report.Value) string {
	if !v.Known() {
		return v.State().String()
	}
	return u.Format(v)
}

func targetThen(u report.Unit, then report.EarlierTarget) string {
	if then.Value.Known() && then.Words != "" {
		return then.Words
	}
	return targetWords(u, report.Target{Value: then.Value})
}

func targetWords(u report.Unit, t report.Target) string {
	if !t.Known() {
		return "none"
	}
	return t.Words(u)
}

// changeRun gathers the changes of one metric's figures. Successive periods
// that changed alike are one.
type changeRun struct {
	ref  string
	list *[]report.FigureChange
	open bool // the period before changed
}

func (r *changeRun) add(changed bool, p report.Period, then, now string, cell report.Cell) {
	was := r.open
	r.open = changed
	if !changed {
		return
	}
	if n := len(*r.list); was {
		if last := &(*r.list)[n-1]; last.Then == then && last.Now == now {
			last.To = p
			return
		}
	}
	*r.list = append(*r.list, report.FigureChange{Ref: r.ref, From: p, To: p, Then: then, Now: now, Cell: cell})
}

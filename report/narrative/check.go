package narrative

import (
	"fmt"
	"slices"
	"strings"

	"panelpack/report"
)

// checker holds the figures of one commentary against the data.
type checker struct {
	assessed *report.Assessed
	own      data
	entry    report.CommentaryEntry
	checks   []report.FigureCheck
	found    []report.Finding
	unknown  []report.FigureCheck
}

// verdict is a figure judged, and the figure of the data that it is.
type verdict struct {
	report.FigureCheck
	is datum
}

// check judges every figure of a commentary that somebody typed. Figures that
// were filled in from the data need none.
//
// A figure is contradicted only where the sentence says what it is, and the
// data has another figure for that. What the data cannot speak to is not
// found, which accuses nobody.
func (k *checker) check(passages []passage) {
	for _, p := range passages {
		for _, item := range p.items {
			for _, words := range sentences(wordsOf(item)) {
				k.sentence(readSentence(words, k.own.Assessment))
			}
		}
	}
	k.listUnknown()
}

func (k *checker) sentence(s sentence) {
	claims := s.claims()
	verdicts := make([]verdict, len(claims))
	for i, c := range claims {
		verdicts[i] = k.confirm(s, c, i, verdicts[:i])
	}
	for i, c := range claims {
		v := &verdicts[i]
		if v.Verdict == report.NotFound {
			*v = k.contradict(s, c, verdicts)
		}
		if v.Verdict == report.NotFound {
			*v = k.anywhere(s, c)
		}
		v.Text = c.text
		k.checks = append(k.checks, v.FigureCheck)
		k.tell(v.FigureCheck, s.words[c.at].line)
	}
}

func (k *checker) tell(f report.FigureCheck, line int) {
	switch f.Verdict {
	case report.NotFound:
		k.unknown = append(k.unknown, f)
	case report.Contradicted:
		k.found = append(k.found, about(k.entry, line, report.Finding{
			Severity: report.Error, Metric: k.entry.Metric,
			Message: fmt.Sprintf("commentary says %s, %s", f.Text, f.Against),
			Hint:    "correct the figure, in the commentary or in the workbook; {actual} and the like are filled in from the workbook",
		}))
	}
}

// listUnknown tells of the figures that the data does not have, together.
func (k *checker) listUnknown() {
	if len(k.unknown) == 0 {
		return
	}
	var texts []string
	for _, f := range k.unknown {
		texts = append(texts, f.Text)
	}
	verb := "figures of the commentary are"
	if len(texts) == 1 {
		verb = "figure of the commentary is"
	}
	k.found = append(k.found, about(k.entry, 0, report.Finding{
		Severity: report.Note, Metric: k.entry.Metric,
		Message: fmt.Sprintf("%d %s not in the workbook: %s", len(texts), verb, strings.Join(texts, ", ")),
		Hint:    "see that they are right; nothing here can tell",
	}))
}

// confirmed is the verdict on a figure that the data has.
func confirmed(is datum, against string) verdict {
	return verdict{report.FigureCheck{Verdict: report.Confirmed, Against: against}, is}
}

// confirm looks for the figure where the sentence says that it is. Before are
// the verdicts on the figures before it.
func (k *checker) confirm(s sentence, c claim, i int, before []verdict) verdict {
	switch c.role {
	case moved:
		if m, ok := k.movement(s, c, before); ok {
			return confirmed(m.to, "the change from "+m.from.when+" to "+m.to.when)
		}
	case shared:
		if s.isRatio(i, k.own.Now.Actual) {
			return confirmed(datum{}, k.own.Metric.Unit.Format(k.own.Now.Actual)+" in "+k.own.Now.Period.Words())
		}
	case wished:
		return firstFit(c, slices.Concat(k.own.targets(), k.forecasts()))
	default:
		return firstFit(c, k.meant(c))
	}
	return verdict{}
}

// meant is the figures that a claim may be of, by what it says it is.
func (k *checker) meant(c claim) []datum {
	levels := k.own.levels()
	switch {
	case c.role == atTarget:
		return k.targetsAt(c.periods)
	case c.vague:
		return levels
	case c.role == earlier:
		return append(levels, k.own.targets()...)
	case c.named:
		var all []datum
		for _, p := range c.periods {
			all = append(all, k.own.at(p)...)
		}
		return all
	case c.role == expected:
		return k.forecasts()
	}
	return slices.DeleteFunc(levels, func(d datum) bool {
		return d.period != k.own.Now.Period && d.period != report.DayOf(later(k.own.Assessment).AsAt)
	})
}

// targetsAt is the targets of the periods that a sentence names, or where they
// have none of their own those of now; and the final one.
func (k *checker) targetsAt(periods []report.Period) []datum {
	var all []datum
	for _, d := range k.own.targets() {
		if slices.Contains(periods, d.period) {
			all = append(all, d)
		}
	}
	if len(all) == 0 {
		periods = []report.Period{k.own.Now.Period}
	}
	return append(all, slices.DeleteFunc(k.own.targets(), func(d datum) bool {
		return !d.period.IsZero() && !slices.Contains(periods, d.period)
	})...)
}

func (k *checker) forecasts() []datum {
	var all []datum
	for _, f := range k.own.Forecasts {
		all = append(all, datum{f.Value, f.Period, "the forecast for " + f.Period.Words()})
	}
	return all
}

func firstFit(c claim, from []datum) verdict {
	for _, d := range from {
		if c.fits(d.value) {
			return confirmed(d, d.when)
		}
	}
	return verdict{}
}

// anywhere looks for a figure in all that is known of the metric, and of other
// metrics that the sentence names.
func (k *checker) anywhere(s sentence, c claim) verdict {
	for _, other := range k.named(s) {
		if v := firstFit(c, slices.Concat(other.levels(), other.targets())); v.Verdict == report.Confirmed {
			return confirmed(datum{}, other.Metric.Ref+": "+v.Against)
		}
	}
	if c.role == moved || c.role == shared && c.value.Units() < 10 || s.isOfElse(c, vocabulary(k.own.Metric)) {
		return verdict{}
	}
	all := k.own.others()
	if k.own.sameKind(c.kind) {
		all = append(k.own.levels(), all...)
	}
	if k.own.sameKind(c.kind) && !c.vague {
		all = append(all, k.own.targets()...)
	}
	return firstFit(c, all)
}

// named is the other metrics that a sentence names by their refs.
func (k *checker) named(s sentence) []data {
	var all []data
	for i := range k.assessed.Metrics {
		a := &k.assessed.Metrics[i]
		if a.Metric.Ref == k.own.Metric.Ref {
			continue
		}
		if slices.ContainsFunc(s.words, func(w word) bool { return w.text == a.Metric.Ref }) {
			all = append(all, data{a})
		}
	}
	return all
}

// movement finds the change that a claim tells of: from the time that it
// names, or from any that such sentences mean.
func (k *checker) movement(s sentence, c claim, before []verdict) (change, bool) {
	for _, m := range k.movements(c, before) {
		if size, way := m.fits(c, k.own); size && way {
			return m, true
		}
	}
	return change{}, false
}

// movements is the changes that a claim may mean, the likeliest first.
func (k *checker) movements(c claim, before []verdict) []change {
	to := k.ends(before)
	var from []datum
	switch {
	case c.ofTarget:
		from = k.own.targets()
	case c.named && !c.vague:
		for _, p := range c.periods {
			from = append(from, k.own.at(p)...)
		}
		if c.relative {
			from = append(from, k.own.bases()...)
		}
	default:
		from = k.starts(before)
	}
	var all []change
	for _, t := range to {
		for _, f := range from {
			if f.value.Cmp(t.value) != 0 || f.period != t.period {
				all = append(all, change{f, t})
			}
		}
	}
	return all
}

// ends is where a change may lead: to the figure before it in the sentence, to
// now, to a later figure or a forecast.
func (k *checker) ends(before []verdict) []datum {
	var all []datum
	for _, v := range slices.Backward(before) {
		if v.Verdict == report.Confirmed && v.is.value.Known() {
			all = append(all, v.is)
		}
	}
	levels := k.own.levels()
	for _, d := range levels {
		if d.period.Compare(k.own.Now.Period) >= 0 {
			all = append(all, d)
		}
	}
	return all
}

// starts is what a change may be told against where it does not say: the
// figure before it in the sentence, the period before, the year before, the
// figure that a later one is compared with.
func (k *checker) starts(before []verdict) []datum {
	all := k.own.previous()
	all = append(all, k.own.at(k.own.Now.Period.YearBefore())...)
	all = append(all, k.own.bases()...)
	all = append(all, k.own.at(k.own.Now.Period)...)
	for _, v := range before {
		if v.Verdict == report.Confirmed && v.is.value.Known() {
			all = append(all, v.is)
		}
	}
	return all
}

package rules

import (
	"sort"
	"strconv"

	"panelpack/report"
)

// sentence is one of the sentences that a rulebook may hold, and when it is
// said.
type sentence struct {
	name string
	said func(*judged) bool
}

// sentences are all of them, most telling first, which is also the order in
// which they are read.
var sentences = []sentence{
	{"no_figure", func(j *judged) bool { return !j.Now.Actual.Known() }},
	{"context", func(j *judged) bool { return j.terms.polarity == report.Context }},
	{"no_target", func(j *judged) bool {
		return j.Now.Actual.Known() && j.terms.polarity != report.Context && !j.verdict.target.Known()
	}},
	{"on_limit", func(j *judged) bool { return j.verdict.measured && j.verdict.distance.limit }},
	{"on_target", func(j *judged) bool {
		return j.verdict.measured && j.verdict.distance.size == 0 && !j.verdict.distance.limit
	}},
	{"from_nought", func(j *judged) bool { return j.isAway() && j.verdict.distance.target == 0 }},
	{"away", func(j *judged) bool { return j.isAway() && j.verdict.distance.target != 0 }},
	{"record", func(j *judged) bool { return j.record.lead != "" }},
	{"change", func(j *judged) bool { return j.record.lead == "" }},
	{"snapshot", func(j *judged) bool { return j.later != nil }},
	{"forecast", func(j *judged) bool { return j.outlook.known }},
	{"real_change", func(j *judged) bool { return j.signal.now.cause != noCause }},
	{"newly_but_normal", func(j *judged) bool { return j.NewlyRated }},
	{"benchmark", func(j *judged) bool { return len(j.Benchmarks) > 0 }},
	{"normal", func(j *judged) bool { return !j.NewlyRated }},
	{"assurance", func(j *judged) bool {
		return j.verdict.distance.adverse && j.signal.now.cause == noCause && j.signal.assured
	}},
}

// isAway reports whether the figure was measured and is not on its target.
func (j *judged) isAway() bool { return j.verdict.measured && j.verdict.distance.size != 0 }

// sentences reads the sentences of a rulebook. Names and placeholders that
// are not known are errors.
func (l *loader) sentences(b *Rulebook, f file) {
	b.most, b.percentBase = f.Facts.Most, f.Facts.PercentBase
	l.atLeast("facts.most", int64(f.Facts.Most), 1, "4 fill half a page with a chart")
	l.atLeast("facts.percent_base", f.Facts.PercentBase, 1, "20 gives no percentages of small numbers")
	var known, written []string
	for _, s := range sentences {
		known = append(known, s.name)
	}
	for name := range f.Sentence {
		written = append(written, name)
	}
	sort.Strings(written)
	b.sentences = map[string]phrase{}
	isKnown := setOf(known)
	for _, name := range written {
		if !isKnown[name] {
			l.Wrong("sentence."+name, strconv.Quote(name)+" is not a sentence known here", didYouMean(name, known))
			continue
		}
		b.sentences[name] = l.phrase("sentence."+name, f.Sentence[name])
	}
}

// phrase reads a sentence that stands at key.
func (l *loader) phrase(key, text string) phrase {
	p, err := newPhrase(text)
	if err != nil {
		l.Wrong(key, err.Error(), "see the sentences that `panelpack rulebook` prints")
	}
	return p
}

// facts says the most telling of the sentences that are true of j.
func (j *judged) facts() []report.Text {
	var all []report.Text
	for _, s := range sentences {
		if len(all) == j.book.most {
			break
		}
		if !s.said(j) {
			continue
		}
		if text := j.book.sentences[s.name].fill(j.words); len(text) > 0 {
			all = append(all, begin(text))
		}
	}
	return all
}

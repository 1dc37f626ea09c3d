package rules

import (
	"fmt"
	"sort"
	"strconv"

	"panelpack/report"
	"panelpack/report/settings"
)

// occasion is something that a question may be about: which metrics it is
// true of, and how the worse of two is known.
type occasion struct {
	name   string
	arises func(*judged, *panel) bool
	weight func(*judged) float64 // larger is asked first
}

// panel is what questions look at beyond a single metric.
type panel struct {
	sub     *report.Submission
	byRef   map[string]*judged
	longRed int
	missing func(ref string) bool // commentary is missing
}

// questionRule is a question of the rulebook.
type questionRule struct {
	occasion *occasion
	text     phrase
}

// occasions are all that a rulebook may ask about.
var occasions = []occasion{
	{"red and worse", func(j *judged, p *panel) bool {
		return j.Rating == report.Red && j.previous().Word == report.Worse && j.standing.length < p.longRed
	}, percentAway},
	{"long red", func(j *judged, p *panel) bool {
		return j.Rating == report.Red && j.standing.length >= p.longRed
	}, func(j *judged) float64 { return float64(j.standing.length * j.run.months()) }},
	{"newly red", func(j *judged, _ *panel) bool { return j.Rating == report.Red && j.NewlyRated }, percentAway},
	{"signal against rating", func(j *judged, _ *panel) bool {
		return (j.Rating == report.Green || j.Rating == report.Amber) && j.signal.judged == report.Worse
	}, percentAway},
	{"improbable forecast", func(j *judged, _ *panel) bool { return j.outlook.improbable() }, percentAway},
	{"steadily off target", func(j *judged, _ *panel) bool {
		return j.Deviation.Adverse && j.signal.drawn && j.signal.now.cause == noCause && j.outOfReach()
	}, percentAway},
	{"red without commentary", func(j *judged, p *panel) bool {
		return j.Rating == report.Red && p.missing(j.Metric.Ref)
	}, percentAway},
	{"moving apart", func(j *judged, p *panel) bool { return p.apart(j) }, percentAway},
	{"between bands", func(j *judged, _ *panel) bool { return j.Rating == report.BetweenBands }, percentAway},
	{"no figure", func(j *judged, _ *panel) bool { return j.awaitsFigure() }, percentAway},
}

// percentAway weighs a metric by how far it is from target. A target of
// nought outweighs all others, as domain has it for "furthest from target".
func percentAway(j *judged) float64 {
	switch {
	case !j.verdict.measured || !j.Deviation.Adverse:
		return 0
	case j.verdict.distance.target == 0:
		return 1e9 + j.Deviation.Points.Abs().Float()
	}
	return j.Deviation.Percent.Abs().Float()
}

// previous is the direction against the previous period; its zero where the
// rulebook asks for none.
func (j *judged) previous() report.Direction {
	for _, d := range j.Directions {
		if j.run.now >= 0 && d.Against == j.Now.Period.Add(-j.run.step) {
			return d
		}
	}
	return report.Direction{}
}

// lastYear is the direction against the same period last year.
func (j *judged) lastYear() report.Direction {
	for _, d := range j.Directions {
		if d.Against == j.Now.Period.YearBefore() {
			return d
		}
	}
	return report.Direction{}
}

// awaitsFigure reports whether a figure that is missing may be asked for: not one
// that is withheld so that no child is known by it, or that cannot be.
func (j *judged) awaitsFigure() bool {
	switch j.Now.Actual.State() {
	case report.Reported, report.Suppressed, report.NotApplicable:
		return false
	}
	return true
}

// outOfReach reports whether the target lies beyond the expected range on its
// better side.
func (j *judged) outOfReach() bool {
	at := j.Now.Target.Value.Float()
	return j.terms.side == above && at > j.signal.latest.upper || j.terms.side == below && at < j.signal.latest.lower
}

// questions reads the questions of a rulebook.
func (l *loader) questions(b *Rulebook, f file) {
	b.mostQuestions, b.longRed = f.Questions.Most, f.Questions.LongRed
	l.atLeast("questions.most", int64(f.Questions.Most), 0, "0 asks nothing")
	l.atLeast("questions.long_red", int64(f.Questions.LongRed), 1, "6 is half a year of monthly figures")
	var known []string
	byName := map[string]*occasion{}
	for i := range occasions {
		known = append(known, occasions[i].name)
		byName[occasions[i].name] = &occasions[i]
	}
	for i, q := range f.Question {
		key := fmt.Sprintf("question[%d]", i)
		about, ok := byName[q.About]
		if !ok {
			l.Wrong(key+".about", strconv.Quote(q.About)+" is not an occasion for a question", didYouMean(q.About, known))
		}
		b.questions = append(b.questions, questionRule{about, l.phrase(key+".text", q.Text)})
	}
}

// questionsFor raises the questions that the figures give rise to. The best
// of each kind come first, in the rulebook's order of kinds, then the next
// best; no metric is asked about twice.
func (b *Rulebook) questionsFor(sub *report.Submission, metrics []*judged, opts Options) []report.Question {
	p := newPanel(sub, metrics, opts, b.longRed)
	queues := make([][]*judged, len(b.questions))
	for i, q := range b.questions {
		queues[i] = p.raise(q.occasion, metrics)
	}
	asked := map[string]bool{}
	var all []report.Question
	for progress := true; progress; {
		progress = false
		for i, q := range b.questions {
			next, rest := firstUnasked(queues[i], asked)
			queues[i] = rest
			if next == nil || len(all) == b.mostQuestions {
				continue
			}
			progress = true
			if one, ok := p.ask(q, next); ok {
				asked[next.Metric.Ref] = true
				all = append(all, one)
			}
		}
	}
	return all
}

func firstUnasked(queue []*judged, asked map[string]bool) (*judged, []*judged) {
	for i, j := range queue {
		if !asked[j.Metric.Ref] {
			return j, queue[i+1:]
		}
	}
	return nil, nil
}

func newPanel(sub *report.Submission, metrics []*judged, opts Options, longRed int) *panel {
	p := &panel{sub: sub, byRef: map[string]*judged{}, longRed: longRed, missing: func(string) bool { return false }}
	if opts.HasCommentary != nil {
		p.missing = func(ref string) bool { return !opts.HasCommentary(ref) }
	}
	for _, j := range metrics {
		p.byRef[j.Metric.Ref] = j
	}
	return p
}

// raise is the metrics that o arises for, those to be asked about first at
// the head.
func (p *panel) raise(o *occasion, metrics []*judged) []*judged {
	var all []*judged
	for _, j := range metrics {
		if o.arises(j, p) {
			all = append(all, j)
		}
	}
	sort.SliceStable(all, func(i, k int) bool {
		if a, b := o.weight(all[i]), o.weight(all[k]); a != b {
			return a > b
		}
		return percentAway(all[i]) > percentAway(all[k])
	})
	return all
}

// ask puts a question about j into words; false where it lacks a figure.
func (p *panel) ask(q questionRule, j *judged) (report.Question, bool) {
	refs := []string{j.Metric.Ref}
	w := j.words
	if other, finding := p.counterpart(j); other != nil && q.occasion.name == "moving apart" {
		w = withCounterpart(w, other, finding)
		refs = append(refs, other.Metric.Ref)
	}
	text := q.text.fill(w)
	return report.Question{Text: text, Metrics: refs}, len(text) > 0
}

func withCounterpart(w words, other *judged, finding string) words {
	joined := words{"other": other.words["metric"], "finding": report.Plain(finding)}
	for name, text := range w {
		joined[name] = text
	}
	return joined
}

// apart reports whether j is worse than a year ago while a metric that
// follows the same inspection finding is better.
func (p *panel) apart(j *judged) bool {
	other, _ := p.counterpart(j)
	return other != nil
}

// counterpart is the first metric that follows an inspection finding together
// with j and is better than a year ago where j is worse; nil where there is
// none.
func (p *panel) counterpart(j *judged) (*judged, string) {
	if j.lastYear().Word != report.Worse {
		return nil, ""
	}
	for _, f := range p.sub.Inspections {
		if !setOf(f.Metrics)[j.Metric.Ref] {
			continue
		}
		for _, ref := range f.Metrics {
			if other := p.byRef[ref]; other != nil && other.lastYear().Word == report.Better {
				return other, f.ID
			}
		}
	}
	return nil, ""
}

func didYouMean(word string, known []string) string {
	if near := settings.Nearest(word, known); near != "" {
		return "did you mean " + strconv.Quote(near) + "?"
	}
	var quoted []string
	for _, k := range known {
		quoted = append(quoted, strconv.Quote(k))
	}
	return "those known are " + list(quoted)
}

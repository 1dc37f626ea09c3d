package rules

import (
	"slices"

	"panelpack/report"
)

// Options is what an assessment needs beyond the submission and the rulebook.
type Options struct {
	// Period is the reporting period; where it is none, the submission's own,
	// or else the latest for which at least half of the metrics have a figure.
	Period report.Period

	// HasCommentary tells whether somebody has sent commentary on a metric.
	// Without it nothing is asked about missing commentary.
	HasCommentary func(ref string) bool

	// Closed are days on which the council is closed, besides weekends, bank
	// holidays and those of the rulebook.
	Closed []report.Date

	// Previous is an earlier pack to compare with; nil for none.
	Previous *report.Earlier
}

// judged is one metric on its way to an Assessment, with what sentences,
// questions and the reckoning are made from.
type judged struct {
	report.Assessment
	book     *Rulebook
	terms    terms
	run      run
	verdict  verdict
	standing standing
	record   record // its lead is empty where there is none
	signal   signal
	outlook  outlook
	later    *report.Snapshot
	words    words
}

// Assess judges every metric of sub by book. Nothing is lost on the way: a
// metric that cannot be rated is Not rated, and says why.
func Assess(sub *report.Submission, book *Rulebook, opts Options) *report.Assessed {
	found := report.Findings{File: sub.Source.File}
	period := choosePeriod(sub, opts.Period, &found)
	metrics := make([]*judged, len(sub.Series))
	for i := range sub.Series {
		metrics[i] = book.assess(&sub.Series[i], sub.Events, period, &found)
	}
	book.checkRefs(sub, &found)
	checkNames(sub, &found)
	checkMeeting(sub.Details.Meeting, period, &found)

	a := &report.Assessed{
		Submission: sub, Period: period, Previous: previousOf(period, metrics),
		Categories: book.filledCategories(metrics),
		Questions:  book.questionsFor(sub, metrics, opts),
		Policy:     book.policy(metrics),
	}
	for _, c := range a.Categories {
		for _, m := range metrics {
			if m.Classification.Category == c.ID {
				a.Metrics = append(a.Metrics, m.Assessment)
				a.Counts.Add(m.Rating)
			}
		}
	}
	a.PublishBy, a.PublishHow = book.publishBy(sub.Details.Meeting, opts.Closed)
	if opts.Previous != nil {
		a.Changes = changesSince(opts.Previous, a, &found)
	}
	a.Findings = append(append(a.Findings, sub.Findings...), found.List...)
	return a
}

// filledCategories are the rulebook's categories and, where a metric is in
// none of them, one for those.
func (b *Rulebook) filledCategories(metrics []*judged) []report.Category {
	var all []report.Category
	for _, c := range b.categories {
		all = append(all, c.Category)
	}
	for _, m := range metrics {
		if m.Classification.Category == unplaced.ID {
			return append(all, unplaced)
		}
	}
	return all
}

// assess judges one series for the reporting period p.
func (b *Rulebook) assess(s *report.Series, events []report.Event, p report.Period, found *report.Findings) *judged {
	j := &judged{book: b}
	j.Series = asAt(s, p, found)
	j.terms = b.termsFor(&j.Series)
	j.Observations = j.terms.fillTargets(j.Observations)
	j.Metric.Polarity = j.terms.polarity
	j.run = runOf(j.Observations, p)
	j.Step = j.run.step
	j.Classification = b.placeOf(s.Metric, found)
	j.rate(p)
	j.look(events)
	j.speak()
	j.check(found)
	return j
}

// asAt is s as it stood for reporting period p: figures and marks of later
// periods are left out, and their targets stay. Only figures are worth telling:
// a month that is yet to come is marked so in every workbook.
func asAt(s *report.Series, p report.Period, found *report.Findings) report.Series {
	cut := *s
	now := upTo(s.Observations, p)
	figures, end := 0, now
	for i := now; i < len(s.Observations); i++ {
		if actual := s.Observations[i].Actual; actual.Known() || actual.State() == report.Suppressed {
			figures++
		}
		if s.Observations[i].Target.Known() {
			end = i + 1
		}
	}
	cut.Observations = s.Observations[:end]
	if end > now {
		cut.Observations = slices.Clone(cut.Observations)
		for i := now; i < end; i++ {
			cut.Observations[i].Actual = report.Value{}
		}
	}
	if figures > 0 {
		found.Add(report.Note, s.Metric.Cell, s.Metric.Ref, "report a later period to use them",
			"%s after %s left out", plural(figures, "figure"), p.Words())
	}
	return cut
}

// previousOf is the period before p; none where no metric has any earlier figure
// to compare with.
func previousOf(p report.Period, metrics []*judged) report.Period {
	earlier := func(o report.Observation) bool { return o.Actual.Known() && o.Period.Compare(p) < 0 }
	if slices.ContainsFunc(metrics, func(j *judged) bool { return slices.ContainsFunc(j.run.all, earlier) }) {
		return p.Add(-1)
	}
	return report.Period{}
}

// rate judges the history and the reporting period.
func (j *judged) rate(p report.Period) {
	j.History = j.book.history(&j.terms, &j.Series)
	j.Zones = j.book.zones(&j.terms, &j.Series)
	j.Now = report.Observation{Period: p}
	if j.run.now >= 0 {
		j.Now = j.Observations[j.run.now]
	}
	if last := j.run.lastKnown(); !j.Now.Actual.Known() && last >= 0 {
		j.LastKnown = j.Observations[last]
	}
	j.verdict = j.book.judge(&j.terms, &j.Series, &j.Now)
	j.Rating = j.verdict.rating
	j.Deviation = j.verdict.deviation(j.Metric.Unit)
	j.Reason = j.verdict.reason(&j.terms, j.Deviation.Short)
	j.standing = standingOf(j.run, j.History)
	j.RatedSince, j.RatedFor = j.standing.since, j.standing.words(j.run)
	j.NewlyRated, j.Before = j.standing.newly, j.standing.before
}

// look compares the figure with others: earlier ones, all of its series, and
// those still to come.
func (j *judged) look(events []report.Event) {
	j.Directions = j.book.directions(&j.terms, j.run)
	if found, ok := j.book.recordOf(&j.terms, j.run); ok {
		j.record = found
		j.Records = []report.Record{{Highest: found.highest, Word: recordWord(&j.terms, found.highest), Text: "the " + found.furthest}}
	}
	j.signal = j.book.signalOf(&j.terms, j.run)
	j.Signal = j.signal.Signal
	j.outlook = outlookOf(&j.Series, j.run)
	j.later = latestSnapshot(&j.Series, j.Now.Period)
	j.Events = j.eventsDrawn(events)
}

// eventsDrawn are the events that concern j in the time that its chart shows,
// the earliest first.
func (j *judged) eventsDrawn(events []report.Event) []report.Event {
	drawn := j.drawn()
	if len(drawn) == 0 {
		return nil
	}
	first, last := drawn[0].Period.Start(), j.lastDrawn()
	var all []report.Event
	for _, e := range events {
		if e.Concerns(j.Metric.Ref) && e.Period.End().Compare(first) >= 0 && e.Period.Start().Compare(last) <= 0 {
			all = append(all, e)
		}
	}
	slices.SortStableFunc(all, func(a, b report.Event) int { return a.Period.Start().Compare(b.Period.Start()) })
	return all
}

// speak puts what was found into words.
func (j *judged) speak() {
	j.words = j.placeholders()
	j.FigureLines = j.figureLines()
	j.Facts = j.facts()
	j.Notes = j.notes()
	j.Chart = j.chartWords()
	j.Reckoning = j.reckoning()
}

// latestSnapshot is the last figure of s that is later than period p, or nil.
func latestSnapshot(s *report.Series, p report.Period) *report.Snapshot {
	var latest *report.Snapshot
	for i := range s.Snapshots {
		one := &s.Snapshots[i]
		if one.Value.Known() && one.AsAt.Compare(p.End()) > 0 && (latest == nil || one.AsAt.Compare(latest.AsAt) > 0) {
			latest = one
		}
	}
	return latest
}

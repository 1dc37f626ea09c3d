package rules

import "panelpack/report"

// history rates every observation of a series, each by its own target.
func (b *Rulebook) history(t *terms, s *report.Series) []report.Rating {
	all := make([]report.Rating, len(s.Observations))
	for i := range s.Observations {
		all[i] = b.judge(t, s, &s.Observations[i]).rating
	}
	return all
}

// standing is how long a rating has lasted and what came before.
type standing struct {
	since  report.Period
	length int  // in steps of the metric, the reporting period included
	open   bool // it may have begun earlier: before the series does, or in a period that has a target and no figure
	before report.Rating
	newly  bool
}

// standingOf follows the rating of the reporting period back in steps of the
// metric. A period that is not rated, for want of a figure or a target, ends
// the run, since nobody knows what its rating would have been.
func standingOf(r run, history []report.Rating) standing {
	var s standing
	if r.now < 0 {
		return s
	}
	rating := history[r.now]
	if before := r.before(r.now); before >= 0 {
		s.before = history[before]
		s.newly = rating != report.NotRated && s.before != report.NotRated && s.before != rating
	}
	if rating == report.NotRated {
		return s
	}
	i := r.now
	for i >= 0 && history[i] == rating {
		s.since = r.all[i].Period
		s.length++
		i -= r.step
	}
	s.open = i < 0 || r.all[i].Target.Known() && !r.all[i].Actual.Known()
	return s
}

// words is how long in words: "3 months", and "25 months or more" where it may
// be longer.
func (s standing) words(r run) string {
	if s.length == 0 {
		return ""
	}
	words := r.count(s.length)
	if s.open {
		words += " or more"
	}
	return words
}

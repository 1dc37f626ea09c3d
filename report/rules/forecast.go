package rules

import "panelpack/report"

// outlook is the service's own forecast set against what was seen so far.
type outlook struct {
	forecast report.Forecast // the last one that lies after the reporting period
	needed   report.Value    // change from the reporting period
	steps    int             // how many periods it has for that
	largest  report.Value    // the largest change that way over as many periods; not Known where there was none
	known    bool            // there is a forecast
	measured bool            // needed and steps are known
	compared bool            // the series is long enough to tell largest
}

// outlookOf finds the last forecast of s, the step it needs, and the largest
// such step in the series.
func outlookOf(s *report.Series, r run) outlook {
	var l outlook
	for _, f := range s.Forecasts {
		if f.Value.Known() && (len(r.all) == 0 || f.Period.Compare(r.all[r.end()].Period) > 0) && (!l.known || f.Period.Compare(l.forecast.Period) > 0) {
			l.forecast, l.known = f, true
		}
	}
	if !l.known || r.now < 0 || !r.all[r.now].Actual.Known() {
		return l
	}
	l.needed = l.forecast.Value.Sub(r.all[r.now].Actual)
	l.steps = stepsBetween(r.all[r.now].Period, l.forecast.Period)
	l.measured = l.steps > 0 && l.needed.Sign() != 0
	if l.measured {
		l.largest, l.compared = largestStep(r, l.steps, l.needed.Sign())
	}
	return l
}

// stepsBetween is how many periods of one kind lie from p to q; 0 where they
// are of different kinds or further apart than any forecast.
func stepsBetween(p, q report.Period) int {
	const furthest = 240
	for n := 1; p.Kind() == q.Kind() && n <= furthest; n++ {
		if p = p.Add(1); p == q {
			return n
		}
	}
	return 0
}

// largestStep is the largest change with the given sign over as many
// observations, not Known where there was none, and whether any two figures
// lie so far apart at all.
func largestStep(r run, steps, sign int) (largest report.Value, compared bool) {
	for i := 0; i+steps <= r.now; i++ {
		change := r.all[i+steps].Actual.Sub(r.all[i].Actual)
		compared = compared || change.Known()
		if change.Known() && change.Sign() == sign && change.Abs().Cmp(largest.Abs()) > 0 {
			largest = change
		}
	}
	return largest, compared
}

// improbable reports whether the forecast needs more than was ever seen.
func (l outlook) improbable() bool {
	return l.compared && l.needed.Abs().Cmp(l.largest.Abs()) > 0
}

// stepWords is the step needed: "up 41 points in four months".
func (l outlook) stepWords(u report.Unit, span string) string {
	if !l.measured {
		return ""
	}
	return upOrDown(l.needed) + " " + u.FormatSize(l.needed) + " in " + speltPlural(l.steps, span)
}

// largestWords sets the step beside what was seen: "the largest rise over
// four months so far is 2 points".
func (l outlook) largestWords(u report.Unit, span string) string {
	if !l.compared {
		return ""
	}
	word := "rise"
	if l.needed.Sign() < 0 {
		word = "fall"
	}
	over := " over " + speltPlural(l.steps, span) + " so far"
	if !l.largest.Known() {
		return "there has been no " + word + over
	}
	return "the largest " + word + over + " is " + u.FormatSize(l.largest)
}

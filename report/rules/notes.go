package rules

import (
	"fmt"
	"strings"

	"panelpack/report"
)

// notes are what the pack prints about the figures of j: what is missing from
// them, and what the rules did to them.
func (j *judged) notes() []string {
	var all []string
	all = append(all, j.missingNotes()...)
	if last := j.LastKnown; last.Actual.Known() {
		all = append(all, "No figure for "+j.Now.Period.Words()+"; the last is "+j.Metric.Unit.Format(last.Actual)+", for "+last.Period.Words()+".")
	}
	if j.Now.TargetNote != "" {
		all = append(all, capital(j.Now.TargetNote)+".")
	}
	if j.run.step > 1 {
		all = append(all, "Figures come every "+j.run.span(false)+" and are compared with the last "+j.run.span(false)+".")
	}
	if stored := j.storedRating(); stored != j.Rating {
		all = append(all, "Rated as printed, "+j.Metric.Unit.Format(j.Now.Actual)+"; before rounding it would be "+strings.ToLower(stored.String())+".")
	}
	if j.signal.fitsFew(j.run) {
		outside, of := j.signal.outside(j.run)
		all = append(all, report.Whole(outside)+" of "+plural(of, "figure")+" lie outside the expected range.")
	}
	if j.terms.why != "" {
		all = append(all, "Rated by terms of its own: "+j.terms.why+".")
	}
	return all
}

// outside is how many figures of r lie outside the expected range that was
// worked out from them, and of how many: of the latest group, since each has a
// range of its own.
func (s *signal) outside(r run) (outside, of int) {
	if len(s.Limits) == 0 {
		return 0, 0
	}
	l := s.Limits[len(s.Limits)-1]
	for i := l.From; i <= l.To && i < len(r.all); i++ {
		if v := r.all[i].Actual; v.Known() {
			of++
			if f := v.Float(); f < l.Lower || f > l.Upper {
				outside++
			}
		}
	}
	return outside, of
}

// fitsFew reports whether most figures lie outside the expected range: of a
// series whose level moves it says little.
func (s *signal) fitsFew(r run) bool {
	outside, of := s.outside(r)
	return 2*outside > of
}

// missingNotes says which figures up to the reporting period are missing and
// why; of many, how many. Blanks are not told of, since those of a quarterly
// metric miss nothing.
func (j *judged) missingNotes() []string {
	missing := map[report.State][]string{}
	for i := range j.run.all {
		o := &j.run.all[i]
		if s := o.Actual.State(); s != report.Reported && s != report.NotReported {
			missing[s] = append(missing[s], o.Period.Words())
		}
	}
	var all []string
	for _, s := range []report.State{report.Suppressed, report.NotAvailable, report.NotApplicable, report.NotYet, report.Unreadable} {
		const fewEnoughToName = 3
		switch n := len(missing[s]); {
		case n > fewEnoughToName:
			all = append(all, fmt.Sprintf("%s for %s of %s.", capital(s.String()), report.Whole(n), plural(len(j.run.all), j.run.gridSpan())))
		case n > 0:
			all = append(all, capital(s.String())+" for "+list(missing[s])+".")
		}
	}
	return all
}

// storedRating is the rating that the figure of the reporting period would
// have as the cell holds it, before rounding.
func (j *judged) storedRating() report.Rating {
	if !j.Now.Stored.Known() || !j.Now.Actual.Known() {
		return j.Rating
	}
	stored := j.Now
	stored.Actual = stored.Stored
	return j.book.judge(&j.terms, &j.Series, &stored).rating
}

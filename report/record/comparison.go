package record

import (
	"io"

	"panelpack/report"
)

// ratedBy is how many metrics have each rating by one rulebook.
type ratedBy struct {
	Rulebook rulebook `json:"rulebook"`
	Counts   counts   `json:"counts"`
}

func ratedByOf(a *report.Assessed) ratedBy { return ratedBy{rulebookOf(a), countsOf(a.Counts)} }

// WriteComparison writes what another rulebook would change: the counts by
// the one in use and by the other, and the metrics whose rating is not the
// same.
func WriteComparison(w io.Writer, now, other *report.Assessed, changes []report.RatingChange) error {
	return write(w, struct {
		Schema  int            `json:"schema"`
		Period  optional       `json:"period"`
		Source  source         `json:"source"`
		Now     ratedBy        `json:"now"`
		Other   ratedBy        `json:"other"`
		Changes []ratingChange `json:"changes"`
	}{
		Schema, optional(now.Period.String()), sourceOf(now), ratedByOf(now), ratedByOf(other), each(changes, ratingChangeOf),
	})
}

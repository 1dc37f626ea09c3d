package record

import "panelpack/report"

// changes is what is different from the earlier pack that was named.
type changes struct {
	Since          optional       `json:"since"` // the earlier pack's period
	Source         string         `json:"source"`
	OtherRulebook  bool           `json:"other_rulebook"`
	Metrics        []metricChange `json:"metrics"`
	Ratings        []ratingChange `json:"ratings"`
	RevisedRatings []ratingChange `json:"revised_ratings"` // of since, by what is known now
	Figures        []figureChange `json:"figures"`
	Targets        []figureChange `json:"targets"`
}

// ratingChange is a metric whose rating is not what it was.
type ratingChange struct {
	Ref    string `json:"ref"`
	Before string `json:"before"`
	Now    string `json:"now"`
	Reason string `json:"reason"` // for the rating now; empty where it is not told
}

type metricChange struct {
	Ref  string `json:"ref"`
	Name string `json:"name"`
	What string `json:"what"` // new, dropped, or the part that is not as it was
	Then string `json:"then"`
	Now  string `json:"now"`
}

type figureChange struct {
	Ref  string   `json:"ref"`
	From optional `json:"from"` // null for a final target
	To   optional `json:"to"`
	Then string   `json:"then"`
	Now  string   `json:"now"`
	Cell optional `json:"cell"`
}

// changesOf is nil where the pack was compared with none.
func changesOf(c *report.Changes) *changes {
	if c == nil {
		return nil
	}
	return &changes{
		Since: optional(c.Since.String()), Source: c.Source.File, OtherRulebook: c.Rules,
		Metrics: each(c.Metrics, func(m report.MetricChange) metricChange {
			return metricChange{m.Ref, m.Name, m.Part.Key(), m.Then, m.Now}
		}),
		Ratings: each(c.Ratings, ratingChangeOf), RevisedRatings: each(c.Revised, ratingChangeOf),
		Figures: each(c.Figures, figureChangeOf), Targets: each(c.Targets, figureChangeOf),
	}
}

func ratingChangeOf(c report.RatingChange) ratingChange {
	return ratingChange{c.Ref, c.Before.Key(), c.Now.Key(), c.Why}
}

func figureChangeOf(f report.FigureChange) figureChange {
	return figureChange{f.Ref, optional(f.From.String()), optional(f.To.String()), f.Then, f.Now, optional(f.Cell.String())}
}

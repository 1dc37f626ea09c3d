package record

import "panelpack/report"

type metric struct {
	Ref             string      `json:"ref"`
	Name            string      `json:"name"`
	Definition      string      `json:"definition"`
	Category        string      `json:"category"`
	CategoryRule    string      `json:"category_rule"`
	Unit            string      `json:"unit"`
	Polarity        string      `json:"polarity"`
	Owner           string      `json:"owner"`
	Actual          number      `json:"actual"`
	ActualText      string      `json:"actual_text"`
	Target          number      `json:"target"`
	TargetText      string      `json:"target_text"`
	FinalTarget     number      `json:"final_target"`
	FinalTargetText string      `json:"final_target_text"`
	Deviation       number      `json:"deviation"`
	DeviationText   string      `json:"deviation_text"`
	Rating          string      `json:"rating"`
	Reason          string      `json:"reason"`
	RatedSoSince    optional    `json:"rated_so_since"`
	Directions      []direction `json:"directions"`
	Signal          string      `json:"signal"`
	Assurance       string      `json:"assurance"`
	Facts           []string    `json:"facts"`
	Notes           []string    `json:"notes"`
	Commentary      commentary  `json:"commentary"`
	Cells           cells       `json:"cells"`
	Series          []point     `json:"series"`
	Snapshots       []snapshot  `json:"snapshots"`
	Forecasts       []forecast  `json:"forecasts"`
}

type direction struct {
	Against    optional `json:"against"`
	Word       string   `json:"word"`
	ChangeText string   `json:"change_text"`
}

type commentary struct {
	State   string   `json:"state"` // supplied or placeholder
	Source  string   `json:"source"`
	SHA256  optional `json:"sha256"`
	Text    string   `json:"text"`
	Figures []figure `json:"figures"`
}

// figure is one figure of a commentary held against the data.
type figure struct {
	Text    string `json:"text"`
	Verdict string `json:"verdict"` // confirmed, contradicted or not_found
	Against string `json:"against"` // what the data has
}

type cells struct {
	Actual optional `json:"actual"`
	Target optional `json:"target"`
}

type point struct {
	Period  optional `json:"period"`
	Actual  number   `json:"actual"`
	Target  number   `json:"target"`
	Cell    optional `json:"cell"`
	Missing optional `json:"missing"` // why there is no actual
}

type snapshot struct {
	AsAt      optional `json:"as_at"`
	Value     number   `json:"value"`
	ValueText string   `json:"value_text"`
	BaseAsAt  optional `json:"base_as_at"`
	Base      number   `json:"base"`
	BaseText  string   `json:"base_text"`
	Note      string   `json:"note"`
	Cell      optional `json:"cell"`
}

type forecast struct {
	Period    optional `json:"period"`
	Value     number   `json:"value"`
	ValueText string   `json:"value_text"`
	Basis     string   `json:"basis"`
	Cell      optional `json:"cell"`
}

func metricsOf(p *report.Pack) []metric {
	all := make([]metric, len(p.Assessed.Metrics))
	for i := range all {
		all[i] = metricOf(p, &p.Assessed.Metrics[i])
	}
	return all
}

func metricOf(p *report.Pack, a *report.Assessment) metric {
	m, unit := a.Metric, a.Metric.Unit
	return metric{
		Ref: m.Ref, Name: m.Name, Definition: m.Definition,
		Category: categoryTitle(p.Assessed, a.Classification.Category), CategoryRule: a.Classification.Rule,
		Unit: unit.String(), Polarity: m.Polarity.String(), Owner: m.Owner,
		Actual: number(a.Now.Actual), ActualText: unit.Format(a.Now.Actual),
		Target: number(a.Now.Target.Value), TargetText: a.Now.Target.Words(unit),
		FinalTarget: number(a.FinalTarget.Value), FinalTargetText: a.FinalTarget.Words(unit),
		Deviation: signed(a.Deviation), DeviationText: a.Deviation.Short,
		Rating: a.Rating.Key(), Reason: a.Reason, RatedSoSince: optional(a.RatedSince.String()),
		Directions: each(a.Directions, directionOf), Signal: a.Signal.Variation, Assurance: a.Signal.Assurance,
		Facts: each(a.Facts, report.Text.String), Notes: each(a.Notes, same),
		Commentary: commentaryOf(p.Commentary[m.Ref]),
		Cells:      cells{optional(a.Now.ActualCell.String()), optional(a.Now.TargetCell.String())},
		Series:     each(a.Observations, pointOf),
		Snapshots:  each(a.Snapshots, func(s report.Snapshot) snapshot { return snapshotOf(s, unit) }),
		Forecasts:  each(a.Forecasts, func(f report.Forecast) forecast { return forecastOf(f, unit) }),
	}
}

func categoryTitle(a *report.Assessed, id string) string {
	for _, c := range a.Categories {
		if c.ID == id {
			return c.Title
		}
	}
	return ""
}

// signed is the deviation judged, with the sign of the side on which the
// actual stands: above its target is positive, whatever the polarity.
func signed(d report.Deviation) number {
	if d.Points.Sign() < 0 {
		return number(report.Number(-d.Judged.Units(), d.Judged.Places()))
	}
	return number(d.Judged)
}

func directionOf(d report.Direction) direction {
	return direction{optional(d.Against.String()), d.Word.String(), d.Text}
}

func commentaryOf(c report.Commentary) commentary {
	if !c.Supplied {
		return commentary{State: "placeholder", Figures: []figure{}}
	}
	return commentary{"supplied", c.Source, optional(c.SHA256), c.Text, each(c.Figures, func(f report.FigureCheck) figure {
		return figure{f.Text, f.Verdict.Key(), f.Against}
	})}
}

func pointOf(o report.Observation) point {
	p := point{
		Period: optional(o.Period.String()), Actual: number(o.Actual),
		Target: number(o.Target.Value), Cell: optional(o.ActualCell.String()),
	}
	if !o.Actual.Known() {
		p.Missing = optional(o.Actual.State().String())
	}
	return p
}

func snapshotOf(s report.Snapshot, u report.Unit) snapshot {
	return snapshot{
		AsAt: optional(s.AsAt.String()), Value: number(s.Value), ValueText: u.Format(s.Value),
		BaseAsAt: optional(s.BaseAsAt.String()), Base: number(s.Base), BaseText: u.Format(s.Base),
		Note: s.Note, Cell: optional(s.Cell.String()),
	}
}

func forecastOf(f report.Forecast, u report.Unit) forecast {
	return forecast{
		Period: optional(f.Period.String()), Value: number(f.Value), ValueText: u.Format(f.Value),
		Basis: f.Basis, Cell: optional(f.Cell.String()),
	}
}

package record

import (
	"encoding/json"
	"strconv"
	"strings"

	"panelpack/report"
)

// earlierMetric is what is read of one metric of an earlier record. Names that
// an older record does not have are empty.
type earlierMetric struct {
	Ref             string         `json:"ref"`
	Name            string         `json:"name"`
	Definition      string         `json:"definition"`
	Category        string         `json:"category"`
	Unit            string         `json:"unit"`
	Polarity        string         `json:"polarity"`
	Rating          string         `json:"rating"`
	Target          json.Number    `json:"target"`
	TargetText      string         `json:"target_text"`
	FinalTarget     json.Number    `json:"final_target"`
	FinalTargetText string         `json:"final_target_text"`
	Series          []earlierPoint `json:"series"`
	Commentary      commentary     `json:"commentary"`
}

type earlierPoint struct {
	Period  string      `json:"period"`
	Actual  json.Number `json:"actual"`
	Target  json.Number `json:"target"`
	Missing string      `json:"missing"`
}

func (m earlierMetric) metric() report.EarlierMetric {
	e := report.EarlierMetric{
		Ref: m.Ref, Name: m.Name, Definition: m.Definition, Category: m.Category, Unit: m.Unit, Polarity: m.Polarity,
		Rating:      ratingCalled(m.Rating),
		Target:      report.EarlierTarget{Value: valueOf(m.Target, ""), Words: m.TargetText},
		FinalTarget: report.EarlierTarget{Value: valueOf(m.FinalTarget, ""), Words: m.FinalTargetText},
	}
	for _, p := range m.Series {
		if period, err := report.ParsePeriod(p.Period); err == nil {
			e.Figures = append(e.Figures, report.EarlierFigure{
				Period: period, Actual: valueOf(p.Actual, p.Missing), Target: valueOf(p.Target, ""),
			})
		}
	}
	return e
}

func ratingCalled(key string) report.Rating {
	for _, r := range report.Ratings() {
		if r.Key() == key {
			return r
		}
	}
	return report.NotRated
}

// valueOf is a number of a record at the decimal places in which it stands
// there, or what is missing.
func valueOf(n json.Number, missing string) report.Value {
	f, err := strconv.ParseFloat(string(n), 64)
	if err != nil {
		return report.Missing(stateCalled(missing))
	}
	_, fraction, _ := strings.Cut(string(n), ".")
	return report.Round(f, len(fraction))
}

func stateCalled(words string) report.State {
	for s := report.NotReported; s <= report.Unreadable; s++ {
		if s.String() == words {
			return s
		}
	}
	return report.NotReported
}

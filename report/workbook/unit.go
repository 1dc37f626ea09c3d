package workbook

import (
	"strings"

	"panelpack/report"
)

// unit gives a metric its unit. Where every cell of figures is a percentage, so
// is the metric, whatever the word for its unit; where only some are, those
// become unreadable, since nothing says what they are of.
func (ds *drafts) unit(d *draft, facts []read) {
	d.Unit = ds.w.unitOf(d, facts)
	shares, others := 0, 0
	for _, f := range facts {
		switch {
		case f.State != report.Reported:
		case f.Share || f.Signed:
			shares++
		default:
			others++
		}
	}
	switch {
	case d.Unit.Kind == report.Percent || shares == 0:
	case others == 0:
		if d.unitWord != "" {
			ds.Add(report.Warning, d.Cell, d.Ref, "write % for its unit", "the unit is %q, and every figure is a percentage; read as percentages", clip(d.unitWord))
		}
		d.Unit = report.Unit{Kind: report.Percent}
	default:
		for i, f := range facts {
			if f.State == report.Reported && (f.Share || f.Signed) {
				ds.Add(report.Error, f.at, d.Ref, "type the figure in the unit of the others, or give the metric the unit %",
					"%s is a percentage, and other figures of the metric are not", nameOf(f.Figure))
				facts[i].figure = figure{State: report.Unreadable}
			}
		}
	}
}

// unitOf is the unit of a metric: what its own word says, or else its name, or
// else its figures.
func (w *words) unitOf(d *draft, facts []read) report.Unit {
	u := report.Unit{Kind: report.Count}
	meaning := w.opening("unit", d.unitWord)
	if meaning == "" {
		u.Word = d.unitWord
		meaning = unitInName(d.unitWord + " " + d.Name)
	} else if meaning == "rate" || meaning == "days" {
		u.Word = d.unitWord
	}
	if kind, ok := unitKinds[meaning]; ok {
		u.Kind = kind
		return u
	}
	for _, f := range facts {
		switch {
		case f.Share || f.Signed:
			return report.Unit{Kind: report.Percent}
		case f.State == report.Reported && decimals(f.Number) > 0:
			u.Kind = report.Average
		}
	}
	return u
}

var unitKinds = map[string]report.UnitKind{
	"count": report.Count, "percent": report.Percent, "average": report.Average,
	"rate": report.Rate, "days": report.Days, "pounds": report.Pounds,
}

// unitInName is the unit that a metric's name gives away.
func unitInName(name string) string {
	name = strings.ToLower(name)
	switch {
	case strings.Contains(name, "%"), strings.Contains(name, "percentage"), strings.Contains(name, "per cent"):
		return "percent"
	case strings.Contains(name, "per 10,000"), strings.Contains(name, "per 1,000"), strings.Contains(name, "per 100,000"):
		return "rate"
	case strings.HasPrefix(strings.TrimSpace(name), "average"), strings.Contains(name, " average"):
		return "average"
	case strings.Contains(name, "£"):
		return "pounds"
	}
	return ""
}

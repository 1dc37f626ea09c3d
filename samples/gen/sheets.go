package main

import (
	"strings"

	"panelpack/report/workbook"
	"panelpack/samples/facts"
)

// notes is the prose that says what the workbook is, and which of its figures
// are published.
func notes(f *facts.Facts) workbook.Sheet {
	s := workbook.Sheet{Name: "Notes", Widths: []float64{88}}
	for i, line := range f.Notes {
		style := prose
		words, isHeading := strings.CutPrefix(line, "# ")
		switch {
		case isHeading && i == 0:
			style = title
		case isHeading:
			style = subtitle
		}
		s.Rows = append(s.Rows, []workbook.Entry{text(style, words)})
	}
	return s
}

// pack is what the cover of a pack says.
func pack(f *facts.Facts) workbook.Sheet {
	line := func(label string, value workbook.Entry) []workbook.Entry {
		return []workbook.Entry{text(bold, label), value}
	}
	return workbook.Sheet{
		Name: "Pack", Widths: []float64{24, 60},
		Rows: [][]workbook.Entry{
			line("Council", text(plain, f.Panel["council"])),
			line("Panel", text(plain, f.Panel["panel"])),
			line("Meeting date", date(plain, day, f.Panel["meeting_date"])),
			line("Reporting period", date(plain, longMonth, f.Panel["reporting_period"])),
			line("Report of", text(plain, f.Panel["report_of"])),
			line("Status note", text(plain, f.Panel["status_note"])),
		},
	}
}

// table is a sheet of one heading row and a row for each fact.
func table(name string, headings []string, widths []float64, facts []facts.Row, row func(facts.Row) []workbook.Entry) workbook.Sheet {
	s := workbook.Sheet{
		Name: name, Widths: widths, FreezeRows: 1, Landscape: true,
		Rows: [][]workbook.Entry{texts(heading, headings...)},
	}
	for _, fact := range facts {
		s.Rows = append(s.Rows, row(fact))
	}
	return s
}

func definitions(f *facts.Facts) workbook.Sheet {
	return table("Definitions",
		[]string{"Ref", "Metric", "Short name", "Definition", "Period basis", "Statutory timescale", "Source return"},
		[]float64{8, 44, 26, 70, 18, 24, 15}, f.Metrics,
		func(m facts.Row) []workbook.Entry {
			return append(texts(bold, m["ref"]), texts(plain, m["name"], m["short_name"], m["definition"],
				sentence(m["period_basis"]), sentence(m["statutory_timescale"]), sentence(m["source_return"]))...)
		})
}

func snapshots(f *facts.Facts) workbook.Sheet {
	return table("Snapshots",
		[]string{"Ref", "As at", "Value", "Compared with", "Value then", "Note"},
		[]float64{8, 19, 10, 19, 12, 44}, f.Snapshots,
		func(s facts.Row) []workbook.Entry {
			cell := figuresOf(f, metric(f, s["ref"]))
			return []workbook.Entry{
				text(bold, s["ref"]),
				date(plain, day, s["as_at"]), cell.entry(plain, s["value"]),
				date(plain, day, s["base_as_at"]), cell.entry(plain, s["base_value"]),
				text(plain, sentence(s["note"])),
			}
		})
}

func forecasts(f *facts.Facts) workbook.Sheet {
	return table("Forecasts",
		[]string{"Ref", "Month", "Value", "Basis"},
		[]float64{8, 12, 10, 64}, f.Forecasts,
		func(s facts.Row) []workbook.Entry {
			cell := figuresOf(f, metric(f, s["ref"]))
			return []workbook.Entry{
				text(bold, s["ref"]), date(plain, shortMonth, s["period"]),
				cell.entry(plain, s["value"]), text(plain, s["basis"]),
			}
		})
}

func events(f *facts.Facts) workbook.Sheet {
	return table("Events",
		[]string{"Date", "Event", "Metrics"},
		[]float64{18, 50, 24}, f.Events,
		func(e facts.Row) []workbook.Entry {
			return []workbook.Entry{
				date(plain, longMonth, e["date"]), text(plain, e["label"]), text(plain, sentence(refs(e["metrics"]))),
			}
		})
}

func findings(f *facts.Facts) workbook.Sheet {
	return table("Findings",
		[]string{"ID", "Inspected", "Area", "Judgement", "Finding", "Metrics"},
		[]float64{6, 16, 42, 14, 60, 30}, f.Findings,
		func(e facts.Row) []workbook.Entry {
			return []workbook.Entry{
				text(bold, e["id"]), date(plain, longMonth, e["inspected"]), text(plain, e["area"]),
				text(plain, e["judgement"]), text(plain, e["finding"]), text(plain, refs(e["metrics"])),
			}
		})
}

// commentary has a row for every metric, as owners are sent it; the cells of
// those who have sent nothing are blank.
func commentary(f *facts.Facts) workbook.Sheet {
	return table("Commentary",
		[]string{"Ref", "Owner", "Commentary"},
		[]float64{8, 30, 100}, f.Metrics,
		func(m facts.Row) []workbook.Entry {
			return []workbook.Entry{
				text(bold, m["ref"]), text(plain, m["owner"]), text(plain, f.Commentary[m["ref"]]),
			}
		})
}

// metric is the line of metrics.csv for ref; an empty one when there is none.
func metric(f *facts.Facts, ref string) facts.Row {
	for _, m := range f.Metrics {
		if m["ref"] == ref {
			return m
		}
	}
	return nil
}

// refs writes a list of metrics as an officer types it.
func refs(list string) string { return strings.Join(strings.Fields(list), ", ") }

// sentence starts words with a capital letter.
func sentence(words string) string {
	if words == "" {
		return ""
	}
	return strings.ToUpper(words[:1]) + words[1:]
}

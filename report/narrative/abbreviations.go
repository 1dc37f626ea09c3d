package narrative

import (
	"strings"

	"panelpack/report"
)

// abbreviations is the list of what the abbreviations in these sections stand
// for; nothing where there are none.
func abbreviations(p *report.Pack, in []report.Section) []report.Block {
	var said strings.Builder
	for _, s := range in {
		said.WriteString(s.Title + "\n" + s.Subtitle + "\n")
		say(&said, s.Blocks)
	}
	t := report.Table{
		ID: "abbreviations", Caption: "What abbreviations stand for",
		Columns: []report.Column{{Head: "Abbreviation"}, {Head: "Stands for", Weight: 1}},
	}
	for _, a := range p.Assessed.Policy.Abbreviations {
		if a.In(said.String()) >= 0 {
			t.Rows = append(t.Rows, report.Row{Cells: []report.TableCell{plainCell(a.Short), plainCell(a.Long)}})
		}
	}
	if len(t.Rows) == 0 {
		return nil
	}
	return []report.Block{t}
}

// say writes the words of blocks, one statement a line.
func say(w *strings.Builder, blocks []report.Block) {
	line := func(s string) { w.WriteString(s + "\n") }
	for _, b := range blocks {
		switch b := b.(type) {
		case report.Heading:
			line(b.Text)
		case report.Paragraph:
			line(b.Text.String())
		case report.List:
			for _, item := range b.Items {
				line(item.String())
			}
		case report.DetailList:
			for _, d := range b.Rows {
				line(d.Label + " " + d.Value + " " + d.Remark)
			}
		case report.Table:
			line(b.Caption)
			for _, c := range b.Columns {
				line(c.Head)
			}
			for _, r := range b.Rows {
				line(r.Group)
				for _, c := range r.Cells {
					line(c.Text.String())
				}
			}
		case report.MetricPanel:
			line(b.Assessment.Metric.Name)
			for _, fact := range b.Assessment.Facts {
				line(fact.String())
			}
			line(b.Assessment.Chart.Title + "\n" + b.Assessment.Chart.Subtitle + "\n" + b.Commentary.Heading)
			say(w, b.Commentary.Body)
		}
	}
}

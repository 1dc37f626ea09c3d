package html

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"

	"panelpack/report"
)

// section is a part of the page. Its blocks are those of the pack, but tables
// and panels stand in the form in which the template shows them.
type section struct {
	ID, Title, Subtitle string
	Continues           bool
	Blocks              []any
}

// kind names the type of a block, for the template to choose by. A block that
// the template does not know must not be lost in silence.
func kind(block any) (string, error) {
	switch block.(type) {
	case report.Heading, report.Paragraph, report.List, report.DetailList, report.RatingBar, report.Legend, table, figures, panel:
		return reflect.TypeOf(block).Name(), nil
	}
	return "", fmt.Errorf("a page cannot show a %T", block)
}

// figures is many small tables.
type figures struct{ Tables []table }

func sectionOf(s report.Section, data map[string]report.Table) section {
	out := section{ID: s.ID, Title: s.Title, Subtitle: s.Subtitle, Continues: s.Continues}
	for _, b := range s.Blocks {
		switch b := b.(type) {
		case report.Table:
			out.Blocks = append(out.Blocks, tableOf(b))
		case report.Figures:
			var all figures
			for _, t := range b.Tables {
				all.Tables = append(all.Tables, tableOf(t))
			}
			out.Blocks = append(out.Blocks, all)
		case report.MetricPanel:
			out.Blocks = append(out.Blocks, panelOf(b, data))
		default:
			out.Blocks = append(out.Blocks, b)
		}
	}
	return out
}

// tablesByID is the small tables of p, which also open beneath the chart that
// they are the figures of.
func tablesByID(p *report.Pack) map[string]report.Table {
	all := map[string]report.Table{}
	for _, s := range p.Sections {
		for _, b := range s.Blocks {
			if f, ok := b.(report.Figures); ok {
				for _, t := range f.Tables {
					all[t.ID] = t
				}
			}
		}
	}
	return all
}

// panel is the part of one metric.
type panel struct {
	report.MetricPanel
	ID, Name, Figure string
	Links            report.Text // those that lead elsewhere than to Data
	Data             *data
}

// data is the figures behind a chart, in a table that opens.
type data struct {
	Summary string
	Table   table
}

func panelOf(m report.MetricPanel, tables map[string]report.Table) panel {
	a := m.Assessment
	p := panel{
		MetricPanel: m, ID: report.MetricAnchor(a.Metric.Ref),
		Name: a.Metric.Ref + " · " + a.Metric.Name, Figure: a.Metric.Unit.Format(a.Now.Actual),
	}
	for _, span := range m.Links {
		t, ok := tables[strings.TrimPrefix(span.Link, "#")]
		if !ok {
			p.Links = append(p.Links, span)
			continue
		}
		t.ID, t.Link = "", "" // the table at the end of the pack bears them
		p.Data = &data{span.Text, tableOf(t)}
	}
	return p
}

// part is one rating's part of a bar.
type part struct {
	Rating report.Rating
	Count  int
	Words  string
}

// shares is the ratings that occur, with the words on their part of the bar.
func shares(counts report.Counts) []part {
	var parts []part
	for _, r := range report.Ratings() {
		if n := counts[r]; n > 0 {
			parts = append(parts, part{r, n, strconv.Itoa(n) + " " + strings.ToLower(r.String())})
		}
	}
	return parts
}

// href is where a link of the pack leads on the page. What is not an anchor of
// the pack, or an id, is left to the template, which lets only web and mail
// addresses pass.
func href(link string) string {
	if id, ok := strings.CutPrefix(link, "#"); ok {
		return "#" + anchor(id)
	}
	return link
}

// anchor is id in letters that an id, a fragment and a selector may all have:
// "_20_" stands for a space. Two ids never become one.
func anchor(id string) string {
	plain := func(r rune) bool {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '-'
	}
	if strings.IndexFunc(id, func(r rune) bool { return !plain(r) }) < 0 {
		return id
	}
	var b strings.Builder
	for _, r := range id {
		if plain(r) {
			b.WriteRune(r)
		} else {
			fmt.Fprintf(&b, "_%x_", r)
		}
	}
	return b.String()
}

// Package council reads council.toml: who a pack is for, on which days the
// council is closed, the look of its papers, and how its workbook is laid out.
// All of it may be left out.
//
// What the workbook says of itself wins over the file, except where its layout
// does not say what it holds. It opens no file: what the file names it asks its
// caller for.
package council

import (
	"cmp"
	"fmt"
	"strings"
	"unicode/utf8"

	"panelpack/report"
	"panelpack/report/mapping"
	"panelpack/report/settings"
)

// Council is what a council says of itself.
type Council struct {
	Closed   []report.Date // days on which it is closed, besides weekends and bank holidays
	Head     string        // at the head of every page; empty for the council's name
	House    report.House
	Workbook *mapping.Mapping // how its workbook is laid out; nil where nothing is said of it
	details  report.Details
}

// Complete is d with all that it leaves out and the council says.
func (c *Council) Complete(d report.Details) report.Details {
	return report.Details{
		Council:    cmp.Or(d.Council, c.details.Council),
		Panel:      cmp.Or(d.Panel, c.details.Panel),
		Title:      cmp.Or(d.Title, c.details.Title),
		Meeting:    cmp.Or(d.Meeting, c.details.Meeting),
		Period:     d.Period,
		ReportOf:   cmp.Or(d.ReportOf, c.details.ReportOf),
		Contact:    cmp.Or(d.Contact, c.details.Contact),
		StatusNote: cmp.Or(d.StatusNote, c.details.StatusNote),
	}
}

// file is council.toml as it is written. Its shape is the reference for
// templates/council.toml, where each setting is explained.
type file struct {
	Council     string           `toml:"council"`
	Panel       string           `toml:"panel"`
	Meeting     settings.Day     `toml:"meeting"`
	ReportOf    string           `toml:"report_of"`
	Contact     string           `toml:"contact"`
	StatusNote  string           `toml:"status_note"`
	ClosureDays []settings.Day   `toml:"closure_days"`
	Style       styleTable       `toml:"style"`
	Workbook    *mapping.Written `toml:"workbook"`
}

type styleTable struct {
	Title  string `toml:"title"`
	Head   string `toml:"head"`
	Logo   string `toml:"logo"`
	Accent string `toml:"accent"`
	Data   string `toml:"data"`
}

// Open gives the content of a file that council.toml names.
type Open func(name string) ([]byte, error)

// Read reads council.toml, and says all that is wrong with it at once. The
// Council is nil when one of the findings is an error. Name is the file's name
// for messages; the logo, if the file names one, comes from open.
func Read(name string, data []byte, open Open) (*Council, []report.Finding) {
	written, f, ok := settings.Read(name, data, func() file { return file{} })
	var c *Council
	if ok {
		c = understand(f, written, open)
	}
	if f.Faulty() {
		return nil, f.Findings
	}
	return c, f.Findings
}

// limit notes every text that is longer than a pack has room for.
func limit(f *settings.File, written file) {
	for _, text := range []struct {
		key, said string
		most      int
	}{
		{"council", written.Council, report.MostLetters}, {"panel", written.Panel, report.MostLetters},
		{"report_of", written.ReportOf, report.MostLetters}, {"contact", written.Contact, report.MostLetters},
		{"status_note", written.StatusNote, report.MostInNote},
		{"style.title", written.Style.Title, report.MostLetters}, {"style.head", written.Style.Head, report.MostLetters},
	} {
		if n := utf8.RuneCountInString(text.said); n > text.most {
			f.Wrong(text.key, fmt.Sprintf("%q has %d letters, and a pack has room for %d", strings.TrimPrefix(text.key, "style."), n, text.most),
				fmt.Sprintf("shorten it to at most %d letters", text.most))
		}
	}
}

func understand(f *settings.File, written file, open Open) *Council {
	limit(f, written)
	c := &Council{
		Head: written.Style.Head,
		details: report.Details{
			Council: written.Council, Panel: written.Panel, Title: written.Style.Title,
			Meeting: settings.DateOf(written.Meeting), ReportOf: written.ReportOf,
			Contact: written.Contact, StatusNote: written.StatusNote,
		},
	}
	for _, d := range written.ClosureDays {
		c.Closed = append(c.Closed, settings.DateOf(d))
	}
	c.House = report.House{
		Logo:   logo(f, written.Style.Logo, open),
		Accent: colour(f, "style.accent", written.Style.Accent),
		Data:   colour(f, "style.data", written.Style.Data),
	}
	warnOfRatingColour(f, "style.data", c.House.Data)
	if written.Workbook != nil {
		c.Workbook = mapping.Read(f, *written.Workbook)
	}
	return c
}

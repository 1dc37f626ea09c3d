package narrative_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"panelpack/report"
	"panelpack/report/narrative"
)

// service is three metrics of a small council; the first has much to tell.
func service() *report.Assessed {
	referrals := metric("DM02", 377, 230, report.Red)
	referrals.Metric.Name = "Referrals to children's social care"
	referrals.Metric.Owner = "Head of Front Door"
	referrals.Facts = []report.Text{report.Rich("The **highest month** of 2022 so far.")}
	for i, v := range []int64{312, 281, 377} {
		referrals.Observations = append(referrals.Observations, report.Observation{Period: september.Add(i - 2), Actual: report.Number(v, 0)})
	}
	referrals.Directions = []report.Direction{
		{Against: september.Add(-1), Previous: report.Number(281, 0), Change: report.Number(96, 0), Text: "up 96 (34%) on August"},
	}
	open := metric("DM05", 2371, 2200, report.Amber)
	open.Metric.Owner = "Head of Assessment"
	open.Forecasts = []report.Forecast{{Period: september.Add(4), Value: report.Number(2100, 0)}}
	visits := metric("ES 5a", 86, 92, report.Amber)
	visits.Metric.Owner = "Head of Assessment"
	return assessed(referrals, open, visits)
}

// packOf fills the pack of service with one file of commentary.
func packOf(t *testing.T, markdown string, previous *report.Earlier) *report.Pack {
	t.Helper()
	a := service()
	collected, found := narrative.Read(a.Submission, narrative.File{Name: "sent.md", Data: []byte(markdown)})
	a.Findings = found
	return narrative.Fill(a, collected, narrative.Options{Previous: previous})
}

// told is the findings about commentary, one to a line.
func told(p *report.Pack) string {
	var lines []string
	for _, f := range p.Findings {
		lines = append(lines, f.String())
	}
	return strings.Join(lines, "\n")
}

// shown is the body of a commentary with its styles as marks.
func shown(c report.Commentary) string {
	var lines []string
	text := func(t report.Text) string {
		var b strings.Builder
		for _, s := range t {
			switch {
			case s.Link != "":
				fmt.Fprintf(&b, "<%s|%s>", s.Text, s.Link)
			case s.Bold:
				fmt.Fprintf(&b, "*%s*", s.Text)
			case s.Italic:
				fmt.Fprintf(&b, "/%s/", s.Text)
			default:
				b.WriteString(s.Text)
			}
		}
		return b.String()
	}
	for _, block := range c.Body {
		switch block := block.(type) {
		case report.Paragraph:
			lines = append(lines, text(block.Text))
		case report.List:
			for _, item := range block.Items {
				lines = append(lines, fmt.Sprintf("- (%v) %s", block.Numbered, text(item)))
			}
		}
	}
	return strings.Join(lines, "\n")
}

func compare(t *testing.T, what, got, want string) {
	t.Helper()
	if strings.TrimSpace(got) != strings.TrimSpace(want) {
		t.Errorf("%s:\n%s\nwant\n%s", what, got, strings.TrimSpace(want))
	}
}

func TestAFileHasAHeadingForEachRef(t *testing.T) {
	p := packOf(t, "\ufeff# Commentary for September\r\n\r\n> Write below each heading.\r\n\r\n"+
		"## DM02 · Referrals\r\n\r\n> 377 in September.\r\n\r\nSchools returned.\r\n>50 is no quotation.\r\n\r\n"+
		"### Why\r\n\r\nThey did.\r\n"+
		"## es5A\n\nVisits were late.\n## DMO5\n\nA ref that nobody has.\n## DM05\n> only a prompt\n", nil)
	compare(t, "findings", told(p), `
sent.md:18: warning: the heading "DMO5" names no metric of this workbook; what stands beneath it is not used
sent.md:12: warning: DM02: a heading in commentary; it stands there as plain text
sent.md:9: note: DM02: 1 figure of the commentary is not in the workbook: 50`)
	compare(t, "DM02", shown(p.Commentary["DM02"]), "Schools returned. >50 is no quotation.\n### Why\nThey did.")
	if c := p.Commentary["ES 5a"]; c.Source != "sent.md:17" || !c.Supplied {
		t.Errorf("ES 5a is at sent.md:17; got %q", c.Source)
	}
	if p.Commentary["DM05"].Supplied {
		t.Error("a heading with nothing but a quotation beneath it is no commentary")
	}
}

func TestTextWithoutARefIsTold(t *testing.T) {
	compare(t, "text first", told(packOf(t, "\nLoose words.\n\n## DM02\n\nSchools returned.\n", nil)),
		"sent.md:2: warning: text before the first heading that names a metric; it is not used")
	compare(t, "no ref at all", told(packOf(t, "# Commentary\n", nil)),
		"sent.md: warning: no heading names a metric of this workbook")
}

// TestWhatIsReadLaterWins holds for the workbook, a file and a folder in that
// order, and only different texts are told.
func TestWhatIsReadLaterWins(t *testing.T) {
	a := service()
	a.Submission.Commentary = []report.CommentaryEntry{entry("DM02", "From the workbook.", 2), entry("DM05", "The same.", 3)}
	file := func(name, text string) narrative.File {
		return narrative.File{Name: name, Data: []byte("## DM02\n" + text + "\n## DM05\nThe  same.\n")}
	}
	rows := narrative.File{Name: "team.xlsx", Rows: []report.CommentaryEntry{
		{Metric: "es 5A", Text: "From a workbook.", File: "team.xlsx", Cell: report.Cell{Sheet: "Commentary", Col: 4, Row: 9}},
	}}
	collected, found := narrative.Read(a.Submission, file("all.md", "From the file."), file("front door.md", "From the folder."), rows)
	a.Findings = found
	p := narrative.Fill(a, collected, narrative.Options{})
	compare(t, "DM02", shown(p.Commentary["DM02"]), "From the folder.")
	compare(t, "findings", told(p), `
all.md:2: warning: DM02: another text than the one at q.xlsx: Commentary!C2; this one is used
front door.md:2: warning: DM02: another text than the one at all.md:2; this one is used`)
	if got := p.Commentary["ES 5a"].Source; got != "team.xlsx: Commentary!D9" {
		t.Errorf("the source of ES 5a is %q", got)
	}
}

func TestMarkdownThatCommentaryMayHave(t *testing.T) {
	p := packOf(t, `## DM02

Referrals **rose**, *mostly* from schools;
see [the plan](https://example.org/a_b) and [this](javascript:alert).

- One manager
- reads **all** of them

1. First
2. Then

5 * 3 * 2 is \*no\* emphasis, and <b>HTML</b> &amp; `+"`code`"+` are text.
`, nil)
	compare(t, "DM02", shown(p.Commentary["DM02"]), `
Referrals *rose*, /mostly/ from schools; see <the plan|https://example.org/a_b> and this.
- (false) One manager
- (false) reads *all* of them
- (true) First
- (true) Then
5 * 3 * 2 is *no* emphasis, and <b>HTML</b> & `+"`code` are text.")
	findings := told(p)
	for _, want := range []string{
		"sent.md:12: warning: DM02: code in commentary; it stands there as plain text",
		"sent.md:12: warning: DM02: HTML in commentary; it stands there as plain text",
	} {
		if !strings.Contains(findings, want) {
			t.Errorf("no finding %q in\n%s", want, findings)
		}
	}
}

func TestTokensAreFilledFromTheData(t *testing.T) {
	p := packOf(t, `## DM02

In {month} {Actual} against {target}, **{change}**; rated {rating}.
Last month {previous}. There are {dm05.actual} open cases, {DM05.forecast} by {DM05.forecast_month}.

It is {actaul}, {XX1.actual} and {forecast}.
`, nil)
	compare(t, "DM02", shown(p.Commentary["DM02"]), `
In September 2022 377 against 230, *up 96 (34%) on August*; rated red. Last month 281. There are 2,371 open cases, 2,100 by January 2023.
It is {actaul}, {XX1.actual} and {forecast}.`)
	compare(t, "findings", told(p), `
sent.md:6: error: DM02: {actaul} is not a figure that is known here
sent.md:6: error: DM02: {XX1.actual} names no metric of this workbook
sent.md:6: error: DM02: {forecast}: DM02 has none for September 2022`)
	if len(p.Commentary["DM02"].Figures) != 0 {
		t.Errorf("figures from the data need no check: %+v", p.Commentary["DM02"].Figures)
	}
}

func TestAFigureIsToldWhereItStands(t *testing.T) {
	p := packOf(t, "## DM02\n\nReferrals were high.\nIn September **312** referrals were received.\n", nil)
	compare(t, "findings", told(p), "sent.md:4: error: DM02: commentary says 312, September 2022 is 377; 312 was July 2022")
	if got := narrative.Obstacles(p); len(got) != 1 || got[0].Line != 4 {
		t.Errorf("the contradiction stands in the way of a final pack; got %v", got)
	}
	want := report.FigureCheck{Text: "312", Verdict: report.Contradicted, Against: "September 2022 is 377; 312 was July 2022"}
	if got := p.Commentary["DM02"].Figures; len(got) != 1 || got[0] != want {
		t.Errorf("the check is %+v, want %+v", got, want)
	}
}

// TestAnotherMetricMayBeQuoted: a figure of a metric that the sentence names
// is that metric's.
func TestAnotherMetricMayBeQuoted(t *testing.T) {
	p := packOf(t, "## DM02\n\nThere were 2,371 cases open (DM05) and 2,731 in DM05 before.\n", nil)
	compare(t, "findings", told(p), "sent.md:3: note: DM02: 1 figure of the commentary is not in the workbook: 2,731")
	p = packOf(t, "## DM02\n\nThere were 377 referrals in September, and for DM05 the number was 300 in September.\n", nil)
	compare(t, "findings", told(p), "sent.md:3: note: DM02: 1 figure of the commentary is not in the workbook: 300")
}

func TestLastMonthsWordsAreTold(t *testing.T) {
	august := "Schools returned and referrals rose to 281 in August. Two managers read every referral in the week that it comes in, and schools are offered advice before they refer."
	previous := &report.Earlier{Period: report.MonthOf(2022, time.August), Commentary: map[string]string{"DM02": august}}
	tests := map[string]string{
		august: "commentary is that of August 2022 word for word",
		strings.NewReplacer("281 in August", "377 in September").Replace(august):        "commentary is that of August 2022 with other figures",
		strings.Replace(august, "281 in August. Two", "377 in September. Now two", 1):   "commentary is nearly that of August 2022: 86% of it is the same",
		"Referrals rose to 377 in September because one school referred a whole class.": "",
	}
	for text, want := range tests {
		got := told(packOf(t, "## DM02\n\n"+text+"\n", previous))
		if want == "" && strings.Contains(got, "commentary is") || !strings.Contains(got, want) {
			t.Errorf("%s\n\tgot  %q\n\twant %q", text, got, want)
		}
	}
	previous.Period = september
	if got := told(packOf(t, "## DM02\n\n"+august+"\n", previous)); strings.Contains(got, "commentary is") {
		t.Errorf("a pack made again from the same month has nothing stale; got %q", got)
	}
}

func TestAnotherMonthIsTold(t *testing.T) {
	tests := map[string]bool{
		"In July referrals were high because of the holidays.":        true,
		"Referrals were high in July; in September they rose again.":  false,
		"Referrals are higher than in July.":                          false,
		"The inspection in July 2020 asked for this.":                 false,
		"Referrals may fall again by January.":                        false,
		"A new team started work at the front door on 3 August 2022.": true,
	}
	for text, want := range tests {
		got := told(packOf(t, "## DM02\n\n"+text+"\n", nil))
		if strings.Contains(got, "and never of September 2022") != want {
			t.Errorf("%s\n\tgot %q, want it told: %v", text, got, want)
		}
	}
}

func TestPeopleAreNotNamed(t *testing.T) {
	tests := []struct{ text, what string }{
		{"Kacper Nowak, 14, has moved twice.", "a full name followed by an age"},
		{"Jade Smith (aged 9) waits for a place.", "a full name followed by an age"},
		{"Social worker Ngozi Adeyemi holds the case.", "a named officer"},
		{"Ngozi Adeyemi, team manager, reviews it weekly.", "a named officer"},
		{"Ms Brown reviews it weekly.", "a person named with a title"},
		{"The home at 14 Orchard Road has closed.", "an address"},
		{"The home in DN31 1HU has closed.", "a postcode"},
		{"NHS number 943 476 5919 is missing.", "a number that is a valid NHS number"},
		{"The pupil is A123456789012.", "a unique pupil number"},
		{"One child (d.o.b. 3 May 2009) waits.", "a date of birth"},
		{"One child, born on 03/05/2009, waits.", "a date of birth"},
	}
	for _, tt := range tests {
		p := packOf(t, "## DM02\n\n"+tt.text+"\n", nil)
		if want := "sent.md:3: error: DM02: possible disclosure: " + tt.what + ", not repeated here"; !strings.Contains(told(p), want) {
			t.Errorf("%s\n\tgot %q", tt.text, told(p))
		}
		if p.Commentary["DM02"].Text != "" {
			t.Errorf("%s goes into the record", tt.text)
		}
	}
	if got := told(packOf(t, "## DM02\n\nJade Smith (aged 9) waits.\n", nil)); strings.Count(got, "disclosure") != 1 {
		t.Errorf("one name is told once; got %q", got)
	}
	if p := packOf(t, "## DM02\n\nSarah Keane is leading on this.\n", nil); !strings.Contains(told(p), "warning: DM02: possible disclosure: what may be a person's name") {
		t.Errorf("a name alone is a warning; got %q", told(p))
	}
	innocent := []string{
		"33 social workers have been recruited from South Africa. Partners in North East Lincolnshire helped.",
		"The Head of Front Door and the Director, Jane's Law and Working Together 2018 agree; 377 of 3,770.",
		"Children were born in 2009. Call 01472 313131. 943 476 5918 is no such number.",
		"Front Door, 14 cases. Early Help (12) and Child Protection, 9.",
	}
	for _, text := range innocent {
		if got := told(packOf(t, "## DM02\n\n"+text+"\n", nil)); strings.Contains(got, "disclosure") {
			t.Errorf("%s\n\tgot %q", text, got)
		}
	}
}

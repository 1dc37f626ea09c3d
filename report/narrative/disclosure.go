package narrative

import (
	_ "embed"
	"regexp"
	"strings"

	"panelpack/report"
)

//go:embed names.txt
var givenNamesText string

// givenNames are common given names in England, in lower case.
var givenNames = func() map[string]bool {
	all := map[string]bool{}
	for line := range strings.Lines(givenNamesText) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		for _, name := range strings.Fields(line) {
			all[strings.ToLower(name)] = true
		}
	}
	return all
}()

const (
	dayText  = `(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[,]?\s+\d{4})`
	nameText = `\p{Lu}[\p{Ll}'’-]+(?:\s+\p{Lu}\.)?\s+\p{Lu}[\pL'’-]+`
	roleText = `(?i:social\s+workers?|managers?|head\s+of\s+\w+|director|officer|practitioner|advis[eo]r|personal\s+assistant|nurse|coordinator|co-ordinator|solicitor|teacher|foster\s+carer|chair|inspector|auditor)`
)

// A disclosure is something by which commentary may identify a person.
type disclosure struct {
	look *regexp.Regexp
	what string
	// holds looks closer at what the pattern found; nil where that is enough.
	holds func(d *discloser, groups []string) bool
}

var disclosures = []disclosure{
	{regexp.MustCompile(`\b\d{3}[ -]?\d{3}[ -]?\d{4}\b`), "a number that is a valid NHS number", func(_ *discloser, g []string) bool { return isNHSNumber(g[0]) }},
	{regexp.MustCompile(`\b[A-HJ-NP-RT-Z]\d{11}[\dA-Z]\b`), "a unique pupil number", nil},
	{regexp.MustCompile(`(?i:\bd\.?o\.?b\b\.?|\bdate\s+of\s+birth\b|\bborn\b)[^.\n]{0,12}?` + dayText), "a date of birth", nil},
	{regexp.MustCompile(`\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b`), "a postcode", nil},
	{regexp.MustCompile(`\b\d{1,4}[A-Za-z]?,?\s+(?:\p{Lu}[\p{Ll}'’]+\s+){1,3}(?:Road|Street|Avenue|Lane|Close|Drive|Way|Crescent|Court|Place|Terrace|Gardens|Grove|Square|Walk|Mews|Hill|Rd|St|Ave)\b`), "an address", nil},
	{regexp.MustCompile(`\b(` + nameText + `)(?:,?\s+\(?(?:who\s+is\s+|is\s+)?aged?\s+|,\s+(?:a\s+)?|\s+\()(\d{1,2})(?:\b|-year)`), "a full name followed by an age", func(d *discloser, g []string) bool { return d.isName(g[1]) }},
	{regexp.MustCompile(`\b(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.?\s+\p{Lu}[\p{Ll}'’-]+`), "a person named with a title", nil},
	{regexp.MustCompile(roleText + `[,:]?\s+\(?(` + nameText + `)`), "a named officer", func(d *discloser, g []string) bool { return d.isName(g[1]) }},
	{regexp.MustCompile(`\b(` + nameText + `)(?:,|\s+\(|,?\s+(?:is\s+)?(?:our|the|a))\s*(?:\w+\s+){0,3}?` + roleText), "a named officer", func(d *discloser, g []string) bool { return d.isName(g[1]) }},
}

// fullName is two words that may be a person's name.
var fullName = regexp.MustCompile(`\b` + nameText)

// discloser looks for people in commentary.
type discloser struct {
	known map[string]bool // words of the workbook, in lower case, which name no person
}

// discloserOf knows the words of a workbook's own labels.
func discloserOf(sub *report.Submission) *discloser {
	d := &discloser{known: map[string]bool{}}
	d.learn(sub.Details.Council, sub.Details.Panel, sub.Details.ReportOf)
	for _, s := range sub.Series {
		d.learn(s.Metric.Name, s.Metric.ShortName, s.Metric.Definition, s.Metric.Owner, s.Metric.Section, s.Metric.Return)
	}
	for _, f := range sub.Inspections {
		d.learn(f.Area, f.Finding)
	}
	return d
}

func (d *discloser) learn(labels ...string) {
	for _, label := range labels {
		for _, w := range wordsOf(prose{{Span: report.Span{Text: label}}}) {
			d.known[w.low] = true
		}
	}
}

// isName reports whether capitalised words may be a person's name: none of
// them is a word of the workbook, a month or a word that places have.
func (d *discloser) isName(words string) bool {
	for word := range strings.FieldsSeq(words) {
		low := strings.ToLower(strings.TrimSuffix(strings.TrimSuffix(word, "'s"), "’s"))
		if d.known[low] || isMonth(low) || english["no name"][low] || english["neutral"][low] || english["common"][low] {
			return false
		}
	}
	return true
}

// check tells of everything in e by which a person may be known, without
// repeating it.
func (d *discloser) check(e report.CommentaryEntry) []report.Finding {
	var found []report.Finding
	told := map[string]bool{}
	tell := func(severity report.Severity, at int, what string) {
		if told[what] {
			return
		}
		told[what] = true
		found = append(found, about(e, strings.Count(e.Text[:at], "\n"), report.Finding{
			Severity: severity, Metric: e.Metric,
			Message: "possible disclosure: " + what + ", not repeated here",
			Hint:    "take it out of the commentary; say what is done, not for whom or by whom",
		}))
	}
	for _, one := range disclosures {
		for _, at := range one.look.FindAllStringSubmatchIndex(e.Text, -1) {
			if one.holds == nil || one.holds(d, groupsOf(e.Text, at)) {
				tell(report.Error, at[0], one.what)
			}
		}
	}
	for _, at := range fullName.FindAllStringIndex(e.Text, -1) {
		name := e.Text[at[0]:at[1]]
		if given, _, _ := strings.Cut(name, " "); len(found) == 0 && givenNames[strings.ToLower(given)] && d.isName(name) {
			tell(report.Warning, at[0], "what may be a person's name")
		}
	}
	return found
}

func groupsOf(text string, at []int) []string {
	var groups []string
	for i := 0; i < len(at); i += 2 {
		group := ""
		if at[i] >= 0 {
			group = text[at[i]:at[i+1]]
		}
		groups = append(groups, group)
	}
	return groups
}

// isNHSNumber checks the last of ten digits, which is 11 less the remainder of
// the others, weighted from 10 down to 2, divided by 11 (NHS Data Dictionary).
func isNHSNumber(s string) bool {
	digits := strings.NewReplacer(" ", "", "-", "").Replace(s)
	sum := 0
	for i, r := range digits[:9] {
		sum += int(r-'0') * (10 - i)
	}
	check := (11 - sum%11) % 11
	return check < 10 && int(digits[9]-'0') == check
}

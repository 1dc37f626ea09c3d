package narrative

import (
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"

	"panelpack/report"
)

// Form asks for commentary: one owner's metrics, or all of them.
type Form struct {
	Owner  string // a role; empty for all owners
	Title  string // "Commentary for September 2022 · Head of Front Door"
	Advice []string
	Asks   []Ask
	Before string // the earlier period whose commentary stands in Ask.Before; empty for none
}

// Ask is one metric of a form: what its commentary has to explain, and what
// has been written so far.
type Ask struct {
	Ref, Name, Owner string
	Figures          string   // "September 2022: 377. Target 230."
	Facts            []string // what the pack says beside the figure
	Prompts          []string
	Required         bool   // a final pack needs it
	Before           string // last month's commentary
	Text             string // what has come in already
}

// Forms are the forms for the commentary of p: one for all metrics, or one for
// each owner in the order of their first metric. Previous is last month's
// pack, or nil.
func Forms(p *report.Pack, previous *report.Earlier, byOwner bool) []Form {
	var forms []Form
	for i := range p.Assessed.Metrics {
		ask := askOf(p, &p.Assessed.Metrics[i], previous)
		owner := ""
		if byOwner {
			owner = orElse(ask.Owner, "No owner")
		}
		at := slices.IndexFunc(forms, func(f Form) bool { return f.Owner == owner })
		if at < 0 {
			at = len(forms)
			forms = append(forms, formOf(p, owner, previous))
		}
		forms[at].Asks = append(forms[at].Asks, ask)
	}
	return forms
}

func formOf(p *report.Pack, owner string, previous *report.Earlier) Form {
	f := Form{
		Owner: owner, Title: join(" · ", "Commentary for "+p.Assessed.Period.Words(), owner),
		Advice: []string{
			"Write beneath each metric what the figures do not say. " + capital(roomWords()) + ".",
			"Figures in braces are filled in from the workbook: " + strings.Join(tokenNames(), " ") +
				"; with a ref for another metric's, such as {" + p.Assessed.Metrics[0].Metric.Ref + ".actual}.",
			"Name nobody, and nothing by which a child could be known.",
		},
	}
	if previous != nil {
		f.Before = previous.Period.Words()
	}
	return f
}

func askOf(p *report.Pack, a *report.Assessment, previous *report.Earlier) Ask {
	c := p.Commentary[a.Metric.Ref]
	u := a.Metric.Unit
	ask := Ask{
		Ref: a.Metric.Ref, Name: a.Metric.Name, Owner: a.Metric.Owner,
		Figures:  figureWords(u, a.Now.Actual) + " in " + a.Now.Period.Words() + ".",
		Prompts:  p.Assessed.Policy.Prompts[a.Rating],
		Required: slices.Contains(p.Assessed.Policy.Required, a.Metric.Ref),
		Text:     c.Text,
	}
	if a.Now.Target.Known() {
		ask.Figures += " Target: " + a.Now.Target.Words(u) + "."
	}
	ask.Figures += " Rated: " + a.Rating.String() + "."
	for _, fact := range a.Facts {
		ask.Facts = append(ask.Facts, fact.String())
	}
	if previous != nil {
		ask.Before = previous.Commentary[a.Metric.Ref]
	}
	return ask
}

// WriteMarkdown writes f as a file to fill in. All but the headings and what
// has come in already is quoted, so that [Read] takes from it what the owner
// wrote and nothing else.
func WriteMarkdown(w io.Writer, f Form) error {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n\n", f.Title)
	quote(&b, append(f.Advice, "Lines that begin with > are for you, and are left out of the pack."))
	for _, ask := range f.Asks {
		fmt.Fprintf(&b, "\n## %s · %s\n\n", ask.Ref, ask.Name)
		lines := ask.Lines()
		if ask.Before != "" {
			lines = append(lines, "In "+f.Before+" it said:")
			lines = append(lines, strings.Split(ask.Before, "\n")...)
		}
		quote(&b, lines)
		fmt.Fprintf(&b, "\n%s\n", asText(ask.Text))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// Lines is what an ask says to its owner: the figures, the facts, and what to
// answer.
func (a Ask) Lines() []string {
	lines := append([]string{a.Figures}, a.Facts...)
	if a.Required {
		lines = append(lines, "The final pack needs this commentary.")
	}
	return append(lines, strings.Join(a.Prompts, " "))
}

// quote writes lines as quotations, with a bare mark between them so that each
// stands alone where the file is shown as a page.
func quote(b *strings.Builder, lines []string) {
	for i, line := range lines {
		if i > 0 {
			b.WriteString(">\n")
		}
		b.WriteString(strings.TrimRight("> "+line, " ") + "\n")
	}
}

// notText is a line that would not be read as text where it stands in a file.
var notText = regexp.MustCompile(`(?m)^( {0,3})(#|>)`)

// asText is commentary with a stroke before whatever would be read as a
// heading or a quotation.
func asText(text string) string { return notText.ReplaceAllString(text, `$1\$2`) }

package rules

import (
	"strings"
	"testing"

	"panelpack/report"

	"github.com/google/go-cmp/cmp"
)

// marked writes a text with its bold runs marked, and ordinary spaces.
func marked(t report.Text) string {
	var b strings.Builder
	for _, span := range t {
		if span.Bold {
			b.WriteString("**" + span.Text + "**")
		} else {
			b.WriteString(span.Text)
		}
	}
	return strings.ReplaceAll(b.String(), "\u00a0", " ")
}

func factsOf(a *report.Assessment) []string {
	var all []string
	for _, f := range a.Facts {
		all = append(all, marked(f))
	}
	return all
}

// factCases hold a metric and, after an arrow, each sentence it gives.
var factCases = map[string]string{
	"a record month far from target": `
		DM02 Referrals
		  unit: count, lower
		  actual: 2020-09 250 244 232 220 259 268 254 240 262 251 236 247 258 241 229 236 262 271 266 284 285 288 270 322 377
		  target: 230
		> **63.9% above** the incremental target of 230; red for 2 months.
		> The **highest month of 2022 so far**, and of all since September 2020; up 55 (17%) on August.
		> Above the expected range (223–301): **a real change for the worse**.`,
	"a forecast that asks for much": `
		ES16 Permanent social workers
		  unit: percent, higher, month end
		  actual: 2022-01 40 40 42 38 36 34 33 31 28
		  target: >50
		  forecast: 2022-12 52
		  forecast: 2023-01 69 new *recruits* from {abroad}.
		> **44.0% below** the incremental target of more than 50%; red for 6 months.
		> The **lowest month end of 2022 so far**; down 3 points on August.
		> The service forecasts **69% by January 2023**, resting on new *recruits* from {abroad}: up 41 points in four months; there has been no rise over four months so far.`,
	"a later figure": `
		DM07 Child protection plans
		  unit: count, lower, month end
		  actual: 2022-05 231 250 270 300 331
		  target: 240
		  snapshot: 2022-10-31 339 2022-09-30 331
		  snapshot: 2022-11-03 342 2022-05-03 229
		> **37.9% above** the incremental target of 240; red for 2 months.
		> Up 31 (10%) on August.
		> **342 on 3 November 2022**, up 49% from six months earlier (229 on 3 May 2022).`,
	"a later figure of the next month end": `
		DM05 Open cases
		  unit: count, lower, month end
		  actual: 2022-08 2371 2371
		  target: 2371
		  snapshot: 2022-10-31 2352 2022-09-30 2371
		> **On** the incremental target of 2,371; green for 2 months or more.
		> The same as in August.
		> **2,352 on 31 October 2022**, down 19 (0.8%) from 2,371 on 30 September 2022.`,
	"a target of nought and figures too small for a share": `
		DM10 Unregistered provision
		  unit: count, lower, month end
		  actual: 2022-05 0 10 10 11 12
		  target: 0
		  snapshot: 2022-11-02 9 2022-09-30 12
		> **12 above nil**, the incremental target; red for 4 months.
		> Up 1 on August.
		> **9 on 2 November 2022**, down 3 from 12 on 30 September 2022.`,
	"a quarterly metric": `
		FC03 Feel listened to
		  unit: percent, higher
		  actual: 2021-06 64 . . 61 . . 62 . . 66 . . 67 . . 68
		  target: 72
		> **5.6% below** the incremental target of 72%; amber for 3 quarters.
		> The **highest quarter of 2022 so far**, and of all since June 2021; up 1 point on June.`,
	"on target, and newly so": `
		ES19 Caseload
		  unit: average, lower
		  actual: 2022-08 17 16
		  target: 16
		> **On** the incremental target of 16; newly green, amber in August.
		> Down 1 on August.`,
	"no figure": `
		ES02 Assessments in time
		  unit: percent, higher
		  actual: 2022-07 71 72 n/a
		  target: 85
		> **No figure** for September 2022: not available; the last was **72%** in August 2022.`,
	"no target": `
		ES02 Assessments in time
		  unit: percent, higher
		  actual: 2022-08 72 72
		  final: 90
		> **No target** is set for September 2022; the final target is 90%.
		> The same as in August.`,
	"shown for context": `
		DM11 Kinship reviews
		  unit: count, context
		  actual: 2021-12 25 20 27
		> Shown **for context**: it is not rated.
		> Up 7 (35%) on January.`,
	"newly rated by chance": `
		DM04 Enquiries
		  unit: count, lower
		  actual: 2021-08 90 94 88 92 90 89 93 88 91 90 94 89 92 89
		  target: 2021-08 90 90 90 90 90 90 90 90 90 90 90 90 91 84
		> **6.0% above** the incremental target of 84; newly amber, green in August.
		> Down 3 (3.3%) on August; down 5 (5.3%) on September 2021.
		> Within normal variation (82–99, provisional): the new rating may be chance.`,
}

func TestFacts(t *testing.T) {
	book := defaultBook(t)
	for what, text := range factCases {
		metric, want := splitCase(text)
		sub := read(t, metric)
		last := sub.Series[0].Observations[len(sub.Series[0].Observations)-1].Period
		a := Assess(sub, book, Options{Period: last})
		if diff := cmp.Diff(want, factsOf(&a.Metrics[0])); diff != "" {
			t.Errorf("%s: sentences (-want +got)\n%s", what, diff)
		}
	}
}

// splitCase parts a case into its metric and the sentences after arrows.
func splitCase(text string) (metric string, want []string) {
	for _, line := range strings.Split(text, "\n") {
		if sentence, ok := strings.CutPrefix(strings.TrimSpace(line), "> "); ok {
			want = append(want, sentence)
			continue
		}
		metric += line + "\n"
	}
	return metric, want
}

// Words of a workbook stand as they are: they make no bold runs and fill no
// places.
func TestPhraseTakesWordsAsTheyAre(t *testing.T) {
	p, err := newPhrase("**{away}** of {basis}[, {last}][; {step}].")
	if err != nil {
		t.Fatal(err)
	}
	got := p.fill(words{"away": report.Plain("a"), "basis": report.Plain("**{away}** [x]"), "step": report.Plain("up")})
	want := report.Text{{Text: "a", Bold: true}, {Text: " of **{away}** [x]; up."}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if got := p.fill(words{"away": report.Plain("a")}); got != nil {
		t.Errorf("a sentence that lacks a figure is said: %q", got)
	}
}

func TestPhrasesThatCannotBeRead(t *testing.T) {
	for text, want := range map[string]string{
		"{away":      "a { is never closed",
		"**so":       "a ** is never closed",
		"[so":        "a [ is never closed",
		"so]":        "a ] stands where none can",
		"[so [so]]":  "a [ stands where none can",
		"{nonsense}": `"nonsense" is not a figure that sentences know`,
	} {
		if _, err := newPhrase(text); err == nil || err.Error() != want {
			t.Errorf("%q: %v, want %s", text, err, want)
		}
	}
}

func TestFigureSaysWhichTimeItCovers(t *testing.T) {
	for want, metric := range map[string]string{
		"in September 2022":                 "unit: count, lower\n  actual: 2022-08 10 11",
		"at 30 September 2022":              "unit: count, lower, month end\n  actual: 2022-08 10 11",
		"for the quarter to September 2022": "unit: count, lower\n  actual: 2021-12 10 . . 11 . . 12 . . 13",
	} {
		a := Assess(read(t, "A1 Referrals\n  "+metric+"\n  target: 10\n"), defaultBook(t), Options{Period: period(t, "2022-09")})
		if got := a.Metrics[0].FigureLines[0]; got != want {
			t.Errorf("%q: the figure is %q, want %q", metric, got, want)
		}
	}
}

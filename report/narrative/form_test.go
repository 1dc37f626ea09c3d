package narrative_test

import (
	"bytes"
	"strings"
	"testing"

	"panelpack/report"
	"panelpack/report/narrative"
)

func TestLongCommentaryIsTold(t *testing.T) {
	p := packOf(t, "## DM02\n\n"+strings.Repeat("words ", 51)+"\n", nil)
	compare(t, "findings", told(p), "sent.md:3: note: DM02: commentary has 51 words and about 50 fit; it is printed in full and may take the page to itself")
}

func TestAFormReadsAsItIs(t *testing.T) {
	p := packOf(t, "## DM02\n\nSchools returned.\n\n\\# 1 of them refers\n\n> no\n\n- a point\n\n## ES 5a\n\nLate.\n", nil)
	p.Assessed.Submission.Commentary = []report.CommentaryEntry{entry("DM05", "# 1 priority\n> 50 cases were closed", 3)}
	collected, _ := narrative.Read(p.Assessed.Submission)
	p.Commentary["DM05"] = narrative.Fill(p.Assessed, collected, narrative.Options{}).Commentary["DM05"]
	p.Assessed.Policy.Required = []string{"DM02"}
	previous := &report.Earlier{Period: september.Add(-1), Commentary: map[string]string{"DM02": "# Old words.\n\nMore."}}
	var b bytes.Buffer
	if err := narrative.WriteMarkdown(&b, narrative.Forms(p, previous, false)[0]); err != nil {
		t.Fatal(err)
	}
	again := packOf(t, b.String(), nil)
	for ref, c := range p.Commentary {
		compare(t, ref+" after a round trip", shown(again.Commentary[ref]), shown(c))
	}
	for _, want := range []string{
		"# Commentary for September 2022\n", "## DM02 · Referrals to children's social care\n\n> 377 in September 2022. Target: 230. Rated: Red.\n",
		"> The highest month of 2022 so far.\n", "> Why?\n", "> The final pack needs this commentary.\n",
		"> In August 2022 it said:\n>\n> # Old words.\n", "> Write beneath each metric what the figures do not say. About 50 words fit.\n",
	} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("the form has no %q:\n%s", want, b.String())
		}
	}
}

func TestAFormForEachOwner(t *testing.T) {
	var got []string
	for _, f := range narrative.Forms(packOf(t, "## DM02\n", nil), nil, true) {
		for _, ask := range f.Asks {
			got = append(got, f.Owner+": "+ask.Ref)
		}
	}
	compare(t, "owners", strings.Join(got, "\n"), "Head of Front Door: DM02\nHead of Assessment: DM05\nHead of Assessment: ES 5a")
}

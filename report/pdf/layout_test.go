package pdf_test

import (
	"fmt"
	"strings"
	"testing"

	"panelpack/report"
	"panelpack/report/pdf"
	"panelpack/report/pdf/readback"
)

// pagesOf reads a finished file back.
func pagesOf(t testing.TB, data []byte) []readback.Page {
	t.Helper()
	pages, err := readback.Pages(data)
	if err != nil {
		t.Fatal(err)
	}
	return pages
}

// wellSet sees to it that nothing in a finished file is laid out wrongly.
func wellSet(t testing.TB, data []byte) {
	t.Helper()
	faults, err := readback.Faults(data)
	if err != nil {
		t.Fatal(err)
	}
	for _, fault := range faults {
		t.Error(fault)
	}
}

func TestPacksAreWellSet(t *testing.T) {
	for _, n := range []int{1, 12, 40} {
		wellSet(t, write(t, pack(n)))
	}
}

// Painting takes most of the time, and is to be done once.
func TestPacksArePaintedOnce(t *testing.T) {
	for _, n := range []int{1, 12, 40, 400} {
		if !pdf.MeasuresWell(pack(n)) {
			t.Errorf("%d metrics stand on other pages than were measured", n)
		}
	}
}

func TestEveryPageBearsItsNumberAndTheMark(t *testing.T) {
	pages := pagesOf(t, write(t, pack(12)))
	for i, page := range pages {
		var furniture strings.Builder
		for _, w := range page.Words {
			if w.Artifact {
				furniture.WriteString(w.Text + "\n")
			}
		}
		want := []string{"Draft", "Trial: invented figures"}
		if i > 0 {
			want = append(want, fmt.Sprintf("Page %d of %d", i+1, len(pages)))
		}
		for _, s := range want {
			if !strings.Contains(furniture.String(), s) {
				t.Errorf("page %d does not bear %q", i+1, s)
			}
		}
	}
}

func TestPageNumbersLeadToTheirMetric(t *testing.T) {
	pages := pagesOf(t, write(t, pack(12)))
	listed := map[string]string{} // ref to page, as the scorecard has it
	for _, page := range pages {
		for i, w := range page.Words {
			if strings.HasPrefix(w.Text, "M0") && len(w.Text) == 4 && w.X < 60 {
				for _, later := range page.Words[i:] {
					if later.Baseline == w.Baseline && later.Right() > 540 {
						listed[w.Text] = later.Text
					}
				}
			}
		}
	}
	if len(listed) != 12 {
		t.Fatalf("the scorecard lists %d of 12 metrics", len(listed))
	}
	for ref, page := range listed {
		var n int
		fmt.Sscan(page, &n)
		if n < 1 || n > len(pages) || !strings.Contains(pages[n-1].Text(), ref+" · Referrals") {
			t.Errorf("%s is said to be on page %q and is not", ref, page)
		}
	}
}

func TestTwoMetricsStandOnAPage(t *testing.T) {
	count := 0
	for _, page := range pagesOf(t, write(t, pack(12))) {
		if strings.Count(page.Text(), " · Referrals to") > 0 {
			count++
		}
	}
	if count != 6 {
		t.Errorf("12 metrics of two lines of commentary take %d pages, not 6", count)
	}
}

func TestLongCommentaryGoesOnOverThePage(t *testing.T) {
	p := pack(2)
	long := strings.Repeat("This paragraph is one of many that a service sent. ", 150) + "The very last words."
	c := p.Commentary["M001"]
	c.Supplied, c.Body, c.Prompts = true, []report.Block{report.Paragraph{Text: report.Plain(long)}}, nil
	for i, s := range p.Sections {
		for j, b := range s.Blocks {
			if m, ok := b.(report.MetricPanel); ok && m.Assessment.Metric.Ref == "M001" {
				m.Commentary = c
				p.Sections[i].Blocks[j] = m
			}
		}
	}
	data := write(t, p)
	all := ""
	for _, page := range pagesOf(t, data) {
		all += page.Text() + " "
	}
	if !strings.Contains(all, "The very last words.") {
		t.Error("the end of the commentary is lost")
	}
	wellSet(t, data)
}

func TestCharactersThatCannotBePrintedAreSeenToBeMissing(t *testing.T) {
	p := pack(1)
	p.Assessed.Metrics[0].Metric.Name = "Plant y cyngor ŵŷ €5 \U0001F600 \u0007end"
	all := ""
	for _, page := range pagesOf(t, write(t, p)) {
		all += page.Text() + " "
	}
	if want := "Plant y cyngor ŵŷ €5 □ end"; !strings.Contains(all, want) {
		t.Errorf("%q is not in the pack", want)
	}
}

// Several of the figures' tables stand on a page, so that the part of one that
// goes on elsewhere says again what it is of.
func TestFiguresThatGoOnBearTheirCaption(t *testing.T) {
	heads, captions := 0, 0
	for _, page := range pagesOf(t, write(t, pack(12))) {
		for _, w := range page.Words {
			switch {
			case !w.Artifact:
			case w.Text == "Period":
				heads++
			case strings.HasSuffix(w.Text, " Referrals, continued"):
				captions++
			}
		}
	}
	if heads == 0 || captions != heads {
		t.Errorf("%d parts of tables go on elsewhere, %d with their caption", heads, captions)
	}
}

func TestALongTitleKeepsTheCoverToOnePage(t *testing.T) {
	p := pack(1)
	title := strings.TrimSpace(strings.Repeat("Performance of services for children ", 5))
	p.Title, p.Sections[0].Title = title, title
	pages := pagesOf(t, write(t, p))
	cover := strings.Join(strings.Fields(pages[0].Text()), " ")
	if !strings.Contains(cover, title) {
		t.Errorf("the cover does not bear its title whole: %q", cover)
	}
	if !strings.Contains(pages[1].Text(), "Contents") {
		t.Error("the cover runs on to a second page")
	}
}

package pdf_test

import (
	"fmt"
	"strings"
	"testing"

	"panelpack/report"
	"panelpack/report/style"
)

// layoutFaults is everything that a finished file does wrong on paper.
func layoutFaults(t testing.TB, data []byte) []string {
	var faults []string
	for i, words := range pageWords(t, data) {
		for j, w := range words {
			for _, fault := range wordFaults(w) {
				faults = append(faults, fmt.Sprintf("page %d: %q %s", i+1, w.text, fault))
			}
			for _, other := range words[:j] {
				if overlap(w, other) {
					faults = append(faults, fmt.Sprintf("page %d: %q overlaps %q", i+1, w.text, other.text))
				}
			}
		}
	}
	return faults
}

func wordFaults(w word) []string {
	const margin, stamp = 40.0, 15 / 25.4 * 72
	var faults []string
	if w.x < margin || w.right() > 595.28-margin {
		faults = append(faults, fmt.Sprintf("leaves the margins: %.1f to %.1f", w.x, w.right()))
	}
	if w.bottom() > 841.89-stamp {
		faults = append(faults, "stands in the bottom 15 mm")
	}
	letter := len([]rune(w.text)) == 1 // of a rating's mark, whose word stands beside it
	if w.size < style.Fine && !(letter && w.artifact) && !letter {
		faults = append(faults, fmt.Sprintf("is set in %.1f pt", w.size))
	}
	return faults
}

// overlap reports whether two words cover each other by more than a hair.
func overlap(a, b word) bool {
	const hair = 0.6
	if strings.TrimSpace(a.text) == "" || strings.TrimSpace(b.text) == "" {
		return false
	}
	return a.x+hair < b.right() && b.x+hair < a.right() && a.top()+hair < b.bottom() && b.top()+hair < a.bottom()
}

func TestNothingOverlapsOrLeavesThePage(t *testing.T) {
	for _, n := range []int{1, 12, 40} {
		for _, fault := range layoutFaults(t, write(t, pack(n))) {
			t.Errorf("%d metrics: %s", n, fault)
		}
	}
}

func TestEveryPageBearsItsNumberAndTheMark(t *testing.T) {
	pages := pageWords(t, write(t, pack(12)))
	for i, words := range pages {
		var furniture strings.Builder
		for _, w := range words {
			if w.artifact {
				furniture.WriteString(w.text + "\n")
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
	pages := pageWords(t, write(t, pack(12)))
	listed := map[string]string{} // ref to page, as the scorecard has it
	for _, words := range pages {
		for i, w := range words {
			if strings.HasPrefix(w.text, "M0") && len(w.text) == 4 && w.x < 60 {
				for _, later := range words[i:] {
					if later.baseline == w.baseline && later.right() > 540 {
						listed[w.text] = later.text
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
		if n < 1 || n > len(pages) || !strings.Contains(pageText(pages[n-1]), ref+" · Referrals") {
			t.Errorf("%s is said to be on page %q and is not", ref, page)
		}
	}
}

func TestTwoMetricsStandOnAPage(t *testing.T) {
	count := 0
	for _, words := range pageWords(t, write(t, pack(12))) {
		if strings.Count(pageText(words), " · Referrals to") > 0 {
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
	for _, words := range pageWords(t, data) {
		all += pageText(words) + " "
	}
	if !strings.Contains(all, "The very last words.") {
		t.Error("the end of the commentary is lost")
	}
	for _, fault := range layoutFaults(t, data) {
		t.Error(fault)
	}
}

func TestCharactersThatCannotBePrintedAreSeenToBeMissing(t *testing.T) {
	p := pack(1)
	p.Assessed.Metrics[0].Metric.Name = "Plant y cyngor ŵŷ €5 \U0001F600 \u0007end"
	all := ""
	for _, words := range pageWords(t, write(t, p)) {
		all += pageText(words) + " "
	}
	if want := "Plant y cyngor ŵŷ €5 □ end"; !strings.Contains(all, want) {
		t.Errorf("%q is not in the pack", want)
	}
}

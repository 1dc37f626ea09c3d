package main

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"panelpack/report/pdf/uacheck"
)

func TestPagesOfAStatement(t *testing.T) {
	for want, pages := range map[string][]int{
		"":                           nil,
		"page 4: ":                   {4},
		"pages 4 and 5: ":            {4, 5},
		"pages 4 to 6: ":             {4, 5, 6},
		"pages 1, 4 to 6, 8 and 9: ": {1, 4, 5, 6, 8, 9},
		"pages 2, 7 and 11 to 14: ":  {2, 7, 11, 12, 13, 14},
	} {
		if got := (statement{pages: pages}).place(); got != want {
			t.Errorf("%v: %q, want %q", pages, got, want)
		}
	}
}

// What a long document does wrong over and over is told once, and what it does
// wrong in hundreds of ways a few times.
func TestVerdictIsShort(t *testing.T) {
	v := verdict{file: "long.pdf"}
	for page := range 300 {
		v.faults = append(v.faults,
			uacheck.Finding{Standard: uacheck.UA, Rule: "7.3-1", Page: page + 1, Message: "a figure has no alternative text"},
			uacheck.Finding{Standard: uacheck.UA, Rule: "content-owner", Page: page + 1, Message: fmt.Sprintf("content number %d belongs to no element", page)})
	}
	var b bytes.Buffer
	v.print(&b)
	for _, want := range []string{
		"long.pdf: pages 1 to 300: a figure has no alternative text (7.3-1)\n",
		"long.pdf: page 10: content number 9 belongs to no element (content-owner)\n",
		"long.pdf: and 290 more like it (content-owner)\n",
		"it breaks 2 rules of PDF/UA-1\n",
	} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("%q is missing from:\n%s", want, b.String())
		}
	}
	if lines := strings.Count(b.String(), "\n"); lines > 25 {
		t.Errorf("%d lines", lines)
	}
}

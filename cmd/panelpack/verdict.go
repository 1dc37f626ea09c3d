package main

import (
	"cmp"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"panelpack/report/pdf/uacheck"
)

// A verdict is what was found in one file: what decides whether it is
// accessible, and what an archive would say.
type verdict struct {
	file     string
	data     []byte
	faults   []uacheck.Finding
	archival []uacheck.Finding
}

// print writes the verdict for people.
func (v verdict) print(w io.Writer) {
	rules := v.list(w, v.faults)
	if rules == 0 {
		fmt.Fprintf(w, "panelpack: %s breaks no rule of %s that a machine can test\n", v.file, uacheck.UA)
	} else {
		if slices.ContainsFunc(v.faults, func(f uacheck.Finding) bool { return f.Rule == untagged }) {
			fmt.Fprintf(w, "%s: hint: %s\n", v.file, tagIt)
		}
		fmt.Fprintf(w, "panelpack: %s is not accessible: it breaks %s of %s\n", v.file, plural(rules, "rule"), uacheck.UA)
	}
	if rules := v.list(w, v.archival); rules > 0 {
		fmt.Fprintf(w, "panelpack: for keeping it, it breaks %s of PDF/A; that decides nothing here\n", plural(rules, "rule"))
	}
	fmt.Fprintln(w, "panelpack: a person must still see that")
	for _, question := range uacheck.Human() {
		fmt.Fprintf(w, "  - %s\n", question)
	}
}

// untagged is the rule that a document without any structure breaks, and tagIt
// what to do about it.
const (
	untagged = "7.1-11"
	tagIt    = "save it from Word as a PDF with document structure tags, which printing to a PDF leaves out"
)

// mostOfOne is how many findings of one rule are printed: what is wrong in the
// same way all through a long document is known after a few.
const mostOfOne = 10

// list prints findings, what is said of several pages once, and answers how
// many rules they are of.
func (v verdict) list(w io.Writer, found []uacheck.Finding) (rules int) {
	printed := map[string]int{}
	for _, s := range statements(found) {
		if printed[s.Rule]++; printed[s.Rule] <= mostOfOne {
			fmt.Fprintf(w, "%s: %s%s (%s)\n", v.file, s.place(), s.Message, s.Rule)
		}
	}
	for _, rule := range slices.Sorted(maps.Keys(printed)) {
		if more := printed[rule] - mostOfOne; more > 0 {
			fmt.Fprintf(w, "%s: and %d more like it (%s)\n", v.file, more, rule)
		}
	}
	return len(printed)
}

// A statement is what findings on several pages say alike.
type statement struct {
	uacheck.Finding
	pages []int // in order; empty where it is about the document
}

// statements brings together what is said in the same words, in the order of
// the first pages.
func statements(found []uacheck.Finding) []statement {
	var all []statement
	at := map[uacheck.Finding]int{}
	for _, f := range found {
		same := f
		same.Page = 0
		i, known := at[same]
		if !known {
			i = len(all)
			at[same] = i
			all = append(all, statement{Finding: f})
		}
		if f.Page > 0 {
			all[i].pages = append(all[i].pages, f.Page)
		}
	}
	slices.SortStableFunc(all, func(a, b statement) int { return cmp.Compare(a.Page, b.Page) })
	return all
}

// place is the pages of a statement before it: "pages 2, 4 to 6 and 9: ".
func (s statement) place() string {
	var runs []string
	for i := 0; i < len(s.pages); {
		j := i
		for j+1 < len(s.pages) && s.pages[j+1] == s.pages[j]+1 {
			j++
		}
		switch {
		case j == i:
			runs = append(runs, fmt.Sprint(s.pages[i]))
		case j == i+1:
			runs = append(runs, fmt.Sprint(s.pages[i]), fmt.Sprint(s.pages[j]))
		default:
			runs = append(runs, fmt.Sprintf("%d to %d", s.pages[i], s.pages[j]))
		}
		i = j + 1
	}
	switch n := len(runs); {
	case n == 0:
		return ""
	case len(s.pages) == 1:
		return "page " + runs[0] + ": "
	case n == 1:
		return "pages " + runs[0] + ": "
	default:
		return "pages " + strings.Join(runs[:n-1], ", ") + " and " + runs[n-1] + ": "
	}
}

// pdfFinding is one finding as data. Page is null where it is about the whole
// document.
type pdfFinding struct {
	Rule    string `json:"rule"`
	Page    *int   `json:"page"`
	Message string `json:"message"`
}

func pdfFindings(found []uacheck.Finding) []pdfFinding {
	all := []pdfFinding{}
	for _, f := range found {
		one := pdfFinding{Rule: f.Rule, Message: f.Message}
		if f.Page > 0 {
			one.Page = &f.Page
		}
		all = append(all, one)
	}
	return all
}

// writeJSON writes the verdict for another program: every finding by itself.
func (v verdict) writeJSON(w io.Writer) error {
	type judged struct {
		Standard uacheck.Standard `json:"standard"`
		Passes   bool             `json:"passes"`
		Findings []pdfFinding     `json:"findings"`
	}
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	enc.SetEscapeHTML(false)
	return enc.Encode(struct {
		Schema int    `json:"schema"`
		File   string `json:"file"`
		SHA256 string `json:"sha256"`
		judged
		Archive judged   `json:"archive"`
		LookAt  []string `json:"look_at"`
	}{
		1, v.file, fmt.Sprintf("%x", sha256.Sum256(v.data)),
		judged{uacheck.UA, len(v.faults) == 0, pdfFindings(v.faults)},
		judged{uacheck.A, len(v.archival) == 0, pdfFindings(v.archival)},
		uacheck.Human(),
	})
}

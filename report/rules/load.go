package rules

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"

	"panelpack/report"
	"panelpack/report/settings"
)

// Load reads a rulebook, and says all that is wrong with it at once, from top
// to bottom.
//
// Name is the file's name for messages and for the pack. The Rulebook is nil
// when one of the findings is an error. A gap between bands is a warning: it
// stands in the pack's method and never prevents a pack.
func Load(name string, data []byte) (*Rulebook, []report.Finding) {
	written, f, ok := settings.Read(name, data, unwritten)
	l := &loader{f}
	var book *Rulebook
	if ok {
		book = l.understand(written)
	}
	slices.SortStableFunc(l.Findings, func(a, b report.Finding) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	if l.Faulty() {
		return nil, l.Findings
	}
	sum := sha256.Sum256(data)
	book.source = report.Source{File: name, SHA256: hex.EncodeToString(sum[:])}
	return book, l.Findings
}

// loader is one reading of a rulebook.
type loader struct{ *settings.File }

// Package uacheck judges whether a PDF is accessible, as far as a machine can
// tell.
//
// A PDF is accessible when a reader that cannot see the page is told the same by
// other means: a tree of elements (headings, lists, tables, figures) that owns
// every piece of text in the order in which it is to be read; words for
// pictures; a language; letters for every glyph. PDF/UA-1 (ISO 14289-1) says what
// that takes, and [Check] applies its conditions to a finished file, whoever made
// it:
//
//	findings, err := uacheck.Check(data)
//	for _, f := range findings {
//		fmt.Println(f) // page 4: a table has no header cells (table-headers)
//	}
//
// Rules have the numbers that the veraPDF validator gives to the conditions of
// ISO 14289-1: clause, then test. What that validator does not look for, and
// readers stumble over, has a name instead. Conditions of PDF/A-2a (ISO 19005-2),
// which archives ask for, are found as well and kept apart by their [Standard].
//
// A machine cannot judge meaning: whether the words for a chart are good ones or
// the order is right. [Human] lists what a person must still look at. The
// package repairs nothing, opens no encrypted file, and judges no scripts, media
// or signatures.
package uacheck

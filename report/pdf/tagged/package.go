// Package tagged paints accessible PDF: pages with a structure that a screen
// reader can walk, in the form that PDF/UA-1 and PDF/A-2a ask for.
//
// A page is painted through two doors and no other. [Doc.Mark] paints content
// that belongs to the innermost open element; [Doc.Artifact] paints decoration
// that a reader skips. Both hand out a [Canvas] for the length of a closure, so
// that neither a mark nor an element can be left open. [Doc.In] opens elements:
//
//	d.In(tagged.L, func() {
//		d.In(tagged.LI, func() {
//			d.Text(tagged.Lbl, bullet)
//			d.Text(tagged.LBody, words)
//		})
//	})
//
// Painting is lazy about marks: a marked sequence begins with the first thing
// that an element paints and ends when something else is painted or the page
// turns. So there are no empty sequences, marks never nest, and [Doc.NewPage]
// may be called anywhere: what is open goes on overleaf.
//
// The tree keeps the rules of PDF 1.7 and PDF/UA-1 at the door: an element in
// the wrong place, a figure without words, a rune that the font lacks or a link
// to nowhere is an error that stays ([Doc.Err]), names its page and element, and
// keeps [Doc.Write] from writing anything.
//
// Lengths are points (1/72 inch) and positions are measured from the top left
// corner of the page, y downwards. The package lays nothing out, breaks no
// lines and measures no text.
package tagged

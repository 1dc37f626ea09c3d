// Package printable keeps a pack's words to characters that its typeface has,
// and to as many as its pages have room for.
//
// A character that it lacks, such as an emoji, becomes a visible square, and a
// finding says which it was and where it came from. The words of workbooks,
// commentary and settings pass here as they are read, so that every stage after
// that, and every edition of a pack, has the same words.
package printable

import (
	"fmt"
	"strings"

	"golang.org/x/text/unicode/norm"

	"panelpack/report"
	"panelpack/report/style"
)

// Square stands, visibly, for a character that cannot be printed.
const Square = '□'

// Text is s as pages can show it: letters and their accents as one character
// (NFC), controls and invisible marks left out, and a [Square] for whatever the
// typeface lacks. Tabs and line breaks stay.
func Text(s string) string {
	if plain(s) {
		return s
	}
	return strings.Map(func(r rune) rune {
		switch {
		case invisible(r):
			return -1
		case lacks(r):
			return Square
		}
		return r
	}, norm.NFC.String(s))
}

// plain reports whether s is of letters, figures and signs that every typeface
// has, as most words are.
func plain(s string) bool {
	for i := range len(s) {
		if c := s[i]; c >= 0x7f || c < ' ' && c != '\t' && c != '\n' && c != '\r' {
			return false
		}
	}
	return true
}

// invisible reports whether r is a control, or a mark that only says how its
// neighbours are joined, broken or coloured.
func invisible(r rune) bool {
	switch {
	case r == '\t' || r == '\n' || r == '\r':
		return false
	case r < ' ', r >= 0x7f && r < 0xa0:
		return true
	case r == '\u00ad', r >= '\u200b' && r <= '\u200f', r >= '\u202a' && r <= '\u202e', r == '\u2060', r == '\ufeff':
		return true
	case r >= '\ufe00' && r <= '\ufe0f', r >= 0x1f3fb && r <= 0x1f3ff: // variants and tones of what stands before
		return true
	}
	return false
}

// lacks reports whether any face of the typeface lacks r.
func lacks(r rune) bool {
	if r == '\t' || r == '\n' || r == '\r' {
		return false
	}
	return !style.Covers(style.Regular, r) || !style.Covers(style.Bold, r) ||
		!style.Covers(style.Italic, r) || !style.Covers(style.BoldItalic, r)
}

// Lost is the characters of s that cannot be printed, each once.
func Lost(s string) []rune {
	if plain(s) {
		return nil
	}
	var lost []rune
	for _, r := range norm.NFC.String(s) {
		if !invisible(r) && lacks(r) && !strings.ContainsRune(string(lost), r) {
			lost = append(lost, r)
		}
	}
	return lost
}

// Finding tells of the characters of s that cannot be printed, for the caller to
// say where; false where all can.
func Finding(s string) (report.Finding, bool) {
	lost := Lost(s)
	if len(lost) == 0 {
		return report.Finding{}, false
	}
	message := fmt.Sprintf("%q (U+%04X) cannot be printed, and a square stands for it", string(lost[0]), lost[0])
	if n := len(lost) - 1; n > 0 {
		message = fmt.Sprintf("%q (U+%04X) and %d more cannot be printed, and squares stand for them", string(lost[0]), lost[0], n)
	}
	return report.Finding{Severity: report.Warning, Message: message, Hint: "write it in words, or leave it out"}, true
}

// Lines is the text of a file as pages can show it, with a finding for each
// line that has something else. The file's name is for messages.
func Lines(name string, data []byte) ([]byte, []report.Finding) {
	if plain(string(data)) {
		return data, nil
	}
	var found []report.Finding
	line := 0
	for text := range strings.Lines(string(data)) {
		line++
		if f, ok := Finding(text); ok {
			f.File, f.Line = name, line
			found = append(found, f)
		}
	}
	return []byte(Text(string(data))), found
}

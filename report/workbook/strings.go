package workbook

import (
	"bytes"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf16"
)

// readStrings reads the texts that the cells of all sheets share.
func (r *cellReader) readStrings(p *part) error {
	var s []byte
	return p.each(func(element) error {
		return p.each(func(e element) error {
			if string(e.name) != "si" {
				return nil
			}
			var err error
			s, err = richText(p, s[:0])
			r.shared = append(r.shared, unescape(string(s)))
			switch r.leftWords -= len(s); {
			case r.leftWords < 0:
				return errTooMany(maxWords, "characters of text")
			case len(r.shared) > maxCells:
				return errTooMany(maxCells, "texts")
			}
			return err
		})
	})
}

// richText reads the runs of a text within its present element into words,
// which is empty. A run in superscript is the number of a footnote and no part
// of the words, unless it is all there is.
func richText(p *part, words []byte) ([]byte, error) {
	var raised []byte
	err := p.each(func(e element) error {
		switch string(e.name) {
		case "t":
			var err error
			words, err = p.text(words)
			return err
		case "r":
			s, superscript, err := run(p)
			if superscript {
				raised = append(raised, s...)
			} else {
				words = append(words, s...)
			}
			return err
		}
		return nil
	})
	if len(bytes.TrimSpace(words)) == 0 {
		words = append(words, raised...)
	}
	return words, err
}

// run reads one run of a rich text, and whether it is in superscript.
func run(p *part) (s []byte, superscript bool, err error) {
	err = p.each(func(e element) error {
		switch string(e.name) {
		case "rPr":
			return p.each(func(e element) error {
				if string(e.name) == "vertAlign" {
					superscript = string(e.attr("val")) == "superscript"
				}
				return nil
			})
		case "t":
			var err error
			s, err = p.text(s)
			return err
		}
		return nil
	})
	return s, superscript, err
}

var escaped = regexp.MustCompile(`_x[0-9A-Fa-f]{4}_`)

// unescape undoes Excel's way of writing characters that XML cannot hold:
// _x000D_ for a carriage return.
func unescape(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	return escaped.ReplaceAllStringFunc(s, func(code string) string {
		n, _ := strconv.ParseUint(code[2:6], 16, 16)
		return string(utf16.Decode([]uint16{uint16(n)}))
	})
}

// sharedString is the text with the number that a cell gives.
func sharedString(shared []string, number []byte) (string, error) {
	i, err := strconv.Atoi(string(bytes.TrimSpace(number)))
	if err != nil || i < 0 || i >= len(shared) {
		return "", fmt.Errorf("shared text number %.20q of %d", number, len(shared))
	}
	return shared[i], nil
}

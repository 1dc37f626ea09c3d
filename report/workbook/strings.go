package workbook

import (
	"encoding/xml"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf16"
)

// readStrings reads the texts that the cells of all sheets share.
func readStrings(p *part) ([]string, error) {
	var shared []string
	err := p.each(func(root xml.StartElement) error {
		return p.each(func(e xml.StartElement) error {
			if e.Name.Local != "si" {
				return nil
			}
			if len(shared) == maxCells {
				return errTooLarge
			}
			s, err := richText(p)
			shared = append(shared, s)
			return err
		})
	})
	return shared, err
}

// richText reads the runs of a text within its present element. A run in
// superscript is the number of a footnote and no part of the words, unless it
// is all there is.
func richText(p *part) (string, error) {
	var words, raised string
	err := p.each(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "t":
			s, err := p.text()
			words += s
			return err
		case "r":
			s, superscript, err := run(p)
			if superscript {
				raised += s
			} else {
				words += s
			}
			return err
		}
		return nil
	})
	if strings.TrimSpace(words) == "" {
		words += raised
	}
	return unescape(words), err
}

// run reads one run of a rich text, and whether it is in superscript.
func run(p *part) (s string, superscript bool, err error) {
	err = p.each(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "rPr":
			return p.each(func(e xml.StartElement) error {
				if e.Name.Local == "vertAlign" {
					superscript = attribute(e, "val") == "superscript"
				}
				return nil
			})
		case "t":
			t, err := p.text()
			s += t
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
func sharedString(shared []string, number string) (string, error) {
	i, err := strconv.Atoi(strings.TrimSpace(number))
	if err != nil || i < 0 || i >= len(shared) {
		return "", fmt.Errorf("shared text number %q of %d", number, len(shared))
	}
	return shared[i], nil
}

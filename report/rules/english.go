package rules

import (
	"strings"

	"panelpack/report"
)

// plural is a number of things in words: "1 month", "3 months".
func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return report.Whole(n) + " " + noun + "s"
}

var numberWords = [...]string{"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"}

// spelt is a small number as running text has it: "six", and "13" beyond
// twelve.
func spelt(n int) string {
	if n >= 0 && n < len(numberWords) {
		return numberWords[n]
	}
	return report.Whole(n)
}

// speltPlural is plural with the number spelt: "one month", "six months".
func speltPlural(n int, noun string) string {
	if n == 1 {
		return "one " + noun
	}
	return spelt(n) + " " + noun + "s"
}

// nearWords is period p for a sentence about now: "August" where the two are
// months of one year, "December 2021" otherwise.
func nearWords(p, now report.Period) string {
	if p.Kind() == report.Month && now.Kind() == report.Month && p.Start().Year == now.Start().Year {
		return p.Start().Month.String()
	}
	return p.Words()
}

// list joins words as a sentence does: "a, b and c".
func list(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " and " + words[len(words)-1]
}

package narrative

import (
	"unicode"
	"unicode/utf8"

	"panelpack/report"
)

var smallNumbers = [...]string{"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"}

// numberWord writes n in words below ten and in figures from there.
func numberWord(n int) string {
	if n >= 0 && n < len(smallNumbers) {
		return smallNumbers[n]
	}
	return report.Whole(n)
}

// metricsWords is how many metrics there are: "1 metric", "38 metrics".
func metricsWords(n int) string {
	if n == 1 {
		return "1 metric"
	}
	return report.Whole(n) + " metrics"
}

// capital is s with its first letter in upper case.
func capital(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[size:]
}

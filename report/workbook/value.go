package workbook

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"panelpack/report"
)

// figure is a number as a cell gives it, or the reason why there is none,
// before its metric's scale and precision are known.
type figure struct {
	State  report.State
	Number float64 // a percentage is times 100 once Share or Signed
	Share  bool    // the cell holds a share and shows it as a percentage
	Signed bool    // the text bears a percent sign
	Places int     // decimal places that the cell shows
	Meant  bool    // Places is meant: the cell has a format, or the figure is text
}

// trouble is what is wrong with a cell, and what to do about it.
type trouble struct{ Message, Hint string }

// readFigure reads a cell that should hold a number.
func (w *words) readFigure(c cell) (figure, *trouble) {
	switch c.kind {
	case blank:
		return figure{State: report.NotReported}, nil
	case number:
		return numberFigure(c)
	case truth:
		return figure{State: report.Unreadable}, &trouble{"is TRUE or FALSE and not a number", "type the number"}
	case errorValue:
		return figure{State: errorState(c.text)}, &trouble{fmt.Sprintf("is the error %s", c.text), "mend the formula, or type n/a"}
	case uncached:
		return figure{State: report.Unreadable}, &trouble{"is a formula without a result", "open the workbook in Excel and save it"}
	}
	return w.textFigure(c.text)
}

// errorState is what an error value says of its figure: by #N/A Excel says that
// it is not available.
func errorState(code string) report.State {
	if code == "#N/A" {
		return report.NotAvailable
	}
	return report.Unreadable
}

func numberFigure(c cell) (figure, *trouble) {
	if c.isDay() {
		return figure{State: report.Unreadable}, &trouble{"is a date and not a number", "type the number again and give the cell a number format"}
	}
	f := figure{State: report.Reported, Number: c.number, Places: c.format.Places, Meant: c.format.Named}
	if c.format.Percent {
		f.Number, f.Share = c.number*100, true
	}
	if !f.Meant {
		f.Places = decimals(c.number)
	}
	return exact(f)
}

// maxFigure is above every figure of a council. All below it are kept exactly,
// at whatever number of places.
const maxFigure = 1e12

// exact is a figure, unless it is too large to be kept exactly.
func exact(f figure) (figure, *trouble) {
	if math.Abs(f.Number) < maxFigure {
		return f, nil
	}
	return figure{State: report.Unreadable}, &trouble{
		fmt.Sprintf("is %s and too large to be kept exactly", strconv.FormatFloat(f.Number, 'G', 15, 64)),
		"type the figure again, or give it in thousands or millions",
	}
}

// decimals is how many decimal places it takes to write f, to the 15 digits
// that a spreadsheet keeps.
func decimals(f float64) int {
	if f == math.Trunc(f) {
		return 0
	}
	text := strconv.FormatFloat(f, 'g', 15, 64)
	f, _ = strconv.ParseFloat(text, 64)
	_, fraction, _ := strings.Cut(strconv.FormatFloat(f, 'f', -1, 64), ".")
	return min(len(fraction), report.MaxPlaces)
}

var (
	numberText = regexp.MustCompile(`^([(]?)([-−–+]?)£?((?:\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+|\d+)(\.\d+)?|\.\d+)\s*(%?)(\)?)(?:\s*\(?[pre]\)?)?$`)
	smallText  = regexp.MustCompile(`^(?:<|<=|≤|under |fewer than |less than )\s*(\d{1,2})$`)
)

// longestFigure is how many bytes a text has at most that is looked at as a
// figure.
const longestFigure = 100

// unquoted is what is told of words where a figure should be: they may be about
// a child, so none of them is repeated.
func unquoted(s string) (figure, *trouble) {
	return figure{State: report.Unreadable},
		&trouble{fmt.Sprintf("is a text of %d characters and not a number", utf8.RuneCountInString(s)), remedy("")}
}

// textFigure reads a figure typed as text: a number, a mark that says why
// there is none, or something to be mended.
func (w *words) textFigure(s string) (figure, *trouble) {
	if len(s) > longestFigure {
		return unquoted(s)
	}
	s = plainSpaces(s)
	if s == "" {
		return figure{State: report.NotReported}, nil
	}
	if state, ok := missingStates[w.meaning("missing", s)]; ok {
		return figure{State: state}, nil
	}
	if state, ok := missingStates[w.groups["missing"][strings.ToLower(s)]]; ok {
		return figure{State: state}, nil
	}
	if f, ok := parseText(s); ok {
		return exact(f)
	}
	if m := smallText.FindStringSubmatch(strings.ToLower(s)); m != nil && atoi(m[1]) <= 10 {
		return figure{State: report.Suppressed}, nil
	}
	if strings.EqualFold(s, "nil") {
		return figure{State: report.Unreadable}, &trouble{fmt.Sprintf("%q may be nought or no figure", s), "type 0, or n/a where there is none"}
	}
	if utf8.RuneCountInString(s) > mostQuoted {
		return unquoted(s)
	}
	return figure{State: report.Unreadable}, &trouble{fmt.Sprintf("%q is not a number", s), remedy(s)}
}

var missingStates = map[string]report.State{
	"suppressed": report.Suppressed, "not available": report.NotAvailable,
	"not applicable": report.NotApplicable, "not yet": report.NotYet,
}

// parseText reads a number as people type it: "1,148", "94.9%", "£12.50",
// "(3)" for minus 3, "9.8 (p)" for a provisional figure.
func parseText(s string) (figure, bool) {
	if strings.ContainsFunc(s, isStrange) {
		return figure{}, false
	}
	m := numberText.FindStringSubmatch(plainSpaces(s))
	if m == nil || (m[1] == "(") != (m[6] == ")") {
		return figure{}, false
	}
	n, err := strconv.ParseFloat(strings.NewReplacer(",", "", " ", "").Replace(m[3]), 64)
	if err != nil || math.IsInf(n, 0) {
		return figure{}, false
	}
	if m[1] == "(" || m[2] != "" && m[2] != "+" {
		n = -n
	}
	_, fraction, _ := strings.Cut(m[3], ".")
	return figure{
		State: report.Reported, Number: n, Signed: m[5] == "%", Places: min(len(fraction), report.MaxPlaces), Meant: true,
	}, true
}

// isStrange reports whether r is a letter that no number is typed with, which
// settles most texts at a glance.
func isStrange(r rune) bool { return unicode.IsLetter(r) && r != 'p' && r != 'r' && r != 'e' }

func plainSpaces(s string) string { return strings.TrimSpace(trimSpaces(s)) }

// mostQuoted is how many characters of a cell are quoted at most.
const mostQuoted = 20

// clip keeps what is quoted short: a long text may be words about a child.
func clip(s string) string {
	if r := []rune(s); len(r) > mostQuoted {
		return string(r[:mostQuoted]) + "…"
	}
	return s
}

// lookalikes are letters that are typed for digits.
var lookalikes = strings.NewReplacer("l", "1", "I", "1", "|", "1", "O", "0", "o", "0", "S", "5")

// remedy is what to do about a text that is not a number, where it shows.
func remedy(s string) string {
	wanted := lookalikes.Replace(s)
	if _, ok := parseText(wanted); !ok || wanted == s {
		return "type a number, or n/a where there is none"
	}
	i := strings.IndexAny(s, "lIOo|S")
	return fmt.Sprintf("character %d is the letter %s; type %s", len([]rune(s[:i]))+1, string([]rune(s[i:])[0]), wanted)
}

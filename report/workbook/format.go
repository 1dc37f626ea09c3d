package workbook

import (
	"fmt"
	"strconv"
	"strings"
)

// format is what a number format says of the figures beneath it. The zero
// format is General, which says nothing.
type format struct {
	Code    string
	Named   bool // the format says how many Places are meant
	Percent bool // the stored number is a share: 0.5 is shown as 50%
	Divisor int  // the stored number is shown in so many: 1,000 for thousands; 0 for single ones
	Places  int  // decimal places shown
	Date    bool // the stored number is a day
	Day     bool // the day of the month is shown; without it a date is a month
}

var (
	general = parseFormat("General")
	isoDay  = parseFormat("yyyy-mm-dd") // of cells that hold a day written out
)

// builtIn are the formats that Excel knows by number and does not write down.
var builtIn = map[int]string{
	1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??",
	14: "dd/mm/yyyy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm", 19: "h:mm:ss", 20: "h:mm", 21: "h:mm:ss",
	22: "dd/mm/yyyy h:mm", 37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00", 41: "#,##0", 42: "#,##0",
	43: "#,##0.00", 44: "#,##0.00", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 48: "##0.0E+0", 49: "@",
}

// parseFormat reads a number format's code, of which the first section counts.
//
// A percent sign that is quoted or escaped is only a character to show: the
// format 0\% stands over figures that are percentages already.
func parseFormat(code string) *format {
	f := &format{Code: code}
	signs := formatSigns(code)
	if signs == "" || strings.EqualFold(signs, "general") || signs == "@" {
		return f
	}
	f.Percent = strings.Contains(signs, "%")
	f.Divisor = divisorOf(signs)
	f.Named = f.Divisor == 0 // else the places are those of thousands or millions
	f.Day = strings.Contains(signs, "d")
	f.Date = f.Day || strings.ContainsAny(signs, "yms") || strings.Contains(signs, "h")
	if _, fraction, ok := strings.Cut(signs, "."); ok && !f.Date {
		f.Places = len(fraction) - len(strings.TrimLeft(fraction, "0#?"))
	}
	return f
}

// divisorOf is what a format divides by: a thousand for each comma behind the
// last digit, before the decimal point or at the end. No more than three count,
// which make thousands of millions.
func divisorOf(signs string) int {
	divisor := 1
	whole, fraction, _ := strings.Cut(strings.TrimRight(signs, " "), ".")
	for _, digits := range []string{whole, fraction} {
		end := strings.LastIndexAny(digits, "0#?") + 1
		rest := digits[end:]
		for ; end > 0 && strings.HasPrefix(rest, ",") && divisor < 1_000_000_000; rest = rest[1:] {
			divisor *= 1000
		}
	}
	if divisor == 1 {
		return 0
	}
	return divisor
}

// formatSigns is the first section of a format in lower case without what it
// only shows: quoted and escaped characters, padding, colours and locales.
func formatSigns(code string) string {
	var signs strings.Builder
	for i := 0; i < len(code); i++ {
		switch c := code[i]; c {
		case ';':
			return strings.ToLower(signs.String())
		case '\\', '_', '*':
			i++
		case '"', '[':
			closing := byte('"')
			if c == '[' {
				closing = ']'
			}
			end := strings.IndexByte(code[i+1:], closing)
			if end < 0 {
				return strings.ToLower(signs.String())
			}
			i += end + 1
		default:
			signs.WriteByte(c)
		}
	}
	return strings.ToLower(signs.String())
}

// readFormats reads the style sheet: the format of each cell style, by index.
func readFormats(p *part) ([]*format, error) {
	own := map[int]string{}
	var formats []*format
	err := p.each(func(element) error {
		return p.each(func(e element) error {
			switch string(e.name) {
			case "numFmts":
				return p.each(func(e element) error {
					if len(own) == maxFormats {
						return errTooMany(maxFormats, "number formats")
					}
					id, err := strconv.Atoi(string(e.attr("numFmtId")))
					own[id] = string(e.attr("formatCode"))
					return err
				})
			case "cellXfs":
				return p.each(func(e element) error {
					if len(formats) == maxFormats {
						return errTooMany(maxFormats, "cell styles")
					}
					id, err := formatNumber(e)
					code, ok := own[id]
					if !ok {
						code = builtIn[id]
					}
					formats = append(formats, parseFormat(code))
					return err
				})
			}
			return nil
		})
	})
	return formats, err
}

func formatNumber(e element) (int, error) {
	number := string(e.attr("numFmtId"))
	if number == "" {
		return 0, nil
	}
	id, err := strconv.Atoi(number)
	if err != nil {
		return 0, fmt.Errorf("a cell style has the number format %q", number)
	}
	return id, nil
}

package workbook

import (
	"cmp"
	"math"
	"regexp"
	"strconv"
	"strings"

	"panelpack/report"
)

// call works out a function.
func (c *calculator) call(name string, args []expression) result {
	switch name {
	case "IF":
		return choose(args)
	case "IFERROR":
		if r := args[0].value(); r.kind != errorValue {
			return r
		}
		return args[1].value()
	case "ROUND":
		return round(asNumber(args[0].value()), asNumber(args[1].value()))
	}
	t := c.tally(args)
	switch {
	case t.trouble.kind == uncached:
		return t.trouble
	case name == "COUNT":
		return numberResult(float64(t.count))
	case t.trouble.kind == errorValue:
		return t.trouble
	case name == "SUM":
		return finite(t.sum)
	case name == "AVERAGE":
		return operate("/", finite(t.sum), numberResult(float64(t.count)))
	case name == "MIN":
		return numberResult(t.least)
	}
	return numberResult(t.most)
}

// choose is IF: of the two sides only the one that is chosen is worked out.
func choose(args []expression) result {
	asked := asNumber(args[0].value())
	switch {
	case asked.kind != number:
		return asked
	case asked.number != 0:
		return args[1].value()
	case len(args) < 3:
		return result{kind: truth}
	}
	return args[2].value()
}

// round is ROUND, at places that a figure may have.
func round(n, places result) result {
	switch {
	case n.kind != number:
		return n
	case places.kind != number:
		return places
	case places.number != math.Trunc(places.number) || math.Abs(places.number) > report.MaxPlaces:
		return result{kind: uncached}
	}
	unit := math.Pow10(max(-int(places.number), 0))
	rounded := report.Round(n.number/unit, int(places.number))
	if !rounded.Known() {
		return result{kind: uncached}
	}
	return numberResult(rounded.Float() * unit)
}

// tally is what numbers add up to, how many they are, and the least and the
// most of them.
type tally struct {
	sum, least, most float64
	count            int
	trouble          result // the first that is no number and should be
}

// tally goes through the arguments of a function. Among cells only numbers
// count, and an error is one.
func (c *calculator) tally(args []expression) tally {
	var t tally
	for _, arg := range args {
		if arg.cells == nil {
			t.take(asNumber(arg.value()))
			continue
		}
		c.each(arg.cells, func(r result) {
			if r.kind != text && r.kind != truth {
				t.take(r)
			}
		})
	}
	return t
}

func (t *tally) take(r result) {
	switch {
	case r.kind == uncached || r.kind == errorValue:
		if t.trouble.kind == blank || t.trouble.kind == errorValue && r.kind == uncached {
			t.trouble = r
		}
	case t.count == 0:
		t.count, t.sum, t.least, t.most = 1, r.number, r.number, r.number
	default:
		t.count, t.sum = t.count+1, t.sum+r.number
		t.least, t.most = min(t.least, r.number), max(t.most, r.number)
	}
}

// operate works out what a sign between two parts makes of them.
func operate(sign string, a, b result) result {
	switch sign {
	case "+", "-", "*", "/":
		a, b = asNumber(a), asNumber(b)
	}
	switch {
	case a.kind == uncached || a.kind == errorValue && b.kind != uncached:
		return a
	case b.kind == uncached || b.kind == errorValue:
		return b
	}
	switch sign {
	case "+":
		return finite(a.number + b.number)
	case "-":
		return finite(a.number - b.number)
	case "*":
		return finite(a.number * b.number)
	case "/":
		if b.number == 0 {
			return errorResult("#DIV/0!")
		}
		return finite(a.number / b.number)
	}
	return compare(sign, a, b)
}

func finite(n float64) result {
	if math.IsInf(n, 0) || math.IsNaN(n) {
		return errorResult("#NUM!")
	}
	return numberResult(n)
}

// compare compares as Excel does: a number is less than a text, and a text less
// than TRUE or FALSE; a blank is whatever it is compared with.
func compare(sign string, a, b result) result {
	if a.kind == blank {
		a.kind = b.kind
	}
	if b.kind == blank {
		b.kind = a.kind
	}
	order := cmp.Compare(a.kind, b.kind)
	if order == 0 && a.kind == text {
		order = strings.Compare(strings.ToLower(a.text), strings.ToLower(b.text))
	} else if order == 0 {
		order = cmp.Compare(fifteen(a.number), fifteen(b.number))
	}
	is := order == 0
	switch sign {
	case "<":
		is = order < 0
	case ">":
		is = order > 0
	case "<=":
		is = order <= 0
	case ">=":
		is = order >= 0
	case "<>":
		is = order != 0
	}
	if !is {
		return result{kind: truth}
	}
	return result{kind: truth, number: 1}
}

// fifteen is n to the 15 digits that a spreadsheet compares.
func fifteen(n float64) float64 {
	n, _ = strconv.ParseFloat(strconv.FormatFloat(n, 'e', 14, 64), 64)
	return n
}

var plainDigits = regexp.MustCompile(`^ *-?\d+(?:\.\d+)? *$`)

// asNumber is r where a number is wanted. Excel reads some texts with digits as
// numbers or days, by the country it is set to; which is not known here, so
// only plain ones are read.
func asNumber(r result) result {
	switch {
	case r.kind == blank || r.kind == truth:
		return numberResult(r.number)
	case r.kind != text:
		return r
	case plainDigits.MatchString(r.text):
		n, err := strconv.ParseFloat(strings.TrimSpace(r.text), 64)
		if err != nil {
			return errorResult("#VALUE!")
		}
		return numberResult(n)
	case strings.ContainsAny(r.text, "0123456789"):
		return result{kind: uncached}
	}
	return errorResult("#VALUE!")
}

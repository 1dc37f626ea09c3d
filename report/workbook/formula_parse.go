package workbook

import (
	"regexp"
	"strconv"
	"strings"
)

// expression is a formula or a part of it.
type expression struct {
	value func() result
	cells *cellRange // where it is only the name of cells
}

// cellRange is some cells of a sheet.
type cellRange struct {
	grid *grid
	area area
}

// parser reads a formula: numbers, words, cells, the four operations,
// comparisons and the functions of [calculator.call]. Anything else fails: what
// is not understood is never worked out in part.
type parser struct {
	calc   *calculator
	sheet  *grid // that the formula stands on
	moved  place
	rest   string
	failed bool
}

// parse is the formula f of a sheet, and whether it is understood.
func (c *calculator) parse(f formula, sheet *grid) (expression, bool) {
	p := parser{calc: c, sheet: sheet, moved: f.moved, rest: f.text}
	whole := p.operation(0)
	p.take("")
	return whole, !p.failed && p.rest == ""
}

// fail ends the reading.
func (p *parser) fail() expression {
	p.failed, p.rest = true, ""
	return expression{}
}

// take passes over spaces, and over the first of the signs that follows them.
func (p *parser) take(signs ...string) string {
	p.rest = strings.TrimLeft(p.rest, " \n")
	for _, sign := range signs {
		if rest, ok := strings.CutPrefix(p.rest, sign); ok {
			p.rest = rest
			return sign
		}
	}
	return ""
}

// operations are the signs between two parts, those that bind least first.
var operations = [][]string{{"<=", ">=", "<>", "=", "<", ">"}, {"+", "-"}, {"*", "/"}}

func (p *parser) operation(level int) expression {
	if level == len(operations) {
		return p.signed()
	}
	left := p.operation(level + 1)
	for {
		sign := p.take(operations[level]...)
		if sign == "" {
			return left
		}
		a, b := left, p.operation(level+1)
		left = expression{value: func() result { return operate(sign, a.value(), b.value()) }}
	}
}

func (p *parser) signed() expression {
	switch p.take("-", "+") {
	case "-":
		of := p.signed()
		return expression{value: func() result { return operate("-", numberResult(0), of.value()) }}
	case "+":
		of := p.signed()
		return expression{value: func() result { return of.value() }}
	}
	return p.part()
}

var (
	numeral = regexp.MustCompile(`^\d+(?:\.\d+)?`)
	quoted  = regexp.MustCompile(`^"([^"]*)"`)
	called  = regexp.MustCompile(`^([A-Z]+)\(`)
	named   = regexp.MustCompile(`^(?:(?:'([^']+)'|([\w.]+))!)?(\$?)([A-Z]{1,3})(\$?)(\d{1,7})\b`)
)

// part reads what stands between two signs.
func (p *parser) part() expression {
	if p.take("(") != "" {
		inner := p.operation(0)
		if p.take(")") == "" {
			return p.fail()
		}
		return expression{value: func() result { return inner.value() }}
	}
	if m := numeral.FindString(p.rest); m != "" {
		p.rest = p.rest[len(m):]
		n, _ := strconv.ParseFloat(m, 64)
		return constant(numberResult(n))
	}
	if m := quoted.FindStringSubmatch(p.rest); m != nil {
		p.rest = p.rest[len(m[0]):]
		return constant(result{kind: text, text: m[1]})
	}
	if m := called.FindStringSubmatch(p.rest); m != nil {
		p.rest = p.rest[len(m[0]):]
		return p.function(m[1])
	}
	return p.reference()
}

func constant(r result) expression { return expression{value: func() result { return r }} }

// arguments is how many each function has at least and at most.
var arguments = map[string][2]int{
	"SUM": {1, maxFormula}, "AVERAGE": {1, maxFormula}, "MIN": {1, maxFormula}, "MAX": {1, maxFormula}, "COUNT": {1, maxFormula},
	"ROUND": {2, 2}, "IF": {2, 3}, "IFERROR": {2, 2},
}

func (p *parser) function(name string) expression {
	var args []expression
	for more := true; more; more = p.take(",") != "" {
		args = append(args, p.operation(0))
	}
	takes, known := arguments[name]
	if p.take(")") == "" || !known || len(args) < takes[0] || len(args) > takes[1] {
		return p.fail()
	}
	return expression{value: func() result { return p.calc.call(name, args) }}
}

// reference reads the name of a cell, or of those from one to another.
func (p *parser) reference() expression {
	from, sheet := p.corner()
	to := from
	if p.take(":") != "" {
		other := ""
		if to, other = p.corner(); other != "" {
			return p.fail()
		}
	}
	r := &cellRange{grid: p.sheet, area: area{
		from: place{min(from.col, to.col), min(from.row, to.row)}, to: place{max(from.col, to.col), max(from.row, to.row)},
	}}
	if sheet != "" {
		i := sheetNamed(p.calc.grids, sheet)
		if i < 0 {
			return p.fail()
		}
		r.grid = p.calc.grids[i]
	}
	return expression{cells: r, value: func() result { return p.calc.only(r) }}
}

// corner reads the name of one cell, and that of the sheet before it.
func (p *parser) corner() (at place, sheet string) {
	m := named.FindStringSubmatch(p.rest)
	if m == nil {
		p.fail()
		return place{}, ""
	}
	p.rest = p.rest[len(m[0]):]
	at, err := parseRef([]byte(m[4] + m[6]))
	if m[3] == "" {
		at.col += p.moved.col
	}
	if m[5] == "" {
		at.row += p.moved.row
	}
	if err != nil || at.col < 1 || at.col > maxColumns || at.row < 1 || at.row > maxRows {
		p.fail()
	}
	return at, m[1] + m[2]
}

package rules

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"panelpack/report"
	"panelpack/report/settings"
)

// evidence is what of a metric a rule looks at, strongest first.
type evidence uint8

const (
	byColumn evidence = iota
	bySection
	bySheet
	byRef
	byName
	byUnit
	evidenceNumber
)

var evidenceWords = [evidenceNumber]string{"category", "section", "sheet", "ref", "name", "unit"}

// rule leads metrics that meet all its tests to a category. Its evidence is
// the strongest that it looks at.
type rule struct {
	id       string
	category string
	evidence evidence
	tests    [evidenceNumber]*textTest
	place    settings.Place
}

// unplaced is the category of metrics that no rule matches, which are never
// lost.
var unplaced = report.Category{ID: "unplaced", Title: "Not yet placed in a category"}

// rules reads the rules that classify, the categories' own titles first.
func (l *loader) rules(b *Rulebook, f file) {
	for i, c := range b.categories {
		own := &textTest{exact: []string{c.ID}, words: []wordRun{newWordRun(c.Title)}}
		for e := byColumn; e <= bySheet; e++ {
			r := rule{id: "category " + c.ID, category: c.ID, evidence: e, place: l.Place(fmt.Sprintf("category[%d]", i))}
			r.tests[e] = own
			b.rules = append(b.rules, r)
		}
	}
	seen, reached := map[string]bool{}, map[string]bool{}
	for i, t := range f.Rule {
		key := fmt.Sprintf("rule[%d]", i)
		r := l.rule(key, t)
		switch {
		case t.ID == "":
			l.Wrong(key, "a rule needs an id", `such as id = "refs of demand"; the pack cites it`)
		case seen[t.ID]:
			l.Wrong(key+".id", strconv.Quote(t.ID)+" is the id of two rules", "give each rule an id of its own")
		}
		if !b.hasCategory(t.Category) {
			l.Wrong(key+".category", strconv.Quote(t.Category)+" is not the id of a category", l.categoryHint(b))
		}
		seen[t.ID], reached[t.Category] = true, true
		b.rules = append(b.rules, r)
	}
	for _, c := range b.categories {
		if !reached[c.ID] {
			l.Note(report.Warning, c.place, "no rule leads to category "+strconv.Quote(c.ID),
				"only metrics whose category column, section or sheet names it will be placed there")
		}
	}
}

func (l *loader) rule(key string, t ruleTable) rule {
	r := rule{id: t.ID, category: t.Category, evidence: evidenceNumber, place: l.Place(key)}
	for e, one := range [evidenceNumber]struct {
		key  string
		test *wordTest
	}{
		byColumn: {"column", t.Column}, bySection: {"section", t.Section}, bySheet: {"sheet", t.Sheet},
		byRef: {"ref", t.Ref}, byName: {"name", t.Name}, byUnit: {"unit", t.Unit},
	} {
		if one.test == nil {
			continue
		}
		r.tests[e] = l.test(key+"."+one.key, *one.test)
		r.evidence = min(r.evidence, evidence(e))
	}
	if r.evidence == evidenceNumber {
		l.Wrong(key, "a rule needs a condition", `such as ref = { prefix = ["DM"] }`)
	}
	return r
}

func (l *loader) test(key string, t wordTest) *textTest {
	test := &textTest{exact: t.Exact, prefix: t.Prefix}
	for _, entry := range t.Words {
		run := newWordRun(entry)
		if len(run) == 0 {
			l.Wrong(key+".words", strconv.Quote(entry)+" holds no word", "write words, or a pattern")
			continue
		}
		test.words = append(test.words, run)
	}
	for _, entry := range t.Pattern {
		p, err := regexp.Compile("(?i)" + entry)
		if err != nil {
			reason := strings.TrimPrefix(err.Error(), "error parsing regexp: ")
			l.Wrong(key+".pattern", strconv.Quote(entry)+" is not a pattern: "+reason, "put a backslash before a sign that should stand for itself")
			continue
		}
		test.pattern = append(test.pattern, p)
	}
	if len(t.Exact)+len(t.Prefix)+len(t.Words)+len(t.Pattern) == 0 {
		l.Wrong(key, "a condition needs something to look for", `such as { words = ["referral*"] }`)
	}
	return test
}

// classify finds the category of m: what the strongest evidence says, and
// what weaker evidence says to the contrary. The zero Classification is none.
func (b *Rulebook) classify(m report.Metric) (decided report.Classification, contrary []report.Classification) {
	if s, ok := b.exceptions[m.Ref]; ok && s.category != "" {
		return report.Classification{Category: s.category, Rule: "metric." + m.Ref, Words: m.Ref, Evidence: evidenceWords[byRef]}, nil
	}
	texts := [evidenceNumber]string{m.Category, m.Section, m.Sheet, m.Ref, m.Name, m.Unit.String()}
	var words [evidenceNumber][]token
	for e, text := range texts {
		words[e] = tokens(text)
	}
	for e := range evidenceNumber {
		found, ok := b.firstRule(e, texts, words)
		switch {
		case !ok:
		case decided.Category == "":
			decided = found
		case found.Category != decided.Category:
			contrary = append(contrary, found)
		}
	}
	return decided, contrary
}

// firstRule is what the first rule on evidence e says.
func (b *Rulebook) firstRule(e evidence, texts [evidenceNumber]string, words [evidenceNumber][]token) (report.Classification, bool) {
	for i := range b.rules {
		r := &b.rules[i]
		if r.evidence != e {
			continue
		}
		if matched, ok := r.meets(texts, words); ok {
			return report.Classification{Category: r.category, Rule: r.id, Words: matched, Evidence: evidenceWords[e]}, true
		}
	}
	return report.Classification{}, false
}

// meets reports whether all tests of r are met, with the words that met the
// one on its strongest evidence.
func (r *rule) meets(texts [evidenceNumber]string, words [evidenceNumber][]token) (string, bool) {
	matched := ""
	for e, test := range r.tests {
		if test == nil {
			continue
		}
		found, ok := test.match(texts[e], words[e])
		if !ok {
			return "", false
		}
		if evidence(e) == r.evidence {
			matched = found
		}
	}
	return matched, true
}

// lineOf is the line of the rulebook on which the rule with this id stands.
func (b *Rulebook) lineOf(id string) int {
	for i := range b.rules {
		if b.rules[i].id == id {
			return b.rules[i].place.Line
		}
	}
	if s, ok := b.exceptions[strings.TrimPrefix(id, "metric.")]; ok {
		return s.place.Line
	}
	return 0
}

// placeOf classifies m, notes what its officer should know of it, and puts it
// among the unplaced where no rule matches.
func (b *Rulebook) placeOf(m report.Metric, found *report.Findings) report.Classification {
	decided, contrary := b.classify(m)
	if decided.Category == "" {
		found.Add(report.Warning, m.Cell, m.Ref, "name its category in a category column, or add a rule to the rulebook",
			"no rule says which category %q belongs to", m.Name)
		return report.Classification{Category: unplaced.ID}
	}
	for _, c := range contrary {
		severity := report.Warning
		if c.Evidence == evidenceWords[byName] {
			severity = report.Note
		}
		found.Add(severity, m.Cell, m.Ref, "rule "+strconv.Quote(decided.Rule)+" decided; give the metric a category of its own in the rulebook if that is wrong",
			"placed in %q by its %s, though %q in its %s says %q", b.titleOf(decided.Category), decided.Evidence, c.Words, c.Evidence, b.titleOf(c.Category))
	}
	return decided
}

func (b *Rulebook) titleOf(id string) string {
	for _, c := range b.categories {
		if c.ID == id {
			return c.Title
		}
	}
	return unplaced.Title
}

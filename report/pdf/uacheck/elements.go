package uacheck

import (
	"slices"
	"strings"

	"panelpack/report/pdf/object"
)

// nesting is where an element of a role may stand and what it may hold, each
// with its rule. Nil is anywhere, or anything.
type nesting struct {
	parents    []string
	parentRule string
	kids       []string
	kidRule    string
}

var rows = []string{"TR"}

// nestings are the conditions of clause 7.2 on tables, lists and contents.
var nestings = map[string]nesting{
	"Table": {nil, "", []string{"TR", "THead", "TBody", "TFoot", "Caption"}, "7.2-3"},
	"TR":    {[]string{"Table", "THead", "TBody", "TFoot"}, "7.2-4", []string{"TH", "TD"}, "7.2-10"},
	"THead": {[]string{"Table"}, "7.2-5", rows, "7.2-36"},
	"TBody": {[]string{"Table"}, "7.2-6", rows, "7.2-37"},
	"TFoot": {[]string{"Table"}, "7.2-7", rows, "7.2-38"},
	"TH":    {[]string{"TR"}, "7.2-8", nil, ""},
	"TD":    {[]string{"TR"}, "7.2-9", nil, ""},
	"LI":    {[]string{"L"}, "7.2-17", []string{"Lbl", "LBody"}, "7.2-20"},
	"LBody": {[]string{"LI"}, "7.2-18", nil, ""},
	"L":     {nil, "", []string{"L", "LI", "Caption"}, "7.2-19"},
	"TOCI":  {[]string{"TOC"}, "7.2-26", nil, ""},
	"TOC":   {nil, "", []string{"TOC", "TOCI", "Caption"}, "7.2-27"},
}

// captionRules are the elements whose caption has a place, and the rule that
// gives it.
var captionRules = map[string]string{"Table": "7.2-39", "L": "7.2-40", "TOC": "7.2-28"}

// checkElements judges the tree: each element where it stands, then headings
// and notes in their order.
func (c *checker) checkElements() {
	for _, n := range c.nodes {
		c.checkNesting(n)
		switch n.role {
		case "Table":
			c.checkTable(n)
		case "Figure":
			c.needsWords(n, "7.3-1")
			c.checkBox(n)
		case "Formula":
			c.needsWords(n, "7.7-1")
		case "Link":
			if len(n.objects) == 0 && !c.holdsObject(n) {
				c.ua("link-target", n.page, "a link leads nowhere: no area of the page belongs to it")
			}
		}
	}
	c.checkHeadings()
	c.checkNotes()
}

// holdsObject reports whether an element within n claims an annotation.
func (c *checker) holdsObject(n *node) bool {
	return slices.ContainsFunc(n.kids, func(k *node) bool { return len(k.objects) > 0 || c.holdsObject(k) })
}

func (c *checker) checkNesting(n *node) {
	rule, known := nestings[n.role]
	if !known {
		return
	}
	if rule.parents != nil && (n.parent == nil || !slices.Contains(rule.parents, n.parent.role)) {
		c.ua(rule.parentRule, n.page, "%s is not in %s", n.words(), (&node{role: rule.parents[0]}).words())
	}
	captions, last := 0, len(n.kids)-1
	for i, k := range n.kids {
		if rule.kids != nil && !slices.Contains(rule.kids, k.role) {
			c.ua(rule.kidRule, k.page, "%s holds %s", n.words(), k.words())
		}
		if k.role != "Caption" {
			continue
		}
		captions++
		if i > 0 && (i < last || n.role != "Table") || captions > 1 {
			c.ua(captionRules[n.role], k.page, "%s has a caption that is not at its beginning", n.words())
		}
	}
}

// needsWords judges whether what cannot be read has words that stand for it.
func (c *checker) needsWords(n *node, rule string) {
	if c.text(n.dict["Alt"]) == "" && n.dict["ActualText"] == nil {
		c.ua(rule, n.page, "%s has no alternative text", n.words())
	}
}

// checkBox judges whether a figure says what area it covers.
func (c *checker) checkBox(n *node) {
	box := c.file.Array(c.attribute(n, "Layout", "BBox"))
	if len(box) != 4 {
		c.ua("figure-area", n.page, "a figure does not say what area of the page it covers")
	}
}

// checkHeadings judges the levels of headings: the first is H1, none is skipped
// on the way down, and those without a level (H) are alone under their parent
// and not mixed with those that have one.
func (c *checker) checkHeadings() {
	last := 0
	var plain, levelled []*node
	for _, n := range c.nodes {
		level := n.heading()
		switch {
		case n.role == "H":
			plain = append(plain, n)
		case level > 0:
			levelled = append(levelled, n)
			c.checkLevel(n, level, last)
			last = level
		default:
			continue
		}
		if c.empty(n) {
			c.ua("heading-empty", n.page, "a heading has nothing in it")
		}
	}
	under := map[*node]int{}
	for _, n := range plain {
		under[n.parent]++
		if under[n.parent] == 2 {
			c.ua("7.4.4-1", n.page, "two headings without a level stand side by side")
		}
		if len(levelled) > 0 {
			c.ua("7.4.4-2", n.page, "headings with and without levels are mixed")
		}
	}
}

func (c *checker) checkLevel(n *node, level, last int) {
	switch {
	case level <= last+1:
	case last == 0:
		c.ua("7.4.2-1", n.page, "the first heading is of level %d", level)
	default:
		c.ua("7.4.2-1", n.page, "a heading of level %d follows one of level %d", level, last)
	}
}

// empty reports whether there is no content in an element, however deep.
func (c *checker) empty(n *node) bool {
	if len(n.marked) > 0 || len(n.objects) > 0 || c.text(n.dict["ActualText"]) != "" || c.text(n.dict["Alt"]) != "" {
		return false
	}
	return !slices.ContainsFunc(n.kids, func(k *node) bool { return !c.empty(k) })
}

// checkNotes judges the IDs of notes.
func (c *checker) checkNotes() {
	seen := map[string]bool{}
	for _, n := range c.nodes {
		if n.role != "Note" {
			continue
		}
		id := strings.TrimSpace(c.text(n.dict["ID"]))
		if id == "" {
			c.ua("7.9-1", n.page, "a note has no ID")
		} else if seen[id] {
			c.ua("7.9-2", n.page, "two notes have the ID %q", id)
		}
		seen[id] = true
	}
}

// widest is as many rows or columns as a cell is believed to cover.
const widest = 1000

// span is how many rows or columns a cell covers.
func (c *checker) span(n *node, key object.Name) int {
	v, ok := c.attribute(n, "Table", key).(int)
	if !ok || v < 1 {
		return 1
	}
	return min(v, widest)
}

package uacheck

import (
	"regexp"

	"panelpack/report/pdf/object"
)

// languageTag is the form of RFC 3066: "en", "en-GB".
var languageTag = regexp.MustCompile(`^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$`)

// checkLanguage judges whether the language of everything outside the pages
// is known: of words in the tree, of bookmarks and metadata.
func (c *checker) checkLanguage() {
	c.checkTag(c.root["Lang"], 0)
	if c.root["Lang"] == nil {
		if c.file.Dict(c.root["Outlines"])["First"] != nil {
			c.ua("7.2-2", 0, "the bookmarks are in no known language")
		}
	}
	for _, n := range c.nodes {
		c.checkTag(n.dict["Lang"], n.page)
		if c.speaks(n) {
			continue
		}
		for _, w := range wordRules {
			if n.dict[w.key] != nil {
				c.ua(w.element, n.page, "the %s of %s is in no known language", w.words, n.words())
			}
		}
	}
}

// wordRules are the words that may be said of content, with the rules on their
// language: in the tree and in the page.
var wordRules = []struct {
	key                    object.Name
	words, element, marked string
}{
	{"ActualText", "replacement text", "7.2-21", "7.2-30"},
	{"Alt", "alternative text", "7.2-22", "7.2-31"},
	{"E", "expansion", "7.2-23", "7.2-32"},
}

func (c *checker) checkTag(o object.Object, page int) {
	if s, ok := c.file.Text(o); ok && !languageTag.MatchString(s) {
		c.ua("7.2-29", page, "%q is not a language such as en-GB", s)
	}
}

// speaks reports whether the language of an element is known: its own, that of
// one around it, or the document's.
func (c *checker) speaks(n *node) bool {
	if c.root["Lang"] != nil {
		return true
	}
	for m := range n.within {
		if m.dict["Lang"] != nil {
			return true
		}
	}
	return false
}

package templates

import _ "embed"

// PageHTML is the web edition's page, a html/template with its parts. PageCSS
// is how it looks, in colours and sizes that the program sets as custom
// properties. PageJS only adds to it: the page is whole without.
var (
	//go:embed page.html
	PageHTML string

	//go:embed page.css
	PageCSS string

	//go:embed page.js
	PageJS string
)

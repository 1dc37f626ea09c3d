package uacheck

import (
	"panelpack/report/pdf/object"
)

// painter follows a content stream: what it paints, and whose that is.
type painter struct {
	c         *checker
	page      int
	form      object.Ref // the form being painted; 0 on the page itself
	resources object.Dict
	marks     []mark
	state     textState
	saved     []textState
	inText    bool
	depth     int // how many forms stand around this one
	ours      int // how many of the marks were there before this stream
}

// textState is what saving the graphics state saves that matters here.
type textState struct {
	font *shown
	mode int // 3 is invisible
}

// mark is an open marked sequence.
type mark struct {
	tagged   bool // it has a number, or is in a form that an element claims
	artifact bool
	spoken   bool // its language is known
	inText   bool // it was opened within a text object
}

// painting are the operators that leave something to see, besides text and
// pictures.
var painting = map[string]bool{
	"f": true, "F": true, "f*": true, "B": true, "B*": true, "b": true, "b*": true, "S": true, "s": true, "sh": true, "BI": true,
}

// readContent follows the content of every page.
func (c *checker) readContent() {
	c.painted, c.fonts = map[sequence]bool{}, map[object.Ref]*shown{}
	c.drawn, c.looked = map[object.Ref]int{}, map[look]bool{}
	for _, p := range c.pages {
		var content []byte
		for _, part := range c.list(p.dict["Contents"]) {
			data, err := c.file.Decode(c.file.Stream(part))
			if err != nil {
				c.ua("content", p.number, "the content of the page cannot be read")
			}
			content = append(append(content, data...), '\n')
		}
		w := &painter{c: c, page: p.number, resources: p.resources}
		w.run(content)
	}
}

// run follows one stream to its end.
func (w *painter) run(content []byte) {
	for op, err := range object.Operations(content) {
		if err != nil {
			w.c.ua("content", w.page, "the content of the page is broken")
			return
		}
		w.do(op)
	}
	if len(w.marks) > w.ours {
		w.c.ua("marks", w.page, "marked content is not closed")
	}
}

func (w *painter) do(op object.Operation) {
	switch op.Operator {
	case "q":
		w.saved = append(w.saved, w.state)
		if len(w.saved) == 29 { // ISO 19005-2, 6.1.13
			w.c.archive("6.1.13-8", w.page, "graphics states are nested more than 28 deep")
		}
	case "Q":
		if n := len(w.saved); n > 0 {
			w.state, w.saved = w.saved[n-1], w.saved[:n-1]
		}
	case "BT", "ET":
		w.inText = op.Operator == "BT"
	case "BMC", "BDC":
		w.open(op)
	case "EMC":
		w.close()
	case "Tf":
		w.setFont(w.c.file.Dict(w.resources["Font"])[name(op, 0)])
	case "gs":
		state := w.c.file.Dict(w.c.file.Dict(w.resources["ExtGState"])[name(op, 0)])
		if font := w.c.file.Array(state["Font"]); len(font) == 2 {
			w.setFont(font[0])
		}
	case "Tr":
		if len(op.Operands) == 1 {
			w.state.mode, _ = op.Operands[0].(int)
		}
	case "Tj", "'", "\"", "TJ":
		w.show(op)
	case "Do":
		w.draw(w.c.file.Dict(w.resources["XObject"])[name(op, 0)])
	case "k", "K":
		w.c.archive("6.2.4.3-3", w.page, "a colour is given in printing inks")
	default:
		if painting[op.Operator] {
			w.paints()
		}
	}
}

// name is an operand that is a name, or "".
func name(op object.Operation, i int) object.Name {
	if i >= len(op.Operands) {
		return ""
	}
	n, _ := op.Operands[i].(object.Name)
	return n
}

// open begins a marked sequence.
func (w *painter) open(op object.Operation) {
	m := mark{inText: w.inText}
	if n := len(w.marks); n > 0 {
		m.tagged, m.artifact, m.spoken = w.marks[n-1].tagged, w.marks[n-1].artifact, w.marks[n-1].spoken
	}
	tag := name(op, 0)
	properties := w.properties(op)
	mcid, numbered := w.c.file.Int(properties["MCID"])
	w.c.checkTag(properties["Lang"], w.page)
	m.spoken = m.spoken || properties["Lang"] != nil
	switch {
	case tag == "Artifact":
		if m.tagged {
			w.c.ua("7.1-1", w.page, "decoration is within content")
		}
		m.artifact = true
	case numbered:
		if m.artifact {
			w.c.ua("7.1-2", w.page, "content is within decoration")
		}
		m.tagged = true
		m.spoken = w.claim(mcid) || m.spoken
	}
	if tag == "Span" && !m.spoken && w.c.root["Lang"] == nil {
		for _, rule := range wordRules {
			if properties[rule.key] != nil {
				w.c.ua(rule.marked, w.page, "the %s of content is in no known language", rule.words)
			}
		}
	}
	w.marks = append(w.marks, m)
}

// properties are what is said of a marked sequence: in its place, or under a
// name in the resources.
func (w *painter) properties(op object.Operation) object.Dict {
	if len(op.Operands) < 2 {
		return nil
	}
	if d, ok := op.Operands[1].(object.Dict); ok {
		return d
	}
	return w.c.file.Dict(w.c.file.Dict(w.resources["Properties"])[name(op, 1)])
}

// claim notes that a numbered sequence is there, and reports whether the
// language of its element is known.
func (w *painter) claim(mcid int) bool {
	s := sequence{w.page, w.form, mcid}
	if w.form != 0 {
		s.page = 0
	}
	if w.c.painted[s] && w.form == 0 {
		w.c.ua("content-owner", w.page, "two pieces of content have the number %d", mcid)
	}
	w.c.painted[s] = true
	if w.form != 0 && w.c.drawn[w.form] > 1 {
		w.c.ua("7.20-2", w.page, "content that is tagged is drawn twice")
	}
	for _, n := range w.c.owners[s] {
		if w.c.speaks(n) {
			return true
		}
	}
	return false
}

func (w *painter) close() {
	n := len(w.marks)
	if n <= w.ours {
		w.c.ua("marks", w.page, "marked content is closed that was not opened")
		return
	}
	if w.marks[n-1].inText != w.inText {
		w.c.ua("marks", w.page, "marked content begins within text and ends outside, or the reverse")
	}
	w.marks = w.marks[:n-1]
}

// paints judges whether something painted is marked.
func (w *painter) paints() {
	if n := len(w.marks); n == 0 || !w.marks[n-1].tagged && !w.marks[n-1].artifact {
		w.c.ua("7.1-3", w.page, "something on the page is neither content nor decoration")
	}
}

func (w *painter) setFont(o object.Object) {
	w.state.font = w.c.font(o)
}

// show judges text and notes which codes of its font it uses.
func (w *painter) show(op object.Operation) {
	if len(op.Operands) == 0 {
		return
	}
	var codes []byte
	switch o := op.Operands[len(op.Operands)-1].(type) {
	case object.String:
		codes = []byte(o)
	case object.Array:
		for _, part := range o {
			if s, ok := part.(object.String); ok {
				codes = append(codes, s...)
			}
		}
	}
	if len(codes) == 0 {
		return
	}
	w.paints()
	if w.state.font == nil {
		w.c.ua("content", w.page, "text is shown in no font")
	}
	if w.c.root["Lang"] == nil {
		if n := len(w.marks); n > 0 && w.marks[n-1].tagged && !w.marks[n-1].spoken {
			w.c.ua("7.2-34", w.page, "text is in no known language")
		}
	}
	if w.state.font != nil {
		w.state.font.use(codes, w.page, w.state.mode != 3)
	}
}

// look is how a form was looked at: what is in it is judged once as marked from
// outside and once as not.
type look struct {
	form                     object.Ref
	tagged, artifact, spoken bool
}

// draw judges a picture, or goes into a form.
func (w *painter) draw(o object.Object) {
	s := w.c.file.Stream(o)
	if s == nil {
		return
	}
	if s.Dict["Subtype"] != object.Name("Form") {
		w.paints()
		return
	}
	if s.Dict["Ref"] != nil {
		w.c.ua("7.20-1", w.page, "a part of another file is shown")
	}
	ref := refOf(o)
	w.c.drawn[ref]++
	m := mark{}
	if n := len(w.marks); n > 0 {
		m = w.marks[n-1]
	}
	if n := w.c.structParent(s.Dict); n != nil {
		m.tagged, m.spoken = true, m.spoken || w.c.speaks(n)
	}
	seen := look{ref, m.tagged, m.artifact, m.spoken}
	if w.depth > 16 || w.c.looked[seen] && w.c.drawn[ref] > 2 {
		return
	}
	w.c.looked[seen] = true
	data, err := w.c.file.Decode(s)
	if err != nil {
		return
	}
	inner := &painter{c: w.c, page: w.page, form: ref, resources: w.resources, marks: []mark{m}, ours: 1, state: w.state, depth: w.depth + 1}
	if r := w.c.file.Dict(s.Dict["Resources"]); r != nil {
		inner.resources = r
	}
	inner.run(data)
}

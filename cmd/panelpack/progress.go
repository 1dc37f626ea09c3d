package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"unicode/utf8"

	"golang.org/x/term"
)

// A progress is one line that says what is being done, for a person who waits
// at a terminal. Anywhere else it says nothing.
type progress struct {
	w     io.Writer // nil where nobody waits
	shown int       // how many columns the line fills now
}

func newProgress(stderr io.Writer) *progress {
	if f, ok := stderr.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		return &progress{w: stderr}
	}
	return &progress{}
}

// step replaces the line.
func (p *progress) step(format string, args ...any) {
	if p.w == nil {
		return
	}
	line := fmt.Sprintf(format, args...)
	width := utf8.RuneCountInString(line)
	fmt.Fprintf(p.w, "\r%s%s", line, strings.Repeat(" ", max(p.shown-width, 0)))
	p.shown = max(p.shown, width)
}

// clear takes the line away, so that what is printed next stands alone.
func (p *progress) clear() {
	if p.w != nil && p.shown > 0 {
		fmt.Fprintf(p.w, "\r%s\r", strings.Repeat(" ", p.shown))
		p.shown = 0
	}
}

package settings

import (
	"fmt"
	"strings"
)

const curlyQuotes = "\u201c\u201d\u201e\u2018\u2019"

// curly is where a line has a curly quote in place of a straight one; -1 where
// it has none.
func curly(line string) int {
	open, from := byte(0), 0
	for i := 0; i < len(line); i++ {
		switch c := line[i]; {
		case open == '"' && c == '\\':
			i++
		case open != 0 && c == open:
			open = 0
		case open != 0:
		case c == '"' || c == '\'':
			open, from = c, i
		case c == '#':
			return -1
		case strings.IndexAny(line[i:], curlyQuotes) == 0:
			return i
		}
	}
	if at := strings.IndexAny(line[from:], curlyQuotes); open != 0 && at >= 0 {
		return from + at
	}
	return -1
}

// curlyWords say what to do about the curly quotes of a line, and on how many
// lines of the file there are more.
func curlyWords(line string, column int, data []byte) told {
	found := []rune(line[column:])[0]
	single := `"`
	if strings.ContainsAny(line, "\u201c\u201d\u201e\"") {
		single = "'" // an apostrophe
	}
	straight := strings.NewReplacer("\u201c", `"`, "\u201d", `"`, "\u201e", `"`, "\u2018", single, "\u2019", single).Replace(line[column:])
	more := -1
	for other := range strings.Lines(string(data)) {
		if curly(strings.TrimRight(other, "\r\n")) >= 0 {
			more++
		}
	}
	right := strings.TrimSpace(line[:column] + straight)
	if clip(right) != right {
		right = clip(straight)
	}
	hint := "type the quotes again in Notepad: " + right
	if more > 0 {
		hint += fmt.Sprintf("; more lines with curly quotes: %d", more)
	}
	return told{fmt.Sprintf("%c is a curly quote, as Word makes them, and settings have straight ones", found), hint}
}

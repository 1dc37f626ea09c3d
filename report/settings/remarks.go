package settings

import (
	"regexp"
	"slices"
	"strings"
)

// withRemarks gives text with the remarks of old, the text that it replaces:
// each before the line that it stood before, or behind the line that it stood
// behind. Remarks on lines that are gone stand at the end.
func withRemarks(text, old string) string {
	now := linesOf(text)
	known := map[string]bool{} // the remarks of text itself
	for _, l := range now {
		for _, remark := range l.remarks() {
			known[remark] = true
		}
	}
	var gone []string
	used := make([]bool, len(now))
	for _, was := range linesOf(old) {
		was.above = slices.DeleteFunc(was.above, func(remark string) bool { return remark == "" || known[remark] })
		if len(was.remarks()) == 0 {
			continue
		}
		at := find(now, used, was)
		if at < 0 {
			gone = append(gone, was.remarks()...)
			continue
		}
		used[at] = true
		now[at].above = append(now[at].above, was.above...)
		now[at].behind = was.behind
	}
	var b strings.Builder
	for _, l := range now {
		b.WriteString(l.String())
	}
	for _, remark := range gone {
		b.WriteString(remark + "\n")
	}
	return b.String()
}

// settingLine is a line that says something, with the remarks about it.
type settingLine struct {
	above  []string // remarks on lines of their own before it, and blanks between those
	blanks string   // before those
	said   string   // without its remark
	behind string   // its remark
	key    string   // what it says, however it is spaced and wherever it stands
	next   string   // the key of the line after it
}

func (l settingLine) remarks() []string {
	all := slices.Clone(l.above)
	if l.behind != "" {
		all = append(all, l.behind)
	}
	return all
}

func (l settingLine) String() string {
	above := ""
	for _, remark := range l.above {
		above += remark + "\n"
	}
	if l.behind != "" {
		return l.blanks + above + l.said + " " + l.behind + "\n"
	}
	if l.said == "" {
		return l.blanks + above
	}
	return l.blanks + above + l.said + "\n"
}

// linesOf are the lines of text that say something. Remarks after the last of
// them belong to a line that says nothing.
func linesOf(text string) []settingLine {
	var all []settingLine
	var now settingLine
	for line := range strings.Lines(text) {
		said, remark := cutRemark(strings.TrimRight(line, "\r\n"))
		switch {
		case said == "" && remark == "" && len(now.above) == 0:
			now.blanks += "\n"
		case said == "" && remark == "":
			now.above = append(now.above, "")
		case said == "" && remark != "":
			now.above = append(now.above, strings.TrimRight(line, " \t\r\n"))
		case said != "":
			now.said, now.behind, now.key = said, remark, keyOf(said)
			all = append(all, now)
			now = settingLine{}
		}
	}
	if len(now.above) > 0 {
		all = append(all, now)
	}
	for i := range all[:max(len(all)-1, 0)] {
		all[i].next = all[i+1].key
	}
	return all
}

// cutRemark parts a line from the remark at its end, if it has one. A # within
// quotes begins none.
func cutRemark(line string) (said, remark string) {
	var quote byte
	for i := 0; i < len(line); i++ {
		switch c := line[i]; {
		case quote == '"' && c == '\\':
			i++
		case quote != 0 && c == quote:
			quote = 0
		case quote == 0 && (c == '"' || c == '\''):
			quote = c
		case quote == 0 && c == '#':
			return strings.TrimRight(line[:i], " \t"), line[i:]
		}
	}
	return strings.TrimRight(line, " \t"), ""
}

// place is where a column stood, which moves.
var place = regexp.MustCompile(`\bat = "[^"]*",? ?`)

func keyOf(said string) string {
	return strings.Join(strings.Fields(place.ReplaceAllString(strings.TrimSuffix(said, ","), "")), " ")
}

// find is where a line stands now that no other has been found at: one with the
// same line after it, since many begin alike, or else the first that says the
// same; -1 for none.
func find(now []settingLine, used []bool, was settingLine) int {
	if was.key == "" {
		return -1
	}
	both, one := -1, -1
	for i, l := range slices.Backward(now) {
		if used[i] || l.key != was.key {
			continue
		}
		if one = i; l.next == was.next {
			both = i
		}
	}
	if both >= 0 {
		return both
	}
	return one
}

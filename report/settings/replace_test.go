package settings

import (
	"strings"
	"testing"
)

func TestReplaceKeepsAllElse(t *testing.T) {
	const file = `# whose menu
title = "Menu"

[cook]
name = "Ann" # since May

[[table.dish]]
name = "soup"
list = [
  { a = 1 },
]
# a remark on dishes
[table.window]
x = 1

# of the day
[[dish]]
name = "cod"
`
	const text = "[table]\nnew = 1\n"
	want := strings.Replace(file, file[strings.Index(file, "[[table"):strings.Index(file, "\n# of the day")], text+"# a remark on dishes\n", 1)
	got := string(Replace([]byte(file), "table", text))
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if again := string(Replace([]byte(got), "table", text)); again != got {
		t.Errorf("a second time\n%s", again)
	}
}

// Other tables may stand between those of the one that is replaced.
func TestReplaceGathers(t *testing.T) {
	got := string(Replace([]byte("[table.a]\nx = 1\n[cook]\nage = 1\n[table.b]\ny = 1\n[dish]\n"), "table", "[table]\n"))
	if want := "[table]\n[cook]\nage = 1\n[dish]\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestReplaceAddsWhatIsNotThere(t *testing.T) {
	for file, want := range map[string]string{
		"":                    "[table]\n",
		"title = \"x\"":       "title = \"x\"\n\n[table]\n",
		"[cook]\nage = 1\n\n": "[cook]\nage = 1\n\n[table]\n",
	} {
		if got := string(Replace([]byte(file), "table", "[table]\n")); got != want {
			t.Errorf("%q becomes %q, want %q", file, got, want)
		}
	}
}

package report

import "testing"

func TestShorten(t *testing.T) {
	for _, c := range []struct {
		text, want string
		most, had  int
	}{
		{"", "", 3, 0}, {"abc", "abc", 3, 0}, {"ŵŵŵ", "ŵŵŵ", 3, 0}, {"abcd", "ab…", 3, 4}, {"ŵŵŵŵŵ", "ŵŵ…", 3, 5},
	} {
		if got, had := Shorten(c.text, c.most); got != c.want || had != c.had {
			t.Errorf("%q within %d: %q, which had %d letters; want %q and %d", c.text, c.most, got, had, c.want, c.had)
		}
	}
}

func TestWhen(t *testing.T) {
	for written, want := range map[string]string{"2022-09": "in September 2022", "2020-04-21": "on 21 April 2020", "2022/23": "in 2022/23"} {
		p, err := ParsePeriod(written)
		if err != nil || p.When() != want {
			t.Errorf("%s: %q, %v, want %q", written, p.When(), err, want)
		}
	}
}

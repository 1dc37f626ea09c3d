package printable

import "testing"

func TestUTF8(t *testing.T) {
	for name, data := range map[string]string{
		"UTF-8":                  "é = 1\n",
		"UTF-8 with a mark":      "\xef\xbb\xbfé = 1\n",
		"UTF-16, little end":     "\xff\xfe\xe9\x00 \x00=\x00 \x001\x00\n\x00",
		"UTF-16, big end":        "\xfe\xff\x00\xe9\x00 \x00=\x00 \x001\x00\n",
		"UTF-16 with half a one": "\xff\xfe\xe9\x00 \x00=\x00 \x001\x00\n\x00x",
	} {
		if got := string(UTF8([]byte(data))); got != "é = 1\n" {
			t.Errorf("%s: %q", name, got)
		}
	}
	if got := string(UTF8([]byte("\xff\xfe\x3d\xd8\x00\xde"))); got != "😀" {
		t.Errorf("a pair of surrogates: %q", got)
	}
}

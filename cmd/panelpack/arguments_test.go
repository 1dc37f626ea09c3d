package main

import (
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestArrange(t *testing.T) {
	workbook := filepath.Join(t.TempDir(), "q2.xlsx")
	if err := os.WriteFile(workbook, nil, 0o666); err != nil {
		t.Fatal(err)
	}
	tests := []struct{ given, want string }{
		{"", ""},
		{"build q2.xlsx", "build -- q2.xlsx"},
		{"build q2.xlsx --final", "build --final -- q2.xlsx"},
		{"build --out pack.pdf q2.xlsx --final", "build --out pack.pdf --final -- q2.xlsx"},
		{"build q2.xlsx --out=pack.pdf", "build --out=pack.pdf -- q2.xlsx"},
		{"build q2.xlsx -o pack.pdf", "build -o pack.pdf -- q2.xlsx"},
		{"build q2.xlsx --out --final", "build --out --final -- q2.xlsx"}, // the value of --out is what follows it
		{"build -- --final", "build -- --final"},
		{"trace q2.xlsx DM02 --json", "trace --json -- q2.xlsx DM02"},
		{"check -", "check -- -"},
		{workbook, "build -- " + workbook},
		{"nosuch.xlsx", "-- nosuch.xlsx"},
		{"--version", "--version"},
		{"-h", "-h"},
	}
	app := newApp(nil, io.Discard, io.Discard)
	for _, tt := range tests {
		got, err := arrange(app, strings.Fields(tt.given))
		if err != nil || strings.Join(got, " ") != tt.want {
			t.Errorf("%q is arranged as %q, %v; want %q", tt.given, got, err, tt.want)
		}
	}
}

func TestArrangeRefuses(t *testing.T) {
	tests := []struct{ given, want string }{
		{"build q2.xlsx --fnial", `"--fnial" is not known to panelpack build`},
		{"build q2.xlsx --out", `"--out" needs a value after it`},
		{"build q2.xlsx --final=yes", `"--final=yes" takes no value`},
		{"--final build q2.xlsx", `"--final" stands before any command`},
	}
	app := newApp(nil, io.Discard, io.Discard)
	for _, tt := range tests {
		if got, err := arrange(app, strings.Fields(tt.given)); err == nil || err.Error() != tt.want {
			t.Errorf("%q gives %q, %v; want the error %q", tt.given, got, err, tt.want)
		}
	}
}

// TestFlagsOnEitherSide holds for every way to mix flags among arguments: the
// library gets the same command line.
func TestFlagsOnEitherSide(t *testing.T) {
	app := newApp(nil, io.Discard, io.Discard)
	flags := [][]string{{"--json"}, {"--period", "2022-09"}, {"--date=2022-11-03"}}
	want := []string{"trace", "--json", "--period", "2022-09", "--date=2022-11-03", "--", "q2.xlsx", "DM02"}
	random := rand.New(rand.NewPCG(1, 1))
	for range 200 {
		mixed := slices.Clone(flags)
		from := 0
		for _, arg := range []string{"q2.xlsx", "DM02"} {
			place := from + random.IntN(len(mixed)-from+1)
			mixed = slices.Insert(mixed, place, []string{arg})
			from = place + 1
		}
		given := append([]string{"trace"}, slices.Concat(mixed...)...)
		if got, err := arrange(app, given); err != nil || !slices.Equal(got, want) {
			t.Fatalf("%q is arranged as %q, %v; want %q", given, got, err, want)
		}
	}
}

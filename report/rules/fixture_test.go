package rules

import (
	"os"
	"strconv"
	"strings"
	"testing"

	"panelpack/report"
)

// defaultBook is the rulebook that the program carries.
func defaultBook(t testing.TB) *Rulebook {
	t.Helper()
	return bookWith(t)
}

// bookWith is the default rulebook with lines replaced: each change is an old
// text and a new one.
func bookWith(t testing.TB, changes ...string) *Rulebook {
	t.Helper()
	book, found := Load("rulebook.toml", rulebookText(t, changes...))
	if book == nil {
		t.Fatalf("rulebook: %v", found)
	}
	return book
}

func rulebookText(t testing.TB, changes ...string) []byte {
	t.Helper()
	data, err := os.ReadFile("../../templates/rulebook.toml")
	if err != nil {
		t.Fatal(err)
	}
	text := string(data)
	for i := 0; i < len(changes); i += 2 {
		if !strings.Contains(text, changes[i]) {
			t.Fatalf("rulebook has no %q", changes[i])
		}
		text = strings.Replace(text, changes[i], changes[i+1], 1)
	}
	return []byte(text)
}

// read makes a submission of text such as
//
//	DM02 Referrals
//	  unit: count, lower, in month
//	  actual: 2022-07 301 322 377
//	  target: 2022-07 240 230 230
//
// A blank figure is ".", and the marks n/a, c and z are as in a workbook. One
// target alone serves for every period.
func read(t testing.TB, text string) *report.Submission {
	t.Helper()
	sub := &report.Submission{Source: report.Source{File: "book.xlsx"}}
	var s *report.Series
	for _, line := range strings.Split(text, "\n") {
		key, value, isSetting := strings.Cut(strings.TrimSpace(line), ": ")
		switch {
		case strings.TrimSpace(line) == "":
		case !strings.HasPrefix(strings.TrimLeft(line, "\t"), "  ") || !isSetting:
			ref, name, _ := strings.Cut(strings.TrimSpace(line), " ")
			sub.Series = append(sub.Series, report.Series{Metric: report.Metric{Ref: ref, Name: name, Polarity: report.LowerIsBetter}})
			s = &sub.Series[len(sub.Series)-1]
		default:
			set(t, s, key, value)
		}
	}
	return sub
}

func set(t testing.TB, s *report.Series, key, value string) {
	t.Helper()
	fields := strings.Fields(value)
	switch key {
	case "unit":
		for _, word := range strings.Split(value, ", ") {
			describe(t, &s.Metric, word)
		}
	case "actual":
		for i, f := range fields[1:] {
			s.Observations = append(s.Observations, report.Observation{Period: period(t, fields[0]).Add(i), Actual: figure(t, f, &s.Metric)})
		}
	case "target":
		setTargets(t, s, fields)
	case "final":
		s.FinalTarget = target(t, value, &s.Metric)
	case "snapshot":
		s.Snapshots = append(s.Snapshots, report.Snapshot{
			AsAt: period(t, fields[0]).Start(), Value: figure(t, fields[1], &s.Metric),
			BaseAsAt: period(t, fields[2]).Start(), Base: figure(t, fields[3], &s.Metric),
		})
	case "forecast":
		s.Forecasts = append(s.Forecasts, report.Forecast{
			Period: period(t, fields[0]), Value: figure(t, fields[1], &s.Metric), Basis: strings.Join(fields[2:], " "),
		})
	default:
		t.Fatalf("fixture: %q is no setting", key)
	}
}

func describe(t testing.TB, m *report.Metric, word string) {
	t.Helper()
	switch word {
	case "count", "in month":
	case "percent":
		m.Unit.Kind = report.Percent
	case "average":
		m.Unit.Kind = report.Average
	case "one place":
		m.Places = 1
	case "higher":
		m.Polarity = report.HigherIsBetter
	case "lower":
		m.Polarity = report.LowerIsBetter
	case "near plan":
		m.Polarity = report.NearPlan
	case "context":
		m.Polarity = report.Context
	case "no polarity":
		m.Polarity = report.PolarityUnknown
	case "month end":
		m.Basis = report.AtPeriodEnd
	case "rolling":
		m.Basis = report.Rolling12
	default:
		t.Fatalf("fixture: %q says nothing of a metric", word)
	}
}

func setTargets(t testing.TB, s *report.Series, fields []string) {
	t.Helper()
	if len(fields) == 1 {
		for i := range s.Observations {
			s.Observations[i].Target = target(t, fields[0], &s.Metric)
		}
		return
	}
	start := period(t, fields[0])
	for i, f := range fields[1:] {
		p := start.Add(i)
		for len(s.Observations) == 0 || s.Observations[len(s.Observations)-1].Period.Compare(p) < 0 {
			s.Observations = append(s.Observations, report.Observation{Period: p})
		}
		for k := range s.Observations {
			if s.Observations[k].Period == p && f != "." {
				s.Observations[k].Target = target(t, f, &s.Metric)
			}
		}
	}
}

func period(t testing.TB, s string) report.Period {
	t.Helper()
	p, err := report.ParsePeriod(s)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func figure(t testing.TB, s string, m *report.Metric) report.Value {
	t.Helper()
	switch s {
	case ".":
		return report.Value{}
	case "n/a":
		return report.Missing(report.NotAvailable)
	case "c":
		return report.Missing(report.Suppressed)
	}
	f, err := strconv.ParseFloat(s, 64)
	if err != nil {
		t.Fatal(err)
	}
	return report.Round(f, m.Places)
}

func target(t testing.TB, s string, m *report.Metric) report.Target {
	t.Helper()
	for _, sense := range []struct {
		sign  string
		sense report.Sense
	}{{">=", report.AtLeast}, {"<=", report.AtMost}, {">", report.MoreThan}, {"<", report.LessThan}} {
		if rest, ok := strings.CutPrefix(s, sense.sign); ok {
			return report.Target{Sense: sense.sense, Value: figure(t, rest, m)}
		}
	}
	if low, high, ok := strings.Cut(s, "-"); ok && low != "" {
		return report.Target{Sense: report.Within, Value: figure(t, low, m), Upper: figure(t, high, m)}
	}
	return report.Target{Value: figure(t, s, m)}
}

// assessOne judges the only metric of text.
func assessOne(t testing.TB, book *Rulebook, text string) *report.Assessment {
	t.Helper()
	a := Assess(read(t, text), book, Options{})
	if len(a.Metrics) != 1 {
		t.Fatalf("%d metrics, want 1", len(a.Metrics))
	}
	return &a.Metrics[0]
}

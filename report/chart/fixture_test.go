package chart

import (
	"strconv"
	"strings"
	"testing"

	"panelpack/report"
)

// assessment reads a series from lines such as
//
//	unit percent
//	from 2020-09
//	actual 70 69 - 68
//	target >50*4
//	zone 1 4 50 -
//	red 3 4
//	step 1
//	final >60
//	forecast 2021-01 72
//	snapshot 2021-01-03 71
//	event 2020-11 Ofsted: inadequate
//	limits 1 4 65 75
//	benchmark 2021/22 23 England
//
// Figures stand one for each period, "-" where there is none and *n where one
// holds n times; red, zone and limits count observations from 1, and a zone's
// "-" is an open end. The reporting period is the last.
func assessment(t testing.TB, lines string) *report.Assessment {
	t.Helper()
	a := &report.Assessment{Chart: report.ChartWords{Title: "Title", Alt: "Alt"}}
	kinds := map[string]report.UnitKind{"count": report.Count, "percent": report.Percent,
		"average": report.Average, "pounds": report.Pounds}
	for line := range strings.Lines(lines) {
		word, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
		fields := strings.Fields(rest)
		switch word {
		case "unit":
			a.Metric.Unit.Kind = kinds[rest]
		case "from":
			a.Observations = []report.Observation{{Period: period(t, rest)}}
		case "actual":
			for i, v := range repeated(t, fields) {
				observation(a, i).Actual = value(t, v)
				a.Metric.Places = max(a.Metric.Places, value(t, v).Places())
			}
		case "target":
			for i, v := range repeated(t, fields) {
				observation(a, i).Target = target(t, v)
			}
		case "red":
			a.History = make([]report.Rating, len(a.Observations))
			for _, n := range fields {
				a.History[number(t, n)-1] = report.Red
			}
		case "zone":
			if a.Zones == nil {
				a.Zones = make([]report.Zone, len(a.Observations))
			}
			for i := number(t, fields[0]); i <= number(t, fields[1]); i++ {
				a.Zones[i-1] = report.Zone{Low: value(t, fields[2]), High: value(t, fields[3])}
			}
		case "step":
			a.Step = number(t, rest)
		case "final":
			a.FinalTarget = target(t, rest)
		case "forecast":
			a.Forecasts = append(a.Forecasts, report.Forecast{Period: period(t, fields[0]), Value: value(t, fields[1])})
		case "snapshot":
			a.Snapshots = append(a.Snapshots, report.Snapshot{AsAt: period(t, fields[0]).Start(), Value: value(t, fields[1])})
		case "event":
			a.Events = append(a.Events, report.Event{Period: period(t, fields[0]), Label: strings.Join(fields[1:], " ")})
		case "limits":
			lower, upper := value(t, fields[2]).Float(), value(t, fields[3]).Float()
			a.Signal.Limits = append(a.Signal.Limits, report.Limits{From: number(t, fields[0]) - 1,
				To: number(t, fields[1]) - 1, Mean: (lower + upper) / 2, Lower: lower, Upper: upper,
				Least: report.Round(lower, 0), Most: report.Round(upper, 0)})
		case "benchmark":
			a.Benchmarks = append(a.Benchmarks, report.Benchmark{Period: period(t, fields[0]),
				Value: value(t, fields[1]), Name: strings.Join(fields[2:], " ")})
		case "":
		default:
			t.Fatalf("fixture: %q is no line of a series", line)
		}
	}
	if n := len(a.Observations); n > 0 {
		a.Now = a.Observations[n-1]
	}
	return a
}

// observation is that of index i, made with those before it where there is
// none yet.
func observation(a *report.Assessment, i int) *report.Observation {
	for len(a.Observations) <= i {
		a.Observations = append(a.Observations,
			report.Observation{Period: a.Observations[len(a.Observations)-1].Period.Add(1)})
	}
	return &a.Observations[i]
}

func repeated(t testing.TB, fields []string) []string {
	t.Helper()
	var all []string
	for _, f := range fields {
		f, times, found := strings.Cut(f, "*")
		n := 1
		if found {
			n = number(t, times)
		}
		for range n {
			all = append(all, f)
		}
	}
	return all
}

func target(t testing.TB, s string) report.Target {
	t.Helper()
	senses := map[byte]report.Sense{'>': report.MoreThan, '<': report.LessThan}
	if sense, ok := senses[s[0]]; ok {
		return report.Target{Sense: sense, Value: value(t, s[1:])}
	}
	if lower, upper, ok := strings.Cut(s, ".."); ok {
		return report.Target{Sense: report.Within, Value: value(t, lower), Upper: value(t, upper)}
	}
	return report.Target{Value: value(t, s)}
}

func value(t testing.TB, s string) report.Value {
	t.Helper()
	if s == "-" {
		return report.Value{}
	}
	_, fraction, _ := strings.Cut(s, ".")
	return report.Number(int64(number(t, strings.Replace(s, ".", "", 1))), len(fraction))
}

func number(t testing.TB, s string) int {
	t.Helper()
	n, err := strconv.Atoi(s)
	if err != nil {
		t.Fatalf("fixture: %v", err)
	}
	return n
}

func period(t testing.TB, s string) report.Period {
	t.Helper()
	p, err := report.ParsePeriod(s)
	if err != nil {
		t.Fatalf("fixture: %v", err)
	}
	return p
}

package report

import (
	"slices"
	"testing"
	"time"
)

func TestEveryRatingHasItsWords(t *testing.T) {
	var words, keys []string
	for _, r := range Ratings() {
		words, keys = append(words, r.String()), append(keys, r.Key())
	}
	if want := []string{"Red", "Amber", "Green", "Between bands", "Not rated"}; !slices.Equal(words, want) {
		t.Errorf("ratings are %q, want %q", words, want)
	}
	if want := []string{"red", "amber", "green", "between_bands", "not_rated"}; !slices.Equal(keys, want) {
		t.Errorf("keys are %q, want %q", keys, want)
	}
	var unrated Rating
	if unrated != NotRated {
		t.Error("a rating that nobody gave is not Not rated")
	}
}

// TestCountsAddUp holds whatever is counted: the counts of all ratings add up
// to the number of metrics.
func TestCountsAddUp(t *testing.T) {
	var c Counts
	for i := range 38 {
		c.Add(Ratings()[i*i%len(Ratings())])
	}
	sum := 0
	for _, r := range Ratings() {
		sum += c[r]
	}
	if c.Total() != 38 || sum != 38 {
		t.Errorf("38 metrics counted as %d, and %d over the ratings", c.Total(), sum)
	}
}

func TestAssessedByRefAndCategory(t *testing.T) {
	metric := func(ref, category string) Assessment {
		return Assessment{Series: Series{Metric: Metric{Ref: ref}}, Classification: Classification{Category: category}}
	}
	a := Assessed{Metrics: []Assessment{metric("A1", "demand"), metric("B1", "service"), metric("A2", "demand")}}
	if got := a.Find("B1"); got != &a.Metrics[1] {
		t.Errorf("B1 is %v", got)
	}
	if got := a.Find("b1"); got != nil {
		t.Errorf("b1 is %v, want nil", got)
	}
	if in := a.In("demand"); len(in) != 2 || in[0] != &a.Metrics[0] || in[1] != &a.Metrics[2] {
		t.Errorf("in demand: %v", in)
	}
}

func TestSeriesAtPeriod(t *testing.T) {
	september := MonthOf(2022, time.September)
	s := Series{Observations: []Observation{{Period: september, Actual: Number(377, 0)}}}
	if o, ok := s.At(september); !ok || o.Actual != Number(377, 0) {
		t.Errorf("September is %v, %v", o, ok)
	}
	if o, ok := s.At(september.Add(1)); ok || o.Actual.Known() || o.Period != september.Add(1) {
		t.Errorf("October is %v, %v, want no observation of October", o, ok)
	}
}

func TestSignalNow(t *testing.T) {
	if now := (Signal{}).SpecialNow(); now != NoJudgement {
		t.Errorf("no points give %q", now)
	}
	if now := (Signal{Special: []Judgement{Better, NoJudgement, Worse}}).SpecialNow(); now != Worse {
		t.Errorf("the latest point is %q, want worse", now)
	}
}

func TestEventConcerns(t *testing.T) {
	everyone, one := Event{}, Event{Metrics: []string{"ES18"}}
	if !everyone.Concerns("DM01") || !one.Concerns("ES18") || one.Concerns("ES1") {
		t.Error("an event concerns the metrics it names, and all when it names none")
	}
}

func TestShortName(t *testing.T) {
	m := Metric{Name: "Referrals to children's social care"}
	if m.Short() != m.Name {
		t.Errorf("without a short name: %q", m.Short())
	}
	m.ShortName = "Referrals"
	if m.Short() != "Referrals" {
		t.Errorf("with a short name: %q", m.Short())
	}
}

func TestText(t *testing.T) {
	rich := Rich("**63.9% above** the target; **red** for 3 months")
	want := Text{{Text: "63.9% above", Bold: true}, {Text: " the target; "}, {Text: "red", Bold: true}, {Text: " for 3 months"}}
	if !slices.Equal(rich, want) {
		t.Errorf("Rich gave %+v", rich)
	}
	if rich.String() != "63.9% above the target; red for 3 months" {
		t.Errorf("without styles: %q", rich)
	}
	if got := Plain("5 ** 3"); len(got) != 1 || got[0].Text != "5 ** 3" || got[0].Bold {
		t.Errorf("Plain took marks from %+v", got)
	}
	if Plain("") != nil || Rich("") != nil {
		t.Error("no words give spans")
	}
	if link := MetricLink("DM02", "Referrals"); link.Link != "#"+MetricAnchor("DM02") || link.Text != "Referrals" {
		t.Errorf("link %+v does not lead to the metric's anchor", link)
	}
}

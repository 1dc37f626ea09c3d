package rules

import (
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"panelpack/report"
	"panelpack/report/settings"
)

// A rulebook that leaves a setting out has to keep the value that the default
// rulebook explains.
func TestSettingsLeftOutAreTheDefaults(t *testing.T) {
	data, err := os.ReadFile("../../templates/rulebook.toml")
	if err != nil {
		t.Fatal(err)
	}
	written, _, ok := settings.Read("rulebook.toml", data, unwritten)
	if !ok {
		t.Fatal("the default rulebook cannot be read")
	}
	unwritten := unwritten()
	for _, pair := range [][2]any{
		{written.Title, unwritten.Title}, {written.Rating, unwritten.Rating},
		{written.Direction, unwritten.Direction}, {written.Signal, unwritten.Signal},
		{written.Records, unwritten.Records}, {written.Facts, unwritten.Facts},
		{written.Questions, unwritten.Questions},
		{written.Commentary, unwritten.Commentary},
		{written.Publication.ClearDays, unwritten.Publication.ClearDays},
	} {
		if !reflect.DeepEqual(pair[0], pair[1]) {
			t.Errorf("written %+v, left out %+v", pair[0], pair[1])
		}
	}
}

func TestDefaultRulebookWarnsOfItsGapOnly(t *testing.T) {
	_, found := Load("rulebook.toml", rulebookText(t))
	if len(found) != 1 || found[0].Severity != report.Warning {
		t.Fatalf("findings %v, want one warning", found)
	}
	if want := "more than 10% and up to 20%"; !strings.Contains(found[0].Message, want) {
		t.Errorf("%q does not say %q", found[0].Message, want)
	}
}

func TestClosingTheGapSilencesTheWarning(t *testing.T) {
	_, found := Load("rulebook.toml", rulebookText(t, "red = { over = 20 }", "red = { over = 10 }"))
	if len(found) != 0 {
		t.Errorf("findings %v, want none", found)
	}
}

func TestTextThatIsNoRulebook(t *testing.T) {
	for text, want := range map[string]string{
		"title = \"x\nyears = 3":    "rulebook.toml:1:11: error: a text that begins with \" is open at the end of this line",
		"[rule]\nid = \"x\"":        "rulebook.toml:1:2: error: a rule needs a condition",
		"rule = 3":                  `"rule" wants a heading in double brackets, such as [[rule]]`,
		"":                          "there is no category",
		"<html><body>no</body>":     "rulebook.toml:1:1: error: ",
		"[rating]\nyardstick = 3\n": `rulebook.toml:2:13: error: "yardstick" wants text in quotes, such as "final"`,
	} {
		book, found := Load("rulebook.toml", []byte(text))
		said := false
		for _, f := range found {
			said = said || strings.Contains(f.String(), want)
		}
		if book != nil || !said {
			t.Errorf("%q: no finding %q among %v", text, want, found)
		}
	}
}

func TestEveryMistakeIsReportedAtOnce(t *testing.T) {
	data := rulebookText(t,
		`yardstick = "incremental"`, `yardstik = "incremental"`,
		`percentages = "share"`, `percentages = "shares"`,
		"minimum_base = 0", `minimum_base = "none"`,
		"amber = { to = 10 }", "amber = { over = 1, to = 10 }",
		`category = "feedback"`, `category = "feedbak"`,
		`away = "**{away}** the`, `away = "**{awayy}** the`,
		`about = "long red"`, `about = "long redd"`,
	)
	book, found := Load("rulebook.toml", data)
	if book != nil {
		t.Error("a rulebook with errors was used")
	}
	var all strings.Builder
	for _, f := range found {
		all.WriteString(f.String() + "\n  " + f.Hint + "\n")
	}
	for _, want := range []string{
		`"yardstik" is not a setting known here`, `did you mean yardstick?`,
		`"shares" is not a choice here`, `choose one of "points", "share"`,
		`"minimum_base" wants a whole number, such as 5`,
		`amber overlaps green`, `let amber begin where green ends: over = 2`,
		`"feedbak" is not the id of a category`,
		`"awayy" is not a figure that sentences know`,
		`"long redd" is not an occasion for a question`, `did you mean "long red"?`,
	} {
		if !strings.Contains(all.String(), want) {
			t.Errorf("no finding says %s", want)
		}
	}
	if t.Failed() {
		t.Log(all.String())
	}
}

func TestNumbersThatAreTooSmall(t *testing.T) {
	data := rulebookText(t,
		"minimum_base = 0", "minimum_base = -1",
		"firm_points = 20", "firm_points = 5",
		"least_beyond = 12", "least_beyond = 0",
		"percent_base = 20", "percent_base = 0",
		"long_red = 6", "long_red = 0",
		"# What is different for one metric.", "[metric.DM98]\nminimum_base = -20\n# What is different for one metric.",
	)
	_, found := Load("rulebook.toml", data)
	var errors []string
	line := 0
	for _, f := range found {
		if f.Line < line {
			t.Errorf("line %d is told after line %d", f.Line, line)
		}
		line = f.Line
		if f.Severity == report.Error {
			errors = append(errors, f.Message)
		}
	}
	want := []string{`"-1" is less than 0`, `"-20" is less than 0`, `"5" is less than 12`, `"0" is less than 1`, `"0" is less than 1`, `"0" is less than 1`}
	if !slices.Equal(errors, want) {
		t.Errorf("errors %q, want %q", errors, want)
	}
}

// The reference explains every setting that a rulebook may have.
func TestReferenceHasEverySetting(t *testing.T) {
	reference, err := os.ReadFile("../../docs/rulebook.md")
	if err != nil {
		t.Fatal(err)
	}
	setting := regexp.MustCompile(`(?m)^(?:# )?\[*([a-z_.]+)(?:\.ABC1)?(?:\]+| = )`)
	for _, m := range setting.FindAllStringSubmatch(string(rulebookText(t)), -1) {
		if named := regexp.MustCompile("[`.\\[]" + m[1] + `\b`); !named.Match(reference) {
			t.Errorf("docs/rulebook.md does not explain %s", m[1])
		}
	}
	for name := range placeholderNames {
		if !strings.Contains(string(rulebookText(t)), "{"+name+"}") {
			t.Errorf("the rulebook does not explain {%s}", name)
		}
	}
}

// Green metrics, and those that are not rated, are asked what all are where the
// rulebook says so, and their own questions where it says nothing.
func TestPromptsByRating(t *testing.T) {
	const green = "green_prompts = [\n    \"What is driving this?\",\n    \"Will it last?\",\n]\n"
	for instead, want := range map[string]string{"green_prompts = []\n": "When will it be back on track?", "": "Will it last?"} {
		book, _ := Load("rulebook.toml", rulebookText(t, green, instead))
		if book == nil {
			t.Fatal("the rulebook cannot be used")
		}
		asked := book.policy(nil).Prompts
		if got := asked[report.Green]; got[len(got)-1] != want {
			t.Errorf("green metrics are asked %q", got)
		}
		if got := asked[report.NotRated]; len(got) != 2 || got[0] != "What does it show?" {
			t.Errorf("metrics that are not rated are asked %q", got)
		}
	}
}

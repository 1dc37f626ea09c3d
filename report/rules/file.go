package rules

import "panelpack/report/settings"

// file is a rulebook as it is written, before it is understood. Its shape is
// the reference for templates/rulebook.toml, where each setting is explained.
type file struct {
	Title       string               `toml:"title"`
	Category    []categoryTable      `toml:"category"`
	Rule        []ruleTable          `toml:"rule"`
	Rating      ratingTable          `toml:"rating"`
	Bands       bandsTable           `toml:"bands"`
	Metric      map[string]exception `toml:"metric"`
	Direction   directionTable       `toml:"direction"`
	Signal      signalTable          `toml:"signal"`
	Rebaseline  []rebaselineTable    `toml:"rebaseline"`
	Records     recordsTable         `toml:"records"`
	Facts       factsTable           `toml:"facts"`
	Sentence    map[string]string    `toml:"sentence"`
	Questions   questionsTable       `toml:"questions"`
	Question    []questionTable      `toml:"question"`
	Commentary  commentaryTable      `toml:"commentary"`
	Publication publicationTable     `toml:"publication"`

	Abbreviations map[string]string `toml:"abbreviations"`
}

type categoryTable struct {
	ID    string `toml:"id"`
	Title string `toml:"title"`
}

type ruleTable struct {
	ID       string    `toml:"id"`
	Category string    `toml:"category"`
	Column   *wordTest `toml:"column"`
	Section  *wordTest `toml:"section"`
	Sheet    *wordTest `toml:"sheet"`
	Ref      *wordTest `toml:"ref"`
	Name     *wordTest `toml:"name"`
	Unit     *wordTest `toml:"unit"`
}

// wordTest is a condition on one text: any of its entries is enough.
type wordTest struct {
	Exact   []string `toml:"exact"`
	Prefix  []string `toml:"prefix"`
	Words   []string `toml:"words"`
	Pattern []string `toml:"pattern"`
}

type ratingTable struct {
	Yardstick         string `toml:"yardstick"`
	Percentages       string `toml:"percentages"`
	BetterHigher      string `toml:"better_when_higher_is_better"`
	BetterLower       string `toml:"better_when_lower_is_better"`
	ExactlyOnTheLimit string `toml:"exactly_on_the_limit"`
	MissingTarget     string `toml:"missing_target"`
	MinimumBase       int64  `toml:"minimum_base"`
}

type bandsTable struct {
	Share     *bandTable `toml:"share"`
	Points    *bandTable `toml:"points"`
	Absolute  *bandTable `toml:"absolute"`
	AbovePlan *bandTable `toml:"above_plan"`
	BelowPlan *bandTable `toml:"below_plan"`
}

type bandTable struct {
	Green *edgesTable `toml:"green"`
	Amber *edgesTable `toml:"amber"`
	Red   *edgesTable `toml:"red"`
}

// edgesTable is where one band begins and ends: From and To are in it, Over
// and Below are not.
type edgesTable struct {
	From  *float64 `toml:"from"`
	Over  *float64 `toml:"over"`
	To    *float64 `toml:"to"`
	Below *float64 `toml:"below"`
}

// exception is what is different for one metric; empty fields are not.
type exception struct {
	Category      string      `toml:"category"`
	Polarity      string      `toml:"polarity"`
	Yardstick     string      `toml:"yardstick"`
	Basis         string      `toml:"basis"`
	Green         *edgesTable `toml:"green"`
	Amber         *edgesTable `toml:"amber"`
	Red           *edgesTable `toml:"red"`
	MinimumBase   *int64      `toml:"minimum_base"`
	MissingTarget string      `toml:"missing_target"`
	Why           string      `toml:"why"`
}

type directionTable struct {
	Against      []string `toml:"against"`
	Steady       float64  `toml:"steady"`
	SteadyPoints float64  `toml:"steady_points"`
}

type signalTable struct {
	MinimumPoints int     `toml:"minimum_points"`
	FirmPoints    int     `toml:"firm_points"`
	Screen        bool    `toml:"screen"`
	SmallestMean  float64 `toml:"smallest_mean"`
}

type rebaselineTable struct {
	From    string   `toml:"from"`
	Metrics []string `toml:"metrics"`
	Why     string   `toml:"why"`
}

type recordsTable struct {
	Year          string `toml:"year"`
	LeastThisYear int    `toml:"least_this_year"`
	LeastBeyond   int    `toml:"least_beyond"`
}

type factsTable struct {
	Most        int   `toml:"most"`
	PercentBase int64 `toml:"percent_base"`
}

type questionsTable struct {
	Most    int `toml:"most"`
	LongRed int `toml:"long_red"`
}

type questionTable struct {
	About string `toml:"about"`
	Text  string `toml:"text"`
}

type commentaryTable struct {
	Prompts         []string `toml:"prompts"`
	GreenPrompts    []string `toml:"green_prompts"`
	NotRatedPrompts []string `toml:"not_rated_prompts"`
	RequiredFor     []string `toml:"required_for"`
	Required        []string `toml:"required"`
}

type publicationTable struct {
	ClearDays   int            `toml:"clear_days"`
	ClosureDays []settings.Day `toml:"closure_days"`
}

// unwritten is a rulebook in which nothing is written: the settings that one
// left out keeps. They are those of templates/rulebook.toml, but for closure
// days, which are no policy.
func unwritten() file {
	return file{
		Title: "Children's services performance pack",
		Rating: ratingTable{
			Yardstick: "incremental", Percentages: "share",
			BetterHigher: "green", BetterLower: "green",
			ExactlyOnTheLimit: "green", MissingTarget: "none",
		},
		Direction: directionTable{Against: []string{"previous", "year"}},
		Signal:    signalTable{MinimumPoints: 12, FirmPoints: 20, Screen: true, SmallestMean: 5},
		Records:   recordsTable{Year: "calendar", LeastThisYear: 6, LeastBeyond: 12},
		Facts:     factsTable{Most: 4, PercentBase: 20},
		Questions: questionsTable{Most: 12, LongRed: 6},
		Commentary: commentaryTable{
			Prompts:         []string{"What is driving this?", "What are we doing about it?", "When will it be back on track?"},
			GreenPrompts:    []string{"What is driving this?", "Will it last?"},
			NotRatedPrompts: []string{"What does it show?", "What are we doing about it?"},
			RequiredFor:     []string{"red"},
			Required:        []string{},
		},
		Publication: publicationTable{ClearDays: 5},
	}
}

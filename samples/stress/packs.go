package stress

import (
	"fmt"
	"strings"
	"time"

	"panelpack/report"
)

// All is every pack, the smallest first.
func All() []Pack {
	return []Pack{district(), missing(), red(), letters(), words(), Large(120)}
}

func months(n int) []report.Period { return periods(report.MonthOf(2026, time.March), n) }

// periods are n periods up to the last.
func periods(last report.Period, n int) []report.Period {
	all := make([]report.Period, n)
	for i := range all {
		all[i] = last.Add(i - n + 1)
	}
	return all
}

func pack(name, why string, periods []report.Period, metrics ...metric) Pack {
	return Pack{
		Name: name, Why: why, council: "Anyshire District Council", panel: "Overview and Scrutiny Committee",
		meeting: report.Date{Year: 2026, Month: time.May, Day: 28}, periods: periods, metrics: metrics,
	}
}

// district is a small council with a handful of figures a quarter.
func district() Pack {
	const homes, streets, town = "Homes", "Streets and waste", "Town hall"
	quarter, err := report.ParsePeriod("2025/26-Q4")
	if err != nil {
		panic("stress: " + err.Error())
	}
	return pack("district", "A small district with nine quarterly metrics", periods(quarter, 8),
		metric{ref: "H1", section: homes, name: "Households in temporary accommodation", unit: "Number", good: "Low", owner: "Head of Housing", from: 71, to: 96, waver: 4, target: 80,
			commentary: "More families came from private lettings that ended. Two houses are being bought."},
		metric{ref: "H2", section: homes, name: "Affordable homes completed", unit: "Number", good: "High", owner: "Head of Housing", from: 12, to: 15, waver: 5, target: 14},
		metric{ref: "H3", section: homes, name: "Repairs completed in time", unit: "%", good: "High", owner: "Head of Housing", from: 88, to: 93.5, waver: 2, target: 92},
		metric{ref: "S1", section: streets, name: "Household waste recycled or composted", unit: "%", good: "High", owner: "Head of Environment", from: 44, to: 46, waver: 3, target: 50,
			commentary: "Garden waste falls in the winter quarters every year."},
		metric{ref: "S2", section: streets, name: "Missed bins", unit: "Number", good: "Low", owner: "Head of Environment", from: 240, to: 150, waver: 20, target: 180},
		metric{ref: "S3", section: streets, name: "Reports of fly-tipping", unit: "Number", good: "For context", owner: "Head of Environment", from: 310, to: 360, waver: 40},
		metric{ref: "T1", section: town, name: "Council tax collected", unit: "%", good: "High", owner: "Head of Finance", from: 97.1, to: 97.4, waver: 0.3, target: 97.5},
		metric{ref: "T2", section: town, name: "Complaints upheld", unit: "Number", good: "Low", owner: "Monitoring Officer", from: 9, to: 8, waver: 2, target: 10},
		metric{ref: "T3", section: town, name: "Days lost to sickness for each member of staff", unit: "Number", good: "Low", owner: "Head of People", from: 2, to: 2, target: 2},
	)
}

// missing is a month in which nobody sent anything.
func missing() Pack {
	p := pack("missing", "A workbook in which every figure is missing but one", months(18))
	for i, mark := range []string{"n/a", "-", "c", "tbc", "not due", "n/a"} {
		p.metrics = append(p.metrics, metric{ref: fmt.Sprintf("M%02d", i+1), section: "Demand", name: "Contacts of kind " + string(rune('A'+i)),
			unit: "Number", good: "Low", owner: "Head of Front Door", target: 100, missing: mark})
	}
	p.metrics = append(p.metrics, metric{ref: "M07", section: "Demand", name: "Contacts of the last kind", unit: "Number", good: "Low",
		owner: "Head of Front Door", from: 90, to: 104, waver: 6, target: 100})
	return p
}

// red is a month in which everything is far from its target.
func red() Pack {
	p := pack("red", "A workbook in which every metric is red", months(24))
	for i, name := range []string{
		"Referrals to the front door", "Assessments in time", "Children with three or more moves", "Visits in time", "Vacant posts",
		"Reviews in time", "Plans open for two years", "Care leavers in touch", "Complaints answered in time", "Caseload",
	} {
		m := metric{ref: fmt.Sprintf("R%02d", i+1), section: "Service", name: name, unit: "Number", good: "Low", owner: "Head of Service",
			from: 120 + float64(10*i), to: 180 + float64(12*i), waver: 9, target: 100}
		if strings.Contains(name, "in time") || strings.Contains(name, "in touch") {
			m.unit, m.good, m.from, m.to, m.waver, m.target = "%", "High", 70, 52, 3, 95
		}
		p.metrics = append(p.metrics, m)
	}
	return p
}

// letters is a bilingual council, with characters that the typeface has and a
// few that it has not.
func letters() Pack {
	p := pack("letters", "Welsh letters, apostrophes, signs, and characters that cannot be printed", months(14),
		metric{ref: "CY01", section: "Gwasanaethau Plant", name: "Atgyfeiriadau i’r Gwasanaethau Plant – Tŷ’r Ŵyl", unit: "Number", good: "Low", owner: "Pennaeth Gwasanaeth",
			from: 88, to: 102, waver: 6, target: 90, commentary: "Mae’r nifer wedi codi oherwydd dychwelyd i’r ysgol. Rydym yn gweithio â’r ysgolion."},
		metric{ref: "CY02", section: "Gwasanaethau Plant", name: "Plant a welwyd o fewn 10 diwrnod", unit: "%", good: "High", owner: "Pennaeth Gwasanaeth",
			from: 81, to: 93, waver: 2, target: 90, commentary: "Da iawn \U0001F600! Diolch i’r tîm ❤\ufe0f."},
		metric{ref: "CY03", section: "Arian", name: "Cost a week: £4,500 or €5,200 – “out of county”", unit: "Number", good: "Low", owner: "Pennaeth Cyllid",
			from: 4100, to: 4500, waver: 90, target: 4200},
		metric{ref: "CY04", section: "Arian", name: "Prosiect 家庭 \U0001F3E0 (O’Brien & Sons’ “<pilot>”)", unit: "Number", good: "Low", owner: "Pennaeth Cyllid",
			from: 12, to: 12, waver: 1, target: 12},
	)
	p.council, p.panel = "Cyngor Sir Unrhyw", "Pwyllgor Craffu Plant a Phobl Ifanc"
	return p
}

// words is a council that writes at length.
func words() Pack {
	const long = "Percentage of children who became the subject of a child protection plan for a second or subsequent time within two years of the end of a previous plan, excluding those who moved in from another authority"
	sentence := "The increase reflects the pattern that the service described to the panel in the autumn, when schools, health visitors and the police all referred more families than in any comparable period. "
	p := pack("words", "Very long names, owners and commentary", months(26))
	p.council = "The Metropolitan Borough Council of Upper and Lower Anyshire with the Liberty of Saint Mary-le-Wold"
	p.panel = "Children, Young People, Families, Education and Lifelong Learning Overview and Scrutiny Select Committee (Northern Area)"
	for i := range 5 {
		p.metrics = append(p.metrics, metric{
			ref: fmt.Sprintf("CSC-EH-%03d", i+1), section: "Effectiveness of service delivery and compliance with statutory timescales, including early help",
			name: long[:len(long)-30*i], unit: "%", good: "Low", owner: "Interim Assistant Director for Safeguarding, Quality Assurance and Practice Improvement",
			from: 18, to: 24, waver: 3, target: 20,
			commentary: strings.Repeat(sentence, 2+4*i),
		})
	}
	p.metrics[4].name = "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstellenleiterinnenanwärterin " + "https://intranet.anyshire.example/performance/children/dashboards/2026/march/definitions"
	return p
}

// Large is a council that measures everything: n metrics, over three years.
func Large(n int) Pack {
	subjects := []string{"Contacts", "Referrals", "Assessments", "Strategy meetings", "Plans", "Visits", "Reviews", "Placements", "Care leavers", "Staff"}
	kinds := []struct {
		words, unit, good string
		from, to, target  float64
	}{
		{"%s in the month", "Number", "Low", 400, 460, 420}, {"%s completed in time", "%", "High", 84, 91, 90},
		{"%s waiting at the end of the month", "Number", "Low", 60, 48, 50}, {"%s judged good or better", "%", "High", 61, 74, 80},
	}
	p := pack("large", fmt.Sprintf("A workbook of %d metrics over three years", n), months(36))
	for i := range n {
		subject, kind := subjects[i%len(subjects)], kinds[i/len(subjects)%len(kinds)]
		name := fmt.Sprintf(kind.words, subject)
		if area := i / (len(subjects) * len(kinds)); area > 0 {
			name += fmt.Sprintf(", area %d", area)
		}
		m := metric{ref: fmt.Sprintf("L%03d", i+1), section: "Area " + fmt.Sprint(i/(len(subjects)*len(kinds))+1), name: name, unit: kind.unit, good: kind.good,
			owner: "Head of " + subject, from: kind.from, to: kind.to + float64(i%7), waver: kind.from / 30, target: kind.target}
		if i%3 == 0 {
			m.commentary = "The figure is where the plan has it, and the team looks at it every week."
		}
		p.metrics = append(p.metrics, m)
	}
	return p
}

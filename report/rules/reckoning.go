package rules

import (
	"fmt"
	"strings"

	"panelpack/report"
)

// reckoning is the way from the cell to the rating, step by step, for
// whoever asks why.
func (j *judged) reckoning() []report.Reckoning {
	var all []report.Reckoning
	add := func(label, text string) {
		if text != "" {
			all = append(all, report.Reckoning{Label: label, Text: text})
		}
	}
	u := j.Metric.Unit
	add("Figure", at(u.Format(j.Now.Actual), j.Now.ActualCell)+" for "+j.Now.Period.Words()+j.missingWords())
	if j.Now.Stored.Known() {
		add("As stored", trimZeros(j.Now.Stored.Decimal())+", rounded to "+j.Now.Actual.Decimal())
	}
	if j.Now.Base.Known() {
		add("Cases", "a percentage of "+j.Now.Base.Decimal())
	}
	add("Target", j.targetStep())
	add("Better", j.terms.polarity.String())
	add("Deviation", j.deviationStep())
	add("Band", j.bandStep())
	add("Rating", j.Rating.String()+": "+j.Reason)
	if j.terms.line > 0 {
		text := fmt.Sprintf("%s line %d", j.book.source.File, j.terms.line)
		if j.terms.why != "" {
			text += ": " + j.terms.why
		}
		add("Exception", text)
	}
	if j.RatedFor != "" {
		add("Since", j.RatedSince.Words()+" ("+j.RatedFor+")")
	}
	add("Category", j.categoryStep())
	for _, d := range j.Directions {
		add("Against "+d.Against.Words(), strings.Trim(d.Text+", "+d.Word.String(), ", "))
	}
	add("Signal", j.signal.Variation+j.signal.Why)
	add("Assurance", j.signal.Assurance)
	return all
}

// at is a figure with its cell, where it has one.
func at(figure string, cell report.Cell) string {
	if cell.IsZero() {
		return figure
	}
	return figure + " in " + cell.String()
}

func (j *judged) missingWords() string {
	if j.Now.Actual.Known() {
		return ""
	}
	return ", " + j.Now.Actual.State().String()
}

func (j *judged) targetStep() string {
	target, cell := j.verdict.target, j.Now.TargetCell
	if j.terms.yardstick == final {
		cell = j.FinalTargetCell
	}
	if !target.Known() {
		return "none"
	}
	text := j.terms.yardstick.words() + " " + at(target.Words(j.Metric.Unit), cell)
	if j.Now.TargetNote != "" && j.terms.yardstick == incremental {
		text += "; " + j.Now.TargetNote
	}
	return text
}

// deviationStep is the arithmetic: "377 − 230 = 147; 147 ÷ 230 = 63.9%".
func (j *judged) deviationStep() string {
	if !j.verdict.measured {
		return ""
	}
	u, reference := j.Metric.Unit, j.Now.Actual.Sub(j.Deviation.Points)
	difference := signed(u, j.Deviation.Points)
	text := u.Format(j.Now.Actual) + " − " + u.Format(reference) + " = " + difference
	if j.verdict.set.basis == share && j.Deviation.Percent.Known() {
		text += "; " + difference + " ÷ " + u.Format(reference) + " = " +
			report.Unit{Kind: report.Percent}.Format(j.Deviation.Percent)
	}
	return text
}

// signed is a difference with its sign: "−7 points" between percentages.
func signed(u report.Unit, difference report.Value) string {
	if difference.Sign() < 0 {
		return "−" + u.FormatSize(difference)
	}
	return u.FormatSize(difference)
}

// bandStep is the band that the distance is in, and where it stands.
func (j *judged) bandStep() string {
	v := &j.verdict
	switch {
	case !v.measured:
		return ""
	case v.band == nil && v.rating == report.BetweenBands:
		return "none: the bands say nothing of " + strings.Join(v.set.gaps(), " or of ")
	case v.rating == report.Green && !v.distance.adverse && v.distance.size > 0:
		return "Green: on the better side of the target"
	case v.band == nil:
		return ""
	case v.band.line == 0:
		return v.rating.String() + ": a target of nought, of which the rulebook has no bands"
	}
	return fmt.Sprintf("%s: %s, %s line %d", v.rating, v.band.words(v.set.basis), j.book.source.File, v.band.line)
}

func (j *judged) categoryStep() string {
	c := j.Classification
	if c.Rule == "" {
		return unplaced.Title
	}
	return fmt.Sprintf("%s, by rule %q (%s line %d): %q in its %s", j.book.titleOf(c.Category), c.Rule, j.book.source.File, j.book.lineOf(c.Rule), c.Words, c.Evidence)
}

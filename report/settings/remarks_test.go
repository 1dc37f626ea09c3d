package settings

import "testing"

// Remarks stay with what they are about, when lines come, move and go.
func TestRemarksAreKept(t *testing.T) {
	const before = `[council]
name = "Anyshire"

[workbook]
years = "financial" # asked the finance team, May 2026
metric = [
  # counted afresh since April
  { ref = "CS02", name = "Referrals" },
  { ref = "CS09", name = "Gone" }, # dropped by the panel
]

# the main sheet
[[workbook.sheet]]
name = "Scorecard"

[[workbook.sheet.table]]
headings = "3"
column = [
  { at = "C", heading = "Aim # 1", holds = "target" }, # not the final one
]

# a copy for the board
[[workbook.sheet]]
name = "Board"
read = "nothing"
`
	const text = `[workbook]
years = "financial"
metric = [
  { ref = "CS01", name = "Contacts" },
  { ref = "CS02", name = "Referrals" },
]

[[workbook.sheet]]
name = "New"

[[workbook.sheet]]
name = "Scorecard"

[[workbook.sheet.table]]
headings = "3"
column = [
  { at = "D", heading = "Aim # 1", holds = "target" },
]

[[workbook.sheet]]
name = "Board"
read = "nothing"
`
	const want = `[council]
name = "Anyshire"

[workbook]
years = "financial" # asked the finance team, May 2026
metric = [
  { ref = "CS01", name = "Contacts" },
  # counted afresh since April
  { ref = "CS02", name = "Referrals" },
]

[[workbook.sheet]]
name = "New"

# the main sheet
[[workbook.sheet]]
name = "Scorecard"

[[workbook.sheet.table]]
headings = "3"
column = [
  { at = "D", heading = "Aim # 1", holds = "target" }, # not the final one
]

# a copy for the board
[[workbook.sheet]]
name = "Board"
read = "nothing"
# dropped by the panel
`
	got := string(Replace([]byte(before), "workbook", text))
	if got != want {
		t.Errorf("became\n%s\nwant\n%s", got, want)
	}
	if again := string(Replace([]byte(got), "workbook", text)); again != got {
		t.Errorf("the second time it became\n%s", again)
	}
}

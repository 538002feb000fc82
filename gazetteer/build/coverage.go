package build

import (
	"fmt"
	"strconv"
)

// coverage adds to the report, for every state, of how many years since 1990 we
// name a head of state or government and a foreign minister, and which years are
// missing.
func (b *builder) coverage() {
	const first, last = 1990, 2026
	type years map[int]bool
	heads, ministers := map[string]years{}, map[string]years{}
	for _, r := range b.rows["offices.tsv"] {
		into := heads
		switch r[1] {
		case "president", "prime minister", "king", "queen", "emir", "sultan", "emperor", "chancellor", "supreme leader", "leader", "pope":
		case "foreign minister", "secretary of state":
			into = ministers
		default:
			continue
		}
		from, to := yearOf(r[3], first), yearOf(r[4], last)
		if into[r[2]] == nil {
			into[r[2]] = years{}
		}
		for y := max(from, first); y <= min(to, last); y++ {
			into[r[2]][y] = true
		}
	}
	for _, s := range b.rows["states.tsv"] {
		b.report = append(b.report, fmt.Sprintf("coverage: %s %s: heads %d of %d years%s, foreign ministers %d%s", s[0], s[1],
			len(heads[s[0]]), last-first+1, gaps(heads[s[0]], first, last), len(ministers[s[0]]), gaps(ministers[s[0]], first, last)))
	}
}

func yearOf(date string, other int) int {
	if len(date) < 4 {
		return other
	}
	y, err := strconv.Atoi(date[:4])
	if err != nil {
		return other
	}
	return y
}

// gaps lists the years that are missing, where some are there.
func gaps(have map[int]bool, first, last int) string {
	if len(have) == 0 || len(have) == last-first+1 {
		return ""
	}
	out := ""
	for y := first; y <= last; y++ {
		if have[y] {
			continue
		}
		end := y
		for end < last && !have[end+1] {
			end++
		}
		out += fmt.Sprintf(" %d", y)
		if end > y {
			out += fmt.Sprintf("-%d", end)
		}
		y = end
	}
	return " (without" + out + ")"
}

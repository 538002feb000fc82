package build

import (
	"fmt"
	"strconv"
	"strings"
)

// The years that the gazetteer means to cover.
const firstYear, lastYear = 1990, 2026

// members are the members of the United Nations, and those beside them that the
// news treats as states: Kosovo, Palestine, Taiwan, the Holy See.
const members = "AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GM GN GQ GR GT GW GY HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK PL PS PT PW PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VN VU WS XK YE ZA ZM ZW"

// since are the years in which members came to be, where that was after 1990.
const since = "AM1991 AZ1991 BA1992 BY1991 CZ1993 EE1991 ER1993 FM1990 GE1991 HR1991 KG1991 KZ1991 LT1990 LV1991 MD1991 ME2006 MK1991 NA1990 PS1994 PW1994 RU1991 SI1991 SK1993 SS2011 TJ1991 TL2002 TM1991 UA1991 UZ1991 XK2008 YE1990 RS2006"

type years map[int]bool

// coverage tells for every member of how many years we name a head of state or
// government and a foreign minister, and which years are missing.
func (b *builder) coverage() []string {
	heads, ministers := b.yearsHeld()
	var list []string
	var told [3]int
	for _, code := range strings.Fields(members) {
		from := firstYear
		if _, after, ok := strings.Cut(since, code); ok {
			from, _ = strconv.Atoi(after[:4])
		}
		n := lastYear - from + 1
		h, m := countFrom(heads[code], from), countFrom(ministers[code], from)
		told[0], told[1], told[2] = told[0]+n, told[1]+h, told[2]+m
		list = append(list, fmt.Sprintf("%s %s: heads %d of %d years%s, foreign ministers %d%s", code, b.stateName(code), h, n, gaps(heads[code], from), m, gaps(ministers[code], from)))
	}
	return append([]string{
		fmt.Sprintf("Coverage from %d to %d, the states that are members of the United Nations and four more, each from its independence:", firstYear, lastYear),
		fmt.Sprintf("of %d years of a state, a head of state or government is named in %d (%.1f %%), a foreign minister in %d (%.1f %%).", told[0], told[1], percent(told[1], told[0]), told[2], percent(told[2], told[0])), "",
	}, list...)
}

func percent(n, of int) float64 { return 100 * float64(n) / float64(of) }

func countFrom(held years, from int) (n int) {
	for y := range held {
		if y >= from {
			n++
		}
	}
	return n
}

// yearsHeld tells in which years each side has a head and a foreign minister.
func (b *builder) yearsHeld() (heads, ministers map[string]years) {
	heads, ministers = map[string]years{}, map[string]years{}
	for _, r := range b.rows["offices.tsv"] {
		into := heads
		switch r[1] {
		case "president", "prime minister", "king", "queen", "emir", "sultan", "emperor", "chancellor", "supreme leader", "leader", "pope", "prince", "grand duke", "captain regent", "chief minister":
		case "foreign minister", "secretary of state":
			into = ministers
		default:
			continue
		}
		if into[r[2]] == nil {
			into[r[2]] = years{}
		}
		for y := max(yearOf(r[3], firstYear), firstYear); y <= min(yearOf(r[4], lastYear), lastYear); y++ {
			into[r[2]][y] = true
		}
	}
	return heads, ministers
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

// gaps lists the years from one on that are missing, where some are there.
func gaps(have years, from int) string {
	out := ""
	for y := from; len(have) > 0 && y <= lastYear; y++ {
		if have[y] {
			continue
		}
		end := y
		for end < lastYear && !have[end+1] {
			end++
		}
		out += fmt.Sprintf(" %d", y)
		if end > y {
			out += fmt.Sprintf("-%d", end)
		}
		y = end
	}
	if out == "" {
		return ""
	}
	return " (without" + out + ")"
}

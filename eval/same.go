package eval

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"readout"
)

// Names, places and dates agree by the same measure on both sides: titles and
// marks set aside, transliterations allowed.

var titleWords = wordSet(`president prime minister foreign secretary chancellor king queen prince princess sheikh
sultan emir ambassador envoy general gen sen senator rep mr mrs ms dr sir lord pope chairman state us u s russian
the of leader premier vice deputy crown`)

var crowdWords = wordSet(`official officials spokesman spokeswoman spokesperson spokespeople ministry department government
administration embassy office side sides delegation source sources diplomat diplomats aide aides adviser advisers
authorities leaders people analysts experts lawmakers reporters media`)

var smallWords = wordSet("a an the of in s some several senior top unnamed")

var venueWords = wordSet(`summit meeting conference talks leaders round forum session negotiations international annual
regional ministers the of in on at and for with to city center centre palace hotel building house`)

var landWords = map[string]string{"american": "us", "british": "uk", "chinese": "china", "french": "france", "america": "us", "britain": "uk"}

// sameSides are names of one side.
var sameSides = []map[string]bool{
	nameSet("us|usa|united states|america|u.s.|washington"), nameSet("russia|russian federation|moscow|kremlin"),
	nameSet("uk|united kingdom|britain|u.k.|great britain|london"), nameSet("china|prc|beijing"),
	nameSet("north korea|dprk|pyongyang"), nameSet("south korea|korea|republic of korea|seoul"),
	nameSet("eu|european union|brussels"), nameSet("un|united nations|u.n."), nameSet("iran|tehran"),
	nameSet("palestine|palestinian authority|palestinians|palestinian"), nameSet("uae|united arab emirates"),
}

func wordSet(s string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(s) {
		out[w] = true
	}
	return out
}

func nameSet(s string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Split(s, "|") {
		out[w] = true
	}
	return out
}

// plain folds a name to lower-case letters, digits, dots, spaces and hyphens.
func plain(s string) string {
	s = norm.NFKD.String(strings.ReplaceAll(s, "’", "'"))
	var b strings.Builder
	for _, r := range s {
		r = unicode.ToLower(r)
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9', r == '.', r == ' ', r == '-':
			b.WriteRune(r)
		case r < unicode.MaxASCII:
			b.WriteByte(' ')
		}
	}
	return strings.TrimSpace(b.String())
}

// tellingWords are the words of a name that tell: "U.S." is "us", "G-7" is "g7".
func tellingWords(s string, drop map[string]bool) []string {
	s = strings.NewReplacer("u.s.", "us", "u.k.", "uk", "u.n.", "un", "e.u.", "eu", "u.a.e.", "uae").Replace(plain(s))
	s = strings.NewReplacer("g-7", "g7", "g-8", "g8", "g-20", "g20", "group of seven", "g7", "group of twenty", "g20").Replace(s)
	var out []string
	for _, w := range nameWords(s) {
		if !drop[w] {
			out = append(out, w)
		}
	}
	return out
}

func nameWords(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '.' || r == '-' })
}

// SameName tells whether two names can be one party's.
func SameName(a, b string) bool {
	pa, pb := bare(a), bare(b)
	if pa == "" || pb == "" {
		return false
	}
	if pa == pb {
		return true
	}
	for _, set := range sameSides {
		if set[pa] && set[pb] {
			return true
		}
	}
	wa, wb := tellingWords(a, smallWords), tellingWords(b, smallWords)
	if anyIn(wa, crowdWords) || anyIn(wb, crowdWords) {
		return saysNoLess(wa, wb) || saysNoLess(wb, wa)
	}
	return sameSurname(nameCore(a), nameCore(b))
}

func bare(s string) string {
	s = plain(s)
	for _, article := range []string{"the ", "a ", "an "} {
		if rest, ok := strings.CutPrefix(s, article); ok {
			return rest
		}
	}
	return s
}

func nameCore(s string) []string {
	all := nameWords(plain(s))
	var kept []string
	for _, w := range all {
		if !titleWords[w] {
			kept = append(kept, w)
		}
	}
	if kept == nil {
		return all
	}
	return kept
}

func sameSurname(a, b []string) bool {
	if len(a) == 0 || len(b) == 0 {
		return false
	}
	if min(len(a), len(b)) == 1 && has(a, "north", "south") != has(b, "north", "south") {
		return false
	}
	if alike(a[len(a)-1], b[len(b)-1]) && (len(a) == 1 || len(b) == 1 || a[0][0] == b[0][0]) {
		return true
	}
	short, long := a, b
	if len(a) > len(b) {
		short, long = b, a
	}
	if len(short) == 1 && short[0] == long[0] {
		return true
	}
	telling := false
	for _, w := range short {
		if !has(long, w) {
			return false
		}
		telling = telling || len(w) > 3
	}
	return telling && len(long)-len(short) <= 4
}

func has(ws []string, any ...string) bool {
	for _, w := range ws {
		for _, a := range any {
			if w == a {
				return true
			}
		}
	}
	return false
}

func anyIn(ws []string, set map[string]bool) bool {
	for _, w := range ws {
		if set[w] {
			return true
		}
	}
	return false
}

// saysNoLess tells whether every word of a short description stands in the long one.
func saysNoLess(long, short []string) bool {
	if len(short) == 0 || len(long)-len(short) > 4 {
		return false
	}
	for _, w := range short {
		found := false
		for _, x := range long {
			found = found || w == x || land(w) == land(x) || min(len(w), len(x)) >= 4 && w[:4] == x[:4]
		}
		if !found {
			return false
		}
	}
	return true
}

func land(w string) string {
	if l, ok := landWords[w]; ok {
		return l
	}
	return w
}

// alike allows for transliteration: "Zelensky", "Zelenskyy".
func alike(a, b string) bool {
	if a == b {
		return true
	}
	return min(len(a), len(b)) >= 5 && a[0] == b[0] && 2*float64(common(a, b))/float64(len(a)+len(b)) >= 0.85
}

// common is the length of the longest common subsequence of two short words.
func common(a, b string) int {
	row := make([]int, len(b)+1)
	for i := range a {
		diagonal := 0
		for j := range b {
			up := row[j+1]
			if a[i] == b[j] {
				row[j+1] = diagonal + 1
			} else {
				row[j+1] = max(up, row[j])
			}
			diagonal = up
		}
	}
	return row[len(b)]
}

// sameDate: compatible, and no vaguer than a week or than gold is.
func sameDate(gold, got string) bool {
	if gold == "" {
		return true
	}
	g, p := readout.Date(gold), readout.Date(got)
	if !g.Overlaps(p) {
		return false
	}
	from, to, _ := g.Days()
	from2, to2, _ := p.Days()
	return int(to2-from2)-1 <= max(6, int(to-from)-1)
}

// samePlace: a word within the country is shared; the country where gold has no more.
func samePlace(gold, got string) bool {
	parts := strings.Split(gold, ",")
	inner := parts[:len(parts)-1]
	if len(strings.TrimSpace(strings.Join(inner, ""))) == 0 {
		inner = []string{gold}
	}
	wp := tellingWords(got, venueWords)
	if len(wp) > 12 {
		return false
	}
	for _, x := range inner {
		for _, w := range tellingWords(x, venueWords) {
			if len(w) > 2 && has(wp, w) {
				return true
			}
		}
	}
	return plain(gold) == plain(got)
}

// sameGathering: a word beside "summit", "talks" and the like is shared.
func sameGathering(gold, got string) bool {
	wg, wp := tellingWords(gold, venueWords), tellingWords(got, venueWords)
	if len(wp) <= 12 {
		for _, w := range wg {
			if has(wp, w) {
				return true
			}
		}
	}
	return len(wg) == 0 && plain(gold) == plain(got)
}

// sameTopic: a word of four letters or more is shared.
func sameTopic(a, b string) bool {
	wa, wb := topicWords(a), topicWords(b)
	if max(len(wa), len(wb)) > 12 {
		return false
	}
	for _, w := range wa {
		if has(wb, w) {
			return true
		}
	}
	return plain(a) == plain(b)
}

func topicWords(s string) []string {
	var out []string
	for _, w := range nameWords(plain(s)) {
		if len(w) > 3 {
			out = append(out, w)
		}
	}
	return out
}

package resolve

import (
	"sort"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// fold makes a key of words: lower case, no accents, one space between words, no
// punctuation; hyphens and apostrophes join ("Jong-un" is "jongun").
func fold(s string) string {
	var b strings.Builder
	gap := false
	for _, r := range decomposed(s) {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if gap && b.Len() > 0 {
				b.WriteByte(' ')
			}
			gap = false
			b.WriteString(plainLetter(unicode.ToLower(r)))
		case r == '-' || r == '\'' || r == '’' || r == 'ʼ' || r == '‑' || unicode.Is(unicode.Mn, r):
		case r == '.' && !gap:
			// "U.S." is "us", "Joseph R. Biden" has its own space
		default:
			gap = true
		}
	}
	return b.String()
}

func decomposed(s string) string {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return norm.NFD.String(s)
		}
	}
	return s
}

// plainLetter writes the letters that do not decompose.
func plainLetter(r rune) string {
	switch r {
	case 'ł':
		return "l"
	case 'ø':
		return "o"
	case 'đ', 'ð':
		return "d"
	case 'ı':
		return "i"
	case 'ß':
		return "ss"
	case 'æ':
		return "ae"
	case 'œ':
		return "oe"
	case 'þ':
		return "th"
	}
	return string(r)
}

// empty words say nothing of a topic or a place.
func emptyWord(w string) bool {
	switch w {
	case "a", "an", "the", "of", "in", "on", "at", "to", "for", "and", "or", "with", "by", "from", "between", "over", "about",
		"its", "his", "her", "their", "s", "other", "issue", "issues", "matter", "matters", "question", "questions",
		"possible", "potential", "situation", "progress", "talks", "talk", "meeting", "summit", "relations", "relationship",
		"bilateral", "new", "support", "current", "further", "is", "as", "that", "this", "it", "including", "such", "some", "our", "own",
		"hope", "hopes", "idea", "ideas", "effort", "efforts", "opinion", "opinions", "view", "views", "conversation", "conversations",
		"discussion", "discussions", "encounter", "call", "phone", "visit", "trip", "importance", "significance", "need", "number",
		"range", "wide", "topical", "mutual", "shared", "common", "ways", "way", "continued", "ongoing", "recent", "latest",
		"opportunity", "opportunities", "challenge", "challenges", "satisfaction", "willingness", "desire", "agenda":
		return true
	}
	return false
}

// stems are the telling words of a phrase, cut to what their forms share, sorted, each once.
func stems(phrase string) []string {
	var out []string
	for _, w := range strings.Fields(fold(phrase)) {
		if !emptyWord(w) {
			out = append(out, stem(w))
		}
	}
	sort.Strings(out)
	return unique(out)
}

// stem cuts an English word's ending: "sanctions" and "sanction", "Iranian" and "Iran",
// "denuclearising" and "denuclearization" are one.
func stem(w string) string {
	for _, end := range []string{"isations", "izations", "isation", "ization", "ising", "izing", "ations", "ation", "ians", "ian", "ings", "ing", "ese", "ies", "es", "ed", "s", "y", "e", "i"} {
		if cut, ok := strings.CutSuffix(w, end); ok && len(cut) >= 4 {
			return cut
		}
	}
	return w
}

func unique(sorted []string) []string {
	out := sorted[:0]
	for i, s := range sorted {
		if i == 0 || s != sorted[i-1] {
			out = append(out, s)
		}
	}
	return out
}

// shared counts what two sorted lists have in common.
func shared(a, b []string) int {
	n := 0
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0] == b[0]:
			n++
			a, b = a[1:], b[1:]
		case a[0] < b[0]:
			a = a[1:]
		default:
			b = b[1:]
		}
	}
	return n
}

// alike tells whether two keys differ by spelling only: "jeddah" and "jiddah". One
// letter changed, added or left out for every four is a spelling.
func alike(a, b string) bool {
	if a == b {
		return true
	}
	if len(a) < 4 || len(b) < 4 || a[0] != b[0] {
		return false
	}
	allowed := min(len(a), len(b)) / 4
	if d := len(a) - len(b); d > allowed || -d > allowed {
		return false
	}
	return distance(a, b) <= allowed
}

// distance is the number of bytes to change, add or leave out; of words, so short.
func distance(a, b string) int {
	var buf [64]int
	row := append(buf[:0], make([]int, len(b)+1)...)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		diagonal := row[0]
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := diagonal
			if a[i-1] != b[j-1] {
				cost = min(diagonal, row[j], row[j-1]) + 1
			}
			diagonal, row[j] = row[j], cost
		}
	}
	return row[len(b)]
}

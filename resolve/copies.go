package resolve

import (
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"readout"
)

// Fingerprint stands for the wording of a text: hashes of runs of words, one in
// four kept, sorted. Texts that share many share sentences, in whatever order.
type Fingerprint []uint32

const (
	run       = 4  // words in a run
	oneIn     = 4  // runs kept
	leastRuns = 10 // runs that two copies share at least
	copied    = 45 // percent of the shorter text that a copy shares
	short     = 60 // runs of a text that formulas can fill: below, a copy shares more
	kept      = 15 // percent of the longer text that is left in a copy
	before    = 64 // texts with a run that a later one is compared with
)

// FingerprintOf makes the fingerprint of a text. Case and punctuation do not count.
func FingerprintOf(text string) Fingerprint {
	var window [run]uint32
	var out Fingerprint
	words, hash := 0, uint32(offset32)
	for i := 0; i <= len(text); {
		r, size := rune(' '), 1
		if i < len(text) {
			r, size = utf8.DecodeRuneInString(text[i:])
		}
		i += size
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			hash = (hash ^ uint32(unicode.ToLower(r))) * prime32
			continue
		}
		if hash == offset32 {
			continue
		}
		window[words%run] = hash
		words++
		hash = offset32
		if words >= run {
			if h := mix(&window, words); h%oneIn == 0 {
				out = append(out, h)
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

const offset32, prime32 = 2166136261, 16777619

// mix hashes the last words in their order.
func mix(window *[run]uint32, words int) uint32 {
	h := uint64(offset32)
	for k := range run {
		h = (h ^ uint64(window[(words+k)%run])) * 1099511628211
	}
	h ^= h >> 29
	h *= 0xbf58476d1ce4e5b9
	return uint32(h >> 32)
}

// CopyOf tells whether one of two texts is a copy of the other: cut, reordered or in
// part rewritten; and how many runs of words they share.
func CopyOf(a, b Fingerprint) (shared int, ok bool) {
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			shared++
			i++
			j++
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	return shared, isCopy(shared, len(a), len(b))
}

func isCopy(shared, a, b int) bool {
	n := min(a, b)
	percent := copied + max(0, short-n)/2
	return shared >= leastRuns && 100*shared >= percent*n && 100*shared >= kept*max(a, b)
}

// Copies groups texts that are copies of one another; each group lists the positions
// of its texts, in order, and texts without a copy stand alone.
func Copies(texts []Fingerprint) [][]int {
	where := map[uint32][]int32{} // the texts before that have a run
	group := make([]int, len(texts))
	for i := range group {
		group[i] = i
	}
	root := func(i int) int {
		for group[i] != i {
			i = group[i]
		}
		return i
	}
	count := map[int32]int{}
	for i, f := range texts {
		clear(count)
		for _, h := range f {
			in := where[h]
			for _, j := range in[max(0, len(in)-before):] {
				count[j]++
			}
			where[h] = append(in, int32(i))
		}
		for j, n := range count { // the order does not matter: groups only unite
			if isCopy(n, len(f), len(texts[j])) {
				a, b := root(i), root(int(j))
				group[max(a, b)] = min(a, b)
			}
		}
	}
	return groupsOf(group, root)
}

func groupsOf(group []int, root func(int) int) [][]int {
	index := map[int]int{}
	var out [][]int
	for i := range group {
		r := root(i)
		if _, ok := index[r]; !ok {
			index[r] = len(out)
			out = append(out, nil)
		}
		out[index[r]] = append(out[index[r]], i)
	}
	return out
}

// Origin is an independent source of what is told of an encounter.
type Origin struct {
	Name     string   `json:"name"` // an outlet that words come from, or the document that stands for its copies
	Accounts []string `json:"accounts"`
}

// Origins counts the independent sources of an encounter: documents that copy one
// another are one, and so are accounts that pass on the words of one outlet, articles
// credited to one agency, and a side's own releases with what others quote of them. copyOf
// names the document that stands for a document's copies, credit the agency that a document
// is credited to; either may be nil.
func Origins(e readout.Encounter, copyOf, credit func(document string) string) []Origin {
	index := map[string]int{}
	var out []Origin
	for _, a := range read(e.Accounts) {
		name := originOf(a, copyOf, credit)
		key := fold(name)
		if side := releaseOf(a); side != "" {
			key = "release of " + side
		}
		k, ok := index[key]
		if !ok {
			k = len(out)
			index[key] = k
			out = append(out, Origin{Name: name})
		}
		out[k].Accounts = append(out[k].Accounts, a.ID)
	}
	sort.Slice(out, func(i, j int) bool { return out[i].Name < out[j].Name })
	return out
}

func originOf(a *readout.Account, copyOf, credit func(document string) string) string {
	if len(a.Voice.Via) > 0 {
		return a.Voice.Via[0] // "told TASS", "according to Reuters"
	}
	if credit != nil && a.Voice.Speaker == "" {
		if agency := credit(a.Document); agency != "" {
			return agency
		}
	}
	if copyOf != nil {
		return copyOf(a.Document)
	}
	return a.Document
}

// releaseOf is the side whose own words an account gives: of its release, or of the body
// that issued it, as others quote it ("according to a Kremlin statement"). "" for none.
func releaseOf(a *readout.Account) string {
	if a.Voice.Side == "" || len(a.Voice.Via) > 0 {
		return ""
	}
	if a.Voice.Speaker == "" || slices.ContainsFunc(strings.Fields(fold(a.Voice.Speaker)), issues) {
		return sideKey(a.Voice.Side)
	}
	return ""
}

// issues tells a word for a body that issues releases.
func issues(w string) bool {
	switch w {
	case "kremlin", "house", "ministry", "presidency", "office", "department", "chancellery", "elysee", "statement", "readout", "service":
		return true
	}
	return false
}

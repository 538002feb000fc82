package resolve

import (
	"cmp"
	"slices"
	"strings"

	"readout"
)

// Said is one statement of one document, with its words.
type Said struct {
	ID        string       `json:"id"`
	Document  string       `json:"document"`
	Outlet    string       `json:"outlet,omitempty"`
	Published string       `json:"published,omitempty"`
	Speaker   string       `json:"speaker"`
	Side      string       `json:"side,omitempty"`
	Role      string       `json:"role,omitempty"` // the speaker's office, or what the text calls him
	Mode      readout.Mode `json:"mode"`
	At        readout.Span `json:"at"`
	Words     string       `json:"words"`
}

// Utterance is what one speaker said once, as several documents have it. The first
// variant is the fullest quotation, and the others are held against it.
type Utterance struct {
	Speaker  string    `json:"speaker"`
	Variants []Variant `json:"variants"`
}

// Variant is one wording of an utterance, with all who have it.
type Variant struct {
	How   Wording `json:"how"`
	Words string  `json:"words"`
	Diff  []Piece `json:"diff,omitempty"` // against the first variant; nil for it
	In    []Said  `json:"in"`
}

// Wording says how a variant differs from the fullest quotation.
type Wording string

// The wordings.
const (
	Fullest     Wording = "fullest"
	Trimmed     Wording = "trimmed"     // the same words, some left out
	Translated  Wording = "translated"  // quoted in other words, of a speaker of another language
	Reworded    Wording = "reworded"    // quoted in other words of the same language: one of the two was edited
	Paraphrased Wording = "paraphrased" // told without quotation marks
)

// Piece is a run of words that both variants have, or only one of them.
type Piece struct {
	In    string `json:"in"` // "both", "first" or "this"
	Words string `json:"words"`
}

const (
	leastStems   = 4    // telling words that two variants share at least
	likeness     = 60   // percent of the shorter one's telling words that they share
	likenessFar  = 80   // the same for what nothing dates
	sameOccasion = 7    // days between two reports of one utterance
	mostWords    = 400  // of a statement that are compared
	mostSharing  = 2000 // statements with a word, from which on it tells nothing
)

// Utterances groups statements of several documents that pass on the same words of the
// same speaker. What only one document has is left out.
func Utterances(all []Said) []Utterance {
	ss := make([]saying, 0, len(all))
	ks := newKeys()
	for i := range all {
		if s, ok := newSaying(&all[i], ks); ok {
			ss = append(ss, s)
		}
	}
	slices.SortFunc(ss, func(a, b saying) int {
		return cmp.Or(strings.Compare(a.who.side, b.who.side), strings.Compare(a.Document, b.Document), cmp.Compare(a.At.Start, b.At.Start), strings.Compare(a.ID, b.ID))
	})
	g := newGroups(len(ss), nil)
	for _, p := range likePairs(ss) {
		if a, b := g.of[p.a], g.of[p.b]; a != b {
			g.join(a, b)
		}
	}
	out := []Utterance{}
	for _, members := range g.members {
		if u, ok := utterance(ss, members); ok {
			out = append(out, u)
		}
	}
	slices.SortFunc(out, func(a, b Utterance) int {
		x, y := a.Variants[0].In[0], b.Variants[0].In[0]
		return cmp.Or(strings.Compare(x.Published, y.Published), strings.Compare(x.Document, y.Document), cmp.Compare(x.At.Start, y.At.Start))
	})
	return out
}

// saying is a statement made ready for comparison.
type saying struct {
	*Said
	who   *member
	words []string // folded
	stems []string // of the telling words, sorted
	day   readout.Day
	dated bool
}

func newSaying(s *Said, ks *keys) (saying, bool) {
	out := saying{Said: s, who: ks.member(readout.Party{Name: s.Speaker, Side: s.Side})}
	fields := strings.Fields(s.Words)
	out.words = strings.Fields(fold(strings.Join(fields[:min(len(fields), mostWords)], " ")))
	out.stems = stems(strings.Join(out.words, " "))
	out.day, out.dated = readout.PublishedDay(s.Published)
	return out, len(out.stems) >= leastStems && s.Speaker != ""
}

// likePairs are the pairs of statements that pass on the same words. Those that share
// no telling word that is rare are not compared.
func likePairs(ss []saying) []pair {
	where := map[string][]int32{}
	for i := range ss {
		for _, w := range ss[i].stems {
			where[w] = append(where[w], int32(i))
		}
	}
	var out []pair
	count := map[int32]int{}
	for i := range ss {
		clear(count)
		for _, w := range ss[i].stems {
			if in := where[w]; len(in) <= mostSharing {
				for _, j := range in {
					if int(j) >= i {
						break
					}
					count[j]++
				}
			}
		}
		for j, n := range count {
			if n >= 2 && alikeSayings(&ss[j], &ss[i]) {
				out = append(out, pair{a: j, b: int32(i)})
			}
		}
	}
	slices.SortFunc(out, func(x, y pair) int { return cmp.Or(cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b)) })
	return out
}

func alikeSayings(a, b *saying) bool {
	if a.Document == b.Document || !sameSpeaker(a.who, b.who) {
		return false
	}
	need := likenessFar
	if a.dated && b.dated {
		if d := a.day - b.day; d > sameOccasion || -d > sameOccasion {
			return false
		}
		need = likeness
	}
	n, short, long := shared(a.stems, b.stems), min(len(a.stems), len(b.stems)), max(len(a.stems), len(b.stems))
	return n >= leastStems && 100*n >= need*short && (100*n >= 40*long || n >= 2*leastStems)
}

// sameSpeaker tells whether two are one person, or one office under one name.
func sameSpeaker(a, b *member) bool {
	if a.person() && b.person() {
		return samePerson(a, b)
	}
	return a.person() == b.person() && a.side == b.side && fold(a.party.Name) == fold(b.party.Name)
}

func utterance(ss []saying, members []int32) (Utterance, bool) {
	documents := map[string]bool{}
	best := -1
	for _, m := range members {
		documents[ss[m].Document] = true
		if best < 0 || fuller(&ss[m], &ss[best]) {
			best = int(m)
		}
	}
	if len(documents) < 2 {
		return Utterance{}, false
	}
	u := Utterance{Speaker: ss[best].Speaker, Variants: []Variant{{How: Fullest, Words: ss[best].Words}}}
	index := map[string]int{strings.Join(ss[best].words, " "): 0}
	slices.Sort(members)
	for _, m := range members {
		s := &ss[m]
		key := strings.Join(s.words, " ")
		i, ok := index[key]
		if !ok {
			i = len(u.Variants)
			index[key] = i
			diff := difference(ss[best].Words, s.Words)
			u.Variants = append(u.Variants, Variant{How: wording(s, diff), Words: s.Words, Diff: diff})
		}
		u.Variants[i].In = append(u.Variants[i].In, *s.Said)
	}
	return u, true
}

// fuller tells whether a is to stand for an utterance rather than b: quoted, longer.
func fuller(a, b *saying) bool {
	if x, y := a.Mode == readout.Direct, b.Mode == readout.Direct; x != y {
		return x
	}
	return len(a.words) > len(b.words)
}

func wording(s *saying, diff []Piece) Wording {
	own := 0
	for _, p := range diff {
		if p.In == "this" {
			own++
		}
	}
	switch {
	case own == 0:
		return Trimmed
	case s.Mode == readout.Indirect:
		return Paraphrased
	case s.who.side == "" || speaksEnglish(s.who.side):
		return Reworded
	}
	return Translated
}

// speaksEnglish tells of a state whether its officials commonly speak English in public.
func speaksEnglish(side string) bool {
	switch side {
	case "united states", "united kingdom", "canada", "australia", "new zealand", "ireland", "united nations", "nato", "european union",
		"south africa", "nigeria", "ghana", "kenya", "jamaica", "singapore", "international atomic energy agency":
		return true
	}
	return false
}

// difference sets two wordings against each other, word by word.
func difference(a, b string) []Piece {
	x, y := strings.Fields(a), strings.Fields(b)
	x, y = x[:min(len(x), mostWords)], y[:min(len(y), mostWords)]
	fx, fy := foldedWords(x), foldedWords(y)
	// common[i][j] is how many words x[i:] and y[j:] have in common, in order.
	common := make([][]int16, len(x)+1)
	for i := range common {
		common[i] = make([]int16, len(y)+1)
	}
	for i := len(x) - 1; i >= 0; i-- {
		for j := len(y) - 1; j >= 0; j-- {
			if fx[i] == fy[j] {
				common[i][j] = common[i+1][j+1] + 1
			} else {
				common[i][j] = max(common[i+1][j], common[i][j+1])
			}
		}
	}
	var out pieces
	i, j := 0, 0
	for i < len(x) && j < len(y) {
		switch {
		case fx[i] == fy[j]:
			out.add("both", y[j], fy[j])
			i, j = i+1, j+1
		case common[i+1][j] >= common[i][j+1]:
			out.add("first", x[i], fx[i])
			i++
		default:
			out.add("this", y[j], fy[j])
			j++
		}
	}
	for ; i < len(x); i++ {
		out.add("first", x[i], fx[i])
	}
	for ; j < len(y); j++ {
		out.add("this", y[j], fy[j])
	}
	return out
}

func foldedWords(ws []string) []string {
	out := make([]string, len(ws))
	for i, w := range ws {
		out[i] = fold(w)
	}
	return out
}

type pieces []Piece

// add puts a word to the run it belongs to; a bare mark belongs to any.
func (ps *pieces) add(in, word, folded string) {
	n := len(*ps)
	switch {
	case n > 0 && ((*ps)[n-1].In == in || folded == ""):
		(*ps)[n-1].Words += " " + word
	default:
		*ps = append(*ps, Piece{in, word})
	}
}

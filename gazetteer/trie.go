package gazetteer

import "strings"

// trie finds names in sequences of tokens. Names are broken into pieces at spaces
// and hyphens, without diacritics, dots and apostrophes, case kept, so that
// "Kim Jong-un" is found in one, three or four tokens and "U.S." in "US".
type trie struct {
	piece map[string]uint32 // piece -> number, from 1
	root  []uint32          // piece number -> node, 0 for none
	edge  map[uint64]uint32 // node<<32 | piece number -> node
	ends  []int32           // node -> first of its refs while filling; then index into from
	next  []int32           // ref -> next ref of the same node while filling
	refs  []Ref
	from  []int32 // node -> first ref; from[node+1] is past its last
	names int
}

func newTrie(size int) trie {
	return trie{
		piece: make(map[string]uint32, size),
		edge:  make(map[uint64]uint32, size),
		root:  make([]uint32, 1, size),
		ends:  append(make([]int32, 0, size), -1),
		next:  make([]int32, 0, size),
		refs:  make([]Ref, 0, size),
	}
}

// add gives the entry one more name. A hyphenated piece in lower case is known in
// upper case too ("Jong-un", "Jong Un"), a possessor in one token and in two
// ("People's", "People 's").
func (t *trie) add(name string, e *Entry, as As) {
	t.insert(name, e, as, false)
	if strings.Contains(name, "'s ") {
		t.insert(strings.ReplaceAll(name, "'s ", " 's "), e, as, false)
	}
	for i := 1; i+1 < len(name); i++ {
		if name[i] == '-' && name[i+1] >= 'a' && name[i+1] <= 'z' && !lowParticle(name[i+1:]) {
			t.insert(name, e, as, true)
			return
		}
	}
}

func lowParticle(s string) bool {
	for _, p := range [...]string{"al-", "ul-", "ur-", "ud-", "el-", "de-", "sur-", "le-", "la-", "les-", "en-"} {
		if strings.HasPrefix(s, p) {
			return true
		}
	}
	return false
}

func (t *trie) insert(name string, e *Entry, as As, upper bool) {
	var buf [128]byte
	node := uint32(0)
	for rest := string(appendFolded(buf[:0], name)); rest != ""; {
		end := strings.IndexAny(rest, " -")
		word := rest
		if end >= 0 {
			word, rest = rest[:end], rest[end+1:]
		} else {
			rest = ""
		}
		if word == "" {
			continue
		}
		if upper && node != 0 && word[0] >= 'a' && word[0] <= 'z' {
			word = strings.ToUpper(word[:1]) + word[1:]
		}
		node = t.child(node, lowered(word))
	}
	if node == 0 {
		return
	}
	for i := t.ends[node]; i >= 0; i = t.next[i] {
		if t.refs[i].Entry == e {
			t.refs[i].As = min(t.refs[i].As, as)
			return
		}
	}
	t.refs = append(t.refs, Ref{e, as})
	t.next = append(t.next, t.ends[node])
	t.ends[node] = int32(len(t.refs) - 1)
	t.names++
}

func (t *trie) child(node uint32, word string) uint32 {
	p, ok := t.piece[word]
	if !ok {
		p = uint32(len(t.root))
		t.piece[word] = p
		t.root = append(t.root, 0)
	}
	if node == 0 {
		if t.root[p] == 0 {
			t.root[p] = t.node()
		}
		return t.root[p]
	}
	key := uint64(node)<<32 | uint64(p)
	to, ok := t.edge[key]
	if !ok {
		to = t.node()
		t.edge[key] = to
	}
	return to
}

func (t *trie) node() uint32 {
	t.ends = append(t.ends, -1)
	return uint32(len(t.ends) - 1)
}

// pack lays the refs of each node side by side, the most telling first, so that
// Longest returns them without copying.
func (t *trie) pack() {
	packed := make([]Ref, 0, len(t.refs))
	t.from = make([]int32, len(t.ends)+1)
	for node, i := range t.ends {
		t.from[node] = int32(len(packed))
		first := len(packed)
		for ; i >= 0; i = t.next[i] {
			packed = append(packed, t.refs[i])
		}
		sortRefs(packed[first:])
	}
	t.from[len(t.ends)] = int32(len(packed))
	t.refs, t.next, t.ends = packed, nil, nil
}

// sortRefs sorts by how likely the form means the entry; insertion, for the runs
// are short.
func sortRefs(refs []Ref) {
	for i := 1; i < len(refs); i++ {
		for j := i; j > 0 && refBefore(refs[j], refs[j-1]); j-- {
			refs[j], refs[j-1] = refs[j-1], refs[j]
		}
	}
}

func refBefore(a, b Ref) bool {
	if x, y := refRank(a), refRank(b); x != y {
		return x < y
	}
	return a.ID < b.ID
}

func refRank(r Ref) int {
	switch {
	case r.Kind == State && r.As <= Short:
		return 0
	case r.Kind == State && r.As <= National:
		return 1
	case r.Kind == City && r.Capital && r.As == Full:
		return 2
	case r.Kind == City && r.Big:
		return 3
	case r.Kind == City:
		return 8 + int(r.As)
	case r.Kind == State:
		return 4
	case r.As == Surname:
		return 7
	}
	return 5
}

// Longest returns the number of tokens that the longest name starting at forms[i]
// takes, and what it may mean, the likeliest first; 0 where no name starts there.
// A single initial that no name has is passed over ("Donald J. Trump"). The refs
// are shared: they must not be changed.
func (g *Gazetteer) Longest(forms []string, i int) (n int, refs []Ref) {
	t := &g.names
	node := uint32(0)
	for j := i; j < len(forms); j++ {
		form := forms[j]
		if node != 0 && IsHyphen(form) {
			continue
		}
		to := t.step(node, form)
		if to == 0 {
			if node != 0 && isInitial(form) {
				continue
			}
			break
		}
		node = to
		if a, b := t.from[node], t.from[node+1]; a < b && !(j == i && t.shouted(form)) {
			n, refs = j-i+1, t.refs[a:b:b]
		}
	}
	if n > 0 && strings.EqualFold(forms[i], "the") {
		if m, _ := g.Longest(forms, i+1); m >= n {
			return 0, nil // in "the Kingdom of Spain" no kingdom called just "the Kingdom" is meant
		}
	}
	return n, refs
}

// Find returns what the whole of the name may mean.
func (g *Gazetteer) Find(name string) []Ref {
	forms := strings.Fields(name)
	if n, refs := g.Longest(forms, 0); n > 0 && n == len(forms) {
		return refs
	}
	return nil
}

// IsHyphen tells a token that joins two names: a hyphen or a dash without space.
func IsHyphen(form string) bool {
	return form == "-" || form == "‐" || form == "‑" || form == "–"
}

func isInitial(form string) bool {
	return len(form) == 2 && form[1] == '.' && form[0] >= 'A' && form[0] <= 'Z' || len(form) == 1 && form[0] >= 'A' && form[0] <= 'Z' && form != "I" && form != "A"
}

// step walks one token on from node; 0 where no name goes on so.
func (t *trie) step(node uint32, form string) uint32 {
	plain := true
	for k := 0; k < len(form); k++ {
		if c := form[k]; c >= 0x80 || c == '-' || c == '.' || c == '\'' || c == '`' {
			plain = false
			break
		}
	}
	if plain {
		return t.walk(node, lowered(form))
	}
	if len(form) > 256 {
		return 0
	}
	var buf [256]byte
	b := appendFolded(buf[:0], form)
	for len(b) > 0 {
		end := 0
		for end < len(b) && b[end] != '-' {
			end++
		}
		if end > 0 {
			if node = t.walkBytes(node, b[:end]); node == 0 {
				return 0
			}
		}
		b = b[min(end+1, len(b)):]
	}
	return node
}

func (t *trie) walk(node uint32, word string) uint32 {
	if to := t.follow(node, t.piece[word]); to != 0 {
		return to
	}
	if len(word) < 3 || len(word) > 32 || !allUpper(word) {
		return 0
	}
	var buf [32]byte
	b := append(buf[:0], word...)
	for i := 1; i < len(b); i++ {
		b[i] |= 0x20
	}
	return t.follow(node, t.piece[string(b)])
}

func (t *trie) walkBytes(node uint32, word []byte) uint32 {
	if to := t.follow(node, t.piece[string(word)]); to != 0 {
		return to
	}
	return t.walk(node, lowered(string(word)))
}

func (t *trie) follow(node, piece uint32) uint32 {
	if piece == 0 {
		return 0
	}
	if node == 0 {
		return t.root[piece]
	}
	return t.edge[uint64(node)<<32|uint64(piece)]
}

// shouted tells whether a short word is known in small letters only: written in
// capitals it is an acronym of something else, unless more words of a name follow
// ("SAN FRANCISCO").
func (t *trie) shouted(form string) bool {
	return len(form) < 4 && allUpper(form) && t.follow(0, t.piece[form]) == 0
}

func allUpper(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < 'A' || s[i] > 'Z' {
			return false
		}
	}
	return true
}

// lowered puts the particles of names in lower case: "Al-Assad", "Von der Leyen".
func lowered(word string) string {
	if len(word) > 3 {
		return word
	}
	switch word {
	case "Al":
		return "al"
	case "El":
		return "el"
	case "Bin":
		return "bin"
	case "Von":
		return "von"
	case "Van":
		return "van"
	case "De":
		return "de"
	case "Der":
		return "der"
	case "Du":
		return "du"
	}
	return word
}

package syntax

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// lexicon is what the models know of words apart from weights. Words are known by
// the hashes of their forms.
type lexicon struct {
	clusters map[uint32]cluster // normal form: its clusters among words of like company
	usual    map[uint32]usage   // normal form: tags seen in the treebanks
	pasts    map[uint32]*past   // forms of verbs that are not among these
}

// cluster holds the numbers of a word's clusters, from the narrowest to the widest.
type cluster [3]uint16

// usage is what the treebanks tell of a frequent form: its ambiguity class (a hash of
// the tags it takes), and its one tag where it has but one.
type usage struct {
	class uint32
	only  uint16 // tag number plus one, or 0
}

// word holds all that is derived from a form alone.
type word struct {
	form, lower uint32 // hashes of the form as written, and of its normal form
	suffix      [4]uint32
	prefix      [3]uint32
	shape       uint32
	usage       usage
	cluster     uint32 // narrowest
	wide        uint32
	wider       uint32
	past        *past     // what is listed of the form, or nil
	lemmas      []lemmaOf // found so far
	own         []int32   // what the word by itself scores for each tag, once it is known
}

type lemmaOf struct {
	tag   uint16
	lemma string
}

// Shapes of words: kind of capitals, and what else they hold.
const (
	shapeLower = iota
	shapeInitial
	shapeUpper
	shapeMixed
	shapeNone   // no letters
	shapeDigit  = 8
	shapeHyphen = 16
	shapeDot    = 32
	shapeSingle = 64
)

func (x *lexicon) look(form string) word {
	low := normal(form)
	w := word{form: hashString(form), lower: hashString(low), shape: shapeOf(form)}
	for i := range w.suffix {
		w.suffix[i] = hashString(lastRunes(low, i+1)) + uint32(i)
	}
	for i := range w.prefix {
		w.prefix[i] = hashString(firstRunes(low, i+1)) + uint32(i)
	}
	w.usage = x.usual[w.lower]
	if !w.capital() { // "Rose" is a name
		w.past = x.pasts[w.lower]
	}
	if w.usage.class == 0 {
		w.usage.class = 2 + w.shape
	}
	c, known := x.clusters[w.lower]
	if !known {
		c = cluster{3, 3, 3}
	} else {
		c = cluster{c[0] + 16, c[1] + 16, c[2] + 16}
	}
	w.cluster, w.wide, w.wider = uint32(c[0]), uint32(c[1]), uint32(c[2])
	return w
}

// normal is the form in lower case with every digit as 0, so that numbers of one
// pattern are one word.
func normal(form string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return '0'
		}
		return unicode.ToLower(r)
	}, form)
}

func shapeOf(form string) uint32 {
	var upper, lower, letters int
	var bits uint32
	first := false
	for i, r := range form {
		switch {
		case unicode.IsUpper(r):
			upper++
			letters++
			first = first || i == 0
		case unicode.IsLetter(r):
			lower++
			letters++
		case unicode.IsDigit(r):
			bits |= shapeDigit
		case r == '-' || r == '–':
			bits |= shapeHyphen
		case r == '.':
			bits |= shapeDot
		}
	}
	if letters == 1 {
		bits |= shapeSingle
	}
	switch {
	case letters == 0:
		bits |= shapeNone
	case upper == 0:
		bits |= shapeLower
	case lower == 0:
		bits |= shapeUpper
	case first && upper == 1:
		bits |= shapeInitial
	default:
		bits |= shapeMixed
	}
	return bits
}

func (w *word) capital() bool {
	k := w.shape & 7
	return k == shapeInitial || k == shapeUpper || k == shapeMixed
}

func lastRunes(s string, n int) string {
	i := len(s)
	for ; n > 0 && i > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(s[:i])
		i -= size
	}
	return s[i:]
}

func firstRunes(s string, n int) string {
	i := 0
	for ; n > 0 && i < len(s); n-- {
		_, size := utf8.DecodeRuneInString(s[i:])
		i += size
	}
	return s[:i]
}

// cacheSize bounds the words a cache remembers; a full one starts anew.
const cacheSize = 1 << 15

// cache remembers the words met, so that each is looked at once.
type cache struct {
	known map[string]int32
	words []word
}

func newCache() *cache { return &cache{known: make(map[string]int32)} }

// ready makes room for n more words. Positions given before may then be void.
func (c *cache) ready(n int) {
	if len(c.words)+n > cacheSize+512 {
		clear(c.known)
		c.words = c.words[:0]
	}
}

// find returns the position of the form's word, which holds until the next ready.
func (c *cache) find(x *lexicon, form string) int32 {
	if i, ok := c.known[form]; ok {
		return i
	}
	c.words = append(c.words, x.look(form))
	i := int32(len(c.words) - 1)
	c.known[strings.Clone(form)] = i
	return i
}

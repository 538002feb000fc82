package syntax

import (
	"slices"

	"readout/text"
)

// tagPair is what the tagger decides on at once.
type tagPair struct {
	upos text.UPOS
	xpos text.XPOS
}

// tagger gives each token a tagPair.
type tagger struct {
	pairs   []tagPair
	weights *rowTable
}

// Values that stand for words beyond the ends of the sentence.
const (
	beforeStart = 1
	afterEnd    = 2
)

// tagScratch is what tagging a sentence needs room for.
type tagScratch struct {
	words  []*word // two before the sentence, two after it
	tags   []uint16
	keys   []uint32
	scores []int32
	open   []int   // tokens whose tag is in doubt
	kept   []int32 // their scores, one after the other
	front  *word
	back   *word
	titled uint32 // most words are capitalised, as in a headline
	proper uint16 // the tag of proper names
	going  uint16 // the tag of verbs in -ing
}

func (t *tagScratch) start(n, classes int) {
	if t.front == nil {
		t.front, t.back = edge(beforeStart), edge(afterEnd)
	}
	t.words = append(t.words[:0], t.front, t.front)
	t.tags = append(t.tags[:0], make([]uint16, n)...)
	if len(t.scores) < classes {
		t.scores = make([]int32, classes)
	}
	t.scores = t.scores[:classes]
}

// edge stands for the words before (1) or after (2) a sentence.
func edge(v uint32) *word {
	return &word{lower: v, form: v, shape: 127 + v, usage: usage{class: 1}, cluster: v, wide: v, wider: v}
}

func (t *tagScratch) finish() {
	t.words = append(t.words, t.back, t.back)
	caps, letters := 0, 0
	for _, w := range t.words[2 : len(t.words)-2] {
		if w.shape&7 != shapeNone {
			letters++
			if w.capital() {
				caps++
			}
		}
	}
	t.titled = 0
	if letters > 2 && caps*10 > letters*6 {
		t.titled = 1
	}
}

// tag fills t.tags with numbers of pairs: from the left, each with the tags before it
// in view, then, where that left doubts, from the right, with those after it in view too.
// only tells that a word of one tag gets it without a look.
func (t *tagScratch) tag(s rowScorer, only bool) {
	t.fromLeft(s, only)
	t.fromRight(s)
}

func (t *tagScratch) fromLeft(s rowScorer, only bool) {
	t.open, t.kept = t.open[:0], t.kept[:0]
	for i := range t.tags {
		w := t.words[i+2]
		if only && w.usage.only != 0 {
			t.tags[i] = w.usage.only - 1
			continue
		}
		if only && t.endsName(i) {
			t.tags[i] = t.proper
			continue
		}
		if only && t.meetsName(i) {
			t.tags[i] = t.going
			continue
		}
		copy(t.scores, t.own(s, w, only))
		t.keys = t.keys[:0]
		t.nearFeatures(i)
		t.leftFeatures(i)
		s.score(t.keys, t.scores)
		t.tags[i] = w.best(t.scores)
		if tag := int(t.tags[i]); t.scores[tag]-t.scores[rival(t.scores, tag)] < doubt {
			t.open, t.kept = append(t.open, i), append(t.kept, t.scores...)
		}
	}
}

// doubt is the lead over all other tags below which a token is looked at again.
const doubt = 400

func (t *tagScratch) fromRight(s rowScorer) {
	for k, i := range slices.Backward(t.open) {
		scores := t.kept[k*len(t.scores):][:len(t.scores)]
		t.keys = t.keys[:0]
		t.rightFeatures(i)
		s.score(t.keys, scores)
		t.tags[i] = t.words[i+2].best(scores)
	}
}

// endsName tells whether token i ends a name such as "Moon Jae-in": a small word that a
// hyphen joins to two capitalised ones.
func (t *tagScratch) endsName(i int) bool {
	if i < 3 || !t.words[i-1].capital() || !t.words[i].capital() || t.words[i+1].form != hashString("-") {
		return false
	}
	last := t.words[i+2].form
	return last == hashString("in") || last == hashString("on")
}

// meetsName tells whether token i is a "meeting" of somebody: between a preposition that
// leads clauses too and a name, it is what one does. Treebanks have too few of these.
func (t *tagScratch) meetsName(i int) bool {
	return i > 0 && t.words[i+2].form == meeting && t.words[i+3].capital() && slices.Contains(leading[:], t.words[i+1].form)
}

var (
	meeting = hashString("meeting")
	leading = [...]uint32{
		hashString("after"), hashString("before"), hashString("by"), hashString("from"), hashString("in"),
		hashString("of"), hashString("since"), hashString("without"),
	}
)

// best is the tag that scores best of those that the word may bear.
func (w *word) best(scores []int32) uint16 {
	if w.past != nil {
		return w.past.best(scores)
	}
	return uint16(best(scores))
}

func best(scores []int32) int {
	b := 0
	for i, s := range scores {
		if s > scores[b] {
			b = i
		}
	}
	return b
}

// before is the tag of the token k places left of i, as a feature's value.
func (t *tagScratch) before(i, k int) uint32 {
	if i < k {
		return 255
	}
	return uint32(t.tags[i-k])
}

// leftFeatures adds to t.keys the features of token i that look at the tags before it.
func (t *tagScratch) leftFeatures(i int) {
	t.tagFeatures(0, t.before(i, 1), t.before(i, 2), t.words[i+2], t.words[i+3])
}

// rightFeatures adds to t.keys the features of token i that look at the tags after it.
func (t *tagScratch) rightFeatures(i int) {
	q, w, x := t.words[i+1], t.words[i+2], t.words[i+3]
	t1 := t.behind(i, 1)
	t.tagFeatures(100, t1, t.behind(i, 2), w, q)
	t.keys = append(t.keys, key1(151, q.usage.class), key2(152, q.usage.class, w.usage.class),
		key2(153, q.usage.class, w.lower), key2(154, q.wide, w.wide), key3(155, t1, q.usage.class, x.usage.class))
}

// behind is the tag of the token k places right of i, as a feature's value.
func (t *tagScratch) behind(i, k int) uint32 {
	if i+k >= len(t.tags) {
		return 255
	}
	return uint32(t.tags[i+k])
}

// tagFeatures adds to t.keys those that ask for the tags t1 and t2 of the tokens next
// to w on one side; x is its neighbour on the other.
func (t *tagScratch) tagFeatures(side, t1, t2 uint32, w, x *word) {
	a, shape := w.usage.class, w.shape
	t.keys = append(t.keys,
		key1(side+1, t1), key2(side+16, t1, t2), key2(side+17, t1, w.lower), key2(side+18, t1, x.lower), key2(side+19, t2, w.lower),
		key2(side+20, t1, w.suffix[2]), key3(side+21, t1, t2, a), key2(side+26, t1, x.usage.class), key2(side+29, t1, a),
		key3(side+31, t1, a, x.usage.class), key2(side+37, t1, w.cluster), key3(side+42, t1, w.wide, x.wide),
		key3(side+46, shape, t1, t.titled), key2(side+47, t1, w.suffix[1]), key3(side+48, t1, shape, x.shape),
		key3(side+50, w.suffix[1], x.usage.class, t1),
	)
}

// own are the scores that the word has by itself. A made tagger gives the same whenever it
// meets the word, so they are kept.
func (t *tagScratch) own(s rowScorer, w *word, made bool) []int32 {
	if w.own != nil {
		return w.own
	}
	scores := make([]int32, len(t.scores))
	t.keys = t.keys[:0]
	t.ownFeatures(w)
	s.score(t.keys, scores)
	if made {
		w.own = scores
	}
	return scores
}

// ownFeatures adds to t.keys the features that ask for the word alone.
func (t *tagScratch) ownFeatures(w *word) {
	a := w.usage.class
	t.keys = append(t.keys,
		key1(2, w.form), key1(3, w.lower),
		key1(4, w.suffix[1]), key1(5, w.suffix[2]), key1(6, w.suffix[3]), key1(7, w.suffix[0]),
		key1(8, w.prefix[0]), key1(9, w.prefix[1]), key1(10, w.prefix[2]),
		key1(28, a), key1(33, w.cluster), key1(40, w.wide), key2(45, w.shape, w.suffix[2]),
	)
}

// nearFeatures adds to t.keys the features of token i that ask for the words around it too.
func (t *tagScratch) nearFeatures(i int) {
	p, q, w, x, y := t.words[i], t.words[i+1], t.words[i+2], t.words[i+3], t.words[i+4]
	shape := w.shape
	first := uint32(0)
	if i == 0 {
		first = 1
	}
	a := w.usage.class
	t.keys = append(t.keys,
		key3(11, shape, first, t.titled),
		key1(12, q.lower), key1(13, p.lower), key1(14, x.lower), key1(15, y.lower),
		key2(22, q.lower, w.lower), key2(23, w.lower, x.lower),
		key1(24, x.usage.class), key1(25, y.usage.class),
		key2(27, x.usage.class, w.lower), key2(30, a, x.usage.class),
		key3(32, a, x.usage.class, y.usage.class),
		key1(34, q.cluster), key1(35, x.cluster), key1(36, y.cluster),
		key2(38, w.cluster, x.cluster), key2(39, q.cluster, w.cluster),
		key2(41, w.wide, x.wide),
		key3(43, shape, q.shape, t.titled), key3(44, shape, x.shape, t.titled),
		key2(49, w.suffix[2], x.suffix[1]),
	)
}

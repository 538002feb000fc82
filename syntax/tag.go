package syntax

import "readout/text"

// tagPair is what the tagger decides on at once.
type tagPair struct {
	upos text.UPOS
	xpos text.XPOS
}

// tagger gives each token a tagPair, from left to right.
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
	front  *word
	back   *word
	titled uint32 // most words are capitalised, as in a headline
	proper uint16 // the tag of proper names
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

// tag fills t.tags with numbers of pairs. greedy scoring is by s; only tells that a
// word of one tag gets it without a look.
func (t *tagScratch) tag(s rowScorer, only bool) {
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
		t.features(i)
		clear(t.scores)
		s.score(t.keys, t.scores)
		if w.past != nil {
			t.tags[i] = w.past.best(t.scores)
		} else {
			t.tags[i] = uint16(best(t.scores))
		}
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

// features leaves in t.keys the features of token i.
func (t *tagScratch) features(i int) {
	p, q, w, x, y := t.words[i], t.words[i+1], t.words[i+2], t.words[i+3], t.words[i+4]
	t1, t2 := t.before(i, 1), t.before(i, 2)
	shape := w.shape
	first := uint32(0)
	if i == 0 {
		first = 1
	}
	a := w.usage.class
	t.keys = append(t.keys[:0],
		key1(1, t1),
		key1(2, w.form), key1(3, w.lower),
		key1(4, w.suffix[1]), key1(5, w.suffix[2]), key1(6, w.suffix[3]), key1(7, w.suffix[0]),
		key1(8, w.prefix[0]), key1(9, w.prefix[1]), key1(10, w.prefix[2]),
		key3(11, shape, first, t.titled),
		key1(12, q.lower), key1(13, p.lower), key1(14, x.lower), key1(15, y.lower),
		key2(16, t1, t2), key2(17, t1, w.lower), key2(18, t1, x.lower), key2(19, t2, w.lower),
		key2(20, t1, w.suffix[2]), key3(21, t1, t2, a),
		key2(22, q.lower, w.lower), key2(23, w.lower, x.lower),
		key1(24, x.usage.class), key1(25, y.usage.class), key2(26, t1, x.usage.class),
		key2(27, x.usage.class, w.lower), key1(28, a), key2(29, t1, a), key2(30, a, x.usage.class),
		key3(31, t1, a, x.usage.class), key3(32, a, x.usage.class, y.usage.class),
		key1(33, w.cluster), key1(34, q.cluster), key1(35, x.cluster), key1(36, y.cluster),
		key2(37, t1, w.cluster), key2(38, w.cluster, x.cluster), key2(39, q.cluster, w.cluster),
		key1(40, w.wide), key2(41, w.wide, x.wide), key3(42, t1, w.wide, x.wide),
		key3(43, shape, q.shape, t.titled), key3(44, shape, x.shape, t.titled), key2(45, shape, w.suffix[2]),
		key3(46, shape, t1, t.titled), key2(47, t1, w.suffix[1]), key3(48, t1, shape, x.shape),
		key2(49, w.suffix[2], x.suffix[1]), key3(50, w.suffix[1], x.usage.class, t1),
	)
}

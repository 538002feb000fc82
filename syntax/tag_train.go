package syntax

import (
	"cmp"
	"slices"

	"readout/text"
)

// random is splitmix64: training shuffles the same way each time.
type random uint64

func (r *random) next(n int) int {
	*r += 0x9E3779B97F4A7C15
	z := uint64(*r)
	z = (z ^ z>>30) * 0xBF58476D1CE4E5B9
	z = (z ^ z>>27) * 0x94D049BB133111EB
	return int((z ^ z>>31) % uint64(n))
}

func (r *random) order(n int) []int {
	p := make([]int, n)
	for i := range p {
		p[i] = i
	}
	for i := n - 1; i > 0; i-- {
		j := r.next(i + 1)
		p[i], p[j] = p[j], p[i]
	}
	return p
}

// pairsOf lists the pairs of tags that the sentences hold three times or more, the
// most frequent first.
func pairsOf(gold []text.Sentence) []tagPair {
	count := map[tagPair]int{}
	for i := range gold {
		for j := range gold[i].Tokens {
			t := &gold[i].Tokens[j]
			count[tagPair{t.UPOS, t.XPOS}]++
		}
	}
	var pairs []tagPair
	for p, n := range count {
		if n >= 3 {
			pairs = append(pairs, p)
		}
	}
	slices.SortFunc(pairs, func(a, b tagPair) int {
		return cmp.Or(cmp.Compare(count[b], count[a]), cmp.Compare(a.upos, b.upos), cmp.Compare(a.xpos, b.xpos))
	})
	return pairs
}

// pairNumbers gives the number of each pair; a rare one goes by the most frequent
// pair of its XPOS.
func pairNumber(pairs []tagPair, p tagPair) int {
	if i := slices.Index(pairs, p); i >= 0 {
		return i
	}
	return max(0, slices.IndexFunc(pairs, func(q tagPair) bool { return q.xpos == p.xpos }))
}

// learnUsage notes which tags the frequent forms take. A tag that a form takes once
// in fifty times or less is left out.
func learnUsage(gold []text.Sentence, pairs []tagPair, x *lexicon) {
	counts := map[uint32]map[int]int{}
	for i := range gold {
		for j := range gold[i].Tokens {
			t := &gold[i].Tokens[j]
			h := x.look(t.Form).lower
			if counts[h] == nil {
				counts[h] = map[int]int{}
			}
			counts[h][pairNumber(pairs, tagPair{t.UPOS, t.XPOS})]++
		}
	}
	x.usual = map[uint32]usage{}
	for h, tags := range counts {
		total, top := 0, 0
		for _, n := range tags {
			total += n
		}
		if total < 3 {
			continue
		}
		class := uint32(0)
		var only uint16
		for p := range pairs {
			n := tags[p]
			if n*50 > total {
				class = key2(60, class, uint32(p))
			}
			if n > top {
				top, only = n, uint16(p)+1
			}
		}
		if total < 50 || top*1000 < total*998 {
			only = 0
		}
		x.usual[h] = usage{class, only}
	}
}

// sample is a training sentence as the models see it.
type sample struct {
	words []int32 // positions in the cache of all training words
	tags  []uint16
	heads []int16
	rels  []text.Rel
	guess []uint16   // tags that a tagger gave
	early []text.Rel // relations that a first labeller gave
}

// book holds the words of all training sentences for good.
type book struct {
	known map[string]int32
	words []word
}

func (b *book) find(x *lexicon, form string) int32 {
	if i, ok := b.known[form]; ok {
		return i
	}
	b.words = append(b.words, x.look(form))
	b.known[form] = int32(len(b.words) - 1)
	return int32(len(b.words) - 1)
}

func (b *book) sample(x *lexicon, pairs []tagPair, s *text.Sentence) sample {
	var out sample
	for i := range s.Tokens {
		t := &s.Tokens[i]
		out.words = append(out.words, b.find(x, t.Form))
		out.tags = append(out.tags, uint16(pairNumber(pairs, tagPair{t.UPOS, t.XPOS})))
		out.heads = append(out.heads, int16(t.Head))
		out.rels = append(out.rels, t.Rel)
	}
	return out
}

func (b *book) load(t *tagScratch, s *sample, classes int) {
	t.start(len(s.words), classes)
	for _, w := range s.words {
		t.words = append(t.words, &b.words[w])
	}
	t.finish()
}

// learnTags trains a tagger on the samples, from the left or the right, tagging each
// sentence with what it has so far and correcting after each word.
func learnTags(b *book, samples []sample, classes, rounds int, r random, leftward bool) *rowLearner {
	l := newRowLearner()
	var t tagScratch
	for range rounds {
		for _, i := range r.order(len(samples)) {
			s := &samples[i]
			b.load(&t, s, classes)
			for j := range s.tags {
				if leftward {
					j = len(s.tags) - 1 - j
				}
				t.learn(l, j, s.tags[j], leftward)
			}
		}
	}
	return l
}

// learn tags token i and learns from what the right tag is.
func (t *tagScratch) learn(l *rowLearner, i int, gold uint16, leftward bool) {
	l.now++
	t.keys = t.keys[:0]
	t.ownFeatures(t.words[i+2])
	t.nearFeatures(i)
	if leftward {
		t.rightFeatures(i)
	} else {
		t.leftFeatures(i)
	}
	clear(t.scores)
	l.score(t.keys, t.scores)
	wrong := uint16(rival(t.scores, int(gold)))
	if t.scores[wrong]+tagMargin > t.scores[gold] {
		l.change(t.keys, int(gold), 1)
		l.change(t.keys, int(wrong), -1)
	}
	t.tags[i] = uint16(best(t.scores))
}

// tagMargin is the lead over its best rival that the right tag must have.
const tagMargin = 10

func rival(scores []int32, gold int) int {
	b := 0
	if gold == 0 {
		b = 1
	}
	for i, s := range scores {
		if i != gold && s > scores[b] {
			b = i
		}
	}
	return b
}

package syntax

import (
	"cmp"
	"iter"
	"math"
	"slices"

	"readout/text"
)

// Words that keep like company are put into one cluster by the exchange algorithm:
// each word in turn moves to the cluster that best foretells its neighbours, and is
// best foretold by them, until a fixed number of rounds is done. Three sizes of
// cluster are made from the same counts.

var clusterSizes = [3]int{400, 80, 20}

const (
	clusterRounds = 8
	rareWord      = 5 // words seen less are left out
)

// company counts the neighbours of words. Words are numbered by falling frequency.
type company struct {
	hash   []uint32
	count  []int32
	before [][]neighbour
	after  [][]neighbour
}

type neighbour struct{ word, n int32 }

// learnClusters finds the clusters of the words of raw and gold sentences.
func learnClusters(raw iter.Seq[*text.Sentence], gold []text.Sentence, x *lexicon, report func(string, ...any)) {
	c := keepCompany(raw, gold)
	report("clusters: %d words", len(c.hash))
	x.clusters = make(map[uint32]cluster, len(c.hash))
	for size, k := range clusterSizes {
		of := c.exchange(k)
		for w, h := range c.hash {
			v := x.clusters[h]
			v[size] = uint16(of[w]) + 1
			x.clusters[h] = v
		}
		report("clusters: %d made", k)
	}
}

// keepCompany counts words and pairs of words that follow one another.
func keepCompany(raw iter.Seq[*text.Sentence], gold []text.Sentence) *company {
	var b company
	first := map[uint32]int32{}
	var run []int32 // all words, sentences parted by -1
	add := func(s *text.Sentence) {
		for i := range s.Tokens {
			h := hashString(normal(s.Tokens[i].Form))
			w, ok := first[h]
			if !ok {
				w = int32(len(b.hash))
				first[h] = w
				b.hash = append(b.hash, h)
				b.count = append(b.count, 0)
			}
			b.count[w]++
			run = append(run, w)
		}
		run = append(run, -1)
	}
	for i := range gold {
		add(&gold[i])
	}
	if raw != nil {
		raw(func(s *text.Sentence) bool { add(s); return true })
	}
	return b.pairs(run)
}

// pairs drops rare words, numbers the others by frequency and counts their pairs.
func (b *company) pairs(run []int32) *company {
	var order []int32
	for w, n := range b.count {
		if n >= rareWord {
			order = append(order, int32(w))
		}
	}
	slices.SortFunc(order, func(x, y int32) int {
		return cmp.Or(cmp.Compare(b.count[y], b.count[x]), cmp.Compare(b.hash[x], b.hash[y]))
	})
	number := make([]int32, len(b.hash))
	for i := range number {
		number[i] = -1
	}
	c := &company{before: make([][]neighbour, len(order)), after: make([][]neighbour, len(order))}
	for i, w := range order {
		number[w] = int32(i)
		c.hash = append(c.hash, b.hash[w])
		c.count = append(c.count, b.count[w])
	}
	var two []uint64
	last := int32(-1)
	for _, w := range run {
		if w >= 0 {
			w = number[w]
		}
		if last >= 0 && w >= 0 {
			two = append(two, uint64(last)<<32|uint64(w))
		}
		last = w
	}
	slices.Sort(two)
	for i := 0; i < len(two); {
		j := i
		for j < len(two) && two[j] == two[i] {
			j++
		}
		v, w, n := int32(two[i]>>32), int32(two[i]&math.MaxUint32), int32(j-i)
		c.after[v] = append(c.after[v], neighbour{w, n})
		c.before[w] = append(c.before[w], neighbour{v, n})
		i = j
	}
	return c
}

// exchange sorts the words into k clusters.
func (c *company) exchange(k int) []int32 {
	e := newExchange(c, k)
	for range clusterRounds {
		moved := 0
		for w := range c.hash {
			if e.settle(int32(w)) {
				moved++
			}
		}
		if moved*500 < len(c.hash) {
			break
		}
	}
	return e.of
}

// exchange holds how often each word stands before and after each cluster.
type exchange struct {
	c             *company
	k             int
	of            []int32
	size          []int32
	before, after []int32 // by word and cluster
	gain          []int64
	entropy       []int64 // n log n for small n, in 1/1024
}

func newExchange(c *company, k int) *exchange {
	n := len(c.hash)
	e := &exchange{
		c: c, k: k, of: make([]int32, n), size: make([]int32, k), gain: make([]int64, k),
		before: make([]int32, n*k), after: make([]int32, n*k), entropy: make([]int64, 1<<14),
	}
	for i := range e.entropy {
		e.entropy[i] = nLogN(int32(i))
	}
	for w := range e.of {
		e.place(int32(w), int32(w%k), 1)
	}
	return e
}

func nLogN(n int32) int64 {
	if n == 0 {
		return 0
	}
	return int64(math.Round(float64(n) * math.Log(float64(n)) * 1024))
}

func (e *exchange) f(n int32) int64 {
	if int(n) < len(e.entropy) {
		return e.entropy[n]
	}
	return nLogN(n)
}

// place adds the word to the cluster, or takes it away where by is -1.
func (e *exchange) place(w, c, by int32) {
	e.of[w] = c
	e.size[c] += by * e.c.count[w]
	for _, v := range e.c.before[w] {
		e.before[int(v.word)*e.k+int(c)] += by * v.n
	}
	for _, v := range e.c.after[w] {
		e.after[int(v.word)*e.k+int(c)] += by * v.n
	}
}

// settle moves the word to its best cluster and tells whether that is another.
func (e *exchange) settle(w int32) bool {
	was := e.of[w]
	e.place(w, was, -1)
	for c := range e.gain {
		e.gain[c] = -2 * (e.f(e.size[c]+e.c.count[w]) - e.f(e.size[c]))
	}
	e.weigh(e.c.before[w], e.before)
	e.weigh(e.c.after[w], e.after)
	to := was
	for c, g := range e.gain {
		if g > e.gain[to] {
			to = int32(c)
		}
	}
	e.place(w, to, 1)
	return to != was
}

func (e *exchange) weigh(near []neighbour, counts []int32) {
	for _, v := range near {
		row := counts[int(v.word)*e.k : (int(v.word)+1)*e.k]
		alone := e.f(v.n)
		for c, n := range row {
			if n == 0 {
				e.gain[c] += alone
			} else {
				e.gain[c] += e.f(n+v.n) - e.f(n)
			}
		}
	}
}

package syntax

import (
	"iter"
	"slices"

	"readout/text"
)

// A parser trained from treebanks alone has seen too few words. So several parsers
// that differ (one reads from the left, one from the right, one met the sentences in
// another order) vote on the trees of raw sentences, and the parser that is kept
// learns from those too.

// teacher is a parser that votes.
type teacher struct {
	table  *quadTable
	mirror bool
	weight int32
}

// panel parses raw sentences by vote.
type panel struct {
	teachers []teacher
	pairs    []tagPair
	width    int
	lag      int32
	tree     treeScratch
	votes    chart
}

// heads is the tree that most teachers' arcs speak for; agreed counts the tokens
// whose heads all of them give.
func (p *panel) heads(words []*word, tags []uint16) (heads []int16, agreed int) {
	n := len(words)
	p.votes.start(n)
	back, backTags := slices.Clone(words), slices.Clone(tags)
	slices.Reverse(back)
	slices.Reverse(backTags)
	same := make([]int, n)
	var first []int16
	for i, t := range p.teachers {
		if t.mirror {
			p.tree.start(back, backTags, p.pairs)
		} else {
			p.tree.start(words, tags, p.pairs)
		}
		p.tree.parse(t.table, p.width, p.lag)
		h := p.tree.heads
		if t.mirror {
			h = mirroredHeads(h)
		}
		if i == 0 {
			first = slices.Clone(h)
		}
		for d := range h {
			p.votes.add(int(h[d]), d+1, t.weight)
			if h[d] == first[d] {
				same[d]++
			}
		}
	}
	for _, s := range same {
		if s == len(p.teachers) {
			agreed++
		}
	}
	return p.votes.best(), agreed
}

// chart finds the projective tree with the greatest sum of votes (Eisner's
// algorithm). Token 0 is the root, which takes one child.
type chart struct {
	n     int
	score []int32 // head, dependent
	part  []int32 // by kind, from, to
	split []int16
}

// The kinds of partial trees: open ones lack the dependent's far side.
const (
	openLeft = iota // head on the right
	openRight
	fullLeft
	fullRight
	kinds
)

func (c *chart) start(n int) {
	c.n = n
	c.score = append(c.score[:0], make([]int32, (n+1)*(n+1))...)
	c.part = append(c.part[:0], make([]int32, kinds*(n+1)*(n+1))...)
	c.split = append(c.split[:0], make([]int16, kinds*(n+1)*(n+1))...)
}

func (c *chart) add(head, dep int, by int32) { c.score[head*(c.n+1)+dep] += by }

func (c *chart) at(kind, i, j int) int { return (kind*(c.n+1)+i)*(c.n+1) + j }

// set keeps the best of the ways to make a partial tree.
func (c *chart) set(kind, i, j, split int, v int32, first bool) {
	if at := c.at(kind, i, j); first || v > c.part[at] {
		c.part[at], c.split[at] = v, int16(split)
	}
}

func (c *chart) best() []int16 {
	for length := 1; length < c.n; length++ {
		for i := 1; i+length <= c.n; i++ {
			c.fill(i, i+length)
		}
	}
	root, top := 1, int32(-1)
	for r := 1; r <= c.n; r++ {
		v := c.score[r] + c.part[c.at(fullLeft, 1, r)] + c.part[c.at(fullRight, r, c.n)]
		if v > top {
			root, top = r, v
		}
	}
	heads := make([]int16, c.n)
	c.read(fullLeft, 1, root, heads)
	c.read(fullRight, root, c.n, heads)
	return heads
}

func (c *chart) fill(i, j int) {
	for s := i; s < j; s++ {
		v := c.part[c.at(fullRight, i, s)] + c.part[c.at(fullLeft, s+1, j)]
		c.set(openLeft, i, j, s, v+c.score[j*(c.n+1)+i], s == i)
		c.set(openRight, i, j, s, v+c.score[i*(c.n+1)+j], s == i)
	}
	for s := i; s < j; s++ {
		c.set(fullLeft, i, j, s, c.part[c.at(fullLeft, i, s)]+c.part[c.at(openLeft, s, j)], s == i)
		c.set(fullRight, i, j, s+1, c.part[c.at(openRight, i, s+1)]+c.part[c.at(fullRight, s+1, j)], s == i)
	}
}

func (c *chart) read(kind, i, j int, heads []int16) {
	if i == j {
		return
	}
	s := int(c.split[c.at(kind, i, j)])
	switch kind {
	case openLeft:
		heads[i-1] = int16(j)
		c.read(fullRight, i, s, heads)
		c.read(fullLeft, s+1, j, heads)
	case openRight:
		heads[j-1] = int16(i)
		c.read(fullRight, i, s, heads)
		c.read(fullLeft, s+1, j, heads)
	case fullLeft:
		c.read(fullLeft, i, s, heads)
		c.read(openLeft, s, j, heads)
	case fullRight:
		c.read(openRight, i, s, heads)
		c.read(fullRight, s, j, heads)
	}
}

// gather parses raw sentences by vote until it has the given number of tokens.
// Sentences that are short, long or disputed are left out.
func (p *panel) gather(raw iter.Seq[*text.Sentence], b *book, m *Model, tokens int) []exercise {
	var out []exercise
	var t tagScratch
	raw(func(s *text.Sentence) bool {
		n := len(s.Tokens)
		if n < 6 || n > 60 {
			return true
		}
		e := exercise{words: make([]int32, n)}
		for i := range s.Tokens {
			e.words[i] = b.find(&m.words, s.Tokens[i].Form)
		}
		t.start(n, len(m.tagger.pairs))
		words := b.all(e.words)
		t.words = append(t.words, words...)
		t.finish()
		t.tag(m.tagger.weights, true)
		e.tags = slices.Clone(t.tags)
		heads, agreed := p.heads(words, e.tags)
		if agreed*10 < n*8 {
			return true
		}
		e.heads = heads
		out = append(out, e)
		tokens -= n
		return tokens > 0
	})
	return out
}

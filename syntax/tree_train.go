package syntax

import (
	"cmp"
	"slices"
)

// projective lifts the arcs that cross others until none does: the shortest first,
// to the head of their head.
func projective(heads []int16) []int16 {
	h := append([]int16(nil), heads...)
	for {
		worst, length := -1, 1<<30
		for d := range h {
			if l := span(h, d); l < length && crosses(h, d) {
				worst, length = d, l
			}
		}
		if worst < 0 {
			return h
		}
		h[worst] = h[h[worst]-1]
	}
}

func span(h []int16, d int) int {
	l := headOf(h[d], len(h)) - d - 1
	return max(l, -l)
}

// crosses tells whether the arc to token d+1 covers a token that is no descendant of
// its head.
func crosses(h []int16, d int) bool {
	if h[d] == 0 {
		return false
	}
	head := int(h[d])
	lo, hi := min(d+1, head), max(d+1, head)
	for t := lo + 1; t < hi; t++ {
		a := t
		for a != 0 && a != head {
			a = int(h[a-1])
		}
		if a != head {
			return true
		}
	}
	return false
}

// exercise is a sentence that the parser's training goes over.
type exercise struct {
	words []int32
	tags  []uint16
	heads []int16 // of token i+1, 0 for the root's
}

// exercises pairs the gold trees with the tags that taggers gave.
func exercises(samples []sample) []exercise {
	out := make([]exercise, 0, len(samples))
	for i := range samples {
		s := &samples[i]
		if len(s.words) <= longest {
			out = append(out, exercise{s.words, s.guess, projective(rootedHeads(s.heads))})
		}
	}
	return out
}

// treeCourse says how a parser is trained.
type treeCourse struct {
	name          string
	width, rounds int
	seed          random
	leftward      bool // over the sentences from their ends to their starts
	report        func(string, ...any)
}

// learn trains a parser by beam search: where the gold run falls behind the best by
// most, the two runs up to there are told apart.
func (c treeCourse) learn(b *book, work []exercise, pairs []tagPair) *quadLearner {
	l := newQuadLearner()
	var t treeScratch
	gold := make([][]uint8, len(work))
	for i := range work {
		heads := work[i].heads
		if c.leftward {
			heads = turned(nil, heads)
		}
		gold[i] = oracle(heads)
	}
	for round := range c.rounds {
		wrong := 0
		for _, i := range c.seed.order(len(work)) {
			t.start(b.all(work[i].words), work[i].tags, pairs)
			if c.leftward {
				t.turn()
			}
			l.now++
			if t.correct(l, gold[i], c.width) {
				wrong++
			}
		}
		c.report("%s: round %d of %d, %d of %d sentences wrong, %d features", c.name, round+1, c.rounds, wrong, len(work), l.n)
	}
	return l
}

func rootedHeads(heads []int16) []int16 {
	out := make([]int16, len(heads))
	for i, h := range heads {
		out[i] = h + 1
	}
	return out
}

func (b *book) all(words []int32) []*word {
	out := make([]*word, len(words))
	for i, w := range words {
		out[i] = &b.words[w]
	}
	return out
}

// correct parses one sentence beside its gold run and learns from the difference.
// It tells whether there was one.
func (t *treeScratch) correct(l *quadLearner, gold []uint8, width int) bool {
	t.beam = append(t.beam[:0], 0)
	goldAt, goldIn := int32(0), true
	lead, badGold, badBest := int32(-1), int32(0), int32(0)
	for _, g := range gold {
		t.expand(l)
		goldScore := t.states[goldAt].score
		seen := t.view(&t.states[goldAt])
		t.features(&seen)
		goldScore += l.score(t.keys)[g]
		t.keep(width)
		from, was := goldAt, goldIn
		t.step()
		goldIn = false
		for i, c := range t.cand {
			if was && c.from == from && c.move == g {
				goldAt, goldIn = t.beam[i], true
			}
		}
		if !goldIn {
			t.states = append(t.states, t.after(from, g, goldScore))
			goldAt = int32(len(t.states) - 1)
		}
		top := t.beam[0]
		if d := t.states[top].score - t.states[goldAt].score; top != goldAt && d > lead {
			lead, badGold, badBest = d, goldAt, top
		}
		if !goldIn && len(t.states) > 1<<20 {
			break
		}
	}
	if lead < 0 || t.beam[0] == goldAt {
		return false
	}
	t.learn(l, badGold, badBest)
	return true
}

// learn strengthens the run to state a and weakens that to state b, back to where
// they part.
func (t *treeScratch) learn(l *quadLearner, a, b int32) {
	for a != b {
		t.change(l, a, 1)
		t.change(l, b, -1)
		a, b = t.states[a].prev, t.states[b].prev
	}
}

func (t *treeScratch) change(l *quadLearner, i int32, by int32) {
	s := t.states[i]
	seen := t.view(&t.states[s.prev])
	t.features(&seen)
	l.change(t.keys, s.move, by)
}

// slight is the least difference between the summed weights of a feature's moves
// that is worth keeping.
const slight = 12

// blend adds up the weights of several parsers.
func blend(tables []*quadTable) *quadTable {
	var all []quad
	for _, t := range tables {
		all = append(all, t.all()...)
	}
	slices.SortStableFunc(all, func(a, b quad) int { return cmp.Compare(a.key, b.key) })
	kept := all[:0]
	for i := 0; i < len(all); {
		sum := all[i]
		for i++; i < len(all) && all[i].key == sum.key; i++ {
			for m := range sum.w {
				sum.w[m] += all[i].w[m]
			}
		}
		// no weight is ever learnt for the last of the moves
		w := sum.w[:noMove]
		if slices.Max(w)-slices.Min(w) >= slight {
			kept = append(kept, sum)
		}
	}
	return tableOf(kept)
}

// blendRows adds up the weights of several taggers or labellers. Those of one or less are
// left out: they hardly change a tag or relation, and fill much of a table.
func blendRows(tables []*rowTable) *rowTable {
	sums := map[uint32][]cell{}
	for _, t := range tables {
		for _, x := range t.all() {
			sums[x.key] = addCells(sums[x.key], x.cells)
		}
	}
	total := 0
	for k, row := range sums {
		row = slices.DeleteFunc(row, func(c cell) bool { return -1 <= c.w && c.w <= 1 })
		if sums[k] = row; len(row) == 0 {
			delete(sums, k)
		}
		total += len(row)
	}
	out := newRowTable(len(sums), total)
	for _, k := range sortedKeys(sums) {
		fits(out.put(k, sums[k]))
	}
	return out
}

// addCells adds up two rows, both in order of their classes.
func addCells(a, b []cell) []cell {
	var out []cell
	for len(a) > 0 || len(b) > 0 {
		switch {
		case len(b) == 0 || len(a) > 0 && a[0].class < b[0].class:
			out, a = append(out, a[0]), a[1:]
		case len(a) == 0 || b[0].class < a[0].class:
			out, b = append(out, b[0]), b[1:]
		default:
			if w := a[0].w + b[0].w; w != 0 {
				out = append(out, cell{a[0].class, w})
			}
			a, b = a[1:], b[1:]
		}
	}
	return out
}

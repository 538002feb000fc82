package syntax

import (
	"math"
	"slices"
)

// A second parser has learnt the sentences from their ends to their starts: it knows what
// comes when it decides on what came before. It looks for no trees of its own, but has a
// say among those that are left in the beam of the first. So has the labeller: it is surer
// of the relations of a right tree than of those of a wrong one.

// trust is how much the labeller's leads count beside the parsers' scores.
const trust = 5

// settle leaves in t.heads the tree of the beam that t's own score, counted double, that
// of the parser q from the right and the leads of the labeller s favour together. What
// heads the sentence stays what the first parser has: it sees the opening phrases before.
func (t *treeScratch) settle(back *treeScratch, q quadScorer, l *labelScratch, s rowScorer) {
	if len(t.beam) < 2 {
		return
	}
	back.face(t)
	root := slices.Index(t.heads, 0)
	best, most := t.beam[0], int32(math.MinInt32)
	for _, at := range t.beam {
		t.trace(at)
		if t.heads[root] != 0 {
			continue
		}
		score := 2*t.states[at].score + back.follow(q, back.reverse(t.heads))
		l.start(t)
		if score += trust * l.label(s); score > most {
			best, most = at, score
		}
	}
	t.trace(best)
}

// face makes t ready for the sentence of another, from its end to its start.
func (t *treeScratch) face(other *treeScratch) {
	t.n = other.n
	t.atoms = append(t.atoms[:0], other.atoms...)
	t.turn()
	t.begin()
	t.prior, t.way = t.prior[:0], append(t.way[:0], waypoint{})
}

// turn reverses the order of the tokens.
func (t *treeScratch) turn() { slices.Reverse(t.atoms[1 : t.n+1]) }

// reverse is the run of moves to the same tree over the tokens in reverse order.
func (t *treeScratch) reverse(heads []int16) []uint8 {
	t.turned = turned(t.turned[:0], heads)
	return t.back.moves(t.turned)
}

// turned appends the heads of the same tree over the tokens in reverse order.
func turned(out, heads []int16) []int16 {
	for _, h := range slices.Backward(heads) {
		if h != 0 {
			h = int16(len(heads)+1) - h
		}
		out = append(out, h)
	}
	return out
}

// waypoint is what a run has scored after some moves, and how many nodes it has made.
type waypoint struct {
	score int32
	nodes int
}

// follow is the score of a run of moves. What it shares with the run before is not
// weighed again: the trees of one beam differ in little.
func (t *treeScratch) follow(q quadScorer, run []uint8) int32 {
	k := 0
	for k < min(len(t.prior), len(run)) && t.prior[k] == run[k] {
		k++
	}
	t.way, t.states = t.way[:k+1], t.states[:k+1]
	t.nodes = t.nodes[:t.way[k].nodes]
	sum := t.way[k].score
	for i := k; i < len(run); i++ {
		s := &t.states[i]
		if count(t.may(s)) > 1 {
			sum += t.weigh(q, s)[run[i]]
		}
		t.states = append(t.states, t.after(int32(i), run[i], 0))
		t.way = append(t.way, waypoint{sum, len(t.nodes)})
	}
	t.prior = append(t.prior[:0], run...)
	return sum
}

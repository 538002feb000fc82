package name

import "readout/text"

// tree answers in constant time what the finder asks of a sentence's tree. It is
// built once a sentence in linear time and survives any heads: those that point
// outside or in a circle count as roots.
type tree struct {
	heads       []int32 // -1 for none
	first, next []int32 // children as linked lists, in text order
	lo, hi      []int32 // half-open reach of the subtree without its clauses
	pending     []int32 // children not yet folded into lo and hi
	queue       []int32
}

func grow[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/2)
	}
	return s[:n]
}

func (t *tree) build(tokens []text.Token) {
	n := len(tokens)
	t.heads, t.first, t.next = grow(t.heads, n), grow(t.first, n), grow(t.next, n)
	t.lo, t.hi, t.pending = grow(t.lo, n), grow(t.hi, n), grow(t.pending, n)
	t.queue = t.queue[:0]
	for i := range tokens {
		h := int32(tokens[i].Head)
		if h < 0 || int(h) >= n || int(h) == i {
			h = -1
		}
		t.heads[i], t.first[i], t.next[i] = h, -1, -1
		t.lo[i], t.hi[i], t.pending[i] = int32(i), int32(i)+1, 0
	}
	for i := n - 1; i >= 0; i-- {
		if h := t.heads[i]; h >= 0 {
			t.next[i] = t.first[h]
			t.first[h] = int32(i)
			t.pending[h]++
		}
	}
	t.fold(tokens)
}

// fold widens every head by its children, leaves first.
func (t *tree) fold(tokens []text.Token) {
	for i := range tokens {
		if t.pending[i] == 0 {
			t.queue = append(t.queue, int32(i))
		}
	}
	for k := 0; k < len(t.queue); k++ {
		i := t.queue[k]
		h := t.heads[i]
		if h < 0 {
			continue
		}
		if inPhrase(tokens[i].Rel) {
			t.lo[h], t.hi[h] = min(t.lo[h], t.lo[i]), max(t.hi[h], t.hi[i])
		}
		if t.pending[h]--; t.pending[h] == 0 {
			t.queue = append(t.queue, h)
		}
	}
}

// inPhrase tells whether a dependent belongs to the phrase of its head rather
// than to a clause or a remark on it.
func inPhrase(r text.Rel) bool {
	switch r {
	case text.Acl, text.AclRelcl, text.Advcl, text.AdvclRelcl, text.Appos, text.Parataxis, text.Punct,
		text.Nsubj, text.NsubjPass, text.NsubjOuter, text.Cop, text.Aux, text.AuxPass, text.Mark,
		text.Ccomp, text.Xcomp, text.Discourse, text.Dep, text.Obl, text.Csubj, text.CsubjPass,
		text.NmodUnmarked, text.OblUnmarked, text.Vocative, text.Dislocated, text.Expl, text.Orphan, text.List:
		return false
	}
	return true
}

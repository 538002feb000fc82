package syntax

import "readout/text"

// labelScratch is what naming the relations of a tree needs room for. Tokens count
// from 1; 0 is the root's place and stands for none.
type labelScratch struct {
	atoms  []atom
	heads  []int16
	first  []int16 // first child
	next   []int16 // next sibling
	prior  []int16 // sibling before
	low    []int16 // first token of the subtree
	high   []int16 // last token of the subtree
	order  []int16 // from the root down, siblings in order
	rels   []text.Rel
	seen   []uint32   // relations that hang on the token so far, as bits
	early  []text.Rel // relations that the first labeller gave
	once   []uint32   // of these, those that hang on the token, as bits
	twice  []uint32   // and those that do so more than once
	plain  []bool     // tokens whose relation is beyond doubt
	keys   []uint32
	scores []int32
	known  [][]opinion // of each token, in the trees met so far
}

// opinion is what the first labeller says of an arc.
type opinion struct {
	arc  arc
	rel  text.Rel
	lead int32 // over all other relations
}

// arc is all that the features of an arc to a token look at.
type arc struct {
	head, grand   int16 // the token's head, and the head's
	prior, next   int16 // the siblings beside it
	before, after int16 // the tokens beside its subtree
	own, heads    kids  // its children and the head's
	rel, priorRel text.Rel
	seen          uint32 // relations that hang on the head so far
}

// forget makes l ready for the trees of another sentence, of n tokens.
func (l *labelScratch) forget(n int) {
	for len(l.known) <= n {
		l.known = append(l.known, nil)
	}
	for i := range l.known[:n+1] {
		l.known[i] = l.known[i][:0]
	}
}

// start takes over the tree that t found.
func (l *labelScratch) start(t *treeScratch) {
	n := t.n
	l.atoms = t.atoms
	l.early = l.early[:0]
	l.plain = append(l.plain[:0], make([]bool, n+1)...)
	l.heads = append(append(l.heads[:0], 0), t.heads...)
	for _, p := range []*[]int16{&l.first, &l.next, &l.prior, &l.low, &l.high} {
		*p = zeroed(*p, n+1)
	}
	l.seen = append(l.seen[:0], make([]uint32, n+1)...)
	l.rels = append(l.rels[:0], make([]text.Rel, n+1)...)
	if l.scores == nil {
		l.scores = make([]int32, text.Xcomp+1)
	}
	for d := n; d > 0; d-- {
		h := l.heads[d]
		l.next[d] = l.first[h]
		if l.first[h] != 0 {
			l.prior[l.first[h]] = int16(d)
		}
		l.first[h] = int16(d)
		l.low[d], l.high[d] = int16(d), int16(d)
	}
	l.walk()
	for i := len(l.order) - 1; i >= 0; i-- {
		d := l.order[i]
		h := l.heads[d]
		l.low[h], l.high[h] = min(l.low[h], l.low[d]), max(l.high[h], l.high[d])
	}
}

func zeroed(s []int16, n int) []int16 { return append(s[:0], make([]int16, n)...) }

// walk lists the tokens of the tree from the root down.
func (l *labelScratch) walk() {
	l.order = l.order[:0]
	d := l.first[0]
	for d != 0 {
		l.order = append(l.order, d)
		if l.first[d] != 0 {
			d = l.first[d]
			continue
		}
		for d != 0 && l.next[d] == 0 {
			d = l.heads[d]
		}
		if d != 0 {
			d = l.next[d]
		}
	}
}

// label fills l.rels. It returns the sum of the leads that the relations have.
func (l *labelScratch) label(s rowScorer) (sum int32) {
	for _, d := range l.order {
		if l.heads[d] == 0 {
			l.set(d, text.Root)
			continue
		}
		o := l.opinion(s, d)
		l.set(d, o.rel)
		l.plain[d] = o.lead >= plainLead
		sum += o.lead
	}
	return sum
}

// opinion says how s names the arc to d. The trees of a beam differ in little, so most
// have been named in another.
func (l *labelScratch) opinion(s rowScorer, d int16) opinion {
	o := opinion{arc: l.arc(d)}
	for i := range l.known[d] {
		if k := &l.known[d][i]; k.arc == o.arc {
			return *k
		}
	}
	l.features(d, &o.arc)
	clear(l.scores)
	s.score(l.keys, l.scores)
	o.rel = l.choose()
	o.lead = l.lead(o.rel)
	l.known[d] = append(l.known[d], o)
	return o
}

// plainLead is the lead over all other relations from which on one is not looked at
// again.
const plainLead = 300

// lead is how far the relation scores before its best rival.
func (l *labelScratch) lead(r text.Rel) int32 {
	return l.scores[r] - l.scores[rival(l.scores, int(r))]
}

// relabel goes over l.rels once more, looking also at what was found the first time for
// the children and all siblings of each token.
func (l *labelScratch) relabel(s rowScorer) {
	l.review()
	for _, d := range l.order {
		if l.plain[d] || l.heads[d] == 0 {
			l.set(d, l.early[d])
			continue
		}
		x := l.arc(d)
		l.features(d, &x)
		l.laterFeatures(d)
		clear(l.scores)
		s.score(l.keys, l.scores)
		l.set(d, l.choose())
	}
}

// review keeps the relations found as the early ones.
func (l *labelScratch) review() {
	l.early = append(l.early[:0], l.rels...)
	clear(l.seen)
	l.once = append(l.once[:0], l.seen...)
	l.twice = append(l.twice[:0], l.seen...)
	for _, d := range l.order {
		h, bit := l.heads[d], marked(l.early[d])
		l.twice[h] |= l.once[h] & bit
		l.once[h] |= bit
	}
}

func (l *labelScratch) choose() text.Rel {
	b := text.Dep
	for r, s := range l.scores {
		if s > l.scores[b] && text.Rel(r) != text.Root && r != 0 {
			b = text.Rel(r)
		}
	}
	return b
}

// marked are the relations that a head has once at most; their bits tell the later
// children what is taken.
func marked(r text.Rel) uint32 {
	switch r {
	case text.Nsubj, text.NsubjPass, text.Expl, text.NsubjOuter:
		return 1
	case text.Csubj, text.CsubjPass, text.CsubjOuter:
		return 2
	case text.Obj:
		return 4
	case text.Iobj:
		return 8
	case text.Ccomp, text.Xcomp:
		return 16
	case text.Cop:
		return 32
	case text.AuxPass:
		return 64
	case text.Cc:
		return 128
	case text.Conj:
		return 256
	case text.Case:
		return 512
	case text.Mark:
		return 1024
	case text.Det, text.NmodPoss:
		return 2048
	case text.AclRelcl, text.Acl:
		return 4096
	case text.Advcl, text.AdvclRelcl:
		return 8192
	}
	return 0
}

func (l *labelScratch) set(d int16, r text.Rel) {
	l.rels[d] = r
	l.seen[l.heads[d]] |= marked(r)
}

// kids tells about the children of a token: its outermost ones, and the words that
// mark what it is used for.
type kids struct {
	left, right int16 // outermost
	inner       int16 // right child nearest to the token
	mark, aux   int16 // first adposition or conjunction, first auxiliary, on the left
	nl, nr      uint8
	subject, wh uint8 // a noun on the left; a wh-word
}

func (l *labelScratch) kids(h int16) (k kids) {
	for c := l.first[h]; c != 0; c = l.next[c] {
		if c > h {
			if k.nr == 0 {
				k.inner = c
			}
			k.right = c
			k.nr++
			continue
		}
		if k.nl == 0 {
			k.left = c
		}
		k.nl++
		switch text.UPOS(l.atoms[c].u - 16) {
		case text.ADP, text.SCONJ, text.PART:
			if k.mark == 0 {
				k.mark = c
			}
		case text.AUX:
			if k.aux == 0 {
				k.aux = c
			}
		case text.NOUN, text.PROPN, text.PRON:
			k.subject = 1
		}
		if x := text.XPOS(l.atoms[c].p >> 8); x == text.WDT || x == text.WP || x == text.WRB {
			k.wh = 1
		}
	}
	k.nl, k.nr = min(k.nl, 3), min(k.nr, 3)
	return k
}

// at is the atom of token i, or that of none beyond the ends.
func (l *labelScratch) at(i int16) *atom {
	if i < 1 || int(i) >= len(l.atoms) {
		return &l.atoms[0]
	}
	return &l.atoms[i]
}

func (l *labelScratch) arc(d int16) arc {
	h, p := l.heads[d], l.prior[d]
	return arc{
		head: h, grand: l.heads[h], prior: p, next: l.next[d], before: l.low[d] - 1, after: l.high[d] + 1,
		own: l.kids(d), heads: l.kids(h), rel: l.rels[h], priorRel: l.rels[p], seen: l.seen[h],
	}
}

// features leaves in l.keys the features of the arc x to d.
func (l *labelScratch) features(d int16, x *arc) {
	hd := x.head
	a, h, g := &l.atoms[d], &l.atoms[hd], &l.atoms[x.grand]
	dir := uint32(0)
	near := gap(d, hd)
	if hd < d {
		dir, near = 1, gap(hd, d)
	}
	dk, hk := &x.own, &x.heads
	hrel, prel, seen := uint32(x.rel), uint32(x.priorRel), x.seen
	pr, nx := x.prior, x.next
	mark, aux := &l.atoms[dk.mark], &l.atoms[dk.aux]
	haux, hmark := &l.atoms[hk.aux], &l.atoms[hk.mark]
	shape := uint32(dk.nl) | uint32(dk.nr)<<2 | uint32(dk.subject)<<4 | uint32(dk.wh)<<5
	before, after := l.at(x.before), l.at(x.after)
	k := append(l.keys[:0],
		key2(1, dir, near), key2(2, dir, a.wp), key2(3, dir, a.w), key2(4, dir, a.p), key2(5, dir, h.wp),
		key2(6, dir, h.w), key2(7, dir, h.p), key3(8, dir, h.p, a.p), key3(9, dir, h.w, a.w),
		key3(10, dir, h.wp, a.p), key3(11, dir, h.p, a.wp), key3(12, near<<1|dir, h.p, a.p),
		key3(13, dir, h.u, a.w), key3(14, dir, h.w, a.u),
		key3(15, dir, l.at(d-1).p, a.p), key3(16, dir, l.at(d+1).p, a.p), key3(17, dir, l.at(d-1).w, a.p),
		key3(18, dir, l.at(d+1).w, a.p), key3(19, dir, before.w, a.p), key3(20, dir, after.w, a.p),
		key3(21, dir<<16|before.p, h.p, a.p), key3(22, dir, l.at(hd-1).p, h.p), key3(23, dir, l.at(hd+1).p, h.p),
		key3(24, dir, mark.w, a.p), key3(25, dir, mark.w, h.p), key3(26, dir, mark.w, h.w), key3(27, dir, mark.w, a.w),
		key3(28, dir<<16|h.p, mark.w, a.p), key3(29, dir, aux.w, a.p), key3(30, dir<<8|shape, a.p, h.p),
		key3(31, dir, l.atoms[dk.left].w, a.p), key3(32, dir<<16|l.atoms[dk.left].p, a.p, h.p),
		key3(33, dir, l.atoms[dk.right].w, a.p), key3(34, dir<<16|l.atoms[dk.right].p, a.p, h.p),
		key3(35, dir<<16|l.atoms[dk.inner].p, a.p, h.p),
	)
	l.keys = append(k,
		key2(36, dir, hrel), key3(37, dir, hrel, a.p), key3(38, dir<<16|a.p, hrel, h.p), key3(39, dir, g.p, a.p<<16|h.p),
		key3(40, dir, hrel, a.w), key3(41, dir, g.w, a.p),
		key3(42, dir, prel, a.p), key3(43, dir, prel, h.p<<16|a.p), key3(44, dir, prel, a.w), key3(45, dir, l.atoms[pr].p, a.p),
		key3(46, dir, l.atoms[nx].p, a.p), key3(47, dir<<16|l.atoms[nx].p, h.p, a.p), key3(48, dir, l.atoms[pr].w, a.p),
		key3(49, dir, l.atoms[nx].w, a.p),
		key3(50, dir, seen, a.p), key3(51, dir, seen, a.p<<16|h.p), key3(52, dir, seen, h.w), key3(53, dir, seen, a.w),
		key3(54, dir<<16|mark.w, seen, h.p),
		key3(55, dir, haux.w, a.p), key3(56, dir<<16|h.p, haux.w, a.p), key3(57, dir, haux.w, a.w), key3(58, dir, hmark.w, a.p),
		key3(59, dir<<16|uint32(hk.nl)<<2|uint32(hk.nr), a.p, h.p),
		key2(60, dir, a.c), key2(61, dir, h.c), key3(62, dir, h.c, a.c), key3(63, dir, h.d, a.d), key3(64, dir, h.p, a.c),
		key3(65, dir, h.c, a.p), key3(66, dir, a.e, h.e<<16|mark.w&0xFFFF), key3(67, dir, h.c, mark.w), key3(68, dir, a.c, mark.w),
		key3(69, dir, prel, h.w), key3(70, dir, hrel, h.w),
	)
}

// arguments are the bits of relations that a head's arguments and auxiliaries bear.
const arguments = 1 | 2 | 4 | 8 | 16 | 32 | 64

// laterFeatures adds to l.keys what the early relations tell of the arc to d.
func (l *labelScratch) laterFeatures(d int16) {
	hd := l.heads[d]
	a, h := &l.atoms[d], &l.atoms[hd]
	dir := uint32(0)
	if hd < d {
		dir = 1
	}
	own := uint32(l.early[d])
	others := l.once[hd] &^ (marked(l.early[d]) &^ l.twice[hd])
	few := others & arguments
	under := l.once[d]
	prior, next := uint32(l.early[l.prior[d]]), uint32(l.early[l.next[d]])
	hrel := uint32(l.early[hd])
	dk := l.kids(d)
	first, last := uint32(l.early[dk.left]), uint32(l.early[dk.right])
	l.keys = append(l.keys,
		key2(80, dir, own), key3(81, dir, own, a.p), key3(82, dir, own, h.p), key3(83, dir, own, a.w), key3(84, dir, own, h.w),
		key3(85, dir<<16|a.p, own, h.p),
		key3(86, dir, others, own), key3(87, dir, others, a.p), key3(88, dir, few, own), key3(89, dir<<16|a.p, few, own),
		key3(90, dir<<16|a.p, few, h.p), key3(91, dir, few, h.w), key3(92, dir, few, a.w),
		key3(93, dir, under, own), key3(94, dir, under, a.p), key3(95, dir<<16|a.p, under, h.p), key3(96, dir, under, a.w),
		key3(97, dir, next, own), key3(98, dir, next, a.p), key3(99, dir<<16|a.p, next, h.p), key3(100, prior, next, own),
		key3(101, prior, next, a.p), key3(102, dir, next, a.w), key3(103, dir, next, h.w),
		key3(104, hrel, own, dir), key3(105, hrel, own<<1|dir, a.p), key3(106, hrel, under, own),
		key3(107, first, last, own), key3(108, first, last, a.p), key3(109, dir, last, a.w), key3(110, dir, first, a.w),
	)
}

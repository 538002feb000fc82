package syntax

import "slices"

// The parser is arc-hybrid: it reads tokens from the left onto a stack; left hangs
// the top of the stack on the next token, right hangs it on the one beneath. After
// the last token comes the root, which takes the last one left on the stack, and
// only that, so that every run of moves makes one rooted projective tree.

// The moves.
const (
	shift = iota
	left
	right
	noMove
)

// node is a token on the stack, with what hangs on it so far. Nodes never change:
// what hangs a token on another makes a new node.
type node struct {
	below          int32 // the node beneath, or -1
	tok            int16
	l1, l2, r1, r2 int16 // outermost and second outermost children on each side, 0 for none
	nl, nr         uint8
}

// state is a point in a run of moves.
type state struct {
	score int32
	prev  int32 // the state before
	top   int32 // node on top of the stack, or -1
	next  int16 // token to be read; n+1 is the root
	l1    int16 // children of the next token
	l2    int16
	nl    uint8
	move  uint8 // that led here
}

// atom is a token as the parser's features see it.
type atom struct {
	w, p, wp   uint32 // form, tag, both
	c, d, e, u uint32 // cluster and its wider ones, coarse tag
}

// treeScratch is what parsing a sentence needs room for. Tokens count from 1.
type treeScratch struct {
	n      int
	atoms  []atom // 0 for none, n+1 for the root
	states []state
	nodes  []node
	beam   []int32
	cand   []candidate
	keys   []uint32
	heads  []int16 // of token i+1, 0 for the root's
	known  memo

	turned []int16  // the heads of a tree over the tokens in reverse order
	back   retracer // finds the moves to it

	prior []uint8    // the run of moves followed last
	way   []waypoint // along it, one more than there are moves
}

type candidate struct {
	score int32
	from  int32
	move  uint8
}

func (t *treeScratch) start(words []*word, tags []uint16, pairs []tagPair) {
	t.n = len(tags)
	t.atoms = append(t.atoms[:0], atom{w: 1, p: 1, wp: 1, c: 1, d: 1, e: 1, u: 1})
	for i, w := range words {
		p := pairs[tags[i]]
		tag := uint32(p.xpos)<<8 | uint32(p.upos) + 16
		t.atoms = append(t.atoms, atom{
			w: w.lower, p: tag, wp: w.lower ^ tag*0x9E3779B1,
			c: w.cluster, d: w.wide, e: w.wider, u: uint32(p.upos) + 16,
		})
	}
	t.atoms = append(t.atoms, atom{w: 2, p: 2, wp: 2, c: 2, d: 2, e: 2, u: 2})
	t.begin()
}

// begin makes the first state the only one.
func (t *treeScratch) begin() {
	t.states = append(t.states[:0], state{prev: -1, top: -1, next: 1, move: noMove})
	t.nodes = t.nodes[:0]
	t.known.clear()
}

// may tells which moves the state allows.
func (t *treeScratch) may(s *state) (ok [moves]bool) {
	last := int(s.next) > t.n
	if s.top < 0 {
		ok[shift] = !last
		return ok
	}
	deep := t.nodes[s.top].below >= 0
	ok[shift] = !last
	ok[left] = !last || !deep
	ok[right] = deep
	return ok
}

// after is the state that move leads to from the state numbered from.
func (t *treeScratch) after(from int32, move uint8, score int32) state {
	s := t.states[from]
	s.score, s.prev, s.move = score, from, move
	switch move {
	case shift:
		t.nodes = append(t.nodes, node{below: s.top, tok: s.next, l1: s.l1, l2: s.l2, nl: s.nl})
		s.top = int32(len(t.nodes) - 1)
		s.next++
		s.l1, s.l2, s.nl = 0, 0, 0
	case left:
		top := t.nodes[s.top]
		s.l1, s.l2 = top.tok, s.l1
		s.nl = min(s.nl+1, 7)
		s.top = top.below
	case right:
		child := t.nodes[s.top]
		head := t.nodes[child.below]
		head.r1, head.r2 = child.tok, head.r1
		head.nr = min(head.nr+1, 7)
		t.nodes = append(t.nodes, head)
		s.top = int32(len(t.nodes) - 1)
	}
	return s
}

// parse leaves the heads of the best run found in t.heads.
// Runs that lag behind the best by more than lag are given up, so that where the
// sentence is plain one run is followed.
func (t *treeScratch) parse(q quadScorer, width int, lag int32) {
	t.beam = append(t.beam[:0], 0)
	for range 2 * t.n {
		t.expand(q)
		t.keep(width)
		k := len(t.cand)
		for t.cand[k-1].score < t.cand[0].score-lag {
			k--
		}
		t.cand = t.cand[:k]
		t.step()
	}
	t.trace(t.beam[0])
}

// expand lists the ways on from the states of the beam.
func (t *treeScratch) expand(q quadScorer) {
	t.cand = t.cand[:0]
	for _, i := range t.beam {
		s := &t.states[i]
		ok := t.may(s)
		if count(ok) == 1 && len(t.beam) == 1 {
			t.cand = append(t.cand, candidate{s.score, i, only(ok)})
			continue
		}
		w := t.weigh(q, s)
		for m := range uint8(noMove) {
			if ok[m] {
				t.cand = append(t.cand, candidate{s.score + w[m], i, m})
			}
		}
	}
}

func count(ok [moves]bool) (n int) {
	for _, o := range ok {
		if o {
			n++
		}
	}
	return n
}

func only(ok [moves]bool) uint8 {
	for m, o := range ok {
		if o {
			return uint8(m)
		}
	}
	return noMove
}

// keep leaves the width best candidates, best first; the earlier wins a tie.
func (t *treeScratch) keep(width int) {
	k := 0
	for i := range t.cand {
		c := t.cand[i]
		if k == width && c.score <= t.cand[k-1].score {
			continue
		}
		if k < width {
			k++
		}
		j := k - 1
		for ; j > 0 && t.cand[j-1].score < c.score; j-- {
			t.cand[j] = t.cand[j-1]
		}
		t.cand[j] = c
	}
	t.cand = t.cand[:k]
}

// step makes the kept candidates the beam.
func (t *treeScratch) step() {
	t.beam = t.beam[:0]
	for _, c := range t.cand {
		s := t.after(c.from, c.move, c.score)
		t.states = append(t.states, s)
		t.beam = append(t.beam, int32(len(t.states)-1))
	}
}

// trace reads the heads off the run that ends in state i.
func (t *treeScratch) trace(i int32) {
	t.heads = append(t.heads[:0], make([]int16, t.n)...)
	for t.states[i].prev >= 0 {
		s := &t.states[i]
		before := &t.states[s.prev]
		switch s.move {
		case left:
			h := before.next
			if int(h) > t.n {
				h = 0
			}
			t.heads[t.nodes[before.top].tok-1] = h
		case right:
			child := &t.nodes[before.top]
			t.heads[child.tok-1] = t.nodes[child.below].tok
		}
		i = s.prev
	}
}

// oracle gives the moves of the gold tree, in order. heads holds the head of token
// i+1, 0 for the root; the tree must be projective.
func oracle(heads []int16) []uint8 { return new(retracer).moves(heads) }

// retracer finds the moves that make a tree. Its memory is used again.
type retracer struct {
	missing []int // children of a token not yet found
	stack   []int
	run     []uint8
}

// moves is oracle; what it returns is good until the next call.
func (r *retracer) moves(heads []int16) []uint8 {
	n := len(heads)
	r.missing = slices.Grow(r.missing[:0], n+2)[:n+2]
	clear(r.missing)
	for _, h := range heads {
		r.missing[headOf(h, n)]++
	}
	r.stack, r.run = r.stack[:0], r.run[:0]
	for next := 1; len(r.run) < 2*n; {
		if m := r.reduce(heads, next); m != shift {
			r.run = append(r.run, m)
			continue
		}
		if next > n {
			return nil
		}
		r.stack = append(r.stack, next)
		r.run = append(r.run, shift)
		next++
	}
	return r.run
}

// reduce takes the top of the stack off, where all its children are found and its head is
// at hand, and returns the move that does so, or shift.
func (r *retracer) reduce(heads []int16, next int) uint8 {
	k, n := len(r.stack), len(heads)
	if k == 0 || r.missing[r.stack[k-1]] != 0 {
		return shift
	}
	m := uint8(shift)
	h := headOf(heads[r.stack[k-1]-1], n)
	switch {
	case h == next:
		m = left
	case k > 1 && h == r.stack[k-2]:
		m = right
	default:
		return shift
	}
	r.missing[h]--
	r.stack = r.stack[:k-1]
	return m
}

// headOf puts the root after the last token, where the parser has it.
func headOf(h int16, n int) int {
	if h == 0 {
		return n + 1
	}
	return int(h)
}

func gap(a, b int16) uint32 {
	switch d := b - a; {
	case d < 5:
		return uint32(d)
	case d < 8:
		return 5
	case d < 12:
		return 6
	case d < 20:
		return 7
	}
	return 8
}

// view is all of a state that its features look at.
type view struct {
	n0, n1       node // the topmost nodes
	t2           int16
	next, l1, l2 int16
	nl           uint8
}

func (t *treeScratch) view(s *state) (v view) {
	v.next, v.l1, v.l2, v.nl = s.next, s.l1, s.l2, s.nl
	if s.top < 0 {
		return v
	}
	v.n0 = t.nodes[s.top]
	if v.n0.below >= 0 {
		v.n1 = t.nodes[v.n0.below]
		if v.n1.below >= 0 {
			v.t2 = t.nodes[v.n1.below].tok
		}
	}
	v.n0.below, v.n1.below = 0, 0
	return v
}

// weigh scores the moves from the state. States that look alike score alike, and many
// states of a beam differ only in what lies deeper in the stack.
func (t *treeScratch) weigh(q quadScorer, s *state) [moves]int32 {
	v := t.view(s)
	r := t.known.find(&v)
	if !r.set {
		t.features(&v)
		r.view, r.w, r.set = v, q.score(t.keys), true
	}
	return r.w
}

// features leaves in t.keys the features of what is seen of a state.
func (t *treeScratch) features(v *view) {
	end := len(t.atoms) - 1
	b := int(v.next)
	b0, b1, b2 := &t.atoms[b], &t.atoms[0], &t.atoms[0]
	if b+1 <= end {
		b1 = &t.atoms[b+1]
	}
	if b+2 <= end {
		b2 = &t.atoms[b+2]
	}
	k := t.keys[:0]
	k = t.pairFeatures(k, v, b0, b1, b2)
	k = t.childFeatures(k, v, b0, b1)
	t.keys = k
}

func (t *treeScratch) pairFeatures(k []uint32, v *view, b0, b1, b2 *atom) []uint32 {
	s0, s1, s2 := &t.atoms[v.n0.tok], &t.atoms[v.n1.tok], &t.atoms[v.t2]
	return append(k,
		key1(1, s0.wp), key1(2, s0.w), key1(3, s0.p),
		key1(4, s1.wp), key1(5, s1.w), key1(6, s1.p),
		key1(7, b0.wp), key1(8, b0.w), key1(9, b0.p),
		key1(10, b1.wp), key1(11, b1.w), key1(12, b1.p),
		key1(13, b2.w), key1(14, b2.p), key1(15, s2.w), key1(16, s2.p),
		key2(17, s0.wp, b0.wp), key2(18, s0.wp, b0.w), key2(19, s0.w, b0.wp),
		key2(20, s0.wp, b0.p), key2(21, s0.p, b0.wp), key2(22, s0.w, b0.w), key2(23, s0.p, b0.p),
		key2(24, s1.wp, s0.wp), key2(25, s1.w, s0.w), key2(26, s1.wp, s0.p),
		key2(27, s1.p, s0.wp), key2(28, s1.p, s0.p),
		key2(29, s1.p, b0.p), key2(30, s1.w, b0.w), key2(31, b0.p, b1.p), key2(32, b0.w, b1.p), key2(33, b0.p, b1.w),
		key3(34, s0.p, b0.p, b1.p), key3(35, b0.p, b1.p, b2.p), key3(36, s1.p, s0.p, b0.p),
		key3(37, s2.p, s1.p, s0.p), key3(38, s0.wp, b0.p, b1.p), key3(39, s1.p, s0.wp, b0.p),
		key3(40, s1.p, s0.p, b0.wp), key3(41, s1.wp, s0.p, b0.p), key3(42, s0.p, b0.wp, b1.p),
		key1(43, s0.c), key1(44, s1.c), key1(45, b0.c), key1(46, b1.c),
		key2(47, s0.c, b0.c), key2(48, s1.c, s0.c), key3(49, s0.c, b0.p, b1.p), key2(50, s0.p, b0.c),
		key2(51, s1.c, s0.p), key2(52, s1.p, s0.c), key3(53, s0.d, b0.d, b1.d), key3(54, s1.d, s0.d, b0.d),
		key3(55, s1.d, s0.d, b0.p), key3(56, s0.d, b0.d, s1.p),
	)
}

func (t *treeScratch) childFeatures(k []uint32, v *view, b0, b1 *atom) []uint32 {
	n0, n1, s := &v.n0, &v.n1, v
	s0, s1 := &t.atoms[n0.tok], &t.atoms[n1.tok]
	s0l, s0r, s0l2, s0r2 := &t.atoms[n0.l1], &t.atoms[n0.r1], &t.atoms[n0.l2], &t.atoms[n0.r2]
	s1l, s1r := &t.atoms[n1.l1], &t.atoms[n1.r1]
	s1l2, s1r2 := &t.atoms[n1.l2], &t.atoms[n1.r2]
	b0l, b0l2 := &t.atoms[s.l1], &t.atoms[s.l2]
	db, ds := gap(n0.tok, s.next), gap(n1.tok, n0.tok)
	v0l, v0r, v1, vb := uint32(n0.nl), uint32(n0.nr), uint32(n1.nr)<<4|uint32(n1.nl), uint32(s.nl)
	return append(k,
		key2(60, s0.w, db), key2(61, s0.p, db), key2(62, b0.w, db), key2(63, b0.p, db),
		key3(64, s0.p, b0.p, db), key3(65, s0.w, b0.w, db), key2(66, s0.p, ds), key2(67, s1.p, ds),
		key3(68, s0.p, s1.p, ds), key3(69, s1.w, s0.w, ds), key2(59, s1.w, ds), key2(58, s0.w, ds),
		key2(70, s0.w, v0l), key2(71, s0.p, v0l), key2(72, s0.w, v0r), key2(73, s0.p, v0r),
		key2(74, s1.w, v1), key2(75, s1.p, v1), key2(76, b0.w, vb), key2(77, b0.p, vb),
		key1(78, s0l.w), key1(79, s0l.p), key1(80, s0r.w), key1(81, s0r.p),
		key1(82, s1l.w), key1(83, s1l.p), key1(84, s1r.w), key1(85, s1r.p), key1(86, b0l.w), key1(87, b0l.p),
		key3(88, s0.p, s0l.p, b0.p), key3(89, s0.p, s0r.p, b0.p), key3(90, s0.p, b0.p, b0l.p),
		key3(91, s1.p, s1r.p, s0.p), key3(92, s1.p, s1l.p, s0.p), key3(93, s1.p, s0.p, s0l.p), key3(94, s1.p, s0.p, s0r.p),
		key3(95, s0.p, s0l.p, s0l2.p), key3(96, s0.p, s0r.p, s0r2.p), key3(97, s1.p, s1r.p, s1r2.p),
		key3(98, s1.p, s1l.p, s1l2.p), key3(99, b0.p, b0l.p, b0l2.p),
		key3(100, s0.p, s0l.w, b0.p), key3(101, s0.p, s0r.w, b0.p), key3(102, s1.p, s1r.w, s0.p),
		key3(103, b0.p, b0l.w, s0.p), key3(104, s1.p, s0l.w, s0.p), key3(105, s0.p, s0r.w, s1.p),
		key3(106, s1.w, s0l.w, s0.p), key3(107, s1.w, s0.w, s0l.w), key3(108, s1.p, s1r.p, s0l.p),
		key3(109, s1.w, s1r.p, s0.p), key3(110, s0.w, s0r.p, b0.p), key3(111, s1.p, s0.p, v1),
		key3(112, s0.p, b0.p, v0l<<4|v0r), key3(113, b0.p, s0.p, vb), key3(114, s0l.w, s1.p, b0.p),
		key3(115, s0l.p, s0.p, b1.p),
	)
}

package syntax

import (
	"cmp"
	"math"
	"slices"
)

// rowScorer and quadScorer are what decoding needs of a model, in training or made.
type rowScorer interface {
	score(keys []uint32, scores []int32)
}

type quadScorer interface {
	score(keys []uint32) [moves]int32
}

// quadLearner is an averaged perceptron over moves. Averages are kept by the sum of
// every change times its moment.
type quadLearner struct {
	mask  uint32
	n     int
	now   int64
	slots []quadLearnt
	sums  [][noMove]int64
}

type quadLearnt struct {
	key  uint32
	hits uint16 // changes, to tell rare features
	w    [noMove]int32
}

func newQuadLearner() *quadLearner { return sizedQuadLearner(1 << 20) }

func sizedQuadLearner(size int) *quadLearner {
	return &quadLearner{
		mask: uint32(size - 1), slots: make([]quadLearnt, size), sums: make([][noMove]int64, size),
	}
}

func (q *quadLearner) find(key uint32) uint32 {
	i := key & q.mask
	for q.slots[i].key != key && q.slots[i].key != 0 {
		i = (i + 1) & q.mask
	}
	return i
}

// reach is how many features are looked for at once: their slots are fetched together.
const reach = 16

func (q *quadLearner) score(keys []uint32) (sum [moves]int32) {
	var met [reach]uint32
	for len(keys) > 0 {
		n := min(len(keys), reach)
		for j, k := range keys[:n] {
			met[j&(reach-1)] = q.slots[k&q.mask].key
		}
		for j, k := range keys[:n] {
			if met[j&(reach-1)] == 0 {
				continue
			}
			w := &q.slots[q.find(k)].w
			sum[0] += w[0]
			sum[1] += w[1]
			sum[2] += w[2]
		}
		keys = keys[n:]
	}
	return sum
}

func (q *quadLearner) change(keys []uint32, move uint8, by int32) {
	if 2*(q.n+len(keys)) > len(q.slots) {
		q.grow()
	}
	for _, k := range keys {
		i := q.find(k)
		s := &q.slots[i]
		if s.key == 0 {
			s.key = k
			q.n++
		}
		s.w[move] += by
		q.sums[i][move] += int64(by) * q.now
		s.hits = min(s.hits+1, math.MaxUint16-1)
	}
}

func (q *quadLearner) grow() {
	g := sizedQuadLearner(2 * len(q.slots))
	g.n, g.now = q.n, q.now
	for i := range q.slots {
		if k := q.slots[i].key; k != 0 {
			j := g.find(k)
			g.slots[j], g.sums[j] = q.slots[i], q.sums[i]
		}
	}
	*q = *g
}

// table rounds the averaged weights times scale, leaving out features that changed
// fewer than rare times or round to nothing.
func (q *quadLearner) table(scale float64, rare uint16) *quadTable {
	var quads []quad
	for i := range q.slots {
		l := &q.slots[i]
		if l.key == 0 || l.hits < rare {
			continue
		}
		x := quad{key: l.key}
		for m := range noMove {
			x.w[m] = quantise(q.average(i, m), scale)
		}
		if x.w != [moves]int16{} {
			quads = append(quads, x)
		}
	}
	slices.SortFunc(quads, func(a, b quad) int { return cmp.Compare(a.key, b.key) })
	return tableOf(quads)
}

// tableOf makes a table of features in order of their keys.
func tableOf(quads []quad) *quadTable {
	t := newQuadTable(len(quads))
	for _, x := range quads {
		fits(t.put(x.key, x.w))
	}
	return t
}

// average is a weight's mean over the moments of the training.
func (q *quadLearner) average(i, move int) float64 {
	return float64(q.slots[i].w[move]) - float64(q.sums[i][move])/float64(max(q.now, 1))
}

func quantise(w, scale float64) int16 {
	return int16(max(-32000, min(32000, math.RoundToEven(w*scale))))
}

// rowLearner is an averaged perceptron over many classes with sparse rows.
type rowLearner struct {
	now  int64
	n    int
	mask uint32
	keys []uint32
	rows [][]learnt
	hits []uint16
}

type learnt struct {
	class int32
	w     int32
	u     int64
}

func newRowLearner() *rowLearner { return sizedRowLearner(1 << 18) }

func sizedRowLearner(size int) *rowLearner {
	return &rowLearner{mask: uint32(size - 1), keys: make([]uint32, size), rows: make([][]learnt, size), hits: make([]uint16, size)}
}

func (r *rowLearner) find(key uint32) uint32 {
	i := key & r.mask
	for r.keys[i] != key && r.keys[i] != 0 {
		i = (i + 1) & r.mask
	}
	return i
}

func (r *rowLearner) score(keys []uint32, scores []int32) {
	for _, k := range keys {
		i := r.find(k)
		if r.keys[i] == 0 {
			continue
		}
		for _, c := range r.rows[i] {
			scores[c.class] += c.w
		}
	}
}

func (r *rowLearner) change(keys []uint32, class int, by int32) {
	if 2*(r.n+len(keys)) > len(r.keys) {
		r.grow()
	}
	for _, k := range keys {
		i := r.find(k)
		if r.keys[i] == 0 {
			r.keys[i] = k
			r.n++
		}
		r.hits[i] = min(r.hits[i]+1, math.MaxUint16-1)
		r.rows[i] = changeCell(r.rows[i], int32(class), by, r.now)
	}
}

func changeCell(row []learnt, class, by int32, now int64) []learnt {
	for j := range row {
		if row[j].class == class {
			row[j].w += by
			row[j].u += int64(by) * now
			return row
		}
	}
	return append(row, learnt{class, by, int64(by) * now})
}

func (r *rowLearner) grow() {
	g := sizedRowLearner(2 * len(r.keys))
	g.n, g.now = r.n, r.now
	for i, k := range r.keys {
		if k != 0 {
			j := g.find(k)
			g.keys[j], g.rows[j], g.hits[j] = k, r.rows[i], r.hits[i]
		}
	}
	*r = *g
}

func (r *rowLearner) table(scale float64, rare uint16) *rowTable {
	var rows []row
	total := 0
	for i, k := range r.keys {
		if k == 0 || r.hits[i] < rare {
			continue
		}
		var cells []cell
		for _, c := range r.rows[i] {
			if w := quantise(float64(c.w)-float64(c.u)/float64(max(r.now, 1)), scale); w != 0 {
				cells = append(cells, cell{uint16(c.class), w})
			}
		}
		if len(cells) > 0 {
			slices.SortFunc(cells, func(a, b cell) int { return cmp.Compare(a.class, b.class) })
			rows = append(rows, row{k, cells})
			total += len(cells)
		}
	}
	slices.SortFunc(rows, func(a, b row) int { return cmp.Compare(a.key, b.key) })
	t := newRowTable(len(rows), total)
	for _, x := range rows {
		fits(t.put(x.key, x.cells))
	}
	return t
}

// fits stops a training whose weights a table cannot hold: with more than half of its slots
// empty that does not happen.
func fits(ok bool) {
	if !ok {
		panic("syntax: a table of weights is full")
	}
}

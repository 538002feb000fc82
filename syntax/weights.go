package syntax

// moves is the number of ways a parser can go on; a quad holds a weight for each.
const moves = 4

// quadTable maps a feature to one weight per move: open addressing over hashes,
// a slot filling a fraction of a cache line.
type quadTable struct {
	shift int
	slots []quadSlot
}

type quadSlot struct {
	key uint32
	w   [moves]int16
}

func newQuadTable(n int) *quadTable {
	bits := tableBits(n)
	return &quadTable{shift: 32 - bits, slots: make([]quadSlot, 1<<bits+spare)}
}

// tableBits is the power of two that keeps n slots at most half full.
func tableBits(n int) int {
	bits := 4
	for 1<<bits < 2*n {
		bits++
	}
	return bits
}

// spare slots lie past the end, so that a search never turns round. Slots are taken
// by the upper bits of the hash: tables filled in order of the hashes are filled
// from one end to the other.
const spare = 64

func (q *quadTable) put(key uint32, w [moves]int16) {
	i := key >> q.shift
	for q.slots[i].key != 0 && q.slots[i].key != key {
		i++
	}
	q.slots[i] = quadSlot{key, w}
}

// reach is how many keys are looked for at once: their slots are fetched together,
// as waiting for memory is most of the work.
const reach = 16

func (q *quadTable) score(keys []uint32) (sum [moves]int32) {
	var met [reach]uint32
	for len(keys) > 0 {
		n := min(len(keys), reach)
		for j, k := range keys[:n] {
			met[j&(reach-1)] = q.slots[k>>(q.shift&31)].key
		}
		for j, k := range keys[:n] {
			m := met[j&(reach-1)]
			i := k >> (q.shift & 31)
			for m != k && m != 0 {
				i++
				m = q.slots[i].key
			}
			if m == 0 {
				continue
			}
			w := &q.slots[i].w
			sum[0] += int32(w[0])
			sum[1] += int32(w[1])
			sum[2] += int32(w[2])
		}
		keys = keys[n:]
	}
	return sum
}

// rowTable maps a feature to the weights of the few classes it speaks for or
// against.
type rowTable struct {
	shift int
	slots []rowSlot
	cells []cell
}

type rowSlot struct{ key, from, to uint32 }

type cell struct {
	class uint16
	w     int16
}

func newRowTable(rows, cells int) *rowTable {
	bits := tableBits(rows)
	return &rowTable{shift: 32 - bits, slots: make([]rowSlot, 1<<bits+spare), cells: make([]cell, 0, cells)}
}

func (r *rowTable) put(key uint32, row []cell) {
	from := uint32(len(r.cells))
	r.cells = append(r.cells, row...)
	r.place(key, from, uint32(len(r.cells)))
}

// place tells where the cells of the key lie.
func (r *rowTable) place(key, from, to uint32) {
	i := key >> r.shift
	for r.slots[i].key != 0 && r.slots[i].key != key {
		i++
	}
	r.slots[i] = rowSlot{key, from, to}
}

// score adds up the rows of the features. The first cell of each row is fetched
// before any is added, for the reason given at reach.
func (r *rowTable) score(keys []uint32, scores []int32) {
	var met [reach]uint32
	var rows [reach]rowSlot
	var ahead [reach]cell
	for len(keys) > 0 {
		n := min(len(keys), reach)
		for j, k := range keys[:n] {
			met[j&(reach-1)] = r.slots[k>>(r.shift&31)].key
		}
		found := 0
		for j, k := range keys[:n] {
			m := met[j&(reach-1)]
			i := k >> (r.shift & 31)
			for m != k && m != 0 {
				i++
				m = r.slots[i].key
			}
			if m != 0 {
				rows[found&(reach-1)] = r.slots[i]
				ahead[found&(reach-1)] = r.cells[r.slots[i].from]
				found++
			}
		}
		for j := range found {
			row := &rows[j&(reach-1)]
			c := ahead[j&(reach-1)]
			scores[c.class] += int32(c.w)
			for _, c := range r.cells[row.from+1 : row.to] {
				scores[c.class] += int32(c.w)
			}
		}
		keys = keys[n:]
	}
}

package syntax

import (
	"cmp"
	"slices"
)

// The tables of weights are read all over the place, a hundred features for each step, so
// that waiting for memory is most of the work of reading a text. Hence a slot is one word,
// eight to a cache line, and what is most often asked lies where it is looked for first.

// moves is the number of ways a parser can go on.
const moves = 4

// slots are an open-addressed hash table. A slot holds the lower bits of its key and, above
// them, what is known of the key, which is never zero; an empty slot is zero. The upper
// bits of the key follow from the place: a slot lies at most spare places from its home.
type slots []uint64

const (
	keyBits = 28
	keyMask = 1<<keyBits - 1
	// spare slots lie past the end, so that a search never turns round.
	spare = 64
)

// newSlots makes room for n keys, of which two slots in five take up one.
func newSlots(n int) slots { return room[uint64](max(1<<12, n*5/2) + spare) }

// home is where a search for the key begins. Homes are in the order of the keys: a table
// filled in that order is filled from one end to the other.
func (s slots) home(key uint32) int { return int(uint64(key) * uint64(len(s)-spare) >> 32) }

// put stores what is known of a key that is new; the first to come lie nearest to home.
// It reports whether there was room.
func (s slots) put(key uint32, known uint64) bool {
	home := s.home(key)
	for i := home; i < home+spare; i++ {
		if s[i] == 0 {
			s[i] = known<<keyBits | uint64(key&keyMask)
			return true
		}
	}
	return false
}

// from is the slot of the key, or 0, given what lies at its home.
func (s slots) from(key uint32, met uint64) uint64 {
	for i := s.home(key); met != 0 && (met^uint64(key))&keyMask != 0; {
		i++
		met = s[i]
	}
	return met
}

// reach is how many keys are looked for at once: their slots are fetched together.
const reach = 16

// key is the key of the slot at i.
func (s slots) key(i int) uint32 {
	// the greatest whose homes begin at i or before
	upper := uint32((uint64(i+1)<<(32-keyBits) - 1) / uint64(len(s)-spare))
	key := upper<<keyBits | uint32(s[i]&keyMask)
	if s.home(key) > i {
		key -= 1 << keyBits
	}
	return key
}

// quad is a feature and its weight for each move.
type quad struct {
	key uint32
	w   [moves]int16
}

// quadTable maps a feature to its weights for the three moves that there are, twelve bits
// each.
type quadTable struct{ slots slots }

// weightLimit bounds what a quadTable stores.
const weightLimit = 1<<11 - 1

func newQuadTable(n int) *quadTable { return &quadTable{newSlots(n)} }

// put stores the weights of a feature. It reports whether there was room.
func (q *quadTable) put(key uint32, w [moves]int16) bool {
	var known uint64
	for m := noMove - 1; m >= 0; m-- {
		known = known<<12 | uint64(max(-weightLimit, min(weightLimit, w[m])))&0xFFF
	}
	return known == 0 || q.slots.put(key, known)
}

// all lists the features in order of their keys.
func (q *quadTable) all() []quad {
	var out []quad
	for i, s := range q.slots {
		if s != 0 {
			out = append(out, quad{q.slots.key(i), [moves]int16{int16(weight(s, 0)), int16(weight(s, 1)), int16(weight(s, 2))}})
		}
	}
	slices.SortFunc(out, func(a, b quad) int { return cmp.Compare(a.key, b.key) })
	return out
}

// weight is that of move m in a slot.
func weight(slot uint64, m int) int32 { return int32(int64(slot<<(24-12*m)) >> 52) }

// addQuad adds the weights in a slot; an empty slot has none.
func addQuad(sum *[moves]int32, slot uint64) {
	sum[0] += weight(slot, 0)
	sum[1] += weight(slot, 1)
	sum[2] += weight(slot, 2)
}

// quadLookup scores by a table and keeps close at hand what was asked of it last: of a
// million features a text asks for the same few thousand most of the time, and they lie
// scattered. Each goroutine needs its own.
type quadLookup struct {
	table  *quadTable
	last   []uint64 // slots by the upper bits of their keys, also of features without weights
	missed []uint32
}

const lastBits = 14

func newQuadLookup(q *quadTable) *quadLookup {
	l := &quadLookup{table: q, last: make([]uint64, 1<<lastBits)}
	for i := range l.last {
		l.last[i] = uint64(^i) << (32 - lastBits) & keyMask // no key that belongs here
	}
	return l
}

func (l *quadLookup) score(keys []uint32) (sum [moves]int32) {
	l.missed = l.missed[:0]
	for _, k := range keys {
		s := l.last[k>>(32-lastBits)]
		if (s^uint64(k))&keyMask != 0 {
			l.missed = append(l.missed, k)
			continue
		}
		addQuad(&sum, s)
	}
	slots := l.table.slots
	var met [reach]uint64
	for keys := l.missed; len(keys) > 0; {
		n := min(len(keys), reach)
		for j, k := range keys[:n] {
			met[j&(reach-1)] = slots[slots.home(k)]
		}
		for j, k := range keys[:n] {
			s := slots.from(k, met[j&(reach-1)])
			addQuad(&sum, s)
			l.last[k>>(32-lastBits)] = s&^keyMask | uint64(k&keyMask)
		}
		keys = keys[n:]
	}
	return sum
}

// rowTable maps a feature to the weights of the few classes it speaks for or
// against.
type rowTable struct {
	slots slots // where the cells of a feature begin, and from the 27th bit on how many they are
	cells []cell
}

type cell struct {
	class uint16
	w     int16
}

// row is a feature and its cells.
type row struct {
	key   uint32
	cells []cell
}

const (
	fromBits = 26
	fromMask = 1<<fromBits - 1
)

func newRowTable(rows, cells int) *rowTable {
	return &rowTable{newSlots(rows), room[cell](cells)[:0]}
}

// put stores the cells of a feature. It reports whether there was room.
func (r *rowTable) put(key uint32, row []cell) bool {
	from := len(r.cells)
	r.cells = append(r.cells, row...)
	return r.place(key, from, len(row))
}

// place tells where the cells of the key begin and how many they are. It reports whether
// there was room.
func (r *rowTable) place(key uint32, from, n int) bool {
	return n > 0 && n < 1<<(64-keyBits-fromBits) && from <= fromMask && r.slots.put(key, uint64(n)<<fromBits|uint64(from))
}

// rowOf are the cells that a slot tells of.
func (r *rowTable) rowOf(slot uint64) []cell {
	from := slot >> keyBits & fromMask
	return r.cells[from : from+slot>>(keyBits+fromBits)]
}

// all lists the features in order of their keys.
func (r *rowTable) all() []row {
	var out []row
	for i, s := range r.slots {
		if s != 0 {
			out = append(out, row{r.slots.key(i), r.rowOf(s)})
		}
	}
	slices.SortFunc(out, func(a, b row) int { return cmp.Compare(a.key, b.key) })
	return out
}

// score adds up the rows of the features. The first cell of each row is fetched
// before any is added, for the reason given above.
func (r *rowTable) score(keys []uint32, scores []int32) {
	var met, rows [reach]uint64
	var ahead [reach]cell
	for len(keys) > 0 {
		n := min(len(keys), reach)
		for j, k := range keys[:n] {
			met[j&(reach-1)] = r.slots[r.slots.home(k)]
		}
		found := 0
		for j, k := range keys[:n] {
			if s := r.slots.from(k, met[j&(reach-1)]); s != 0 {
				rows[found&(reach-1)] = s
				ahead[found&(reach-1)] = r.cells[s>>keyBits&fromMask]
				found++
			}
		}
		for j := range found {
			c := ahead[j&(reach-1)]
			scores[c.class] += int32(c.w)
			for _, c := range r.rowOf(rows[j&(reach-1)])[1:] {
				scores[c.class] += int32(c.w)
			}
		}
		keys = keys[n:]
	}
}

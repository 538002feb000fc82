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

// newSlots makes room for n keys, which take up a third of the slots.
func newSlots(n int) slots { return room[uint64](max(1<<12, n*3) + spare) }

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
	for i := s.home(key); met != 0 && differ(met, key) != 0; {
		i++
		met = s[i]
	}
	return met
}

// differ is 0 if the slot is that of the key, else 1.
func differ(slot uint64, key uint32) (d uint64) {
	if (slot^uint64(key))&keyMask != 0 {
		d = 1
	}
	return d
}

// mostKeys bounds the features that are looked for at once.
const mostKeys = 128

// search looks for many keys at once. First it fetches all their homes, which are on their
// way together: no step of that hangs on what was fetched, and the processor need not guess
// any way to go. Only then it looks further for the few that lie elsewhere.
type search struct {
	found [mostKeys]uint64
	far   [mostKeys]uint8 // which keys lie elsewhere
}

// in returns the slots of the keys, 0 for those that there are not. They are good until the
// next call.
func (f *search) in(s slots, keys []uint32) []uint64 {
	found := f.found[:len(keys)]
	for i, k := range keys {
		found[i] = s[s.home(k)]
	}
	n := 0
	for i, k := range keys {
		f.far[n&(mostKeys-1)] = uint8(i)
		d := differ(found[i], k)
		if found[i] == 0 {
			d = 0
		}
		n += int(d)
	}
	for _, i := range f.far[:n] {
		found[i] = s.from(keys[i], found[i])
	}
	return found
}

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
	missed [mostKeys]uint32
	search search
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
	last := l.last[:1<<lastBits]
	n := 0
	for _, k := range keys {
		s := last[k>>(32-lastBits)]
		l.missed[n&(mostKeys-1)] = k
		d := differ(s, k)
		n += int(d)
		addQuad(&sum, s&(d-1))
	}
	missed := l.missed[:n]
	for i, s := range l.search.in(l.table.slots, missed) {
		k := missed[i]
		last[k>>(32-lastBits)] = s&^keyMask | uint64(k&keyMask)
		addQuad(&sum, s)
	}
	return sum
}

// rowTable maps a feature to the weights of the few classes it speaks for or
// against.
type rowTable struct {
	slots slots // where the cells of a feature begin, and from the 27th bit on how many they are
	cells []cell
	wide  wideRows // where many classes have a weight
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
	// inWide stands in a slot for the number of cells where they are a wide row.
	inWide = 1<<(64-keyBits-fromBits) - 1
)

func newRowTable(rows, cells int) *rowTable {
	return &rowTable{slots: newSlots(rows), cells: room[cell](cells)[:0]}
}

// put stores the cells of a feature. It reports whether there was room.
func (r *rowTable) put(key uint32, row []cell) bool {
	if r.wide.suit(row) {
		return r.place(key, r.wide.put(row), inWide)
	}
	from := len(r.cells)
	r.cells = append(r.cells, row...)
	return r.place(key, from, len(row))
}

// place tells where the cells of the key begin and how many they are. It reports whether
// there was room.
func (r *rowTable) place(key uint32, from, n int) bool {
	return n > 0 && n <= inWide && from <= fromMask && r.slots.put(key, uint64(n)<<fromBits|uint64(from))
}

// rowOf are the cells that a slot tells of.
func (r *rowTable) rowOf(slot uint64) []cell {
	from := slot >> keyBits & fromMask
	n := slot >> (keyBits + fromBits)
	if n == inWide {
		return r.wide.cells(from)
	}
	return r.cells[from : from+n]
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

// rowLookup scores by a table. Each goroutine needs its own.
type rowLookup struct {
	table  *rowTable
	search search
	rows   [mostKeys]uint64 // slots of rows that are not wide
	wide   [mostKeys]uint64 // slots of those that are
	first  [mostKeys]cell
	words  [mostKeys]uint64
}

func newRowLookup(r *rowTable) *rowLookup { return &rowLookup{table: r} }

// score adds up the rows of the features. The beginnings of all are fetched before any is
// added, for the reason given above.
func (l *rowLookup) score(keys []uint32, scores []int32) {
	rows, wide := l.sort(l.search.in(l.table.slots, keys))
	words, first := l.words[:len(wide)], l.first[:len(rows)]
	for i, s := range wide {
		words[i] = l.table.wide.first(s >> keyBits & fromMask)
	}
	for i, s := range rows {
		first[i] = l.table.cells[s>>keyBits&fromMask]
	}
	var sum wideSum
	for i, s := range wide {
		sum.add(l.table.wide.row(s>>keyBits&fromMask), words[i])
	}
	sum.spread(scores)
	for i, s := range rows {
		scores[first[i].class] += int32(first[i].w)
		for _, c := range l.table.rowOf(s)[1:] {
			scores[c.class] += int32(c.w)
		}
	}
}

// sort tells the slots of wide rows from those of others; empty ones are left out.
func (l *rowLookup) sort(found []uint64) (rows, wide []uint64) {
	n, w := 0, 0
	for _, s := range found {
		l.rows[n&(mostKeys-1)], l.wide[w&(mostKeys-1)] = s, s
		one, other := 1, 0
		if s>>(keyBits+fromBits) == inWide {
			one, other = 0, 1
		}
		if s == 0 {
			one = 0
		}
		n += one
		w += other
	}
	return l.rows[:n], l.wide[:w]
}

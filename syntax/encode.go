package syntax

import (
	"bytes"
	"encoding/binary"
	"iter"
	"slices"

	"readout/text"
)

// A model file is one stream of varints: the tables in order of their hashes, each hash
// as the difference from the one before. It is not compressed, as unpacking would take
// most of the time that loading takes.

const magic = "readout syntax 3\n"

// Encode returns the model as a file's bytes.
func (m *Model) Encode() []byte {
	w := writer{[]byte(magic)}
	w.uint(uint64(m.width))
	w.uint(uint64(m.lag))
	w.uint(uint64(len(m.tagger.pairs)))
	for _, p := range m.tagger.pairs {
		w.uint(uint64(p.upos)<<8 | uint64(p.xpos))
	}
	w.lexicon(&m.words)
	w.lemmas(m.lemmas)
	w.rows(m.tagger.weights)
	w.rows(m.labels)
	w.rows(m.again)
	w.quads(m.trees)
	w.quads(m.back)
	return w.b
}

type writer struct{ b []byte }

func (w *writer) uint(v uint64)   { w.b = binary.AppendUvarint(w.b, v) }
func (w *writer) int(v int64)     { w.b = binary.AppendVarint(w.b, v) }
func (w *writer) string(s string) { w.uint(uint64(len(s))); w.b = append(w.b, s...) }

// keys writes ascending hashes.
func (w *writer) keys(keys []uint32) {
	w.uint(uint64(len(keys)))
	last := uint32(0)
	for _, k := range keys {
		w.uint(uint64(k - last))
		last = k
	}
}

func sortedKeys[V any](m map[uint32]V) []uint32 {
	keys := make([]uint32, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

func (w *writer) lexicon(x *lexicon) {
	keys := sortedKeys(x.clusters)
	w.keys(keys)
	for _, k := range keys {
		for _, c := range x.clusters[k] {
			w.uint(uint64(c))
		}
	}
	keys = sortedKeys(x.usual)
	w.keys(keys)
	for _, k := range keys {
		w.uint(uint64(x.usual[k].class))
		w.uint(uint64(x.usual[k].only))
	}
}

func (w *writer) lemmas(l *lemmatizer) {
	w.uint(uint64(len(l.edits)))
	for _, e := range l.edits {
		w.int(int64(e.cut))
		w.string(e.add)
	}
	keys := sortedKeys(l.rules)
	w.keys(keys)
	for _, k := range keys {
		w.uint(uint64(l.rules[k]))
	}
}

func (w *writer) rows(r *rowTable) {
	rows := r.all()
	keys := make([]uint32, len(rows))
	total := 0
	for i, x := range rows {
		keys[i] = x.key
		total += len(x.cells)
	}
	w.uint(uint64(total))
	w.keys(keys)
	for _, x := range rows {
		w.uint(uint64(len(x.cells)))
	}
	for _, x := range rows {
		for _, c := range x.cells {
			w.uint(uint64(c.class))
		}
	}
	for _, x := range rows {
		for _, c := range x.cells {
			w.int(int64(c.w))
		}
	}
}

func (w *writer) quads(q *quadTable) {
	quads := q.all()
	keys := make([]uint32, len(quads))
	for i, x := range quads {
		keys[i] = x.key
	}
	w.keys(keys)
	for m := range noMove {
		for _, x := range quads {
			w.int(int64(x.w[m]))
		}
	}
}

// Decode reads what Encode wrote; it fails on anything else.
func Decode(b []byte) (*Model, error) {
	b, ok := bytes.CutPrefix(b, []byte(magic))
	if !ok {
		return nil, errBroken
	}
	r := &reader{b: b}
	m := &Model{width: r.uint(), lag: int32(r.uint())}
	m.tagger.pairs = make([]tagPair, r.size())
	for i := range m.tagger.pairs {
		v := r.uint()
		m.tagger.pairs[i] = tagPair{text.UPOS(v >> 8), text.XPOS(v)}
	}
	r.lexicon(&m.words)
	m.lemmas = r.lemmas()
	m.tagger.weights = r.rows(len(m.tagger.pairs))
	m.labels = r.rows(int(text.Xcomp) + 1)
	m.again = r.rows(int(text.Xcomp) + 1)
	m.trees = r.quads()
	m.back = r.quads()
	if r.bad || len(r.b) != 0 || m.width < 1 || len(m.tagger.pairs) == 0 {
		return nil, errBroken
	}
	m.addPasts()
	return m, nil
}

type reader struct {
	b   []byte
	bad bool

	// room for one table after the other
	hashes []uint32
	counts []int32
	cells  []cell
	moves  []quad
}

func (r *reader) uint() int {
	v, n := binary.Uvarint(r.b)
	if n <= 0 || v > 1<<40 {
		r.bad, r.b = true, nil
		return 0
	}
	r.b = r.b[n:]
	return int(v)
}

func (r *reader) int() int {
	v, n := binary.Varint(r.b)
	if n <= 0 {
		r.bad, r.b = true, nil
		return 0
	}
	r.b = r.b[n:]
	return int(v)
}

// size reads a count of things that take a byte each at least.
func (r *reader) size() int {
	n := r.uint()
	if n > len(r.b) {
		r.bad, r.b = true, nil
		return 0
	}
	return n
}

func (r *reader) string() string {
	n := r.size()
	s := string(r.b[:n])
	r.b = r.b[n:]
	return s
}

// keys reads ascending hashes; they are good until the next call.
func (r *reader) keys() []uint32 {
	n := r.size()
	r.hashes = slices.Grow(r.hashes[:0], n)[:n]
	keys := r.hashes
	last := uint32(0)
	for i := range keys {
		last += uint32(r.uint())
		keys[i] = last
	}
	return keys
}

func (r *reader) lexicon(x *lexicon) {
	keys := r.keys()
	x.clusters = make(map[uint32]cluster, len(keys))
	for _, k := range keys {
		x.clusters[k] = cluster{uint16(r.uint()), uint16(r.uint()), uint16(r.uint())}
	}
	keys = r.keys()
	x.usual = make(map[uint32]usage, len(keys))
	for _, k := range keys {
		x.usual[k] = usage{uint32(r.uint()), uint16(r.uint())}
	}
}

func (r *reader) lemmas() *lemmatizer {
	l := &lemmatizer{edits: make([]edit, r.size())}
	for i := range l.edits {
		l.edits[i] = edit{r.int(), r.string()}
	}
	keys := r.keys()
	l.rules = make(map[uint32]uint16, len(keys))
	for _, k := range keys {
		e := uint16(r.uint())
		r.bad = r.bad || int(e) >= len(l.edits)
		l.rules[k] = e
	}
	return l
}

// dense is the number of cells from which on a row is common: such rows are found at once,
// and most are kept wide.
const dense = 12

func (r *reader) rows(classes int) *rowTable {
	total := r.size()
	keys := r.keys()
	r.counts = slices.Grow(r.counts[:0], len(keys))[:len(keys)]
	counts := r.counts
	sum := 0
	for i := range counts {
		counts[i] = int32(r.size())
		sum += int(counts[i])
	}
	if sum != total {
		r.bad, r.b = true, nil
		return newRowTable(0, 0)
	}
	r.cells = slices.Grow(r.cells[:0], total)[:total]
	for i := range r.cells {
		c := r.uint()
		r.bad = r.bad || c >= classes
		r.cells[i].class = uint16(c)
	}
	for i := range r.cells {
		r.cells[i].w = int16(r.int())
	}
	if r.bad {
		return newRowTable(0, 0)
	}
	return r.table(keys, counts, classes)
}

// table puts the cells into a table: those of the first key are the first, as many as
// counts tells.
func (r *reader) table(keys []uint32, counts []int32, classes int) *rowTable {
	w := newWideRows(0, classes)
	wide, rest := 0, len(r.cells)
	for cells := range r.each(counts) {
		if w.suit(cells) {
			wide++
			rest -= len(cells)
		}
	}
	t := newRowTable(len(keys), rest)
	t.wide = newWideRows(wide, classes)
	for _, common := range []bool{true, false} {
		i := 0
		for cells := range r.each(counts) {
			if (len(cells) >= dense) == common {
				r.bad = r.bad || !t.put(keys[i], cells)
			}
			i++
		}
	}
	return t
}

// each goes over the cells row by row.
func (r *reader) each(counts []int32) iter.Seq[[]cell] {
	return func(yield func([]cell) bool) {
		rest := r.cells
		for _, n := range counts {
			if !yield(rest[:n]) {
				return
			}
			rest = rest[n:]
		}
	}
}

// telling is the sum of a feature's weights from which on it is common enough to be put
// where it is found at once.
const telling = 40

func (r *reader) quads() *quadTable {
	keys := r.keys()
	r.moves = slices.Grow(r.moves[:0], len(keys))[:len(keys)]
	quads := r.moves
	for i, k := range keys {
		quads[i].key = k
	}
	for m := range noMove {
		for i := range quads {
			quads[i].w[m] = int16(r.int())
		}
	}
	t := newQuadTable(len(quads))
	for _, common := range []bool{true, false} {
		for i := range quads {
			if x := &quads[i]; (x.size() >= telling) == common {
				r.bad = r.bad || !t.put(x.key, x.w)
			}
		}
	}
	return t
}

// size is the sum of the weights' sizes.
func (q *quad) size() (n int) {
	for _, w := range q.w {
		n += int(max(w, -w))
	}
	return n
}

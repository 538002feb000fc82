package syntax

// memo keeps the scores of the views met in a sentence: open addressing over hashes.
type memo struct {
	slots []known
	used  []uint32 // slots that are taken
}

type known struct {
	view view
	w    [moves]int32
	set  bool
}

// clear forgets all views.
func (m *memo) clear() {
	for _, i := range m.used {
		m.slots[i].set = false
	}
	m.used = m.used[:0]
}

// find gives the place of the view; it is not set if the view is new.
func (m *memo) find(v *view) *known {
	if 2*len(m.used) >= len(m.slots) {
		m.grow()
	}
	r := m.place(v)
	if !m.slots[r].set {
		m.used = append(m.used, r)
	}
	return &m.slots[r]
}

func (m *memo) place(v *view) uint32 {
	mask := uint32(len(m.slots) - 1)
	i := v.hash() & mask
	for m.slots[i].set && m.slots[i].view != *v {
		i = (i + 1) & mask
	}
	return i
}

func (m *memo) grow() {
	old := m.slots
	m.slots = make([]known, max(512, 2*len(old)))
	for j, i := range m.used {
		at := m.place(&old[i].view)
		m.slots[at], m.used[j] = old[i], at
	}
}

func (v *view) hash() uint32 {
	h := v.n0.hash()*0x9FB21C651E98DF25 ^ v.n1.hash()
	h = h*0xD6E8FEB86659FD93 ^ four(v.t2, v.next, v.l1, v.l2) + uint64(v.nl)
	h *= 0x9E3779B97F4A7C15
	return uint32(h >> 32)
}

func (n *node) hash() uint64 {
	outer := uint64(uint16(n.r2)) | uint64(n.nl)<<16 | uint64(n.nr)<<24
	return (four(n.tok, n.l1, n.l2, n.r1) ^ outer*0xC2B2AE3D27D4EB4F) * 0x9E3779B97F4A7C15
}

// four packs four tokens.
func four(a, b, c, d int16) uint64 {
	return uint64(uint16(a)) | uint64(uint16(b))<<16 | uint64(uint16(c))<<32 | uint64(uint16(d))<<48
}

package resolve

// parties: the same sides, and on each the same persons, or a delegation that
// stands for its leader.
func parties(v *verdict, a, b *unit) {
	m := align(a, b)
	manyA, manyB := a.open || m.sides()+m.leftA > 2, b.open || m.sides()+m.leftB > 2
	switch {
	case m.clash:
		v.bar = "other persons of one side"
	case m.sides() == 0 || m.sides() == 1 && len(a.sides)+len(b.sides) > 2:
		v.bar = "other parties"
	case manyA != manyB:
		v.bar = "of two and of many"
	case manyA:
		manySides(v, &m, a.open && b.open)
	case m.leftA+m.leftB > 0:
		v.bar = "other parties"
	default:
		twoSides(v, &m)
	}
	if v.bar == "" && m.strayA+m.strayB > 0 {
		v.add(-8*min(m.strayA+m.strayB, 3), "persons whose side is not told")
	}
}

// alignment tells how the sides of two units match.
type alignment struct {
	persons, mixed, delegations int // matched sides: by persons, by a person and a delegation, by delegations
	leftA, leftB                int // sides of one that the other has not
	strayA, strayB              int // persons without side that the other has not
	clash                       bool
}

func (m *alignment) sides() int { return m.persons + m.mixed + m.delegations }

// maxSides bounds the comparison of summits; sides beyond it are not looked at.
const maxSides = 32

// align matches the sides of two units one to one: first by persons, then by key.
func align(a, b *unit) alignment {
	var m alignment
	var usedA, usedB [maxSides]bool
	as, bs := a.sides[:min(len(a.sides), maxSides)], b.sides[:min(len(b.sides), maxSides)]
	for i := range as {
		for j := range bs {
			if !usedB[j] && (as[i].key == bs[j].key || as[i].loose || bs[j].loose) && meet(&as[i], &bs[j]) {
				usedA[i], usedB[j] = true, true
				m.persons++
				break
			}
		}
	}
	for i := range as {
		for j := range bs {
			if !usedA[i] && !usedB[j] && as[i].key == bs[j].key {
				usedA[i], usedB[j] = true, true
				m.match(&as[i], &bs[j])
			}
		}
	}
	left, stray := rest(as, bs, &usedA)
	m.leftA, m.strayA = m.leftA+left, stray
	left, stray = rest(bs, as, &usedB)
	m.leftB, m.strayB = m.leftB+left, stray
	return m
}

// match counts two sides of one key that share no person.
func (m *alignment) match(s, o *side) {
	switch {
	case len(s.persons) > 0 && len(o.persons) > 0:
		m.clash = m.clash || !s.loose
		if s.loose {
			m.leftA, m.leftB = m.leftA+1, m.leftB+1
		}
	case len(s.persons) == 0 && len(o.persons) == 0:
		m.delegations++
	default:
		m.mixed++
	}
}

// rest counts the sides that nothing matched, and apart from them the persons without
// a side. A delegation beside its own leader is neither.
func rest(ss, os []side, used *[maxSides]bool) (left, stray int) {
	for i := range ss {
		switch {
		case used[i] || len(ss[i].persons) == 0 && has(os, ss[i].key):
		case ss[i].loose:
			stray++
		default:
			left++
		}
	}
	return left, stray
}

func has(ss []side, key string) bool {
	for i := range ss {
		if ss[i].key == key {
			return true
		}
	}
	return false
}

// meet tells whether two tellings of a side name a person in common.
func meet(a, b *side) bool {
	for i := range a.persons {
		for j := range b.persons {
			if samePerson(a.persons[i], b.persons[j]) {
				return true
			}
		}
	}
	return false
}

func twoSides(v *verdict, m *alignment) {
	switch n := m.sides(); {
	case n == 1:
		v.add(15, "the one party that is told")
	case m.persons == n:
		v.add(40, "the same persons")
	case m.persons > 0 && m.mixed > 0:
		v.add(25, "the same person, and a delegation for its leader")
	case m.persons > 0:
		v.add(32, "the same person and delegation")
	case m.delegations == n:
		v.add(22, "the same delegations")
	default:
		v.add(8, "delegations for their leaders")
	}
}

// manySides compares encounters of many: most sides must be the same.
func manySides(v *verdict, m *alignment, open bool) {
	n := m.sides()
	switch {
	case n < 2 || !open && n < m.leftA+m.leftB:
		v.bar = "other parties"
	case m.leftA+m.leftB == 0 && m.persons == n:
		v.add(40, "the same persons of many sides")
	case m.leftA+m.leftB == 0:
		v.add(25, "the same sides of many")
	default:
		v.add(15, "most sides the same")
	}
}

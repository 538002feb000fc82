package resolve

import (
	"cmp"
	"maps"
	"slices"
	"sort"
	"strings"

	"readout"
)

// pair is two units that may tell of one encounter.
type pair struct {
	a, b   int32
	points int32
}

// cluster groups the units. The closest pairs are joined first. A join that would
// bring together two units that exclude each other, or that an analyst keeps apart, is
// not made, so that what is undated or vague never bridges two encounters. What an
// analyst found to be one is joined last, whole groups of it, the latest decision first.
func cluster(us []*unit, decided ruling) [][]*unit {
	ps := candidates(us)
	slices.SortFunc(ps, func(x, y pair) int { // units stand in the order of their ids
		return cmp.Or(cmp.Compare(y.points, x.points), cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b))
	})
	g := newGroups(len(us), decided.parts)
	for _, p := range ps {
		a, b := g.of[p.a], g.of[p.b]
		if a != b && !g.parts[a].apart(g.parts[b], -1) && agreeable(us, g.members[a], g.members[b]) {
			g.join(a, b)
			decided.note(p.a, p.b, "")
		}
	}
	for _, d := range decided.same {
		for _, u := range d.units[min(1, len(d.units)):] {
			a, b := g.of[d.units[0]], g.of[u]
			if a != b && !g.parts[a].apart(g.parts[b], d.when) {
				g.join(a, b)
				decided.note(d.units[0], u, decided.ids[d.when])
			}
		}
	}
	return grouped(us, g.members)
}

// groups are disjoint sets of units.
type groups struct {
	of      []int32         // unit -> group
	members [][]int32       // of each group
	parts   map[int32]parts // of each group in an analyst's decisions
}

func newGroups(n int, decided map[int32]parts) *groups {
	g := &groups{make([]int32, n), make([][]int32, n), map[int32]parts{}}
	for i := range n {
		g.of[i], g.members[i] = int32(i), []int32{int32(i)}
	}
	for u, p := range decided {
		g.parts[u] = maps.Clone(p)
	}
	return g
}

func (g *groups) join(a, b int32) {
	if len(g.members[a]) < len(g.members[b]) {
		a, b = b, a
	}
	for _, i := range g.members[b] {
		g.of[i] = a
	}
	g.members[a], g.members[b] = append(g.members[a], g.members[b]...), nil
	if len(g.parts[b]) > 0 {
		g.parts[a] = g.parts[a].with(g.parts[b])
	}
}

func grouped(us []*unit, members [][]int32) [][]*unit {
	var out [][]*unit
	for _, ms := range members {
		if len(ms) == 0 {
			continue
		}
		g := make([]*unit, len(ms))
		for i, m := range ms {
			g[i] = us[m]
		}
		sort.Slice(g, func(i, j int) bool { return g[i].id() < g[j].id() })
		out = append(out, g)
	}
	sort.Slice(out, func(i, j int) bool { return out[i][0].id() < out[j][0].id() })
	return out
}

// agreeable tells whether no member of one group excludes one of the other.
func agreeable(us []*unit, a, b []int32) bool {
	for _, i := range a {
		for _, j := range b {
			if weigh(us[i], us[j], false).bar != "" {
				return false
			}
		}
	}
	return true
}

// span is the reach of a unit in a block.
type span struct {
	unit     int32
	from, to readout.Day
}

// candidates weighs the units that share a pair of sides and may be of one time.
func candidates(us []*unit) []pair {
	blocks := map[sidePair][]span{}
	for i, u := range us {
		for _, s := range u.spots {
			for _, k := range s.pairs {
				blocks[k] = append(blocks[k], span{int32(i), s.from, s.to})
			}
		}
	}
	keys := make([]sidePair, 0, len(blocks))
	for k, b := range blocks {
		if len(b) > 1 {
			keys = append(keys, k)
		}
	}
	slices.SortFunc(keys, sidePair.compare)
	var out []pair
	for _, k := range keys {
		out = sweep(us, k, blocks[k], out)
	}
	return out
}

// sweep goes through a block by the begin of the reaches and weighs each unit with
// those before it that reach it.
func sweep(us []*unit, key sidePair, spans []span, out []pair) []pair {
	slices.SortFunc(spans, func(x, y span) int { return cmp.Or(cmp.Compare(x.from, y.from), cmp.Compare(x.unit, y.unit)) })
	var open []span
	for _, s := range spans {
		kept := open[:0]
		for _, o := range open {
			if o.to <= s.from {
				continue
			}
			kept = append(kept, o)
			a, b := us[min(o.unit, s.unit)], us[max(o.unit, s.unit)]
			if a == b || !ownBlock(a, b, key) {
				continue
			}
			if v := weigh(a, b, false); v.bar == "" && v.points >= enough {
				out = append(out, pair{min(o.unit, s.unit), max(o.unit, s.unit), int32(v.points)})
			}
		}
		open = append(kept, s)
	}
	return out
}

// sidePair is an unordered pair of sides.
type sidePair struct{ a, b string }

func (p sidePair) compare(o sidePair) int {
	return cmp.Or(strings.Compare(p.a, o.a), strings.Compare(p.b, o.b))
}

// sidePairs are the unordered pairs of the unit's sides, of the first eight, each
// side under its key and, where it has one person, under that person's: so that
// those meet whose side only one of two documents tells. They are sorted.
func sidePairs(u *unit) []sidePair {
	ss := u.sides[:min(len(u.sides), 8)]
	if len(ss) == 1 {
		return []sidePair{{ss[0].key, ""}}
	}
	var out []sidePair
	for i := range ss {
		for j := i + 1; j < len(ss); j++ {
			for _, a := range names(&ss[i]) {
				for _, b := range names(&ss[j]) {
					out = append(out, sidePair{min(a, b), max(a, b)})
				}
			}
		}
	}
	slices.SortFunc(out, sidePair.compare)
	return slices.Compact(out)
}

func names(s *side) []string {
	if s.loose || len(s.persons) != 1 {
		return []string{s.key}
	}
	return []string{s.key, s.persons[0].family()}
}

// ownBlock tells whether two units are to be weighed in this block: the first that
// both are in. Units of several voices may be in it by different voices; these are
// weighed wherever they meet.
func ownBlock(a, b *unit, key sidePair) bool {
	if len(a.spots) > 1 || len(b.spots) > 1 {
		return true
	}
	as, bs := a.spots[0].pairs, b.spots[0].pairs
	for i, j := 0, 0; i < len(as) && j < len(bs); {
		switch c := as[i].compare(bs[j]); {
		case c == 0:
			return as[i] == key
		case c < 0:
			i++
		default:
			j++
		}
	}
	return false
}

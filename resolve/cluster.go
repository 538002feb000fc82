package resolve

import (
	"slices"
	"sort"
	"strings"
)

// pair is two units that may tell of one encounter.
type pair struct {
	a, b   int32
	points int32
}

// cluster groups the units. The closest pairs are joined first; a join that would
// bring together two units that exclude each other is not made, so that what is
// undated or vague never bridges two encounters.
func cluster(us []*unit) [][]*unit {
	ps := candidates(us)
	slices.SortFunc(ps, func(x, y pair) int {
		if x.points != y.points {
			return int(y.points - x.points)
		}
		if c := strings.Compare(us[x.a].id(), us[y.a].id()); c != 0 {
			return c
		}
		return strings.Compare(us[x.b].id(), us[y.b].id())
	})
	group := make([]int32, len(us)) // unit -> group
	members := make([][]int32, len(us))
	for i := range us {
		group[i], members[i] = int32(i), []int32{int32(i)}
	}
	for _, p := range ps {
		a, b := group[p.a], group[p.b]
		if a == b || !agreeable(us, members[a], members[b]) {
			continue
		}
		if len(members[a]) < len(members[b]) {
			a, b = b, a
		}
		for _, i := range members[b] {
			group[i] = a
		}
		members[a], members[b] = append(members[a], members[b]...), nil
	}
	return grouped(us, members)
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

// candidates weighs the units that share a pair of sides.
func candidates(us []*unit) []pair {
	blocks := map[string][]int32{}
	var keys []string
	for i, u := range us {
		for _, k := range sidePairs(u) {
			if blocks[k] == nil {
				keys = append(keys, k)
			}
			blocks[k] = append(blocks[k], int32(i))
		}
	}
	sort.Strings(keys)
	seen := map[[2]int32]bool{}
	var out []pair
	for _, k := range keys {
		for n, i := range blocks[k] {
			for _, j := range blocks[k][:n] {
				if seen[[2]int32{j, i}] {
					continue
				}
				seen[[2]int32{j, i}] = true
				if v := weigh(us[j], us[i], false); v.bar == "" && v.points >= enough {
					out = append(out, pair{j, i, int32(v.points)})
				}
			}
		}
	}
	return out
}

// sidePairs are the unordered pairs of the unit's sides.
func sidePairs(u *unit) []string {
	var out []string
	for i := range u.sides {
		for j := i + 1; j < len(u.sides) && j < 12; j++ {
			out = append(out, u.sides[i].key+"\x00"+u.sides[j].key)
		}
	}
	if len(out) == 0 && len(u.sides) == 1 {
		out = append(out, u.sides[0].key)
	}
	return out
}

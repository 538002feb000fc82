package resolve

import (
	"cmp"
	"slices"
	"strings"

	"readout"
)

// Decision is an analyst's word on accounts: that On tells of one encounter, or that
// On tells of other encounters than Against. To take it back is to leave it out.
type Decision struct {
	ID      string
	Same    bool
	On      []string // ids of accounts
	Against []string
	By, At  string // when, as RFC 3339 in UTC; the later decision wins
}

// ruling is what was decided of units: the decisions in the order of their times, and
// the parts that each unit has in those that keep apart.
type ruling struct {
	same  []sameRuling // the latest first
	parts map[int32]parts
	ids   []string // of the decisions
	trace *[]joint // where not nil, takes up what is joined
}

type sameRuling struct {
	when  int // place among all decisions
	units []int32
}

// joint is two units by which two groups became one.
type joint struct {
	a, b     int32
	decision string
}

func (r *ruling) note(a, b int32, decision string) {
	if r.trace != nil {
		*r.trace = append(*r.trace, joint{a, b, decision})
	}
}

// parts says for decisions, by their place, on which side something stands: 1, 2 or 3
// for both.
type parts map[int]uint8

// rulings finds the units that the decisions are about; those on accounts that are not
// at hand have no effect.
func rulings(us []*unit, ds []Decision) ruling {
	r := ruling{parts: map[int32]parts{}}
	if len(ds) == 0 {
		return r
	}
	where := map[string]int32{}
	for i, u := range us {
		for _, a := range u.accounts {
			where[a.ID] = int32(i)
		}
	}
	ds = slices.Clone(ds)
	slices.SortFunc(ds, func(x, y Decision) int {
		return cmp.Or(strings.Compare(x.At, y.At), strings.Compare(x.By, y.By), strings.Compare(x.ID, y.ID),
			slices.Compare(x.On, y.On), slices.Compare(x.Against, y.Against))
	})
	for when, d := range ds {
		r.ids = append(r.ids, d.ID)
		on, against := unitsOf(where, d.On), unitsOf(where, d.Against)
		if d.Same {
			r.same = append(r.same, sameRuling{when, on})
			continue
		}
		r.tell(on, when, 1)
		r.tell(against, when, 2)
	}
	slices.Reverse(r.same)
	return r
}

func unitsOf(where map[string]int32, ids []string) []int32 {
	var out []int32
	for _, id := range ids {
		if u, ok := where[id]; ok {
			out = append(out, u)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func (r *ruling) tell(units []int32, when int, part uint8) {
	for _, u := range units {
		if r.parts[u] == nil {
			r.parts[u] = parts{}
		}
		r.parts[u][when] |= part
	}
}

// apart tells whether a decision later than the one at a place keeps two apart.
func (p parts) apart(o parts, after int) bool {
	for when, side := range p {
		if when > after && side|o[when] == 3 && o[when] != 0 && side != o[when] {
			return true
		}
	}
	return false
}

// with is what a group has of both.
func (p parts) with(o parts) parts {
	if len(p) == 0 {
		return o
	}
	for when, side := range o {
		p[when] |= side
	}
	return p
}

// isAnalyst tells whether an account is an analyst's correction.
func isAnalyst(a *readout.Account) bool { return a.Voice.Role == Analyst }

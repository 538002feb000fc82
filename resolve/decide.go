package resolve

import (
	"cmp"
	"slices"
	"strings"
)

// Decision is an analyst's word on whether two accounts tell of one encounter. To take
// it back is to leave it out.
type Decision struct {
	A    string `json:"a"` // ids of accounts
	B    string `json:"b"`
	Same bool   `json:"same"`
	By   string `json:"by,omitempty"`
	At   string `json:"at,omitempty"` // when, as RFC 3339 in UTC; the later decision on a pair wins
}

// ruling is what was decided on pairs of units.
type ruling struct {
	same      []pair
	different map[[2]int32]bool
}

// rulings finds the units that the decisions are about; those on accounts that are not
// at hand have no effect.
func rulings(us []*unit, ds []Decision) ruling {
	r := ruling{different: map[[2]int32]bool{}}
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
		return cmp.Or(strings.Compare(x.At, y.At), strings.Compare(x.By, y.By), strings.Compare(x.A, y.A), strings.Compare(x.B, y.B), boolean(x.Same)-boolean(y.Same))
	})
	last := map[[2]int32]bool{}
	for _, d := range ds {
		a, ok := where[d.A]
		b, ok2 := where[d.B]
		if ok && ok2 && a != b {
			last[[2]int32{min(a, b), max(a, b)}] = d.Same
		}
	}
	for p, same := range last {
		if same {
			r.same = append(r.same, pair{a: p[0], b: p[1]})
		} else {
			r.different[p] = true
		}
	}
	slices.SortFunc(r.same, func(x, y pair) int { return cmp.Or(cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b)) })
	return r
}

func boolean(b bool) int {
	if b {
		return 1
	}
	return 0
}

// apart tells whether some two units of two groups were decided to be different.
func (r *ruling) apart(a, b []int32) bool {
	if len(r.different) == 0 {
		return false
	}
	for _, i := range a {
		for _, j := range b {
			if r.different[[2]int32{min(i, j), max(i, j)}] {
				return true
			}
		}
	}
	return false
}

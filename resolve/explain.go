package resolve

import (
	"cmp"
	"slices"
	"strings"

	"readout"
)

// Join is two accounts by which two groups of accounts became one, and why.
type Join struct {
	A        string   `json:"a"` // ids of accounts
	B        string   `json:"b"`
	Weight   int      `json:"weight"`
	Enough   int      `json:"enough"`
	Reasons  []string `json:"reasons"`
	Decision string   `json:"decision,omitempty"` // id of the analyst's decision that joined them
}

// Joins tells how the accounts of one encounter came together, the first join first.
// Accounts of one record need none.
func Joins(accounts []readout.Account, ds []Decision) []Join {
	us := units(accounts)
	decided := rulings(us, ds)
	decided.trace = &[]joint{}
	cluster(us, decided)
	out := []Join{}
	for _, j := range *decided.trace {
		v := weigh(us[j.a], us[j.b], true)
		out = append(out, Join{us[j.a].id(), us[j.b].id(), v.points, enough, v.reasons(), j.decision})
	}
	return out
}

// reasons are what weighs, and what forbids.
func (v *verdict) reasons() []string {
	out := append([]string{}, v.why...)
	if v.bar != "" {
		out = append(out, "forbidden: "+v.bar)
	}
	return out
}

// Apart is why two encounters are two.
type Apart struct {
	Decision string `json:"decision,omitempty"` // of an analyst that keeps them apart
	Nearest  *Join  `json:"nearest,omitempty"`  // the two accounts that come closest
	Bars     []Bar  `json:"bars"`               // what forbids accounts of the one and of the other to be one
}

// Bar is a reason that forbids, the first two accounts that it holds for, and of how
// many pairs it holds.
type Bar struct {
	Reason string `json:"reason"`
	A      string `json:"a"`
	B      string `json:"b"`
	Pairs  int    `json:"pairs"`
}

// WhyApart compares each account of one encounter with each of another.
func WhyApart(a, b []readout.Account, ds []Decision) Apart {
	us := units(slices.Concat(a, b))
	inA := map[string]bool{}
	for i := range a {
		inA[a[i].ID] = true
	}
	var as, bs []*unit
	for _, u := range us {
		if inA[u.id()] {
			as = append(as, u)
		} else {
			bs = append(bs, u)
		}
	}
	out := Apart{Bars: []Bar{}, Decision: keptApart(us, inA, ds)}
	bars := map[string]*Bar{}
	for _, x := range as {
		for _, y := range bs {
			v := weigh(x, y, true)
			if v.bar == "" {
				if out.Nearest == nil || v.points > out.Nearest.Weight {
					out.Nearest = &Join{A: x.id(), B: y.id(), Weight: v.points, Enough: enough, Reasons: v.reasons()}
				}
				continue
			}
			if bars[v.bar] == nil {
				bars[v.bar] = &Bar{v.bar, x.id(), y.id(), 0}
			}
			bars[v.bar].Pairs++
		}
	}
	for _, bar := range bars {
		out.Bars = append(out.Bars, *bar)
	}
	slices.SortFunc(out.Bars, func(x, y Bar) int {
		return cmp.Or(cmp.Compare(y.Pairs, x.Pairs), strings.Compare(x.Reason, y.Reason))
	})
	return out
}

// keptApart is the latest decision that keeps an account of the one from one of the
// other, "" for none.
func keptApart(us []*unit, inA map[string]bool, ds []Decision) string {
	r := rulings(us, ds)
	last := -1
	for i, u := range us {
		for k, o := range us {
			if !inA[u.id()] || inA[o.id()] {
				continue
			}
			for when, side := range r.parts[int32(i)] {
				if other := r.parts[int32(k)][when]; other != 0 && side|other == 3 && side != other {
					last = max(last, when)
				}
			}
		}
	}
	if last < 0 {
		return ""
	}
	return r.ids[last]
}

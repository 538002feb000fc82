package resolve

import (
	"sort"

	"readout"
)

// Encounters puts the accounts together that tell of one encounter. Every account is
// in exactly one of the encounters; an encounter's id is the smallest of its
// accounts', and they are returned in that order.
func Encounters(accounts []readout.Account) []readout.Encounter {
	return Decided(accounts, nil)
}

// Decided is Encounters where an analyst has decided on some pairs; that wins over
// the machine.
func Decided(accounts []readout.Account, ds []Decision) []readout.Encounter {
	us := units(accounts)
	groups := cluster(us, rulings(us, ds))
	out := make([]readout.Encounter, 0, len(groups))
	for _, g := range groups {
		out = append(out, encounter(g))
	}
	return out
}

func encounter(us []*unit) readout.Encounter {
	e := readout.Encounter{Facts: *us[0].facts}
	if len(us) > 1 {
		e.Facts = foldUnits(us)
	}
	one := true
	for _, u := range us {
		one = one && u.document() == us[0].document()
		for _, a := range u.accounts {
			e.Accounts = append(e.Accounts, *a)
			e.Confidence = max(e.Confidence, a.Confidence)
		}
	}
	sort.Slice(e.Accounts, func(i, j int) bool { return e.Accounts[i].ID < e.Accounts[j].ID })
	e.ID = e.Accounts[0].ID
	if one {
		e.Evidence = evidence(us)
	}
	return e
}

// evidence unites the spans of one document's accounts, the deciding account's first.
func evidence(us []*unit) []readout.Span {
	var all []*readout.Account
	for _, u := range us {
		all = append(all, u.accounts...)
	}
	var out []readout.Span
	seen := map[readout.Span]bool{}
	for _, a := range ordered(all) {
		for _, s := range a.Evidence {
			if !seen[s] {
				seen[s] = true
				out = append(out, s)
			}
		}
	}
	return out
}

// Verdict tells whether two accounts are taken for one encounter by themselves, and
// why: each reason with its weight, and what forbids it.
type Verdict struct {
	Same    bool
	Weight  int // at least Enough where Same
	Enough  int
	Bar     string // what forbids it, "" for nothing
	Reasons []string
}

// Why weighs two accounts against each other.
func Why(a, b readout.Account) Verdict {
	us := units([]readout.Account{a, b})
	if len(us) == 1 {
		return Verdict{Same: true, Weight: enough, Enough: enough, Reasons: []string{"one document tells them as one"}}
	}
	v := weigh(us[0], us[1], true)
	return Verdict{v.bar == "" && v.points >= enough, v.points, enough, v.bar, v.why}
}

package resolve

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"readout"
)

// Keys are the blocking keys of an account: two accounts that share none are never
// linked. Each is a pair of sides with a quarter in which the encounter may have been,
// or names the document's record.
func Keys(a readout.Account) []string {
	s := units([]readout.Account{a})[0].spots[0]
	first, last := quarter(s.from), quarter(s.to-1)
	var out []string
	if a.Record != "" {
		out = append(out, "="+a.Document+"|"+a.Record) // the voices of one record stay together
	}
	for _, p := range s.pairs {
		for q := first; q <= last; q++ {
			out = append(out, fmt.Sprintf("%s|%s|%d", p.a, p.b, q))
		}
	}
	return out
}

func quarter(d readout.Day) int {
	if d == never {
		return -1
	}
	y, m, _ := d.Civil()
	return y*4 + (m-1)/3
}

// Links returns the ids of each two accounts, one of them fresh, that are linked:
// taken by themselves they tell of one encounter. Encounters never joins accounts
// that no chain of links connects, so that after a change only the chains touched
// need to be resolved again. Accounts that share a document and a Record are linked.
func Links(fresh, others []readout.Account) [][2]string {
	isFresh := make(map[string]bool, len(fresh))
	for i := range fresh {
		isFresh[fresh[i].ID] = true
	}
	all := append(append(make([]readout.Account, 0, len(fresh)+len(others)), fresh...), others...)
	us := units(all)
	var out [][2]string
	for _, u := range us {
		for _, a := range u.accounts[1:] {
			if isFresh[a.ID] || isFresh[u.id()] {
				out = append(out, [2]string{u.id(), a.ID})
			}
		}
	}
	for _, p := range candidates(us) {
		if hasFresh(us[p.a], isFresh) || hasFresh(us[p.b], isFresh) {
			out = append(out, [2]string{us[p.a].id(), us[p.b].id()})
		}
	}
	slices.SortFunc(out, func(a, b [2]string) int { return cmp.Or(strings.Compare(a[0], b[0]), strings.Compare(a[1], b[1])) })
	return slices.Compact(out)
}

func hasFresh(u *unit, fresh map[string]bool) bool {
	for _, a := range u.accounts {
		if fresh[a.ID] {
			return true
		}
	}
	return false
}

// Told says when a document was written: as it says itself, or, where it does not,
// about the last day of what it tells as held, marked "~"; "" where nothing tells.
// It is what Account.Published should hold.
func Told(published string, es []readout.Encounter) string {
	if published != "" {
		return published
	}
	var last readout.Day
	found := false
	for i := range es {
		_, to, ok := es[i].Date.Value().Days()
		if ok && es[i].Status.Value() == readout.Held && (!found || to > last) {
			last, found = to, true
		}
	}
	if !found {
		return ""
	}
	return string(last.Date()) + "~"
}

package resolve

import (
	"sort"
	"strings"

	"readout"
)

// Analyst is the Role of the voice of a correction: its fields take the place of all
// others', lists too. A field that is there and empty says that it is not told.
const Analyst = "analyst"

// Fold gives the fields of the encounter that the accounts tell of. Each field is
// that of the first account that has it, in the order: an analyst's correction,
// reporters, those who took part, others; of these a later document before an
// earlier one; then by account id. A date or place within the first one's is more
// exact and stands in its place. Parties and topics are united. The encounter was
// held where one document tells so, whatever was planned before; within a document
// the reporter's word decides.
func Fold(accounts []readout.Account) readout.Facts {
	return foldUnits(units(accounts))
}

// foldUnits folds over documents.
func foldUnits(us []*unit) readout.Facts {
	var all []*readout.Account
	for _, u := range us {
		all = append(all, u.accounts...)
	}
	return foldWith(all, func(_ []*readout.Account, f *readout.Facts) { f.Status = statusOf(us) })
}

// foldRecord folds the voices of one document.
func foldRecord(accounts []*readout.Account) readout.Facts {
	return foldWith(accounts, func(as []*readout.Account, f *readout.Facts) {
		if as[0].Voice.Speaker == "" {
			return
		}
		for _, a := range as {
			if a.Status.Value() == readout.Held {
				f.Status = a.Status
				return
			}
		}
	})
}

// foldWith folds what was read, lets status decide that field, and puts what analysts
// corrected in its place.
func foldWith(all []*readout.Account, status func([]*readout.Account, *readout.Facts)) readout.Facts {
	as := ordered(all)
	n := 0
	for n < len(as) && isAnalyst(as[n]) {
		n++
	}
	if n == len(as) {
		return foldOrdered(as)
	}
	f := foldOrdered(as[n:])
	status(as[n:], &f)
	if n > 0 {
		correct(&f, as[:n])
	}
	return f
}

// statusOf is what became of it: held where a document tells so; else what the latest
// document tells, of undated ones the more final.
func statusOf(us []*unit) readout.Cited[readout.Status] {
	var best *unit
	for _, u := range us {
		if !u.facts.Status.Present() {
			continue
		}
		if best == nil || decides(u, best) {
			best = u
		}
	}
	if best == nil {
		return readout.Cited[readout.Status]{}
	}
	return best.facts.Status
}

func decides(a, b *unit) bool {
	x, y := a.status(), b.status()
	if held := readout.Held; (x == held) != (y == held) {
		return x == held
	}
	if p, q := a.accounts[0].Published, b.accounts[0].Published; p != q && p != "" && q != "" {
		return p > q
	}
	if x != y {
		return finality(x) > finality(y)
	}
	return a.id() < b.id()
}

func finality(s readout.Status) int {
	switch s {
	case readout.Held:
		return 5
	case readout.Cancelled:
		return 4
	case readout.Planned:
		return 3
	case readout.Denied:
		return 2
	case readout.Proposed:
		return 1
	}
	return 0
}

// ordered puts accounts in the order in which they decide.
func ordered(accounts []*readout.Account) []*readout.Account {
	type ranked struct {
		*readout.Account
		rank int
	}
	rs := make([]ranked, len(accounts))
	for i, a := range accounts {
		rs[i] = ranked{a, rank(a)}
	}
	sort.SliceStable(rs, func(i, j int) bool {
		a, b := rs[i], rs[j]
		switch {
		case a.rank != b.rank:
			return a.rank < b.rank
		case a.Published != b.Published:
			return a.Published > b.Published
		}
		return a.ID < b.ID
	})
	out := make([]*readout.Account, len(rs))
	for i, r := range rs {
		out[i] = r.Account
	}
	return out
}

// rank is the account's class in the fold's order.
func rank(a *readout.Account) int {
	switch {
	case isAnalyst(a):
		return 0
	case a.Voice.Speaker == "":
		return 1
	case tookPart(a):
		return 2
	}
	return 3
}

func tookPart(a *readout.Account) bool {
	speaker := newMember(readout.Party{Name: a.Voice.Speaker, Side: a.Voice.Side})
	for _, c := range a.Participants {
		m := newMember(c.Value())
		if m.person() && speaker.person() && samePerson(&m, &speaker) || !m.person() && !speaker.person() && m.side == speaker.side {
			return true
		}
	}
	return false
}

// foldOrdered takes each field from the first account that has it.
func foldOrdered(as []*readout.Account) readout.Facts {
	var f readout.Facts
	for _, a := range as {
		first(&f.Kind, a.Kind)
		first(&f.Status, a.Status)
		first(&f.Format, a.Format)
		first(&f.How, a.How)
		first(&f.Host, a.Host)
		first(&f.Initiator, a.Initiator)
		first(&f.Gathering, a.Gathering)
		first(&f.Duration, a.Duration)
		first(&f.Outcome, a.Outcome)
		first(&f.Reason, a.Reason)
		if !f.Date.Present() || a.Date.Value() != f.Date.Value() && a.Date.Value().Within(f.Date.Value()) {
			f.Date = present(a.Date, f.Date)
		}
		if !f.Place.Present() || lies(a.Place.Value(), f.Place.Value()) {
			f.Place = present(a.Place, f.Place)
		}
		f.Topics = unite(f.Topics, a.Topics)
		f.Tone = unite(f.Tone, a.Tone)
	}
	f.Participants = participants(as)
	return f
}

func first[T any](to *readout.Cited[T], from readout.Cited[T]) {
	if !to.Present() {
		*to = from
	}
}

func present[T any](a, b readout.Cited[T]) readout.Cited[T] {
	if a.Present() {
		return a
	}
	return b
}

// lies tells whether p is more exact than q and lies in it.
func lies(p, q readout.Place) bool {
	if p == q || p.Country != "" && q.Country != "" && sideKey(p.Country) != sideKey(q.Country) {
		return false
	}
	if q.City != "" && fold(p.City) != fold(q.City) || q.Venue != "" || q.Region != "" && p.City == "" && fold(p.Region) != fold(q.Region) {
		return false
	}
	return p.City != "" && q.City == "" && (p.Country != "" || q.Country == "") || p.City != "" && p.Venue != "" && fold(p.City) == fold(q.City)
}

// unite adds the phrases that are not there yet.
func unite(have, more []readout.Cited[string]) []readout.Cited[string] {
	for _, c := range more {
		known := false
		for _, h := range have {
			known = known || strings.EqualFold(h.Value(), c.Value()) || fold(h.Value()) == fold(c.Value())
		}
		if !known {
			have = append(have, c)
		}
	}
	return have
}

// participants unites the parties: each person once, a delegation only where no
// account names a person of its side.
func participants(as []*readout.Account) []readout.Cited[readout.Party] {
	var out []readout.Cited[readout.Party]
	var ms []member
	for _, a := range as {
		for _, c := range a.Participants {
			m := newMember(c.Value())
			switch i := indexOf(ms, &m); {
			case i < 0:
				ms, out = append(ms, m), append(out, c)
			case ms[i].side == "" && m.side != "": // the same, and on whose side
				ms[i], out[i] = m, c
			}
		}
	}
	kept := out[:0:0]
	for i := range out {
		if ms[i].person() || !represented(ms, &ms[i]) {
			kept = append(kept, out[i])
		}
	}
	return kept
}

func known(ms []member, m *member) bool { return indexOf(ms, m) >= 0 }

func indexOf(ms []member, m *member) int {
	for i := range ms {
		k := &ms[i]
		if m.person() != k.person() {
			continue
		}
		if m.person() && samePerson(k, m) || !m.person() && m.side == k.side && fold(m.party.Name) == fold(k.party.Name) {
			return i
		}
	}
	return -1
}

// represented tells whether a state's or body's own entry has a person beside it.
func represented(ms []member, m *member) bool {
	if m.side == "" || sideKey(m.party.Name) != m.side {
		return false
	}
	for i := range ms {
		if ms[i].person() && ms[i].side == m.side {
			return true
		}
	}
	return false
}

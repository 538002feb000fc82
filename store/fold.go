package store

import (
	"database/sql"
	"encoding/json"
	"slices"
	"strings"

	"readout"
)

// folder writes the encounters of settled components.
type folder struct {
	*writer
	encounter, attend, member *sql.Stmt
	unattend, forget          *sql.Stmt
	redirect, unredirect      *sql.Stmt
	follow                    *sql.Stmt
}

func (s *Store) newFolder(tx *sql.Tx) (*folder, error) {
	w, err := s.newWriter(tx)
	if err != nil {
		return nil, err
	}
	f := &folder{writer: w}
	for _, p := range []struct {
		st  **sql.Stmt
		sql string
	}{
		{&f.encounter, "INSERT INTO encounters (id, kind, status, date, first, past, place, gathering, body) VALUES (?,?,?,?,?,?,?,?,?)"},
		{&f.attend, "INSERT OR IGNORE INTO attendance (party, encounter) VALUES (?,?)"},
		{&f.member, "UPDATE accounts SET encounter = ? WHERE id = ?"},
		{&f.unattend, "DELETE FROM attendance WHERE encounter IN (SELECT num FROM encounters WHERE id = ?)"},
		{&f.forget, "DELETE FROM encounters WHERE id = ?"},
		{&f.redirect, "INSERT OR REPLACE INTO redirects (old, new) VALUES (?,?)"},
		{&f.unredirect, "DELETE FROM redirects WHERE old = ?"},
		{&f.follow, "UPDATE redirects SET new = ? WHERE new = ?"},
	} {
		st, err := tx.Prepare(p.sql)
		if err != nil {
			f.close()
			return nil, err
		}
		*p.st = st
	}
	return f, nil
}

func (f *folder) close() {
	f.writer.close()
	for _, st := range []*sql.Stmt{f.encounter, f.attend, f.member, f.unattend, f.forget, f.redirect, f.unredirect, f.follow} {
		if st != nil {
			st.Close()
		}
	}
}

// member is an account that is folded, with the encounter it was in before.
type member struct {
	readout.Account
	before string
}

// fold resolves each component by itself.
func (f *folder) fold(parts [][]int64) error {
	var nums []int64
	part := map[int64]int{}
	for i, p := range parts {
		for _, n := range p {
			part[n] = i
		}
		nums = append(nums, p...)
	}
	all, err := load(f.tx, nums)
	if err != nil {
		return err
	}
	decided, err := rulings(f.tx, all)
	if err != nil {
		return err
	}
	groups := make([][]member, len(parts))
	for i := range all {
		h := &all[i]
		if h.rejected {
			if err := f.leaveOut(h); err != nil {
				return err
			}
		}
		for i, a := range h.told() {
			m := member{Account: a}
			if i < len(h.before) { // not a correction
				m.before = h.before[i]
			}
			groups[part[h.num]] = append(groups[part[h.num]], m)
		}
	}
	for _, g := range groups {
		slices.SortFunc(g, func(a, b member) int { return strings.Compare(a.ID, b.ID) })
		if err := f.component(g, decided); err != nil {
			return err
		}
	}
	return nil
}

// forgetAll deletes the encounters that records were folded into before.
func (f *folder) forgetAll(nums []int64) error {
	list, err := json.Marshal(nums)
	if err != nil {
		return err
	}
	ids, err := texts(f.tx, "SELECT DISTINCT encounter FROM accounts WHERE record IN (SELECT value FROM json_each(?)) AND encounter <> ''", string(list))
	if err != nil {
		return err
	}
	for _, id := range ids {
		if _, err := f.unattend.Exec(id); err != nil {
			return err
		}
		if _, err := f.forget.Exec(id); err != nil {
			return err
		}
	}
	return nil
}

// leaveOut takes a record that tells of no encounter out of the one it was in.
func (f *folder) leaveOut(h *held) error {
	for _, a := range h.accounts {
		if _, err := f.member.Exec("", a.ID); err != nil {
			return err
		}
	}
	return nil
}

func (f *folder) component(members []member, decided []Ruling) error {
	if len(members) == 0 {
		return nil
	}
	now := map[string]string{} // account -> its encounter
	for _, e := range f.s.resolve(members, decided) {
		if err := f.put(e); err != nil {
			return err
		}
		for _, a := range e.Accounts {
			now[a.ID] = e.ID
			if _, err := f.member.Exec(e.ID, a.ID); err != nil {
				return err
			}
		}
	}
	return f.lead(members, now)
}

// lead redirects the ids that gave way: to the encounter of the account that the
// id was taken from, or where that is gone to the first of its other accounts'.
func (f *folder) lead(members []member, now map[string]string) error {
	led := map[string]bool{}
	for _, m := range members {
		id := now[m.ID]
		if m.ID == id {
			if _, err := f.unredirect.Exec(id); err != nil {
				return err
			}
		}
		if m.before == "" || m.before == id || led[m.before] || now[m.before] == m.before {
			continue
		}
		led[m.before] = true
		to := id
		if own, there := now[m.before]; there {
			to = own
		}
		if _, err := f.follow.Exec(to, m.before); err != nil {
			return err
		}
		if _, err := f.redirect.Exec(m.before, to); err != nil {
			return err
		}
	}
	return nil
}

// resolve folds the accounts of one component. Without a resolver it is one
// document's record.
func (s *Store) resolve(members []member, decided []Ruling) []readout.Encounter {
	accounts := make([]readout.Account, len(members))
	for i, m := range members {
		accounts[i] = m.Account
	}
	var es []readout.Encounter
	if r := s.opts.Resolver; r != nil && r.Decided != nil && len(decided) > 0 {
		es = r.Decided(accounts, decided)
	} else if r != nil {
		es = r.Encounters(accounts)
	} else {
		es = []readout.Encounter{{Facts: accounts[0].Facts, Accounts: accounts, Confidence: accounts[0].Confidence}}
	}
	for i := range es {
		name(&es[i])
	}
	slices.SortFunc(es, func(a, b readout.Encounter) int { return strings.Compare(a.ID, b.ID) })
	return es
}

// name gives an encounter the smallest id of its accounts.
func name(e *readout.Encounter) {
	for i, a := range e.Accounts {
		if i == 0 || a.ID < e.ID {
			e.ID = a.ID
		}
	}
}

func (f *folder) put(e readout.Encounter) error {
	e.Accounts, e.Evidence = nil, nil
	body, err := json.Marshal(e)
	if err != nil {
		return err
	}
	var first, past any
	if from, to, ok := e.Date.Value().Days(); ok {
		first, past = int64(from), int64(to)
	}
	num, err := insert(f.encounter, e.ID, e.Kind.Value().String(), e.Status.Value().String(), string(e.Date.Value()),
		first, past, plain(e.Place.Value().String()), plain(e.Gathering.Value()), body)
	if err != nil {
		return err
	}
	for _, p := range attendees(e) {
		party, err := f.partyNum(p)
		if err != nil {
			return err
		}
		if _, err := f.attend.Exec(party, num); err != nil {
			return err
		}
	}
	return nil
}

package store

import (
	"database/sql"
	"encoding/json"
	"sort"

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
		{&f.member, "UPDATE accounts SET encounter = ? WHERE num = ?"},
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

// fold resolves each component by itself, so that the result depends on nothing
// outside it.
func (f *folder) fold(parts [][]int64) error {
	var nums []int64
	for _, p := range parts {
		nums = append(nums, p...)
	}
	all, err := f.s.load(f.tx, nums)
	if err != nil {
		return err
	}
	part := map[int64]int{}
	for i, p := range parts {
		for _, n := range p {
			part[n] = i
		}
	}
	groups := make([][]held, len(parts))
	for _, h := range all {
		groups[part[h.num]] = append(groups[part[h.num]], h)
	}
	for _, g := range groups {
		if err := f.component(g); err != nil {
			return err
		}
	}
	return nil
}

func (f *folder) component(members []held) error {
	for _, id := range befores(members) {
		if _, err := f.unattend.Exec(id); err != nil {
			return err
		}
		if _, err := f.forget.Exec(id); err != nil {
			return err
		}
	}
	num := map[string]int64{}
	for _, h := range members {
		num[h.account.ID] = h.num
	}
	now := map[string]string{} // account -> its encounter
	for _, e := range f.s.resolve(members) {
		if err := f.put(e); err != nil {
			return err
		}
		for _, a := range e.Accounts {
			now[a.ID] = e.ID
			if _, err := f.member.Exec(e.ID, num[a.ID]); err != nil {
				return err
			}
		}
	}
	return f.lead(members, now)
}

// lead redirects the ids that gave way: to the encounter of the account that the
// id was taken from, or where that is gone to the first of its other accounts'.
func (f *folder) lead(members []held, now map[string]string) error {
	for _, h := range members {
		id := now[h.account.ID]
		if _, err := f.unredirect.Exec(id); err != nil {
			return err
		}
		if h.before == "" || h.before == id || now[h.before] == h.before {
			continue
		}
		to := id
		if own, there := now[h.before]; there {
			to = own
		}
		if _, err := f.redirect.Exec(h.before, to); err != nil {
			return err
		}
		if _, err := f.follow.Exec(to, h.before); err != nil {
			return err
		}
	}
	return nil
}

func befores(members []held) []string {
	seen := map[string]bool{"": true}
	var out []string
	for _, h := range members {
		if !seen[h.before] {
			seen[h.before] = true
			out = append(out, h.before)
		}
	}
	return out
}

// resolve folds the accounts of one component, by the given resolver or, without
// one, every document's record by itself.
func (s *Store) resolve(members []held) []readout.Encounter {
	var es []readout.Encounter
	if s.opts.Resolve != nil {
		accounts := make([]readout.Account, len(members))
		for i, h := range members {
			accounts[i] = h.account
		}
		es = s.opts.Resolve(accounts)
	} else {
		es = alone(members)
	}
	for i := range es {
		name(&es[i])
	}
	sort.Slice(es, func(i, j int) bool { return es[i].ID < es[j].ID })
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

func alone(members []held) []readout.Encounter {
	index := map[string]int{}
	var out []readout.Encounter
	for _, h := range members {
		i, ok := index[h.record]
		if !ok {
			i = len(out)
			index[h.record] = i
			out = append(out, readout.Encounter{Facts: h.account.Facts, Confidence: h.account.Confidence})
		}
		out[i].Accounts = append(out[i].Accounts, h.account)
	}
	return out
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

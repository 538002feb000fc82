package store

import (
	"database/sql"
	"encoding/json"
	"sort"

	"readout"
)

// Settle computes anew the encounters that the accounts added or taken away since
// the last time can belong to, and no others. What it gives is what folding all
// accounts afresh gives. Where nothing changed it does nothing.
func (s *Store) Settle() error {
	var n int
	if err := s.readers.QueryRow("SELECT count(*) FROM (SELECT 1 FROM unsettled LIMIT 1)").Scan(&n); err != nil {
		return s.fail("computing encounters", err)
	}
	if n == 0 {
		return nil
	}
	return s.write("computing encounters", s.settle)
}

// Rebuild computes every encounter afresh from the accounts, blocking keys too.
func (s *Store) Rebuild() error {
	return s.write("computing encounters", func(tx *sql.Tx) error {
		if err := s.rekey(tx); err != nil {
			return err
		}
		for _, q := range []string{"DELETE FROM attendance", "DELETE FROM encounters",
			"INSERT OR IGNORE INTO unsettled SELECT key FROM blocks"} {
			if _, err := tx.Exec(q); err != nil {
				return err
			}
		}
		return s.settle(tx)
	})
}

// rekey writes the blocking keys of all accounts again.
func (s *Store) rekey(tx *sql.Tx) error {
	if _, err := tx.Exec("DELETE FROM blocks"); err != nil {
		return err
	}
	put, err := tx.Prepare("INSERT OR IGNORE INTO blocks (key, account) VALUES (?,?)")
	if err != nil {
		return err
	}
	defer put.Close()
	const page = 2000 // records held in memory at once
	for last := int64(-1); ; {
		nums, next, err := recordPage(tx, last, page)
		if err != nil || len(nums) == 0 {
			return err
		}
		last = next
		held, err := s.load(tx, nums)
		if err != nil {
			return err
		}
		for _, h := range held {
			for _, k := range s.keys(h.account, h.record) {
				if _, err := put.Exec(k, h.num); err != nil {
					return err
				}
			}
		}
	}
}

func recordPage(tx *sql.Tx, after int64, n int) (accounts []int64, last int64, err error) {
	rows, err := tx.Query(`SELECT num, record FROM accounts WHERE record IN
		(SELECT num FROM records WHERE num > ? ORDER BY num LIMIT ?) ORDER BY record`, after, n)
	if err != nil {
		return nil, 0, err
	}
	defer rows.Close()
	for rows.Next() {
		var a int64
		if err := rows.Scan(&a, &last); err != nil {
			return nil, 0, err
		}
		accounts = append(accounts, a)
	}
	return accounts, last, rows.Err()
}

func (s *Store) settle(tx *sql.Tx) error {
	parts, err := components(tx)
	if err != nil {
		return err
	}
	w, err := s.newFolder(tx)
	if err != nil {
		return err
	}
	defer w.close()
	const enough = 2000 // accounts loaded in one go
	for from := 0; from < len(parts); {
		to, n := from, 0
		for to < len(parts) && (n == 0 || n+len(parts[to]) <= enough) {
			n += len(parts[to])
			to++
		}
		if err := w.fold(parts[from:to]); err != nil {
			return err
		}
		from = to
	}
	_, err = tx.Exec("DELETE FROM unsettled")
	return err
}

// held is an account as it lies in the record.
type held struct {
	num     int64
	record  string // id of the document's record of the encounter
	before  string // the encounter it was folded into last
	account readout.Account
}

// load reads accounts by their rows, in the order of their ids.
func (s *Store) load(tx *sql.Tx, nums []int64) ([]held, error) {
	list, err := json.Marshal(nums)
	if err != nil {
		return nil, err
	}
	rows, err := tx.Query(`SELECT a.num, a.pos, a.encounter, a.record, r.body FROM accounts a JOIN records r ON r.num = a.record
		WHERE a.num IN (SELECT value FROM json_each(?)) ORDER BY a.record`, string(list))
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []held
	var e readout.Encounter
	last := int64(-1)
	for rows.Next() {
		var h held
		var pos int
		var record int64
		var body sql.RawBytes
		if err := rows.Scan(&h.num, &pos, &h.before, &record, &body); err != nil {
			return nil, err
		}
		if record != last {
			e, last = readout.Encounter{}, record
			if err := json.Unmarshal(body, &e); err != nil {
				return nil, err
			}
		}
		h.record, h.account = e.ID, e.Accounts[pos]
		out = append(out, h)
	}
	sort.Slice(out, func(i, j int) bool { return out[i].account.ID < out[j].account.ID })
	return out, rows.Err()
}

// components are the groups of accounts that a chain of keys joins, of those that
// an unsettled key can have touched. The rows of each are in rising order.
func components(tx *sql.Tx) ([][]int64, error) {
	sets := disjoint{}
	frontier, err := numbers(tx, "SELECT key FROM unsettled ORDER BY key", nil)
	if err != nil {
		return nil, err
	}
	keys, accounts := map[int64]int64{}, map[int64]bool{} // key -> one account that has it
	for len(frontier) > 0 {
		var fresh []int64
		err := edges(tx, "SELECT key, account FROM blocks WHERE key IN (SELECT value FROM json_each(?))", frontier,
			func(key, account int64) {
				if first, seen := keys[key]; seen {
					sets.join(first, account)
				} else {
					keys[key] = account
				}
				if !accounts[account] {
					accounts[account] = true
					fresh = append(fresh, account)
				}
			})
		if err != nil {
			return nil, err
		}
		frontier = frontier[:0]
		err = edges(tx, "SELECT key, account FROM blocks WHERE account IN (SELECT value FROM json_each(?))", fresh,
			func(key, account int64) {
				if _, seen := keys[key]; !seen {
					keys[key] = account
					frontier = append(frontier, key)
				}
			})
		if err != nil {
			return nil, err
		}
	}
	return sets.groups(accounts), nil
}

func numbers(tx *sql.Tx, query string, arg any) ([]int64, error) {
	args := []any{}
	if arg != nil {
		args = append(args, arg)
	}
	rows, err := tx.Query(query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []int64
	for rows.Next() {
		var n int64
		if err := rows.Scan(&n); err != nil {
			return nil, err
		}
		out = append(out, n)
	}
	return out, rows.Err()
}

func edges(tx *sql.Tx, query string, list []int64, visit func(key, account int64)) error {
	if len(list) == 0 {
		return nil
	}
	arg, err := json.Marshal(list)
	if err != nil {
		return err
	}
	rows, err := tx.Query(query, string(arg))
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var k, a int64
		if err := rows.Scan(&k, &a); err != nil {
			return err
		}
		visit(k, a)
	}
	return rows.Err()
}

// disjoint is a forest of sets; a number that is not in it stands alone.
type disjoint map[int64]int64

func (d disjoint) root(a int64) int64 {
	for {
		up, ok := d[a]
		if !ok || up == a {
			return a
		}
		if top, ok := d[up]; ok {
			d[a] = top // halve the path
		}
		a = up
	}
}

func (d disjoint) join(a, b int64) {
	if a, b = d.root(a), d.root(b); a != b {
		d[max(a, b)] = min(a, b)
	}
}

func (d disjoint) groups(members map[int64]bool) [][]int64 {
	all := make([]int64, 0, len(members))
	for a := range members {
		all = append(all, a)
	}
	sort.Slice(all, func(i, j int) bool { return all[i] < all[j] })
	index := map[int64]int{}
	var out [][]int64
	for _, a := range all {
		r := d.root(a)
		i, ok := index[r]
		if !ok {
			i = len(out)
			index[r] = i
			out = append(out, nil)
		}
		out[i] = append(out[i], a)
	}
	return out
}

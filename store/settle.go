package store

import (
	"database/sql"
	"encoding/json"
	"slices"

	"readout"
)

// Settle computes anew the encounters that the records added or taken away since
// the last time can belong to, and no others. What it gives is what folding all
// accounts afresh gives. Where nothing changed it does nothing.
func (s *Store) Settle() error {
	var n int
	if err := s.readers.QueryRow("SELECT count(*) FROM (SELECT 1 FROM unsettled LIMIT 1)").Scan(&n); err != nil {
		return s.fail("computing encounters", err)
	}
	waiting, err := uncatalogued(s.readers)
	if err != nil {
		return s.fail("computing encounters", err)
	}
	if n == 0 && !waiting {
		return nil
	}
	return s.write("computing encounters", s.settle)
}

// Rebuild computes every encounter afresh from the accounts, keys and links too.
func (s *Store) Rebuild() error {
	return s.write("computing encounters", func(tx *sql.Tx) error {
		for _, q := range []string{"DELETE FROM attendance", "DELETE FROM encounters", "DELETE FROM links", "DELETE FROM blocks",
			"INSERT OR REPLACE INTO unsettled SELECT num, 1 FROM records"} {
			if _, err := tx.Exec(q); err != nil {
				return err
			}
		}
		if err := s.rekey(tx); err != nil {
			return err
		}
		return s.settle(tx)
	})
}

// chunk is how many records are held in memory at once, more or less.
const chunk = 2000

// rekey writes the blocking keys of all records.
func (s *Store) rekey(tx *sql.Tx) error {
	put, err := tx.Prepare("INSERT OR IGNORE INTO blocks (key, record) VALUES (?,?)")
	if err != nil {
		return err
	}
	defer put.Close()
	all, err := numbers(tx, "SELECT num FROM records ORDER BY num", nil)
	if err != nil {
		return err
	}
	for part := range slices.Chunk(all, chunk) {
		held, err := load(tx, part)
		if err != nil {
			return err
		}
		for i, h := range held {
			for _, k := range s.keysOf(&held[i]) {
				if _, err := put.Exec(k, h.num); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

func (s *Store) settle(tx *sql.Tx) error {
	if err := s.bind(tx); err != nil {
		return err
	}
	if err := s.link(tx); err != nil {
		return err
	}
	parts, err := components(tx)
	if err != nil {
		return err
	}
	f, err := s.newFolder(tx)
	if err != nil {
		return err
	}
	defer f.close()
	for _, p := range parts { // all before any is put: two parts may have been one
		if err := f.forgetAll(p); err != nil {
			return err
		}
	}
	for from := 0; from < len(parts); {
		to, n := from, 0
		for to < len(parts) && (n == 0 || n+len(parts[to]) <= chunk) {
			n += len(parts[to])
			to++
		}
		if err := f.fold(parts[from:to]); err != nil {
			return err
		}
		from = to
	}
	if err := s.followFormer(tx); err != nil {
		return err
	}
	if _, err = tx.Exec("DELETE FROM unsettled"); err != nil {
		return err
	}
	return s.catalogue(tx)
}

// link finds the links of the fresh records. Records that share a key are handled
// together, so that each is compared with few others.
func (s *Store) link(tx *sql.Tx) error {
	if s.opts.Resolver == nil {
		return nil
	}
	fresh, err := numbers(tx, `SELECT u.record FROM unsettled u JOIN blocks b ON b.record = u.record
		WHERE u.fresh GROUP BY u.record ORDER BY min(b.key), u.record`, nil)
	if err != nil {
		return err
	}
	put, err := tx.Prepare("INSERT OR IGNORE INTO links (a, b) VALUES (?1, ?2), (?2, ?1)")
	if err != nil {
		return err
	}
	defer put.Close()
	for part := range slices.Chunk(fresh, chunk) {
		if err := s.linkPart(tx, put, part); err != nil {
			return err
		}
	}
	return nil
}

func (s *Store) linkPart(tx *sql.Tx, put *sql.Stmt, fresh []int64) error {
	list, err := json.Marshal(fresh)
	if err != nil {
		return err
	}
	near, err := numbers(tx, `SELECT DISTINCT o.record FROM blocks f JOIN blocks o ON o.key = f.key
		WHERE f.record IN (SELECT value FROM json_each(?1)) AND o.record NOT IN (SELECT value FROM json_each(?1))`, string(list))
	if err != nil {
		return err
	}
	record := map[string]int64{} // account -> its record
	accounts := func(nums []int64) ([]readout.Account, error) {
		held, err := load(tx, nums)
		var out []readout.Account
		for i := range held {
			for _, a := range held[i].told() {
				record[a.ID] = held[i].num
				out = append(out, a)
			}
		}
		return out, err
	}
	mine, err := accounts(fresh)
	if err != nil {
		return err
	}
	others, err := accounts(near)
	if err != nil {
		return err
	}
	for _, l := range s.opts.Resolver.Links(mine, others) {
		a, b := record[l[0]], record[l[1]]
		if a == b {
			continue
		}
		if _, err := put.Exec(a, b); err != nil {
			return err
		}
	}
	return nil
}

// held is one document's record of an encounter as it lies in the store.
type held struct {
	num      int64
	accounts []readout.Account
	before   []string // the encounter that each was folded into last

	corrections []readout.Account // an analyst's
	rejected    bool              // an analyst found that it tells of no encounter
}

// told are the accounts that are folded, an analyst's among them.
func (h *held) told() []readout.Account {
	if h.rejected {
		return nil
	}
	return append(h.accounts[:len(h.accounts):len(h.accounts)], h.corrections...)
}

// keysOf are the blocking keys of a record as corrected.
func (s *Store) keysOf(h *held) []int64 {
	told := h.told()
	if len(h.corrections) == 0 || len(told) == 0 || s.opts.Resolver == nil {
		return s.keys(told)
	}
	var out []int64
	for _, e := range s.opts.Resolver.Encounters(told) {
		a := told[0]
		a.Facts = e.Facts
		out = append(out, s.keys([]readout.Account{a})...)
	}
	return out
}

// load reads records by their rows, in rising order.
func load(tx *sql.Tx, nums []int64) ([]held, error) {
	list, err := json.Marshal(nums)
	if err != nil {
		return nil, err
	}
	rows, err := tx.Query(`SELECT r.num, r.body, (SELECT json_group_array(encounter ORDER BY pos) FROM accounts WHERE record = r.num)
		FROM records r WHERE r.num IN (SELECT value FROM json_each(?)) ORDER BY r.num`, string(list))
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []held
	for rows.Next() {
		var h held
		var body, before sql.RawBytes
		if err := rows.Scan(&h.num, &body, &before); err != nil {
			return nil, err
		}
		var e struct{ Accounts []readout.Account }
		if err := json.Unmarshal(body, &e); err != nil {
			return nil, err
		}
		if err := json.Unmarshal(before, &h.before); err != nil {
			return nil, err
		}
		h.accounts = e.Accounts
		out = append(out, h)
	}
	if err := rows.Err(); err != nil {
		return nil, err
	}
	return out, analysts(tx, out, string(list))
}

// components are the groups of records that chains of links connect, of those that
// are unsettled or connected with one that is.
func components(tx *sql.Tx) ([][]int64, error) {
	frontier, err := numbers(tx, "SELECT record FROM unsettled ORDER BY record", nil)
	if err != nil {
		return nil, err
	}
	sets, seen := disjoint{}, map[int64]bool{}
	for _, r := range frontier {
		seen[r] = true
	}
	for len(frontier) > 0 {
		var next []int64
		err := edges(tx, frontier, func(a, b int64) {
			sets.join(a, b)
			if !seen[b] {
				seen[b] = true
				next = append(next, b)
			}
		})
		if err != nil {
			return nil, err
		}
		frontier = next
	}
	return sets.groups(seen), nil
}

func numbers(tx *sql.Tx, query string, arg any) ([]int64, error) {
	var args []any
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

// edges visits the links of records.
func edges(tx *sql.Tx, of []int64, visit func(a, b int64)) error {
	list, err := json.Marshal(of)
	if err != nil {
		return err
	}
	// What an analyst found to be one is linked too, each with the first that is named.
	rows, err := tx.Query(`SELECT a, b FROM links WHERE a IN (SELECT value FROM json_each(?1))
		UNION ALL SELECT x.record, y.record FROM targets x JOIN targets y ON y.decision = x.decision AND (x.pos = 0 OR y.pos = 0)
		JOIN decisions d ON d.num = x.decision
		WHERE x.record IN (SELECT value FROM json_each(?1)) AND y.record IS NOT NULL AND d.active AND d.kind = 'same'`, string(list))
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var a, b int64
		if err := rows.Scan(&a, &b); err != nil {
			return err
		}
		visit(a, b)
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
	slices.Sort(all)
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

package store

import (
	"cmp"
	"database/sql"
	"encoding/json"
	"maps"
	"slices"
)

// largeTerm is how many encounters a term has before its tallies are kept; those of
// a smaller one are counted when asked for.
const largeTerm = 500

// tally counts encounters under terms. Changes gather in memory and are written in
// the order of their keys, so that a page of the file is touched once.
type tally struct {
	statements
	large    int
	byLabel  map[[2]string]int64
	facets   map[int64]*termState
	totals   map[int64]int
	months   map[monthKey]int
	pairs    map[pairKey]int
	promoted []int64
}

type termState struct {
	facet string
	large bool
	total int
}

type monthKey struct {
	term  int64
	month int
	what  mask
}

type pairKey struct {
	term  int64
	facet string
	other int64
}

func newTally(tx *sql.Tx, large int) tally {
	return tally{large: large, statements: statements{tx: tx, known: map[string]*sql.Stmt{}}, byLabel: map[[2]string]int64{}, facets: map[int64]*termState{},
		totals: map[int64]int{}, months: map[monthKey]int{}, pairs: map[pairKey]int{}}
}

// remembered is how many terms and changes are held in memory at once.
const remembered = 200_000

// term is the number of a term, made where it is new.
func (t *tally) term(l label) (int64, error) {
	at := [2]string{l.facet, l.key}
	if num, ok := t.byLabel[at]; ok {
		return num, nil
	}
	var num int64
	err := t.row("SELECT num FROM terms WHERE facet = ? AND key = ?", l.facet, l.key).Scan(&num)
	if err == sql.ErrNoRows {
		var st *sql.Stmt
		if st, err = t.get("INSERT INTO terms (facet, key, label, note) VALUES (?,?,?,?)"); err != nil {
			return 0, err
		}
		if num, err = insert(st, l.facet, l.key, l.text, l.note); err != nil {
			return 0, err
		}
		err = t.exec("INSERT INTO term_words (rowid, label) VALUES (?,?)", num, l.text)
	}
	if err == nil {
		t.byLabel[at] = num
	}
	return num, err
}

func (t *tally) state(num int64) (*termState, error) {
	if s, ok := t.facets[num]; ok {
		return s, nil
	}
	s := &termState{}
	err := t.row("SELECT facet, large, total FROM terms WHERE num = ?", num).Scan(&s.facet, &s.large, &s.total)
	if err == nil {
		t.facets[num] = s
	}
	return s, err
}

// count adds one encounter to its terms' counts, or takes it away.
func (t *tally) count(terms []int64, day int64, m mask, by int) error {
	states := make([]*termState, len(terms))
	for i, num := range terms {
		s, err := t.state(num)
		if err != nil {
			return err
		}
		states[i] = s
		t.totals[num] += by
	}
	for i, num := range terms {
		if !states[i].large {
			continue
		}
		t.months[monthKey{num, monthOf(day), m & maskWhat}] += by
		for j, other := range terms {
			if i != j && related(states[i].facet, states[j].facet) {
				t.pairs[pairKey{num, states[j].facet, other}] += by
			}
		}
	}
	return nil
}

// settleTotals writes the totals, and begins to keep the tallies of terms that have
// become large.
func (t *tally) settleTotals() error {
	for _, num := range slices.Sorted(maps.Keys(t.totals)) {
		by, s := t.totals[num], t.facets[num]
		if by == 0 {
			continue
		}
		if s.total += by; s.total <= 0 {
			if err := t.forget(num); err != nil {
				return err
			}
			continue
		}
		if err := t.exec("UPDATE terms SET total = ? WHERE num = ?", s.total, num); err != nil {
			return err
		}
		if !s.large && s.total >= t.large {
			t.promoted = append(t.promoted, num)
		}
	}
	clear(t.totals)
	for _, num := range t.promoted {
		if err := t.promote(num); err != nil {
			return err
		}
	}
	t.promoted = t.promoted[:0]
	if len(t.months)+len(t.pairs) > remembered || len(t.byLabel) > remembered {
		return t.flush()
	}
	return nil
}

// forget drops a term that no encounter has any more, so that a removed name is gone.
func (t *tally) forget(num int64) error {
	var facet, key string
	if err := t.row("SELECT facet, key FROM terms WHERE num = ?", num).Scan(&facet, &key); err != nil {
		return err
	}
	delete(t.byLabel, [2]string{facet, key})
	delete(t.facets, num)
	maps.DeleteFunc(t.months, func(k monthKey, _ int) bool { return k.term == num })
	maps.DeleteFunc(t.pairs, func(k pairKey, _ int) bool { return k.term == num })
	for _, q := range []string{"INSERT INTO term_words (term_words, rowid, label) SELECT 'delete', num, label FROM terms WHERE num = ?", "DELETE FROM terms WHERE num = ?",
		"DELETE FROM tallies WHERE term = ?", "DELETE FROM together WHERE term = ?"} {
		if err := t.exec(q, num); err != nil {
			return err
		}
	}
	return nil
}

// promote counts all encounters of a term that has become large.
func (t *tally) promote(num int64) error {
	rows, err := t.query("SELECT c.terms, p.day, p.mask FROM postings p JOIN catalogue c ON c.encounter = p.encounter WHERE p.term = ?", num)
	if err != nil {
		return err
	}
	defer rows.Close()
	state := t.facets[num]
	for rows.Next() {
		var list sql.RawBytes
		var day int64
		var m mask
		if err := rows.Scan(&list, &day, &m); err != nil {
			return err
		}
		var terms []int64
		if err := json.Unmarshal(list, &terms); err != nil {
			return err
		}
		t.months[monthKey{num, monthOf(day), m & maskWhat}]++
		for _, other := range terms {
			s, err := t.state(other)
			if err != nil {
				return err
			}
			if other != num && related(state.facet, s.facet) {
				t.pairs[pairKey{num, s.facet, other}]++
			}
		}
	}
	if err := rows.Err(); err != nil {
		return err
	}
	state.large = true
	return t.exec("UPDATE terms SET large = 1 WHERE num = ?", num)
}

// flush writes the gathered changes.
func (t *tally) flush() error {
	for _, k := range slices.SortedFunc(maps.Keys(t.months), func(a, b monthKey) int {
		return cmp.Or(cmp.Compare(a.term, b.term), cmp.Compare(a.month, b.month), cmp.Compare(a.what, b.what))
	}) {
		if n := t.months[k]; n != 0 {
			err := t.exec(`INSERT INTO tallies (term, month, what, n) VALUES (?,?,?,?)
				ON CONFLICT (term, month, what) DO UPDATE SET n = n + excluded.n`, k.term, k.month, k.what, n)
			if err != nil {
				return err
			}
		}
	}
	for _, k := range slices.SortedFunc(maps.Keys(t.pairs), func(a, b pairKey) int {
		return cmp.Or(cmp.Compare(a.term, b.term), cmp.Compare(a.facet, b.facet), cmp.Compare(a.other, b.other))
	}) {
		if n := t.pairs[k]; n != 0 {
			err := t.exec(`INSERT INTO together (term, facet, other, n) VALUES (?,?,?,?)
				ON CONFLICT (term, facet, other) DO UPDATE SET n = n + excluded.n`, k.term, k.facet, k.other, n)
			if err != nil {
				return err
			}
		}
	}
	clear(t.months)
	clear(t.pairs)
	clear(t.byLabel)
	clear(t.facets)
	return nil
}

package store

import (
	"encoding/json"
	"fmt"
	"slices"

	"readout"
)

// DecisionFilter says which decisions are asked for. An empty field asks nothing.
type DecisionFilter struct {
	ID        string // this decision alone; the beginning of its id is enough
	Encounter string // about an account of this encounter, those taken back too
	By        string
	Kind      string
	Active    bool // only those in force
	Unbound   bool // only those that some target of can no longer be bound
}

// Decisions lists decisions, the earliest first: the history of what analysts did.
func (s *Store) Decisions(f DecisionFilter) ([]Decided, error) {
	of := ""
	if f.Encounter != "" {
		e, err := s.Encounter(f.Encounter)
		if err != nil {
			return nil, err
		}
		of = e.ID
	}
	rows, err := s.readers.Query(`SELECT num, id, kind, field, value, undoes, author, at, reason, active,
		coalesce((SELECT u.id FROM decisions u WHERE u.undoes = d.id AND u.active AND NOT d.active ORDER BY u.at LIMIT 1), '')
		FROM decisions d
		WHERE (?1 = '' OR substr(id, 1, length(?1)) = ?1) AND (?2 = '' OR author = ?2) AND (?3 = '' OR kind = ?3) AND (active OR NOT ?4)
		AND (?5 = '' OR coalesce(nullif(undoes, ''), id) IN (SELECT d2.id FROM decisions d2 JOIN targets t ON t.decision = d2.num
			JOIN accounts a ON a.record = t.record WHERE a.encounter = ?5))
		ORDER BY at, id`, f.ID, f.By, f.Kind, f.Active, of)
	if err != nil {
		return nil, s.fail("reading decisions", err)
	}
	defer rows.Close()
	var out []Decided
	var nums []int64
	for rows.Next() {
		var d Decided
		var num int64
		if err := rows.Scan(&num, &d.ID, &d.Kind, &d.Field, &d.Value, &d.Undoes, &d.By, &d.At, &d.Reason, &d.Active, &d.UndoneBy); err != nil {
			return nil, s.fail("reading decisions", err)
		}
		out, nums = append(out, d), append(nums, num)
	}
	if err := rows.Err(); err != nil {
		return nil, s.fail("reading decisions", err)
	}
	if err := s.fillTargets(out, nums); err != nil {
		return nil, s.fail("reading decisions", err)
	}
	if !f.Unbound {
		return out, nil
	}
	kept := out[:0]
	for _, d := range out {
		if len(d.Unbound) > 0 {
			kept = append(kept, d)
		}
	}
	return kept, nil
}

func (s *Store) fillTargets(ds []Decided, nums []int64) error {
	list, err := json.Marshal(nums)
	if err != nil {
		return err
	}
	index := make(map[int64]*Decided, len(ds))
	for i := range ds {
		index[nums[i]] = &ds[i]
	}
	rows, err := s.readers.Query(`SELECT t.decision, t.part, t.document, t.hash, t.start, t.past, t.account, t.clue, t.record IS NOT NULL,
			coalesce((SELECT hash FROM documents WHERE id = t.document), ''),
			coalesce((SELECT encounter FROM accounts WHERE record = t.record LIMIT 1), '')
		FROM targets t WHERE t.decision IN (SELECT value FROM json_each(?)) ORDER BY t.decision, t.part, t.pos`, string(list))
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var decision int64
		var part int
		var t Target
		var bound bool
		var now, encounter string
		if err := rows.Scan(&decision, &part, &t.Document, &t.Hash, &t.At.Start, &t.At.End, &t.Account, &t.clue, &bound, &now, &encounter); err != nil {
			return err
		}
		index[decision].add(part, t, bound, now, encounter)
	}
	return rows.Err()
}

func (d *Decided) add(part int, t Target, bound bool, now, encounter string) {
	if part == 0 {
		d.On = append(d.On, t)
	} else {
		d.Against = append(d.Against, t)
	}
	switch {
	case bound:
		if encounter != "" && !slices.Contains(d.Encounters, encounter) {
			d.Encounters = append(d.Encounters, encounter)
		}
	case now == "":
		d.Unbound = append(d.Unbound, Lost{t, "the document is not in the record"})
	case now != t.Hash:
		d.Unbound = append(d.Unbound, Lost{t, "the document has another text now"})
	default:
		d.Unbound = append(d.Unbound, Lost{t, "no encounter is read from these words any more"})
	}
}

// Decision returns the decision with an id, or the beginning of one that no other's shares.
func (s *Store) Decision(id string) (Decided, error) {
	ds, err := s.Decisions(DecisionFilter{ID: id})
	switch {
	case err != nil:
		return Decided{}, err
	case id == "" || len(ds) == 0:
		return Decided{}, &Error{s.path, fmt.Sprintf("no decision %q", id), "see the ids with: readout decisions", ErrNotFound}
	case len(ds) > 1:
		return Decided{}, &Error{s.path, fmt.Sprintf("several decisions begin with %q", id), "give more of the id", nil}
	}
	return ds[0], nil
}

// Rejected are the accounts of a document that an analyst found to tell of no encounter.
func (s *Store) Rejected(document string) ([]readout.Account, error) {
	rows, err := s.readers.Query(`SELECT DISTINCT r.num, r.body FROM targets t JOIN decisions d ON d.num = t.decision
		JOIN records r ON r.num = t.record JOIN documents o ON o.num = r.document
		WHERE d.active AND d.kind = 'reject' AND o.id = ? ORDER BY r.num`, document)
	if err != nil {
		return nil, s.fail("reading decisions", err)
	}
	defer rows.Close()
	var out []readout.Account
	for rows.Next() {
		var num int64
		var body []byte
		if err := rows.Scan(&num, &body); err != nil {
			return nil, s.fail("reading decisions", err)
		}
		e, err := decodeEncounter(body)
		if err != nil {
			return nil, s.fail("reading decisions", err)
		}
		out = append(out, e.Accounts...)
	}
	return out, s.fail("reading decisions", rows.Err())
}

// Rulings are the decisions in force on whether the accounts of encounters are one, the
// earlier first.
func (s *Store) Rulings(encounters ...string) ([]Ruling, error) {
	list, err := json.Marshal(encounters)
	if err != nil {
		return nil, err
	}
	rows, err := s.readers.Query(`SELECT DISTINCT a.record, min(a.id) FROM accounts a WHERE a.encounter IN (SELECT value FROM json_each(?))
		GROUP BY a.record ORDER BY a.record`, string(list))
	if err != nil {
		return nil, s.fail("reading decisions", err)
	}
	defer rows.Close()
	var hs []held
	for rows.Next() {
		h := held{accounts: make([]readout.Account, 1)}
		if err := rows.Scan(&h.num, &h.accounts[0].ID); err != nil {
			return nil, s.fail("reading decisions", err)
		}
		hs = append(hs, h)
	}
	if err := rows.Err(); err != nil {
		return nil, s.fail("reading decisions", err)
	}
	out, err := rulings(s.readers, hs)
	return out, s.fail("reading decisions", err)
}

package store

import (
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"readout"
)

// Ruling is what analysts decided of some accounts: whether On is one encounter, or
// On other encounters than Against. Later rulings come after earlier ones.
type Ruling struct {
	ID          string
	Same        bool
	On, Against []string // ids of accounts
	By, At      string
}

// EncounterTargets are the sentences to which a decision about an encounter is bound:
// those of all its records, or of the records of some documents.
func (s *Store) EncounterTargets(id string, documents ...string) ([]Target, error) {
	e, err := s.Encounter(id)
	if err != nil {
		return nil, err
	}
	asked := map[string]bool{}
	for _, d := range documents {
		asked[d] = true
	}
	var out []Target
	for _, r := range e.Records {
		if len(documents) > 0 && !asked[r.Document.ID] {
			continue
		}
		hash, err := s.hashOf(r.Document.ID)
		if err != nil {
			return nil, err
		}
		out = append(out, targetOf(r.Document.ID, hash, r.Encounter))
	}
	if len(out) == 0 {
		return nil, s.fail(fmt.Sprintf("no account of encounter %q in the documents named", id), ErrNotFound)
	}
	return out, nil
}

// AccountTarget is the sentence to which a decision about one account is bound.
func (s *Store) AccountTarget(id string) (Target, error) {
	var document, hash string
	var body []byte
	err := s.readers.QueryRow(`SELECT d.id, d.hash, r.body FROM accounts a JOIN records r ON r.num = a.record
		JOIN documents d ON d.num = r.document WHERE a.id = ?`, id).Scan(&document, &hash, &body)
	if errors.Is(err, sql.ErrNoRows) {
		err = fmt.Errorf("account %q: %w", id, ErrNotFound)
	}
	if err != nil {
		return Target{}, s.fail(fmt.Sprintf("account %q", id), err)
	}
	e, err := decodeEncounter(body)
	if err != nil {
		return Target{}, s.fail("reading account "+id, err)
	}
	return targetOf(document, hash, e), nil
}

func (s *Store) hashOf(document string) (string, error) {
	var hash string
	err := s.readers.QueryRow("SELECT hash FROM documents WHERE id = ?", document).Scan(&hash)
	return hash, s.fail("reading document "+document, err)
}

// Decide stores an analyst's decision and computes anew the encounters that it
// touches. It returns the decision with its id. The same decision twice is one.
func (s *Store) Decide(d Decision) (Decision, error) {
	if err := d.check(); err != nil {
		return d, &Error{s.path, "the decision was not stored", "", err}
	}
	d.ID = d.name()
	err := s.write("storing a decision", func(tx *sql.Tx) error {
		if d.Kind == Undo {
			if err := s.undo(tx, &d); err != nil {
				return err
			}
		}
		num, known, err := putDecision(tx, &d)
		if err != nil || known {
			return err
		}
		if err := s.bind(tx); err != nil {
			return err
		}
		if err := s.touchTargets(tx, num); err != nil {
			return err
		}
		return s.settle(tx)
	})
	return d, err
}

// undo puts the decision that is taken back out of force, and where that is an undo
// itself, what that had taken back into force again.
func (s *Store) undo(tx *sql.Tx, d *Decision) error {
	var num int64
	var active bool
	var undoes string
	err := tx.QueryRow("SELECT num, active, undoes FROM decisions WHERE id = ?", d.Undoes).Scan(&num, &active, &undoes)
	if errors.Is(err, sql.ErrNoRows) {
		return &Error{s.path, fmt.Sprintf("no decision %q", d.Undoes), "see the ids with: readout decisions", ErrNotFound}
	}
	if err != nil {
		return err
	}
	if !active {
		return &Error{s.path, fmt.Sprintf("decision %q is taken back already", d.Undoes), "see: readout decisions", nil}
	}
	return s.setActive(tx, num, undoes, false)
}

func (s *Store) setActive(tx *sql.Tx, num int64, undoes string, active bool) error {
	if _, err := tx.Exec("UPDATE decisions SET active = ? WHERE num = ?", active, num); err != nil {
		return err
	}
	if undoes == "" {
		return s.touchTargets(tx, num)
	}
	var other int64
	var further string
	if err := tx.QueryRow("SELECT num, undoes FROM decisions WHERE id = ?", undoes).Scan(&other, &further); err != nil {
		return err
	}
	return s.setActive(tx, other, further, !active)
}

func putDecision(tx *sql.Tx, d *Decision) (num int64, known bool, err error) {
	err = tx.QueryRow("SELECT num FROM decisions WHERE id = ?", d.ID).Scan(&num)
	if err == nil || !errors.Is(err, sql.ErrNoRows) {
		return num, true, err
	}
	res, err := tx.Exec(`INSERT INTO decisions (id, kind, field, value, undoes, author, at, reason, active) VALUES (?,?,?,?,?,?,?,?,1)`,
		d.ID, d.Kind, d.Field, d.Value, d.Undoes, d.By, d.At, d.Reason)
	if err != nil {
		return 0, false, err
	}
	if num, err = res.LastInsertId(); err != nil {
		return 0, false, err
	}
	for part, ts := range [][]Target{d.On, d.Against} {
		for pos, t := range ts {
			_, err := tx.Exec(`INSERT INTO targets (decision, part, pos, document, hash, start, past, account, clue) VALUES (?,?,?,?,?,?,?,?,?)`,
				num, part, pos, t.Document, t.Hash, int64(t.At.Start), int64(t.At.End), t.Account, t.clue)
			if err != nil {
				return 0, false, err
			}
		}
	}
	return num, false, nil
}

// bind looks for the records of the targets that have none, among the documents that
// have the text that was decided on.
func (s *Store) bind(tx *sql.Tx) error {
	type open struct {
		decision  int64
		part, pos int
		document  int64
		Target
	}
	rows, err := tx.Query(`SELECT t.decision, t.part, t.pos, d.num, t.account, t.clue, t.start, t.past
		FROM targets t JOIN documents d ON d.id = t.document AND d.hash = t.hash WHERE t.record IS NULL`)
	if err != nil {
		return err
	}
	defer rows.Close()
	var all []open
	for rows.Next() {
		var o open
		if err := rows.Scan(&o.decision, &o.part, &o.pos, &o.document, &o.Account, &o.clue, &o.At.Start, &o.At.End); err != nil {
			return err
		}
		all = append(all, o)
	}
	if err := rows.Err(); err != nil {
		return err
	}
	var touched []int64
	for _, o := range all {
		record, err := bestRecord(tx, o.document, &o.Target)
		if err != nil {
			return err
		}
		if record == 0 {
			continue
		}
		if _, err := tx.Exec("UPDATE targets SET record = ? WHERE decision = ? AND part = ? AND pos = ?", record, o.decision, o.part, o.pos); err != nil {
			return err
		}
		if !slices.Contains(touched, o.decision) {
			touched = append(touched, o.decision)
		}
	}
	for _, decision := range touched {
		if err := s.touchTargets(tx, decision); err != nil {
			return err
		}
	}
	return nil
}

// bestRecord is the record of a document that fits a target best, 0 for none.
func bestRecord(tx *sql.Tx, document int64, t *Target) (int64, error) {
	rows, err := tx.Query("SELECT num, body FROM records WHERE document = ? ORDER BY pos", document)
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	var best int64
	most := 0
	for rows.Next() {
		var num int64
		var body sql.RawBytes
		if err := rows.Scan(&num, &body); err != nil {
			return 0, err
		}
		e, err := decodeEncounter(body)
		if err != nil {
			return 0, err
		}
		if n := t.fits(e); n > most {
			best, most = num, n
		}
	}
	return best, rows.Err()
}

// touchTargets lets the records that a decision is bound to be compared and folded anew.
func (s *Store) touchTargets(tx *sql.Tx, decision int64) error {
	nums, err := numbers(tx, "SELECT DISTINCT record FROM targets WHERE decision = ? AND record IS NOT NULL ORDER BY record", decision)
	if err != nil || len(nums) == 0 {
		return err
	}
	held, err := load(tx, nums)
	if err != nil {
		return err
	}
	for _, h := range held {
		if err := s.touch(tx, &h); err != nil {
			return err
		}
	}
	return nil
}

// touch takes out the links and keys of a record, puts in the keys that it has now,
// and lets it and its neighbours be settled.
func (s *Store) touch(tx *sql.Tx, h *held) error {
	for _, q := range []string{
		`INSERT OR IGNORE INTO unsettled SELECT b, 0 FROM links WHERE a = ?`,
		`DELETE FROM links WHERE (a, b) IN (SELECT b, a FROM links WHERE a = ?)`,
		`DELETE FROM links WHERE a = ?`,
		`DELETE FROM blocks WHERE record = ?`,
		`INSERT OR REPLACE INTO unsettled VALUES (?, 1)`,
	} {
		if _, err := tx.Exec(q, h.num); err != nil {
			return err
		}
	}
	for _, k := range s.keysOf(h) {
		if _, err := tx.Exec("INSERT OR IGNORE INTO blocks (key, record) VALUES (?,?)", k, h.num); err != nil {
			return err
		}
	}
	return nil
}

// analysts adds to records what was decided of each by itself: corrections, which are
// accounts, and that it tells of no encounter.
func analysts(q querier, hs []held, list string) error {
	rows, err := q.Query(`SELECT t.record, t.pos, t.start, t.past, d.id, d.kind, d.field, d.value, d.author, d.at
		FROM targets t JOIN decisions d ON d.num = t.decision
		WHERE t.record IN (SELECT value FROM json_each(?)) AND d.active AND d.kind IN ('correct', 'reject')
		ORDER BY t.record, d.at, d.id, t.pos`, list)
	if err != nil {
		return err
	}
	defer rows.Close()
	index := make(map[int64]*held, len(hs))
	for i := range hs {
		index[hs[i].num] = &hs[i]
	}
	for rows.Next() {
		var record int64
		var pos int
		var d Decision
		var t Target
		if err := rows.Scan(&record, &pos, &t.At.Start, &t.At.End, &d.ID, &d.Kind, &d.Field, &d.Value, &d.By, &d.At); err != nil {
			return err
		}
		h := index[record]
		if d.Kind == Reject {
			h.rejected = true
			continue
		}
		a, err := correction(&d, &t, pos, &readout.Encounter{Accounts: h.accounts})
		if err != nil {
			return err
		}
		h.corrections = append(h.corrections, a)
	}
	return rows.Err()
}

// rulings are the decisions on whether records are one encounter, the earlier first.
func rulings(q querier, hs []held) ([]Ruling, error) {
	ids := make(map[int64]string, len(hs))
	nums := make([]int64, len(hs))
	for i, h := range hs {
		nums[i] = h.num
		if len(h.accounts) > 0 {
			ids[h.num] = h.accounts[0].ID
		}
	}
	list, err := json.Marshal(nums)
	if err != nil {
		return nil, err
	}
	rows, err := q.Query(`SELECT d.id, d.kind, d.author, d.at, t.part, t.record FROM targets t JOIN decisions d ON d.num = t.decision
		WHERE t.record IN (SELECT value FROM json_each(?)) AND d.active AND d.kind IN ('same', 'different')
		ORDER BY d.at, d.id, t.part, t.pos`, string(list))
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []Ruling
	for rows.Next() {
		var r Ruling
		var kind string
		var part int
		var record int64
		if err := rows.Scan(&r.ID, &kind, &r.By, &r.At, &part, &record); err != nil {
			return nil, err
		}
		if n := len(out); n == 0 || out[n-1].ID != r.ID {
			r.Same = kind == Same
			out = append(out, r)
		}
		last := &out[len(out)-1]
		if part == 0 {
			last.On = append(last.On, ids[record])
		} else {
			last.Against = append(last.Against, ids[record])
		}
	}
	return out, rows.Err()
}
